"""A number as a text gives it, with what its digits and its words say of how exact it is."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from factcheck.model import Phrase


class Numeral(NamedTuple):
    """A number found in a text, from token `start` to before `end`.

    `step` is what its last written digit is worth. `top` is the upper end of a vague number ("a few
    thousand"). A `rough` one is a fraction in words, which nobody means to the last digit.
    """

    start: int
    end: int
    number: Decimal
    step: Decimal
    notes: tuple[Phrase, ...] = ()
    whole: bool = True
    spelled: bool = False
    rough: bool = False
    magnitude: int = 0  # the exponent of its last magnitude word
    top: Decimal | None = None
    about: bool = False  # the word itself says that it is approximate: "una ventina"
    percent: bool = False  # the words themselves say percent: 百分之二
    short: str = ""  # the abbreviation of a magnitude that is glued to its digits

    def times(self, factor: Decimal) -> Numeral:
        """The same numeral, `factor` times as large."""
        top = None if self.top is None else self.top * factor
        return self._replace(number=self.number * factor, step=self.step * abs(factor), top=top)
