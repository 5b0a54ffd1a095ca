"""Histories that are cut or crossed: a verdict rests on the right merge base, or there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.against.repository import Repository, checked, clash, notes, refused, stated, states
from tests.corpora import add

Out = pytest.CaptureFixture[str]
STAFF = "quantity-mismatch staff"


def branch(repository: Repository, name: str, at: str) -> None:
    repository.git("checkout", "-q", "-b", name, at)


def solve(repository: Repository) -> None:
    """Let the sources on the staff agree."""
    clash(repository.claims, value="44")


@pytest.fixture
def crossed(repository: Repository) -> Repository:
    """A clash is mended on one line and brought back; a merge reaches far behind it.

    old (clash) - mended - brought back - HEAD, which also merges a branch from old; `rival` began
    at the mended commit. The best base is the mended one; a cut history shows only the old one.
    """
    clash(repository.claims)
    old = repository.commit("A clash.")
    solve(repository)
    mended = repository.commit("Mended.")
    repository.commit("Between.")
    clash(repository.claims)
    back = repository.commit("Brought back.")
    branch(repository, "side", old)
    (repository.root / "note").write_text("side", "utf-8")
    branched = repository.commit("Aside.")
    branch(repository, "topic", back)
    repository.git("merge", "-q", "--no-edit", branched)
    branch(repository, "rival", mended)
    repository.git("merge", "-q", "--no-edit", "-s", "ours", old)
    (repository.root / "other").write_text("rival", "utf-8")
    repository.commit("Elsewhere.")
    repository.git("checkout", "-q", "topic")
    return repository


def test_with_the_whole_history_the_clash_that_came_back_is_new(crossed: Repository) -> None:
    assert checked(against="rival") == 1


@pytest.mark.parametrize("depth", [1, 2, 3])
@pytest.mark.parametrize(("head", "against"), [("topic", "rival"), ("rival", "topic")])
def test_a_cut_history_never_gives_another_verdict_than_the_whole_one(
    crossed: Repository,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Out,
    depth: int,
    head: str,
    against: str,
) -> None:
    crossed.git("checkout", "-q", head)
    whole = checked(against=against)
    url, copy = f"file://{crossed.root}", tmp_path / "copy"
    crossed.git("clone", "-q", "--depth", str(depth), "-b", head, url, str(copy), at=tmp_path)
    shallow = Repository(copy)
    shallow.git("fetch", "-q", "--depth", str(depth), "origin", f"{against}:{against}")
    monkeypatch.chdir(copy)
    capsys.readouterr()
    code = checked(against=against)
    assert code in (2, whole)
    if code == 2:
        assert "Type: git fetch --unshallow" in capsys.readouterr().err
    shallow.git("fetch", "-q", "--unshallow")
    assert checked(against=against) == whole


def test_a_cut_behind_the_base_does_no_harm(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The usual clone of a pull request: two commits deep, and its base is one of them."""
    repository.on_main()
    clash(repository.claims)
    repository.commit("New.")
    url, copy = f"file://{repository.root}", tmp_path / "copy"
    options = ("--depth", "2", "--no-single-branch", "-b", "change")
    repository.git("clone", "-q", *options, url, str(copy), at=tmp_path)
    monkeypatch.chdir(copy)
    assert checked(against="origin/main") == 1


def criss_cross(repository: Repository, left: str, right: str) -> None:
    """Two branches that merged each other: `left` and `right` are both best merge bases."""
    branch(repository, "ours", left)
    repository.git("merge", "-q", "--no-edit", "-s", "ours", right)
    branch(repository, "theirs", right)
    repository.git("merge", "-q", "--no-edit", "-s", "ours", left)
    repository.git("checkout", "-q", "ours")


def test_of_two_merge_bases_both_must_have_a_finding(repository: Repository, capsys: Out) -> None:
    begun = repository.git("rev-parse", "HEAD")
    clash(repository.claims)
    left = repository.commit("With the clash.")
    branch(repository, "right", begun)
    add(repository.claims, "Gazette", "attribute: budget, value: 85 million euros, period: 2025")
    right = repository.commit("Without it.")
    criss_cross(repository, left, right)
    document = stated(capsys, against="theirs")
    assert states(document)[STAFF] == "new", "one of the bases does not have it"
    assert states(document)["quantity-mismatch budget"] in ("known", "grown")
    assert any("several merge bases" in one["message"] for one in document["announced"])
    assert checked(against="theirs") == 1
    repository.git("checkout", "-q", "theirs")
    clash(repository.claims)
    repository.commit("The other side has it as well.")
    repository.git("checkout", "-q", "ours")
    assert states(stated(capsys, against="theirs"))[STAFF] == "known", "it is at the ref itself"


def test_one_merge_base_is_not_said_to_be_several(repository: Repository, capsys: Out) -> None:
    assert "several" not in str(notes(stated(capsys)))


def test_a_repository_of_another_owner_says_the_way_out_of_git(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    sentence = refused(capsys)
    assert "belongs to another user" in sentence
    assert f"git config --global --add safe.directory {repository.root}" in sentence


def test_a_tag_that_a_shallow_clone_lacks_says_how_to_fetch_it(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    repository.git("tag", "v1")
    repository.commit()
    url, copy = f"file://{repository.root}", tmp_path / "copy"
    repository.git(
        "clone", "-q", "--depth", "1", "--no-tags", "-b", "change", url, str(copy), at=tmp_path
    )
    monkeypatch.chdir(copy)
    assert "git fetch --tags" in refused(capsys, against="v1")
