"""A text while it is read as a date, and the days that come of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from factcheck.model import Period, Phrase
from factcheck.model.frozen import dataclass
from factcheck.text.context import Context, ReadingError
from factcheck.text.dates import other_eras
from factcheck.text.dates.accounting import Part
from factcheck.text.dates.calendar_days import count_out
from factcheck.text.dates.calendar_phrases import Meaning, put_together
from factcheck.text.dates.calendar_scan import scan
from factcheck.text.dates.numeric_dates import full_year
from factcheck.text.language import language_of


@dataclass(frozen=True, slots=True)
class Reading:
    """The days of a text, the part that each of its words plays, and whether its calendar is told.

    `parts` can be gone through once. `styled` says that the text names the Julian or the Gregorian
    calendar, or gives both days.
    """

    period: Period
    parts: Iterable[Part] = ()
    styled: bool = False


@dataclass(frozen=True, slots=True)
class DateText:
    """A text as it was written and as it is read, with what else is known."""

    plain: str
    original: str
    context: Context

    def trimmed(self, begin: int, end: int) -> tuple[int, int]:
        """The same stretch without blanks and signs at its ends."""
        while begin < end and self.plain[begin] in " .,":
            begin += 1
        while begin < end and self.plain[end - 1] in " .,":
            end -= 1
        return begin, end

    def refuse(self, why: str) -> ReadingError:
        """The error that says why the text gives no date."""
        return ReadingError(f'"{self.original.strip()[:60]}" {why}')


def hanzi(context: Context) -> bool:
    return bool(language_of(context.language).data.get("hanzi"))


def counted(stated: Meaning, this: DateText) -> Reading:
    notes: list[Phrase] = []
    place_numbers(stated, this, notes)
    found = count_out(stated, this.original, this.context, notes)
    if "ce" not in stated.marks:
        other_eras.check(found, this.original, this.context)
    styled = bool(stated.marks & {"old_style", "new_style"})
    return Reading(found, stated.parts(), styled)


def stated_in(this: DateText, begin: int, end: int) -> Meaning:
    atoms = scan(this.plain, this.original, this.context.language, begin, end)
    return put_together(atoms, this.original)


def place_numbers(stated: Meaning, this: DateText, notes: list[Phrase]) -> None:
    """Which number is the year and which the day."""
    if "bce" in stated.marks:
        raise this.refuse("lies before the common era, which is not read: leave it out")
    for number in sorted(stated.numbers, key=lambda n: -len(n.lstrip("'"))):
        digits = number.lstrip("'")
        target = _target(number, stated)
        if target is None:
            raise this.refuse(other_eras.no_date(digits, stated.month is not None))
        if getattr(stated, target) is not None:
            raise this.refuse("gives more than one date: give one")
        value = int(digits)
        if target == "year":
            value, why = full_year(digits)
            notes.extend(why)
        setattr(stated, target, value)
        stated.name_number(number, target)
    stated.numbers = []


def _target(number: str, stated: Meaning) -> str | None:
    """Whether a number is the year or the day; None where neither can be."""
    digits = number.lstrip("'")
    if len(digits) == 4 or (len(digits) == 2 and number.startswith("'")):
        return "year"
    if len(digits) == 3 and "ce" in stated.marks:
        return "year"
    if len(digits) <= 2 and stated.day is None and stated.month and len(stated.numbers) <= 2:
        return "day"
    if len(digits) != 2 or stated.year is not None:
        return None
    split = stated.nth or stated.marks & {"fiscal"} or (stated.first and not stated.month)
    return "year" if split else None


def without(this: DateText, start: int, end: int) -> DateText:
    """The text with blanks for a stretch, so that all else keeps its place."""
    return replace(this, plain=this.plain[:start] + " " * (end - start) + this.plain[end:])
