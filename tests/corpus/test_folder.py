"""What is read from a disk, under which name, and what is said where nothing can be."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from factcheck.corpus import Files, MissingPath, load, read_files

HERE = Path(__file__).parent


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(HERE / "good", tmp_path / "claims")
    monkeypatch.chdir(tmp_path)
    return Path("claims")


def test_paths_are_shown_as_typed_and_sorted(corpus: Path) -> None:
    names = [
        "attributes.yaml",
        "origins.yaml",
        "relations.yaml",
        "sources/good.yaml",
        "subjects.yaml",
    ]
    assert list(read_files(corpus).texts) == [f"claims/{name}" for name in names]
    assert list(read_files(corpus.absolute()).texts) == [f"{corpus.absolute()}/{n}" for n in names]


def test_the_corpus_may_be_the_working_directory(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(corpus)
    loaded = load(read_files(Path()))
    assert [claim.name for claim in loaded.claims] == ["good/spending-2025", "good/staff"]
    assert loaded.claims[0].location.path == "sources/good.yaml"


@pytest.mark.parametrize(
    ("where", "typed", "registry"),
    [
        (".", "claims/sources/good.yaml", "claims/subjects.yaml"),
        ("claims", "sources/good.yaml", "subjects.yaml"),
        ("claims/sources", "good.yaml", "../subjects.yaml"),
    ],
)
def test_a_single_source_comes_with_its_registries(
    where: str, typed: str, registry: str, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(corpus / "sources/good.yaml", corpus / "sources/other.yaml")
    monkeypatch.chdir(where)
    files = read_files(Path(typed))
    assert typed in files.texts
    assert registry in files.texts
    assert len(files.texts) == 5
    loaded = load(files)
    assert loaded.diagnostics == ()
    assert {claim.source.id for claim in loaded.claims} == {"good"}


def test_a_single_source_may_replace_one_that_is_not_loaded(corpus: Path) -> None:
    later = (
        (corpus / "sources/good.yaml")
        .read_text()
        .replace("  language: en\n", "  language: en\n  replaces: good\n")
    )
    path = corpus / "sources/later.yaml"
    path.write_text(later)
    assert load(read_files(path)).diagnostics == ()


def test_hidden_files_are_left_alone(corpus: Path) -> None:
    (corpus / "sources/.#good.yaml").symlink_to("someone@host.123")
    (corpus / ".draft.yaml").write_text("x")
    assert read_files(corpus).diagnostics == ()


def test_a_missing_path_is_named(corpus: Path) -> None:
    with pytest.raises(MissingPath, match="there is no file or folder 'clams'"):
        read_files(Path("clams"))


def test_a_folder_that_is_no_corpus_says_what_is_expected(corpus: Path) -> None:
    Path("empty").mkdir()
    with pytest.raises(MissingPath, match=r"'empty' holds no corpus: .*subjects\.yaml"):
        read_files(Path("empty"))


@pytest.mark.parametrize("path", ["claims/subjects.yaml", "notes.txt"])
def test_a_file_that_is_no_source_is_refused(path: str, corpus: Path) -> None:
    Path("notes.txt").write_text("x")
    with pytest.raises(MissingPath, match="is not a source"):
        read_files(Path(path))


def test_a_folder_of_sources_that_leads_elsewhere_is_not_read(corpus: Path) -> None:
    shutil.move(corpus / "sources", "elsewhere")
    (corpus / "sources").symlink_to("../elsewhere")
    files = read_files(corpus)
    assert "claims/sources/good.yaml" not in files.texts
    assert [str(diagnostic) for diagnostic in files.diagnostics] == [
        "claims/sources/good.yaml:1:1: the link leaves the folder of the corpus\n"
        "  hint: copy the file there in place of the link"
    ]


def test_a_name_that_would_play_tricks_on_a_terminal_is_shown_escaped(corpus: Path) -> None:
    (corpus / "sources/a\x1b[2J.yaml").write_text("")
    assert "claims/sources/a<U+001B>[2J.yaml" in read_files(corpus).texts


def test_files_may_come_from_memory() -> None:
    texts = {
        path.relative_to(HERE / "good").as_posix(): path.read_bytes()
        for path in (HERE / "good").rglob("*.yaml")
    }
    loaded = load(Files(texts, ()))
    assert loaded.diagnostics == ()
    assert [claim.at("value").line for claim in loaded.claims] == [10, 16]
