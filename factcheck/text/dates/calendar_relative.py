"""Dates in words that count from the day of the source: "last October", "on Tuesday"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from factcheck.model import Period, Phrase, say
from factcheck.text.context import Context, ReadingError
from factcheck.text.dates import spans
from factcheck.text.dates.calendar_phrases import Meaning
from factcheck.text.dates.seasons import season_months


class NoDayKnown(ReadingError):
    """A date counts from the day of its source, which is unknown.

    `day` is the month and the day where the text lacks a year alone.
    """

    def __init__(self, message: str, day: tuple[int, int] | None = None) -> None:
        super().__init__(message)
        self.day = day


@dataclass
class Counting:
    """One date while it is counted out, with the notes that this gives."""

    stated: Meaning
    original: str
    context: Context
    notes: list[Phrase]

    @property
    def on(self) -> date:
        """The day by which relative words are understood. Raises ReadingError where unknown."""
        if self.context.on is None:
            alone = (self.stated.month, self.stated.day)
            raise NoDayKnown(
                f'"{self.original.strip()[:60]}" depends on the day on which it was written, and '
                "none is known: give the source's date, or write the date in full",
                None if alone[0] is None or alone[1] is None else (alone[0], alone[1]),
            )
        note = say("read against {on}, the day of the source", on=self.context.on)
        if note not in self.notes:
            self.notes.append(note)
        return self.context.on

    def refuse(self, why: str) -> ReadingError:
        """The error that says why this date cannot be read."""
        return ReadingError(f'"{self.original.strip()[:60]}" {why}')


def toward(this: Counting) -> Period:
    """As in "last October", "next Tuesday", "this summer"."""
    stated, on = this.stated, this.on
    direction = stated.toward
    assert direction is not None
    if stated.year is not None or stated.nth or stated.shift or "fiscal" in stated.marks:
        raise this.refuse("gives more than one date: give the words of one")
    if stated.weekday is not None and stated.day is None:
        if stated.month is not None or stated.season is not None:
            raise this.refuse("names a weekday without its day: write it as 2025-10-05")
        return _near(this, direction)
    if stated.season is not None:
        months = season_months(stated.season, this.context, this.notes)
    elif stated.month is not None:
        months = (stated.month, stated.month)
    else:
        raise this.refuse("names no year, month or day: write it as 2025-10-05 or H1 2025")
    found = [spans.months_period(year, *months) for year in range(on.year - 2, on.year + 3)]
    if stated.day is not None:
        day = stated.day
        found = [spans.day_period(p.start.year, p.start.month, day, this.original) for p in found]
    if direction == 0:
        return next(p for p in found if p.start.year == on.year)
    if direction < 0:
        return [p for p in found if p.end < on][-1]
    return next(p for p in found if p.start > on)


def _near(this: Counting, toward: int) -> Period:
    weekday, on = this.stated.weekday, this.on
    assert weekday is not None
    away = (weekday - on.weekday()) % 7
    if toward == 0:
        away = weekday - on.weekday()
    elif toward < 0:
        away = away - 7
    else:
        away = away or 7
    return spans.shifted(on, "day", away)


def weekday(this: Counting) -> Period:
    """A weekday alone, as in "said on Tuesday": the last one up to the day of the source."""
    stated = this.stated
    assert stated.weekday is not None
    if stated.year is not None or stated.month is not None or stated.nth or stated.season:
        raise this.refuse("names a weekday without its day: write it as 2025-10-05")
    if stated.shift is not None:
        if stated.shift[0] != "week":
            raise this.refuse("gives more than one date: give the words of one")
        week = spans.shifted(this.on, *stated.shift)
        return spans.nth(week, "day", stated.weekday + 1, this.original)
    if this.stated.marks & {"until", "before"}:
        raise this.refuse("does not say whether the day is past or still ahead: write the date")
    away = (this.on.weekday() - stated.weekday) % 7
    return spans.shifted(this.on, "day", -away)


def without_year(this: Counting, month: int, day: int) -> date:
    """The day of this month that a text without a year means. Raises ReadingError.

    Its weekday decides, else how near it lies to the day of the source: a day of the same year
    that is past, within half a year, or one within two months before or after.
    """
    on, weekday = this.on, this.stated.weekday
    years = [year for year in (on.year - 1, on.year, on.year + 1) if 1 <= year <= 9999]
    found = [spans.existing_day(year, month, day) for year in years]
    near = sorted((d for d in found if d is not None), key=lambda d: abs((d - on).days))
    if weekday is not None:
        near = [d for d in near if d.weekday() == weekday]
    if not near:
        raise this.refuse("names a weekday that the day has in no year near the source: write it")
    away = (near[0] - on).days
    if weekday is None and abs(away) > _NEAR and not (away < 0 and near[0].year == on.year):
        raise this.refuse("does not say whether the day is past or still ahead: write its year")
    if abs(away) > _HALF_YEAR:
        raise this.refuse("lies far from the day of the source: write its year")
    return near[0]


_NEAR = 62  # days
_HALF_YEAR = 184


def recent(this: Counting) -> Period:
    """As in "the last three years": up to the day of the source, or from it on."""
    assert this.stated.recent is not None
    unit, count = this.stated.recent
    if this.stated.year is not None:
        return _last_of_year(this, unit, -count)
    this.stated.loose = True
    edge = spans.shifted(this.on, unit, count)
    if months := spans.MONTHS_OF.get(unit, _LONG.get(unit, 0)):
        day = spans.later(this.on, count * months)
        edge = Period(day, day)
    elif unit == "week":
        edge = spans.shifted(this.on, "day", 7 * count)
    return Period(edge.start, this.on) if count < 0 else Period(this.on, edge.end)


_LONG = {"decade": 120, "century": 1200}


def _last_of_year(this: Counting, unit: str, count: int) -> Period:
    """As in "the last six months of 2025"."""
    year = spans.year_period(this.stated.year or 0)
    months = spans.MONTHS_OF.get(unit, 0) * count
    this.stated.loose = False
    if not 0 < months <= 12:
        raise this.refuse(f"counts more {unit}s than a year has")
    return spans.from_months(year.start, 13 - months, 12)
