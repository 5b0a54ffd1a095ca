"""Writes the tables of docs/reading.md: how far "about" reaches, and the languages."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from factcheck.text.cldr import language_name
from factcheck.text.context import Context
from factcheck.text.language import known_languages, language_of
from factcheck.text.numbers.hanzi_cardinals import LARGE
from factcheck.text.numbers.precision import REACHES as INTERVALS
from factcheck.values.measures.measured import Measured
from factcheck.values.quantity import KIND as QUANTITY

PAGE = Path("docs/reading.md")
LANGUAGES = ("<!-- languages: written by make docs -->", "<!-- end of languages -->")
REACHES = ("<!-- reaches: written by make docs -->", "<!-- end of reaches -->")
SAMPLES = (("about 4", "about 40,000"), ("about 47",), ("about 473",), ("about 4,731",))
"""Texts of one, two, three and four written digits."""
SHOWN = 6
"""Words shown of each kind; the data file has them all."""
BOUNDS = ("about", "more_than", "up_to")


def main() -> None:
    """Rewrites the page in place; with --check, exits 1 where that would change it."""
    kept = PAGE.read_text("utf-8")
    fresh = with_tables(kept)
    if "--check" not in sys.argv:
        PAGE.write_text(fresh, "utf-8")
    elif fresh != kept:
        sys.exit(f"{PAGE} is not what the data files generate: run make docs and commit it")


def with_tables(page: str) -> str:
    """The page with today's tables between their marks."""
    page = _between(page, LANGUAGES, _rows())
    return _between(page, REACHES, _reaches())


def _between(page: str, marks: tuple[str, str], rows: Iterable[str]) -> str:
    before, begin, rest = page.partition(marks[0])
    _, end, after = rest.partition(marks[1])
    if not (begin and end):
        sys.exit(f"{PAGE} lacks the mark '{marks[0] if not begin else marks[1]}': put it back")
    return before + begin + "\n" + "\n".join(rows) + "\n" + end + after


def _reaches() -> Iterator[str]:
    yield "| digits | reach | read as |"
    yield "|---|---|---|"
    for digits, (reach, texts) in enumerate(zip(INTERVALS, SAMPLES, strict=True), 1):
        more = " and more" if digits == len(INTERVALS) else ""
        share = f"{(reach * 100).normalize():f} %"
        yield f"| {digits}{more} | {share} | {'; '.join(map(_reached, texts))} |"


def _reached(text: str) -> str:
    value = QUANTITY.read(text, Context("en"))
    assert isinstance(value, Measured)
    return f'"{text}": {value.low.normalize():,f} to {value.high.normalize():,f}'


def _rows() -> Iterator[str]:
    yield "| language | magnitudes | about | more than | up to |"
    yield "|---|---|---|---|---|"
    for code in known_languages():
        if code != "symbols":
            data = language_of(code).data
            large = {"characters": LARGE} if data.get("hanzi") else {}
            magnitudes = _magnitudes({**data["magnitudes"], **large})
            cells = (f"{language_name(code)} (`{code}`)", magnitudes)
            bounds = (_listed(_stated(data, bound)) for bound in BOUNDS)
            yield f"| {' | '.join((*cells, *bounds))} |"


def _magnitudes(table: Mapping[str, Mapping[str, int]]) -> str:
    """The first word and the first abbreviation of each power of ten, the powers in order."""
    firsts: dict[int, list[str]] = {}
    for part in ("words", "characters", "short", "short_exact"):
        new: dict[int, str] = {}
        for word, power in table.get(part, {}).items():
            new.setdefault(power, word)
        for power, word in new.items():
            firsts.setdefault(power, []).append(word)
    return "; ".join(f"{', '.join(firsts[power])} = 10^{power}" for power in sorted(firsts))


def _stated(data: Mapping[str, Mapping[str, list[str]]], bound: str) -> list[str]:
    """The words for a bound that stand before a number, or else those that stand behind it."""
    return data["bounds"].get(bound) or data["bounds_after"].get(bound, [])


def _listed(words: Iterable[str]) -> str:
    plain = [word for word in words if any(c.isalpha() for c in word)]
    return ", ".join(plain[:SHOWN]) + (" …" if len(plain) > SHOWN else "")


if __name__ == "__main__":
    main()
