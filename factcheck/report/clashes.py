"""The findings about each claim as a sign and a word, for pictures that mark claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factcheck.model import Claim, JudgedFinding, Severity, State, Verdict, own
from factcheck.report.pictures.picture_parts import ClashView
from factcheck.report.words.translating import Translator

SIGNS = {
    "conflict": ("≠", own("in conflict")),
    "unclear": ("?", own("to clarify")),
    "decided": ("✓", own("decided")),
}
"""From the gravest to the lightest: the sign and the word of each state."""

GRAVITY = tuple(SIGNS)


def clashes(findings: Iterable[JudgedFinding], words: Translator) -> Mapping[str, ClashView]:
    """By claim name: the most severe finding about it; of several, the first."""
    found: dict[str, ClashView] = {}
    for judged in findings:
        state = _state(judged)
        if state is None:
            continue
        sign, word = SIGNS[state]
        clash = ClashView(state, sign, words.text(word), judged.id)
        for claim in judged.finding.claims:
            found[claim.name] = _graver(found.get(claim.name), clash)
    return found


def most_severe(claims: Iterable[Claim], found: Mapping[str, ClashView]) -> ClashView | None:
    """The most severe finding about these claims; None if there is none."""
    about = [found[c.name] for c in claims if c.name in found]
    return min(about, key=lambda clash: GRAVITY.index(clash.state), default=None)


def _graver(one: ClashView | None, other: ClashView) -> ClashView:
    if one is None or GRAVITY.index(other.state) < GRAVITY.index(one.state):
        return other
    return one


def _state(judged: JudgedFinding) -> str | None:
    """The word for a claim's findings. An unsupported claim lacks a quote: nobody contradicts
    it.
    """
    if judged.severity is Severity.NOTE:
        return None
    if judged.state is State.RESOLVED:
        return "decided"
    unsupported = judged.finding.verdict is Verdict.UNSUPPORTED
    return "unclear" if unsupported or judged.severity is Severity.WARNING else "conflict"
