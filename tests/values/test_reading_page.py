"""docs/reading.md says what the readers do, and lists the languages that there are."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from checks.reading import with_tables
from factcheck.text.context import Context
from factcheck.text.language import known_languages
from factcheck.values.measures.measured import Measured
from factcheck.values.quantity import KIND

PAGE = (Path(__file__).parents[2] / "docs" / "reading.md").read_text("utf-8")
ROWS = dict(re.findall(r"^\| ([^|]+) \| ([^|]+) \| [^|]+ \|$", PAGE, re.MULTILINE))


def test_the_table_of_languages_is_what_the_data_files_give() -> None:
    assert with_tables(PAGE) == PAGE, "run make docs and commit it"
    assert all(f"(`{code}`)" in PAGE for code in known_languages() if code != "symbols")


def test_a_page_without_its_marks_is_refused() -> None:
    with pytest.raises(SystemExit, match="lacks the mark"):
        with_tables("# Reading\n")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("42 chips", "42", "42"),
        ("1.5 million", "1450000", "1550000"),
        ("150 billion", "149.5e9", "150.5e9"),
        ("about 85 billion", "80.75e9", "89.25e9"),
        ("more than 100", "100", "Infinity"),
        ("between 10 and 12 billion", "10e9", "12e9"),
        ("a few thousand", "2000", "9000"),
    ],
)
def test_the_rows_on_intervals_hold(text: str, low: str, high: str) -> None:
    assert text in ROWS
    value = KIND.read(text, Context("en"))
    assert isinstance(value, Measured)
    assert (value.low, value.high) == (Decimal(low), Decimal(high))
