"""One statement of a source that was curated twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from factcheck.model import Claim, Finding, Position, Value, Verdict, say
from factcheck.rules.base import Example, SourceRule, Statement
from factcheck.text.language import fold
from factcheck.text.passages.passage import contains
from factcheck.values import kind_for
from factcheck.values.measures.measured import Measured
from factcheck.values.period import Days

QUALIFIERS = (
    *("period", "as_of", "place", "coverage", "basis", "status", "covers"),
    *("excludes", "excluded"),
    *("attributed_to", "relative_to"),
)


class DuplicateClaim(SourceRule):
    """Two claims of one source say the same, in the same scope, from the same passage.

    ## Why it matters

    A statement that is curated twice is counted twice where claims are counted, and corrected once
    where it is corrected: the other one stays behind. A source that really says a thing twice, in
    two passages, is no duplicate, and neither is one value in two scopes.

    ## What to do

    Delete the claim that says less. If the source says it in two places, quote each of them.
    """

    flags = (
        Example(
            "typed twice, once without the quote",
            (
                Statement("Harbour Post", "Northwind", "staff", "8,500", {"quote": "8,500 people"}),
                Statement("Harbour Post", "Northwind", "staff", "8500", {"id": "again"}),
            ),
        ),
    )
    allows = (
        Example(
            "two figures that only their last digits tell apart",
            (
                Statement("Harbour Post", "Northwind", "staff", "1,000,001"),
                Statement("Harbour Post", "Northwind", "staff", "1,000,008"),
            ),
        ),
        Example(
            "one value for two periods",
            (
                Statement("Harbour Post", "Northwind", "share", "13%", {"period": "2024"}),
                Statement("Harbour Post", "Northwind", "share", "13%", {"period": "2025"}),
            ),
        ),
        Example(
            "two passages of one source",
            (
                Statement("Harbour Post", "Northwind", "staff", "8,500", {"quote": "8,500 people"}),
                Statement(
                    "Harbour Post",
                    "Northwind",
                    "staff",
                    "8,500",
                    {"id": "end", "quote": "a staff of 8,500"},
                ),
            ),
        ),
        Example(
            "a name that a source gives in two languages",
            (
                Statement("Harbour Post", "Northwind", "chip", "Lantern"),
                Statement(
                    "Harbour Post", "Northwind", "chip", "灯笼", {"id": "zh", "language": "zh"}
                ),
            ),
        ),
        Example(
            "two sources",
            (
                Statement("Harbour Post", "Northwind", "staff", "8,500"),
                Statement("Quay Wire", "Northwind", "staff", "8,500"),
            ),
        ),
    )

    def check(self, claims: Sequence[Claim], text: str | None) -> Iterator[Finding]:
        near: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        for claim in claims:
            if claim.value is not None and not claim.ignore:
                near[claim.subject.id, claim.attribute.id].append(claim)
        same: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
        for claim in (c for group in near.values() for alike in _rivals(group) for c in alike):
            same[_stated(claim)].append(claim)
        for alike in same.values():
            for claim in (group := sorted(alike, key=_poorness))[1:]:
                kept = next((k for k in group if k is not claim and _holds(k, claim)), None)
                if kept is not None and _poorness(kept) < _poorness(claim):
                    yield self._finding(kept, claim)

    def _finding(self, kept: Claim, claim: Claim) -> Finding:
        return Finding(
            rule=self.name,
            verdict=Verdict.UNDETERMINED,
            anchor=(claim.source.id, claim.id),
            positions=(Position(kind_for(claim.attribute).show(_value(claim)), (claim, kept)),),
            message=say(
                "{claim} says the same as {kept}, and nothing more.",
                claim=claim.name,
                kept=kept.name,
            ),
            todo=say(
                "Delete {claim}; or, if the source says it twice, quote both passages.",
                claim=claim.id,
            ),
            subject=claim.subject,
            attribute=claim.attribute,
        )


def _value(claim: Claim) -> Value:
    assert claim.value is not None
    return claim.value


def _rivals(claims: list[Claim]) -> Iterable[list[Claim]]:
    """Those that may say the same: of figures in one unit, those with one number."""
    values = [c.value for c in claims]
    if len(claims) > 1 and len({v.unit if isinstance(v, Measured) else None for v in values}) == 1:
        by_number: dict[object, list[Claim]] = defaultdict(list)
        for claim in claims:
            by_number[getattr(claim.value, "number", None)].append(claim)
        return [alike for alike in by_number.values() if len(alike) > 1]
    return [claims] if len(claims) > 1 else []


def _stated(claim: Claim) -> tuple[object, ...]:
    """Equal for claims of one source that say the same of the same, in one language."""
    qualifiers = (getattr(claim, name) for name in QUALIFIERS)
    folded = (fold(q) if isinstance(q, str) else q for q in qualifiers)
    value = claim.value
    shown = fold(claim.text)
    if isinstance(value, Measured | Days):
        shown = str(kind_for(claim.attribute).remembered(value, claim.attribute))
    conditions = tuple(map(fold, claim.conditions))
    about = (claim.source.id, claim.subject.id, claim.attribute.id, claim.language)
    return (*about, shown, conditions, *folded)


def _holds(kept: Claim, claim: Claim) -> bool:
    """Whether the quote of a claim lies within the other's; without one it says nothing more."""
    if claim.locator and kept.locator and claim.locator != kept.locator:
        return False
    if claim.quote is None:
        return True
    return kept.quote is not None and contains(kept.quote.exact, claim.quote)


def _poorness(claim: Claim) -> tuple[object, ...]:
    """The claim that says most comes first; of equals, the one that stands first in its file."""
    quote = claim.quote.exact if claim.quote is not None else ""
    return (-len(quote), not claim.locator, not claim.note, claim.location, claim.id)
