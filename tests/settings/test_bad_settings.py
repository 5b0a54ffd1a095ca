"""A gallery: settings that cannot be used, and the exact text that is read about each."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.corpora import run

HERE = Path(__file__).parent / "bad_files"
BAD = sorted(HERE.glob("*.toml"))


@pytest.mark.parametrize("file", BAD, ids=lambda file: file.stem)
def test_bad_settings(
    file: Path,
    golden: Callable[[Path, str], None],
    corpus: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("factcheck.toml").write_bytes(file.read_bytes())
    assert run("check") == 2
    stated = capsys.readouterr()
    assert stated.out == ""
    golden(file.with_suffix(".expected"), stated.err)


@pytest.mark.parametrize("file", BAD, ids=lambda file: file.stem)
def test_in_pyproject_each_fault_is_found_too(
    file: Path, corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same tables one level down: the same sentences, with the key as that file has it."""
    if file.stem in ("not_toml", "a_key_twice"):
        pytest.skip("the parser words these")
    text = re.sub(r"(?m)^\[", "[tool.factcheck.", file.read_text("utf-8"))
    Path("pyproject.toml").write_text(f"[tool.factcheck]\n{text}", "utf-8")
    assert run("check") == 2
    stated = capsys.readouterr().err
    assert stated.count("pyproject.toml: tool.factcheck.") == stated.count("pyproject.toml")
    stated = stated.replace("pyproject.toml: tool.factcheck.", "factcheck.toml: ")
    stated = stated.replace("[tool.factcheck.", "[")
    assert stated == file.with_suffix(".expected").read_text("utf-8")


def test_both_files_at_once(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("factcheck.toml").write_text("", "utf-8")
    Path("pyproject.toml").write_text('[tool.other]\nx = 1\n\n[tool.factcheck]\nstale = "warn"\n')
    assert run("check") == 2
    assert capsys.readouterr().err == (
        "Error: pyproject.toml: tool.factcheck: there are settings in factcheck.toml too, "
        "and only one file may have them\n"
        "  hint: move all of them to one of the two\n"
    )


def test_two_files_in_two_folders(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("factcheck.toml").write_text("", "utf-8")
    (corpus / "factcheck.toml").write_text("", "utf-8")
    assert run("check") == 2
    assert "settings in claims/factcheck.toml too" in capsys.readouterr().err


def test_a_file_that_cannot_be_read(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("factcheck.toml").mkdir()
    assert run("check") == 2
    assert capsys.readouterr().err.startswith("Error: factcheck.toml: this is a folder")


@pytest.mark.parametrize(
    ("content", "stated"),
    [
        (b"stale = \xff\n", "factcheck.toml: this is not UTF-8 text"),
        (b"x = " + b"[" * 100_000, "factcheck.toml: the brackets are nested too deeply"),
        (b"#" * 1_100_000, "factcheck.toml: the file is larger than 1 MB"),
        (b"x = " + b"9" * 5000, "factcheck.toml: this is not TOML"),
        (
            b"[rules.sum-mismatch]\nsmallest-miss = 1e999999",
            "factcheck.toml: rules.sum-mismatch.smallest-miss: '1E+999999' is no share",
        ),
        (b"[tool]", "factcheck.toml: tool: unknown key 'tool' in the settings"),
    ],
    ids=["latin-1", "brackets", "large", "digits", "exponent", "table"],
)
def test_hostile_files(
    content: bytes, stated: str, corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("factcheck.toml").write_bytes(content)
    assert run("check") == 2
    assert stated in capsys.readouterr().err


def test_a_source_that_is_not_there(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = '[sources.wier]\nignore = ["near-key"]\n[subjects.northwand]\nseverity = "note"\n'
    Path("factcheck.toml").write_text(text, "utf-8")
    assert run("check", "-o", "text") == 3
    stated = capsys.readouterr().out
    assert (
        "factcheck.toml:1:1: sources.wier: there is no source 'wier' to set anything for" in stated
    )
    assert "did you mean 'wire'?" in stated
    assert "subjects.northwand: there is no subject 'northwand' to set anything for" in stated
