"""What `factcheck --help` and runs on the shipped corpus take of the processor, each as a ratio.

The aims are 1.6 times `import click` for the help, and 3 times the help for a check and a report.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys

REPETITIONS = 21
CLICK, HELP = "import click", "factcheck --help"
COMMANDS = {
    CLICK: ("-c", "import click"),
    HELP: ("-m", "factcheck", "--help"),
    "factcheck check claims": ("-m", "factcheck", "check", "claims"),
    "factcheck report claims": ("-m", "factcheck", "report", "claims", "-o", "-"),
}


def main() -> None:
    """Print the median of each command, all taken in turn, and its ratio to what it is held to."""
    for arguments in COMMANDS.values():
        _seconds(*arguments)  # compiles what an installation has compiled
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(REPETITIONS):
        for name, arguments in COMMANDS.items():
            taken[name].append(_seconds(*arguments))
    medians = {name: statistics.median(seconds) for name, seconds in taken.items()}
    for name, median in medians.items():
        peer = {CLICK: None, HELP: CLICK}.get(name, HELP)
        ratio = "" if peer is None else f"  ({median / medians[peer]:.2f} x {peer})"
        print(f"{name:24} {median:.3f} s{ratio}")


def _seconds(*arguments: str) -> float:
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
