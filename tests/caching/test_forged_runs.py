"""Runs that somebody else put into a folder, to let a check pass: they are never believed."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.caching.store import NAME, Row, Store
from tests.caching.desk import CHECK, Desk, Seen, quietly


def forge(desk: Desk, folder: Path) -> None:
    """A cache in which the check of this desk passes and says nothing."""
    asked = (desk.cache / NAME).exists() or desk.run(*CHECK)
    assert asked
    folder.mkdir(parents=True, exist_ok=True)
    with sqlite3.connect(desk.cache / NAME) as real:
        found = real.execute("SELECT asked, places, contents, marks FROM runs").fetchall()
    real.close()
    for row in found:
        Store(folder, 1).keep(Row(*row), b"[0, []]\n")


def test_what_lies_in_the_cache_is_believed(desk: Desk, tmp_path: Path) -> None:
    """So that the tests below show something: this forgery is a good one."""
    forge(desk, desk.cache)
    assert desk.run(*CHECK) == Seen(0, "", "", {})


def _of_somebody_else(folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    there = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: there + 1)
    return "it belongs to somebody else"


def _of_all(folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    folder.chmod(0o777)
    return "others may write to it"


def _of_the_group(folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    folder.chmod(0o770)
    return "others may write to it"


def _in_a_repository(folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (folder.parents[1] / ".git").write_text("gitdir: elsewhere", "utf-8")
    return "it lies in the repository"


def _linked_into_a_repository(folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (folder.parent / "repository/.git").mkdir(parents=True)
    folder.rename(folder.parent / "repository/kept")
    folder.symlink_to(folder.parent / "repository/kept")
    return "it lies in the repository"


@pytest.mark.parametrize(
    "unsafe",
    [_of_somebody_else, _of_all, _of_the_group, _in_a_repository, _linked_into_a_repository],
)
def test_a_folder_that_others_could_fill_is_neither_read_nor_written(
    desk: Desk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    unsafe: Callable[[Path, pytest.MonkeyPatch], str],
) -> None:
    folder = tmp_path / "elsewhere/deep/cache"
    forge(desk, folder)
    cold = desk.cold(*CHECK)
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(folder))
    assert desk.run(*CHECK) == Seen(0, "", "", {}), "the forgery would be believed"
    why = unsafe(folder, monkeypatch)
    before = (folder / NAME).read_bytes()
    told = desk.run(*CHECK)
    assert quietly(told, f"The cache folder {folder} is not used: {why}") == cold
    assert (folder / NAME).read_bytes() == before
