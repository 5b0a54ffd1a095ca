"""Tasks timed in turn, so that what slows the machine for a while slows all of them."""

from __future__ import annotations

import gc
import statistics
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from factcheck.text.numbers.measuring import read_measure


@contextmanager
def collector_off() -> Iterator[None]:
    """Without Python's collector, as `factcheck.__main__` runs."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def medians(
    tasks: Sequence[Callable[[], object]], repetitions: int, clock: Callable[[], float]
) -> tuple[float, ...]:
    """Seconds by `clock` for each task; every run reads every text for the first time."""
    times: list[list[float]] = [[] for _ in tasks]
    for _ in range(repetitions):
        for taken, task in zip(times, tasks, strict=True):
            gc.collect()
            read_measure.cache_clear()
            start = clock()
            result = task()
            taken.append(clock() - start)
            del result
    return tuple(statistics.median(taken) for taken in times)
