"""Puts the atoms of a date together: "last" and "year", "first", "nine" and "months"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from factcheck.values.base import ReadingError
from factcheck.values.calendar_scan import Atom
from factcheck.values.spans import MONTHS_OF, SEASONS

LONG = ("century", "decade")
_MOST = 1000  # units that a relative phrase may count


@dataclass
class Said:
    """What a date says, before it is counted out in days. Each thing is said once."""

    year: int | None = None
    years: tuple[int, int] | None = None  # a decade, a century
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    third: int | None = None  # early, mid, late
    shift: tuple[str, int] | None = None  # ("year", -1)
    toward: int | None = None  # of a month, a weekday, a season: the last, this, the next
    nth: list[tuple[str, int]] = field(default_factory=list)  # ("half", 1), largest first
    first: tuple[str, int] | None = None  # ("month", 9): the first nine months
    recent: tuple[str, int] | None = None  # ("year", -3): the last three years
    ended: tuple[str, int] | None = None  # ("month", 9): what ended on the day that is named
    numbers: list[str] = field(default_factory=list)
    marks: set[str] = field(default_factory=set)
    short: bool = False  # whether a year is written with two figures
    dated: bool = False  # whether it is a duration, unless a year is named: "nine months"
    loose: bool = False  # whether the words leave room: "three years ago"


Rule = tuple[tuple[str, ...], Callable[..., dict[str, Any] | None]]


def _far(count: int, unit: str, sign: int) -> dict[str, Any] | None:
    return {"shift": (unit, sign * count), "loose": True} if 0 < count <= _MOST else None


def _first(ordinal: int, count: int, unit: str) -> dict[str, Any] | None:
    return {"first": (unit, count)} if ordinal == 1 and unit in MONTHS_OF else None


def _recent(deixis: int, count: int, unit: str) -> dict[str, Any] | None:
    return {"recent": (unit, deixis * count)} if deixis and 0 < count <= _MOST else None


def _nth(number: int, unit: str) -> dict[str, Any] | None:
    if unit == "century":
        return {"years": (number * 100 - 99, number * 100)} if 0 < number < 100 else None
    return {"nth": (unit, number)} if unit not in LONG else None


def _counted(number: int, unit: str) -> dict[str, Any] | None:
    """As in "3. Quartal" and "第3四半期"; a bare number of months or days counts none of them."""
    made = _numbered(number, unit)
    return None if made is None else {"dated": True} | made


def _numbered(number: int, unit: str) -> dict[str, Any] | None:
    return _nth(number, unit) if unit in ("half", "third", "quarter", "century") else None


def _span(count: int, unit: str) -> dict[str, Any] | None:
    """As in "nove mesi 2025": the first nine, but only of a year that is named."""
    return {"first": (unit, count), "dated": True} if unit == "month" and count > 1 else None


def _decade(number: int, *_: object) -> dict[str, Any] | None:
    if number % 10 or number >= 2100:
        return None
    if number >= 100:
        # "the 1800s" are as often a century as a decade.
        return None if number % 100 == 0 and number != 2000 else {"years": (number, number + 9)}
    if number == 20:  # the 1920s or the 2020s
        return None
    first = number + (2000 if number < 20 else 1900)
    return {"years": (first, first + 9), "short": True}


RULES: tuple[Rule, ...] = (
    (("fiscal", "unit"), lambda _, unit: {"unit": unit}),
    (("unit", "fiscal"), lambda unit, _: {"unit": unit}),
    (
        ("shift", "week_day"),
        lambda s, day: {"shift": s, "weekday": day} if s[0] == "week" else None,
    ),
    (("ordinal", "count", "unit"), _first),
    (("count", "ordinal", "unit"), lambda n, o, u: _first(o, n, u)),
    (("ordinal", "part"), lambda o, p: _first(o, int(p[1]), "quarter") if p[0] == "Q" else None),
    (("ago", "count", "unit"), lambda _, n, u: _far(n, u, -1)),
    (("count", "unit", "ago"), lambda n, u, _: _far(n, u, -1)),
    (("count", "far"), lambda n, far: _far(n, far[0], far[1])),
    (("far", "count"), lambda far, n: _far(n, far[0], far[1])),
    (("ahead", "count", "unit"), lambda _, n, u: _far(n, u, 1)),
    (("count", "unit", "ahead"), lambda n, u, _: _far(n, u, 1)),
    (("deixis", "count", "unit"), _recent),
    (("count", "deixis", "unit"), lambda n, d, u: _recent(d, n, u)),
    (("count", "unit", "deixis"), lambda n, u, d: _recent(d, n, u)),
    (("count", "unit", "ending"), lambda n, u, _: {"ended": (u, n)} if u not in LONG else None),
    (("fiscal", "ending"), lambda *_: {"ended": ("year", 1)}),
    (("month", "closing"), lambda m, _: {"ended": ("year", 1), "month": m}),
    (("unit", "ending"), lambda u, _: {"ended": (u, 1)} if u not in LONG else None),
    (("decade_before", "number"), lambda _, n: _decade(int(n.lstrip("'")[:4]))),
    (("decade_before", "count"), lambda _, n: _decade(n)),
    (("decade_before", "tens"), lambda _, n: _decade(n)),
    (("tens", "unit"), lambda n, unit: _decade(n) if unit == "year" else None),
    (("number", "decade"), lambda n, _: _decade(int(n.lstrip("'")[:4]))),
    (("count", "decade"), _decade),
    (("deixis", "month"), lambda d, m: {"toward": d, "month": m}),
    (("month", "deixis"), lambda m, d: {"toward": d, "month": m}),
    (("deixis", "weekday"), lambda d, w: {"toward": d, "weekday": w}),
    (("weekday", "deixis"), lambda w, d: {"toward": d, "weekday": w}),
    (("deixis", "part"), lambda d, p: {"toward": d, "part": p} if p in SEASONS else None),
    (("part", "deixis"), lambda p, d: {"toward": d, "part": p} if p in SEASONS else None),
    (("deixis", "unit"), lambda d, u: {"shift": (u, d)}),
    (("unit", "deixis"), lambda u, d: {"shift": (u, d)}),
    (("ordinal", "unit"), _nth),
    (("roman", "unit"), _numbered),
    (("unit", "roman"), lambda u, n: _numbered(n, u)),
    (("count", "unit"), _counted),
    (("count", "unit"), _span),
    (("unit", "count"), lambda u, n: {"week": n} if u == "week" and n <= 53 else None),
    (("era", "count"), lambda e, n: {"number": f"{e + n:04}"} if 0 < n < 1000 else None),
)

_NEEDED = tuple((frozenset(wanted), wanted, make) for wanted, make in RULES)


def put_together(atoms: Sequence[Atom], original: str) -> Said:
    """What the atoms say. Raises ReadingError where they say two things, or nothing together."""
    found = list(atoms)
    for idle in (True, False):
        found = [a for a in found if idle or not a.idle]
        # Most rules want what no atom can say: they are not tried at every place.
        here = set().union(*(atom.senses for atom in found))
        for needed, wanted, make in _NEEDED:
            if needed <= here and _apply(found, wanted, make):
                here = set().union(*(atom.senses for atom in found))
    said = Said()
    for atom in found:
        _say(said, atom, original)
    _units_left(said, found, original)
    return said


def _apply(atoms: list[Atom], wanted: tuple[str, ...], make: Callable[..., Any]) -> bool:
    """Replaces, in place, each run of atoms that can say what is wanted; whether there was one."""
    at = 0
    before = len(atoms)
    while at + len(wanted) <= len(atoms):
        run = atoms[at : at + len(wanted)]
        if all(part in atom.senses for part, atom in zip(wanted, run, strict=True)):
            made = make(*(atom.senses[part] for part, atom in zip(wanted, run, strict=True)))
            if made is not None:
                marks = {"fiscal": True} if any("fiscal" in a.senses for a in run) else {}
                atoms[at : at + len(wanted)] = [Atom(" ".join(a.text for a in run), marks | made)]
        at += 1
    return len(atoms) < before


_SINGLE = ("years", "shift", "toward", "first", "recent", "ended")
_MARKS = ("about", "since", "until", "after", "before", "to_date", "bce")
_THIRDS = {"early": 0, "mid": 1, "late": 2}


def _say(said: Said, atom: Atom, original: str) -> None:
    senses = atom.senses
    if "fiscal" in senses:
        said.marks.add("fiscal")
    said.loose |= "loose" in senses
    said.short |= "short" in senses
    said.dated |= "dated" in senses
    if "number" in senses:
        said.numbers.append(senses["number"])
        return
    known = False
    for part in _SINGLE:
        if part in senses:
            _once(said, part, senses[part], original)
            known = True
    for part in ("month", "weekday"):
        if part in senses and (getattr(said, part) is None):
            setattr(said, part, senses[part])
            return
    if known and "part" not in senses:
        return
    if "nth" in senses:
        said.nth.append(senses["nth"])
    elif "week" in senses:
        said.nth.append(("iso week", senses["week"]))
    elif "part" in senses:
        _part(said, senses["part"], original)
    elif marks := [m for m in _MARKS if m in senses]:
        said.marks.add(marks[0])
    elif not {"filler", "fiscal", "unit", "glued", "ordinal_suffix"} & set(senses):
        raise _twice(original) if {"month", "weekday"} & set(senses) else _idle(atom, original)


def _part(said: Said, part: str, original: str) -> None:
    if part in _THIRDS:
        _once(said, "third", _THIRDS[part], original)
    elif part in SEASONS:
        _once(said, "season", part, original)
    else:
        said.nth.append(("half" if part[0] == "H" else "quarter", int(part[1])))


def _once(said: Said, part: str, meaning: object, original: str) -> None:
    if getattr(said, part) is not None:
        raise _twice(original)
    setattr(said, part, meaning)


def _units_left(said: Said, atoms: Sequence[Atom], original: str) -> None:
    """A unit may stand beside its own number, as in "mese di ottobre" and "2025年", not alone."""
    here = {
        "year": bool(said.numbers or said.shift or said.nth or said.first or said.third is not None)
        or "to_date" in said.marks,
        "month": said.month is not None,
        "day": bool(said.numbers),
    }
    for atom in atoms:
        unit = atom.senses.get("unit")
        if (
            unit
            and not atom.idle
            and "part" not in atom.senses
            and not here.get(unit)
            and not said.marks & {"fiscal"}
        ):
            raise _idle(atom, original)


def _twice(original: str) -> ReadingError:
    return ReadingError(
        f'"{original.strip()[:60]}" gives more than one date: give the words of one'
    )


def _idle(atom: Atom, original: str) -> ReadingError:
    return ReadingError(
        f'"{original.strip()[:60]}" is no date that can be read: it does not say which '
        f'"{atom.text}" it means. Write it as 2025-10-05, 2025-10, 2025 or H1 2025'
    )
