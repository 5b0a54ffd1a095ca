"""How long a whole check takes, as a ratio to what PyYAML needs merely to parse the same files.

Two corpora of each size: one in which most topics are in dispute, and one in which sources agree.
`python -m bench.checking [SIZE ...]`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from time import process_time

import yaml

from bench.generate import agreeing, corpus
from bench.timing import collector_off, medians
from factcheck.corpus import Files
from factcheck.corpus.load import load
from factcheck.formats.concise import render
from factcheck.pipeline import described, look

SIZES = (1_000, 10_000, 100_000)


def main(sizes: tuple[int, ...] = SIZES) -> None:
    """Print one line for each corpus; the aims are 0.5 of CSafeLoader and 1.5 of loading."""
    check(corpus(10))  # imports and tables are not what is measured
    print("corpus     claims  CSafeLoader      loading               whole check")
    for size in sizes:
        for name, make in (("disputed", corpus), ("agreeing", agreeing)):
            files = make(size)
            parse, loading, whole = _medians(files, 1 if size > 20_000 else 3)
            print(
                f"{name:8} {size:>8,} {parse:10.3f} s {loading:8.3f} s  ({loading / parse:4.2f} x)"
                f" {whole:8.3f} s  ({whole / parse:4.2f} x, {whole / loading:4.2f} x loading)",
                flush=True,
            )


@collector_off()
def check(files: Files) -> str:
    """All that `factcheck check -o concise` does but for the reading of files."""
    return render(described(look(files), "corpus").summary)


def _medians(files: Files, repetitions: int) -> tuple[float, float, float]:
    """Seconds of the processor for parsing with CSafeLoader, for loading, and for a check."""
    tasks: tuple[Callable[[], object], ...] = (
        lambda: _parse(files),
        lambda: load(files),
        lambda: check(files),
    )
    parse, loading, whole = medians(tasks, repetitions, process_time)
    return parse, loading, whole


def _parse(files: Files) -> None:
    """As anybody parses YAML fast, with the collector as Python has it."""
    for content in files.texts.values():
        yaml.load(content, Loader=yaml.CSafeLoader)


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
