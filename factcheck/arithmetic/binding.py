"""Which claims a relation binds: the claims on each of its terms, of one subject and one scope.

Claims go together that speak of equal periods (a `back` term: of the period a year before), with
the same place, perimeter and basis (a silent claim goes with silent ones), of the same group of
modalities; a plan may be measured against a fact of the year before. A claim whose period is
unknown, or that hangs on conditions, is bound only to claims of its own source, and only where
these leave no doubt about the period. An attribute without period or as_of in its key is timeless.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from factcheck.arithmetic.dimensions import Misfit, units_of
from factcheck.arithmetic.kinds import FORMS, Form, Term, split
from factcheck.arithmetic.sides import Side, side_of, value_in
from factcheck.model import Attribute, Claim, Corpus, Period, Relation, Subject, Topic, Value
from factcheck.values.measured import Measured, common_unit
from factcheck.values.period import show_period

MOST_DAYS = 366
"""A period longer than a year has no period before it."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One term of a relation, filled with an attribute of a subject."""

    term: Term
    subject: Subject
    attribute: Attribute
    unit: str | None

    @property
    def label(self) -> str:
        """What stands in this place, in words."""
        return (
            f"{self.attribute.label}, the year before" if self.term.back else self.attribute.label
        )


@dataclass(frozen=True, slots=True)
class Frame:
    """The scope of a claim, as far as it decides with which others it is bound."""

    when: Period | None
    place: str
    perimeter: str
    basis: str
    planned: bool

    @property
    def fixed(self) -> tuple[str, str, str]:
        """What must be equal whatever the law."""
        return self.place, self.perimeter, self.basis


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


@dataclass(frozen=True)
class Topics:
    """The topics of a corpus, by subject and attribute."""

    corpus: Corpus

    @cached_property
    def by_key(self) -> Mapping[tuple[str, str], Topic]:
        return {(t.subject.id, t.attribute.id): t for t in self.corpus.topics}

    @cached_property
    def subjects_of(self) -> Mapping[str, frozenset[str]]:
        """The subjects of which an attribute is said."""
        found: dict[str, set[str]] = defaultdict(set)
        for topic in self.corpus.topics:
            found[topic.attribute.id].add(topic.subject.id)
        return {attribute: frozenset(subjects) for attribute, subjects in found.items()}


def bindings(relation: Relation, topics: Topics, lacking: bool = False) -> Iterator[Binding]:
    """Every combination of claims that fits the relation, in a fixed order.

    With `lacking`, also those in which nobody speaks of one of the terms.
    """
    for slots in _slots(relation, topics, lacking):
        found = (
            *_of_all(relation, slots, topics, lacking),
            *_at_home(relation, slots, topics, lacking),
        )
        yield from sorted(found, key=lambda b: b.anchor)


def _slots(relation: Relation, topics: Topics, lacking: bool) -> Iterator[tuple[Slot, ...]]:
    """The terms, filled for each subject of which enough is said."""
    form, vocabulary = FORMS[relation.kind], topics.corpus.vocabulary
    named = [
        (term, *split(reference))
        for term in form.terms
        for name, reference in relation.terms
        if name == term.given_as
    ]
    if any(attribute not in vocabulary.attributes for _, _, attribute in named):
        return
    units = units_of(relation.kind, [(t, vocabulary.attributes[a]) for t, _, a in named])
    if isinstance(units, Misfit):
        return
    for subject in _subjects(relation, named, topics, lacking):
        yield _in_one_currency(
            [
                Slot(term, vocabulary.subjects[own or subject], vocabulary.attributes[a], unit)
                for (term, own, a), unit in zip(named, units, strict=True)
            ],
            topics,
        )


def _in_one_currency(slots: Sequence[Slot], topics: Topics) -> tuple[Slot, ...]:
    """The slots with the currency that most claims name, where no attribute declares one."""
    undeclared = [s for s in slots if s.unit is None and s.attribute.kind == "money"]
    amounts = [
        claim.value
        for slot in undeclared
        for claim, _, _, _ in _spoken(slot, topics)
        if isinstance(claim.value, Measured)
    ]
    unit = common_unit(amounts, None) or None
    return tuple(replace(slot, unit=unit) if slot in undeclared else slot for slot in slots)


def _subjects(
    relation: Relation,
    named: Sequence[tuple[Term, str | None, str]],
    topics: Topics,
    lacking: bool,
) -> Iterable[str]:
    """The subjects that may fill the terms which name none; where all do, that of the first."""
    open_terms = {attribute for _, own, attribute in named if own is None}
    if not open_terms:
        return [own for _, own, _ in named if own is not None][:1]
    spoken = [topics.subjects_of.get(a, frozenset()) for a in sorted(open_terms)]
    found = frozenset.union(*spoken) if lacking else frozenset.intersection(*spoken)
    return sorted(found & set(relation.subjects) if relation.subjects else found)


Spoken = tuple[Claim, Frame, str, Value]  # a claim, its scope, its position there, in one unit


def _spoken(slot: Slot, topics: Topics) -> Iterator[Spoken]:
    """The claims that may fill the slot, each with its frame and the position that it is of."""
    topic = topics.by_key.get((slot.subject.id, slot.attribute.id))
    for number, scope in enumerate(topic.scopes if topic is not None else ()):
        planned = any(name == "modality" for name, _ in scope.qualifiers)
        for side, position in enumerate(scope.positions):
            for claim in position.claims:
                value = value_in(claim, slot.unit)
                if value is not None:
                    yield claim, _frame(claim, planned), f"{number} {side}", value


def _frame(claim: Claim, planned: bool) -> Frame:
    stock = claim.attribute.measure == "stock"
    when = (claim.as_of or claim.period) if stock else (claim.period or claim.as_of)
    place, perimeter, basis = (
        " ".join((text or "").casefold().split())
        for text in (claim.place, claim.perimeter, claim.basis)
    )
    return Frame(when, place, perimeter, basis, planned)


def _timed(attribute: Attribute) -> bool:
    return "period" in attribute.key or "as_of" in attribute.key


def _reserved(claim: Claim, frame: Frame) -> bool:
    """Whether the claim goes with claims of its own source only."""
    return bool(claim.conditions) or (frame.when is None and _timed(claim.attribute))


def _of_all(
    relation: Relation, slots: Sequence[Slot], topics: Topics, lacking: bool
) -> Iterator[Binding]:
    """Bindings over all sources, of claims that say in which scope they stand."""
    told = [[s for s in _spoken(slot, topics) if not _reserved(*s[:2])] for slot in slots]
    for frame in _frames(slots, told):
        yield from _bound(relation, slots, told, frame, "", lacking)


def _at_home(
    relation: Relation, slots: Sequence[Slot], topics: Topics, lacking: bool
) -> Iterator[Binding]:
    """Bindings within one source that leaves some scope unsaid."""
    told = [list(_spoken(slot, topics)) for slot in slots]
    homes = sorted({c.source.id for spoken in told for c, f, _, _ in spoken if _reserved(c, f)})
    for home in homes:
        own = [
            [
                s
                for s in spoken
                if s[0].source.id == home or (slot.term.back and not _reserved(*s[:2]))
            ]
            for slot, spoken in zip(slots, told, strict=True)
        ]
        found = [
            binding
            for frame in _frames(slots, own)
            for binding in _bound(relation, slots, own, frame, home, lacking)
            if any(_reserved(c, _frame(c, False)) for c in binding.claims)
        ]
        times: dict[tuple[object, ...], set[Period | None]] = defaultdict(set)
        for binding in found:
            times[_undated(binding)].add(binding.frame.when)
        yield from (b for b in found if not _undated(b) or len(times[_undated(b)]) == 1)


def _undated(binding: Binding) -> tuple[object, ...]:
    """The claims that take their period from the others."""
    return tuple(
        c.name for c in binding.claims if _timed(c.attribute) and _frame(c, False).when is None
    )


def _frames(slots: Sequence[Slot], told: Sequence[Sequence[Spoken]]) -> list[Frame]:
    """The scopes that occur; what is timeless makes one of its own only where all is timeless."""
    found = {
        frame
        for slot, spoken in zip(slots, told, strict=True)
        for _, frame, _, _ in spoken
        if not slot.term.back
    }
    if any(frame.when is not None for frame in found) or any(_timed(s.attribute) for s in slots):
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
    flows = any(s.attribute.measure == "flow" for s in slots)
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


def before(period: Period | None) -> Period | None:
    """The same part of the year before: H1 2025 of H1 2026; None where there is none."""
    if period is None or period.start == date.min or period.end == date.max:
        return None
    if (period.end - period.start).days >= MOST_DAYS:
        return None
    end = _a_year_back(period.end + timedelta(days=1)) - timedelta(days=1)
    return replace(period, start=_a_year_back(period.start), end=end, notes=())


def _a_year_back(day: date) -> date:
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if leap else day.day)
