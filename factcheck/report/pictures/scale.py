"""Scales of pictures: the place of a number in percent, and a few round numbers as labels."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_CEILING, Context, Decimal

from factcheck.model import Interval
from factcheck.model.frozen import dataclass
from factcheck.report.pictures.picture_parts import TickView
from factcheck.report.words.translating import Translator
from factcheck.values.measures.figures import all_digits

EXACT = Context(prec=40)
"""Enough for every figure that a reader lets through, beside a second one of any size."""

TENTH = Decimal("0.1")
STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))
MOST_TICKS = 5

SPACE = Decimal("0.06")
"""Space beyond the outermost figure, as a part of the scale."""

FAR = Decimal("0.2")
"""Figures that differ by a fifth of the largest are drawn from zero, so that lengths are true."""

EDGE = Decimal(8)
"""So near to an end, in percent, a label stands beside its line instead of across it."""

LONGEST = 24
"""Letters of a label inside a picture; the words beside it are never cut."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The numbers from low to high; high is larger than low, and both are finite."""

    low: Decimal
    high: Decimal

    def at(self, number: Decimal) -> Decimal:
        """The place of the number, from 0 to 100 with one digit; clamped to the scale."""
        inside = min(max(number, self.low), self.high)
        share = EXACT.divide(EXACT.subtract(inside, self.low), self._length)
        return EXACT.multiply(share, Decimal(100)).quantize(TENTH)

    def ticks(self, words: Translator, most: int = MOST_TICKS) -> tuple[TickView, ...]:
        """Round numbers along the scale, in order, each with its place in percent."""
        return tuple(
            TickView(self.at(n), words.short(all_digits(n), n), _anchor(self.at(n)))
            for n in self.round_numbers(most)
        )

    def round_numbers(self, most: int = MOST_TICKS) -> tuple[Decimal, ...]:
        """At most `most` multiples of 1, 2 or 5 times a power of ten, and one more at the end."""
        raw = EXACT.divide(self._length, Decimal(most))
        power = Decimal(1).scaleb(raw.adjusted())
        step = EXACT.multiply(next(s for s in STEPS if s * power >= raw), power)
        number = EXACT.multiply(EXACT.divide(self.low, step).to_integral_value(ROUND_CEILING), step)
        found: list[Decimal] = []
        while self.low <= number <= self.high and number not in found[-1:]:
            found.append(number)
            number = EXACT.add(number, step)
        return tuple(found)

    @property
    def _length(self) -> Decimal:
        return EXACT.subtract(self.high, self.low)


def scale_over(reaches: Iterable[Interval]) -> Scale | None:
    """A scale from the lowest to the highest end with margins; None if all are one point."""
    ends = [end for r in reaches for end in (r.low, r.high) if end.is_finite()]
    if not ends or EXACT.subtract(max(ends), min(ends)) == 0:
        return None
    low, high = min(ends), max(ends)
    if low >= 0 and EXACT.subtract(high, low) >= EXACT.multiply(FAR, high):
        low = Decimal(0)
    space = EXACT.multiply(EXACT.subtract(high, low), SPACE)
    return Scale(low if low == 0 else EXACT.subtract(low, space), EXACT.add(high, space))


def shortened(text: str, most: int = LONGEST) -> str:
    """The text as a label: its beginning and "…" if it is longer than `most` letters."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _anchor(at: Decimal) -> str:
    if at < EDGE:
        return "start"
    return "end" if at > 100 - EDGE else "middle"
