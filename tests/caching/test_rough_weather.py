"""Crashes, damage, other processes, full disks: a run says the same, and notes what helps."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.caching import store
from factcheck.caching.store import NAME, Row, Store
from tests.caching.desk import CHECK, Desk, quietly
from tests.corpora import add

pytestmark = pytest.mark.usefixtures("ours")
FACTCHECK = (sys.executable, "-m", "factcheck")


# Puts a run of 20 MB in, far more than SQLite holds in memory, and never comes to its end.
HALF_WRITTEN = """
import sys, time
from pathlib import Path
from factcheck.caching import store
def wait(*_):
    print("half", flush=True)
    time.sleep(600)
store._make_room = wait
store.Store(Path(sys.argv[1]), 1).keep(store.Row(b"a", b"b", b"c", b"d"), bytes(20_000_000))
"""


def test_a_process_that_is_killed_in_the_middle_harms_nothing(desk: Desk) -> None:
    cold = desk.run(*CHECK)
    writer = subprocess.Popen(
        [sys.executable, "-c", HALF_WRITTEN, desk.cache], stdout=subprocess.PIPE
    )
    assert writer.stdout is not None and writer.stdout.readline() == b"half\n"
    writer.send_signal(signal.SIGKILL)
    writer.wait()
    writer.stdout.close()
    left = sorted(path.name for path in desk.cache.iterdir())
    assert left == [NAME, f"{NAME}-journal"]
    assert (desk.cache / NAME).stat().st_size > 10_000_000, "nothing was half written"
    assert desk.run(*CHECK) == cold
    assert desk.finds[-1], "what was kept before is still there"
    assert Store(desk.cache, 1).rows(b"a") == ()


def test_runs_that_are_killed_at_any_moment_harm_nothing(desk: Desk) -> None:
    for tenth in range(2, 11):
        add(desk.corpus, "Wire", f"attribute: budget, value: {tenth} euros, period: 2025")
        running = subprocess.Popen(
            [*FACTCHECK, *CHECK], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            running.wait(tenth / 10)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()
        assert desk.run(*CHECK) == desk.cold(*CHECK)


def test_processes_at_once_all_say_the_same(desk: Desk) -> None:
    cold = desk.cold(*CHECK)
    running = [
        subprocess.Popen([*FACTCHECK, *CHECK, "-o", f"{format}:out/{n}.{format}"], stderr=-1)
        for n in range(2)
        for format in ("concise", "json")
    ]
    errors = [one.communicate()[1] for one in running]
    assert {(one.returncode, err) for one, err in zip(running, errors, strict=True)} == {
        (cold.code, cold.err.encode())
    }
    texts = {path.read_text("utf-8") for path in desk.out.glob("*.concise")}
    assert texts == {cold.out}
    with sqlite3.connect(desk.cache / NAME) as file:
        assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert file.execute("SELECT count(*) FROM runs").fetchone() == (4,)
    file.close()


def test_a_cache_that_another_process_holds_is_not_waited_for(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_WAIT", 0.01)
    cold = desk.run(*CHECK)
    holder = sqlite3.connect(desk.cache / NAME)
    holder.execute("BEGIN EXCLUSIVE")
    assert desk.run(*CHECK) == cold
    assert not desk.finds[-1]
    holder.rollback()
    holder.close()
    assert desk.is_kept(*CHECK)


def _garbage(file: Path) -> None:
    file.write_bytes(b"not a database" * 1000)


def _pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def _cut_off(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:9000])


def _scribbled(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xff" * len(content[4096:])
    file.write_bytes(content)


def _another_word(file: Path) -> None:
    """The file is sound; one letter of what a run said is not."""
    with sqlite3.connect(file) as runs:
        for row, outcome in runs.execute("SELECT rowid, outcome FROM runs").fetchall():
            assert b"disagree" in outcome
            changed = (outcome.replace(b"disagree", b"disagrxe"), row)
            runs.execute("UPDATE runs SET outcome = ? WHERE rowid = ?", changed)
    runs.close()


def _another_kind(file: Path) -> None:
    with sqlite3.connect(file) as runs:
        runs.execute("UPDATE runs SET outcome = 'text', places = 7, marks = NULL")
    runs.close()


def _another_form(file: Path) -> None:
    with sqlite3.connect(file) as runs:
        runs.execute("ALTER TABLE runs RENAME COLUMN marks TO remarks")
    runs.close()


@pytest.mark.parametrize(
    "damage", [_garbage, _pipe, _cut_off, _scribbled, _another_word, _another_kind, _another_form]
)
def test_a_damaged_file_is_noted_and_begun_anew(desk: Desk, damage: Callable[[Path], None]) -> None:
    cold = desk.run(*CHECK)
    damage(desk.cache / NAME)
    told = desk.run(*CHECK)
    assert quietly(told, f"The cache {desk.cache / NAME} was damaged, and begins anew.") == cold
    assert not desk.finds[-1]
    assert desk.run(*CHECK) == cold
    assert desk.finds[-1]


def test_an_empty_file_is_a_cache_without_runs(desk: Desk) -> None:
    cold = desk.run(*CHECK)
    (desk.cache / NAME).write_bytes(b"")
    assert [desk.run(*CHECK), desk.run(*CHECK)] == [cold, cold]
    assert desk.finds == [False, False, True]


@pytest.mark.parametrize("name", ["/dev/null/cache", "/proc/cache"])
def test_a_named_folder_that_cannot_be_made_is_noted_once(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", name)
    told = desk.run(*CHECK)
    assert quietly(told, f"The cache folder {name} cannot be used: ") == desk.cold(*CHECK)


def test_the_usual_folder_is_quietly_done_without(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FACTCHECK_CACHE_DIR")
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null")
    monkeypatch.setenv("HOME", "/dev/null")
    assert desk.run(*CHECK) == desk.cold(*CHECK)
    assert not desk.finds[-1]


def test_the_usual_folder_is_that_of_the_platform(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("FACTCHECK_CACHE_DIR")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "usual"))
    monkeypatch.setenv("HOME", str(tmp_path / "usual"))
    desk.run(*CHECK)
    [kept] = (tmp_path / "usual").rglob(NAME)
    assert kept.parent.name == "factcheck"
    assert kept.parent.stat().st_mode & 0o777 == 0o700
    assert kept.stat().st_mode & 0o777 == 0o600


def test_a_full_disk_is_noted_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    real = store._form

    def full(runs: sqlite3.Connection) -> None:
        real(runs)
        runs.execute("PRAGMA max_page_count = 4")

    cold = desk.run(*CHECK)
    add(desk.corpus, "Herald", *(f"attribute: staff, value: {n}" for n in range(40)))
    monkeypatch.setattr(store, "_form", full)
    told = desk.run(*CHECK)
    assert quietly(told, "database or disk is full") == desk.cold(*CHECK) != cold


def test_what_was_not_used_for_longest_makes_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "MOST", 3000)
    day = 24 * 60 * 60 * 1_000_000_000
    rows = [Row(name.encode(), b"", b"", b"") for name in "abcd"]
    for now, row in enumerate(rows[:3], 1):
        Store(tmp_path, now * day).keep(row, bytes(1000))
    Store(tmp_path, 5 * day).outcome(rows[0])
    Store(tmp_path, 6 * day).keep(rows[3], bytes(1000))
    there = [name for name in "abcd" if Store(tmp_path, 7 * day).rows(name.encode())]
    assert there == ["a", "c", "d"]


def test_a_run_that_is_too_large_is_not_kept(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.caching.effects.Recording.is_whole", False)
    cold = desk.run(*CHECK)
    assert desk.run(*CHECK) == cold
    assert desk.finds == [False, False]
