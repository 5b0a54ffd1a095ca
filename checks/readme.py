"""Writes what `--help` prints into the help blocks of README.md; a test compares them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

README = Path("README.md")
BLOCK = re.compile(r"```\n\$ factcheck ([^\n]*--help)\n.*?```", re.DOTALL)


def main() -> None:
    """Rewrites README.md in place."""
    README.write_text(BLOCK.sub(_block, README.read_text("utf-8")), "utf-8")


def _block(match: re.Match[str]) -> str:
    command = [sys.executable, "-m", "factcheck", *match[1].split()]
    shown = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return f"```\n$ factcheck {match[1]}\n{shown}```"


if __name__ == "__main__":
    main()
