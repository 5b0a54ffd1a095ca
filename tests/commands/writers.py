"""Processes that write to one corpus at once, and a process that is killed while it writes."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

from factcheck.cli_support.file_writing import PendingWrite, create, save
from tests.corpora import ROOT, run

tempfile.gettempdir()  # what a process does once is no step of a write

OLD, NEW = "old\n" * 3000, "new\n" * 3000


def start(*what: object) -> subprocess.Popen[str]:
    """This module in a process of its own, in the current folder."""
    command = [sys.executable, "-m", "tests.commands.writers", *map(str, what)]
    paths = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        command, env=paths, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def add_claims(first: int, count: int) -> None:
    """Add claims to one source, each by the command and each of another number of people."""
    for number in range(first, first + count):
        claim = ("--subject", "Northwind", "--attribute", "staff", "--value", str(number))
        code = run("new", "claim", "--source", "post", *claim)
        if code:
            sys.exit(code)


def edit() -> None:
    """Replace two files and begin a third."""
    changes = [("a.yaml", OLD.encode(), NEW), ("b.yaml", OLD.encode(), NEW), ("c.yaml", None, NEW)]
    save(Path("desk"), [PendingWrite(Path("desk") / n, old, new) for n, old, new in changes])


def found_corpus() -> None:
    """Make a folder of files where none is."""
    create((Path("claims") / name, NEW) for name in ("subjects.yaml", "sources/a.yaml", "x/y/z"))


def killed_everywhere(write: Callable[[], None]) -> Iterator[int]:
    """Run `write` again and again, killed at its first step, its second, …, until it ends unhurt.

    A step is a call of the system, or the return from one.
    """
    step = 0
    status = signal.SIGKILL.value
    while status:
        step += 1
        child = os.fork()
        if child == 0:
            with contextlib.suppress(BaseException):
                _die_at(step, write)
            os._exit(0)
        status = os.waitpid(child, 0)[1]
        yield step


def _die_at(step: int, write: Callable[[], None]) -> None:
    done = 0

    def count(_frame: FrameType, event: str, what: object) -> None:
        nonlocal done
        is_system = getattr(what, "__module__", None) in ("posix", "fcntl", "_io")
        done += event in ("c_call", "c_return") and is_system
        if done == step:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(count)
    write()
    sys.setprofile(None)


def edits_killed() -> int:
    """How often the edit was killed; every file had its old content or its new one each time."""
    desk = Path("desk")
    desk.mkdir()
    kills = 0

    def begin() -> None:
        (desk / "c.yaml").unlink(missing_ok=True)
        for name in ("a.yaml", "b.yaml"):
            (desk / name).write_text(OLD)

    begin()
    for kills in killed_everywhere(edit):
        for name in ("a.yaml", "b.yaml"):
            assert (desk / name).read_text() in (OLD, NEW), f"half of {name} at step {kills}"
        begun = desk / "c.yaml"
        assert not begun.exists() or begun.read_text() == NEW, f"half of c.yaml at step {kills}"
        last = (desk / "a.yaml").read_text()
        begin()
    assert last == NEW, "left alone, it writes"
    return kills


def foundings_killed() -> int:
    """How often the making of a folder was killed; it was there whole or not at all each time."""
    kills = 0
    for kills in killed_everywhere(found_corpus):
        made = sorted(p for p in Path("claims").rglob("*") if p.is_file())
        assert len(made) in (0, 3), f"a part of the folder at step {kills}: {made}"
        assert Path("claims").exists() == bool(made)
        assert all(p.read_text() == NEW for p in made)
        shutil.rmtree("claims", ignore_errors=True)
    assert len(made) == 3, "left alone, it writes"
    return kills


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["add", first, count]:
            add_claims(int(first), int(count))
        case ["edits"]:
            print(edits_killed())
        case ["foundings"]:
            print(foundings_killed())
        case ["edit"]:
            edit()
