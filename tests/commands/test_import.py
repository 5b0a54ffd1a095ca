"""`factcheck import`: a table becomes a corpus of YAML, whole or not at all."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.corpora import ROOT, run
from tests.drawing import size

TABLE = """source,subject,attribute,value,period,published,attributed_to,quote,prefix
Example Daily,Northwind,budget,85 million euros,2025,2026-01-05,,85 million euros,costs
Example Daily,Northwind,budget,90 million euros,2026,2026-01-05,,,
Example Wire,Northwind,budget,85 maybe,2025,2026-01-06,,,
Example Wire,Northwind,budget
Example Post,Northwind,budget,'=85 million euros,2025,2026-01-07,,,
Example Post,"North
wind",budget,1 million euros,2025,soon,,,
"""
KINDS = "kinds: {budget: money}\nevery_row: {language: en}\n"


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A table in the current folder, with four bad rows of six."""
    monkeypatch.chdir(tmp_path)
    path = Path("budget.csv")
    path.write_text(TABLE, "utf-8")
    Path("budget.map.yaml").write_text(KINDS, "utf-8")
    return path


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_good_rows_are_a_corpus_and_bad_ones_kept_apart(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("import", str(table)) == 3
    stated = capsys.readouterr()
    assert stated.out == "2 claims from 1 source written to claims\n"
    assert "4 bad rows kept apart in budget.bad.csv" in stated.err
    assert set(contents(Path("claims"))) == {
        "subjects.yaml",
        "attributes.yaml",
        "sources/example-daily.yaml",
    }
    with Path("budget.bad.csv").open(encoding="utf-8", newline="") as file:
        bad = list(csv.DictReader(file))
    assert [(row["row"], row["column"]) for row in bad] == [
        ("4", "4"),
        ("5", "4"),
        ("6", "4"),
        ("7", "2"),
        ("7", "6"),
    ] or [row["row"] for row in bad] == ["4", "5", "6", "7"]
    assert bad[0]["value"] == "85 maybe"
    assert all(row["message"] and row["hint"] for row in bad)
    assert bad[2]["value"] == "'=85 million euros"  # nothing that a spreadsheet would run
    assert run("check", "claims") == 0


def test_the_same_table_gives_the_same_bytes(table: Path) -> None:
    assert run("import", str(table), "-o", "one") == 3
    Path("budget.bad.csv").unlink()
    assert run("import", str(table), "-o", "two") == 3
    assert contents(Path("one")) == contents(Path("two"))


@pytest.mark.parametrize("there", ["claims/subjects.yaml", "budget.bad.csv"])
def test_nothing_that_stands_there_is_touched(
    table: Path, there: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(there).parent.mkdir(exist_ok=True)
    Path(there).write_text("mine", "utf-8")
    before = contents(Path())
    assert run("import", str(table)) == 2
    assert f"{there} stands there already, and nothing is written" in capsys.readouterr().err
    assert contents(Path()) == before


def test_a_column_that_nobody_knows_writes_nothing(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table.write_text(TABLE.replace("period", "year", 1), "utf-8")
    assert run("import", str(table)) == 3
    assert "unknown column 'year'" in capsys.readouterr().err
    assert not Path("claims").exists()
    assert not Path("budget.bad.csv").exists()


def test_a_mapping_from_elsewhere(table: Path) -> None:
    Path("elsewhere").mkdir()
    Path("budget.map.yaml").rename("elsewhere/names.yaml")
    assert run("import", str(table), "--map", "elsewhere/names.yaml") == 3
    assert Path("claims/sources/example-daily.yaml").is_file()
    assert run("import", str(table), "--map", "nowhere.yaml", "-o", "other") == 3
    assert not Path("other").exists()


def test_what_is_no_table_is_refused(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("import", "budget.map.yaml") == 2
    assert "is no table" in capsys.readouterr().err


COUNTRIES = "examples/countries"
EXPORTED = [
    ("claims", "csv"),
    ("claims", "jsonl"),
    ("claims", "parquet"),
    (COUNTRIES, "parquet"),
    (COUNTRIES, "csv"),
    (COUNTRIES, "jsonl"),
]


@pytest.mark.drawn
@pytest.mark.parametrize(("corpus", "ending"), EXPORTED[: size(4, 6)])
def test_an_exported_corpus_is_imported_with_the_same_findings(
    corpus: str, ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import shutil

    if ending == "parquet":
        pytest.importorskip("polars")
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / corpus, "copy")
    shutil.rmtree("copy/resolutions", ignore_errors=True)
    Path("copy/baseline.jsonl").unlink(missing_ok=True)
    table = f"copy/claims.{ending}"
    assert run("export", "copy", "-o", table, "-o", "findings-before.jsonl") == 0
    shutil.rmtree("copy/sources")
    assert run("import", table, "-o", "again") == 0
    assert run("export", "again", "-o", "findings-after.jsonl") == 0
    before = Path("findings-before.jsonl").read_text("utf-8")
    assert Path("findings-after.jsonl").read_text("utf-8") == before
    assert before.count("\n") > 10
