"""`factcheck migrate`: old keys become today's, and a person's files stay theirs."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.against.repository import Repository
from tests.corpora import ROOT, run
from tests.corpus.old_corpus import turn_back

TODAY = ("--today", "2026-03-04")


@pytest.fixture
def old(corpus: Path) -> Path:
    """The corpus as an earlier version had it: awkward, with files of every kind, from Windows."""
    for file in (corpus / "sources").iterdir():
        file.unlink()
    for path, text in texts("before").items():
        (corpus / path).parent.mkdir(exist_ok=True)
        (corpus / path).write_bytes(text)
    return corpus


def texts(name: str) -> dict[str, bytes]:
    """Files of the folder `migrating`, with the line ends of Windows."""
    folder = Path(__file__).parent / "migrating" / name
    return {
        str(file.relative_to(folder)): file.read_bytes().replace(b"\n", b"\r\n")
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def files() -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in sorted(Path("claims").rglob("*")) if p.is_file()}


def test_an_awkward_corpus_keeps_all_but_its_old_keys(
    old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", *TODAY) == 3
    assert "factcheck migrate" in capsys.readouterr().out
    assert run("migrate") == 0
    assert capsys.readouterr().out.splitlines() == [
        "claims/attributes.yaml: 1 × covers added to key, 2 × perimeter → covers, "
        "3 × perimeters → coverages",
        "claims/baseline.jsonl: 1 × perimeter-mismatch → coverage-mismatch",
        "claims/resolutions/x.yaml: 1 × modality-gap → status-gap",
        "claims/sources/post.yaml: 3 × modality → status, 5 × perimeter → covers",
        "claims/table.map.yaml: 2 × modality → status, 1 × perimeter → coverage",
    ]
    for path, text in texts("after").items():
        assert (old / path).read_bytes() == text, path
    assert run("check", *TODAY) in (0, 1), "every file can be read"


def test_what_is_migrated_is_not_migrated_again(
    old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("migrate")
    before = files()
    capsys.readouterr()
    assert run("migrate") == 0
    assert capsys.readouterr().out == "Nothing is to be changed: all keys are those of today.\n"
    assert files() == before


@pytest.mark.parametrize("flag", ["--dry-run", "--diff"])
def test_it_shows_what_it_would_change_and_writes_nothing(
    old: Path, flag: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files()
    assert run("migrate", flag) == 0
    stated = capsys.readouterr().out.splitlines()
    assert "claims/resolutions/x.yaml: 1 × modality-gap → status-gap" in stated
    assert ("+    status:   planned  # not yet" in stated) == (flag == "--diff")
    assert ("-    modality:   planned  # not yet" in stated) == (flag == "--diff")
    assert files() == before


@pytest.mark.parametrize(
    ("claim", "says"),
    [
        ("modality: actual, status: planned", "'modality' stands beside 'status', which is"),
        ("perimeter: [a]", "'perimeter' stands beside 'covers', and is no text"),
        ("perimeter: a, covers: {text: b}", "'covers' stands beside 'perimeter', and is no text"),
        ('modality: actual, note: "\\u200b"', "a character that cannot be seen"),
    ],
)
def test_a_file_that_cannot_be_edited_is_named_and_left(
    old: Path, claim: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = old / "sources" / "quay.yaml"
    file.write_text(
        "source: {outlet: Quay, title: T, published: 2026-01-05, language: en}\nclaims:\n"
        "  - {subject: Northwind, attribute: staff, value: 1, modality: actual}\n"
        f"  - {{subject: Northwind, attribute: staff, value: 1, {claim}}}\n",
        "utf-8",
    )
    before = file.read_bytes()
    assert run("migrate") == 3
    stated = capsys.readouterr()
    assert "claims/sources/quay.yaml:4:" in stated.err
    assert says in stated.err
    assert "left as they are" in stated.err
    assert "claims/sources/post.yaml: 3 × modality → status" in stated.out
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "before", "after", "code"),
    [
        (
            "factcheck.toml",
            "# modality-gap is noisy\nignore = [\"modality-gap\", 'sum-mismatch']  # modality-gap\n"
            '[rules.perimeter-mismatch]\nseverity = "note"\n[subjects.northwind]\n'
            'ignore = ["perimeter-mismatch"]\n',
            "# modality-gap is noisy\nignore = [\"status-gap\", 'sum-mismatch']  # modality-gap\n"
            '[rules.coverage-mismatch]\nseverity = "note"\n[subjects.northwind]\n'
            'ignore = ["coverage-mismatch"]\n',
            0,
        ),
        (
            "pyproject.toml",
            'name = "modality-gap"\n[tool.other]\nignore = ["modality-gap"]\r\n[tool.factcheck]\r\n'
            'ignore = ["modality-gap"]\r\n[tool.factcheck.rules]\n'
            'perimeter-mismatch.severity = "note"\n[project]\nkeywords = ["modality-gap"]\n',
            'name = "modality-gap"\n[tool.other]\nignore = ["modality-gap"]\r\n[tool.factcheck]\r\n'
            'ignore = ["status-gap"]\r\n[tool.factcheck.rules]\ncoverage-mismatch.severity = "note"'
            '\n[project]\nkeywords = ["modality-gap"]\n',
            0,
        ),
        (
            "factcheck.toml",
            'ignore = ["modality-gap"]\n[sources.modality-gap]\nseverity = "note"\n',
            'ignore = ["modality-gap"]\n[sources.modality-gap]\nseverity = "note"\n',
            3,
        ),
        ("factcheck.toml", 'stale = "warn"\n', 'stale = "warn"\n', 0),
    ],
)
def test_settings_name_rules_as_they_are_called_today(
    corpus: Path, name: str, before: str, after: str, code: int
) -> None:
    Path(name).write_bytes(before.encode())
    assert run("migrate") == code
    assert Path(name).read_bytes().decode() == after


def test_no_link_is_written_through(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (old / "sources" / "post.yaml").rename("post.yaml")
    Path("post.yaml").rename(old / "kept")
    (old / "sources" / "post.yaml").symlink_to("../kept")
    before = files()
    assert run("migrate") == 2
    assert "claims/sources/post.yaml is a link" in capsys.readouterr().err
    assert files() == before


@pytest.mark.usefixtures("quiet_git")
@pytest.mark.parametrize("shipped", ["claims", "examples/countries"])
def test_the_gate_sees_no_change_in_a_shipped_corpus_that_is_migrated(
    shipped: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    repository = Repository(tmp_path / "desk")
    shutil.copytree(ROOT / shipped, repository.claims)
    monkeypatch.chdir(repository.root)
    today = files()
    turn_back(Path("claims"))
    assert files() != today
    repository.git("init", "-q")
    repository.commit()
    assert run("migrate") == 0
    assert files() == today
    repository.commit()
    capsys.readouterr()
    assert run("check", "--against", "HEAD~1", "--stale=error", "-o", "json") == 0
    found = json.loads(capsys.readouterr().out)
    assert {one["state"] for one in found["findings"]} <= {"known", "resolved"}
    assert len(found["findings"]) > 20


def test_without_the_attributes_nothing_is_changed(
    old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (old / "attributes.yaml").write_bytes(b"attributes: [\n")
    before = files()
    assert run("migrate") == 3
    assert "claims/attributes.yaml:2:1: this line does not fit" in capsys.readouterr().err
    assert files() == before


def test_of_a_table_its_map_is_rewritten(corpus: Path) -> None:
    Path("budget.csv").write_text("Source,Firm\npost,actual\n", "utf-8")
    Path("budget.map.yaml").write_text("columns: {source: Source, modality: Firm}\n", "utf-8")
    assert run("migrate", "budget.csv") == 0
    assert Path("budget.map.yaml").read_text("utf-8") == "columns: {source: Source, status: Firm}\n"


def test_what_the_loader_would_not_make_of_a_file_is_not_written(
    old: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from factcheck.corpus.revisions import migrating_files

    monkeypatch.setattr(migrating_files, "covers_of", lambda *_: "something else")
    before = (old / "sources" / "post.yaml").read_bytes()
    assert run("migrate") == 3
    assert "claims/sources/post.yaml:2:1: the old keys of this file" in capsys.readouterr().err
    assert (old / "sources" / "post.yaml").read_bytes() == before
