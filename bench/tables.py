"""How long a table takes to be loaded and checked, as a ratio to the same claims as YAML.

`python -m bench.tables`.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from time import perf_counter

from bench.generate import corpus
from factcheck.comparing import collate
from factcheck.corpus import Files, load
from factcheck.corpus.files import TableFile
from factcheck.export import TABLES, written
from factcheck.model import Judged
from factcheck.pipeline import look

SIZES = (10_000, 100_000)


def main(sizes: tuple[int, ...] = SIZES) -> None:
    """Print a line for each size: megabytes and seconds of both, loaded only, and checked."""
    print("claims     YAML     CSV    load YAML / CSV         check YAML / CSV")
    for size in sizes:
        files = corpus(size)
        table = _table(files)
        _same(files, table)
        assert table.table is not None and table.table.content is not None
        megabytes = (sum(map(len, files.texts.values())) / 1e6, len(table.table.content) / 1e6)
        times = [_seconds(task, one) for task in (load, look) for one in (files, table)]
        print(
            f"{size:>7,} {megabytes[0]:5.1f} MB {megabytes[1]:5.1f} MB"
            f"  {times[0]:6.2f} s {times[1]:6.2f} s ({times[1] / times[0]:4.2f} x)"
            f"  {times[2]:6.2f} s {times[3]:6.2f} s ({times[3] / times[2]:4.2f} x)",
            flush=True,
        )


def _table(files: Files) -> Files:
    """The same claims as a table, beside the same registries."""
    text = written("csv", TABLES["claims"], collate(load(files)), Judged(()))
    assert isinstance(text, str)
    registries = {path: text for path, text in files.texts.items() if "/sources/" not in path}
    table = TableFile("corpus/claims.csv", text.encode(), "corpus/claims.map.yaml")
    return Files(registries, table=table)


def _same(files: Files, table: Files) -> None:
    """Raises AssertionError where the two do not say the same: then no time means anything."""
    ours, theirs = load(files), load(table)
    assert not ours.diagnostics and not theirs.diagnostics
    assert [(c.name, c.value, c.period) for c in ours.claims] == [
        (c.name, c.value, c.period) for c in theirs.claims
    ]


def _seconds(task: Callable[[Files], object], files: Files) -> float:
    """The shorter of two runs."""
    taken = []
    for _ in range(2):
        gc.collect()
        start = perf_counter()
        result = task(files)
        taken.append(perf_counter() - start)
        del result
    return min(taken)


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
