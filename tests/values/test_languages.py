"""Every example beside an entry of a language's data file is read as it says."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from factcheck.text.context import Context
from factcheck.text.language import known_languages, language_of
from factcheck.values.measures.measured import Measured
from factcheck.values.period import read_period, show_period
from factcheck.values.quantity import KIND
from factcheck.values.time import KIND as TIME

ON = date(2026, 1, 22)
LANGUAGES = [code for code in known_languages() if code != "symbols"]
EXAMPLES = [
    (code, part, text, expected)
    for code in LANGUAGES
    for part, table in language_of(code).data.items()
    if isinstance(table, dict)
    for text, expected in table.get("examples", {}).items()
]


@pytest.mark.parametrize(("code", "part", "text", "expected"), EXAMPLES)
def test_example_is_read(code: str, part: str, text: str, expected: str) -> None:
    if part == "periods":
        assert str(show_period(read_period(text, Context(code, ON)))) == expected
    elif part == "times":
        assert str(TIME.show(TIME.read(text, Context(code, ON)))) == expected
    else:
        value = KIND.read(text, Context(code))
        assert isinstance(value, Measured)
        assert described(value) == expected


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("part", ["magnitudes", "bounds", "ranges", "units", "periods"])
def test_each_group_has_examples(code: str, part: str) -> None:
    assert language_of(code).data[part]["examples"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_no_value_word_says_so(code: str) -> None:
    from factcheck import NoValueGiven

    for word in language_of(code).data["no_value"]["words"]:
        with pytest.raises(NoValueGiven, match="no value"):
            KIND.read(word, Context(code))


def described(value: Measured) -> str:
    """ "85000000000 CNY about": number or range, unit, bound."""
    number = plain(value.number)
    if value.last is not None:
        number += f"..{plain(value.last)}"
    elif "±" in value.text:
        number = f"{plain(value.low)}..{plain(value.high)}"
    bound = "" if value.bound in ("exact", "range") else value.bound
    return " ".join(part for part in (number, value.unit, bound) if part)


def plain(number: Decimal) -> str:
    """In full, to twenty decimals."""
    short = round(number, 20) if number.as_tuple().exponent < -20 else number  # type: ignore[operator]
    return f"{short.normalize():f}"
