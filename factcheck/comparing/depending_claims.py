"""Describes the figures that hold only under a condition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.model import Claim, Phrase, joined, say


def depending(claims: Iterable[Claim]) -> Iterator[Phrase]:
    """A sentence for each of these claims that has a condition, in order of their names."""
    for claim in sorted(set(claims), key=lambda c: c.name):
        facts = {"text": claim.text, "outlet": claim.source.outlet}
        if claim.conditions:
            words = joined(claim.conditions, "; ")
            yield say("{text} ({outlet}) depends on a condition: “{words}”.", words=words, **facts)
        elif claim.status == "conditional":
            yield say("{text} ({outlet}) depends on a condition.", **facts)
