"""Periods and days: EDTF and words, impossible and relative dates, and what two have to do."""

from __future__ import annotations

from datetime import date

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

import factcheck
from factcheck.model import Period, Verdict
from factcheck.text.context import Context, ReadingError
from factcheck.text.language import known_languages
from factcheck.values.period import KIND, read_period, show_period
from tests.drawing import examples

ON = date(2026, 1, 22)
LANGUAGES = [code for code in known_languages() if code != "symbols"]


IN_ENGLISH = [
    ("2025", "2025-01-01", "2025-12-31", "2025"),
    ("2025-10", "2025-10-01", "2025-10-31", "Oct 2025"),
    ("2024-02", "2024-02-01", "2024-02-29", "Feb 2024"),
    ("2025-10-05", "2025-10-05", "2025-10-05", "2025-10-05"),
    ("2025-10~", "2025-10-01", "2025-10-31", "about Oct 2025"),
    ("2026-01-21~", "2026-01-21", "2026-01-21", "about 2026-01-21"),
    ("2025-01-01/2025-06-30", "2025-01-01", "2025-06-30", "H1 2025"),
    ("2019/..", "2019-01-01", "9999-12-31", "since 2019"),
    ("../2019-06", "0001-01-01", "2019-06-30", "until Jun 2019"),
    ("2025-22", "2025-06-01", "2025-08-31", "Jun 2025–Aug 2025"),
    ("2025-24", "2025-12-01", "2026-02-28", "Dec 2025–Feb 2026"),
    ("199X", "1990-01-01", "1999-12-31", "1990s"),
    ("H1 2025", "2025-01-01", "2025-06-30", "H1 2025"),
    ("Q3 2025", "2025-07-01", "2025-09-30", "Q3 2025"),
    ("FY 2025", "2025-01-01", "2025-12-31", "2025"),
    ("2024–2026", "2024-01-01", "2026-12-31", "2024–2026"),
    ("Oct–Dec 2025", "2025-10-01", "2025-12-31", "Q4 2025"),
    ("October to December 2025", "2025-10-01", "2025-12-31", "Q4 2025"),
    ("5–7 October 2025", "2025-10-05", "2025-10-07", "2025-10-05 to 2025-10-07"),
    ("10/2025", "2025-10-01", "2025-10-31", "Oct 2025"),
    ("early 2025", "2025-01-01", "2025-04-30", "about Jan 2025–Apr 2025"),
    ("late October 2025", "2025-10-21", "2025-10-31", "about 2025-10-21 to 2025-10-31"),
    ("yesterday", "2026-01-21", "2026-01-21", "2026-01-21"),
    ("last week", "2026-01-12", "2026-01-18", "2026-01-12 to 2026-01-18"),
    ("last quarter", "2025-10-01", "2025-12-31", "Q4 2025"),
    ("first half of last year", "2025-01-01", "2025-06-30", "H1 2025"),
    ("the first half", "2026-01-01", "2026-06-30", "H1 2026"),
    ("January", "2026-01-01", "2026-01-31", "Jan 2026"),
    ("mid-2025", "2025-05-01", "2025-08-31", "about May 2025–Aug 2025"),
    ("last October", "2025-10-01", "2025-10-31", "Oct 2025"),
    ("last January", "2025-01-01", "2025-01-31", "Jan 2025"),
    ("last winter", "2024-12-01", "2025-02-28", "Dec 2024–Feb 2025"),
    ("next January", "2027-01-01", "2027-01-31", "Jan 2027"),
    ("this January", "2026-01-01", "2026-01-31", "Jan 2026"),
]


@pytest.mark.parametrize(("text", "start", "end", "shown"), IN_ENGLISH)
def test_periods_in_english(text: str, start: str, end: str, shown: str) -> None:
    period = read_period(text, Context("en", ON))
    assert (period.start.isoformat(), period.end.isoformat()) == (start, end)
    assert str(show_period(period)) == shown


def test_day_and_month_stand_in_the_order_of_the_language() -> None:
    assert read_period("03/04/2025", Context("en")).start == date(2025, 3, 4)
    assert read_period("03/04/2025", Context("en-GB")).start == date(2025, 4, 3)
    assert read_period("03/04/2025", Context("it")).start == date(2025, 4, 3)
    assert read_period("3.4.2025", Context("de")).start == date(2025, 4, 3)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "2025-13"),
        ("en", "2025-02-30"),
        ("en", "31 April 2025"),
        ("en", "2026/2025"),
        ("en", "0000"),
        ("it", "30 febbraio 2025"),
        ("en", "13/13/2025"),
        ("en", "13/2025"),
        ("en", "21/2025"),
        ("en", "October"),
        ("en", "soon"),
        ("en", "42"),
        ("en", "2025 and 2026"),
        ("en", "in 5 October or 6 October 2025"),
        ("en", ""),
        ("en", "1" * 300),
    ],
)
def test_what_is_no_date_is_refused(language: str, text: str) -> None:
    with pytest.raises(ReadingError):
        read_period(text, Context(language, ON))


@pytest.mark.parametrize(
    ("language", "text"), [("en", "last year"), ("it", "quest'anno"), ("en", "October")]
)
def test_relative_words_need_a_day(language: str, text: str) -> None:
    with pytest.raises(ReadingError, match="depends on the day on which it was written"):
        read_period(text, Context(language))


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("2025", "2025", Verdict.AGREE),
        ("October 2025", "2025-10", Verdict.AGREE),
        ("2025", "October 2025", Verdict.REFINES),
        ("2024–2025", "2025–2026", Verdict.CONSISTENT),
        ("2024", "2025", Verdict.CONTRADICTS),
        ("2025-10-05", "2025-10-06", Verdict.CONTRADICTS),
        ("2025-10~", "2025-11", Verdict.UNDETERMINED),
        ("2025-10~", "2026-03", Verdict.CONTRADICTS),
        ("since 2019", "2024", Verdict.REFINES),
    ],
)
def test_compare(a: str, b: str, verdict: Verdict) -> None:
    assert factcheck.compare(a, b, kind="period", on=ON).verdict is verdict
    assert factcheck.compare(b, a, kind="date", on=ON).verdict is verdict


@given(
    day=st.dates(date(1900, 1, 1), date(2100, 12, 31)),
    language=st.sampled_from(LANGUAGES),
    width=st.sampled_from(["long", "medium", "full"]),
)
@examples(300)
def test_a_date_that_babel_formats_is_read_back(day: date, language: str, width: str) -> None:
    text = format_date(day, width, locale=language)
    assert read_period(text, Context(language)) == Period(day, day)


@given(start=st.dates(date(1000, 1, 1)), days=st.integers(0, 4000))
@examples(200)
def test_what_is_shown_is_read_back(start: date, days: int) -> None:
    end = date.fromordinal(min(start.toordinal() + days, date(9990, 1, 1).toordinal()))
    period = Period(min(start, end), end)
    assert read_period(str(show_period(period)), Context("en")) == period


def test_a_passage_never_tells() -> None:
    assert KIND.occurs(KIND.read("2025", Context("en")), "in 2025", Context("en")) is None


@pytest.mark.parametrize(
    ("text", "noted"),
    [("by June 2025", True), ("until 2027", True), ("June 2025", False), ("since 2019", False)],
)
def test_a_deadline_says_how_it_is_read(text: str, noted: bool) -> None:
    notes = [str(note) for note in KIND.read(text, Context("en")).notes]
    assert any("any day up to the end of" in note for note in notes) is noted
