"""What it costs to group and compare n claims of one topic, and those of whole corpora.

Each size is held against the one before it, and that ratio against the one of n log n.
`python -m bench.comparing`.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from math import log

from bench.generate import corpus
from bench.names import names
from bench.timing import collector_off
from factcheck.comparing import compare
from factcheck.corpus import Files
from factcheck.corpus.load import load
from factcheck.model import Loaded
from factcheck.rules import every_rule

SIZES = (100, 1_000, 10_000, 100_000)
PER_SOURCE = 31
CORPORA = (1_000, 10_000)
REGISTRIES = {
    "c/subjects.yaml": b"subjects: [{id: tower, label: Tower}]",
    "c/attributes.yaml": (
        b"attributes: [{id: visits, label: visits, kind: quantity, measure: flow, key: [period]}, "
        b"{id: chief, label: chief, kind: name}, "
        b"{id: partners, label: partners, kind: name, many: true}]"
    ),
}


def main() -> None:
    """Prints microseconds of the processor a claim for each shape of topic, and how they grow."""
    _cost(_topic(_few, 100))  # whatever is imported and built once
    for name, values in (
        ("one scope, few values", _few),
        ("one scope, all values differ", _many),
        ("coarse and fine values", _coarse),
        ("a scope for each day", _days),
    ):
        _print(name, ((n, _cost(_topic(values, n))) for n in SIZES))
    for name, values, attribute in (
        ("names, all of them different", _name, "chief"),
        ("lists of names, few shared", _list, "partners"),
    ):
        _print(name, ((n, _cost(_topic(values, n, attribute))) for n in SIZES[:-1]))
    _print("a whole corpus", ((n, _cost(load(corpus(n)))) for n in CORPORA))


def _cost(loaded: Loaded) -> float:
    begin = time.process_time()
    with collector_off():
        compare(loaded, every_rule())
    return time.process_time() - begin


def _print(name: str, costs: Iterator[tuple[int, float]]) -> None:
    described = []
    for n, seconds in costs:
        described.append((n, seconds))
        print(f"{name:32} {n:>9,} claims {seconds * 1e6 / n:9.1f} µs a claim", flush=True)
    for (n, a), (m, b) in pairwise(described):
        print(
            f"{'':32} {m // n}x the claims cost {b / a:.1f}x;"
            f" n log n would be {m * log(m) / (n * log(n)):.1f}x"
        )


def _few(chance: random.Random, number: int) -> str:
    return f"{{value: '{(10 + number % PER_SOURCE) * 10}', period: 2025}}"


def _many(chance: random.Random, number: int) -> str:
    return f"{{value: '{1_000_001 + 7 * number:,}', period: 2025}}"


def _coarse(chance: random.Random, number: int) -> str:
    value = 1_000_001 + 7 * number
    bound = "about " if number % 10 == 0 else ""
    return f"{{value: '{bound}{value:,}', period: 2025}}"


def _days(chance: random.Random, number: int) -> str:
    day, year = number % 28 + 1, 1900 + number // 336 % 1000
    month = number // 28 % 12 + 1
    return f"{{value: '{chance.randint(1001, 1999)}', period: {year}-{month:02}-{day:02}}}"


def _name(chance: random.Random, number: int) -> str:
    return f"{{value: {_names()[number]}}}"


def _list(chance: random.Random, number: int) -> str:
    return f"{{value: [{', '.join(chance.sample(_names(), 3))}]}}"


@cache
def _names() -> list[str]:
    return names(SIZES[-2])


def _topic(claim: object, n: int, attribute: str = "visits") -> Loaded:
    chance = random.Random(20260122)
    texts = dict(REGISTRIES)
    for first in range(0, n, PER_SOURCE):
        lines = [f"source: {{outlet: O{first}, title: T, published: 2026-01-05, language: en}}\n"]
        lines.append("claims:\n")
        for number in range(first, min(first + PER_SOURCE, n)):
            body = claim(chance, number)  # type: ignore[operator]
            lines.append(f"- {{id: c{number}, subject: tower, attribute: {attribute}, {body[1:]}\n")
        texts[f"c/sources/s{first:06}.yaml"] = "".join(lines).encode()
    loaded = load(Files(texts))
    assert not loaded.diagnostics, loaded.diagnostics[0]
    return loaded


if __name__ == "__main__":
    main()
