"""Writes the table of languages into docs/reading.md, from their data files."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from factcheck.values.cldr import language_name
from factcheck.values.hanzi_cardinals import LARGE
from factcheck.values.language import known_languages, language_of

PAGE = Path("docs/reading.md")
BEGIN, END = "<!-- languages: written by make docs -->", "<!-- end of languages -->"
SHOWN = 6
"""Words shown of each kind; the data file has them all."""
BOUNDS = ("about", "more_than", "up_to")


def main() -> None:
    """Rewrites the page in place; with --check, exits 1 where that would change it."""
    kept = PAGE.read_text("utf-8")
    fresh = with_table(kept)
    if "--check" not in sys.argv:
        PAGE.write_text(fresh, "utf-8")
    elif fresh != kept:
        sys.exit(f"{PAGE} is not what the data files generate: run make docs and commit it")


def with_table(page: str) -> str:
    """The page with today's table between its two marks."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        sys.exit(f"{PAGE} lacks the mark '{BEGIN if not begin else END}': put it back")
    return before + begin + "\n" + "\n".join(_rows()) + "\n" + end + after


def _rows() -> Iterator[str]:
    yield "| language | magnitudes | about | more than | up to |"
    yield "|---|---|---|---|---|"
    for code in known_languages():
        if code != "symbols":
            data = language_of(code).data
            large = {"characters": LARGE} if data.get("hanzi") else {}
            magnitudes = _magnitudes({**data["magnitudes"], **large})
            cells = (f"{language_name(code)} (`{code}`)", magnitudes)
            bounds = (_listed(_said(data, bound)) for bound in BOUNDS)
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


def _said(data: Mapping[str, Mapping[str, list[str]]], bound: str) -> list[str]:
    """The words for a bound that stand before a number, or else those that stand behind it."""
    return data["bounds"].get(bound) or data["bounds_after"].get(bound, [])


def _listed(words: Iterable[str]) -> str:
    plain = [word for word in words if any(c.isalpha() for c in word)]
    return ", ".join(plain[:SHOWN]) + (" …" if len(plain) > SHOWN else "")


if __name__ == "__main__":
    main()
