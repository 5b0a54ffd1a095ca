"""Every kind of repository, tree and ref that a desk has: a result, or a sentence."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.against.repository import Repository, checked, clash, notes, refused, stated, states
from tests.corpora import add, found

Out = pytest.CaptureFixture[str]
BUDGET, STAFF = "quantity-mismatch budget", "quantity-mismatch staff"


def clone(repository: Repository, to: Path, *options: str) -> Repository:
    repository.git("clone", "-q", *options, f"file://{repository.root}", str(to), at=to.parent)
    return Repository(to)


def test_a_slip_in_a_ref_is_seen(repository: Repository, capsys: Out) -> None:
    assert refused(capsys, against="mian") == (
        "'mian' names no commit of this repository. Did you mean 'main'?"
    )


def test_a_branch_that_only_the_remote_has_is_named(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    monkeypatch.chdir(clone(repository, tmp_path / "copy").root)
    assert "Did you mean 'origin/main'?" in refused(capsys, against="main")
    assert checked(against="origin/main") == 0


def test_a_branch_that_was_not_fetched_says_how_to(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    copy = clone(repository, tmp_path / "copy", "--single-branch", "--branch", "change")
    monkeypatch.chdir(copy.root)
    sentence = refused(capsys, against="origin/main")
    command = "git fetch origin +refs/heads/main:refs/remotes/origin/main"
    assert sentence.endswith(f"Type: {command}")
    copy.git(*command.split()[1:])
    assert checked(against="origin/main") == 0


def test_a_history_that_is_cut_off_says_how_to_fetch_it(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    repository.commit()
    repository.git("checkout", "-q", "main")
    repository.commit("Something else.")
    repository.git("checkout", "-q", "change")
    copy = clone(repository, tmp_path / "copy", "--depth", "1", "--no-single-branch")
    monkeypatch.chdir(copy.root)
    sentence = refused(capsys, against="origin/main")
    assert "cut off before the commit where 'origin/main' and HEAD part" in sentence
    assert "git fetch --unshallow" in sentence
    assert "fetch-depth: 0" in sentence
    unknown = repository.git("rev-parse", "main~1")
    assert "git fetch --unshallow" in refused(capsys, against=unknown)
    copy.git("fetch", "-q", "--unshallow")
    assert checked(against="origin/main") == 0


def test_histories_that_never_met(repository: Repository, capsys: Out) -> None:
    repository.git("checkout", "-q", "--orphan", "else")
    repository.commit()
    assert "have no commit in common" in refused(capsys)


def test_nothing_committed_yet(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    (tmp_path / "young").mkdir()
    repository.git("init", "-q", "-b", "change", at=tmp_path / "young")
    shutil.copytree(repository.claims, tmp_path / "young/claims")
    monkeypatch.chdir(tmp_path / "young")
    assert "names no commit" in refused(capsys)
    young = Repository(tmp_path / "young")
    young.git("fetch", "-q", str(repository.root), "main:main")
    assert "Nothing has been committed here yet" in refused(capsys, against="main")


@pytest.mark.parametrize("ref", ["", "-x", "--output=x", "a b", "a\nb", "a\0b", "x" * 9000])
def test_what_cannot_name_a_commit(repository: Repository, capsys: Out, ref: str) -> None:
    assert "name" in refused(capsys, against=ref)
    assert not (repository.root / "x").exists()


@pytest.mark.parametrize(
    "ref",
    ["main..change", "^main", ":claims", "HEAD:claims", "main:claims/subjects.yaml", "\udcff"],
)
def test_what_names_no_commit(repository: Repository, capsys: Out, ref: str) -> None:
    assert "names no commit of this repository" in refused(capsys, against=ref)


def test_a_branch_that_looks_like_an_option(repository: Repository) -> None:
    repository.git("update-ref", "refs/heads/-x", "main")
    clash(repository.claims)
    assert checked(against="refs/heads/-x") == 1


def test_no_git(repository: Repository, monkeypatch: pytest.MonkeyPatch, capsys: Out) -> None:
    monkeypatch.setenv("PATH", str(repository.root / "nowhere"))
    sentence = refused(capsys)
    assert sentence.startswith("Git cannot be started (no such file or directory)")
    assert sentence.endswith("Install git, or leave --against out.")


def test_no_repository(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    shutil.copytree(repository.claims, tmp_path / "loose/claims")
    monkeypatch.chdir(tmp_path / "loose")
    sentence = refused(capsys)
    assert sentence.startswith(f"'{tmp_path}/loose/claims' lies in no git repository")
    assert sentence.endswith("Type: git init, or leave --against out.")
    monkeypatch.chdir(repository.root)
    assert "lies in no git repository" in refused(capsys, str(tmp_path / "loose/claims"))


def test_a_bare_repository(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    bare = clone(repository, tmp_path / "bare.git", "--bare")
    shutil.copytree(repository.claims, bare.root / "claims")
    monkeypatch.chdir(bare.root)
    assert "lies in a repository without files" in refused(capsys)


def test_a_repository_that_git_refuses(repository: Repository, capsys: Out) -> None:
    config = repository.root / ".git/config"
    config.write_text("[core\n", "utf-8")
    sentence = refused(capsys)
    assert sentence.startswith("Git cannot use the repository of")
    assert "bad config" in sentence


def test_claims_in_a_subfolder_and_from_within_it(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    folder = repository.root / "desk" / "ports (old)"
    folder.mkdir(parents=True)
    repository.git("mv", "claims", str(folder / "claims"))
    repository.commit()
    repository.on_main()
    clash(folder / "claims")
    for here, path in (
        (repository.root, "desk/ports (old)/claims"),
        (folder, "claims"),
        (folder / "claims", "."),
        (folder / "claims/sources", ".."),
    ):
        monkeypatch.chdir(here)
        assert states(stated(capsys, path)) == {BUDGET: "known", STAFF: "new"}, path


def test_claims_that_are_the_repository(
    tmp_path: Path, repository: Repository, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    root = Repository(tmp_path / "whole")
    shutil.copytree(repository.claims, root.root)
    root.git("init", "-q", "-b", "main")
    root.commit()
    monkeypatch.chdir(root.root)
    clash(root.root)
    assert states(stated(capsys, ".")) == {BUDGET: "known", STAFF: "new"}


def test_no_claims_at_the_base(repository: Repository, capsys: Out) -> None:
    repository.git("mv", "claims", "facts")
    repository.commit()
    document = stated(capsys, "facts")
    assert set(states(document).values()) == {"new"}
    assert "it has no claims in this place" in notes(document)["no-corpus-there"]


def test_a_name_that_begins_like_that_of_the_folder(repository: Repository, capsys: Out) -> None:
    found(repository.root / "x")
    shutil.move(repository.root / "x/claims", repository.root / "claims-old")
    clash(repository.root / "claims-old")
    repository.commit()
    repository.on_main()
    clash(repository.claims)
    assert states(stated(capsys)) == {BUDGET: "known", STAFF: "new"}


def test_a_worktree(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    repository.git("worktree", "add", "-q", "-b", "third", str(tmp_path / "tree"), "main")
    monkeypatch.chdir(tmp_path / "tree")
    clash(tmp_path / "tree/claims")
    assert states(stated(capsys)) == {BUDGET: "known", STAFF: "new"}


def test_a_submodule_is_held_against_itself(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    whole = Repository(tmp_path / "whole")
    whole.root.mkdir()
    whole.git("init", "-q", "-b", "main")
    whole.git("submodule", "--quiet", "add", f"file://{repository.root}", "desk")
    whole.commit()
    monkeypatch.chdir(whole.root)
    clash(whole.root / "desk/claims")
    document = stated(capsys, "desk/claims", against="origin/main")
    assert states(document) == {BUDGET: "known", STAFF: "new"}


def test_another_repository_in_the_environment(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    """A hook runs with GIT_DIR and GIT_INDEX_FILE of the repository that it belongs to."""
    clash(repository.claims)
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "none"))
    monkeypatch.setenv("GIT_WORK_TREE", str(tmp_path))
    assert states(stated(capsys)) == {BUDGET: "known", STAFF: "new"}


def test_nothing_of_the_repository_is_run(repository: Repository, capsys: Out) -> None:
    trap = repository.root / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {repository.root}/sprung\ncat\n", "utf-8")
    trap.chmod(0o755)
    (repository.root / ".gitattributes").write_text("*.yaml filter=x diff=x\n", "utf-8")
    repository.commit()
    for key in (
        "core.fsmonitor",
        "core.pager",
        "core.sshCommand",
        "filter.x.smudge",
        "filter.x.process",
        "diff.x.textconv",
    ):
        repository.git("config", key, str(trap))
    hooks = repository.root / ".git/hooks"
    hooks.mkdir(exist_ok=True)
    for hook in ("post-index-change", "reference-transaction", "post-checkout"):
        shutil.copy(trap, hooks / hook)
    assert states(stated(capsys)) == {BUDGET: "known"}
    assert not (repository.root / "sprung").exists()


def test_the_repository_stays_as_it_is(repository: Repository, capsys: Out) -> None:
    clash(repository.claims)

    def all_files() -> dict[str, tuple[int, bytes]]:
        return {
            str(p): (p.stat().st_mtime_ns, p.read_bytes())
            for p in repository.root.rglob("*")
            if p.is_file()
        }

    before = all_files()
    stated(capsys)
    assert all_files() == before


def test_a_clone_that_leaves_files_out(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    """What the change did not touch is here; what it did touch is not, and nothing is fetched."""
    repository.git("mv", "claims/sources/wire.yaml", "claims/sources/w.yaml")
    add(repository.claims, "Post", "attribute: budget, value: 86 million euros, period: 2025")
    repository.commit()
    copy = clone(repository, tmp_path / "copy", "--filter=blob:none", "--branch", "change")
    monkeypatch.chdir(copy.root)
    shutil.move(repository.root, tmp_path / "away")
    sentence = refused(capsys, against="origin/main")
    assert "are not in this clone, which leaves files out (a partial clone)" in sentence
    shutil.move(tmp_path / "away", repository.root)
    command = "git fetch --refetch --no-filter"
    assert sentence.endswith(f"Type: {command}")
    copy.git(*command.split()[1:])
    assert checked(against="origin/main") == 1
