"""What holds of every text, in every language: no crash, no number outside its own interval."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from babel.numbers import format_decimal
from hypothesis import example, given
from hypothesis import strategies as st

import factcheck
from factcheck.model import Verdict
from factcheck.text.context import Context, ReadingError
from factcheck.text.language import known_languages, language_of
from factcheck.text.numbers.tokens import MAX_LENGTH
from factcheck.values import kind_of
from factcheck.values.measures.measured import Measured
from tests.drawing import examples

LANGUAGES = [code for code in known_languages() if code != "symbols"]
ON = date(2026, 1, 22)
WORDS = sorted({phrase for code in LANGUAGES for phrase in language_of(code).phrases})
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.from_regex(r"[0-9]{1,4}([.,' ][0-9]{1,3}){0,3}", fullmatch=True),
    st.sampled_from([*"-–—/±$€¥%()+.,'’^:°½²", "e9", "k", "bn", "910B"]),
    st.text(max_size=6),
)
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(PIECES, max_size=9).map(" ".join),
    st.lists(PIECES, max_size=9).map("".join),
)


@given(text=TEXTS, language=st.sampled_from([*LANGUAGES, "pl", "ar", "fi"]))
@examples(400)
def test_reading_a_measure_refuses_or_gives_a_number_in_its_intervals(
    text: str, language: str
) -> None:
    for name in ("quantity", "money"):
        try:
            value = kind_of(name).read(text, Context(language, ON))
        except ReadingError as why:
            assert 10 < len(str(why)) < 400
            continue
        assert isinstance(value, Measured)
        assert value.strict is not None and value.loose is not None
        assert value.low <= value.number <= value.high
        assert value.loose.low <= value.low and value.high <= value.loose.high
        assert kind_of(name).show(value)
        assert value == kind_of(name).read(text, Context(language, ON))


@pytest.mark.parametrize("tag", ["xx", "", "english", "../etc", "e" * 500])
@pytest.mark.parametrize("kind", ["quantity", "money", "period", "text"])
def test_an_unknown_language_is_refused(tag: str, kind: str) -> None:
    with pytest.raises(ReadingError, match="is no language that is known"):
        kind_of(kind).read("5 October 2025", Context(tag, ON))


@pytest.mark.parametrize(
    ("tag", "number"), [("pl", "1 234,5"), ("it-CH", "1’234.5"), ("fi", "3,5")]
)
def test_a_language_without_a_data_file_has_its_separators(tag: str, number: str) -> None:
    value = kind_of("quantity").read(number, Context(tag))
    assert isinstance(value, Measured)
    assert value.number == Decimal(number.replace(" ", "").replace("’", "").replace(",", "."))


@given(text=TEXTS, language=st.sampled_from(LANGUAGES))
@examples(200)
def test_reading_the_other_kinds_refuses_or_gives_a_value(text: str, language: str) -> None:
    for name in ("period", "date", "time", "name", "text", "choice"):
        kind = kind_of(name)
        try:
            value = kind.read(text, Context(language, ON))
        except ReadingError as why:
            assert 10 < len(str(why)) < 400
        else:
            assert kind.compare(value, value).verdict is Verdict.AGREE
            assert kind.show(value)


@given(
    number=st.decimals(-(10**15), 10**15, places=3, allow_nan=False),
    places=st.integers(0, 3),
    language=st.sampled_from(["en", "it", "de", "es", "pt", "zh", "fr", "pl", "de-CH", "en-IN"]),
)
@examples(300)
def test_a_number_that_babel_formats_is_read_back(
    number: Decimal, places: int, language: str
) -> None:
    number = round(number, places)
    pattern = "#,##0." + "0" * places if places else "#,##0"
    text = format_decimal(number, pattern, locale=language.replace("-", "_"))
    read = factcheck.read(text, language=language)
    assert isinstance(read, Measured)
    assert read.number == number


@given(a=TEXTS, b=TEXTS, language=st.sampled_from(LANGUAGES))
@example(a="10000000000000000000000000000", b="5", language="en")
@examples(150)
def test_comparing_is_symmetric(a: str, b: str, language: str) -> None:
    for kind in ("quantity", "name", "text"):
        try:
            there = factcheck.compare(a, b, kind=kind, language=language)
        except ReadingError:
            continue
        assert factcheck.compare(b, a, kind=kind, language=language).verdict is there.verdict


@given(
    a=st.integers(1, 10**7), b=st.integers(1, 10**7), word=st.sampled_from(["", " mln", " mila"])
)
@examples(200)
def test_circa_never_makes_a_contradiction(a: int, b: int, word: str) -> None:
    exact = factcheck.compare(f"{a}{word}", f"{b}{word}", language="it").verdict
    about = factcheck.compare(f"circa {a}{word}", f"{b}{word}", language="it").verdict
    if about is Verdict.CONTRADICTS:
        assert exact is Verdict.CONTRADICTS


@pytest.mark.parametrize("piece", ["un ", "1 ", "$1 ", "one and ", "(", "1/", "circa ", "二", " "])
def test_the_work_grows_with_the_length_and_no_faster(piece: str) -> None:
    """Counted in calls of Python functions, so that no clock decides."""
    sizes = [MAX_LENGTH // 4, MAX_LENGTH // 2, MAX_LENGTH]
    calls = [_calls((piece * MAX_LENGTH)[:size]) for size in sizes]
    for shorter, longer in pairwise(calls):
        assert longer < 3.5 * shorter + 2000


def _calls(text: str) -> int:
    import cProfile
    import pstats

    profile = cProfile.Profile()
    for language in ("it", "zh"):
        try:
            profile.runcall(kind_of("money").read, text, Context(language, ON))
        except ReadingError:
            continue
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]
