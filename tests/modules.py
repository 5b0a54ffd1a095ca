"""The modules of the checkout, for tests of what their imports and names show."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDERS = ("factcheck", "checks", "bench", "tests")


@dataclass(frozen=True)
class Module:
    """One Python file: its path from the root of the checkout, and what it says."""

    path: str
    text: str

    @property
    def name(self) -> str:
        """The dotted name inside factcheck: `values.money`; a folder's `__init__` is the folder."""
        return (
            self.path.removeprefix("factcheck/")
            .removesuffix(".py")
            .removesuffix("/__init__")
            .replace("/", ".")
        )

    @cached_property
    def tree(self) -> ast.Module:
        """What it says, parsed once for all tests."""
        return ast.parse(self.text)


def imports(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        match node:
            case ast.Import():
                yield from ((node.lineno, alias.name) for alias in node.names)
            case ast.ImportFrom():
                yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)
            case ast.Attribute(value=ast.Name(id="factcheck")):  # after a bare `import factcheck`
                yield node.lineno, f"factcheck.{node.attr}"


MODULES = [
    Module(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
    for folder in FOLDERS
    for path in sorted((ROOT / folder).rglob("*.py"))
]
