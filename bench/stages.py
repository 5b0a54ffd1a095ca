"""What each stage of a check costs a claim: where the time goes.

`python -m bench.stages [SIZE ...]`, in microseconds of the processor; every stage once, cold but
for imports and the tables of languages.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from time import process_time
from typing import TypeVar

from bench.generate import agreeing, corpus
from bench.timing import collector_off
from factcheck.comparing import collate, with_findings
from factcheck.corpus import Files, validate
from factcheck.corpus.load import read_values
from factcheck.formats.concise import render
from factcheck.formats.html import render as page
from factcheck.judging import PLAIN, Record, judge
from factcheck.pipeline import Looked, described, look
from factcheck.report.page import Page
from factcheck.rules import every_rule
from factcheck.text.numbers.measuring import read_measure

SIZES = (10_000, 100_000)
STAGES = ("parse", "read", "group", "compare", "judge", "view", "lines", "page")
T = TypeVar("T")


def main(sizes: tuple[int, ...] = SIZES) -> None:
    """Print one line for each corpus, with the share of claims that are in findings."""
    report = described(look(corpus(50)), "corpus")
    render(report.summary), page(report.view(Page))
    print("corpus     claims " + "".join(f"{stage:>9}" for stage in STAGES) + "   findings")
    for size in sizes:
        for name, make in (("disputed", corpus), ("agreeing", agreeing)):
            read_measure.cache_clear()
            findings, costs = _costs(make(size))
            shown = "".join(f"{cost * 1e6 / size:9.1f}" for cost in costs)
            print(f"{name:8} {size:>8,} {shown} {findings:>10,}", flush=True)


@collector_off()
def _costs(files: Files) -> tuple[int, list[float]]:
    """How many findings there are, and the seconds of each stage."""
    costs: list[float] = []

    def timed(task: Callable[[], T]) -> T:
        begin = process_time()
        result = task()
        costs.append(process_time() - begin)
        return result

    validated = timed(lambda: validate(files))
    loaded = timed(lambda: read_values(validated))
    collated = timed(lambda: collate(loaded))
    compared = timed(lambda: with_findings(collated, every_rule()))
    record = Record((), loaded.resolutions, files.partial)
    judged = timed(lambda: judge(compared.findings, PLAIN, record))
    looked = Looked(compared, judged, loaded.diagnostics, record)
    report = timed(lambda: described(looked, "corpus"))
    timed(lambda: render(report.summary))
    timed(lambda: page(report.view(Page)))
    return len(compared.findings), costs


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
