"""Years, days and seasons of several calendars: named, converted or refused, never mixed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factcheck
from factcheck.model import Period, Verdict
from factcheck.text.context import Context, ReadingError
from factcheck.text.dates import julian
from factcheck.values.period import KIND, kept_period, read_period, show_period

ON = date(2024, 5, 15)  # a Wednesday


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "two decades ago, in 2004"),
        ("en", "this century 1999"),
        ("de", "im letzten Jahrzehnt 2011"),
        ("es", "la década pasada 2012"),
        ("pt", "na década passada, 2012"),
        ("nl", "vorig decennium 2013"),
        ("sv", "förra årtiondet 2013"),
        ("zh", "上个世纪 1987年"),
        ("ja", "前世紀 1987年"),
    ],
)
@pytest.mark.parametrize("kind", ["period", "date", "time"])
def test_a_decade_beside_a_year_is_refused(language: str, text: str, kind: str) -> None:
    with pytest.raises(ReadingError):
        factcheck.read(text, kind=kind, language=language, on=ON)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("the 1970s, autumn", "autumn"),
        ("winter November 2022", "winter"),
        ("first quarter spring 2022", "first quarter"),
        ("fiscal 2022 autumn", "autumn"),
        ("past two fiscal years", "date"),
        ("after before 2011", "both"),
        ("Q1 Q3 2022", "date"),
    ],
)
def test_what_is_left_over_is_named(text: str, left: str) -> None:
    with pytest.raises(ReadingError, match=left):
        read_period(text, Context("en", ON))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("14 September 1752 (O.S.)", "1752-09-25"),
        ("1 March 1918, Old Style", "1918-03-14"),
        ("29 February 1800 (Julian)", "1800-03-12"),
        ("02/23/1917 (O.S.)", "1917-03-08"),
        ("23 February (8 March) 1917", "1917-03-08"),
        ("23 February/8 March 1917", "1917-03-08"),
        ("8 March [O.S. 23 February] 1917", "1917-03-08"),
        ("6 January 1875 [O.S. 25 December 1874]", "1875-01-06"),
        ("8 March 1917 (N.S.)", "1917-03-08"),
    ],
)
def test_days_of_the_julian_calendar_are_read(text: str, day: str) -> None:
    assert str(show_period(read_period(text, Context("en")))) == day


@pytest.mark.parametrize("text", ["5 May (9 May) 1840", "1840 (O.S.)", "31 April 1840 (O.S.)"])
def test_what_no_two_calendars_say_is_refused(text: str) -> None:
    with pytest.raises(ReadingError):
        read_period(text, Context("en"))


@given(st.dates(date(1583, 1, 1), date(1930, 1, 1)))
def test_the_two_calendars_part_by_ten_to_thirteen_days(day: date) -> None:
    found = julian.gregorian(day.year, day.month, day.day)
    assert found is not None
    days = (found - day).days
    assert days == (
        10
        if found < date(1700, 3, 12)
        else 11
        if found < date(1800, 3, 13)
        else 12
        if found < date(1900, 3, 14)
        else 13
    )
    assert julian.days_between(found, day) == julian.days_between(day, found) == days
    assert julian.days_between(day, found + timedelta(days=1)) is None


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("3 March 1861", "15 March 1861", Verdict.UNDETERMINED),
        ("3 March 1861", "14 March 1861", Verdict.CONTRADICTS),
        ("3 March 1861 (O.S.)", "15 March 1861", Verdict.AGREE),
        ("3 March 1861 (O.S.)", "15 March 1861 (N.S.)", Verdict.AGREE),
        ("3 March 1861 (N.S.)", "15 March 1861 (N.S.)", Verdict.CONTRADICTS),
        ("3 March (15 March) 1861", "3 March 1861", Verdict.UNDETERMINED),
        ("3 March 1961", "16 March 1961", Verdict.CONTRADICTS),
    ],
)
def test_a_gap_of_just_the_days_between_the_calendars_is_named(
    a: str, b: str, verdict: Verdict
) -> None:
    there = factcheck.compare(a, b, kind="date")
    assert there.verdict is verdict
    assert factcheck.compare(b, a, kind="date").verdict is verdict
    named = any("the Julian and the Gregorian" in str(step) for step in there.steps)
    assert named is (verdict is Verdict.UNDETERMINED)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa", "1402/07/13"),
        ("fa", "۱۳۹۸"),
        ("ar", "1446"),
        ("he", "5785"),
        ("th", "2567"),
        ("my", "1386"),
        ("ne", "2081"),
        ("zh-TW", "113年5月15日"),
        ("ja", "平成40年"),
        ("en", "113"),
    ],
)
def test_years_of_other_eras_are_never_taken_as_ce(language: str, text: str) -> None:
    with pytest.raises(ReadingError):
        read_period(text, Context(language, ON))


@pytest.mark.parametrize(
    ("language", "text", "shown"),
    [
        ("ja", "平成元年", "1989"),
        ("ja", "大正12年9月1日", "1923-09-01"),
        ("ja", "昭和39年10月", "Oct 1964"),
        ("zh-TW", "民國88年9月21日", "1999-09-21"),
        ("th", "2 มีนาคม พ.ศ. 2560", "2017-03-02"),
        ("en", "in 476 AD", "476"),
        ("it", "476 d.C.", "476"),
        ("zh", "2021 年 3 月 9 日", "2021-03-09"),
        ("ja", "2021年 3月 9日", "2021-03-09"),
    ],
)
def test_years_that_name_their_era_are_converted(language: str, text: str, shown: str) -> None:
    assert str(show_period(read_period(text, Context(language, ON)))) == shown


@pytest.mark.parametrize(
    ("language", "country", "text", "months"),
    [
        ("en-AU", None, "spring 2021", (9, 11)),
        ("en", "ZA", "summer 2021", (12, 14)),
        ("es-CL", None, "otoño de 2021", (3, 5)),
        ("pt-BR", None, "inverno de 2021", (6, 8)),
        ("pt", None, "inverno de 2021", (12, 14)),
        ("en-AU", "CA", "spring 2021", (3, 5)),
    ],
)
def test_seasons_follow_the_half_of_the_earth(
    language: str, country: str | None, text: str, months: tuple[int, int]
) -> None:
    found = read_period(text, Context(language, ON, country=country))
    last = found.end.month + 12 * (found.end.year - 2021)
    assert (found.start.year, found.start.month, last) == (2021, *months)
    assert ("southern" in " ".join(map(str, found.notes))) is (
        country == "ZA" or ("-" in language and not country)
    )


def test_ids_keep_the_name_that_a_season_had() -> None:
    winter = Period(date(2021, 12, 1), date(2022, 2, 28))
    assert (str(show_period(winter)), str(kept_period(winter))) == (
        "Dec 2021–Feb 2022",
        "winter 2021",
    )
    assert (
        str(kept_period(Period(date(2021, 12, 1), date(2022, 2, 27)))) == "2021-12-01 to 2022-02-27"
    )
    assert (
        str(kept_period(Period(date(2021, 3, 1), date(2021, 5, 31), True))) == "about spring 2021"
    )


@pytest.mark.parametrize(
    ("language", "text", "start"),
    [
        ("en", "in the past quarter", "2024-02-15"),
        ("en", "over the past century", "1924-05-15"),
        ("it", "nell'ultima settimana", "2024-05-08"),
        ("es", "en el último mes", "2024-04-15"),
        ("pt", "no último ano", "2023-05-15"),
        ("nl", "het afgelopen jaar", "2023-05-15"),
        ("sv", "det senaste året", "2023-05-15"),
        ("fr", "la dernière décennie", "2014-05-15"),
    ],
)
def test_the_past_year_ends_on_the_day_of_the_source(language: str, text: str, start: str) -> None:
    found = read_period(text, Context(language, ON))
    assert (found.start.isoformat(), found.end, found.approximate) == (start, ON, True)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the last weeks"),
        ("it", "gli ultimi anni"),
        ("de", "in den letzten Monaten"),
        ("es", "los últimos meses"),
        ("nl", "de afgelopen weken"),
        ("pt", "nos últimos dias"),
    ],
)
def test_several_that_nobody_counts_are_refused(language: str, text: str) -> None:
    with pytest.raises(ReadingError):
        read_period(text, Context(language, ON))


@pytest.mark.parametrize(
    ("on", "text", "found"),
    [
        ("2017-12-30", "Mon, Jan 1", "2018-01-01"),
        ("2018-01-02", "Sun, Dec 31", "2017-12-31"),
        ("2017-12-30", "January 3", "2018-01-03"),
        ("2018-06-20", "March 1", "2018-03-01"),
        ("2018-01-02", "Mon, Dec 31", None),
        ("2018-01-02", "Mon, Dec 30", None),
        ("2017-12-30", "February 29", None),
        ("2018-12-20", "March 1", None),
    ],
)
def test_a_day_without_a_year_is_placed_by_its_weekday_and_by_what_is_near(
    on: str, text: str, found: str | None
) -> None:
    context = Context("en", date.fromisoformat(on))
    if found is None:
        with pytest.raises(ReadingError):
            read_period(text, context)
    else:
        assert str(show_period(read_period(text, context))) == found


@pytest.mark.parametrize(
    ("named_by", "language", "text", "start"),
    [
        ("end", "en", "FY2021", "2020-04-01"),
        ("start", "en", "FY2021", "2021-04-01"),
        ("start", "en", "Q2 fiscal 2021", "2021-07-01"),
        ("start", "en", "FY2021/22", "2021-04-01"),
        ("start", "en", "FY3/21", "2020-04-01"),
        ("start", "en", "Q1 FY3/21", "2020-04-01"),
        ("start", "en", "year ended March 2021", "2020-04-01"),
        ("start", "ja", "2021年3月期", "2020-04-01"),
        ("end", "ja", "2021年度", "2021-04-01"),
        ("start", "en", "this fiscal year", "2024-04-01"),
    ],
)
def test_words_decide_which_year_names_a_fiscal_year_and_then_what_is_declared(
    named_by: str, language: str, text: str, start: str
) -> None:
    context = Context(language, ON, fiscal_year_starts=(4, 1), fiscal_year_named_by=named_by)
    assert read_period(text, context).start.isoformat() == start


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "den 3.11.2019"),
        ("en", "2019-11-03 Sun"),
        ("en", "Sunday 2019-11-03"),
        ("it", "il 3/11/2019"),
        ("en", "Sun Nov-03-2019"),
        ("en", "03Nov 2019"),
    ],
)
def test_a_day_in_figures_may_stand_among_words(language: str, text: str) -> None:
    value = KIND.read(text, Context(language, ON))
    assert str(KIND.show(value)) == "2019-11-03"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("12-Oct-19", "whether 19 is the year or the day"),
        ("the 1700s", "several centuries, or a hundred"),
    ],
)
def test_a_refusal_says_what_is_not_known(text: str, why: str) -> None:
    with pytest.raises(ReadingError, match=why):
        read_period(text, Context("en", ON))
