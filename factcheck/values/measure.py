"""What the items of a text measure together: number or range, bound, unit or currency."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from factcheck.model import Phrase, say
from factcheck.values.base import NoValueGiven, ReadingError
from factcheck.values.currencies import same_currency
from factcheck.values.hanzi_cardinals import KNOWN
from factcheck.values.language import Language
from factcheck.values.model_names import refuse_names
from factcheck.values.numeral import Numeral
from factcheck.values.pairs import TENTHS, one_number, with_magnitude
from factcheck.values.per_many import per_many
from factcheck.values.plus_minus import reach
from factcheck.values.ranges import range_start
from factcheck.values.scanning import Item, short
from factcheck.values.tokens import Tokens
from factcheck.values.units import COUNTED
from factcheck.values.unsure import refuse_misread, refuse_plural, refuse_unsure, refuse_year


@dataclass(slots=True)
class Measure:
    """What a text measures, filled in from left to right.

    `last` is the upper end of a range, `apart` the ± of a number.
    """

    number: Numeral
    bound: str = "exact"
    bound_text: str = ""
    unit: str = ""
    currency: str = ""
    currency_text: str = ""
    maybe_currency: str = ""  # what the unit means, if it is money: pounds
    last: Numeral | None = None
    apart: Numeral | None = None
    noun: str = ""
    notes: tuple[Phrase, ...] = ()
    more: str = ""  # what stands in brackets, with digits in it
    changed: str = ""  # the word that makes it a rise or a fall: "down"


class Pattern:
    """What the items of a text say together."""

    def __init__(self, tokens: Tokens, items: tuple[Item, ...], language: Language) -> None:
        self.tokens = tokens
        self.items = items
        self.language = language
        self.at = [i for i, item in enumerate(items) if item.numeral is not None]

    def measure(self) -> Measure:
        refuse_names(self.tokens, self.items, self.language)
        found = self._measure()
        _in_tenths(found)
        refuse_misread(found.number, found.noun, found.unit, self.tokens.text, self.language)
        if found.bound == "exact":
            refuse_year(found.number, found.unit, self.tokens.text, self.language)
        if found.bound == "exactly":
            found.bound = "exact"
        return found

    def _measure(self) -> Measure:
        match self.at:
            case []:
                if "no_value" in self.language.meanings(self.tokens.text):
                    raise NoValueGiven(f'"{self.tokens.text}" says that no value is given')
                raise ReadingError(f'"{short(self.tokens.text)}" gives no number')
            case [only]:
                return self._described(only, only, Measure(self._number(only)))
            case [first, last]:
                return self._two(first, last)
        raise ReadingError(
            f'"{short(self.tokens.text)}" gives {len(self.at)} numbers: give the words of one '
            "value alone; a date is no quantity"
        )

    def _number(self, at: int) -> Numeral:
        numeral = self.items[at].numeral
        assert numeral is not None
        return numeral

    def _two(self, first: int, last: int) -> Measure:
        low, high = self._number(first), self._number(last)
        between = self.items[first + 1 : last]
        opened = any("opening" in item for item in self.items[:first])
        if any("plus_minus" in item for item in between):
            low = with_magnitude(low, high)
            apart = reach(low, high, between, self.items[last + 1 :], self.tokens.text)
            return self._described(first, last, Measure(low, apart=apart))
        connectors = [
            i for i in between if "dash" in i or "connector" in i or (opened and "closing" in i)
        ]
        if connectors:
            start = range_start(self.items[first], self.items[last], between, self.tokens.text)
            found = Measure(start, bound="range", last=high)
            return self._described(first, last, found, connectors[0])
        if (per := per_many(between, high)) is not None:
            return self._per_many(first, last, *per)
        after = self.items[last + 1] if last + 1 < len(self.items) else None
        is_sum = after is not None and "unit" in after and "currency" not in after  # pounds, ounces
        one = one_number(between, self.items[first], self.items[last], self.language.hanzi)
        if one is not None and (self.language.hanzi or not is_sum):
            return self._described(first, last, Measure(one))
        raise ReadingError(
            f'"{short(self.tokens.text)}" gives two numbers: give the words of one value alone, or '
            "a range"
        )

    def _per_many(self, first: int, last: int, per: int, unit: str) -> Measure:
        found = Measure(self._number(first))
        self._before(self.items[:first], found)
        self._after(self.items[first + 1 : first + 1 + per], found)
        if found.currency:
            raise ReadingError(
                f'"{short(self.tokens.text)}" is an amount for so many of others, which cannot be '
                "compared: give the words of the amount alone"
            )
        found.unit = unit
        self._after(self.items[last + 1 :], found)
        refuse_unsure(self.items[last + 1 :], False, False, self.tokens.text, self.language)
        return found

    # What stands around the numbers

    def _described(
        self, first: int, last: int, found: Measure, connector: Item | None = None
    ) -> Measure:
        self._before(self.items[:first], found)
        for item in self.items[first + 1 : last]:
            if item is not connector and _INSIDE.isdisjoint(item.parts):
                self._inner(item, found)
        after = self.items[last + 1 :]
        self._after(after, found)
        refuse_plural(self.items[last], after, self.tokens)
        is_money, is_spelled = bool(found.currency), found.number.spelled
        refuse_unsure(after, is_money, is_spelled, self.tokens.text, self.language)
        if found.number.about and found.bound == "exact":
            found.bound, found.bound_text = "about", self.items[first].text
        found.notes += found.number.notes
        if found.last is not None:
            found.notes += tuple(n for n in found.last.notes if n not in found.notes)
        return found

    def _before(self, items: Sequence[Item], found: Measure) -> None:
        for item in items:
            if item.text == "-" and "currency" in self.items[1]:  # "-$5m"
                found.number = found.number.times(Decimal(-1))
            elif "bound" in item and not (found.bound == "range" and "opening" in item):
                self._bound(item, item.parts["bound"], found)
            elif "currency" in item:
                self._currency(item, found)
            elif "unit" in item and not found.unit and item.text in "°%‰":
                self._unit(item, found)
            elif _BEFORE.isdisjoint(item.parts):
                raise ReadingError(
                    f'"{short(self.tokens.text)}" has "{short(item.text)}" before its number, '
                    "which may change it: give the words of the value alone"
                )

    def _inner(self, item: Item, found: Measure) -> None:
        if "currency" in item:
            self._currency(item, found)
        elif "unit" in item:
            self._unit(item, found)
        else:
            raise ReadingError(
                f'"{short(self.tokens.text)}" has "{short(item.text)}" between two numbers: give '
                "the words of one value alone"
            )

    def _after(self, items: Sequence[Item], found: Measure) -> None:
        noun: list[str] = []
        at = 0
        while at < len(items):
            item, following = items[at], items[at + 1] if at + 1 < len(items) else None
            parts = item.parts
            if "per" in parts and following is not None and self._is_rate(item, following, found):
                self._rate(following, found)
                at += 1
            elif "bound_after" in parts:
                self._bound(item, parts["bound_after"], found)
            elif "currency" in parts and "unit" not in parts:
                self._currency(item, found)
            elif "unit" in parts and not (noun and len(item.text) < 3):  # the "s" of "Acme's"
                self._unit(item, found)
            elif "ordinal" in self.language.meanings(item.text) and not noun:
                raise ReadingError(
                    f'"{short(self.tokens.text)}" is a rank or a date, not a quantity'
                )
            elif "month" in parts and len(item.text) > 2 and not noun:
                raise ReadingError(f'"{short(self.tokens.text)}" is a date, not a quantity')
            elif "bound" in parts or "opening" in parts or ("dash" in parts and not noun):
                if item.text != "-" and "filler" not in parts:
                    raise self._may_change(item)
            elif _AFTER.isdisjoint(parts):
                if at == 1 and "joiner" in items[0]:  # "thirty million and twenny thousand"
                    raise self._may_change(item)
                noun.append(self._noun(item))
            at += 1
        found.noun = " ".join(noun)

    def _may_change(self, item: Item) -> ReadingError:
        return ReadingError(
            f'"{short(self.tokens.text)}" has "{short(item.text)}" after its number, which may '
            "change it: give the words of the value alone"
        )

    def _is_rate(self, per: Item, following: Item, found: Measure) -> bool:
        if per.text == "/" or "filler" not in per:
            return "unit" in following or following.text.isalpha()
        is_time = following.parts.get("unit") in TIMES
        return "unit" in following and (is_time or bool(found.unit or found.currency))

    def _rate(self, below: Item, found: Measure) -> None:
        name = str(below.parts.get("unit", below.text.casefold()))
        found.unit = f"/{name}" if found.currency else f"{found.unit}/{name}"

    def _noun(self, item: Item) -> str:
        if not self.language.data:
            raise ReadingError(
                f'"{short(self.tokens.text)}" has "{short(item.text)}" after its number, and '
                f"nobody has described how {self.language.code} writes numbers: use read_as"
            )
        is_han = "\u3040" <= item.text[0] <= "\u9fff" and not self.language.hanzi
        if is_han or (self.language.hanzi and item.text in KNOWN):
            raise ReadingError(
                f'"{short(self.tokens.text)}" has "{item.text}" after its number, which may '
                "change it: write the number in digits with read_as"
            )
        if not any(c.isalpha() for c in item.text) and item.text not in ".,;:!'’\"":
            raise ReadingError(
                f'"{short(self.tokens.text)}" has "{short(item.text)}" after its number, which is '
                "no unit: give the words of the value alone"
            )
        return item.text

    def _bound(self, item: Item, bound: str, found: Measure) -> None:
        if found.bound == "range" and bound == "about":
            found.bound_text = item.text
            found.notes += (say('"{word}" holds for both ends', word=item.text),)
        elif found.bound in ("exact", "exactly", "about"):
            if not (bound == "exactly" and found.bound == "about"):
                found.bound, found.bound_text = bound, item.text
        elif bound not in (found.bound, "about", "exactly"):
            raise ReadingError(
                f'"{short(self.tokens.text)}" has two bounds, "{found.bound_text or found.bound}" '
                f'and "{item.text}": give the words of one value alone'
            )

    def _currency(self, item: Item, found: Measure) -> None:
        code = str(item.parts["currency"])
        if found.currency and not same_currency(found.currency, code):
            raise ReadingError(
                f'"{short(self.tokens.text)}" names two currencies, {found.currency} and {code}'
            )
        if code.endswith(" m"):  # "120 MEUR"
            found.number = found.number.times(Decimal(10) ** 6)
            code = code.removesuffix(" m")
        if len(found.currency) != 3:
            found.currency = code
        found.currency_text = item.text

    def _unit(self, item: Item, found: Measure) -> None:
        """The first unit is what is measured: "20 % of users", "5 kg of chips"."""
        if found.unit == "m" and item.parts["unit"] in COUNTED and found.number.whole:
            # "100m users" counts millions of them; "100 m" alone is a length.
            found.number, found.unit = found.number.times(Decimal(10) ** 6), ""
        if not found.unit and not (found.currency and "currency" in item):
            found.unit = str(item.parts["unit"])
            found.maybe_currency = str(item.parts.get("currency", ""))


TIMES = frozenset({"s", "min", "h", "d", "wk", "mo", "yr"})
"""What a rate is most often by: "100 al giorno" is so many a day, and never days."""

_BEFORE = frozenset({"filler", "opening", "article", "joiner"})
_INSIDE = frozenset({"plus_minus", "filler", "joiner", "closing", "connector", "dash"})
_AFTER = frozenset({"filler", "joiner", "article"})
"""What changes nothing before a number, between two and after one."""


def _in_tenths(found: Measure) -> None:
    if found.number.percent:
        found.unit = found.unit or "%"
    elif found.unit in TENTHS:
        is_half = found.number.rough and found.unit == "zhe"  # 半折 is half the price
        factor = Decimal(100 if is_half else TENTHS[found.unit])
        found.unit, found.number = "%", found.number.times(factor)
        if found.last is not None:
            found.last = found.last.times(factor)
