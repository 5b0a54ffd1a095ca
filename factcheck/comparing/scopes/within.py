"""Compares scopes that depend on each other: a part and its whole, a state on two days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise, product

from factcheck.comparing.scopes.dating import is_vague
from factcheck.comparing.scopes.lattice import Lattice, Placed
from factcheck.comparing.scopes.parts import excess
from factcheck.comparing.scopes.positions import clash
from factcheck.comparing.scopes.totals import falling_totals
from factcheck.model import (
    Attribute,
    Claim,
    Phrase,
    Scope,
    Value,
    Verdict,
    Wording,
    in_english,
    own,
    say,
)
from factcheck.text.units import COUNTED, DAYS_OF_YEAR, adds_up
from factcheck.values import kind_for
from factcheck.values.measures.figures import show_share
from factcheck.values.measures.measured import Measured, widened


@dataclass
class ScopePairs:
    """Which scopes were compared with which, and the conflicts between them.

    With a declared drift, each state is compared with the next known one. So are all totals that
    only grow.
    """

    drifts: bool = False
    scopes: list[Scope] = field(default_factory=list)
    pairs: set[frozenset[Placed]] = field(default_factory=set)
    claims: set[Claim] = field(default_factory=set)

    def note(self, a: Placed, b: Placed) -> None:
        """Record that two scopes were compared, whatever the result."""
        self.pairs.add(frozenset((a, b)))
        self.claims.update(a.scope.claims, b.scope.claims)

    def met(self, a: Placed, b: Placed) -> bool:
        """Whether the two were compared."""
        return frozenset((a, b)) in self.pairs or (self.drifts and a.rest == b.rest)


def compare_within(
    described: Iterable[Placed], lattice: Lattice, attribute: Attribute
) -> ScopePairs:
    """Compare every scope with those that contain it, and each state with that of the next known
    day.
    """
    grows = attribute.measure == "cumulative"
    found = ScopePairs(drifts=grows or attribute.drift is not None)
    for part in described:
        for whole in lattice.wholes(part):
            found.scopes.extend(_part(part, whole, attribute, found))
    if grows:
        for line in lattice.in_time():
            if len(line) > 1:
                found.claims.update(claim for one in line for claim in one.scope.claims)
                found.scopes.extend(falling_totals(line, attribute))
    elif attribute.drift is not None:
        for line in lattice.in_time():
            for earlier, later in pairwise(line):
                found.scopes.extend(_drifted(earlier, later, attribute.drift, attribute, found))
    return found


def _part(part: Placed, whole: Placed, attribute: Attribute, found: ScopePairs) -> Iterator[Scope]:
    """A part is at most its whole; a state on a day is one of those of the month around it."""
    if part.time != whole.time:
        if any(map(is_vague, (*part.scope.claims, *whole.scope.claims))):
            return  # which of the two lies in the other is not known
        if attribute.measure == "cumulative":
            return  # a total of a month is the one of some day in it
        if attribute.measure == "stock" or "as_of" in attribute.key:
            if attribute.drift is None and part.rest == whole.rest:
                yield from _unlike_days(part, whole, attribute, found)
            return
        if attribute.measure != "flow":
            return
    elif kind_for(attribute).inherited:
        yield from _unlike_places(part, whole, attribute, found)
        return
    if _is_bounded(part, whole, attribute):
        found.note(part, whole)
        if (more := excess(part, whole, attribute)) is not None:
            step, *others = more.remarks
            scope = _between(part, whole, more.verdict, own("{a} in {b}"), step, more.todo)
            yield replace(scope, positions=more.positions, remarks=(step, *others))


def _is_bounded(part: Placed, whole: Placed, attribute: Attribute) -> bool:
    """Whether the part's figure cannot exceed the whole's: amounts add up, prices do not.

    A stock of a place is additive if it is a plain count: people, not ages.
    """
    if attribute.measure == "net":
        return False
    values = [v for v in (*part.values, *whole.values) if isinstance(v, Measured)]
    units = {v.unit for v in values}
    if len(units) != 1 or any(v.number < 0 for v in values) or not adds_up(min(units)):
        return False
    place = dict(part.rest).get("place")
    if place == dict(whole.rest).get("place") or attribute.measure == "flow":
        return True
    whole_numbers = all(v.number == v.number.to_integral_value() for v in values)
    return (
        attribute.measure in ("stock", "cumulative") and units <= {"", *COUNTED} and whole_numbers
    )


def _unlike_days(
    part: Placed, whole: Placed, attribute: Attribute, found: ScopePairs
) -> Iterator[Scope]:
    """Two states, one of a day within the days of the other: the exact day of the other is missing.

    Values that are neither equal nor disjoint, such as lists without a common member, are not
    compared here.
    """
    if part.is_undecided(whole, attribute):
        return
    found.note(part, whole)
    if part.clashes(whole, attribute):
        step = say(
            "{part} lies in {whole}: what is said of {whole} may be of another day.",
            part=part.label,
            whole=whole.label,
        )
        claims = ", ".join(c.name for c in whole.scope.claims)
        todo = say("Give the day in {claims} to decide.", claims=claims)
        yield _between(part, whole, Verdict.UNDETERMINED, own("{a} in {b}"), step, todo)


def _unlike_places(
    part: Placed, whole: Placed, attribute: Attribute, found: ScopePairs
) -> Iterator[Scope]:
    """A claim on a place applies to the places in it, unless they are declared to differ.

    A rank within a town is none within its country.
    """
    if attribute.many or any(choice.rank is not None for choice in attribute.choices):
        return
    found.note(part, whole)
    if part.clashes(whole, attribute):
        step = say(
            "{part} lies in {whole}: what is said of {whole} may not hold of all of it.",
            part=part.label,
            whole=whole.label,
        )
        claims = ", ".join(c.name for c in whole.scope.claims)
        todo = say(
            "Ask whether what {claims} says holds of {part}, too.", claims=claims, part=part.label
        )
        yield _between(part, whole, Verdict.UNDETERMINED, own("{a} in {b}"), step, todo)


def _drifted(
    earlier: Placed, later: Placed, drift: Decimal, attribute: Attribute, found: ScopePairs
) -> Iterator[Scope]:
    """Whether two states are within the declared drift of each other."""
    years = years_between(earlier, later)
    if years is None:
        return
    found.note(earlier, later)
    kind = kind_for(attribute)
    pairs = product(drifting(earlier, drift * years), drifting(later, drift * years))
    if all(clash(a, b, kind) for a, b in pairs):
        step = say(
            "{attribute} is declared to move by at most {drift} a year, and {years} years at most"
            " lie between the two.",
            attribute=attribute.label,
            drift=show_share(drift),
            years=in_english(f"{years:.1f}", "{number}", number=round(years, 1)),
        )
        yield _between(earlier, later, Verdict.CONTRADICTS, own("{a} to {b}"), step)


def drifting(placed: Placed, share: Decimal) -> list[Value]:
    """The values, each widened by half of the drift that is possible for the state."""
    return [widened(v, share / 2) if isinstance(v, Measured) else v for v in placed.values]


def years_between(one: Placed, other: Placed) -> Decimal | None:
    """The longest time from a day of one to a day of the other; None if one has no end."""
    if one.time is None or other.time is None:
        return None
    a, b = one.time, other.time
    if date.min in (a.start, b.start) or date.max in (a.end, b.end):
        return None
    return Decimal(max((b.end - a.start).days, (a.end - b.start).days)) / DAYS_OF_YEAR


def _between(
    a: Placed, b: Placed, verdict: Verdict, common: str, step: Phrase, todo: Phrase | None = None
) -> Scope:
    """Two scopes side by side, labelled by the qualifiers that distinguish them."""
    words_a, words_b = dict(a.narrowed.words), dict(b.narrowed.words)
    names = dict.fromkeys((*words_a, *words_b))
    return Scope(
        tuple((name, _jointly(common, words_a[name], words_b[name])) for name in names),
        (*a.positions, *b.positions),
        verdict,
        (step,),
        todo,
        anchor=common.format(a=a.narrowed.anchor, b=b.narrowed.anchor),
    )


def _jointly(common: str, a: Wording, b: Wording) -> Wording:
    """The label of a qualifier for two scopes: once if both have the same words."""
    return a if str(a) == str(b) else say(common, a=a, b=b)
