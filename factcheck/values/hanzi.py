"""Reads numbers in Chinese characters, alone or mixed with digits: 三千五百万, 25万6千, 百分之二."""

from __future__ import annotations

from factcheck.values.language import Language
from factcheck.values.spelled import Numeral
from factcheck.values.tokens import Tokens


def read_hanzi(tokens: Tokens, at: int, language: Language) -> Numeral | None:
    """The number in Chinese characters that begins with token `at`."""
    return None
