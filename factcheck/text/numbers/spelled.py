"""Puts the pieces of a number together by the grammar that European number words share."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, localcontext

from factcheck.model import Phrase, say
from factcheck.text.context import ReadingError
from factcheck.text.language import Language
from factcheck.text.numbers import fractions
from factcheck.text.numbers.atoms import Atom
from factcheck.text.numbers.cardinals import ONE, AtomRow, Cardinal, Part
from factcheck.text.numbers.numeral import Numeral


def read_atoms(atoms: Sequence[Atom], language: Language, money: bool = False) -> Numeral | None:
    """The longest number with which `atoms` begin; None where they begin with none."""
    if len(atoms) == 1 and atoms[0].literal is not None:  # most numbers
        return Numeral(atoms[0].start, atoms[0].end, *atoms[0].literal)
    with localcontext() as context:
        context.prec = 80
        return _Grammar(atoms, language, money).numeral()


class _Grammar(AtomRow):
    # The whole

    def numeral(self) -> Numeral | None:
        if self.atoms and self.atoms[0].literal is not None:
            return self._counted(0)
        start = 1 if self.has(0, "article") and not self.has(0, "cardinal") else 0
        if self.has(0, "minus"):
            rest = type(self)(self.atoms[1:], self.language, self.money).numeral()
            return None if rest is None else rest.times(Decimal(-1))
        if self.has(0, "vague"):
            return self._vague(0)
        if self.has(0, "plural") and not self.has(1, "ordinal", "fraction"):
            return self._plural()
        if self.has(start, "fraction"):
            return self._fraction_first(start)
        if self.has(start, "group"):
            return self._group(Part(ONE, ONE, start))
        if start and (found := self._divided(Part(ONE, ONE, 1))) is not None:
            return found
        if start and not self.has(1, "magnitude") and not self.hundred(1):
            return None
        return self._counted(start)

    def _counted(self, at: int) -> Numeral | None:
        part = self._cardinal(at)
        return None if part is None else self._after(part)

    def _after(self, part: Part) -> Numeral:
        """A cardinal with what may follow it: decimals in words, a fraction, a dozen."""
        if part.next == len(self.atoms):
            return self._finish(part)
        found = (
            self._slash(part)
            or self._divided(part)
            or self._mixed(part)
            or self._over(part)
            or self._group(part)
        )
        if found is not None:
            return found
        decimals = self._point(part)
        return self._finish(part if decimals is part else self.magnitudes(decimals))

    def _finish(self, part: Part, rough: bool = False, about: bool = False) -> Numeral:
        first, last = self.atoms[0], self.atoms[part.next - 1]
        short = "short" if "short" in last or "money_short" in last else ""
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
        return (say("the magnitude word is read as {usage}", usage=say(last.parts["usage"])),)

    # Cardinals

    def _cardinal(self, at: int) -> Part | None:
        return Cardinal(self, at).read()

    def _point(self, part: Part) -> Part:
        if (
            not self.has(part.next, "point")
            or part.literal
            or part.magnitude >= 6
            or not self.has(part.next + 1, "cardinal", "magnitude")
        ):
            return part
        at, digits = part.next + 1, ""
        while self.has(at, "cardinal") and self.atoms[at].parts["cardinal"] < 10:
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
        elif self.has(at, "cardinal"):
            return part
        if not digits:
            return part  # "forty point million"
        step = ONE.scaleb(-len(digits))
        value = part.value + Decimal(digits) * step
        return part._replace(value=value, step=step, next=at, whole=False)

    # Fractions

    def _fraction_first(self, at: int) -> Numeral | None:
        """As in "half", "half a million", "mezzo milione", "half a dozen"."""
        share = fractions.as_decimal(self.atoms[at].parts["fraction"])
        at = self.skip_article(self.skip_hyphen(at + 1))
        if self.has(at, "group"):
            return self._finish(Part(share * self.atoms[at].parts["group"], ONE, at + 1))
        if self.power(at) is None and self.has(at - 1, "article"):
            at -= 1
        part = self.magnitudes(Part(share, share, at, whole=False), of=True)
        return self._finish(part, rough=True)

    def _slash(self, part: Part) -> Numeral | None:
        """Fractions in digits: "3/4", "10 1/2"."""
        at = part.next
        if not part.literal or not part.whole:
            return None
        if self.sign(at) == "/":
            return self._ratio(Decimal(0), part.value, at + 1, part)
        at += 1 if self.has(at, "joiner", "mixed") else 0
        if self.literal(at) is not None and self.sign(at + 1) == "/":
            return self._ratio(part.value, self.literal(at) or ONE, at + 2, part)
        return None

    def _ratio(self, whole: Decimal, above: Decimal, at: int, part: Part) -> Numeral | None:
        below = self.literal(at)
        if not below or self.sign(at + 1) == "/":
            return None
        if not whole and self.power(at + 1) is not None:
            return None  # "5/6 million" can be a range
        if not whole and not fractions.is_fraction(above, below, self.language.tag):
            raise ReadingError(
                f'"{above:f}/{below:f}" may be a pair, a score, a slogan or a date: if it is a '
                "fraction, write it as a number with read_as"
            )
        value = whole + above / below
        return self._finish(
            self.magnitudes(Part(value, Decimal(0), at + 1, whole=False, literal=True))
        )

    def _divided(self, part: Part) -> Numeral | None:
        """As in "three fifths", "twenty twenty-fifths", "three quarters"."""
        share_at = part.next + (self.sign(part.next) == "-")  # "three-quarters"
        if self.has(share_at, "fraction"):
            value = part.value * fractions.as_decimal(self.atoms[share_at].parts["fraction"])
            if self.has(at := self.skip_hyphen(share_at + 1), "group"):
                return self._group(part._replace(value=value, next=at))
            return self._finish(
                self.magnitudes(Part(value, value, share_at + 1, whole=False), of=True),
                rough=True,
            )
        found = self._denominator(part.next)
        if found is None:
            return None
        below, at = found
        last, before = self.atoms[part.next - 1], self.atoms[part.next - 2]
        hundreds = part.value > 100 and not part.literal and "cardinal" in last
        if part.value >= 100 and not part.literal and self.sign(part.next) == "-":
            raise fractions.unclear_fraction()  # "one hundred twenty-fifths"
        if (part.magnitude >= 3 and below < 1000) or (
            hundreds and "joiner" in before and 0 < part.value % 100 < 10
        ):
            raise fractions.unclear_fraction()
        return self._finish(
            self.magnitudes(Part(part.value / below, ONE / below, at, whole=False), of=True),
            rough=True,
        )

    def _denominator(self, at: int) -> tuple[Decimal, int] | None:
        """What divides, if an ordinal of at least a third stands there or closes a cardinal."""
        at += 1 if self.sign(at) == "-" else 0
        for end in range(at, min(at + 8, len(self.atoms))):
            atom = self.atoms[end]
            if "ordinal_of" in atom or "ordinal" in atom or "ordinal_word" in atom:
                value = self._as_cardinal(at, end)
                return None if value is None or value < 3 else (value, end + 1)
            if atom.literal is not None or (
                not self.has(end, "cardinal", "magnitude", "joiner") and atom.sign != "-"
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

    def _mixed(self, part: Part) -> Numeral | None:
        """As in "two and a half billion", "3 million and a quarter", "cinque e un quarto"."""
        if not self.has(part.next, "joiner", "mixed"):
            return None
        at = self.skip_article(part.next + 1)
        counted = self._cardinal(at) if not self.has(at, "fraction") else None
        above = Part(ONE, ONE, at) if counted is None or self.has(at, "ordinal") else counted
        share = self._divided(above)
        if share is None or share.number.scaleb(-share.magnitude) >= 1:
            share = self._tail(part.next + 1)
            if share is None:
                return None
            return share._replace(start=self.atoms[0].start, number=part.value + share.number)
        scaled = part.magnitude >= 3 and not share.magnitude
        scale = ONE.scaleb(part.magnitude) if scaled else ONE
        value = part.value + share.number * scale
        at = next(i for i, a in enumerate(self.atoms, 1) if a.end == share.end and i > above.next)
        if share.magnitude and not part.magnitude:  # "two and a half billion"
            bare = share.number.scaleb(-share.magnitude)
            value = (part.value + bare).scaleb(share.magnitude)
        magnitude = part.magnitude if scaled else share.magnitude
        return self._finish(
            Part(value, share.step * scale, at, magnitude, part.literal, False), rough=True
        )

    def _tail(self, at: int) -> Numeral | None:
        """A fraction with its own magnitude after an "and": "y medio millón"."""
        rest = type(self)(self.atoms[at:], self.language, False)
        return rest._fraction_first(0) if rest.has(0, "fraction") and rest.power(1) else None

    def _over(self, part: Part) -> Numeral | None:
        """As in "one over three", "1 su 3", "one in five"."""
        if not self.has(part.next, "over"):
            return None
        below = self._cardinal(part.next + 1)
        if below is None or below.value <= part.value or not below.whole:
            return None
        if below.literal:
            fractions.refuse_year_below(part.value, below.value)
        value = part.value / below.value
        return self._finish(
            Part(value, value, below.next, whole=False, literal=part.literal), rough=True
        )

    # Dozens and vague numbers

    def _group(self, part: Part) -> Numeral | None:
        if not self.has(part.next, "group"):
            return None
        atom = self.atoms[part.next]
        size = Decimal(atom.parts["group"])
        done = self.magnitudes(
            Part(part.value * size, ONE, part.next + 1, literal=part.literal), of=True
        )
        return self._finish(done, about="about_group" in atom and part.value == 1)

    def _plural(self) -> Numeral | None:
        """As in "hundreds", "migliaia", "millions": a magnitude with no number before it."""
        low, high = self.atoms[0].parts["plural"]
        power = self.power(0) or 0
        part = self.magnitudes(Part(low, ONE, 1, magnitude=power, whole=False))
        return self._finish(part)._replace(top=high * part.value / low)

    def _vague(self, at: int) -> Numeral | None:
        low, high = self.atoms[at].parts["vague"]
        part = Part(low, ONE, at + 1, whole=False)
        if self.has(at + 1, "group"):  # "mehrere Dutzend"
            part = part._replace(value=low * self.atoms[at + 1].parts["group"], next=at + 2)
        part = self.magnitudes(part)
        if self.has(part.next, "cardinal") and self.atoms[part.next].parts["cardinal"] == 100:
            part = self.magnitudes(part._replace(value=part.value * 100, next=part.next + 1))
        found = self._finish(part)
        return found._replace(top=high * part.value / low)
