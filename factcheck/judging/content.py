"""Compares a finding with its record: unchanged, grown, or changed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import IntEnum

from factcheck.judging.identity import folded, value_of, values_of, worded_value_of
from factcheck.judging.meaning import digest, what_changed
from factcheck.model import Claim, Finding, KnownValue, Phrase, Wording, both, say
from factcheck.model.frozen import dataclass


class Match(IntEnum):
    """How well a finding matches its record; a lower value is a better match."""

    SAME = 0
    GROWN = 1
    CHANGED = 2


@dataclass(frozen=True, slots=True)
class Fit:
    """The match of a finding, with the claims that joined or changed."""

    match: Match
    why: Phrase | None = None


def fit(finding: Finding, known: Iterable[KnownValue]) -> Fit:
    """Compare the finding with the recorded values.

    A changed value or a new position is a change, and so is a new meaning of a claim with a
    recorded digest: its status, conditions, coverage, exclusions, credit. A source that joins a
    known position makes the finding grow. A removed claim changes nothing, since a reader sees
    nothing new.
    """
    before, after = tuple(known), values_of(finding)
    was, now = _given(before), _given(after)
    stated = (worded_value_of(c, p) for p in finding.positions for c in p.claims)
    shown = {folded(str(text)): text for text in (*(k.value for k in before), *stated)}
    reasons = (*_changed(was, now, shown), *_new_positions(finding, was, shown))
    for why in (*reasons, *_new_meanings(finding, before)):
        return Fit(Match.CHANGED, why)
    for value, source in sorted(_worded(now) - _worded(was)):
        why = say("{source} now also says {value}.", source=source, value=shown[value])
        return Fit(Match.GROWN, why)
    return Fit(Match.SAME)


Given = Mapping[str, frozenset[str]]  # value, without its case -> names of the claims that give it


def _given(values: Iterable[KnownValue]) -> Given:
    given: dict[str, frozenset[str]] = {}
    for known in values:
        value = folded(known.value)
        given[value] = given.get(value, frozenset()) | frozenset(known.claims)
    return given


def _changed(was: Given, now: Given, shown: Mapping[str, Wording]) -> Iterator[Phrase]:
    """A sentence for each claim, and each source, whose statement changed.

    A claim without an id gets a new name when its content changes: its source then identifies it.
    """
    for key in (_claim, _source):
        before, after = _by(key, was), _by(key, now)
        for name in sorted(before.keys() & after.keys()):
            new, old = after[name] - before[name], before[name] - after[name]
            if (new and old) or (key is _claim and (new or old)):
                yield say(
                    "{name} now says {new}; it said {old}.",
                    name=name,
                    new=_and(after[name], shown),
                    old=_and(before[name], shown),
                )


def _claim(name: str) -> str:
    return name


def _source(name: str) -> str:
    return name.partition("/")[0]


def _and(values: Iterable[str], shown: Mapping[str, Wording]) -> Wording:
    return both(shown[value] for value in sorted(values))


def _by(key: Callable[[str], str], given: Given) -> dict[str, set[str]]:
    """The values by claim, or by source."""
    stated: dict[str, set[str]] = defaultdict(set)
    for value, names in given.items():
        for name in names:
            stated[key(name)].add(value)
    return stated


def _new_positions(finding: Finding, was: Given, shown: Mapping[str, Wording]) -> Iterator[Phrase]:
    """A sentence for each new position.

    Without its new claims, a known position equals its record. What is left of a new one is empty,
    or a part of another position (they share only a coarse value), or equal to one: then two new
    values split a former position.
    """
    positions = [frozenset(folded(value_of(c, p)) for c in p.claims) for p in finding.positions]
    kept = [position.intersection(was) for position in positions]
    times = Counter(kept)
    for position, old in zip(positions, kept, strict=True):
        if position != old and (not old or times[old] > 1 or any(old < other for other in kept)):
            yield say("{values} is new here.", values=_and(position - old, shown))


def _new_meanings(finding: Finding, known: Iterable[KnownValue]) -> Iterator[Phrase]:
    """A sentence for each claim with the same value and a new meaning.

    A claim without an id may have a new name: it is then matched by its source and value.
    """
    digests = {name: (folded(one.value), was) for one in known for name, was in one.digests}
    here = {claim.name: claim for claim in finding.claims}
    unnamed: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for position in finding.positions:
        for claim in position.claims:
            if claim.name not in digests:
                value = folded(value_of(claim, position))
                unnamed[value, claim.source.id].append(claim)
    for name, (value, was) in sorted(digests.items()):
        same = [here[name]] if name in here else unnamed[value, _source(name)]
        if same and was not in map(digest, same):
            yield what_changed(same[0], was)


def _worded(given: Given) -> set[tuple[str, str]]:
    """The values by source; ids that a claim gains or loses are ignored."""
    return {(value, _source(name)) for value, names in given.items() for name in names}
