"""A year in a quote is taken for the period of its figure only where that is sure."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from factcheck.text.context import Context
from factcheck.values.naming.named_periods import named_period
from factcheck.values.period import show_period

TABLE = tomllib.loads(
    files("factcheck.values.naming").joinpath("period_words.toml").read_text("utf-8")
)


def named(passage: str, language: str) -> str:
    found = named_period(passage, Context(language))
    return "" if found is None else str(show_period(found))


@pytest.mark.parametrize(
    ("language", "passage", "period"),
    [(lang, text, period) for lang in TABLE for text, period in TABLE[lang]["examples"].items()],
)
def test_examples_of_the_table(language: str, passage: str, period: str) -> None:
    assert named(passage, language) == period


@pytest.mark.parametrize(
    ("passage", "period"),
    [
        ("In 2025 it spent 85 million", "2025"),
        ("sold in 2000 stores", ""),
        ("rooms for 1950 people", ""),
        ("in the 2000s it grew", ""),
        ("In 2025, it employed 85 people", "2025"),
        ("for the second quarter of 2025", "Q2 2025"),
        ("a fleet of 85 in March 2025", "Mar 2025"),
        ("85 in 2024 and 90 in 2025", ""),
        ("more people than in 2024", ""),
        ("the Model 2025 sold well", ""),
        ("a 2025 Borealis in 85 colours", ""),
        ("Expo 2025 drew 85 firms", ""),
        ("it opened in 2025 with 85 people", ""),
        ("$2025 in cash", ""),
        ("in 2025-26 it spent 85", ""),
        ("in 3025 people", ""),
        ("version 1.2025", ""),
        ("in 2025%", ""),
        ("", ""),
    ],
)
def test_english(passage: str, period: str) -> None:
    assert named(passage, "en") == period


def test_a_language_without_a_table_is_not_judged() -> None:
    assert named("85 ihmistä vuonna 2025", "fi") == ""
