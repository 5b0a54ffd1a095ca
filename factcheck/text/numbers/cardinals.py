"""Reads cardinals in words and digits: "three hundred and twelve", "4 million 300 thousand"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from factcheck.model import Phrase
from factcheck.text.language import Language
from factcheck.text.numbers.atoms import Atom

ZERO, ONE = Decimal(0), Decimal(1)
LARGEST = 60  # digits before the point


class Part(NamedTuple):
    """A cardinal read so far: value, what its last digit is worth, and where the next atom is."""

    value: Decimal
    step: Decimal
    next: int
    magnitude: int = 0
    literal: bool = False
    whole: bool = True
    notes: tuple[Phrase, ...] = ()


class AtomRow:
    """The atoms of a text, and the small questions that a grammar asks about them."""

    def __init__(self, atoms: Sequence[Atom], language: Language, money: bool) -> None:
        self.atoms = atoms
        self.language = language
        self.money = money

    def has(self, at: int, *parts: str) -> bool:
        if 0 <= at < len(self.atoms) and (known := self.atoms[at].parts):
            return not known.keys().isdisjoint(parts)
        return False

    def sign(self, at: int) -> str:
        return self.atoms[at].sign if at < len(self.atoms) else ""

    def literal(self, at: int) -> Decimal | None:
        if at >= len(self.atoms) or self.atoms[at].literal is None:
            return None
        literal = self.atoms[at].literal
        return literal.number if literal is not None and literal.whole else None

    def hundred(self, at: int) -> bool:
        return self.has(at, "cardinal") and self.atoms[at].parts["cardinal"] == 100

    def skip_hyphen(self, at: int) -> int:
        """Past the hyphen of "demi-million", but never past that of "10-k"."""
        return at + 1 if self.sign(at) == "-" and self.has(at + 1, "magnitude", "group") else at

    def skip_of(self, at: int) -> int:
        """Past the word that links a part or a dozen to its magnitude: "thirds of a million"."""
        after = self.skip_article(at + 1)
        return after if self.has(at, "of") and self.power(after) is not None else at

    def skip_article(self, at: int) -> int:
        return at + 1 if self.has(at, "article") else at

    def power(self, at: int) -> int | None:
        """The exponent of the magnitude at `at`; abbreviations count only after digits."""
        if not 0 <= at < len(self.atoms):
            return None
        parts = self.atoms[at].parts
        if "magnitude" in parts:
            return int(parts["magnitude"])
        after_digits = at > 0 and self.atoms[at - 1].literal is not None
        if after_digits or (at > 0 and "magnitude" in self.atoms[at - 1]):
            if "short" in parts:
                return int(parts["short"])
            if self.money and "money_short" in parts:
                return int(parts["money_short"])
        return None

    def magnitudes(self, part: Part, of: bool = False) -> Part:
        """Magnitude words after something that is no plain cardinal: "2 1/2 million".

        With `of`, a word may link them: "two thirds of a million", "una decina di miliardi".
        """
        part = part._replace(next=self.skip_of(part.next)) if of else part
        while (power := self.power(at := self.skip_hyphen(part.next))) is not None:
            part = part._replace(
                value=part.value.scaleb(power),
                step=part.step.scaleb(power),
                next=at + 1,
                magnitude=part.magnitude + power,
            )
        return part


class Cardinal:
    """Reads one cardinal: parts like "3 million", each smaller than the one before."""

    def __init__(self, row: AtomRow, at: int) -> None:
        self.row = row
        self.atoms = row.atoms
        self.data = row.language.data
        self.begin = self.at = at
        self.done: list[tuple[Decimal, int]] = []  # (value, exponent of its magnitude)
        self.current: Decimal | None = None
        self.step = ONE
        self.literal = False
        self.whole = True
        self.notes: tuple[Phrase, ...] = ()

    def read(self) -> Part | None:
        begin = self.begin
        while self.at < len(self.atoms) and self._take(begin):
            pass
        if self.at == begin:
            return None
        value = ZERO
        for done, _ in self.done:
            value += done
        value += self.current or ZERO
        if value.adjusted() > LARGEST:
            return None
        magnitude = self.done[-1][1] if self.done and self.current is None else 0
        return Part(value, self.step, self.at, magnitude, self.literal, self.whole, self.notes)

    def _take(self, begin: int) -> bool:
        """Takes one more atom, with the "and" or hyphen before it, if it fits."""
        joined = self.at > begin and (
            self.row.has(self.at, "joiner", "inner")
            or self.atoms[self.at].sign == "-"
            or self._pauses()
        )
        at = self.at + 1 if joined else self.at
        if at >= len(self.atoms):
            return False
        atom = self.atoms[at]
        by_word = joined and self.atoms[self.at].sign != "-"
        hyphen = joined and not by_word
        opens = "magnitude" in atom and self.current is not None  # "$1.2-trillion", never "3-4"
        if hyphen and (atom.literal is not None or self.literal) and not opens:
            return False
        if atom.literal is not None:
            fits = self._take_literal(atom)
        elif "cardinal" in atom and not (by_word and self._fraction_ahead(at)):
            fits = self._take_cardinal(Decimal(atom.parts["cardinal"]), by_word)
        else:
            power = self.row.power(at)
            fits = power is not None and not by_word and self._take_magnitude(power, atom)
        if fits:
            self.at = at + 1
        return fits

    def _pauses(self) -> bool:
        """As in "one thousand, two hundred": in words, behind a magnitude, before hundreds."""
        if self.current is not None or not self.done or self.literal:
            return False
        after = range(self.at + 1, min(self.at + 6, len(self.atoms)))
        return (
            self.row.has(self.at, "pause")
            and self.row.has(self.at + 1, "cardinal")
            and any(self.row.hundred(i) or self.row.has(i, "magnitude") for i in after)
        )

    def _fraction_ahead(self, at: int) -> bool:
        """As in "six million and two thirds": the "two" belongs to the fraction."""
        if self.current is not None or not self.done or self.done[-1][1] < 6:
            return False
        after = at + 1
        return self.row.has(after, "ordinal", "fraction", "ordinal_of")

    def _take_literal(self, atom: Atom) -> bool:
        literal = atom.literal
        assert literal is not None
        if self.bare_scale or (self.done and literal.number == 0):
            return False  # "million 5": a scale before its digits
        low = Decimal(0) if self.current is None else self.current % 100
        space = ONE.scaleb(self.done[-1][1]) if self.done else None
        if self.current is None:
            if space is not None and not (literal.whole and literal.number < space):
                return False
            self.current = literal.number
        elif low == 0 and not self.literal_units and literal.whole and literal.number < 100:
            self.current += literal.number
        else:
            return False
        self.step, self.whole, self.literal = literal.step, literal.whole, True
        self.notes += literal.notes
        return True

    @property
    def bare_scale(self) -> bool:
        """Whether all that was read is one large scale word, with no number before it."""
        is_one = len(self.done) == 1 and self.current is None and not self.literal
        return is_one and self.done[0][1] >= 6 and self.at == self.begin + 1

    @property
    def literal_units(self) -> bool:
        """Whether the number so far ends in digits, so that no digits can follow it."""
        return self.atoms[self.at - 1].literal is not None

    def _take_cardinal(self, value: Decimal, joined: bool) -> bool:
        if self.current is None:
            if self.done and value == 0:
                return False
            self.current = value
        elif value == 100 and not joined and 0 < self.current < 100:
            self.current *= 100
            self.step *= 100 if self.literal else 1
            return True
        elif self._fits(value, joined):
            self.current += value
        else:
            return False
        self.step = ONE
        return True

    def _fits(self, value: Decimal, joined: bool) -> bool:
        """Whether `value` can follow the current number: hundreds, then tens, then ones."""
        assert self.current is not None
        low = self.current % 100
        if value == 0 or value >= 100 or self.literal_units:
            return False
        if self.data.get("vigesimal") and low in (60, 80) and value < 20:
            return True
        if low == 0:
            return self.current >= 100
        if self.data.get("ones_first"):
            return joined and low < 10 and value >= 20 and value % 10 == 0
        allowed = not joined or bool(self.data.get("tens_joiner"))
        return allowed and low >= 20 and low % 10 == 0 and value < 10

    def _take_magnitude(self, power: int, atom: Atom) -> bool:
        """As in "thousand million" multiplies; "million thousand" opens a new part."""
        scale = ONE.scaleb(power)
        lower = Decimal(0)
        while self.done and self.done[-1][1] < power:
            lower += self.done.pop()[0]
        if self.done and self.done[-1][1] == power:
            return False
        base = lower + (self.current or Decimal(0))
        if self.current is None and lower == 0:
            base = ONE
        if base == 0 and self.current is None:
            return False
        if power == 3 and not self.literal:
            self.step = ONE
        elif self.current is not None or lower:  # "1.5 lakh crore": the written digits decide
            self.step *= scale
        else:
            self.step = scale
        self.done.append((base * scale, power))
        self.current = None
        return True
