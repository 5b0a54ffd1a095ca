"""How long `factcheck --help` and a check of the shipped corpus take, each as a ratio.

The aims are 1.6 times `import click` for the help, and 3 times the help for the check.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
from time import perf_counter

REPETITIONS = 21
COMMANDS = {
    "import click": ("-c", "import click"),
    "factcheck --help": ("-m", "factcheck", "--help"),
    "factcheck check claims": ("-m", "factcheck", "check", "claims"),
}


def main() -> None:
    """Print the median of each command, all taken in turn, and its ratio to the one before."""
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(REPETITIONS):
        for name, arguments in COMMANDS.items():
            taken[name].append(_seconds(*arguments))
    before = None
    for name, seconds in taken.items():
        median = statistics.median(seconds)
        ratio = "" if before is None else f"  ({median / before:.2f} x)"
        print(f"{name:24} {median:.3f} s{ratio}")
        before = median


def _seconds(*arguments: str) -> float:
    """A check exits with 1 where sources disagree, so only other codes are faults."""
    start = perf_counter()
    done = subprocess.run([sys.executable, *arguments], check=False, stdout=subprocess.DEVNULL)
    if done.returncode > 1:
        raise RuntimeError(f"{' '.join(arguments)} failed with {done.returncode}")
    return perf_counter() - start


if __name__ == "__main__":
    main()
