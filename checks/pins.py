"""Holds constraints.txt to what make installs: every installed package pinned, no pin left over.

`python -m checks.pins FILE` holds another file to where that Python has its packages.
"""

from __future__ import annotations

import re
import sys
from importlib.metadata import distributions
from pathlib import Path

# The checkout itself, and what Python 3.11 puts into every virtual environment.
NOT_PINNED = {"factcheck", "setuptools"}


def main(file: str = "constraints.txt") -> None:
    """Prints each package whose pin is missing, different or unused; exits 1 if there is one."""
    pinned = _pinned(Path(file).read_text(encoding="utf-8"))
    installed = {_normal(d.name): d.version for d in distributions(path=_site_packages())}
    found = [
        f"{file}: {name} is {installed.get(name, 'not')} installed "
        f"and {pinned.get(name, 'not')} pinned: make the two the same"
        for name in sorted((pinned.keys() | installed.keys()) - NOT_PINNED)
        if pinned.get(name) != installed.get(name)
    ]
    print(*found, sep="\n", end="\n" if found else "")
    sys.exit(1 if found else 0)


def _pinned(text: str) -> dict[str, str]:
    pins = (line.partition("==") for line in text.splitlines() if not line.startswith("#"))
    return {_normal(name): version for name, _, version in pins}


def _site_packages() -> list[str]:
    return [path for path in sys.path if path.startswith(sys.prefix)]


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    main(*sys.argv[1:])
