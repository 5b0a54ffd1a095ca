"""Which files of a corpus are read: every source, in folders as well; what is not read is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.corpora import add, found, run, source

Out = pytest.CaptureFixture[str]


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    found(tmp_path)
    add(Path("claims"), "Post", "attribute: budget, value: 85 million euros, period: 2025")
    return Path("claims")


def put(file: Path, value: str = "150 million euros") -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    text = source(file.stem, f"attribute: budget, value: {value}, period: 2025")
    file.write_text(text, "utf-8")


@pytest.mark.parametrize("below", ["2026", "2026/01", "europe/north/ports"])
def test_a_source_in_a_folder_below_is_compared(corpus: Path, capsys: Out, below: str) -> None:
    put(corpus / "sources" / below / "wire.yaml")
    assert run("check") == 1
    assert f"claims/sources/{below}/wire.yaml:3:" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("here", "typed"),
    [
        (".", "claims/sources/2026/wire.yaml"),
        ("claims", "sources/2026/wire.yaml"),
        ("claims/sources", "2026/wire.yaml"),
        ("claims/sources/2026", "wire.yaml"),
    ],
)
def test_it_is_checked_alone_from_wherever_one_stands(
    corpus: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch, here: str, typed: str
) -> None:
    put(corpus / "sources/2026/wire.yaml")
    monkeypatch.chdir(here)
    assert run("check", typed) == 0
    assert "1 claim from 1 source" in capsys.readouterr().out


@pytest.mark.parametrize("folder", [".git", "2026/.old"])
def test_hidden_folders_are_not_read(corpus: Path, folder: str) -> None:
    put(corpus / "sources" / folder / "wire.yaml")
    assert run("check") == 0


def test_a_folder_that_is_a_link_is_named(corpus: Path, capsys: Out) -> None:
    put(Path("elsewhere/wire.yaml"))
    (corpus / "sources/2026").symlink_to(Path("elsewhere").absolute())
    assert run("check") == 3
    assert "claims/sources/2026:1:1: error: the folder is a link" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["2026/wire.yml", "2026/wire.YAML", "wire.yml"])
def test_another_ending_is_named(corpus: Path, capsys: Out, name: str) -> None:
    put(corpus / "sources" / name)
    assert run("check") == 3
    assert f"claims/sources/{name}:1:1: error: the file is not read" in capsys.readouterr().out


def test_a_source_in_a_folder_of_another_name_is_named(corpus: Path, capsys: Out) -> None:
    put(corpus / "source/wire.yaml")
    assert run("check") == 3
    stated = capsys.readouterr().out
    assert "claims/source/wire.yaml:1:1: error: the file is not read: sources lie in" in stated


def test_other_yaml_in_other_folders_is_nobodys_business(corpus: Path) -> None:
    (corpus / "site").mkdir()
    (corpus / "site/mkdocs.yaml").write_text("site_name: x\nsource: y\n", "utf-8")
    assert run("check") == 0


@pytest.mark.parametrize(
    "written",
    ["01/12/2025", "1.12.2025", "12/2025", "December 1, 2025", "le 1 décembre"],
)
@pytest.mark.parametrize("key", ["published", "updated", "retracted"])
def test_a_day_in_a_header_is_edtf_or_an_error(
    corpus: Path, capsys: Out, key: str, written: str
) -> None:
    """Who reads "01/12/2025" decides which day it is, and what is old or new hangs on that."""
    head = {"outlet": "Molo", "title": "T", "published": "2026-01-05", "language": "en"}
    head[key] = written
    lines = "".join(f'  {k}: "{v}"\n' for k, v in head.items())
    (corpus / "sources/molo.yaml").write_text(f"source:\n{lines}claims: []\n", "utf-8")
    assert run("check") == 3
    assert f"'{key}': " in capsys.readouterr().out


@pytest.mark.parametrize("written", ["2025", "2025-12", "2025-12-01", "2025-12-01~", "202X"])
def test_edtf_is_read_in_a_header(corpus: Path, capsys: Out, written: str) -> None:
    text = source("Molo", "attribute: budget, value: 85 million euros, period: 2025")
    text = text.replace("2026-01-05", written)
    (corpus / "sources/molo.yaml").write_text(text, "utf-8")
    assert run("check") == 0, capsys.readouterr().out


@pytest.mark.parametrize("at", ["header", "claims", "end"])
def test_an_unfinished_merge_is_named(corpus: Path, capsys: Out, at: str) -> None:
    text = (corpus / "sources/post.yaml").read_text("utf-8").splitlines()
    marks = ["<<<<<<< HEAD", text[-1], "=======", text[-1], ">>>>>>> theirs"]
    where = {"header": 1, "claims": 2, "end": 3}[at]
    merged = [*text[:where], *marks, *text[where:]]
    (corpus / "sources/post.yaml").write_text("\n".join(merged) + "\n", "utf-8")
    assert run("check") == 3
    stated = capsys.readouterr().out
    assert (
        f"post.yaml:{where + 1}:1: error: git left a merge here that nobody has finished" in stated
    )
    assert stated.count("error:") == 1
