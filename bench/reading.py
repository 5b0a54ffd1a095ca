"""How long it takes to read a text, and how often the reading is right, beside two known peers."""

from __future__ import annotations

import gc
import sys
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal
from time import perf_counter

import factcheck
from bench.press import Written, written

TEXTS = 10_000
Reader = Callable[[Written], Decimal | float | None]
"""The number that a text gives; None where the reader gives none."""


def main(count: int = TEXTS) -> None:
    """Print one line for each reader and set of texts; every text is new to every reader."""
    warm, texts = written(500, seed=1), written(count, seed=20260122)
    sets = {
        "English": [t for t in texts if t.language == "en"],
        "other": [t for t in texts if t.language != "en"],
    }
    print("reader         texts          µs a text  ratio   right   wrong  refused")
    ours: dict[str, float] = {}
    for name, read in _readers():
        for one in warm:
            read(one)
        for label, chosen in sets.items():
            seconds, tally = _measured(read, chosen)
            each = seconds / len(chosen) * 1e6
            ratio = each / ours.setdefault(label, each)
            shares = (f"{tally[k] / len(chosen):7.1%}" for k in ("right", "wrong", "refused"))
            line = f"{name:13} {len(chosen):6,} {label:8} {each:10.1f} {ratio:6.2f}"
            print(line, *shares, flush=True)


def _measured(read: Reader, texts: list[Written]) -> tuple[float, Counter[str]]:
    gc.collect()
    start = perf_counter()
    found = [read(one) for one in texts]
    seconds = perf_counter() - start
    return seconds, Counter(map(_judged, texts, found))


def _judged(one: Written, found: Decimal | float | None) -> str:
    """By the number alone: every reader has its own names for units."""
    if found is None:
        return "refused"
    return "right" if abs(Decimal(found) / one.number - 1) < Decimal("1e-9") else "wrong"


def _readers() -> Iterator[tuple[str, Reader]]:
    yield "factcheck", _factcheck
    for name, make in (("quantulum3", _quantulum3), ("price-parser", _price_parser)):
        try:
            yield name, make()
        except ImportError as error:
            print(f"{name} is left out ({error}): make bench installs it", file=sys.stderr)


def _factcheck(one: Written) -> Decimal | None:
    try:
        value = factcheck.read(one.text, one.kind, one.language)
    except factcheck.ReadingError:
        return None
    return getattr(value, "number", None)


def _quantulum3() -> Reader:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its classifier of ambiguous units is an extra
        from quantulum3 import parser

    def read(one: Written) -> float | None:
        try:
            found = parser.parse(one.text)
        except Exception:  # what it cannot read, it sometimes crashes on
            return None
        return found[0].value if found else None

    return read


def _price_parser() -> Reader:
    from price_parser import Price

    def read(one: Written) -> Decimal | None:
        amount: Decimal | None = Price.fromstring(one.text).amount
        return amount

    return read


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
