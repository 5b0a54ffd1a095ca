"""What dates in words lean on: the day of the source, the fiscal calendar, CLDR, and refusals."""

from __future__ import annotations

from datetime import date

import pytest
from babel.dates import format_date
from babel.localedata import locale_identifiers
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Period
from factcheck.text.context import Context, ReadingError
from factcheck.text.language import known_languages
from factcheck.values.period import read_period, show_period
from tests.drawing import examples, size

ON = date(2026, 1, 22)  # a Thursday
APRIL = (4, 1)
LANGUAGES = [code for code in known_languages() if code != "symbols"]
ALL_LANGUAGES = [tag for tag in locale_identifiers() if "_" not in tag]
DAYS = [date(2025, month, 2 * month + 3) for month in range(1, 13)]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("201X", "2010s"),
        ("20XX", "2000–2099"),
        ("2004-XX", "2004"),
        ("1985-04-XX", "Apr 1985"),
        ("1985-XX-XX", "1985"),
        ("1984?", "about 1984"),
        ("2004-06-11%", "about 2004-06-11"),
        ("1985-04-12/", "since 1985-04-12"),
        ("/1985-04", "until Apr 1985"),
        ("2001-21", "Mar 2001–May 2001"),
        ("2025-24", "Dec 2025–Feb 2026"),
        ("2025-33", "Q1 2025"),
        ("2025-36", "Q4 2025"),
        ("2025-40", "H1 2025"),
        ("2025-41", "H2 2025"),
        ("2004-02-01/2005-02", "Feb 2004–Feb 2005"),
        ("1984~/2004-06", "about Jan 1984–Jun 2004"),
        ("2025-W14", "2025-03-31 to 2025-04-06"),
        ("2025-10-05T13:55:00Z", "2025-10-05"),
    ],
)
def test_edtf(text: str, shown: str) -> None:
    assert str(show_period(read_period(text, Context("en")))) == shown


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2025-00", "month that does not exist"),
        ("2025-10-32", "day that does not exist"),
        ("2023-02-29", "day that does not exist"),
        ("201X-10", "month of a year that it leaves open"),
        ("2025-XX-05", "day of a month that it leaves open"),
        ("2025-W54", "week that does not exist"),
        ("2025-10-05T25:00", "time that no day has"),
        ("-0044", "outside the years 1 to 9999"),
        ("Y170000002", "outside the years 1 to 9999"),
        ("../..", "open at both ends"),
        ("2021-22", "can be a season or quarter of 2021, or the years"),
        ("2011/12", "can be a month or two years"),
        ("10.05.2025", "which of its figures is the month"),
        ("44 BC", "before the common era"),
        ("nine months", "is a length of time"),
        ("last Tuesday in October", "weekday without its day"),
        ("the fourth quarter", "past or still ahead"),
        ("the 1900s", "may be the years of several centuries, or a hundred"),
        ("the 20s", "may be the years of several centuries"),
    ],
)
def test_what_could_be_two_things_is_refused_with_its_reason(text: str, why: str) -> None:
    with pytest.raises(ReadingError, match=why):
        read_period(text, Context("en", ON))


@pytest.mark.parametrize(
    ("language", "text", "start", "end"),
    [
        ("en", "FY2025", "2024-04-01", "2025-03-31"),
        ("en", "fiscal 2025", "2024-04-01", "2025-03-31"),
        ("en", "H1 FY2025", "2024-04-01", "2024-09-30"),
        ("en", "third quarter of fiscal 2025", "2024-10-01", "2024-12-31"),
        ("en", "FY2025/26", "2025-04-01", "2026-03-31"),
        ("en", "FY25", "2024-04-01", "2025-03-31"),
        ("en", "this fiscal year", "2025-04-01", "2026-03-31"),
        ("en", "first nine months of fiscal 2025", "2024-04-01", "2024-12-31"),
        ("en", "2025", "2025-01-01", "2025-12-31"),
        ("en", "H1 2025", "2025-01-01", "2025-06-30"),
        ("it", "primo semestre dell'esercizio 2025", "2024-04-01", "2024-09-30"),
        ("de", "Geschäftsjahr 2024/25", "2024-04-01", "2025-03-31"),
        ("fr", "exercice 2025", "2024-04-01", "2025-03-31"),
        ("ja", "2025年度上期", "2025-04-01", "2025-09-30"),
        ("zh", "2025财年第三季度", "2024-10-01", "2024-12-31"),
        ("ja", "2025年3月期", "2024-04-01", "2025-03-31"),
    ],
)
def test_a_fiscal_year_follows_the_subjects_calendar(
    language: str, text: str, start: str, end: str
) -> None:
    context = Context(language, ON, fiscal_year_starts=APRIL)
    period = read_period(text, context)
    assert (period.start.isoformat(), period.end.isoformat()) == (start, end)


def test_a_fiscal_year_says_what_it_was_taken_for() -> None:
    [declared] = read_period("FY2025", Context("en", fiscal_year_starts=APRIL)).notes
    assert "from 2024-04-01 to 2025-03-31" in str(declared)
    [assumed] = read_period("FY2025", Context("en")).notes
    assert "taken as the calendar year" in str(assumed)


def test_a_fiscal_year_that_begins_within_a_month() -> None:
    period = read_period("Q1 FY2025", Context("en", fiscal_year_starts=(9, 28)))
    assert period == Period(date(2024, 9, 28), date(2024, 12, 27))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "last year"),
        ("en", "on Tuesday"),
        ("en", "three years ago"),
        ("it", "martedì scorso"),
        ("it", "da inizio anno"),
        ("zh", "去年10月"),
        ("de", "im ersten Halbjahr"),
        ("fr", "le mois dernier"),
        ("es", "hace dos semanas"),
        ("pt", "ontem"),
        ("ja", "先月"),
        ("nl", "afgelopen zomer"),
    ],
)
def test_a_relative_phrase_names_the_day_that_it_was_read_against(language: str, text: str) -> None:
    notes = " ".join(map(str, read_period(text, Context(language, ON)).notes))
    assert "2026-01-22" in notes
    with pytest.raises(ReadingError, match="depends on the day on which it was written"):
        read_period(text, Context(language))


@pytest.mark.parametrize(
    ("language", "text", "stated"),
    [
        ("en", "5/6/2025", "month/day/year, the order of English"),
        ("it", "5/6/2025", "day/month/year, the order of Italian"),
        ("en", "25/10/2025", "the only one that can be"),
        ("it", "5/6/25", "the year 25 is taken as 2025"),
        ("en", "Monday 5 October 2025", "2025-10-05 is a Sunday; the text says Monday"),
        ("it", "anni '90", "taken as that of 1990"),
        ("en", "2025?", "marked as uncertain"),
        ("en", "1985/", "its end is unknown"),
    ],
)
def test_what_was_settled_is_noted(language: str, text: str, stated: str) -> None:
    assert stated in " ".join(map(str, read_period(text, Context(language)).notes))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("December–February 2026", "2025-12-01", "2026-02-28"),
        ("November 2024 to February", "2024-11-01", "2025-02-28"),
        ("October 5–7, 2025", "2025-10-05", "2025-10-07"),
        ("31 Dec 2025 – 2 Jan 2026", "2025-12-31", "2026-01-02"),
        ("Q1–Q3 2025", "2025-01-01", "2025-09-30"),
        ("2019–22", "2019-01-01", "2022-12-31"),
        ("2025-26", "2025-01-01", "2026-12-31"),
    ],
)
def test_the_ends_of_a_range_lend_each_other_what_they_lack(
    text: str, start: str, end: str
) -> None:
    period = read_period(text, Context("en", ON))
    assert (period.start.isoformat(), period.end.isoformat()) == (start, end)


def test_years_counted_from_the_buddha_are_refused() -> None:
    with pytest.raises(ReadingError, match="Buddha"):
        read_period("5 ตุลาคม 2568", Context("th"))


@given(
    day=st.dates(date(1900, 1, 1), date(2100, 12, 31)),
    language=st.sampled_from(LANGUAGES),
    skeleton=st.sampled_from(["yMMMM", "yMMM"]),
)
@examples(200)
def test_a_month_that_babel_formats_is_read_back(day: date, language: str, skeleton: str) -> None:
    from babel.dates import format_skeleton

    period = read_period(format_skeleton(skeleton, day, locale=language), Context(language))
    assert (period.start.year, period.start.month, period.start.day) == (day.year, day.month, 1)
    assert (period.end.year, period.end.month) == (day.year, day.month)


@pytest.mark.drawn
@pytest.mark.parametrize(("width", "share"), [("long", 0.97), ("full", 0.97), ("medium", 0.95)])
def test_dates_of_every_language_are_read_or_refused_and_never_misread(
    width: str, share: float
) -> None:
    """Of all languages of CLDR; those with a data file are held to every date elsewhere."""
    first = ("long", "full", "medium").index(width)
    first, step = size(first, 0), size(6, 1)  # half of the languages, each in one width
    read, some = 0, ALL_LANGUAGES[first::step]
    for tag in some:
        for day in DAYS:
            text = format_date(day, width, locale=tag)
            try:
                found = read_period(text, Context(tag))
            except ReadingError:
                continue
            assert found == Period(day, day), f"{tag}: {text} is read as {show_period(found)}"
            read += 1
    assert read >= share * len(some) * len(DAYS)
