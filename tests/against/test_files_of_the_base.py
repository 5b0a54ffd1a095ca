"""What can be wrong with the files of a base, and what is made of it."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

import pytest

from tests.against.repository import Repository, checked, clash, notes, refused, stated, states
from tests.corpora import add, run, source

Out = pytest.CaptureFixture[str]
BUDGET, STAFF = "quantity-mismatch budget", "quantity-mismatch staff"


def test_a_broken_base_hides_nothing(repository: Repository, capsys: Out) -> None:
    """What cannot be read at the base is not known; the change that mends it is held to it."""
    post = repository.claims / "sources" / "post.yaml"
    right = post.read_text("utf-8")
    post.write_text(right.replace("attribute:", "atribute:"), "utf-8")
    repository.commit()
    repository.on_main()
    assert checked() == 3, "here it is broken, too"
    post.write_text(right, "utf-8")
    document = stated(capsys)
    assert states(document) == {BUDGET: "new"}
    assert notes(document)["faults-there"].startswith("At the base, files have errors (")
    assert "claims/sources/post.yaml:3:" in notes(document)["faults-there"]
    add(repository.claims, "Post", "attribute: budget, value: 150 million euros, period: 2025")
    assert checked() == 0, "mended without a clash, it passes"


@pytest.mark.parametrize("text", [b"{", b"\xff\xfe", b"a: [\n", b"\0"])
def test_a_base_that_is_no_yaml(repository: Repository, capsys: Out, text: bytes) -> None:
    (repository.claims / "sources" / "quay.yaml").write_bytes(text)
    repository.commit()
    repository.on_main()
    (repository.claims / "sources" / "quay.yaml").unlink()
    document = stated(capsys)
    assert states(document) == {BUDGET: "known"}
    assert "claims/sources/quay.yaml:" in notes(document)["faults-there"]


def test_a_broken_baseline_at_the_base(repository: Repository, capsys: Out) -> None:
    (repository.claims / "baseline.jsonl").write_text("{\n", "utf-8")
    repository.commit()
    repository.on_main()
    assert "baseline.jsonl:1:1: this is not a finding" in refused(capsys)
    (repository.claims / "baseline.jsonl").unlink()
    document = stated(capsys)
    assert states(document) == {BUDGET: "known"}
    assert "the baseline cannot be used" in notes(document)["faults-there"]


def test_a_folder_that_was_a_submodule(repository: Repository, tmp_path: Path, capsys: Out) -> None:
    other = Repository(tmp_path / "other")
    shutil.copytree(repository.claims / "sources", other.root)
    other.git("init", "-q", "-b", "main")
    other.commit()
    repository.git("rm", "-rq", "claims/sources")
    repository.git("submodule", "--quiet", "add", f"file://{other.root}", "claims/sources")
    repository.commit()
    repository.on_main()
    document = stated(capsys)
    assert states(document) == {BUDGET: "new"}
    assert "it is a submodule" in notes(document)["faults-there"]


def test_line_ends_of_the_disk(repository: Repository, capsys: Out) -> None:
    repository.git("config", "core.autocrlf", "true")
    for file in (repository.claims / "sources").iterdir():
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    document = stated(capsys)
    assert states(document) == {BUDGET: "known"}


def test_a_name_that_is_no_text(repository: Repository, capsys: Out) -> None:
    """Its source needs an id; with one, it is found again whatever its file is called."""
    clash(repository.claims)
    molo = repository.claims / "sources/molo.yaml"
    molo.write_text(molo.read_text("utf-8").replace("{outlet", "{id: molo, outlet", 1), "utf-8")
    odd = os.fsencode(repository.claims / "sources") + b"/m\xff\n x.yaml"
    molo.rename(os.fsdecode(odd))
    repository.commit()
    document = stated(capsys, against="HEAD")
    assert document["diagnostics"] == []
    assert states(document) == {BUDGET: "known", STAFF: "known"}
    assert states(stated(capsys)) == {BUDGET: "known", STAFF: "new"}


def test_links_in_the_tree(repository: Repository, tmp_path: Path, capsys: Out) -> None:
    sources = repository.claims / "sources"
    clash(repository.claims)
    (sources / "molo.yaml").rename(repository.claims / "kept.txt")
    (repository.claims / "kept.txt").rename(repository.claims / "sources" / ".molo.yaml")
    (sources / "molo.yaml").symlink_to(".molo.yaml")
    repository.commit()
    repository.on_main()
    assert states(stated(capsys)) == {BUDGET: "known", STAFF: "known"}
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
        diagnostic = notes(stated(capsys, against="HEAD"))["faults-there"]
        assert why in diagnostic, target
        assert "claims/sources/molo.yaml:1:1" in diagnostic


def test_a_folder_that_is_reached_by_a_link(repository: Repository, capsys: Out) -> None:
    repository.git("mv", "claims", "kept")
    (repository.root / "claims").symlink_to("kept")
    repository.commit()
    repository.on_main()
    clash(repository.claims)
    assert states(stated(capsys)) == {BUDGET: "known", STAFF: "new"}


def test_a_file_too_large_at_the_base(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    post = repository.claims / "sources" / "post.yaml"
    right = post.read_text("utf-8")
    post.write_text(right + "# " + "x" * 5000 + "\n", "utf-8")
    repository.commit()
    repository.on_main()
    post.write_text(right, "utf-8")
    monkeypatch.setattr("factcheck.corpus.plain_files.LARGEST", 4000)
    document = stated(capsys)
    assert states(document) == {BUDGET: "new"}
    assert "at most 64 MB are read" in notes(document)["faults-there"]


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
    document = stated(capsys)
    assert (states(document), list(notes(document))) == ({BUDGET: "known"}, ["base"])
    post.write_bytes(right.replace(b"85", b"86"))
    document = stated(capsys)
    assert states(document) == {BUDGET: "new"}
    assert "Git LFS keeps it elsewhere" in notes(document)["faults-there"]


QUOTED = "attribute: budget, value: 99 million euros, period: 2024, quote: 99 million euros"


def archived(repository: Repository, text: str) -> Path:
    """A source with an archived copy."""
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
    assert states(stated(capsys, "--archive", "archive")) == {BUDGET: "known", missing: "new"}
    repository.commit()
    repository.on_main()
    assert states(stated(capsys, "--archive", "archive")) == {BUDGET: "known", missing: "known"}


def test_kept_copies_that_git_does_not_keep(repository: Repository, capsys: Out) -> None:
    kept = archived(repository, "It cost much.")
    (repository.root / ".gitignore").write_text("archive/\n", "utf-8")
    repository.commit()
    repository.on_main()
    document = stated(capsys, "--archive", str(kept))
    assert states(document) == {BUDGET: "known", "quote-not-found budget": "known"}
    assert list(notes(document)) == ["base"]


def test_a_kept_copy_that_the_change_adds_makes_its_findings_new(
    repository: Repository, capsys: Out
) -> None:
    kept = archived(repository, "It cost much.")
    (kept / "other.txt").write_text("x", "utf-8")
    repository.git("add", "claims", "archive/other.txt")
    repository.git("commit", "-q", "-m", "Without the copy.")
    repository.on_main()
    document = stated(capsys, "--archive", "archive")
    assert states(document)["quote-not-found budget"] == "new"
    assert "'quay.txt': it is not there" in notes(document)["faults-there"]


def test_hostile_words_in_an_announcement_do_not_run(repository: Repository, capsys: Out) -> None:
    from factcheck.pipeline import run as report

    (finding,) = report(Path("claims")).summary.findings
    words = "::error::x ##[mask] <b> {0} {reason}"
    assert (
        run(
            "resolve",
            finding.id,
            "--decision",
            "all-right",
            "--reason",
            words,
            "--by",
            "::x::",
            "--today",
            "2026-03-04",
        )
        == 0
    )
    for format in ("github", "concise", "text", "markdown"):
        capsys.readouterr()
        checked("-o", format)
        out = capsys.readouterr().out
        assert "{reason}" in out or "&#123;reason&#125;" in out
        assert not [line for line in out.splitlines() if line.startswith("::error")]
        assert "##[" not in out
