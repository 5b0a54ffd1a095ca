"""Decides whether several equal claims are an agreement, or have a weak point.

An agreement is a verdict too, and the most harmful one if it is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from factcheck.comparing.origins import Backing
from factcheck.model import (
    Claim,
    Phrase,
    Scope,
    Stated,
    Verdict,
    Wording,
    either,
    joined,
    own,
    say,
)
from factcheck.model.frozen import dataclass
from factcheck.report.words.phrases import QUALIFIERS
from factcheck.values.measures.listed_nouns import different_nouns
from factcheck.values.measures.measured import Measured
from factcheck.values.period import show_period

NEAR = Decimal("0.01")
"""A gap between two figures, as a share of the larger, that no bound word has to bridge."""

_COUNTED = ("covers", "excludes")
_WORDED = ("place", "basis", "conditions")


@dataclass(frozen=True, slots=True)
class WeakPoint:
    """Why claims are no agreement: a name for programs, and a sentence."""

    name: str
    words: Phrase


def weak_points(scope: Scope, backing: Backing, asked: Sequence[str]) -> Iterator[WeakPoint]:
    """The reasons why these claims are no agreement, the weakest point first; empty for an
    agreement.

    `asked` are the ids of open findings on the same passages.
    """
    if asked:
        yield WeakPoint("in-question", say("an open finding is about it"))
    if scope.narrowing.choices:
        choices = either(str(one.id) for one in scope.narrowing.choices)
        yield WeakPoint("which-one", say("it is not said which is meant: {ids}", ids=choices))
    yield from _origins(backing)
    yield from _differences(scope.claims)
    if scope.narrowing.missing and not scope.narrowing.choices:
        missing = either(name.replace("_", " ") for name in scope.narrowing.missing)
        yield WeakPoint("unknown-scope", say("none of them states its {missing}", missing=missing))
    if _is_wide(scope.stated):
        yield WeakPoint("wide-bound", say("they meet by nothing more than a wide bound"))
    elif scope.verdict is Verdict.REFINES:
        yield WeakPoint("less-exact", say("not all of them say as much"))


def _origins(backing: Backing) -> Iterator[WeakPoint]:
    known = len(backing.knowing)
    if known > 1:
        return
    if backing.circular:
        yield WeakPoint("circular", say("they name one another as the origin"))
    elif known == 0:
        words = say("no origin is named that could know it")
        yield WeakPoint("unknown-origin", words)
    else:
        label = backing.knowing[0].label
        yield WeakPoint(
            "single-origin", say("all that is known derives from {origin}", origin=label)
        )


def _differences(claims: Sequence[Claim]) -> Iterator[WeakPoint]:
    """The qualifiers that differ, or that one claim states and another does not."""
    for name in _COUNTED:
        stated = {_counted(claim, name) for claim in claims}
        if len(stated) > 1:
            shown = joined(sorted({_fold(w) for w in stated if w} or {""}), " / ")
            words = say(
                own("they agree on the figure alone, and what they count may differ: {covers}"),
                covers=shown,
            )
            yield WeakPoint(name, words)
    nouns = different_nouns(((c.value, c.language) for c in claims), claims[0].attribute)
    if nouns:
        shown = joined(sorted(nouns), " / ")
        words = say(
            own("they agree on the figure alone, and what they count may differ: {covers}"),
            covers=shown,
        )
        yield WeakPoint("counts", words)
    for name, shown in _qualifiers(claims):
        words = say(
            "they differ in the {qualifier}: {values}", qualifier=QUALIFIERS[name], values=shown
        )
        yield WeakPoint(name.replace("_", "-"), words)


def _counted(claim: Claim, name: str) -> str:
    """The coverage that the words name, or else the words; "" without any."""
    recognised = claim.coverage if name == "covers" else claim.excluded
    return recognised or _fold(claim.covers if name == "covers" else claim.excludes)


def _qualifiers(claims: Sequence[Claim]) -> Iterator[tuple[str, Wording]]:
    periods = {c.period for c in claims}
    if len(periods) > 1:
        days = sorted(p for p in periods if p is not None)
        yield "period", joined(map(show_period, days), " / ")
    for name in _WORDED:
        words = {_fold(claim.compared_by(name) or "") for claim in claims}
        if len(words) > 1:
            yield name, joined(sorted(filter(None, words)), " / ")


def _fold(text: str) -> str:
    return " ".join(text.casefold().split())


def _is_wide(stated: Iterable[Stated]) -> bool:
    """Whether different figures meet only because of a word like "about" or "over"."""
    values = [one.value for one in stated if isinstance(one.value, Measured)]
    if all(v.bound == "exact" and v.last is None for v in values):
        return False
    ends = [end for v in values for end in (v.number, v.last) if end is not None]
    widest = max((abs(end) for end in ends), default=Decimal(0))
    return bool(ends) and max(ends) - min(ends) > widest * NEAR
