"""Refuses pages in docs/rules that are not what the rules generate today."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

PAGES = Path("docs/rules")


def main() -> None:
    """Generates the pages into a temporary folder and compares; exits 1 on a difference."""
    with tempfile.TemporaryDirectory() as fresh:
        command = [sys.executable, "-m", "factcheck", "rules", "--write", fresh]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        found = differences(PAGES, Path(fresh))
    print(*found, sep="\n", end="\n" if found else "")
    sys.exit(1 if found else 0)


def differences(kept: Path, fresh: Path) -> list[str]:
    """A sentence for each page that is missing, left over, or not as generated."""
    ours, theirs = _pages(kept), _pages(fresh)
    if not theirs:
        return ["factcheck rules --write wrote no page: it must write one per rule"]
    return [
        f"{kept / name} {_differs(ours.get(name), theirs.get(name))}: run make docs and commit it"
        for name in sorted(ours.keys() | theirs.keys())
        if ours.get(name) != theirs.get(name)
    ]


def _pages(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.md")}


def _differs(ours: bytes | None, theirs: bytes | None) -> str:
    match ours, theirs:
        case None, _:
            return "is missing"
        case _, None:
            return "is of a rule that is gone"
        case _:
            return "is not what the rules generate"


if __name__ == "__main__":
    main()
