"""Clock times as sites print them, and one definition of zone, day, noon and the circle."""

from __future__ import annotations

from datetime import date

import pytest

import factcheck
from factcheck.model import Verdict
from factcheck.text.context import Context, ReadingError
from factcheck.values.time import KIND

ON = date(2014, 11, 4)  # a Tuesday


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("7:42pNov 3", "19:42 on 2014-11-03"),
        ("7:42 AMNov 05", "07:42 on 2014-11-05"),
        ("6:05 aMar 3, 2014", "06:05 on 2014-03-03"),
        ("6:05 AMMar 3, 2014", "06:05 on 2014-03-03"),
        ("Wed, Nov 5 7:15 AM Delayed", "07:15 on 2014-11-05"),
        ("10:48 PM (Scheduled)", "22:48"),
        ("Est. 10:48 PM", "22:48"),
        ("10:48 PM Late", "22:48"),
        ("5:31 PM†", "17:31"),
        ("5:31 PM [2]", "17:31"),
        ("2014-11-05 Wed 11:14", "11:14 on 2014-11-05"),
        ("11:14AM - Wed Nov-05-2014", "11:14 on 2014-11-05"),
        ("05Nov 08:35", "08:35 on 2014-11-05"),
        ("11/5 8:35a", "08:35 on 2014-11-05"),
        ("8:35 AM, Nov 05, 2014 (local time)", "08:35 on 2014-11-05"),
        ("12:10 AM (+1)", "00:10"),
        ("12 noon", "12:00"),
        ("12:00 midnight", "00:00"),
    ],
)
def test_times_as_sites_print_them(text: str, shown: str) -> None:
    assert str(KIND.show(KIND.read(text, Context("en-US", ON)))) == shown


@pytest.mark.parametrize(
    ("text", "note"),
    [("4:20 PM (Expected)", "expected"), ("4:20 PM*", "*"), ("landed 4:20 PM", "landed")],
)
def test_what_is_no_part_of_a_time_is_noted(text: str, note: str) -> None:
    value = KIND.read(text, Context("en", ON))
    assert [s.kind for s in value.spans if s.text.casefold() == note] == ["note"]
    assert f'"{note}" is no part of the time' in map(str, value.notes)


@pytest.mark.parametrize(
    "text",
    ["3 noon", "12:30 midnight", "noon midnight", "4:20 PM cancelled", "4:20 PM not", "4:20 ppm"],
)
def test_what_may_change_a_time_is_refused(text: str) -> None:
    with pytest.raises(ReadingError):
        KIND.read(text, Context("en", ON))


@pytest.mark.parametrize(
    ("language", "noon", "midnight"),
    [
        ("de", "Mittag", "Mitternacht"),
        ("en", "noon", "midnight"),
        ("es", "mediodía", "medianoche"),
        ("fr", "midi", "minuit"),
        ("it", "mezzogiorno", "mezzanotte"),
        ("ja", "正午", "真夜中"),
        ("nl", "twaalf uur 's middags", "middernacht"),
        ("pt", "meio-dia", "meia-noite"),
        ("sv", "kl. 12.00 på dagen", "midnatt"),
        ("zh", "正午", "午夜"),
        ("ko", "정오", "자정"),
        ("ru", "полдень", "полночь"),
    ],
)
def test_noon_and_midnight_have_a_word_in_every_language(
    language: str, noon: str, midnight: str
) -> None:
    shown = [KIND.show(KIND.read(text, Context(language, ON))) for text in (noon, midnight)]
    assert shown[1] == "00:00"
    assert shown[0] in ("12:00", "12 o'clock")


def test_a_day_that_nobody_can_place_is_left_open() -> None:
    value = KIND.read("7:42pNov 3", Context("en"))
    assert str(KIND.show(value)) == "19:42 on --11-03"
    with pytest.raises(ReadingError, match="none is known"):
        KIND.read("yesterday at 10:00", Context("en"))


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("23:58", "midnight", Verdict.CONTRADICTS),
        ("about 23:55", "0:05", Verdict.UNDETERMINED),
        ("10:15 GMT", "12:15 EET", Verdict.AGREE),
        ("10:15 GMT", "12:16 EET", Verdict.CONTRADICTS),
        ("2:30 UTC+3", "23:30 UTC", Verdict.AGREE),
        ("2:30 am UTC+3 on 6 May 2014", "23:30 UTC on 5 May 2014", Verdict.AGREE),
        ("2:30 am UTC+3 on 6 May 2014", "23:30 UTC on 6 May 2014", Verdict.CONTRADICTS),
        ("9:00 am CST", "3:00 pm GMT", Verdict.UNDETERMINED),
        ("9:00 am CST", "2:00 pm GMT", Verdict.CONTRADICTS),
        ("9:00 am CST", "9:00 am CST", Verdict.AGREE),
        ("9:00 am CST", "9:00 am", Verdict.UNDETERMINED),
        ("9:00 am CST on 3 May 2014", "9:00 am on 9 May 2014", Verdict.CONTRADICTS),
        ("7:20", "7:20 PM", Verdict.UNDETERMINED),
        ("7:20", "7:25 PM", Verdict.CONTRADICTS),
        ("7:42pNov 3", "7:42pNov 4", Verdict.CONTRADICTS),
        ("7:42pNov 3", "7:42 pm, 3 November 2013", Verdict.REFINES),
        ("7:42pNov 3", "7:42 pm, 4 November 2013", Verdict.CONTRADICTS),
    ],
)
def test_zone_day_and_half_of_the_day_decide(a: str, b: str, verdict: Verdict) -> None:
    assert factcheck.compare(a, b, kind="time").verdict is verdict
    assert factcheck.compare(b, a, kind="time").verdict is verdict


def test_the_clock_is_a_circle() -> None:
    for a, b, disjoint in (
        ("23:57", "midnight", "3 minutes"),
        ("00:00", "23:59", "1 minute apart"),
    ):
        assert disjoint in str(list(factcheck.compare(a, b, kind="time").steps)[-1])


def test_yesterday_in_sources_of_two_dates_is_two_days() -> None:
    values = [
        KIND.read("yesterday at 10:30 am", Context("en", date(2014, 5, day))) for day in (6, 9)
    ]
    found = KIND.compare(*values)
    assert found.verdict is Verdict.CONTRADICTS
    assert "4320 minutes" in str(list(found.steps)[-1])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2150Z", "21:50 UTC"),
        ("0615 hrs", "06:15"),
        ("1720 GMT", "17:20 GMT"),
        ("Tue 9:15 PM (next day)", "21:15 on 2014-11-04"),
        ("9:15 PM+1", "21:15"),
        ("21:15 (local)", "21:15"),
    ],
)
def test_times_of_four_figures_and_of_another_day(text: str, shown: str) -> None:
    assert str(KIND.show(KIND.read(text, Context("en-US", ON)))) == shown


@pytest.mark.parametrize("text", ["2150", "2460 hrs", "2575Z", "615 hrs"])
def test_four_figures_that_are_no_time_are_refused(text: str) -> None:
    with pytest.raises(ReadingError):
        KIND.read(text, Context("en-US", ON))
