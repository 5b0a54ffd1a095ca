"""How long `factcheck --help` takes, as a ratio to importing click; the aim is 1.6 or less."""

from __future__ import annotations

import statistics
import subprocess
import sys
from time import perf_counter

REPETITIONS = 21


def main() -> None:
    """Print the medians of both, taken in turn, and their ratio."""
    bare: list[float] = []
    ours: list[float] = []
    for _ in range(REPETITIONS):
        bare.append(_seconds("-c", "import click"))
        ours.append(_seconds("-m", "factcheck", "--help"))
    click, help_ = statistics.median(bare), statistics.median(ours)
    print(f"import click {click:.3f} s  factcheck --help {help_:.3f} s  ({help_ / click:.2f} x)")


def _seconds(*arguments: str) -> float:
    start = perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    return perf_counter() - start


if __name__ == "__main__":
    main()
