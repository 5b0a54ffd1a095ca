"""Takes what stands behind a number, word by word: unit, currency, bound, and what is counted."""

from __future__ import annotations

from decimal import Decimal

from factcheck.text.context import ReadingError
from factcheck.text.numbers.counted import is_million
from factcheck.text.numbers.currencies import national
from factcheck.text.numbers.measure import Measure
from factcheck.text.numbers.nouns import singular
from factcheck.text.numbers.tails import vague_end
from factcheck.text.numbers.taking import set_bound, set_currency, set_excluded, set_unit
from factcheck.text.numbers.unknown_words import refuse_noun
from factcheck.text.numbers.word_roles import PUNCTUATION, Account
from factcheck.text.units import COUNTED, DEGREES, powered

TIMES = frozenset({"s", "min", "h", "d", "wk", "mo", "yr"})
"""What a rate is most often by: "100 al giorno" is so many a day, and never days."""

_PLAIN = frozenset({"filler", "joiner", "article"})
_CLOSING = frozenset({"bound_after", "excluded", "filler", "joiner"})
"""What may follow a whole measure."""
_SINGLE = frozenset({"s", "m", "h", "g", "t", "l"})
"""Signs of units that are letters of a name as well: the "s" of "Acme's"."""


class Behind:
    """What stands behind the number of a measure, taken from left to right."""

    def __init__(self, account: Account, found: Measure, declared: str = "") -> None:
        self.declared = declared  # the unit of the attribute
        self.account = account
        self.items = account.items
        self.language = account.language
        self.found = found
        self.noun: list[str] = []
        self.unit_at = -2  # where the unit stands

    def read(self, start: int, end: int) -> None:
        """Takes the items from `start` to before `end`. Raises ReadingError."""
        at = start
        while at < end:
            at += self._take(at, start, end)
        if end > start and "joiner" in self.items[end - 1] and not self._has_role(end - 1, "bound"):
            raise self.account.refusal(end - 1, "at its end, where something is missing")
        self.found.noun = " ".join(self.noun)
        self.found.counted = singular(self.found.noun, self.language.tag)

    def _has_role(self, at: int, role: str) -> bool:
        return self.account.roles[at] == role

    def _take(self, at: int, start: int, end: int) -> int:
        """Takes the item at `at`, and says how many items that were."""
        item, parts = self.items[at], self.items[at].parts
        for part, take in () if self._TAKEN.isdisjoint(parts) else self._TAKERS:
            if part in parts and (taken := take(self, at, end)):
                return taken
        if not self.noun and "ordinal" in self.language.meanings(item.text):
            raise ReadingError(f'"{self.account.text}" is a rank or a date, not a quantity')
        if "month" in parts and len(item.text) > 2 and not self.noun:
            raise ReadingError(f'"{self.account.text}" is a date, not a quantity')
        if not self._PLAIN_OR_BOUND.isdisjoint(parts):
            self._take_plain(at, end)
        elif item.text in PUNCTUATION:
            self._take_punctuation(at, start)
        else:
            self._take_noun(at, start)
        return 1

    _PLAIN_OR_BOUND = _PLAIN | {"bound", "opening", "dash"}

    # What changes the number

    def _take_exclusion(self, at: int, end: int) -> int:
        """All that follows "excluding" is left out of the number, and is no part of its text."""
        words = self.items[at + 1 : end]
        if not any(word.text.isalnum() for word in words):
            raise self.account.refusal(at, "and does not say what is left out")
        left_out = self.account.tokens.slice(words[0].start, words[-1].end)
        set_excluded(self.found, left_out)
        for i in range(at, end):
            self.account.take(i, "exclusion")
        return end - at

    def _take_tail(self, at: int, end: int) -> int:
        """As in "20-odd", "30-something": from the number to the next one that is as round."""
        top = vague_end(self.found.number)
        if top is None or self.noun or self.found.unit or self.found.last is not None:
            raise self.account.refusal(at, "after its number, which makes it a vague one")
        self.found.number = self.found.number._replace(top=top)
        self.account.take(at, "bound")
        return 1

    def _take_group(self, at: int, end: int) -> int:
        """六打: so many dozens."""
        if self.noun or self.found.unit:
            return 0
        size = self.items[at].parts["group"]
        self.found.number = self.found.number.times(Decimal(size))
        self.account.take(at, "scale")
        return 1

    def _take_bound(self, at: int, end: int) -> int:
        set_bound(self.account, at, str(self.items[at].parts["bound_after"]), self.found)
        self.account.take(at, "bound")
        return 1

    # Units and currencies

    def _take_rate(self, at: int, end: int) -> int:
        """As in "a day", "per user", "/yr"; 0 where the word for "per" is an article here."""
        if at + 1 >= end or not self._is_rate(at):
            return 0
        if self._has_role(at - 1, "filler") and self.account.part(at - 1, "per"):
            raise self.account.refusal(at, f'behind "{self.items[at - 1].text}"')
        dash = self.items[at + 1].text == "-"  # "$60-a-night"
        below = self.items[at + 1 + dash]
        known = below.parts.get("unit")
        if known is None:
            refuse_noun(self.account, at + 1 + dash)
        name = str(known if known is not None else below.text.casefold())
        unit, taken = self._with_power(name, at + 2 + dash)
        self.found.unit = f"/{unit}" if self.found.currency else f"{self.found.unit}/{unit}"
        for i in range(at, at + 2 + dash + taken):
            self.account.take(i, "unit")
        self.unit_at = at + 1 + dash + taken
        return 2 + dash + taken

    def _is_rate(self, at: int) -> bool:
        per, following = self.items[at], self.items[at + 1]
        if following.text == "-" and self.items[at - 1].text == "-" and at + 2 < len(self.items):
            following = self.items[at + 2]
        if per.text == "/" or "filler" not in per:
            return "unit" in following or following.text.isalpha()
        is_time = following.parts.get("unit") in TIMES
        measured = bool(self.found.unit or self.found.currency)
        is_article = "article" in self.language.meanings(per.text)
        a_head = is_article and bool(self.found.currency) and not self.noun
        if a_head and following.text.isalpha() and not following.parts:
            return True  # "$12 a head"
        return "unit" in following and (is_time or measured)

    def _take_adverb(self, at: int, end: int) -> int:
        """As in "annually", which says "a year" in one word; in "daily users" it says which."""
        following = self.items[at + 1] if at + 1 < end else None
        opens = following is not None and not _CLOSING.isdisjoint(following.parts)
        if following is not None and following.text[0].isalpha() and not opens:
            if self.language.hanzi:
                return 0
            self._add_noun(at)
            return 1
        by = str(self.items[at].parts["rate"])
        self.found.unit = f"/{by}" if self.found.currency else f"{self.found.unit}/{by}"
        self.account.take(at, "unit")
        return 1

    def _take_currency(self, at: int, end: int) -> int:
        if "unit" in self.items[at].parts:
            return 0
        if self.found.unit and not self.found.unit.startswith("/"):
            raise self.account.refusal(at, f"beside a unit, {self.found.unit}")
        set_currency(self.account, at, self.found)
        self.account.take(at, "currency")
        return 1

    def _take_unit(self, at: int, end: int) -> int:
        """The first unit is what is measured: "20 % of users", "5 kg of chips"."""
        item, name = self.items[at], str(self.items[at].parts["unit"])
        found, counts = self.found, name in COUNTED
        if item.text in _SINGLE and at and self.items[at - 1].text in ("'", "’"):
            return 0
        if not found.unit and not found.currency:
            return self._take_first_unit(at, end, name)
        if found.currency and "currency" in item and not found.unit:
            return self._take_currency_word(at)
        if counts or (name in TIMES and at > self.unit_at + 1 and found.unit):
            self._add_noun(at)
            return 1
        ends = found.disjoint is not None or (found.last is not None and found.unit == name)
        if ends and not self.noun and self.unit_at < 0:  # "5% to 7%", "200 kg ± 5 %"
            self.account.take(at, "unit")
            self.unit_at = at
            return 1
        beside = found.unit or found.currency
        raise self.account.refusal(at, f"beside another unit or currency, {beside}")

    def _take_first_unit(self, at: int, end: int, name: str) -> int:
        if self.noun and name not in COUNTED:
            raise self.account.refusal(
                at,
                f'as its unit, and "{" ".join(self.noun)}" before it, which may make it another',
                "write the value in a known unit with read_as",
            )
        if is_million(self.account, at, end, self.found.number, self.declared):
            number = self.found.number
            self.found.number = number.times(Decimal(10) ** 6)._replace(
                magnitude=number.magnitude + 6, short="m"
            )
            if self.found.last is not None:
                self.found.last = self.found.last.times(Decimal(10) ** 6)._replace(magnitude=6)
            self.account.take(at, "scale")
            return 1
        set_unit(self.account, at, self.found)
        self.found.unit, taken = self._with_power(self.found.unit, at + 1)
        for i in range(at, at + 1 + taken):
            self.account.take(i, "unit")
        self.unit_at = at + taken
        return 1 + taken

    def _take_currency_word(self, at: int) -> int:
        set_currency(self.account, at, self.found)
        self.account.take(at, "currency")
        return 1

    def _with_power(self, unit: str, at: int) -> tuple[str, int]:
        """The unit with the "squared" or "cubed" behind it, and how many items that takes."""
        power = self.account.part(at, "power")
        if power is None:
            return unit, 0
        raised = powered(unit, int(str(power)))
        if raised is None:
            raise self.account.refusal(at, f"after {unit}, which has no such power")
        return raised, 1

    # Words

    def _take_plain(self, at: int, end: int) -> None:
        """Fillers, and signs that may open something else: "5 million fewer than last year"."""
        item, parts = self.items[at], self.items[at].parts
        opens = "bound" in parts or "opening" in parts or ("dash" in parts and not self.noun)
        if opens and item.text != "-" and "filler" not in parts:
            raise self.account.refusal(at, "after its number, which may change it")
        if item.text == "-" and at + 1 == end:
            raise self.account.refusal(at, "at its end, where something is missing")
        if "joiner" in parts and not item.text.isalpha():
            raise self.account.refusal(at, "after its number, which may join it to another")
        self.account.take(at, "filler")

    def _take_punctuation(self, at: int, start: int) -> None:
        last = at + 1 == len(self.items)
        glued = self.account.tokens.glued(self.items[at].start)
        following = self.items[at + 1].parts if not last else {}
        opens = not {"bound_after", "excluded"}.isdisjoint(following)
        if not (last or self.noun or opens or (glued and self.items[at].text in ".'’")):
            raise self.account.refusal(at, "after its number, which may end it")
        self.account.take(at, "filler")

    def _take_noun(self, at: int, start: int) -> None:
        item = self.items[at]
        if at == start + 1 and "joiner" in self.items[start]:  # "thirty million and twenny"
            raise self.account.refusal(at, "after its number, which may change it")
        found = self.found
        named = not self.noun and bool(found.currency)
        if named and (
            code := national(item.text, found.currency, found.currency_text, self.language)
        ):
            found.currency = code  # "$5bn Canadian"
            self.account.take(at, "currency")
            return
        refuse_noun(self.account, at)
        if self.found.unit in DEGREES and "difference" in item:
            raise self.account.refusal(
                at,
                "after a temperature, which may make it a difference of two",
                "write the temperature itself with read_as",
            )
        self._add_noun(at)

    def _add_noun(self, at: int) -> None:
        self.noun.append(self.items[at].text)
        self.account.take(at, "noun")

    _TAKERS = (
        ("excluded", _take_exclusion),
        ("per", _take_rate),
        ("rate", _take_adverb),
        ("tail", _take_tail),
        ("group", _take_group),
        ("bound_after", _take_bound),
        ("currency", _take_currency),
        ("unit", _take_unit),
    )
    _TAKEN = frozenset(part for part, _ in _TAKERS)
