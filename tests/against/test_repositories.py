"""Every kind of repository, tree and ref that a desk has: a result, or a sentence."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

import pytest

from tests.against.repository import Repository, checked, clash, refused, said, states, told
from tests.corpora import add, found, run, source

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
        assert states(said(capsys, path)) == {BUDGET: "known", STAFF: "new"}, path


def test_claims_that_are_the_repository(
    tmp_path: Path, repository: Repository, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    root = Repository(tmp_path / "whole")
    shutil.copytree(repository.claims, root.root)
    root.git("init", "-q", "-b", "main")
    root.commit()
    monkeypatch.chdir(root.root)
    clash(root.root)
    assert states(said(capsys, ".")) == {BUDGET: "known", STAFF: "new"}


def test_no_claims_at_the_base(repository: Repository, capsys: Out) -> None:
    repository.git("mv", "claims", "facts")
    repository.commit()
    document = said(capsys, "facts")
    assert set(states(document).values()) == {"new"}
    assert "there were no claims in this place" in told(document)["no-corpus-there"]


def test_a_name_that_begins_like_that_of_the_folder(repository: Repository, capsys: Out) -> None:
    found(repository.root / "x")
    shutil.move(repository.root / "x/claims", repository.root / "claims-old")
    clash(repository.root / "claims-old")
    repository.commit()
    repository.on_main()
    clash(repository.claims)
    assert states(said(capsys)) == {BUDGET: "known", STAFF: "new"}


def test_a_broken_base_hides_nothing(repository: Repository, capsys: Out) -> None:
    """What cannot be read at the base is not known; the change that mends it is held to it."""
    post = repository.claims / "sources" / "post.yaml"
    right = post.read_text("utf-8")
    post.write_text(right.replace("attribute:", "atribute:"), "utf-8")
    repository.commit()
    repository.on_main()
    assert checked() == 3, "here it is broken, too"
    post.write_text(right, "utf-8")
    document = said(capsys)
    assert states(document) == {BUDGET: "new"}
    assert told(document)["faults-there"].startswith("At the base, files have faults (")
    assert "claims/sources/post.yaml:3:" in told(document)["faults-there"]
    add(repository.claims, "Post", "attribute: budget, value: 150 million euros, period: 2025")
    assert checked() == 0, "mended without a clash, it passes"


@pytest.mark.parametrize("text", [b"{", b"\xff\xfe", b"a: [\n", b"\0"])
def test_a_base_that_is_no_yaml(repository: Repository, capsys: Out, text: bytes) -> None:
    (repository.claims / "sources" / "quay.yaml").write_bytes(text)
    repository.commit()
    repository.on_main()
    (repository.claims / "sources" / "quay.yaml").unlink()
    document = said(capsys)
    assert states(document) == {BUDGET: "known"}
    assert "claims/sources/quay.yaml:" in told(document)["faults-there"]


def test_a_broken_baseline_at_the_base(repository: Repository, capsys: Out) -> None:
    (repository.claims / "baseline.jsonl").write_text("{\n", "utf-8")
    repository.commit()
    repository.on_main()
    assert "baseline.jsonl:1:1: this is not a finding" in refused(capsys)
    (repository.claims / "baseline.jsonl").unlink()
    document = said(capsys)
    assert states(document) == {BUDGET: "known"}
    assert "the baseline cannot be used" in told(document)["faults-there"]


def test_a_worktree(repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                    capsys: Out) -> None:  # fmt: skip
    repository.git("worktree", "add", "-q", "-b", "third", str(tmp_path / "tree"), "main")
    monkeypatch.chdir(tmp_path / "tree")
    clash(tmp_path / "tree/claims")
    assert states(said(capsys)) == {BUDGET: "known", STAFF: "new"}


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
    document = said(capsys, "desk/claims", against="origin/main")
    assert states(document) == {BUDGET: "known", STAFF: "new"}


def test_a_folder_that_was_a_submodule(repository: Repository, tmp_path: Path, capsys: Out) -> None:
    other = Repository(tmp_path / "other")
    shutil.copytree(repository.claims / "sources", other.root)
    other.git("init", "-q", "-b", "main")
    other.commit()
    repository.git("rm", "-rq", "claims/sources")
    repository.git("submodule", "--quiet", "add", f"file://{other.root}", "claims/sources")
    repository.commit()
    repository.on_main()
    document = said(capsys)
    assert states(document) == {BUDGET: "new"}
    assert "it is a submodule" in told(document)["faults-there"]


def test_another_repository_in_the_environment(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    """A hook runs with GIT_DIR and GIT_INDEX_FILE of the repository that it belongs to."""
    clash(repository.claims)
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "none"))
    monkeypatch.setenv("GIT_WORK_TREE", str(tmp_path))
    assert states(said(capsys)) == {BUDGET: "known", STAFF: "new"}


def test_nothing_of_the_repository_is_run(repository: Repository, capsys: Out) -> None:
    trap = repository.root / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {repository.root}/sprung\ncat\n", "utf-8")
    trap.chmod(0o755)
    (repository.root / ".gitattributes").write_text("*.yaml filter=x diff=x\n", "utf-8")
    repository.commit()
    for key in ("core.fsmonitor", "core.pager", "core.sshCommand", "filter.x.smudge",
                "filter.x.process", "diff.x.textconv"):  # fmt: skip
        repository.git("config", key, str(trap))
    hooks = repository.root / ".git/hooks"
    hooks.mkdir(exist_ok=True)
    for hook in ("post-index-change", "reference-transaction", "post-checkout"):
        shutil.copy(trap, hooks / hook)
    assert states(said(capsys)) == {BUDGET: "known"}
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
    said(capsys)
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


def test_line_ends_of_the_disk(repository: Repository, capsys: Out) -> None:
    repository.git("config", "core.autocrlf", "true")
    for file in (repository.claims / "sources").iterdir():
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    document = said(capsys)
    assert states(document) == {BUDGET: "known"}


def test_a_name_that_is_no_text(repository: Repository, capsys: Out) -> None:
    """Its source needs an id; with one, it is found again whatever its file is called."""
    clash(repository.claims)
    molo = repository.claims / "sources/molo.yaml"
    molo.write_text(molo.read_text("utf-8").replace("{outlet", "{id: molo, outlet", 1), "utf-8")
    odd = os.fsencode(repository.claims / "sources") + b"/m\xff\n x.yaml"
    molo.rename(os.fsdecode(odd))
    repository.commit()
    document = said(capsys, against="HEAD")
    assert document["diagnostics"] == []
    assert states(document) == {BUDGET: "known", STAFF: "known"}
    assert states(said(capsys)) == {BUDGET: "known", STAFF: "new"}


def test_links_in_the_tree(repository: Repository, tmp_path: Path, capsys: Out) -> None:
    sources = repository.claims / "sources"
    clash(repository.claims)
    (sources / "molo.yaml").rename(repository.claims / "kept.txt")
    (repository.claims / "kept.txt").rename(repository.claims / "sources" / ".molo.yaml")
    (sources / "molo.yaml").symlink_to(".molo.yaml")
    repository.commit()
    repository.on_main()
    assert states(said(capsys)) == {BUDGET: "known", STAFF: "known"}
    for target, why in (
        ("../../outside.yaml", "the link leaves the folder of the corpus"),
        ("/etc/passwd", "the link leaves the folder of the corpus"),
        ("nothing.yaml", "it is not there"),
        ("molo.yaml", "the link leads nowhere"),
        ("../sources", "it is a folder, or a link to one"),
    ):
        (sources / "molo.yaml").unlink()
        (sources / "molo.yaml").symlink_to(target)
        repository.commit()
        fault = told(said(capsys, against="HEAD"))["faults-there"]
        assert why in fault, target
        assert "claims/sources/molo.yaml:1:1" in fault


def test_a_folder_that_is_reached_by_a_link(repository: Repository, capsys: Out) -> None:
    repository.git("mv", "claims", "kept")
    (repository.root / "claims").symlink_to("kept")
    repository.commit()
    repository.on_main()
    clash(repository.claims)
    assert states(said(capsys)) == {BUDGET: "known", STAFF: "new"}


def test_a_file_too_large_at_the_base(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    post = repository.claims / "sources" / "post.yaml"
    right = post.read_text("utf-8")
    post.write_text(right + "# " + "x" * 5000 + "\n", "utf-8")
    repository.commit()
    repository.on_main()
    post.write_text(right, "utf-8")
    monkeypatch.setattr("factcheck.loading.folder.LARGEST", 4000)
    document = said(capsys)
    assert states(document) == {BUDGET: "new"}
    assert "at most 64 MB are read" in told(document)["faults-there"]


def pointer(content: bytes) -> bytes:
    """What LFS commits in place of a file."""
    id = hashlib.sha256(content).hexdigest()
    head = "version https://git-lfs.github.com/spec/v1\n"
    return f"{head}oid sha256:{id}\nsize {len(content)}\n".encode()


def test_pointers_of_lfs(repository: Repository, capsys: Out) -> None:
    """A pointer names its content by a digest: a file on the disk with this digest is it."""
    post = repository.claims / "sources" / "post.yaml"
    right = post.read_bytes()
    post.write_bytes(pointer(right))
    repository.commit()
    repository.on_main()
    post.write_bytes(right)
    document = said(capsys)
    assert (states(document), list(told(document))) == ({BUDGET: "known"}, ["base"])
    post.write_bytes(right.replace(b"85", b"86"))
    document = said(capsys)
    assert states(document) == {BUDGET: "new"}
    assert "Git LFS keeps it elsewhere" in told(document)["faults-there"]


QUOTED = "attribute: budget, value: 99 million euros, period: 2024, quote: 99 million euros"


def archived(repository: Repository, text: str) -> Path:
    """A source with a kept copy."""
    kept = repository.root / "archive"
    kept.mkdir(exist_ok=True)
    (kept / "quay.txt").write_text(text, "utf-8")
    head = source("Quay", QUOTED).replace(
        "language: en}", "language: en, archive: {file: quay.txt}}"
    )
    (repository.claims / "sources" / "quay.yaml").write_text(head, "utf-8")
    return kept


def test_kept_copies_are_those_of_each_side(repository: Repository, capsys: Out) -> None:
    kept = archived(repository, "It cost 99 million euros.")
    repository.commit()
    repository.on_main()
    (kept / "quay.txt").write_text("It cost much.", "utf-8")
    missing = "quote-not-found budget"
    assert states(said(capsys, "--archive", "archive")) == {BUDGET: "known", missing: "new"}
    repository.commit()
    repository.on_main()
    assert states(said(capsys, "--archive", "archive")) == {BUDGET: "known", missing: "known"}


def test_kept_copies_that_git_does_not_keep(repository: Repository, capsys: Out) -> None:
    kept = archived(repository, "It cost much.")
    (repository.root / ".gitignore").write_text("archive/\n", "utf-8")
    repository.commit()
    repository.on_main()
    document = said(capsys, "--archive", str(kept))
    assert states(document) == {BUDGET: "known", "quote-not-found budget": "known"}
    assert list(told(document)) == ["base"]


def test_a_kept_copy_that_the_change_adds_makes_its_findings_new(
    repository: Repository, capsys: Out
) -> None:
    kept = archived(repository, "It cost much.")
    (kept / "other.txt").write_text("x", "utf-8")
    repository.git("add", "claims", "archive/other.txt")
    repository.git("commit", "-q", "-m", "Without the copy.")
    repository.on_main()
    document = said(capsys, "--archive", "archive")
    assert states(document)["quote-not-found budget"] == "new"
    assert "'quay.txt': it is not there" in told(document)["faults-there"]


def test_hostile_words_in_an_announcement_do_not_run(repository: Repository, capsys: Out) -> None:
    from factcheck.pipeline import run as report

    (finding,) = report(Path("claims")).findings
    words = "::error::x ##[mask] <b> {0} {reason}"
    assert run("resolve", finding.id, "--decision", "all-right", "--reason", words, "--by", "::x::",
               "--today", "2026-03-04") == 0  # fmt: skip
    for format in ("github", "concise", "text", "markdown"):
        capsys.readouterr()
        checked("-o", format)
        out = capsys.readouterr().out
        assert "{reason}" in out or "&#123;reason&#125;" in out
        assert not [line for line in out.splitlines() if line.startswith("::error")]
        assert "##[" not in out
