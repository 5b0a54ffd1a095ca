"""How long loading takes, as a ratio to PyYAML's bare event scan of the same files."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from time import perf_counter

from bench.generate import corpus
from bench.timing import medians
from factcheck.corpus import Files, load, validate
from factcheck.corpus.yaml import yaml_text

SIZES = (1_000, 10_000, 100_000)


def main(sizes: tuple[int, ...] = SIZES) -> None:
    """Print one line for each size; the aim is 3 or less without the reading of values."""
    print("claims      MB  bare scan      without values      with values")
    for size in sizes:
        files = corpus(size)
        megabytes = sum(map(len, files.texts.values())) / 1e6
        repetitions = 3 if size > 20_000 else 7
        bare, without, with_values = _medians(files, repetitions)
        print(
            f"{size:>7,} {megabytes:6.1f} {bare:8.3f} s"
            f" {without:8.3f} s  ({without / bare:4.2f} x)"
            f" {with_values:8.3f} s  ({with_values / bare:4.2f} x)",
            flush=True,
        )


def _medians(files: Files, repetitions: int) -> tuple[float, float, float]:
    """Seconds for the bare scan, for loading without values, and with them; taken in turn."""
    tasks: tuple[Callable[[], object], ...] = (
        lambda: _scan(files),
        lambda: validate(files),
        lambda: load(files),
    )
    load(corpus(10))  # imports and tables are not what is measured
    bare, without, with_values = medians(tasks, repetitions, perf_counter)
    return bare, without, with_values


def _scan(files: Files) -> None:
    gc.disable()  # as loading does: what is compared is the work
    try:
        for content in files.texts.values():
            for _ in yaml_text.scan(content):
                pass
    finally:
        gc.enable()


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
