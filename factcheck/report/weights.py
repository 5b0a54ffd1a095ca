"""Describes a finding's materiality in plain words: distance of the positions, and their
origins.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.comparing.materiality import Distance, Materiality
from factcheck.model import Finding, Wording, say
from factcheck.report.explained import WeightView
from factcheck.report.words.translating import Translator
from factcheck.values.measures.figures import round_digits, show_number

MOST = Decimal(100)
"""Beyond so many times, a factor or a number of uncertainties is told as "more than" this."""

NEAR = Decimal("1.1")
"""Below this ratio, the distance is told as a percentage: 3 % more, not 1.03 times."""

MOST_POSITIONS = 4
"""Sides whose origins are counted one by one."""


def weight_view(
    finding: Finding, weighed: Materiality, origins: Sequence[int], words: Translator
) -> WeightView:
    """The finding's materiality: in words for readers, in numbers for programs.

    `origins` are those of its positions, in the order in which these are shown.
    """
    disjoint = weighed.distance
    return WeightView(
        score=weighed.score,
        ratio=None if disjoint is None or disjoint.ratio.is_infinite() else disjoint.ratio,
        uncertainties=None
        if disjoint is None or disjoint.uncertainties.is_infinite()
        else disjoint.uncertainties,
        origins=tuple(origins),
        words=_words(finding, weighed, origins, words),
    )


def _words(
    finding: Finding, weighed: Materiality, origins: Sequence[int], words: Translator
) -> str:
    """The words; empty for a spelling, since the number of users does not make a name right."""
    if any(p.by == "name" for p in finding.positions):
        return ""
    parts = (
        "" if weighed.distance is None else _far(weighed.distance, weighed.stated, words),
        _origins(origins, weighed.stated, words),
    )
    return "; ".join(part for part in parts if part)


def _far(disjoint: Distance, stated: bool, words: Translator) -> str:
    if disjoint.uncertainties == 0:
        return ""
    far = disjoint.uncertainties
    parts = (
        _times(disjoint.ratio, stated, words),
        "" if far.is_infinite() else _uncertain(far, words),
    )
    return ", ".join(part for part in parts if part)


def _times(ratio: Decimal, stated: bool, words: Translator) -> str:
    """The larger figure as a multiple of the smaller one, whichever of them was stated."""
    if ratio.is_infinite():
        return ""
    if ratio < NEAR:
        share = _short((ratio - 1) * 100)
        if stated:
            return words.text("{share} % from what the others make of it", share=share)
        return words.text("{share} % from the other", share=share)
    times = say("more than {most}", most=MOST) if ratio > MOST else _short(ratio)
    if stated:
        return words.text("a factor of {times} from what the others make of it", times=times)
    return words.text("{times} times the other", times=times)


def _uncertain(far: Decimal, words: Translator) -> str:
    if far <= 1:
        return words.text("within their uncertainty")
    times = say("more than {most}", most=MOST) if far > MOST else _short(far)
    return words.text("{times} times their uncertainty", times=times)


def _short(number: Decimal) -> Wording:
    return show_number(round_digits(number, 2))


def _origins(counts: Sequence[int], stated: bool, words: Translator) -> str:
    """The origins of each position: "2 origins against 1"; empty for a single position."""
    match list(counts):
        case [] | [_]:
            return ""
        case _ if not any(counts):
            return (
                words.text("no known origin behind any figure")
                if stated
                else words.text("no known origin of any position")
            )
        case [first, second] if not stated:
            other = str(second) if second else words.text("none that is known")
            return words.text(
                "{origins} against {other}", origins=_count(first, words), other=other
            )
        case [first, *others] if set(others) == {first}:
            if stated:
                return words.text("{origins} behind each figure", origins=_count(first, words))
            return words.text("{origins} for each position", origins=_count(first, words))
        case _ if len(counts) <= MOST_POSITIONS:
            parts = ", ".join(map(str, counts))
            if stated:
                return words.text("origins behind each figure: {counts}", counts=parts)
            return words.text("origins of each position: {counts}", counts=parts)
    most = _count(max(counts), words)
    return words.text(
        "{positions} positions, with at most {origins} each", positions=len(counts), origins=most
    )


def _count(count: int, words: Translator) -> str:
    if count == 0:
        return words.text("no known origin")
    return words.many("{count} origin", "{count} origins", count)
