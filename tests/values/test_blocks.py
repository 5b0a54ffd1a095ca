"""Blocks lose no pair: what they find is held against the comparison of every two words."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.values.naming.blocks import Allowed, close_pairs, near_pairs
from factcheck.values.naming.likeness import allowed_edits, digit_words, edits, latin
from tests.drawing import examples

TYPING_ERRORS: tuple[tuple[str, Allowed], ...] = (
    ("one", lambda length: int(length >= 5)),
    ("two", lambda length: min(2, allowed_edits(length))),
    ("by length", allowed_edits),
    ("always three", lambda _: 3),
    ("many in long words", lambda length: length // 3),
)


@st.composite
def misspelt(draw: st.DrawFn, letters: str, longest: int) -> list[str]:
    """A few words, and copies of them with letters added, lost, changed and swapped."""
    words = draw(st.lists(st.text(letters, min_size=1, max_size=longest), min_size=1, max_size=4))
    for _ in range(draw(st.integers(1, 8))):
        word = draw(st.sampled_from(words))
        for _ in range(draw(st.integers(1, 6))):
            word = draw(slipped(word, letters))
        words.append(word)
    return words


@st.composite
def slipped(draw: st.DrawFn, word: str, letters: str) -> str:
    at, letter = draw(st.integers(0, len(word))), draw(st.sampled_from(letters))
    typing_error = draw(st.sampled_from(("add", "lose", "change", "swap")))
    match typing_error:
        case "add":
            return word[:at] + letter + word[at:]
        case "lose":
            return word[:at] + word[at + 1 :]
        case "change":
            return word[:at] + letter + word[at + 1 :]
    return word[:at] + word[at : at + 2][::-1] + word[at + 2 :]


@pytest.mark.parametrize(
    "allowed", [a for _, a in TYPING_ERRORS], ids=[name for name, _ in TYPING_ERRORS]
)
@examples(150)
@given(
    st.one_of(misspelt("ab", 12), misspelt("abcde", 40), misspelt("abcdefghijklmnop", 64)),
)
def test_no_close_pair_is_lost(allowed: Allowed, words: list[str]) -> None:
    assert close_pairs(words, allowed) == {
        (a, b): edits(a, b)
        for a, b in combinations(sorted(set(words)), 2)
        if edits(a, b) <= allowed(min(len(a), len(b)))
    }


@given(misspelt("abcde1 -", 14))
def test_no_near_pair_is_lost(words: list[str]) -> None:
    assert near_pairs(words) == tuple(
        (a, b) for a, b in combinations(sorted(set(words)), 2) if near(latin(a), latin(b))
    )


def near(a: str, b: str) -> bool:
    """What is near, as it was defined before there were blocks."""
    plain_a, plain_b = re.sub(r"[\W_]", "", a), re.sub(r"[\W_]", "", b)
    if plain_a == plain_b:
        return True
    return (
        digit_words(a) == digit_words(b)
        and min(len(plain_a), len(plain_b)) >= 5
        and edits(plain_a, plain_b) <= 1
    )
