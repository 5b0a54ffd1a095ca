"""A run against a base is kept for the commits that its refs name, and no longer."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.against.repository import Repository, quiet_git
from tests.caching.desk import CHECK, Desk
from tests.corpora import add


def begun(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """The desk as a repository, its branch `change` beginning from `main`."""
    quiet_git(desk.root.parent, monkeypatch)
    repository = Repository(desk.root)
    repository.git("init", "-q", "-b", "main")
    repository.commit("Begin.")
    repository.git("checkout", "-q", "-b", "change")
    return repository


def test_the_base_is_part_of_a_run_and_the_files_alone_are_not_enough(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository = begun(desk, monkeypatch)
    asked = (*CHECK, "--against", "main")
    add(desk.corpus, "Molo", "attribute: staff, value: 3")
    add(desk.corpus, "Faro", "attribute: staff, value: 44")
    repository.commit()
    assert desk.run(*asked).code == 1
    assert desk.is_kept(*asked)
    repository.on_main()  # nothing on the disk but a ref has changed
    told = desk.run(*asked)
    assert (told.code, desk.finds[-1]) == (0, False)
    assert told == desk.cold(*asked)
    repository.git("pack-refs", "--all")
    assert desk.run(*asked) == told


def test_a_ref_that_depends_on_the_clock_is_looked_up_every_time(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(desk, monkeypatch)
    asked = (*CHECK, "--against", "main@{0}")
    assert desk.run(*asked).code == 0
    assert not desk.is_kept(*asked)


def test_a_worktree_of_its_own_has_its_own_head(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    repository = begun(desk, monkeypatch)
    add(desk.corpus, "Molo", "attribute: staff, value: 3")
    add(desk.corpus, "Faro", "attribute: staff, value: 44")
    repository.commit()
    repository.git("worktree", "add", "-q", "--detach", str(tmp_path / "other"))
    monkeypatch.chdir(tmp_path / "other")
    asked = (*CHECK, "--against", "main")
    assert desk.run(*asked).code == 1
    assert desk.is_kept(*asked)
    repository.on_main()
    assert desk.run(*asked).code == 0
    repository.git("checkout", "-q", "--orphan", "new", at=tmp_path / "other")
    assert desk.run(*asked).code == 2


def test_a_base_that_is_gone_is_missed_though_the_run_was_kept(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository = begun(desk, monkeypatch)
    asked = (*CHECK, "--against", "main")
    desk.run(*asked)
    repository.git("branch", "-qD", "main")
    assert desk.run(*asked).code == 2
