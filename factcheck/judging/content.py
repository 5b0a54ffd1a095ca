"""Whether a finding still says what was known of it: the same, more of it, or something else."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import IntEnum

from factcheck.judging.identity import folded, value_of, values_of, worded_value_of
from factcheck.judging.meaning import digest, what_changed
from factcheck.model import Claim, Finding, KnownValue, Phrase, Wording, both, say
from factcheck.model.frozen import dataclass


class Match(IntEnum):
    """How a finding fits what was known of it; the better, the lower."""

    SAME = 0
    GROWN = 1
    CHANGED = 2


@dataclass(frozen=True, slots=True)
class Fit:
    """How a finding fits, and what joined or changed."""

    match: Match
    why: Phrase | None = None


def fit(finding: Finding, known: Iterable[KnownValue]) -> Fit:
    """How the finding fits the values that were known of it.

    A value that changed, or a side that was not there, is a change, and so is another meaning of a
    claim whose digest is known: its status, conditions, coverage, exclusions, credit. A source that
    joins a known side makes the finding grow. What is no longer said changes nothing: nothing new
    is to be seen.
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
    """A sentence for each claim, and each source, that says something else than it did.

    A claim without an id has another name when it says something else: then its source tells.
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
    """What each claim says, or each source."""
    stated: dict[str, set[str]] = defaultdict(set)
    for value, names in given.items():
        for name in names:
            stated[key(name)].add(value)
    return stated


def _new_positions(finding: Finding, was: Given, shown: Mapping[str, Wording]) -> Iterator[Phrase]:
    """A sentence for each side that was not there before.

    Without what is new on it, a known side is the same as before. A new one is then empty, a part
    of another side (all that it has in common with it is a coarse value), or equal to one: then two
    new values part what was one side.
    """
    positions = [frozenset(folded(value_of(c, p)) for c in p.claims) for p in finding.positions]
    kept = [position.intersection(was) for position in positions]
    times = Counter(kept)
    for position, old in zip(positions, kept, strict=True):
        if position != old and (not old or times[old] > 1 or any(old < other for other in kept)):
            yield say("{values} is new here.", values=_and(position - old, shown))


def _new_meanings(finding: Finding, known: Iterable[KnownValue]) -> Iterator[Phrase]:
    """A sentence for each claim that gives the same value and means something else by it.

    A claim without an id may bear another name then: it is one that its source gives this value in.
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
    """Which source says which value: an id that a claim is given or loses does not count."""
    return {(value, _source(name)) for value, names in given.items() for name in names}
