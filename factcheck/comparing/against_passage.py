"""Compares a claim with the sentence around its quote, and reports where the two differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from factcheck.comparing.compared import Compared
from factcheck.model import Claim, Period, Phrase, Subject, Verdict, say
from factcheck.text.context import Context, ReadingError
from factcheck.text.passages.cue_words import (
    DENIAL,
    NEGATION,
    clause,
    compares_before,
    credited,
    cues_before,
)
from factcheck.text.passages.passage import folded, plain
from factcheck.text.passages.standing import Standing
from factcheck.values import kind_for
from factcheck.values.measures.measured import Measured
from factcheck.values.naming.named_periods import named_period
from factcheck.values.period import show_period

FIRM = (None, "actual", "confirmed")
WIDER = 4
"""Words on either side of a value that may bound it: "no more than", "or so"."""
_ARTICLE = re.compile(r"\A\W*(?:\w{1,3}\W)?")
"""What may stand before the name with which a sentence opens."""
DATED = frozenset({"period", "date", "time"})


class Doubt(NamedTuple):
    """One difference between a sentence and its claim: the verdict, the reason, what to do."""

    verdict: Verdict
    message: Phrase
    todo: Phrase


def doubts_of(claim: Claim, place: Standing, peers: Peers) -> Iterator[Doubt]:
    """Every difference between one sentence and its claim."""
    start, end = _value_in(claim, place)
    yield from _taken_back_or_hedged(claim, place, start, end)
    yield from _bounded(claim, place, start, end)
    yield from _dated(claim, place, start, end)
    yield from peers.doubts(claim, place, start)
    yield from peers.credits(claim, place)


def _value_in(claim: Claim, place: Standing) -> tuple[int, int]:
    """The place of the value in the sentence: inside the quote, or else the quote itself."""
    text = folded(plain(claim.text))
    at = place.sentence.find(text, place.start, place.end) if text else -1
    return (at, at + len(text)) if at >= 0 else (place.start, place.end)


def _taken_back_or_hedged(claim: Claim, place: Standing, start: int, end: int) -> Iterator[Doubt]:
    measured = isinstance(claim.value, Measured) or claim.attribute.kind in DATED
    for cue in cues_before(place.sentence, start, end, claim.language):
        quoted = place.start <= cue.start and cue.end <= place.end
        if cue.what in (NEGATION, DENIAL):
            if claim.status == "denied" or (quoted and not measured):
                continue  # words of a choice may hold a "not" of their own
            yield Doubt(
                Verdict.UNSUPPORTED,
                say(
                    "The sentence of {claim} takes back what the claim states: “{word}”.",
                    claim=claim.name,
                    word=cue.word.strip(),
                ),
                say("Correct the claim, give it the status denied, or quote another passage."),
            )
        elif claim.status in FIRM and not (cue.what == "conditional" and claim.conditions):
            yield Doubt(
                Verdict.UNSUPPORTED if claim.status else Verdict.UNDETERMINED,
                say(
                    "The sentence of {claim} is less firm than the claim: “{word}”.",
                    claim=claim.name,
                    word=cue.word.strip(),
                ),
                say("Add status: {status}, if that is what it says.", status=cue.what),
            )


def _bounded(claim: Claim, place: Standing, start: int, end: int) -> Iterator[Doubt]:
    """The same number with more words of the sentence, if these make it another bound."""
    value = claim.value
    if not isinstance(value, Measured) or claim.read_as is not None or end <= start:
        return
    before = place.sentence[:start].split(" ")
    behind = place.sentence[end:].split(" ")
    context = Context(claim.language, claim.source.published.start, claim.attribute)
    for left in range(min(WIDER, len(before)), -1, -1):
        for right in range(min(WIDER, len(behind)), 0, -1):
            head = " ".join(before[len(before) - left :])
            wider = f"{head}{place.sentence[start:end]}{' '.join(behind[:right])}".strip(" .,;:!?")
            found = _read(claim, wider, context)
            if found is not None and _differs(found, value):
                yield Doubt(
                    Verdict.UNDETERMINED,
                    say(
                        "The sentence of {claim} bounds its value: “{wider}”.",
                        claim=claim.name,
                        wider=wider,
                    ),
                    say("Type the value as the sentence has it: {wider}", wider=wider),
                )
                return


def _read(claim: Claim, text: str, context: Context) -> Measured | None:
    """The value of the words; None if they give no value."""
    try:
        found = kind_for(claim.attribute).read(text, context)
    except ReadingError:
        return None
    return found if isinstance(found, Measured) else None


def _differs(wider: Measured, value: Measured) -> bool:
    """Whether more words of the sentence change the value: to a bound, a range, or a share of
    it.
    """
    return (wider.bound, wider.number, wider.last) != (value.bound, value.number, value.last)


def _dated(claim: Claim, place: Standing, start: int, end: int) -> Iterator[Doubt]:
    """A year in the clause of the value that differs from the claim's year."""
    stated = claim.period or claim.as_of
    if stated is None or claim.attribute.kind in DATED:
        return
    first, last = clause(place.sentence, start, end)
    words = place.sentence[first:last]
    context = Context(claim.language, (claim.relative_to or claim.source.published).start)
    found = named_period(words, context)
    if found is not None and not _meet(found, stated):
        yield Doubt(
            Verdict.UNSUPPORTED,
            say(
                "The sentence of {claim} speaks of {found}, the claim of {stated}.",
                claim=claim.name,
                found=show_period(found),
                stated=show_period(stated),
            ),
            say("Correct the period, or quote the passage that is meant."),
        )


def _meet(a: Period, b: Period) -> bool:
    return a.start <= b.end and b.start <= a.end


class Peers:
    """The other subjects with a claim on the same attribute, by all of their names."""

    def __init__(self, compared: Compared) -> None:
        self._subjects = subjects = compared.vocabulary.subjects
        self._origins = compared.vocabulary.origins
        self._kin = {id: _kin(subject, subjects) for id, subject in subjects.items()}
        self._of: dict[str, dict[str, Subject]] = {}
        for claim in compared.claims:
            self._of.setdefault(claim.attribute.id, {})[claim.subject.id] = claim.subject

    def doubts(self, claim: Claim, place: Standing, start: int) -> Iterator[Doubt]:
        """Report a sentence that opens with a peer's name and does not name the claim's subject."""
        mine = self._kin.get(claim.subject.id, {claim.subject.id})
        peers = self._of[claim.attribute.id]
        others = [s for id, s in peers.items() if not (self._kin.get(id, {id}) & mine)]
        head = place.sentence[:start]
        named = [subject for subject in others if _opens_with(head, subject)]
        own = [self._subjects[id] for id in sorted(mine) if id in self._subjects]
        if len(named) == 1 and not any(_speaks_of(claim, place, subject) for subject in own):
            yield Doubt(
                Verdict.UNDETERMINED,
                say(
                    "The sentence of {claim} opens with {other}, and does not name {subject}.",
                    claim=claim.name,
                    other=named[0].label,
                    subject=claim.subject.label,
                ),
                say("Correct the subject, or quote the passage that names it."),
            )

    def credits(self, claim: Claim, place: Standing) -> Iterator[Doubt]:
        """Report a sentence that credits a registered origin which the claim does not name."""
        for words in credited(place.sentence, claim.language):
            low = words.casefold()
            for id, origin in sorted(self._origins.items()):
                known = id in claim.attributed_to or origin.outlet == claim.source.outlet
                if not known and _has(low, plain(str(origin.label)).casefold()):
                    yield Doubt(
                        Verdict.UNDETERMINED,
                        say(
                            "The sentence of {claim} credits {origin}; the claim does not.",
                            claim=claim.name,
                            origin=origin.label,
                        ),
                        say("Add attributed_to: [{origin}].", origin=id),
                    )
                    return


def _speaks_of(claim: Claim, place: Standing, subject: Subject) -> bool:
    """Whether the sentence is about the subject, rather than compares somebody with it."""
    low = place.sentence.casefold()
    return any(
        not compares_before(place.sentence, at, claim.language)
        for name in _spellings(subject)
        for at in _places(low, name)
    )


def _kin(subject: Subject, subjects: Mapping[str, Subject]) -> set[str]:
    """A subject and everything that it belongs to."""
    found = {subject.id}
    ahead = [subject]
    while ahead:
        one = ahead.pop()
        for id in (one.family, one.part_of):
            if id is not None and id not in found and id in subjects:
                found.add(id)
                ahead.append(subjects[id])
    return found


def _opens_with(text: str, subject: Subject) -> bool:
    low = text.casefold()
    after = _ARTICLE.sub("", low, count=1)
    return any(low.startswith(name) or after.startswith(name) for name in _spellings(subject))


def _spellings(subject: Subject) -> Iterator[str]:
    registered = (name for _, name in subject.names)
    for name in (str(subject.label), *subject.aliases, *registered, *subject.misspellings):
        if name:
            yield plain(name).casefold()


def _has(text: str, name: str) -> bool:
    return next(_places(text, name), None) is not None


def _places(text: str, name: str) -> Iterator[int]:
    """The places of a name in a text where no word continues it; inflected endings are allowed."""
    at = text.find(name)
    while at >= 0:
        if not (text[at - 1 : at].isalnum() and text[at - 1 : at].isascii()):
            yield at
        at = text.find(name, at + 1)
