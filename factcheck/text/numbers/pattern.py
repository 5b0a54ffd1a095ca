"""Which numbers of a text make its one number or range, and what stands before and between them."""

from __future__ import annotations

from decimal import Decimal
from types import MappingProxyType

from factcheck.text.context import NoValueGiven, ReadingError
from factcheck.text.language import Language, fold
from factcheck.text.numbers.behind import Behind
from factcheck.text.numbers.coins import read_coins
from factcheck.text.numbers.measure import Measure
from factcheck.text.numbers.model_names import refuse_names
from factcheck.text.numbers.numeral import Numeral
from factcheck.text.numbers.pairs import one_number, with_magnitude
from factcheck.text.numbers.per_many import per_many
from factcheck.text.numbers.plus_minus import reach
from factcheck.text.numbers.ranges import range_start
from factcheck.text.numbers.scanning import ScannedItem
from factcheck.text.numbers.taking import set_bound, set_currency, set_unit
from factcheck.text.numbers.tenths import in_tenths
from factcheck.text.numbers.tokens import Tokens
from factcheck.text.numbers.unsure import (
    refuse_address,
    refuse_group,
    refuse_misread,
    refuse_plural,
    refuse_sign_of_two,
    refuse_unsure,
    refuse_year,
)
from factcheck.text.numbers.word_roles import Account
from factcheck.text.units import COUNTED

ROUND = frozenset(map(Decimal, (10, 100, 1000)))
ROUND_WORDS = frozenset(["aux", "ai", "auf", "op", "aos"])
"""What stands for "per" before a round number: "auf 100 km", "aux 100 km"."""
_BEFORE = frozenset({"filler", "opening", "article", "joiner"})
_CONNECTS = frozenset({"dash", "connector", "plus_minus"})
_INSIDE = frozenset({"filler", "joiner", "article"})
"""What changes nothing before a number, and between two."""
_FILLER = MappingProxyType({"filler": True})


class Pattern:
    """What the items of a text say together."""

    def __init__(
        self, tokens: Tokens, items: tuple[ScannedItem, ...], language: Language, declared: str = ""
    ) -> None:
        self.declared = declared
        items = without_articles(items, language)
        self.account = Account(tokens, items, language)
        self.tokens = tokens
        self.items = items
        self.language = language
        self.at = [i for i, item in enumerate(items) if item.numeral is not None]

    def measure(self) -> Measure:
        """The measure of the text. Raises ReadingError, NoValueGiven."""
        refuse_names(self.tokens, self.items, self.language)
        for at in self.at:
            self.account.take(at, "number")
        if (bare := self._bare_scale()) is not None:
            raise self.account.refusal(bare, "and no number that it multiplies")
        refuse_group(self.account)
        found = self._coins() or self._measure()
        refuse_sign_of_two(self.account, found, self.declared)
        in_tenths(found)
        refuse_address(self.account, found.noun)
        refuse_misread(found.number, found.noun, found.unit, self.tokens.text, self.language)
        if found.bound == "exact":
            refuse_year(found.number, found.unit, self.tokens.text, self.language)
        if found.bound == "exactly":
            found.bound = "exact"
        found.spans = self.account.spans()
        return found

    def _measure(self) -> Measure:
        match self.at:
            case []:
                if "no_value" in self.language.meanings(self.tokens.text):
                    raise NoValueGiven(f'"{self.tokens.text}" says that no value is given')
                raise ReadingError(f'"{self.account.text}" gives no number')
            case [only]:
                return self._described(only, only, Measure(self._number(only)))
            case [first, last]:
                return self._two(first, last)
        raise ReadingError(
            f'"{self.account.text}" gives {len(self.at)} numbers: give the words of one '
            "value alone; a date is no quantity"
        )

    def _bare_scale(self) -> int | None:
        """Where the one number of the text is only a scale word: "billion", "miliardi"."""
        if len(self.at) != 1 or not is_bare_scale(self.items[self.at[0]]):
            return None
        vague = self._number(self.at[0]).top is not None  # "millions of people"
        return None if vague and len(self.items) > 1 else self.at[0]

    def _coins(self) -> Measure | None:
        """As in "5 dollars and 20 cents", 8元6角."""
        if len(self.at) < 2 or self.account.part(self.at[0] + 1, "currency") is None:
            return None
        coins = read_coins(self.account, self.at, self.language)
        if coins is None:
            return None
        found = Measure(coins.number)
        self._before(self.at[0], found)
        found.currency, found.currency_text = coins.currency, coins.text
        for at in range(self.at[0], coins.end):
            self.account.take(at, coins.role(self.items[at]))
        behind = Behind(self.account, found)
        behind.read(coins.end, len(self.items))
        return found

    def _number(self, at: int) -> Numeral:
        numeral = self.items[at].numeral
        assert numeral is not None
        return numeral

    def _two(self, first: int, last: int) -> Measure:
        low, high = self._number(first), self._number(last)
        between = self.items[first + 1 : last]
        if not between and is_bare_scale(self.items[first], least=3):
            return self._scale_first(first, last)
        opened = any("opening" in item for item in self.items[:first])
        connectors = [
            at
            for at, i in enumerate(between, first + 1)
            if _CONNECTS & i.parts.keys() or (opened and "closing" in i)
        ]
        if len(connectors) == 1 and "plus_minus" in self.items[connectors[0]]:
            low = with_magnitude(low, high)
            disjoint = reach(low, high, between, self.items[last + 1 :], self.tokens.text)
            return self._described(first, last, Measure(low, disjoint=disjoint), connectors[0])
        if len(connectors) == 1:
            start = range_start(self.items[first], self.items[last], between, self.tokens.text)
            found = Measure(start, bound="range", last=high)
            return self._described(first, last, found, connectors[0])
        if not connectors:
            if (rate := self._per_round(first, last)) is not None:
                return rate
            if (per := per_many(between, high)) is not None:
                return self._per_many(first, last, *per)
            after = self.items[last + 1] if last + 1 < len(self.items) else None
            is_sum = after is not None and "unit" in after and "currency" not in after  # pounds
            one = one_number(between, self.items[first], self.items[last], self.language.hanzi)
            if one is not None and (self.language.hanzi or not is_sum):
                return self._described(first, last, Measure(one))
        raise ReadingError(
            f'"{self.account.text}" gives two numbers: give the words of one value alone, or a '
            "range"
        )

    def _scale_first(self, first: int, last: int) -> Measure:
        """As in "EUR million 85": the scale word stands before the digits, behind a currency."""
        scale, number = self._number(first), self._number(last)
        is_money = first > 0 and "currency" in self.items[first - 1]
        if not is_money or number.spelled or number.magnitude or scale.top is not None:
            raise self.account.refusal(first, "before its digits, which may multiply them")
        self.account.take(first, "scale")
        scaled = number.times(scale.number)._replace(magnitude=scale.magnitude)
        found = Measure(scaled)
        self._before(first, found)
        Behind(self.account, found).read(last + 1, len(self.items))
        return found

    def _per_many(self, first: int, last: int, per: int, unit: str) -> Measure:
        found = Measure(self._number(first))
        self._before(first, found)
        counted = Behind(self.account, found)
        counted.read(first + 1, first + 1 + per)
        if found.currency:
            raise ReadingError(
                f'"{self.account.text}" is an amount for so many of others, which cannot be '
                "compared: give the words of the amount alone"
            )
        found.unit = unit
        for at in range(first + 1 + per, last):
            self.account.take(at, "unit")
        counted.read(last + 1, len(self.items))
        refuse_unsure(self.items[last + 1 :], False, False, self.tokens.text, self.language)
        return found

    def _per_round(self, first: int, last: int) -> Measure | None:
        """As in "7 l/100 km": a measure for a round number of another unit."""
        below, high = self.account.part(last + 1, "unit"), self._number(last)
        per = self.items[last - 1]
        if below is None or below in COUNTED or high.number not in ROUND or last - first < 3:
            return None
        if "per" not in per and per.text.casefold() not in ROUND_WORDS:
            return None
        found = Measure(self._number(first).times(1 / high.number))
        self._before(first, found)
        behind = Behind(self.account, found)
        behind.read(first + 1, last - 1)
        if not (found.unit or found.currency):
            return None
        found.unit = f"{found.unit}/{below}"
        for at in (last - 1, last, last + 1):
            self.account.take(at, "unit")
        behind.read(last + 2, len(self.items))
        return found

    # What stands around the numbers

    def _described(
        self, first: int, last: int, found: Measure, connector: int | None = None
    ) -> Measure:
        self._before(first, found)
        for at in range(first + 1, last):
            if at == connector:
                self.account.take(at, "bound")
            else:
                self._inner(at, found)
        behind = Behind(self.account, found, self.declared)
        behind.read(last + 1, len(self.items))
        after = self.items[last + 1 :]
        refuse_plural(self.items[last], after, self.tokens)
        is_money, is_spelled = bool(found.currency), found.number.spelled
        refuse_unsure(after, is_money, is_spelled, self.tokens.text, self.language)
        if found.number.about and found.bound == "exact":
            found.bound, found.bound_text = "about", self.items[first].text
        found.notes += found.number.notes
        if found.last is not None:
            found.notes += tuple(n for n in found.last.notes if n not in found.notes)
        return found

    def _before(self, first: int, found: Measure) -> None:
        for at in range(first):
            self.account.take(at, self._role_before(at, first, found))

    def _role_before(self, at: int, first: int, found: Measure) -> str:
        item = self.items[at]
        is_minus = item.text == "-" or "minus" in self.language.meanings(item.text)
        if is_minus and at == 0 and "currency" in self.items[1]:  # "-$5m", "minus $5m"
            found.number = found.number.times(Decimal(-1))
            return "number"
        if "bound" in item and not (found.bound == "range" and "opening" in item):
            set_bound(self.account, at, str(item.parts["bound"]), found)
            return "bound"
        if "currency" in item and not str(item.parts["currency"]).endswith("00"):  # "p < 0.05"
            set_currency(self.account, at, found)
            return "currency"
        if "unit" in item and not found.unit and (item.text in "°%‰" or "unit_before" in item):
            set_unit(self.account, at, found)
            return "unit"
        if "opening" in item and found.bound == "range":
            return "bound"
        if "filler" in item or "article" in item or ("joiner" in item and item.text.isalpha()):
            return "filler"
        raise self.account.refusal(at, "before its number, which may change it")

    def _inner(self, at: int, found: Measure) -> None:
        item = self.items[at]
        if "currency" in item:
            set_currency(self.account, at, found)
            self.account.take(at, "currency")
        elif "unit" in item and not found.currency:
            set_unit(self.account, at, found)
            self.account.take(at, "unit")
        elif _INSIDE.isdisjoint(item.parts):
            raise self.account.refusal(at, "between two numbers")
        else:
            self.account.take(at, "filler")


def without_articles(items: tuple[ScannedItem, ...], language: Language) -> tuple[ScannedItem, ...]:
    """The items, where "casi un 14,7 %" has an article and not the number one.

    A language lists under [articles] its words that mean both; before digits they are articles.
    """
    at = next((i for i, item in enumerate(items[:-1]) if item.numeral is not None), None)
    if at is None or (number := items[at + 1].numeral) is None or number.spelled:
        return items
    if fold(items[at].text) not in language.data.get("articles", {}).get("words", ()):
        return items
    return (*items[:at], items[at]._replace(numeral=None, parts=_FILLER), *items[at + 1 :])


def is_bare_scale(item: ScannedItem, least: int = 6) -> bool:
    """Whether an item is one word for a million or more, with no number before it.

    `least` is the smallest power of ten that counts.
    """
    numeral = item.numeral
    if numeral is None or not numeral.spelled or numeral.magnitude < least:
        return False
    return item.end - item.start == 1 and numeral.number == Decimal(10) ** numeral.magnitude
