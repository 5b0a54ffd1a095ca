"""Puts the pieces of a number together by the grammar that European number words share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext
from fractions import Fraction

from factcheck.model import Phrase, say
from factcheck.values.atoms import Atom
from factcheck.values.language import Language

ONE = Decimal(1)
LARGEST = 60  # digits before the point


@dataclass(frozen=True, slots=True)
class Numeral:
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
        return replace(self, number=self.number * factor, step=self.step * abs(factor), top=top)


@dataclass(frozen=True, slots=True)
class _Part:
    """A cardinal read so far: value, what its last digit is worth, and where the next atom is."""

    value: Decimal
    step: Decimal
    next: int
    magnitude: int = 0
    literal: bool = False
    whole: bool = True
    notes: tuple[Phrase, ...] = ()


def read_atoms(atoms: Sequence[Atom], language: Language, money: bool = False) -> Numeral | None:
    """The number with which `atoms` begin, as long as it can be; None where they begin with none."""
    with localcontext() as context:
        context.prec = 80
        return _Grammar(atoms, language, money).numeral()


class _Grammar:
    def __init__(self, atoms: Sequence[Atom], language: Language, money: bool) -> None:
        self.atoms = atoms
        self.language = language
        self.money = money
        data = language.data
        self.ones_first = bool(data.get("ones_first"))
        self.tens_joiner = bool(data.get("tens_joiner"))
        self.vigesimal = bool(data.get("vigesimal"))

    # The whole

    def numeral(self) -> Numeral | None:
        start = 1 if self._is(0, "article") and not self._is(0, "cardinal") else 0
        if self._is(0, "minus"):
            rest = type(self)(self.atoms[1:], self.language, self.money).numeral()
            return None if rest is None else rest.times(Decimal(-1))
        if self._is(0, "vague"):
            return self._vague(0)
        if self._is(start, "fraction"):
            return self._fraction_first(start)
        if self._is(start, "group"):
            return self._group(_Part(ONE, ONE, start))
        if start and (found := self._divided(_Part(ONE, ONE, 1))) is not None:
            return found
        if start and not self._is(1, "magnitude") and not self._hundred(1):
            return None
        part = self._cardinal(start)
        return None if part is None else self._after(part)

    def _after(self, part: _Part) -> Numeral:
        """A cardinal with what may follow it: decimals in words, a fraction, a dozen, a magnitude."""
        found = (
            self._slash(part)
            or self._divided(part)
            or self._mixed(part)
            or self._over(part)
            or self._group(part)
        )
        if found is not None:
            return found
        return self._finish(self._magnitudes(self._point(part)))

    def _finish(self, part: _Part, rough: bool = False, about: bool = False) -> Numeral:
        first, last = self.atoms[0], self.atoms[part.next - 1]
        short = ""
        if "short" in last or "money_short" in last:
            short = "short"
        return Numeral(
            first.start,
            last.end,
            part.value,
            part.step,
            part.notes + self._usage(last),
            whole=part.whole,
            spelled=not part.literal,
            rough=rough,
            magnitude=part.magnitude,
            about=about,
            short=short,
        )

    @staticmethod
    def _usage(last: Atom) -> tuple[Phrase, ...]:
        """The note of a magnitude word whose use is split."""
        if "usage" not in last:
            return ()
        return (say("the magnitude word is read as {usage}", usage=last.parts["usage"]),)

    # Cardinals

    def _cardinal(self, at: int) -> _Part | None:
        return _Cardinal(self, at).read()

    def _magnitudes(self, part: _Part) -> _Part:
        """Magnitude words after something that is no plain cardinal: "2 1/2 million"."""
        while (power := self.power(at := self._skip_hyphen(part.next))) is not None:
            part = replace(
                part,
                value=part.value.scaleb(power),
                step=part.step.scaleb(power),
                next=at + 1,
                magnitude=part.magnitude + power,
            )
        return part

    def _point(self, part: _Part) -> _Part:
        if (
            not self._is(part.next, "point")
            or part.literal
            or not self._is(part.next + 1, "cardinal", "magnitude")
        ):
            return part
        at, digits = part.next + 1, ""
        while self._is(at, "cardinal") and self.atoms[at].parts["cardinal"] < 10:
            digits += str(self.atoms[at].parts["cardinal"])
            at += 1
        if not digits or set(digits) == {"0"}:
            rest = self._cardinal(at)
            if (
                rest is not None
                and not rest.magnitude
                and rest.value == rest.value.to_integral_value()
            ):
                digits, at = f"{digits}{rest.value:f}", rest.next
        elif self._is(at, "cardinal"):
            return part
        step = ONE.scaleb(-len(digits))
        return replace(
            part, value=part.value + Decimal(digits) * step, step=step, next=at, whole=False
        )

    # Fractions

    def _fraction_first(self, at: int) -> Numeral | None:
        """ "half", "half a million", "mezzo milione", "half a dozen"."""
        share = _decimal(self.atoms[at].parts["fraction"])
        at = self._skip_article(self._skip_hyphen(at + 1))
        if self._is(at, "group"):
            return self._finish(_Part(share * self.atoms[at].parts["group"], ONE, at + 1))
        if self.power(at) is None and self._is(at - 1, "article"):
            at -= 1
        part = self._magnitudes(_Part(share, share, at, whole=False))
        return self._finish(part, rough=True)

    def _slash(self, part: _Part) -> Numeral | None:
        """Fractions in digits: "3/4", "10 1/2"."""
        at = part.next
        if not part.literal or not part.whole:
            return None
        if self._sign(at) == "/":
            return self._ratio(Decimal(0), part.value, at + 1, part)
        at += 1 if self._is(at, "joiner", "mixed") else 0
        if self._literal(at) is not None and self._sign(at + 1) == "/":
            return self._ratio(part.value, self._literal(at) or ONE, at + 2, part)
        return None

    def _ratio(self, whole: Decimal, above: Decimal, at: int, part: _Part) -> Numeral | None:
        below = self._literal(at)
        if not below or self._sign(at + 1) == "/":
            return None
        value = whole + above / below
        return self._finish(
            self._magnitudes(_Part(value, Decimal(0), at + 1, whole=False, literal=True))
        )

    def _divided(self, part: _Part) -> Numeral | None:
        """ "three fifths", "twenty twenty-fifths", "three quarters"."""
        if self._is(part.next, "fraction"):
            value = part.value * _decimal(self.atoms[part.next].parts["fraction"])
            at = self._skip_hyphen(part.next + 1)
            if self._is(at, "group"):
                return self._group(replace(part, value=value, next=at))
            return self._finish(
                self._magnitudes(_Part(value, value, part.next + 1, whole=False)), rough=True
            )
        found = self._denominator(part.next)
        if found is None:
            return None
        below, at = found
        return self._finish(
            self._magnitudes(_Part(part.value / below, ONE / below, at, whole=False)), rough=True
        )

    def _denominator(self, at: int) -> tuple[Decimal, int] | None:
        """What divides, if an ordinal of at least a third stands at `at` or closes a cardinal there."""
        at += 1 if self._sign(at) == "-" else 0
        for end in range(at, min(at + 8, len(self.atoms))):
            atom = self.atoms[end]
            if "ordinal_of" in atom or "ordinal" in atom or "ordinal_word" in atom:
                value = self._as_cardinal(at, end)
                return None if value is None or value < 3 else (value, end + 1)
            if atom.literal is not None or (
                not self._is(end, "cardinal", "magnitude", "joiner") and not (atom.sign == "-")
            ):
                return None
        return None

    def _as_cardinal(self, at: int, end: int) -> Decimal | None:
        """The value of a cardinal whose last word is the ordinal at `end`."""
        last = self.atoms[end]
        atoms = list(self.atoms[at:end])
        if "ordinal_of" in last.parts:
            atoms += [Atom(last.start, last.end, p) for p in last.parts["ordinal_of"]]
        elif "ordinal" in last.parts:
            value = last.parts["ordinal"]
            power = len(str(value)) - 1
            is_power = power >= 3 and value == 10**power
            atoms.append(
                Atom(
                    last.start, last.end, {"magnitude": power} if is_power else {"cardinal": value}
                )
            )
        read = type(self)(atoms, self.language, False)._cardinal(0)
        return None if read is None or read.next != len(atoms) else read.value

    def _mixed(self, part: _Part) -> Numeral | None:
        """ "two and a half billion", "3 million and a quarter", "cinque e un quarto"."""
        if not self._is(part.next, "joiner", "mixed"):
            return None
        at = self._skip_article(part.next + 1)
        counted = self._cardinal(at) if not self._is(at, "fraction") else None
        above = _Part(ONE, ONE, at) if counted is None or self._is(at, "ordinal") else counted
        share = self._divided(above)
        if share is None or share.number.scaleb(-share.magnitude) >= 1:
            share = self._tail(part.next + 1)
            if share is None:
                return None
            return replace(share, start=self.atoms[0].start, number=part.value + share.number)
        scale = ONE.scaleb(part.magnitude) if part.magnitude >= 3 and not share.magnitude else ONE
        value = part.value + share.number * scale
        at = next(i for i, a in enumerate(self.atoms, 1) if a.end == share.end and i > above.next)
        if share.magnitude and not part.magnitude:  # "two and a half billion"
            bare = share.number.scaleb(-share.magnitude)
            value = (part.value + bare).scaleb(share.magnitude)
        step = share.step * scale
        return self._finish(
            _Part(value, step, at, share.magnitude, part.literal, False), rough=True
        )

    def _tail(self, at: int) -> Numeral | None:
        """A fraction with its own magnitude after an "and": "y medio millón"."""
        rest = type(self)(self.atoms[at:], self.language, False)
        return rest._fraction_first(0) if rest._is(0, "fraction") and rest.power(1) else None

    def _over(self, part: _Part) -> Numeral | None:
        """ "one over three", "1 su 3", "one in five"."""
        if not self._is(part.next, "over"):
            return None
        below = self._cardinal(part.next + 1)
        if below is None or below.value <= part.value or not below.whole:
            return None
        value = part.value / below.value
        return self._finish(
            _Part(value, value, below.next, whole=False, literal=part.literal), rough=True
        )

    # Dozens and vague numbers

    def _group(self, part: _Part) -> Numeral | None:
        if not self._is(part.next, "group"):
            return None
        atom = self.atoms[part.next]
        size = Decimal(atom.parts["group"])
        done = self._magnitudes(_Part(part.value * size, ONE, part.next + 1, literal=part.literal))
        return self._finish(done, about="about_group" in atom and part.value == 1)

    def _vague(self, at: int) -> Numeral | None:
        low, high = self.atoms[at].parts["vague"]
        part = self._magnitudes(_Part(low, ONE, at + 1, whole=False))
        if self._is(part.next, "cardinal") and self.atoms[part.next].parts["cardinal"] == 100:
            part = self._magnitudes(replace(part, value=part.value * 100, next=part.next + 1))
        found = self._finish(part)
        return replace(found, top=high * part.value / low)

    # Small questions

    def _is(self, at: int, *parts: str) -> bool:
        return 0 <= at < len(self.atoms) and any(p in self.atoms[at].parts for p in parts)

    def _sign(self, at: int) -> str:
        return self.atoms[at].sign if at < len(self.atoms) else ""

    def _literal(self, at: int) -> Decimal | None:
        if at >= len(self.atoms) or self.atoms[at].literal is None:
            return None
        literal = self.atoms[at].literal
        return literal.number if literal is not None and literal.whole else None

    def _hundred(self, at: int) -> bool:
        return self._is(at, "cardinal") and self.atoms[at].parts["cardinal"] == 100

    def _skip_hyphen(self, at: int) -> int:
        """Past the hyphen of "demi-million", but never past that of "10-k"."""
        return at + 1 if self._sign(at) == "-" and self._is(at + 1, "magnitude", "group") else at

    def _skip_article(self, at: int) -> int:
        return at + 1 if self._is(at, "article") else at

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


class _Cardinal:
    """Reads one cardinal: parts like "3 million", each smaller than the one before."""

    def __init__(self, grammar: _Grammar, at: int) -> None:
        self.grammar = grammar
        self.atoms = grammar.atoms
        self.at = at
        self.done: list[tuple[Decimal, int]] = []  # (value, exponent of its magnitude)
        self.current: Decimal | None = None
        self.step = ONE
        self.literal = False
        self.whole = True
        self.notes: tuple[Phrase, ...] = ()

    def read(self) -> _Part | None:
        begin = self.at
        while self.at < len(self.atoms) and self._take(begin):
            pass
        if self.at == begin:
            return None
        value = sum((v for v, _ in self.done), Decimal(0)) + (self.current or Decimal(0))
        if value.adjusted() > LARGEST:
            return None
        magnitude = self.done[-1][1] if self.done and self.current is None else 0
        return _Part(value, self.step, self.at, magnitude, self.literal, self.whole, self.notes)

    def _take(self, begin: int) -> bool:
        """Takes one more atom, with the "and" or hyphen before it, if it fits."""
        joined = self.at > begin and (
            self.grammar._is(self.at, "joiner", "inner") or self.atoms[self.at].sign == "-"
        )
        at = self.at + 1 if joined else self.at
        if at >= len(self.atoms):
            return False
        atom = self.atoms[at]
        by_word = joined and self.atoms[self.at].sign != "-"
        if joined and not by_word and (atom.literal is not None or self.literal):
            return False
        if atom.literal is not None:
            fits = self._take_literal(atom)
        elif "cardinal" in atom and not (by_word and self._fraction_ahead(at)):
            fits = self._take_cardinal(Decimal(atom.parts["cardinal"]), by_word)
        else:
            power = self.grammar.power(at)
            fits = power is not None and not by_word and self._take_magnitude(power, atom)
        if fits:
            self.at = at + 1
        return fits

    def _fraction_ahead(self, at: int) -> bool:
        """ "six million and two thirds": the "two" belongs to the fraction."""
        if self.current is not None or not self.done or self.done[-1][1] < 6:
            return False
        after = at + 1
        return self.grammar._is(after, "ordinal", "fraction", "ordinal_of")

    def _take_literal(self, atom: Atom) -> bool:
        literal = atom.literal
        assert literal is not None
        low = Decimal(0) if self.current is None else self.current % 100
        room = ONE.scaleb(self.done[-1][1]) if self.done else None
        if self.current is None:
            if room is not None and not (literal.whole and literal.number < room):
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
        if self.grammar.vigesimal and low in (60, 80) and value < 20:
            return True
        if low == 0:
            return self.current >= 100
        if self.grammar.ones_first:
            return joined and low < 10 and value >= 20 and value % 10 == 0
        allowed = not joined or self.grammar.tens_joiner
        return allowed and low >= 20 and low % 10 == 0 and value < 10

    def _take_magnitude(self, power: int, atom: Atom) -> bool:
        """ "thousand million" multiplies; "million thousand" opens a new part."""
        scale = ONE.scaleb(power)
        lower = Decimal(0)
        while self.done and self.done[-1][1] < power:
            lower += self.done.pop()[0]
        if self.done and self.done[-1][1] == power:
            return False
        base = lower + (self.current or Decimal(0))
        if self.current is None and lower == 0:
            base = ONE
        if base == 0:
            return False
        spelled_thousand = power == 3 and not self.literal
        self.step = (
            ONE if spelled_thousand else (self.step if self.current is not None else ONE) * scale
        )
        self.done.append((base * scale, power))
        self.current = None
        return True


def _decimal(share: Fraction) -> Decimal:
    return Decimal(share.numerator) / Decimal(share.denominator)
