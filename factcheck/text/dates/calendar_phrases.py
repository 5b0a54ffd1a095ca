"""Puts the atoms of a date together: "last" and "year", "first", "nine" and "months".

No atom is dropped: each is put down with the part that it plays, or the text is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from factcheck.model import Period
from factcheck.text.context import ReadingError
from factcheck.text.dates.accounting import Part
from factcheck.text.dates.calendar_rules import NEEDED, RARE
from factcheck.text.dates.calendar_scan import DateAtom
from factcheck.text.dates.spans import SEASONS


@dataclass
class Meaning:
    """What a date says, before it is counted out in days. Each thing is said once."""

    date: Period | None = None  # a day in figures
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
    words: dict[str, list[DateAtom]] = field(default_factory=dict)
    """The atoms of each part, fillers among them."""

    def put(self, part: str, atom: DateAtom) -> None:
        """Put down which part an atom plays."""
        self.words.setdefault(part, []).append(atom)

    def stated(self) -> list[str]:
        """The parts that say when; what only bounds or introduces them is not among them."""
        return [part for part in PARTS_OF_DATE if getattr(self, part) not in (None, [])]

    def name_number(self, number: str, part: str) -> None:
        """Put down that a number is the year or the day."""
        for atom in self.words.get("number", ()):
            if atom.text == number:
                self.words["number"].remove(atom)
                self.put(part, atom)
                return

    def parts(self) -> Iterator[Part]:
        """The part that each word plays, those inside a longer phrase apart."""
        fillers = self.words.get("filler", ())
        taken = [atom for part, atoms in self.words.items() if part != "filler" for atom in atoms]
        for part, atoms in self.words.items():
            if part != "filler":
                for atom in atoms:
                    yield NAMES.get(part, part), atom.start, atom.end
        for atom in fillers:
            if not any(other.start <= atom.start < other.end for other in taken):
                yield "filler", atom.start, atom.end


NAMES = {
    "number": "year",
    "years": "years",
    "third": "part",
    "shift": "relative",
    "toward": "relative",
    "recent": "relative",
    "nth": "part",
    "first": "part",
    "ended": "length",
    "fiscal": "fiscal year",
    "by_first": "fiscal year",
    "since": "bound",
    "until": "bound",
    "after": "bound",
    "before": "bound",
    "to_date": "bound",
    "ce": "era",
    "old_style": "calendar",
    "new_style": "calendar",
    "unit": "filler",
    "glued": "filler",
    "ordinal_suffix": "filler",
}
"""What people call the parts; one that is not here has its own name."""

PARTS_OF_DATE = (
    *("date", "year", "years", "month", "day", "weekday", "season", "third", "shift", "toward"),
    *("nth", "first", "recent", "ended"),
)


def put_together(atoms: Sequence[DateAtom], original: str) -> Meaning:
    """What the atoms say. Raises ReadingError where they say two things, or nothing together."""
    stated = Meaning()
    found = list(atoms)
    for idle in (True, False):
        if not idle and (fillers := [a for a in found if a.idle]):
            stated.words["filler"] = fillers
            found = [a for a in found if not a.idle]
        # Most rules want what no atom can say: they are not tried at every place.
        here = set().union(*(atom.senses for atom in found))
        for needed, wanted, make in NEEDED if here & RARE else ():
            if needed <= here and _apply(found, wanted, make):
                here = set().union(*(atom.senses for atom in found))
    for atom in found:
        stated.put(_say(stated, atom, original), atom)
    _units_left(stated, found, original)
    _one_bound(stated, original)
    return stated


def _apply(atoms: list[DateAtom], wanted: tuple[str, ...], make: Callable[..., Any]) -> bool:
    """Replaces, in place, each run of atoms that can say what is wanted; whether there was one."""
    at = 0
    before = len(atoms)
    while at + len(wanted) <= len(atoms):
        run = atoms[at : at + len(wanted)]
        if all(part in atom.senses for part, atom in zip(wanted, run, strict=True)):
            made = make(*(atom.senses[part] for part, atom in zip(wanted, run, strict=True)))
            if made is not None:
                kept = {m: True for m in _KEPT if any(m in a.senses for a in run)}
                text = " ".join(a.text for a in run)
                atoms[at : at + len(wanted)] = [
                    DateAtom(text, kept | made, run[0].start, run[-1].end)
                ]
        at += 1
    return len(atoms) < before


_SINGLE = ("date", "years", "shift", "toward", "first", "recent", "ended")
BOUNDS = ("since", "until", "after", "before", "to_date")
"""What a date is to what is said: its beginning, or its end. One text has one of them."""
_MARKS = ("about", *BOUNDS, "bce", "ce", "old_style", "new_style")
_KEPT = ("fiscal", "by_first")
_THIRDS = {"early": 0, "mid": 1, "late": 2}
_SILENT = ("fiscal", "unit", "glued", "ordinal_suffix")


def _say(stated: Meaning, atom: DateAtom, original: str) -> str:
    """Puts down what an atom says, and returns the part that it plays."""
    senses = atom.senses
    stated.marks |= {mark for mark in _KEPT if mark in senses}
    stated.loose |= "loose" in senses
    stated.short |= "short" in senses
    stated.dated |= "dated" in senses
    if "number" in senses:
        stated.numbers.append(senses["number"])
        return "number"
    singles = [part for part in _SINGLE if part in senses]
    for part in singles:
        _once(stated, part, senses[part], original)
    for part in ("month", "weekday"):
        if part in senses and (getattr(stated, part) is None):
            setattr(stated, part, senses[part])
            return singles[0] if singles else part
        if part in senses and singles:
            raise _twice(original, atom)
    if singles and "part" not in senses:
        return singles[0]
    if "nth" in senses:
        return _nth_once(stated, senses["nth"], original)
    if "week" in senses:
        return _nth_once(stated, ("iso week", senses["week"]), original)
    if "part" in senses:
        return _part(stated, senses["part"], original)
    if marks := [m for m in _MARKS if m in senses]:
        stated.marks.add(marks[0])
        return marks[0]
    if silent := [part for part in _SILENT if part in senses]:
        return silent[0]
    raise _twice(original, atom) if {"month", "weekday"} & set(senses) else _idle(atom, original)


def _part(stated: Meaning, part: str, original: str) -> str:
    if part in _THIRDS:
        return _once(stated, "third", _THIRDS[part], original)
    if part in SEASONS:
        return _once(stated, "season", part, original)
    return _nth_once(stated, ("half" if part[0] == "H" else "quarter", int(part[1])), original)


def _once(stated: Meaning, part: str, meaning: object, original: str) -> str:
    if getattr(stated, part) is not None:
        raise _twice(original)
    setattr(stated, part, meaning)
    return part


def _nth_once(stated: Meaning, nth: tuple[str, int], original: str) -> str:
    if any(unit == nth[0] for unit, _ in stated.nth):
        raise _twice(original)
    stated.nth.append(nth)
    return "nth"


def _units_left(stated: Meaning, atoms: Sequence[DateAtom], original: str) -> None:
    """A unit may stand beside its own number, as in "mese di ottobre" and "2025年", not alone."""
    here = {
        "year": bool(
            stated.numbers or stated.shift or stated.nth or stated.first or stated.third is not None
        )
        or "to_date" in stated.marks,
        "month": stated.month is not None,
        "day": any(len(number) <= 2 for number in stated.numbers),
    }
    for atom in atoms:
        unit = atom.senses.get("unit")
        if (
            unit
            and not atom.idle
            and "part" not in atom.senses
            and not here.get(unit)
            and not stated.marks & {"fiscal"}
        ):
            raise _idle(atom, original)


def _one_bound(stated: Meaning, original: str) -> None:
    bounds = [bound for bound in BOUNDS if bound in stated.marks]
    if len(bounds) > 1:
        first, second = (stated.words[bound][0].text for bound in bounds[:2])
        raise ReadingError(
            f'"{original.strip()[:60]}" says both "{first}" and "{second}": give the words of one'
        )


def _twice(original: str, atom: DateAtom | None = None) -> ReadingError:
    over = "" if atom is None else f', with "{atom.text}" left over'
    return ReadingError(
        f'"{original.strip()[:60]}" gives more than one date{over}: give the words of one'
    )


def _idle(atom: DateAtom, original: str) -> ReadingError:
    if "decade" in atom.senses:
        return ReadingError(
            f'"{original.strip()[:60]}" may be the years of several centuries, or a '
            "hundred: write the first and the last, as in 1900/1909"
        )
    return ReadingError(
        f'"{original.strip()[:60]}" is no date that can be read: it does not say which '
        f'"{atom.text}" it means. Write it as 2025-10-05, 2025-10, 2025 or H1 2025'
    )
