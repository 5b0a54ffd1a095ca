"""Things that are counted: two that are among a third are not each other."""

from __future__ import annotations

import pytest

import factcheck


@pytest.mark.parametrize(
    ("a", "b", "language", "verdict"),
    [
        ("12 users", "12 employees", "en", "undetermined"),
        ("12 users", "15 employees", "en", "undetermined"),
        ("12 utenti", "12 dipendenti", "it", "undetermined"),
        ("40 Kunden", "40 Mitarbeiter", "de", "undetermined"),
        ("12 users", "12 people", "en", "agree"),  # a user is a person
        ("12 users", "12", "en", "agree"),
        ("12 users", "12 users", "en", "agree"),
    ],
)
def test_equal_counts_of_two_things_do_not_agree(
    a: str, b: str, language: str, verdict: str
) -> None:
    for one, other in ((a, b), (b, a)):
        found = factcheck.compare(one, other, kind="quantity", language=language)
        assert found.verdict == verdict
