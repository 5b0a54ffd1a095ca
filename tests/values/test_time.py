"""Clock times: read with and without their day, kept in their zone, and refused where unsure."""

from __future__ import annotations

from datetime import date, time

import pytest
from babel.dates import format_time
from hypothesis import given
from hypothesis import strategies as st

import factcheck
from factcheck.model import Verdict
from factcheck.text.context import Context, ReadingError
from factcheck.text.language import known_languages
from factcheck.values.time import KIND, Time
from tests.drawing import examples

ON = date(2026, 1, 22)
LANGUAGES = [code for code in known_languages() if code != "symbols"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "25:00"),
        ("en", "13:60"),
        ("en", "24:00"),
        ("en", "3"),
        ("en", "3.50"),
        ("de", "13.55"),
        ("en", "3 hours"),
        ("fr", "35 heures"),
        ("en", "1:55 pm and 2:55 pm"),
        ("en", "3-4pm"),
        ("en", "version 2.10"),
        ("en", "$3.50"),
        ("en", "910B"),
        ("ja", "午後12時"),
        ("zh", "3小时"),
        ("zh", "中午9点"),
        ("en", ""),
        ("en", "1" * 300),
    ],
)
def test_what_is_no_time_or_could_be_another_is_refused(language: str, text: str) -> None:
    with pytest.raises(ReadingError):
        KIND.read(text, Context(language, ON))


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("1:55p", "13:55", Verdict.AGREE),
        ("01:55 PM", "1.55 pm", Verdict.AGREE),
        ("3 pm", "15:20", Verdict.REFINES),
        ("13:55", "13:55:30", Verdict.REFINES),
        ("13:55", "14:55", Verdict.CONTRADICTS),
        ("1:55 am", "13:55", Verdict.CONTRADICTS),
        ("half past three", "15:30", Verdict.UNDETERMINED),
        ("half past three", "16:30", Verdict.CONTRADICTS),
        ("around 3 pm", "14:50", Verdict.UNDETERMINED),
        ("around 3 pm", "9 pm", Verdict.CONTRADICTS),
        ("13:55 EST", "18:55 GMT", Verdict.AGREE),
        ("13:55 EST", "14:55 EST", Verdict.CONTRADICTS),
        ("13:55 EST", "13:55", Verdict.UNDETERMINED),
        ("13:55", "5 October 2025, 13:55", Verdict.REFINES),
        ("4 October 2025, 13:55", "5 October 2025, 13:55", Verdict.CONTRADICTS),
        ("October 2025, 13:55", "5 October 2025, 13:55", Verdict.REFINES),
    ],
)
def test_compare(a: str, b: str, verdict: Verdict) -> None:
    assert factcheck.compare(a, b, kind="time", on=ON).verdict is verdict
    assert factcheck.compare(b, a, kind="time", on=ON).verdict is verdict


def test_a_time_without_its_half_of_the_day_says_so() -> None:
    for text in ("1:55", "half past three"):
        [note] = KIND.read(text, Context("en")).notes
        assert str(note) == "the text does not say whether it is before or after noon"
    assert KIND.read("1:55", Context("it")).notes == ()


@given(
    hour=st.integers(0, 23),
    minute=st.integers(0, 59),
    language=st.sampled_from(LANGUAGES),
    width=st.sampled_from(["short", "medium"]),
)
@examples(200)
def test_a_time_that_babel_formats_is_read_back(
    hour: int, minute: int, language: str, width: str
) -> None:
    value = KIND.read(format_time(time(hour, minute), width, locale=language), Context(language))
    assert isinstance(value, Time)
    assert value.clock.start == hour * 60 + minute


@given(text=st.text(max_size=40), language=st.sampled_from([*LANGUAGES, "pl", "th"]))
@examples(200)
def test_any_text_is_read_or_refused(text: str, language: str) -> None:
    for piece in (text, f"{text} 13:55", f"15 {text}", f"3 {text} pm"):
        try:
            value = KIND.read(piece, Context(language, ON))
        except ReadingError as why:
            assert len(str(why)) > 10
        else:
            assert KIND.show(value)


def test_what_two_texts_leave_open_alike_keeps_them_from_nothing() -> None:
    assert factcheck.compare("half past three", "half past three", kind="time").verdict is (
        Verdict.AGREE
    )
