"""One passage in the texts of several sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from factcheck.comparing.origins import OriginGraph
from factcheck.comparing.origins.copies import LONG, Copies
from factcheck.model import (
    COMPATIBLE,
    Claim,
    Finding,
    Position,
    Topic,
    Verdict,
    Wording,
    both,
    say,
)
from factcheck.rules.base import Compared, CorpusRule, Example, Statement

MOST_NAMED = 2
"""Topics that the message names; the others are counted."""

LATE = Statement(
    "Quay Wire",
    "Northwind",
    "staff",
    "8,500",
    {"quote": "now has 8,500 people on its payroll"},
    published="2026-01-07",
    archived="After two quiet years the shipyard now has 8,500 people on its payroll again.",
)


class SyndicatedCopy(CorpusRule):
    """Sources that agree, and would count as independent, tell it in the same words.

    ## Why it matters

    Agencies sell their texts, and sites copy one another: ten outlets can print one sentence. The
    same long run of words around what two sources say is one text, not two witnesses, so that
    their agreement counts once, for whoever published first. The run must touch the quote, in the
    sources' texts (`--archive`) or in the quotes; that they share boilerplate says nothing. A
    translated copy is not found.

    ## What to do

    Find out who wrote the passage, and add that to `attributed_to` of the others.
    """

    words: int = LONG
    """How many words in a row must be the same; two Chinese or Japanese letters count as one."""

    flags = (
        Example(
            "one sentence in two texts",
            (
                Statement(
                    "Harbour Post",
                    "Northwind",
                    "staff",
                    "8,500",
                    {"quote": "8,500 people"},
                    archived="Good news: “After two quiet years, the shipyard now has 8,500 people"
                    " on its payroll”.",
                ),
                LATE,
            ),
        ),
        Example(
            "one long quote",
            tuple(
                Statement(
                    outlet,
                    "Northwind",
                    "staff",
                    "8,500",
                    {
                        "quote": "for the first time since the flood the yard employs 8,500 people"
                        " again"
                    },
                )
                for outlet in ("Harbour Post", "Quay Wire")
            ),
        ),
        Example(
            "one long quote, in one of them with a slip of spelling",
            tuple(
                Statement(
                    outlet,
                    "Northwind",
                    "chip",
                    chip,
                    {
                        "quote": "for the first time since the flood the yard fits every ship with"
                        f" a {chip}"
                    },
                )
                for outlet, chip in (("Harbour Post", "Lantern"), ("Quay Wire", "Lanten"))
            ),
        ),
    )
    allows = (
        Example(
            "the same fact in words of its own",
            (
                Statement(
                    "Harbour Post",
                    "Northwind",
                    "staff",
                    "8,500",
                    {"quote": "8,500 people"},
                    archived="The yard on the eastern quay employs 8,500 people, more than before.",
                ),
                LATE,
            ),
        ),
        Example(
            "a short quote that everybody uses",
            tuple(
                Statement(outlet, "Northwind", "staff", "8,500", {"quote": "a staff of 8,500"})
                for outlet in ("Harbour Post", "Quay Wire")
            ),
        ),
        Example(
            "two that name one origin, and count once anyway",
            tuple(
                Statement(
                    outlet,
                    "Northwind",
                    "staff",
                    "8,500",
                    {
                        "attributed_to": ["statistics-office"],
                        "quote": "for the first time since the flood the yard employs 8,500 people"
                        " again",
                    },
                )
                for outlet in ("Harbour Post", "Quay Wire")
            ),
        ),
    )

    def check(self, compared: Compared) -> Iterator[Finding]:
        """One finding for each set of sources, whatever number of passages they share."""
        graph = compared.origins.with_words(self.words)
        found: dict[tuple[str, ...], dict[str, tuple[Topic, Copies]]] = defaultdict(dict)
        for topic in compared.topics:
            for scope, groups in zip(topic.scopes, graph.copies(topic), strict=True):
                if scope.verdict in COMPATIBLE:
                    for copies in groups:
                        if _independent(copies, topic, graph):
                            sources = tuple(sorted({c.source.id for c in copies.claims}))
                            found[sources][copies.claims[0].name] = (topic, copies)
        for sources, passages in sorted(found.items()):
            yield self._finding(sources, list(passages.values()))

    def _finding(self, sources: tuple[str, ...], passages: list[tuple[Topic, Copies]]) -> Finding:
        positions: dict[str, dict[str, Claim]] = {s: {} for s in sources}
        for _, copies in passages:
            for claim in copies.claims:
                positions[claim.source.id][claim.name] = claim
        claims = [c for position in positions.values() for c in position.values()]
        first = min(claims, key=lambda c: (c.source.published, c.name)).source.outlet
        topics = {(t.subject.id, t.attribute.id): t for t, _ in passages}
        one = next(iter(topics.values())) if len(topics) == 1 else None
        return Finding(
            rule=self.name,
            verdict=Verdict.UNDETERMINED,
            anchor=sources,
            positions=tuple(
                Position(_outlet(position), tuple(position[n] for n in sorted(position)))
                for position in positions.values()
            ),
            message=say(
                "{outlets} share a passage on {what}: their agreement counts once.",
                outlets=both(sorted({c.source.outlet for c in claims})),
                what=_what(list(topics.values())),
            ),
            todo=say(
                "Find out whether the others have it from {first}, which published first, or all"
                " from a third, and add that to attributed_to.",
                first=first,
            ),
            remarks=tuple(say("Both have “{words}”.", words=c.words) for _, c in passages),
            subject=one.subject if one is not None else None,
            attribute=one.attribute if one is not None else None,
        )


def _independent(copies: Copies, topic: Topic, graph: OriginGraph) -> bool:
    """Whether the claims would count as several, were their words their own."""
    return len({root for c in copies.claims for root in graph.uncopied(c, topic)}) > 1


def _what(topics: list[Topic]) -> Wording:
    named: list[Wording] = [
        say("{attribute} of {subject}", attribute=t.attribute.label, subject=t.subject.label)
        for t in topics[:MOST_NAMED]
    ]
    if len(topics) > MOST_NAMED:
        named.append(say("{count} more things", count=len(topics) - MOST_NAMED))
    return both(named)


def _outlet(position: dict[str, Claim]) -> str:
    return next(iter(position.values())).source.outlet
