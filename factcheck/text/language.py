"""A language as its press writes it: the words of `languages/<code>.toml` on top of CLDR's."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from typing import Any

from factcheck.model.frozen import dataclass
from factcheck.text import cldr
from factcheck.text.language_tables import DATA, tables_of
from factcheck.text.numbers.tokens import Token, cut

_UMLAUTS = {ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", ord("ß"): "ss"}

PARTS = frozenset(
    [
        "cardinal",
        "magnitude",
        "short",
        "money_short",
        "ordinal",
        "ordinal_word",
        "fraction",
        "group",
        "about_group",
        "usage",
        "article",
        "joiner",
        "mixed",
        "point",
        "minus",
        "over",
        "vague",
        "plural",
        "pause",
        "of",
    ]
)
"""The parts that a phrase can play in a number."""
_IN_NUMBERS_ALONE = PARTS - {"joiner"}

Meanings = Mapping[str, Any]
"""What a phrase can mean, by the part that it plays: {"unit": "m", "magnitude": 6}."""


@dataclass(frozen=True, eq=False)
class Language:
    """The phrases of one language, folded, each with the parts that it can play in a value."""

    tag: str
    code: str
    phrases: Mapping[str, Meanings]
    exact: Mapping[str, Meanings]  # phrases in which upper and lower case differ
    inside: Mapping[str, Meanings]  # pieces that occur only inside a word: "vent" in "ventuno"
    suffixes: tuple[str, ...]  # endings that make a cardinal a fraction's denominator
    compound: bool  # numbers are written as one word: "duecentoduemila"
    money_short: bool  # some abbreviations are magnitudes only beside a currency: "$5 m"
    hanzi: bool  # numbers are written in Chinese characters, and words without blanks
    lengths: Mapping[str, int]  # pieces of the longest phrase that begins with such a piece
    number_lengths: Mapping[str, int]  # the same, of phrases that are part of a number
    nouns: frozenset[str]  # things that look like a scale word or a unit: "lakes", "cores"
    data: Mapping[str, Any]

    def meanings(self, text: str) -> Meanings:
        """The parts that `text` can play; none where the language does not know it."""
        if (found := self.exact.get(text)) is not None:
            return found
        return self.phrases.get(fold(text), {})


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """`text` without differences of case, of quotes and of blanks."""
    return " ".join(text.casefold().replace("’", "'").replace("‘", "'").split())


def plain(text: str) -> str:
    """`text` without accents: what it becomes on a keyboard that lacks them."""
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


@cache
def known_languages() -> tuple[str, ...]:
    """The languages that have a data file, sorted."""
    names = (entry.name for entry in DATA.iterdir())
    return tuple(sorted(n.removesuffix(".toml") for n in names if n.endswith(".toml")))


@cache
def language_of(tag: str) -> Language:
    """The language of a tag. One without a data file has what CLDR knows, and symbols.

    Raises UnknownLanguage, a ReadingError.
    """
    tables = tables_of(tag)
    if tables is None:
        return worked_out(tag)
    return Language(
        tag=tag,
        code=tag,
        hanzi=bool(tables["data"].get("hanzi", False)),
        **{name: tables[name] for name in MADE},
        **_plain(tables["data"]),
    )


MADE = ("phrases", "exact", "inside", "lengths", "number_lengths", "data")
"""The parts of a language that take long to be worked out."""


def worked_out(tag: str) -> Language:
    """The same from the data file and CLDR."""
    cldr.locale(tag)  # before the tag becomes part of a file's name
    code = cldr.base_language(tag)
    data = _data(code)
    words, exact, inside = _collect(_entries(tag, code, data))
    hanzi = bool(data.get("hanzi", False))
    alone = _IN_NUMBERS_ALONE - ({"group"} if hanzi else frozenset())  # 打 stands behind numbers
    pieces = [(cut(phrase).items, parts) for phrase, parts in {**words, **exact}.items()]
    return Language(
        tag=tag,
        code=code,
        phrases=words,
        exact=exact,
        inside=inside,
        hanzi=hanzi,
        lengths=_lengths(pieces, lambda parts: not parts.keys() <= alone),
        number_lengths=_lengths(pieces, lambda parts: not PARTS.isdisjoint(parts)),
        data=data,
        **_plain(data),
    )


def _plain(data: Mapping[str, Any]) -> dict[str, Any]:
    """The parts of a language that its data file nearly holds as they are."""
    suffixes = data.get("ordinals", {}).get("suffixes", ())
    return {
        "suffixes": tuple(sorted(suffixes, key=len, reverse=True)),
        "compound": bool(data.get("compound", False)),
        "money_short": "short_money" in data.get("magnitudes", {}),
        "nouns": frozenset(map(fold, data.get("nouns", {}).get("words", ()))),
    }


@cache
def _data(code: str) -> Mapping[str, Any]:
    if (tables := tables_of(code)) is not None:
        data: Mapping[str, Any] = tables["data"]
        return data
    file = DATA / f"{code}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}


_WORDS = (
    *("per", "rate", "filler", "also", "no_value", "month", "past_year", "turned"),
    *("excluded", "tail", "power", "difference", "of"),
)
"""Tables of which the words are listed, or each with its meaning."""

Entry = tuple[str, str, Any]  # (phrase, part, meaning)


def _entries(tag: str, code: str, data: Mapping[str, Any]) -> Iterator[Entry]:
    """All phrases, the general ones first: a language's own words win."""
    yield from ((name, "month", n) for name, n in cldr.month_names(tag) if not name.isdigit())
    yield from ((name, "weekday", True) for name in cldr.weekday_names(tag))
    yield from _currencies(tag)
    yield from _symbols(_data("symbols"))
    yield from _symbols(data)
    yield from _numbers(data)
    yield from _bounds(data)


def _currencies(tag: str) -> Iterator[Entry]:
    for name, code in (*cldr.currency_symbols(tag), *cldr.currency_names(tag)):
        if name.isalpha() or " " in name or len(name) > 1:
            yield name, "currency", code
            if not name.isascii() and " " in name:  # Japanese texts are read without blanks
                yield name.replace(" ", ""), "currency", code
    for code in sorted(cldr.currency_codes()):
        yield code, "=currency", code


def _symbols(data: Mapping[str, Any]) -> Iterator[Entry]:
    for part, table in (("currency", "currencies"), ("unit", "units")):
        for meaning, phrases in data.get(table, {}).get("words", {}).items():
            yield from ((phrase, part, meaning) for phrase in phrases)
        for meaning, phrases in data.get(table, {}).get("exact", {}).items():
            yield from ((phrase, f"={part}", meaning) for phrase in phrases)
        for meaning, phrases in data.get(table, {}).get("before", {}).items():
            yield from ((phrase, f"={part}_before", meaning) for phrase in phrases)
    for part in _WORDS:
        words = data.get(part, {}).get("words", ())
        items = words.items() if isinstance(words, Mapping) else ((w, True) for w in words)
        yield from ((phrase, part, meaning) for phrase, meaning in items)


def _numbers(data: Mapping[str, Any]) -> Iterator[Entry]:
    for part, table in (
        ("magnitude", "magnitudes"),
        ("cardinal", "cardinals"),
        ("ordinal", "ordinals"),
    ):
        found = data.get(table, {})
        yield from ((w, part, int(n)) for w, n in found.get("words", {}).items())
        yield from ((w, "=" + part, int(n)) for w, n in found.get("exact", {}).items())
        yield from ((w, "short", int(n)) for w, n in found.get("short", {}).items())
        yield from ((w, "=short", int(n)) for w, n in found.get("short_exact", {}).items())
        yield from ((w, "money_short", int(n)) for w, n in found.get("short_money", {}).items())
        yield from ((w, "usage", note) for w, note in found.get("usage", {}).items())
        yield from ((w, "+" + part, int(n)) for w, n in found.get("inside", {}).items())
    for word, value in data.get("fractions", {}).get("words", {}).items():
        yield word, "fraction", Fraction(value)
    for word in data.get("ordinals", {}).get("closing_words", ()):
        yield word, "ordinal_word", True
    groups = data.get("groups", {})
    yield from ((word, "group", int(value)) for word, value in groups.get("words", {}).items())
    yield from ((word, "about_group", True) for word in groups.get("about", ()))
    for part, words in data.get("signs", {}).items():
        if part != "examples":
            yield from ((word, part, True) for word in words)


def _bounds(data: Mapping[str, Any]) -> Iterator[Entry]:
    for part, table in (("bound", "bounds"), ("bound_after", "bounds_after")):
        for bound, phrases in data.get(table, {}).items():
            if bound != "examples":
                yield from ((phrase, part, bound.replace("_", " ")) for phrase in phrases)
    for part, phrases in data.get("ranges", {}).items():
        if part != "examples":
            yield from ((phrase, part, True) for phrase in phrases)
    for part, table in (("vague", "vague"), ("plural", "plurals")):
        for phrase, (low, high) in data.get(table, {}).get("words", {}).items():
            yield phrase, part, (Decimal(low), Decimal(high))


def _collect(entries: Iterable[Entry]) -> tuple[Meanings, Meanings, Meanings]:
    """Phrases by their folded form, with the forms that a plain keyboard gives them."""
    words: dict[str, dict[str, Any]] = {}
    exact: dict[str, dict[str, Any]] = {}
    inside: dict[str, dict[str, Any]] = {}
    for phrase, part, meaning in entries:
        if part.startswith("="):
            exact.setdefault(phrase, {})[part[1:]] = meaning
        elif part.startswith("+"):
            inside.setdefault(fold(phrase), {})[part[1:]] = meaning
        else:
            words.setdefault(fold(phrase), {})[part] = meaning
    for form in (plain, _german):
        for phrase, meanings in tuple(words.items()):
            if not phrase.isascii():
                words.setdefault(form(phrase), meanings)
    for phrase, meanings in exact.items():
        # What a phrase means in any case, it also means as written.
        for part, meaning in words.get(fold(phrase), {}).items():
            meanings.setdefault(part, meaning)
    return words, exact, inside


def _lengths(
    phrases: Iterable[tuple[Sequence[Token], Meanings]], wanted: Callable[[Meanings], bool]
) -> Mapping[str, int]:
    lengths: dict[str, int] = {}
    for pieces, parts in phrases:
        if wanted(parts):
            first = pieces[0].folded
            for start in (first, first.replace("'", "’")):
                lengths[start] = max(lengths.get(start, 0), len(pieces))
    return lengths


def _german(text: str) -> str:
    """Umlauts as they are typed without an umlaut key."""
    return text.translate(_UMLAUTS)
