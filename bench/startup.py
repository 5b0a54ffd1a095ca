"""What `factcheck --help` and runs on the shipped corpus take of the processor, each as a ratio.

The aims are 1.6 times `import click` for the help, and 3 times the help for a check and a report.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
from collections.abc import Iterable, Mapping

REPETITIONS = 21
FACTCHECK = ("-m", "factcheck")
CLICK, HELP = "import click", "factcheck --help"
COMMANDS = {
    CLICK: ("-c", "import click"),
    HELP: (*FACTCHECK, "--help"),
    "factcheck check claims": (*FACTCHECK, "check", "claims"),
    "factcheck report claims": (*FACTCHECK, "report", "claims", "-o", "-"),
}


def main() -> None:
    """Print the median of each command, all taken in turn, and its ratio to what it is held to."""
    medians = in_turn(COMMANDS)
    for name, median in medians.items():
        peer = {CLICK: None, HELP: CLICK}.get(name, HELP)
        ratio = "" if peer is None else f"  ({median / medians[peer]:.2f} x {peer})"
        print(f"{name:36} {median:.3f} s{ratio}")


def in_turn(commands: Mapping[str, tuple[str, ...]]) -> dict[str, float]:
    """The median of each command, all taken in turn, after a run that is not counted."""
    for arguments in commands.values():
        seconds(arguments)  # compiles what an installation has compiled
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(REPETITIONS):
        for name, arguments in commands.items():
            taken[name].append(seconds(arguments))
    return {name: statistics.median(found) for name, found in taken.items()}


def seconds(arguments: Iterable[str]) -> float:
    """Processor time. A check exits with 1 where sources disagree, so only other codes are faults.

    Were Python told to keep no compiled modules, each run would compile the program again.
    """
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    before = _children()
    done = subprocess.run(
        [sys.executable, *arguments], env=environment, check=False, stdout=subprocess.DEVNULL
    )
    if done.returncode > 1:
        raise RuntimeError(f"{' '.join(arguments)} failed with {done.returncode}")
    return _children() - before


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
