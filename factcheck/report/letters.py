"""Letters to outlets: a neutral question, and a request for a correction after a decision."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from factcheck.model import (
    Claim,
    Decision,
    Finding,
    JudgedFinding,
    Position,
    State,
    Verdict,
)
from factcheck.report.cutting import Space
from factcheck.report.decision_views import preferred
from factcheck.report.page import Cut, LetterView
from factcheck.report.words.catalogues import languages
from factcheck.report.words.stating import topic_of, topic_words
from factcheck.report.words.translating import Translator, translator
from factcheck.text.cldr import base_language
from factcheck.values.period import show_period

MOST_OUTLETS = 12
"""Outlets that are written to about one finding."""

MOST_PASSAGES = 4
"""Passages of one outlet, and of all others, that a letter quotes."""


def questions(
    finding: Finding, positions: Sequence[Position], words: Translator, space: Space
) -> Cut[LetterView]:
    """A question to each outlet but our own, in the order of their names."""
    kept = space.take(_addressed(finding.claims, words), MOST_OUTLETS)
    letters = (
        LetterView(outlet, tuple(_question(outlet, finding, positions, its)), its.language)
        for outlet, its in kept.shown
    )
    return Cut(tuple(letters), kept.left_out)


@cache
def _ours(language: str) -> str | None:
    """The report language that matches a source's language; None without one."""
    known = languages()
    return next((tag for tag in (language, base_language(language)) if tag in known), None)


def corrections(
    judged: JudgedFinding, positions: Sequence[Position], words: Translator
) -> tuple[LetterView, ...]:
    """A request to each outlet whose value was not preferred, while the decision applies."""
    resolution = judged.resolution
    if resolution is None or judged.state is not State.RESOLVED:
        return ()
    if resolution.decision is not Decision.PREFER or resolution.prefer is None:
        return ()
    given = {
        name
        for known in resolution.values
        if known.value == resolution.prefer
        for name in known.claims
    }
    other = [c for p in positions for c in p.claims if c.name not in given]
    right = {c.source.outlet for p in positions for c in p.claims if c.name in given}
    return tuple(
        LetterView(outlet, tuple(_correction(outlet, judged, other, its)), its.language)
        for outlet, its in _addressed(other, words)[:MOST_OUTLETS]
        if given and outlet not in right
    )


def _question(
    outlet: str, finding: Finding, positions: Sequence[Position], words: Translator
) -> Iterator[str]:
    own = [c for p in positions for c in p.claims if c.source.outlet == outlet]
    yield from _opening(outlet, own, finding, words)
    others = [_first(p, outlet) for p in positions]
    for claim in [c for c in others if c is not None][:MOST_PASSAGES]:
        yield words.text(
            "{outlet} writes, in “{title}” ({day}): “{words}”",
            outlet=claim.source.outlet,
            title=claim.source.title,
            day=words.printed(show_period(claim.source.published)),
            words=_passage(claim),
        )
    if finding.verdict is Verdict.VARIANT:
        yield words.text("Could you tell us how the name is written, and where you have it from?")
    else:
        yield words.text(
            "Could you tell us what exactly your statement counts or means, for which day or period"
            " it holds, and from whom you have it?"
        )
    yield words.text("We hold neither statement for the right one, and want to print both fairly.")


def _correction(
    outlet: str, judged: JudgedFinding, claims: Iterable[Claim], words: Translator
) -> Iterator[str]:
    resolution = judged.resolution
    assert resolution is not None
    own = [c for c in claims if c.source.outlet == outlet]
    yield from _opening(outlet, own, judged.finding, words)
    yield words.text(
        "We have come to hold “{value}” for right, for this reason: {reason}",
        value=preferred(judged, words),
        reason=resolution.reason,
    )
    if resolution.evidence:
        yield words.text("Our evidence: {evidence}", evidence=resolution.evidence)
    yield words.text("Would you look into it, and correct your text if you come to hold the same?")


def _opening(
    outlet: str, own: Sequence[Claim], finding: Finding, words: Translator
) -> Iterator[str]:
    topic = topic_of(own[0], finding.scope, words)
    if finding.subject is not None and finding.attribute is not None:
        topic = topic_words(finding.subject.label, finding.attribute.label, finding.scope, words)
    yield words.text("To the editors of {outlet}", outlet=outlet)
    yield words.text("We are comparing what has been published on this: {topic}.", topic=topic)
    passages = {(c.source.id, _passage(c)): c for c in reversed(own)}
    for claim in list(reversed(passages.values()))[:MOST_PASSAGES]:
        yield words.text(
            "You write, in “{title}” ({day}): “{words}”",
            title=claim.source.title,
            day=words.printed(show_period(claim.source.published)),
            words=_passage(claim),
        )


def _first(position: Position, outlet: str) -> Claim | None:
    """A claim of another outlet, on a position that this outlet does not share."""
    if any(c.source.outlet == outlet for c in position.claims):
        return None
    return next(iter(position.claims), None)


def _passage(claim: Claim) -> str:
    return claim.quote.exact if claim.quote is not None else claim.text


def _addressed(claims: Iterable[Claim], words: Translator) -> Sequence[tuple[str, Translator]]:
    """The outlets behind these claims except our own, each with the language of its letter.

    That is the outlet's most frequent language, if the report supports it.
    """
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        if not claim.source.ours:
            written[claim.source.outlet][claim.source.language] += 1
    addressed = []
    for outlet, counts in sorted(written.items()):
        most = min(counts, key=lambda language: (-counts[language], language))
        addressed.append((outlet, translator(_ours(most) or words.language)))
    return addressed
