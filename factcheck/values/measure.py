"""Finds the one measure that a text gives: number or range, bound, unit or currency, and no more."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from factcheck.model import Phrase
from factcheck.values.atoms import PARTS, atoms_from
from factcheck.values.base import NoValueGiven, ReadingError
from factcheck.values.hanzi import read_hanzi
from factcheck.values.language import Language
from factcheck.values.spelled import Numeral, read_atoms
from factcheck.values.tokens import HAN, Tokens, cut

MAX_PHRASE = 7
DASHES = frozenset("-–—~～至到")
OPENERS = "([{<（【"
_HAN_BLANK = re.compile(rf"(?<=[{HAN}])\s+(?=[{HAN}\d])|(?<=\d)\s+(?=[{HAN}])")


@dataclass(frozen=True, slots=True)
class Item:
    """A number, a known phrase, or an unknown word of the text, from token `start` to before `end`."""

    start: int
    end: int
    text: str
    parts: Mapping[str, Any] = field(default_factory=dict)
    numeral: Numeral | None = None

    def __contains__(self, part: str) -> bool:
        return part in self.parts


@dataclass(frozen=True, slots=True)
class Measure:
    """What a text measures. `last` is the upper end of a range, `apart` the ± of a number."""

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


def read_measure(text: str, language: Language) -> Measure:
    """The measure that `text` gives. Raises ReadingError, NoValueGiven."""
    tokens = cut(_HAN_BLANK.sub("", text) if language.hanzi else text)
    if not len(tokens):
        raise ReadingError("the text is empty: write the value as the source gives it")
    if "no_value" in language.meanings(tokens.text.strip()):
        raise NoValueGiven(f'"{tokens.text.strip()}" says that no value is given')
    main, more = _without_brackets(tokens.text)
    if main != tokens.text:
        tokens = cut(main)
    items = scan(tokens, language)
    found = _Pattern(tokens, items, language).measure()
    return replace(found, more=more)


def _without_brackets(text: str) -> tuple[str, str]:
    """`text` without its brackets; their content is kept in place unless it gives digits."""
    if not any(c in text for c in OPENERS):
        return text, ""
    found = re.fullmatch(r"([^(（\[{<]*)[(（\[{<]([^)）\]}>]*)[)）\]}>]([^(（\[{<]*)", text)
    if found is None:
        return text, ""
    before, inside, after = found.groups()
    if any(c.isdigit() for c in inside):
        return f"{before} {after}".strip(), inside.strip()
    return f"{before} {inside} {after}".strip(), ""


def scan(tokens: Tokens, language: Language) -> tuple[Item, ...]:
    """All of the text as numbers, known phrases and unknown words, from left to right."""
    plain = _scan(tokens, language, money=False)
    if any("currency" in item for item in plain):
        return _scan(tokens, language, money=True)
    return plain


def _scan(tokens: Tokens, language: Language, money: bool) -> tuple[Item, ...]:
    items: list[Item] = []
    at = 0
    while at < len(tokens):
        item = _item_at(tokens, at, language, money, items)
        items.append(item)
        at = item.end
    return tuple(items)


def _item_at(
    tokens: Tokens, at: int, language: Language, money: bool, before: Sequence[Item]
) -> Item:
    phrase = _phrase_at(tokens, at, language)
    numeral = number_at(tokens, at, language, money)
    if phrase is not None and numeral is not None:
        own_words = {"bound", "opening", "bound_after", "currency", "unit"} & set(phrase.parts)
        if own_words and phrase.end > numeral.end:
            return phrase
        after_number = bool(before) and before[-1].numeral is not None
        if (
            after_number
            and tokens.items[at].kind == "han"
            and "unit" in phrase
            and (phrase.end >= numeral.end)
        ):
            return phrase
    if numeral is not None and (
        tokens.items[at].text not in "-–" or _may_be_minus(tokens, at, before)
    ):
        return Item(numeral.start, numeral.end, tokens.slice(at, numeral.end), {}, numeral)
    if phrase is not None:
        return phrase
    return Item(at, at + 1, tokens.items[at].text)


def number_at(tokens: Tokens, at: int, language: Language, money: bool = False) -> Numeral | None:
    """The number that begins with token `at`, its sign included."""
    token = tokens.items[at]
    if token.text in ("-", "–", "+") and at + 1 < len(tokens):
        if tokens.items[at + 1].kind not in ("number", "han"):
            return None
        found = number_at(tokens, at + 1, language, money)
        sign = Decimal(1) if token.text == "+" else Decimal(-1)
        return None if found is None else replace(found.times(sign), start=at)
    if language.hanzi:
        found = _vague_hanzi(tokens, at, language) or read_hanzi(tokens, at, language)
        if found is not None:
            return found
    if token.kind == "han":
        return None
    atoms = atoms_from(tokens, at, language)
    return read_atoms(atoms, language, money) if atoms else None


def _vague_hanzi(tokens: Tokens, at: int, language: Language) -> Numeral | None:
    for end in range(min(len(tokens), at + 4), at, -1):
        if (vague := language.meanings(tokens.slice(at, end)).get("vague")) is not None:
            low, top = vague
            return Numeral(at, end, low, Decimal(1), whole=False, spelled=True, top=top)
    return None


def _may_be_minus(tokens: Tokens, at: int, before: Sequence[Item]) -> bool:
    """A dash is a minus at the beginning or after a word, and never between two numbers."""
    if not before:
        return True
    last = before[-1]
    return (last.numeral is None and "currency" in last) or (
        "bound" in last and not tokens.glued(at)
    )


def _phrase_at(tokens: Tokens, at: int, language: Language) -> Item | None:
    limit = min(len(tokens), at + MAX_PHRASE)
    for end in range(limit, at, -1):
        text = tokens.slice(at, end)
        if len(text) > language.longest:
            continue
        parts = {
            p: m for p, m in language.meanings(text).items() if p not in PARTS or p == "joiner"
        }
        if text in DASHES:
            parts["dash"] = True
        if parts and not (end < len(tokens) and _cuts_word(tokens, end)):
            return Item(at, end, text, parts)
    if tokens.items[at].text in DASHES:
        return Item(at, at + 1, tokens.items[at].text, {"dash": True})
    return None


def _cuts_word(tokens: Tokens, end: int) -> bool:
    """Whether a phrase that ends before token `end` would leave part of a word behind."""
    kinds = {tokens.items[end - 1].kind, tokens.items[end].kind}
    return tokens.glued(end) and kinds == {"word"}


class _Pattern:
    """What the items of a text say together."""

    def __init__(self, tokens: Tokens, items: tuple[Item, ...], language: Language) -> None:
        self.tokens = tokens
        self.items = items
        self.language = language
        self.at = [i for i, item in enumerate(items) if item.numeral is not None]

    def measure(self) -> Measure:
        self._refuse_names()
        found = self._measure()
        return _in_tenths(found)

    def _measure(self) -> Measure:
        match self.at:
            case []:
                raise ReadingError(f'"{_short(self.tokens.text)}" gives no number')
            case [only]:
                return self._described(only, only, Measure(self._number(only)))
            case [first, last]:
                return self._two(first, last)
        raise ReadingError(
            f'"{_short(self.tokens.text)}" gives {len(self.at)} numbers: give the words of one '
            "value alone; a date is no quantity"
        )

    def _number(self, at: int) -> Numeral:
        numeral = self.items[at].numeral
        assert numeral is not None
        return numeral

    # Two numbers

    def _two(self, first: int, last: int) -> Measure:
        low, high = self._number(first), self._number(last)
        between = self.items[first + 1 : last]
        opened = any("opening" in item for item in self.items[:first])
        if any("plus_minus" in item for item in between):
            return self._described(first, last, Measure(low, apart=high))
        connectors = [
            i for i in between if "dash" in i or "connector" in i or (opened and "closing" in i)
        ]
        if connectors:
            low = _scaled(low, high)
            self._check_range(low, high)
            return self._described(
                first, last, Measure(low, bound="range", last=high), connectors[0]
            )
        joined = self._tenths(between, low, high) or self._late_magnitude(between, low, high, last)
        if (joined := joined or self._cents(between, low, high)) is not None:
            return self._described(first, last, Measure(joined))
        raise ReadingError(
            f'"{_short(self.tokens.text)}" gives two numbers: give the words of one value alone, or '
            "a range"
        )

    def _check_range(self, low: Numeral, high: Numeral) -> None:
        if low.number > high.number:
            raise ReadingError(
                f'"{_short(self.tokens.text)}" runs from a larger number to a smaller one: it is no '
                "range; a date or a score is no quantity"
            )
        if (
            high.magnitude
            and not low.magnitude
            and low.number >= 1
            and (high.number >= low.number * 1000)
        ):
            raise ReadingError(
                f'"{_short(self.tokens.text)}" does not say whether its magnitude word holds for '
                "both numbers: write both in full with read_as"
            )

    def _late_magnitude(
        self, between: Sequence[Item], low: Numeral, high: Numeral, last: int
    ) -> Numeral | None:
        """ "75 USD millones": the magnitude word stands behind the currency."""
        bare = high.magnitude and high.number == Decimal(1).scaleb(high.magnitude)
        if not bare or low.magnitude or self.items[last].end - self.items[last].start != 1:
            return None
        if not between or not all("currency" in item for item in between):
            return None
        return replace(low.times(high.number), magnitude=high.magnitude, end=high.end)

    def _tenths(self, between: Sequence[Item], low: Numeral, high: Numeral) -> Numeral | None:
        """七成六 is 76 %, 两米半 two and a half metres."""
        if len(between) != 1 or "unit" not in between[0] or not self.language.hanzi:
            return None
        if high.number == Decimal("0.5") and high.rough and low.whole and not low.magnitude:
            return replace(low, number=low.number + high.number, step=high.step, whole=False)
        if between[0].parts["unit"] in _TENTHS and high.number < 10 and high.whole:
            step = Decimal("0.1")
            return replace(low, number=low.number + high.number * step, step=step, whole=False)
        return None

    def _cents(self, between: Sequence[Item], whole: Numeral, cents: Numeral) -> Numeral | None:
        """ "15 dollars 50", "one dollar and one": hundredths after a currency."""
        if not any("currency" in i for i in between) or not cents.whole or cents.magnitude:
            return None
        if not all({"currency", "joiner", "filler"} & set(i.parts) for i in between):
            return None
        if whole.magnitude or not whole.whole or not 0 <= cents.number < 100:
            return None
        step = Decimal("0.01")
        return replace(
            whole,
            number=whole.number + cents.number * step,
            step=step,
            whole=False,
            end=cents.end,
        )

    # What stands around the numbers

    def _described(
        self, first: int, last: int, found: Measure, connector: Item | None = None
    ) -> Measure:
        found = self._before(self.items[:first], found)
        for item in self.items[first + 1 : last]:
            if item is not connector and not (
                {"plus_minus", "filler", "joiner", "closing", "connector", "dash"} & set(item.parts)
            ):
                found = self._inner(item, found)
        found = self._after(self.items[last + 1 :], found)
        if found.number.about and found.bound == "exact":
            found = replace(found, bound="about", bound_text=self.items[first].text)
        return replace(found, notes=found.notes + found.number.notes)

    def _before(self, items: Sequence[Item], found: Measure) -> Measure:
        for item in items:
            if "bound" in item and not (found.bound == "range" and "opening" in item):
                found = self._bound(item, item.parts["bound"], found)
            elif "currency" in item:
                found = self._currency(item, found)
            elif "unit" in item and not found.unit and item.text in "°%‰":
                found = self._unit(item, found)
            elif not {"filler", "opening", "article", "joiner"} & set(item.parts):
                raise ReadingError(
                    f'"{_short(self.tokens.text)}" has "{_short(item.text)}" before its number, which '
                    "may change it: give the words of the value alone"
                )
        return found

    def _inner(self, item: Item, found: Measure) -> Measure:
        if "currency" in item:
            return self._currency(item, found)
        if "unit" in item:
            return self._unit(item, found)
        raise ReadingError(
            f'"{_short(self.tokens.text)}" has "{_short(item.text)}" between two numbers: give the '
            "words of one value alone"
        )

    def _after(self, items: Sequence[Item], found: Measure) -> Measure:
        noun: list[str] = []
        at = 0
        while at < len(items):
            item, following = items[at], items[at + 1] if at + 1 < len(items) else None
            if "per" in item and following is not None and self._is_rate(item, following, found):
                found = self._rate(following, found)
                at += 1
            elif "bound_after" in item:
                found = self._bound(item, item.parts["bound_after"], found)
            elif "currency" in item and "unit" not in item:
                found = self._currency(item, found)
            elif "unit" in item:
                found = self._unit(item, found)
            elif "ordinal" in self.language.meanings(item.text) and not noun:
                raise ReadingError(
                    f'"{_short(self.tokens.text)}" is a rank or a date, not a quantity'
                )
            elif "month" in item and len(item.text) > 2 and not noun:
                raise ReadingError(f'"{_short(self.tokens.text)}" is a date, not a quantity')
            elif "bound" in item or "opening" in item or ("dash" in item and not noun):
                if item.text != "-" and "filler" not in item:
                    raise ReadingError(
                        f'"{_short(self.tokens.text)}" has "{item.text}" after its number, which may '
                        "change it: give the words of the value alone"
                    )
            elif not {"filler", "joiner", "article"} & set(item.parts):
                noun.append(self._noun(item))
            at += 1
        return replace(found, noun=" ".join(noun))

    def _is_rate(self, per: Item, following: Item, found: Measure) -> bool:
        if per.text == "/" or "filler" not in per:
            return "unit" in following or following.text.isalpha()
        return "unit" in following and bool(found.unit or found.currency)

    def _rate(self, below: Item, found: Measure) -> Measure:
        name = str(below.parts.get("unit", below.text.casefold()))
        if found.currency:
            return replace(found, unit=f"/{name}")
        return replace(found, unit=f"{found.unit}/{name}")

    def _noun(self, item: Item) -> str:
        if not self.language.data:
            raise ReadingError(
                f'"{_short(self.tokens.text)}" has "{_short(item.text)}" after its number, and nobody '
                f"has described how {self.language.code} writes numbers: say the value with read_as"
            )
        if not any(c.isalpha() for c in item.text) and item.text not in ".,;:!'’\"":
            raise ReadingError(
                f'"{_short(self.tokens.text)}" has "{_short(item.text)}" after its number, which is no '
                "unit: give the words of the value alone"
            )
        return item.text

    def _bound(self, item: Item, bound: str, found: Measure) -> Measure:
        if found.bound == "range":
            if bound in ("about", "exactly"):
                return found
        elif found.bound in ("exact", "exactly", "about"):
            if bound == "exactly" and found.bound == "about":
                return found
            return replace(found, bound=bound, bound_text=item.text)
        if bound in (found.bound, "about", "exactly"):
            return found
        raise ReadingError(
            f'"{_short(self.tokens.text)}" has two bounds, "{found.bound_text or found.bound}" and '
            f'"{item.text}": give the words of one value alone'
        )

    def _currency(self, item: Item, found: Measure) -> Measure:
        code = str(item.parts["currency"])
        if found.currency and not _same_currency(found.currency, code):
            raise ReadingError(
                f'"{_short(self.tokens.text)}" names two currencies, {found.currency} and {code}'
            )
        if code.endswith(" m"):  # "120 MEUR"
            found = replace(found, number=found.number.times(Decimal(10) ** 6))
            code = code.removesuffix(" m")
        keep = found.currency if len(found.currency) == 3 else ""
        return replace(found, currency=keep or code, currency_text=item.text)

    def _unit(self, item: Item, found: Measure) -> Measure:
        """The first unit is what is measured: "20 % of users", "5 kg of chips"."""
        if found.unit or (found.currency and "currency" in item):
            return found
        maybe = str(item.parts.get("currency", ""))
        return replace(found, unit=str(item.parts["unit"]), maybe_currency=maybe)

    # Names

    def _refuse_names(self) -> None:
        """A number that is glued to letters which are no unit is part of a name: H200, 910B, 4o."""
        for i, item in enumerate(self.items):
            if item.numeral is None or item.numeral.spelled:
                continue
            before = self.items[i - 1] if i else None
            after = self.items[i + 1] if i + 1 < len(self.items) else None
            if before is not None and self._glues(before, item, {"currency", "bound"}):
                raise self._name(before.text + item.text)
            if after is not None and self._glues(item, after, {"currency", "unit", "bound_after"}):
                raise self._name(item.text + after.text)
            if self._bare_capital(item):
                raise self._name(item.text)

    def _glues(self, left: Item, right: Item, allowed: set[str]) -> bool:
        word = left if left.numeral is None else right
        if not self.tokens.glued(right.start) or allowed & set(word.parts):
            return False
        edge = self.tokens.items[left.end - 1 if word is left else right.start]
        if edge.kind == "han":
            return word is left and not word.parts
        return edge.kind == "word" and not (self.language.hanzi and not edge.text.isascii())

    def _bare_capital(self, item: Item) -> bool:
        """ "910B" alone may be 910 billion or the name of a chip."""
        return len(self.items) == 1 and re.fullmatch(r"\d{3,}[A-Z]", item.text) is not None

    def _name(self, text: str) -> ReadingError:
        return ReadingError(
            f'"{_short(text)}" looks like a name or a model, not a quantity; if it is a number, write '
            "it with read_as"
        )


_TENTHS = {"zhe": 10, "cheng": 10}
"""Units that are tenths of the whole: 九成 is 90 %, 2.5折 is 25 %."""


def _in_tenths(found: Measure) -> Measure:
    if found.number.percent:
        return replace(found, unit=found.unit or "%")
    if found.unit not in _TENTHS:
        return found
    factor = Decimal(_TENTHS[found.unit])
    last = None if found.last is None else found.last.times(factor)
    return replace(found, unit="%", number=found.number.times(factor), last=last)


def _scaled(low: Numeral, high: Numeral) -> Numeral:
    """ "10–12 billion": the magnitude of the second number holds for the first."""
    if low.magnitude or not high.magnitude or low.number >= high.number.scaleb(-high.magnitude):
        return low
    if low.spelled != high.spelled or low.rough:
        return low
    return replace(low.times(Decimal(1).scaleb(high.magnitude)), magnitude=high.magnitude)


def _same_currency(a: str, b: str) -> bool:
    """Whether two signs can be the same currency, as "$" and "dollar" or "CAD" and "$" can."""
    return a == b or "$" in (a, b) or {a, b} <= {"¥", "CNY", "JPY"}


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
