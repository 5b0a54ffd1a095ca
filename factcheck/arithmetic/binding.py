"""Which claims a relation binds: the claims on each of its terms, of one subject and one scope.

Claims go together that speak of equal periods (a `back` term: of the period a year before), with
the same place, perimeter and basis (a silent claim goes with silent ones), of the same group of
modalities; a plan may be measured against a fact of the year before. A claim whose period is
unknown, or that hangs on conditions, is bound only to claims of its own source, and only where
these leave no doubt about the period. An attribute without period or as_of in its key is timeless.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from factcheck.arithmetic.kinds import FORMS, Form
from factcheck.arithmetic.sides import Side, side_of
from factcheck.arithmetic.slots import (
    Frame,
    Slot,
    Spoken,
    Topics,
    before,
    frame_of,
    is_reserved,
    is_timed,
    slots_of,
    spoken_of,
)
from factcheck.model import Claim, Period, Relation, Subject, Value
from factcheck.values.period import show_period


@dataclass(frozen=True, slots=True)
class Input:
    """What is said in one place of a relation: its sides, each a set of claims that agree."""

    slot: Slot
    when: Period | None
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Binding:
    """One relation with the claims that fill its terms, all of one scope."""

    relation: Relation
    form: Form
    subject: Subject
    frame: Frame
    home: str  # the source to which it is confined, or ""
    inputs: tuple[Input, ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims of all inputs, each once, in order of name."""
        named = {c.name: c for i in self.inputs for s in i.sides for c in s.claims}
        return tuple(named[name] for name in sorted(named))

    @property
    def label(self) -> str:
        """The scope in words: "2025, planned"."""
        frame = self.frame
        when = [show_period(frame.when)] if frame.when is not None else []
        return ", ".join([*when, *filter(None, frame.fixed), *["planned"] * frame.planned])

    @property
    def anchor(self) -> tuple[str, ...]:
        """What the binding is about, whatever its claims say."""
        subjects = dict.fromkeys(i.slot.subject.id for i in self.inputs)
        return (self.relation.id, *subjects, self.label, *filter(None, [self.home]))


def bindings(relation: Relation, topics: Topics, lacking: bool = False) -> Iterator[Binding]:
    """Every combination of claims that fits the relation, in a fixed order.

    With `lacking`, also those in which nobody speaks of one of the terms.
    """
    for slots in slots_of(relation, topics, lacking):
        found = (
            *_of_all(relation, slots, topics, lacking),
            *_at_home(relation, slots, topics, lacking),
        )
        yield from sorted(found, key=lambda b: b.anchor)


def _of_all(
    relation: Relation, slots: Sequence[Slot], topics: Topics, lacking: bool
) -> Iterator[Binding]:
    """Bindings over all sources, of claims that say in which scope they stand."""
    told = [[s for s in spoken_of(slot, topics) if not is_reserved(*s[:2])] for slot in slots]
    for frame in _frames(slots, told):
        yield from _bound(relation, slots, told, frame, "", lacking)


def _at_home(
    relation: Relation, slots: Sequence[Slot], topics: Topics, lacking: bool
) -> Iterator[Binding]:
    """Bindings within one source that leaves some scope unsaid."""
    told = [list(spoken_of(slot, topics)) for slot in slots]
    homes = sorted({c.source.id for spoken in told for c, f, _, _ in spoken if is_reserved(c, f)})
    for home in homes:
        own = [
            [
                s
                for s in spoken
                if s[0].source.id == home or (slot.term.back and not is_reserved(*s[:2]))
            ]
            for slot, spoken in zip(slots, told, strict=True)
        ]
        found = [
            binding
            for frame in _frames(slots, own)
            for binding in _bound(relation, slots, own, frame, home, lacking)
            if any(is_reserved(c, frame_of(c, False)) for c in binding.claims)
        ]
        times: dict[tuple[object, ...], set[Period | None]] = defaultdict(set)
        for binding in found:
            times[_undated(binding)].add(binding.frame.when)
        yield from (b for b in found if not _undated(b) or len(times[_undated(b)]) == 1)


def _undated(binding: Binding) -> tuple[object, ...]:
    """The claims that take their period from the others."""
    return tuple(
        c.name for c in binding.claims if is_timed(c.attribute) and frame_of(c, False).when is None
    )


def _frames(slots: Sequence[Slot], told: Sequence[Sequence[Spoken]]) -> list[Frame]:
    """The scopes that occur; what is timeless makes one of its own only where all is timeless."""
    found = {
        frame
        for slot, spoken in zip(slots, told, strict=True)
        for _, frame, _, _ in spoken
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
    told: Sequence[Sequence[Spoken]],
    frame: Frame,
    home: str,
    lacking: bool,
) -> Iterator[Binding]:
    """The binding of a frame, if every term is spoken of (with `lacking`: all but one)."""
    inputs = []
    for slot, spoken in zip(slots, told, strict=True):
        when = before(frame.when) if slot.term.back else frame.when
        if slot.term.back and when is None:
            return
        inputs.append(Input(slot, when, _sides(slot, spoken, frame, when, slots)))
    if sum(not i.sides for i in inputs) <= int(lacking):
        form = FORMS[relation.kind]
        yield Binding(relation, form, inputs[0].slot.subject, frame, home, tuple(inputs))


def _sides(
    slot: Slot,
    spoken: Iterable[Spoken],
    frame: Frame,
    when: Period | None,
    slots: Sequence[Slot],
) -> tuple[Side, ...]:
    """The sides in one slot; a dated claim of a source makes its undated ones superfluous."""
    flows = any(s.attribute.measure != "stock" for s in slots)
    fit = [s for s in spoken if s[1].fixed == frame.fixed and _same_group(slot, s[1], frame)]
    dated = [s for s in fit if s[1].when is not None and _at(s[1].when, when, slot, flows)]
    chosen = dated or [s for s in fit if s[1].when is None and not slot.term.back]
    members: dict[str, list[tuple[Claim, Value]]] = defaultdict(list)
    for claim, _, position, value in chosen:
        members[position].append((claim, value))
    sides = {side.claims: side for side in map(side_of, members.values())}
    return tuple(sorted(sides.values(), key=lambda s: (s.strict.low, s.strict.high, s.label)))


def _same_group(slot: Slot, own: Frame, frame: Frame) -> bool:
    return own.planned == frame.planned or (slot.term.back > 0 and not own.planned)


def _at(own: Period, when: Period | None, slot: Slot, flows: bool) -> bool:
    """Whether a claim of `own` period speaks of `when`; a price of a day does of its year."""
    if when is None or own == when:
        return own == when
    return (
        slot.attribute.measure == "stock"
        and flows
        and when.start <= own.start <= own.end <= when.end
    )
