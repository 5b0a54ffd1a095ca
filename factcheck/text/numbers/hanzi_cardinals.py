"""Reads cardinals in Chinese characters, section by section: 千百十 within 万, 亿 and 兆."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from factcheck.text.context import ReadingError
from factcheck.text.numbers.digits import read_literal
from factcheck.text.numbers.tokens import Token

DIGITS = {
    c: n
    for n, chars in enumerate(
        (
            "零〇○",
            "一壹弌",
            "二贰貳弍两兩",
            "三叁參参弎",
            "四肆",
            "五伍",
            "六陆陸",
            "七柒",
            "八捌",
            "九玖",
        )
    )
    for c in chars
}
SMALL = {"十": 1, "拾": 1, "百": 2, "佰": 2, "千": 3, "仟": 3}
LARGE = {"万": 4, "萬": 4, "亿": 8, "億": 8, "兆": 12}
TENS = {"廿": 20, "卅": 30}
MINUS, POINT, HALF = frozenset("负負"), frozenset("点點"), "半"
SOME_DIGIT, AND_MORE = frozenset("几幾数數"), frozenset("余餘多")
VAGUE = SOME_DIGIT | AND_MORE
AND = frozenset("又")
KNOWN = frozenset("半分之") | {*DIGITS, *SMALL, *LARGE, *TENS} | MINUS | POINT | VAGUE | AND
PERCENT_BASES = {"百": 2, "千": 3, "万": 4, "萬": 4}


@dataclass
class HanRun:
    """What is left of a text, as single characters of numbers and literals in digits."""

    items: list[Token]
    tag: str
    at: int = 0

    def here(self) -> str:
        return self.items[self.at].text if self.at < len(self.items) else ""

    def next(self, offset: int = 1) -> str:
        at = self.at + offset
        return self.items[at].text if at < len(self.items) else ""

    def is_number(self) -> bool:
        return self.at < len(self.items) and self.items[self.at].kind == "number"


@dataclass
class HanziValue:
    value: Decimal
    step: Decimal = Decimal(1)
    whole: bool = True
    literal: bool = False
    rough: bool = False
    magnitude: int = 0
    top: Decimal | None = None
    percent: bool = False


def read_cardinal(run: HanRun) -> HanziValue | None:
    """A number without fractions: sections up to 千, each with its 万, 亿 or 兆."""
    return _Cardinal(run).read()


class _Cardinal:
    def __init__(self, run: HanRun) -> None:
        self.run = run
        self.parts: list[tuple[Decimal, int]] = []  # sections done, with the power of their unit
        self.section = Decimal(0)
        self.pending: Decimal | None = None  # a digit or literal that waits for its unit
        self.digits = ""  # of the pending number, where it is in characters
        self.unit = 0  # power of the last unit
        self.small = 4  # power of the last unit of this section
        self.zero = False  # a 零 since the last unit
        self.more = Decimal(0)  # what a vague word adds at most, in this section
        self.next_digit = Decimal(0)  # what a second digit adds: 七八十 is 70 to 80
        self.found = HanziValue(Decimal(0))

    def read(self) -> HanziValue | None:
        start = self.run.at
        while self.run.at < len(self.run.items) and self._take():
            self.run.at += 1
        return None if self.run.at == start else self._finished()

    def _take(self) -> bool:
        here = self.run.here()
        if self.run.is_number():
            return self._take_literal(here)
        if here in DIGITS:
            return self._take_digit(here)
        if here in TENS and self.pending is None and not self.section:
            self.section, self.unit, self.small = Decimal(TENS[here]), 1, 1
            return True
        if here in SMALL:
            return self._take_small(SMALL[here])
        if here in LARGE:
            return self._take_large(LARGE[here])
        if here in POINT:
            return self._take_decimals()
        if here in VAGUE:
            return self._take_vague(here)
        return False

    def _take_literal(self, text: str) -> bool:
        if self.pending is not None and not (self.digits and not int(self.digits)):
            return False
        literal = read_literal(text, self.run.tag)
        self.pending, self.digits = literal.number, ""
        self.found.literal, self.found.step, self.found.whole = True, literal.step, literal.whole
        return True

    def _take_digit(self, here: str) -> bool:
        if self.pending is not None and not self.digits:
            return False
        if self._is_next(here):
            self.next_digit = Decimal(1)
            return True
        if self.digits and self.unit and int(self.digits):
            return False
        # 两 counts before a unit; at the end it is the weight.
        counted = self.run.next() in SMALL or self.run.next() in LARGE
        if here in "两兩" and not counted and (self.unit or self.digits):
            return False
        self.digits += str(DIGITS[here])
        self.zero = self.zero or DIGITS[here] == 0
        self.pending = Decimal(self.digits)
        self.found.step = Decimal(1)
        return True

    def _is_next(self, here: str) -> bool:
        """Whether a second digit follows the first in counting, alone or before a unit."""
        if len(self.digits) != 1 or self.zero or self.next_digit or self.found.literal:
            return False
        after = self.run.next()
        starts = self.run.at == 1 or self.run.items[self.run.at - 2].text not in DIGITS
        return (
            starts
            and int(self.digits) + 1 == DIGITS[here]
            and not (after in DIGITS or after in POINT)
        )

    def _take_small(self, power: int) -> bool:
        if power >= self.small:
            return False
        base = Decimal(1) if not self.pending else self.pending
        self.section += base.scaleb(power)
        if self.found.literal:
            self.found.step = self.found.step.scaleb(power)
        self.next_digit = self.next_digit.scaleb(power)
        self._unit_taken(power)
        self.small = power
        return True

    def _take_large(self, power: int) -> bool:
        own = self.section + (self.pending or Decimal(0))
        lower = Decimal(0)
        while self.parts and (
            self.parts[-1][1] < power or (not own and self.parts[-1][1] == power)
        ):
            lower += self.parts.pop()[0]
        if self.parts and self.parts[-1][1] <= power:
            return False
        if own + lower == 0:
            return False
        self.parts.append(((own + lower).scaleb(power), power))
        written = self.pending is not None or self.found.literal  # else 十亿, a round ten
        self.found.step = (self.found.step if written else Decimal(1)).scaleb(power)
        if lower and not own and not self.found.literal:
            self.found.step = Decimal(1).scaleb(power + self.unit)
        self.next_digit = self.next_digit.scaleb(power)
        if self.more:
            self.found.top = self.more.scaleb(power)
            self.more = Decimal(0)
        self.section = Decimal(0)
        self._unit_taken(power)
        self.small = 4
        return True

    def _unit_taken(self, power: int) -> None:
        self.pending, self.digits, self.zero, self.unit = None, "", False, power

    def _take_decimals(self) -> bool:
        decimals = ""
        while self.run.next(len(decimals) + 1) in DIGITS:
            decimals += str(DIGITS[self.run.next(len(decimals) + 1)])
        if not decimals or (self.pending is None and not self.section and not self.parts):
            return False
        self.run.at += len(decimals)
        self.section += (self.pending or Decimal(0)) + Decimal(f"0.{decimals}")
        self.pending, self.digits, self.small = None, "", 0
        self.found.step, self.found.whole = Decimal(1).scaleb(-len(decimals)), False
        return True

    def _take_vague(self, here: str) -> bool:
        """十余万 is from ten to twenty 万, 一百二十几亿 from 120 to 129 亿."""
        counted = self.pending is not None and not self.digits
        if here in SOME_DIGIT and self.section:
            self.more = Decimal(9)
        elif self.run.next() not in LARGE or not (self.section or self.parts or counted):
            return False
        elif counted:
            assert self.pending is not None
            zeros = len(str(int(self.pending))) - len(str(int(self.pending)).rstrip("0"))
            self.more = Decimal(10**zeros - 1)
        else:
            self.more = Decimal(10**self.unit - 1) if 1 <= self.unit <= 3 else Decimal(0)
        return self.more > 0

    def _last_literal(self) -> str:
        """The 5 of 1万5, which means what 一万五 does."""
        text = self.run.items[self.run.at - 1].text
        return text if self.parts and text.isdecimal() and len(text) == 1 else ""

    def _finished(self) -> HanziValue:
        found = self.found
        rest = self.section
        if self.pending is not None:
            # "一百五" is 150: a last digit without its unit takes the next lower one.
            digits = self.digits or self._last_literal()
            implied = self.unit >= 2 and len(digits) == 1 and not self.zero
            rest += self.pending.scaleb(self.unit - 1) if implied else self.pending
            if implied:
                found.step = Decimal(1).scaleb(self.unit - 1)
        found.value = sum((value for value, _ in self.parts), rest)
        found.magnitude = self.parts[-1][1] if self.parts and not rest else 0
        if self.more:
            found.top = (found.top or Decimal(0)) + self.more
        if self.next_digit:
            found.top = (found.top or Decimal(0)) + self.next_digit
        if found.top is not None:
            found.top += found.value
        if found.value.adjusted() > 60:
            raise ReadingError("the number is too large for one that a source would give")
        return found
