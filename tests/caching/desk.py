"""A desk with a corpus and all that a run may look at, and runs seen from outside."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import time_ns

import pytest

from factcheck.caching.effects import Outcome
from factcheck.caching.runs import Run
from tests.corpora import contradict, found, run

CHECK = ("check", "--today", "2026-03-01")
LATER = 10_000_000_000
"""Nanoseconds: a run that begins so much later may trust the marks of what was just written."""


@dataclass(frozen=True)
class Seen:
    """All that somebody outside can see of a run."""

    code: int
    out: str
    err: str
    files: dict[str, bytes]


class Desk:
    """The working directory of a test."""

    def __init__(
        self, root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.root, self.corpus = root, found(root)
        self.out, self.cache = root / "out", Path(os.environ["FACTCHECK_CACHE_DIR"])
        self.finds: list[bool] = []
        self._capsys, self._patch = capsys, monkeypatch
        self.out.mkdir()
        contradict(self.corpus)
        self._count(Run.found)

    def run(self, *arguments: str) -> Seen:
        """One run; what it writes goes to `out`, which is emptied afterwards."""
        self._capsys.readouterr()
        code = run(*arguments)
        out, err = self._capsys.readouterr()
        files = {path.name: path.read_bytes() for path in sorted(self.out.iterdir())}
        for name in files:
            (self.out / name).unlink()
        return Seen(code, out, err, files)

    def cold(self, *arguments: str) -> Seen:
        """The same without the cache."""
        return self.run(*arguments, "--no-cache")

    def is_kept(self, *arguments: str) -> bool:
        """Whether a kept run answers."""
        self.run(*arguments)
        return self.finds[-1]

    def write(self, name: str, text: str) -> None:
        """Put a file in, with the folders above it."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    @contextmanager
    def later(self) -> Iterator[None]:
        """Runs inside begin when what was just written is long past."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("factcheck.cli.time_ns", lambda: time_ns() + LATER)
            yield

    def _count(self, real: object) -> None:
        def counted(run: Run) -> Outcome | None:
            assert callable(real)
            outcome: Outcome | None = real(run)
            self.finds.append(outcome is not None)
            return outcome

        self._patch.setattr(Run, "found", counted)


def quietly(seen: Seen, note: str = "") -> Seen:
    """The same run without the note on standard error, which must be there once."""
    assert seen.err.count(note) == 1 if note else True
    lines = (line for line in seen.err.splitlines(keepends=True) if not note or note not in line)
    return Seen(seen.code, seen.out, "".join(lines), seen.files)
