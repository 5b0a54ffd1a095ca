"""What it costs to find the names that may be misspellings of each other, beside all pairs.

The names are generated, one in ten a slip away from another one. Blocks find them among all; the
peer is rapidfuzz's `cdist`, which compares every two of fewer names, and its time is scaled by the
square. What both find among these is held to be the same. `python -m bench.names [N [ALL_PAIRS]]`.
"""

from __future__ import annotations

import gc
import random
import resource
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from itertools import product
from multiprocessing import get_context
from time import process_time

from factcheck.text.context import Context
from factcheck.values.name import KIND
from factcheck.values.naming.blocks import near_pairs
from factcheck.values.naming.likeness import FUZZY_FROM, letters
from factcheck.values.naming.name_blocks import may_be_typing_errors

NAMES, ALL_PAIRS, ONE_TOPIC = 100_000, 20_000, 10_000
ROWS = 500
"""Rows of the matrix of all distances that are held in memory at a time."""
SYLLABLES = tuple(map("".join, product("bdfgklmnprstvz", "aeiou")))
Pairs = set[tuple[str, str]]


def main(count: int = NAMES, compared: int = ALL_PAIRS) -> None:
    """Print for each way the processor's seconds and the memory of its process at most."""
    print(f"{'':38} {'names':>8} {'seconds':>8} {'MB':>6} {'pairs':>8}")
    _print("blocks: one slip (near-key)", _blocks, count)
    _print("blocks: slips by length (name-variant)", _registry, count)
    _print("blocks: one topic, all signs", _topic, min(count, ONE_TOPIC))
    ours = _print("blocks: one slip", _blocks, compared)
    try:
        every = _print("all pairs: rapidfuzz cdist", _all_pairs, compared)
    except ImportError as error:
        print(f"all pairs are left out ({error}): make bench-peers installs it")
        return
    assert ours[1] == every[1], "the two do not find the same"
    scaled = every[0] * (count / compared) ** 2
    print(f"{'the same, scaled by the square':38} {count:>8,} {scaled:>8.1f}")


def _print(
    label: str, way: Callable[[int], tuple[float, Pairs]], count: int
) -> tuple[float, Pairs]:
    """Each way runs in a process of its own, so that its memory is its own."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        seconds, pairs = pool.submit(way, count).result()
        megabytes = pool.submit(_peak).result()
    print(f"{label:38} {count:>8,} {seconds:>8.2f} {megabytes:>6.0f} {len(pairs):>8,}", flush=True)
    return seconds, pairs


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def names(count: int) -> list[str]:
    """Distinct names of two or three words, a tenth of them a slip away from another one."""
    chance = random.Random(20260122)
    first = [_word(chance, 2, 4) for _ in range(2_000)]
    last = [_word(chance, 2, 5) for _ in range(20_000)]
    found: dict[str, None] = {}
    while len(found) < count:
        name = f"{chance.choice(first)} {chance.choice(last)}"
        if chance.random() < 0.2:
            name = f"{chance.choice(first)} {name}"
        found[name] = None
        if len(found) % 10 == 0:
            found[_slipped(name, chance)] = None
    return list(found)[:count]


def _word(chance: random.Random, least: int, most: int) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.randint(least, most))).capitalize()


def _slipped(name: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(name) - 1)
    letter = chance.choice("aeioulnrst")
    return chance.choice(
        (
            name[:at] + name[at + 1 :],
            name[:at] + letter + name[at:],
            name[:at] + letter + name[at + 1 :],
            name[:at] + name[at : at + 2][::-1] + name[at + 2 :],
        )
    )


def _blocks(count: int) -> tuple[float, Pairs]:
    known = names(count)
    return _timed(lambda: set(near_pairs(known)))


def _registry(count: int) -> tuple[float, Pairs]:
    """Every tenth name held against a registry of them all: one edit for each five letters."""
    known = names(count)
    return _timed(lambda: may_be_typing_errors(known[::10], known))


def _topic(count: int) -> tuple[float, Pairs]:
    """As grouping asks for the sides of one topic: the names that may be one by any sign."""
    values = [KIND.read(name, Context("en")) for name in names(count)]
    return _timed(
        lambda: {(values[i].text, values[j].text) for i, j in KIND.meeting(values).compatible()}
    )


def _all_pairs(count: int) -> tuple[float, Pairs]:
    """One slip at most between two names of enough letters; none of them has a digit."""
    import numpy
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import cdist

    known = sorted(names(count))
    plain = [letters(name.lower()) for name in known]
    long = numpy.array([len(word) >= FUZZY_FROM for word in plain])

    def find() -> Pairs:
        found: Pairs = set()
        for first in range(0, count, ROWS):
            rows = plain[first : first + ROWS]
            far = cdist(rows, plain, scorer=OSA.distance, score_cutoff=1, dtype=numpy.uint8)
            near = (far == 0) | ((far == 1) & long & long[first : first + ROWS, None])
            for i, j in zip(*numpy.nonzero(near), strict=True):
                if first + i < j:
                    found.add((known[first + i], known[j]))
        return found

    return _timed(find)


def _timed(task: Callable[[], Pairs]) -> tuple[float, Pairs]:
    gc.collect()
    start = process_time()
    pairs = task()
    return process_time() - start, pairs


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
