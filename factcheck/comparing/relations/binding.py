"""Binds claims to the terms of a relation: for each term, the claims of one subject and one scope.

Claims are bound together if they have equal periods (a `back` term: the period a year before), the
same place, coverage and basis (a claim that leaves these out is bound with others that do), and
statuses of the same group; a plan may be compared with a fact of the year before. A claim with an
unknown period is bound only to claims of its own source, and only if these leave no doubt about the
period. A claim with a condition is bound among planned claims; the finding mentions the condition.
An attribute without period or as_of in its key is timeless.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain

from factcheck.comparing.relations.slots import (
    STATES,
    Frame,
    Mentioned,
    Slot,
    Topics,
    before,
    frame_of,
    is_reserved,
    is_timed,
    mentioned,
    slots_of,
)
from factcheck.comparing.relations.term_positions import TermPosition, position_of
from factcheck.model import Claim, Period, Relation, Subject, Value, Wording, joined, say
from factcheck.model.frozen import dataclass
from factcheck.model.relation_kinds import FORMS, RelationKind
from factcheck.values.period import show_period


@dataclass(frozen=True, slots=True)
class Input:
    """The claims on one term of a relation: its positions, each a set of claims that agree."""

    slot: Slot
    when: Period | None
    positions: tuple[TermPosition, ...]


@dataclass(frozen=True, slots=True)
class Binding:
    """One relation with the claims of its terms, all of one scope."""

    relation: Relation
    form: RelationKind
    subject: Subject
    frame: Frame
    home: str  # the source to which it is confined, or ""
    inputs: tuple[Input, ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims of all inputs, each once, in order of name."""
        named = {c.name: c for i in self.inputs for s in i.positions for c in s.claims}
        return tuple(named[name] for name in sorted(named))

    @property
    def label(self) -> Wording:
        """The scope in words: "2025, planned"."""
        frame = self.frame
        when = [show_period(frame.when)] if frame.when is not None else []
        return joined([*when, *filter(None, frame.fixed), *[say("planned")] * frame.planned])

    @property
    def anchor(self) -> tuple[str, ...]:
        """The identity of the binding, independent of the values of its claims."""
        subjects = dict.fromkeys(i.slot.subject.id for i in self.inputs)
        return (self.relation.id, *subjects, str(self.label), *filter(None, [self.home]))


@dataclass(frozen=True, slots=True)
class Bound:
    """The combinations of claims that fit a relation, in a fixed order.

    `complete` has claims on every term. `open` has the combinations in which one term has no claim;
    it is empty unless it was asked for.
    """

    complete: tuple[Binding, ...]
    open: tuple[Binding, ...] = ()


def bind(relation: Relation, topics: Topics, missing: bool = False) -> Bound:
    """Bind the relation; with `lacking`, also where one of its terms has no claim."""
    complete: list[Binding] = []
    with_gaps: list[Binding] = []
    for slots in slots_of(relation, topics, missing):
        worded = [list(mentioned(slot, topics)) for slot in slots]
        everywhere = list(_of_all(relation, slots, worded, missing))
        homes = list(_at_home(relation, slots, worded, missing))
        complete += _in_order(
            filter(_is_complete, everywhere),
            *(_of_one_period(filter(_is_complete, home)) for home in homes),
        )
        if missing:
            with_gaps += _in_order(everywhere, *map(_of_one_period, homes))
    return Bound(tuple(complete), tuple(with_gaps))


def _in_order(*bindings: Iterable[Binding]) -> list[Binding]:
    return sorted(chain.from_iterable(bindings), key=lambda b: b.anchor)


def _is_complete(binding: Binding) -> bool:
    return all(one.positions for one in binding.inputs)


Described = Sequence[Sequence[Mentioned]]  # for each slot, the claims on it
Group = tuple[tuple[str, str, str], bool]  # what must be equal: place, coverage, basis; planned
Index = Mapping[Group, Mapping[Period | None, Sequence[Mentioned]]]


def _of_all(
    relation: Relation, slots: Sequence[Slot], described: Described, missing: bool
) -> Iterator[Binding]:
    """Bindings over all sources, of claims that state their scope."""
    indexes = [
        (_index(s for s in worded if not is_reserved(*s[:2], relation.kind)),)
        for worded in described
    ]
    for frame in _frames(slots, indexes):
        yield from _bound(relation, slots, indexes, frame, "", missing)


def _at_home(
    relation: Relation, slots: Sequence[Slot], described: Described, missing: bool
) -> Iterator[list[Binding]]:
    """For each source with incomplete scopes, the bindings within it."""
    everyone = [
        _index(s for s in worded if not is_reserved(*s[:2], relation.kind)) for worded in described
    ]
    by_source = [_by_source(worded) for worded in described]
    homes = {
        c.source.id
        for worded in described
        for c, f, _, _ in worded
        if is_reserved(c, f, relation.kind)
    }
    for home in sorted(homes):
        indexes = []
        for slot, others, own in zip(slots, everyone, by_source, strict=True):
            mine = own.get(home, ())
            reserved = _index(s for s in mine if is_reserved(*s[:2], relation.kind))
            indexes.append((others, reserved) if slot.term.back else (_index(mine),))
        yield [
            binding
            for frame in _frames(slots, indexes)
            for binding in _bound(relation, slots, indexes, frame, home, missing)
            if any(is_reserved(c, frame_of(c, False), relation.kind) for c in binding.claims)
        ]


def _of_one_period(bindings: Iterable[Binding]) -> Iterator[Binding]:
    """The bindings whose undated claims fit in one period only."""
    found = [(binding, _undated(binding)) for binding in bindings]
    times: dict[tuple[str, ...], set[Period | None]] = defaultdict(set)
    for binding, undated in found:
        times[undated].add(binding.frame.when)
    yield from (b for b, undated in found if not undated or len(times[undated]) == 1)


def _undated(binding: Binding) -> tuple[str, ...]:
    """The claims that take their period from the other claims."""
    return tuple(
        c.name for c in binding.claims if is_timed(c.attribute) and frame_of(c, False).when is None
    )


def _by_source(worded: Iterable[Mentioned]) -> dict[str, list[Mentioned]]:
    found: dict[str, list[Mentioned]] = defaultdict(list)
    for one in worded:
        found[one[0].source.id].append(one)
    return found


def _index(worded: Iterable[Mentioned]) -> Index:
    """The claims by the qualifiers that decide which other claims they are bound with."""
    found: dict[Group, dict[Period | None, list[Mentioned]]] = {}
    for one in worded:
        frame = one[1]
        by_period = found.setdefault((frame.fixed, frame.planned), {})
        by_period.setdefault(frame.when, []).append(one)
    return found


def _frames(slots: Sequence[Slot], indexes: Sequence[Sequence[Index]]) -> list[Frame]:
    """The scopes of the claims; timeless claims make a scope of their own only if all are
    timeless.
    """
    found = {
        Frame(when, *fixed, planned)
        for slot, looked in zip(slots, indexes, strict=True)
        for index in looked
        for (fixed, planned), by_period in index.items()
        for when in by_period
        if not slot.term.back
    }
    if any(frame.when is not None for frame in found) or any(is_timed(s.attribute) for s in slots):
        found = {frame for frame in found if frame.when is not None}
    return sorted(found, key=_order)


def _order(frame: Frame) -> tuple[object, ...]:
    when = (frame.when.start, frame.when.end) if frame.when else (date.min, date.min)
    return (*when, *frame.fixed, frame.planned)


def _bound(
    relation: Relation,
    slots: Sequence[Slot],
    indexes: Sequence[Sequence[Index]],
    frame: Frame,
    home: str,
    missing: bool,
) -> Iterator[Binding]:
    """The binding of a frame, if every term has claims (with `lacking`: all but one)."""
    flows = any(s.attribute.measure not in STATES for s in slots)
    inputs = []
    for slot, looked in zip(slots, indexes, strict=True):
        when = before(frame.when) if slot.term.back else frame.when
        if slot.term.back and when is None:
            return
        inputs.append(Input(slot, when, _positions(slot, looked, frame, when, flows)))
        if sum(not i.positions for i in inputs) > int(missing):
            return
    form = FORMS[relation.kind]
    yield Binding(relation, form, inputs[0].slot.subject, frame, home, tuple(inputs))


def _positions(
    slot: Slot, looked: Iterable[Index], frame: Frame, when: Period | None, flows: bool
) -> tuple[TermPosition, ...]:
    """The positions in one slot; a dated claim of a source replaces its undated ones."""
    groups = {(frame.fixed, frame.planned)} | ({(frame.fixed, False)} if slot.term.back else set())
    fit = [index[group] for index in looked for group in sorted(groups) if group in index]
    dated = [s for by_period in fit for s in _at(by_period, when, slot, flows)]
    undated = [s for by_period in fit for s in by_period.get(None, ()) if not slot.term.back]
    members: dict[str, list[tuple[Claim, Value]]] = defaultdict(list)
    for claim, _, of, value in dated or undated:
        members[of].append((claim, value))
    positions = {position.claims: position for position in map(position_of, members.values())}
    return tuple(
        sorted(positions.values(), key=lambda s: (s.strict.low, s.strict.high, str(s.label)))
    )


def _at(
    by_period: Mapping[Period | None, Sequence[Mentioned]],
    when: Period | None,
    slot: Slot,
    flows: bool,
) -> Iterator[Mentioned]:
    """The claims of one period; a price of one day is bound with the flows of its year."""
    if when is None:
        return
    if slot.attribute.measure not in STATES or not flows:
        yield from by_period.get(when, ())
        return
    for own, worded in by_period.items():
        if own is not None and when.start <= own.start and own.end <= when.end:
            yield from worded
