"""Refuses a file of more than 300 lines or a function of more than 40: they want splitting."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

FOLDERS = ("factcheck", "checks", "bench", "tests")
LONGEST_FILE = 300
LONGEST_FUNCTION = 40


def main() -> None:
    """Prints every file and function that is too long; exits 1 if there is one."""
    paths = sorted(path for folder in FOLDERS for path in Path(folder).rglob("*.py"))
    found = [
        diagnostic
        for path in paths
        for diagnostic in diagnostics(path, path.read_text(encoding="utf-8"))
    ]
    print(*found, sep="\n", end="\n" if found else "")
    sys.exit(1 if found else 0)


def diagnostics(path: Path, text: str) -> Iterator[str]:
    """A sentence for each thing that is too long; docstrings and decorators count."""
    lines = len(text.splitlines())
    if lines > LONGEST_FILE:
        yield f"{path}:1 has {lines} lines: split it; {LONGEST_FILE} is the most"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
            lines = (node.end_lineno or first) - first + 1
            if lines > LONGEST_FUNCTION:
                yield (
                    f"{path}:{first} {node.name} has {lines} lines: split it; "
                    f"{LONGEST_FUNCTION} is the most"
                )


if __name__ == "__main__":
    main()
