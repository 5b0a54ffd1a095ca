"""Several values at once, for an attribute with `many: true`: a list that need not be complete."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from decimal import Decimal

from factcheck.model import COMPATIBLE, Attribute, Comparison, Value, Verdict, Wording, joined, say
from factcheck.model.frozen import dataclass
from factcheck.text.context import Context, ReadingError
from factcheck.values.base import Incomparable, Kind, Meeting, Pair, meeting_of

SAME = COMPATIBLE - {Verdict.REFINES}


@dataclass(frozen=True)
class Several(Value):
    """The values that one claim gives, in the order in which it gives them.

    A closed list is complete: what it leaves out, it denies.
    """

    members: tuple[Value, ...] = ()
    closed: bool = False


def read_several(texts: Iterable[str], kind: Kind, context: Context) -> Several:
    """A value for each text. Raises ReadingError for the first that gives none."""
    written = tuple(texts)
    if not written:
        raise ReadingError("the list is empty: give at least one value")
    members = tuple(kind.read(t, context) for t in written)
    closed = context.attribute is not None and context.attribute.closed
    return Several(", ".join(written), members=members, closed=closed)


class ListKind(Kind):
    """A list of values of one kind."""

    name = "several"

    def __init__(self, one: Kind) -> None:
        self.one = one

    @property
    def mismatch(self) -> str:
        """Lists have a rule of their own; lists of what never clashes never clash."""
        return "set-mismatch" if self.one.decides else ""

    @property
    def inherited(self) -> bool:  # type: ignore[override]
        """As the kind of the members has it."""
        return self.one.inherited

    def read(self, text: str, context: Context) -> Value:
        """A list of one."""
        return read_several([text], self.one, context)

    def together(
        self, values: Sequence[Value], attribute: Attribute | None
    ) -> tuple[Value | Incomparable, ...]:
        """Each list with its members in one unit; a member that does not fit takes its list out."""
        lists = [v for v in values if isinstance(v, Several)]
        moved = iter(self.one.together([m for v in lists for m in v.members], attribute))
        return tuple(_moved(v, [next(moved) for _ in v.members]) for v in lists)

    def compare(self, a: Value, b: Value) -> Comparison:
        """Equal sets agree, a subset refines; two that meet may each leave something out.

        Where lists are closed, two that are not equal contradict each other, but for lists of free
        text: two wordings may mean one thing.
        """
        assert isinstance(a, Several) and isinstance(b, Several)
        only_a, only_b = _missing(a, b, self.one), _missing(b, a, self.one)
        if not only_a and not only_b:
            return self._same(a, b)
        names = {"a": _list(only_a, self.one), "b": _list(only_b, self.one)}
        if a.closed and b.closed:
            extra = joined((n for n in names.values() if n), " / ")
            step = say("each list is complete, and not both have {extra}", extra=extra)
            return Comparison(self._unlike, (step,))
        if not only_a or not only_b:
            extra = names["a"] or names["b"]
            step = say("one gives all that the other gives, and also {extra}", extra=extra)
            return Comparison(Verdict.REFINES, (step,))
        if (len(only_a), len(only_b)) == (len(a.members), len(b.members)):
            step = say("the two lists have nothing in common", **names)
            return Comparison(Verdict.UNDETERMINED, (step,))
        step = say("a list need not be complete: one gives also {a}, the other {b}", **names)
        return Comparison(Verdict.CONSISTENT, (step,))

    def meeting(self, values: Sequence[Value]) -> Meeting:
        """Closed lists meet where each has all members of the other, open ones where one is both's.

        Lists of one attribute are all closed, or none is.
        """
        lists = [v for v in values if isinstance(v, Several)]
        closed = all(v.closed for v in lists)
        distinct = {m: n for n, m in enumerate(dict.fromkeys(m for v in lists for m in v.members))}
        members = [frozenset(distinct[m] for m in v.members) for v in lists]
        like = _like(list(distinct), self.one)
        pairs = (
            (i, j)
            for i, j in _in_common(members, like)
            if not closed
            or (_holds(members[i], members[j], like) and _holds(members[j], members[i], like))
        )
        others = self._unlike if closed else Verdict.UNDETERMINED
        return meeting_of(len(lists), dict.fromkeys(pairs, Verdict.CONSISTENT), others)

    @property
    def _unlike(self) -> Verdict:
        """What two complete lists say that are not equal."""
        return Verdict.CONTRADICTS if self.decides else Verdict.UNDETERMINED

    def _same(self, a: Several, b: Several) -> Comparison:
        """Two lists of the same values: a variant, where one is only taken to be the same."""
        for one, others in ((a, b), (b, a)):
            for member in one.members:
                described = [self.one.compare(member, other) for other in others.members]
                if not any(c.verdict in (Verdict.AGREE, Verdict.CONSISTENT) for c in described):
                    return next(c for c in described if c.verdict is Verdict.VARIANT)
        return Comparison(Verdict.AGREE, (say("both give the same values"),))

    def show(self, value: Value) -> Wording:
        """All members in short, sorted, so that equal sets look equal."""
        assert isinstance(value, Several)
        return _list(value.members, self.one)

    def remembered(self, value: Value, attribute: Attribute) -> Wording:
        """All members, sorted."""
        assert isinstance(value, Several)
        return joined(sorted((self.one.remembered(m, attribute) for m in value.members), key=str))

    def occurs(self, value: Value, passage: str, context: Context) -> bool | None:
        """Whether the passage gives every member; None where that cannot be told for one."""
        assert isinstance(value, Several)
        described = [self.one.occurs(m, passage, context) for m in value.members]
        if any(t is False for t in described):
            return False
        return None if any(t is None for t in described) else True


def _like(values: Sequence[Value], kind: Kind) -> Sequence[Set[int]]:
    """For each value the numbers of those that are the same, itself among them."""
    like = [{number} for number in range(len(values))]
    for i, j in _candidates(values, kind):
        if kind.compare(values[i], values[j]).verdict in SAME:
            like[i].add(j)
            like[j].add(i)
    return like


def _candidates(values: Sequence[Value], kind: Kind) -> Iterator[Pair]:
    """Every two values that may be compatible: by where they lie, if all have a place on a line."""
    placed = [(v.strict, n) for n, v in enumerate(values) if v.strict is not None]
    if len(placed) < len(values):
        yield from kind.meeting(values).compatible()
        return
    active: list[tuple[Decimal, int]] = []
    for reach, number in sorted(placed, key=lambda pair: pair[0].low):
        active = [(high, other) for high, other in active if high >= reach.low]
        yield from ((min(number, other), max(number, other)) for _, other in active)
        active.append((reach.high, number))


def _in_common(members: Sequence[Set[int]], like: Sequence[Set[int]]) -> Iterator[Pair]:
    """Every two lists of which one has a member that the other has too."""
    holders: dict[int, list[int]] = defaultdict(list)
    for number, given in enumerate(members):
        for member in given:
            holders[member].append(number)
    for number, given in enumerate(members):
        others = {o for member in given for same in like[member] for o in holders[same]}
        yield from ((number, other) for other in others if other > number)


def _holds(some: Set[int], others: Set[int], like: Sequence[Set[int]]) -> bool:
    """Whether the second list has a like for each member of the first one."""
    return all(not like[member].isdisjoint(others) for member in some)


def _moved(value: Several, members: Sequence[Value | Incomparable]) -> Value | Incomparable:
    for member in members:
        if isinstance(member, Incomparable):
            return member
    return replace(value, members=tuple(m for m in members if isinstance(m, Value)))


def _missing(a: Several, b: Several, kind: Kind) -> list[Value]:
    """Members of `a` for which `b` has no like."""
    return [m for m in a.members if not any(kind.compare(m, n).verdict in SAME for n in b.members)]


def _list(members: Iterable[Value], kind: Kind) -> Wording:
    return joined(sorted((kind.show(m) for m in members), key=str))
