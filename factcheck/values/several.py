"""Several values at once, for an attribute with `many: true`: a list that need not be complete."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.model import Comparison, Value, Verdict, say
from factcheck.values.base import Context, Kind, ReadingError

SAME = frozenset({Verdict.AGREE, Verdict.CONSISTENT, Verdict.VARIANT})


@dataclass(frozen=True)
class Several(Value):
    """The values that one claim gives, in the order in which it gives them."""

    members: tuple[Value, ...] = ()


def read_several(texts: Iterable[str], kind: Kind, context: Context) -> Several:
    """A value for each text. Raises ReadingError for the first that gives none."""
    written = tuple(texts)
    if not written:
        raise ReadingError("the list is empty: give at least one value")
    return Several(", ".join(written), members=tuple(kind.read(t, context) for t in written))


def compare_several(a: Several, b: Several, kind: Kind) -> Comparison:
    """Equal sets agree, a subset refines, and otherwise each may have left out what the other gives."""
    only_a, only_b = _missing(a, b, kind), _missing(b, a, kind)
    if not only_a and not only_b:
        return Comparison(Verdict.AGREE, (say("both give the same values"),))
    names = {"a": _list(only_a, kind), "b": _list(only_b, kind)}
    if not only_a or not only_b:
        extra = names["a"] or names["b"]
        step = say("one gives all that the other gives, and also {extra}", extra=extra)
        return Comparison(Verdict.REFINES, (step,))
    step = say("a list need not be complete: one gives also {a}, the other {b}", **names)
    return Comparison(Verdict.CONSISTENT, (step,))


def show_several(value: Several, kind: Kind) -> str:
    """All members in short, sorted, so that equal sets look equal."""
    return ", ".join(sorted(kind.show(m) for m in value.members))


def occurs_several(value: Several, passage: str, kind: Kind, context: Context) -> bool | None:
    """Whether the passage gives every member; None where that cannot be told for one."""
    told = [kind.occurs(m, passage, context) for m in value.members]
    if any(t is False for t in told):
        return False
    return None if any(t is None for t in told) else True


def _missing(a: Several, b: Several, kind: Kind) -> list[Value]:
    """Members of `a` for which `b` has no like."""
    return [m for m in a.members if not any(kind.compare(m, n).verdict in SAME for n in b.members)]


def _list(members: Iterable[Value], kind: Kind) -> str:
    return ", ".join(sorted(kind.show(m) for m in members))
