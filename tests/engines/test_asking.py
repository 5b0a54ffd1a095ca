"""What is asked of an engine that it cannot do, or that is not there, is a sentence and exit 2."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.corpora import run

polars = pytest.importorskip("polars", reason="polars is not installed: make test installs it")

ROW = {
    "source": ["Post", "Wire"],
    "subject": ["Northwind"] * 2,
    "attribute": ["budget"] * 2,
    "value": ["85 million euros", "150 million euros"],
    "published": ["2026-01-05"] * 2,
}
KINDS = "kinds: {budget: money}\nevery_row: {language: en}\n"


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    polars.DataFrame(ROW).write_parquet("t.parquet")
    Path("t.map.yaml").write_text(KINDS, "utf-8")
    return "t.parquet"


def test_a_table_in_parquet_is_checked_as_it_is(
    table: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", table) == 1
    out = capsys.readouterr().out
    assert "t.parquet:1:4: error quantity-mismatch" in out
    assert "Against t.parquet:2:4." in out


def test_an_engine_finds_the_same(table: str, capsys: pytest.CaptureFixture[str]) -> None:
    run("check", table)
    plain = capsys.readouterr().out
    assert run("check", table, "--engine", "polars") == 1
    assert capsys.readouterr().out == plain


@pytest.mark.parametrize(
    ("asked", "stated"),
    [
        ("pandas", "there is no engine 'pandas': give one of polars, spark"),
        ("\x1b[31mduck", "there is no engine '[31mduck'"),
        ("duckdb", "there is no engine 'duckdb': give one of polars, spark"),
        ("dask=tcp://127.0.0.1:8786", "there is no engine 'dask': give one of polars, spark"),
        ("polars=spark://host:7077", "polars runs on this machine alone"),
    ],
)
def test_what_no_engine_can_do_is_said(
    table: str, asked: str, stated: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", table, "--engine", asked) == 2
    assert stated in capsys.readouterr().err


@pytest.mark.parametrize("hostile", ["spark=;rm -rf /", "spark=", "spark=$(touch x)", "spark=host"])
def test_a_hostile_address_is_never_called(
    table: str, hostile: str, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("pyspark")
    assert run("check", table, "--engine", hostile) == 2
    assert "is reached at an address such as" in capsys.readouterr().err


def test_a_missing_library_is_named_with_what_installs_it(
    table: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for module in ("parquet_files", "engines.polars"):  # those that import polars
        monkeypatch.delitem(sys.modules, f"factcheck.corpus.tables.{module}", raising=False)
    monkeypatch.setitem(sys.modules, "polars", None)
    assert run("check", table) == 2
    stated = "polars needs the package polars: pip install 'factcheck[tables]'"
    assert stated in capsys.readouterr().err


@pytest.mark.skipif(find_spec("pyspark") is not None, reason="Spark is installed here")
def test_spark_says_what_installs_it(table: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", table, "--engine", "spark") == 2
    assert "pip install 'factcheck[tables]' pyspark" in capsys.readouterr().err


def test_an_engine_is_for_tables_in_parquet(table: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("t.csv").write_text("source\n", "utf-8")
    assert run("check", "t.csv", "--engine", "polars") == 2
    assert "'t.csv' is text" in capsys.readouterr().err
    Path("claims/sources").mkdir(parents=True)
    assert run("check", "claims", "--engine", "polars") == 2
    assert "'claims' is no table" in capsys.readouterr().err


def test_a_column_of_floats_is_refused(table: str, capsys: pytest.CaptureFixture[str]) -> None:
    polars.DataFrame({**ROW, "value": [0.1, 0.3]}).write_parquet(table)
    assert run("check", table) == 3
    out = capsys.readouterr().out
    assert "t.parquet:1:4: error: the column 'value' holds Float64" in out


def test_what_is_no_parquet_is_a_fault(table: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path(table).write_bytes(b"PAR1 and nothing more")
    assert run("check", table) == 3
    assert "the file is no Parquet" in capsys.readouterr().out


def test_numbers_days_and_empty_cells_are_texts(
    table: str, capsys: pytest.CaptureFixture[str]
) -> None:
    from datetime import date

    row = {**ROW, "value": [85, None], "published": [date(2026, 1, 5)] * 2, "note": [None, None]}
    polars.DataFrame(row).write_parquet(table)
    Path("t.map.yaml").write_text("kinds: {budget: quantity}\nevery_row: {language: en}\n", "utf-8")
    assert run("check", table) == 3
    assert "t.parquet:2:4: error: " in capsys.readouterr().out


def test_what_is_exported_as_parquet_is_read_again(table: str) -> None:
    assert run("export", table, "-o", "claims.parquet", "-o", "findings.parquet") == 0
    claims = polars.read_parquet("claims.parquet")
    assert claims["value"].to_list() == ["85 million euros", "150 million euros"]
    found = polars.read_parquet("findings.parquet")
    assert found["fails"].to_list() == [False, False]
    assert found["sources"].to_list() == [["post"], ["wire"]]
    assert found["side"].to_list() == [1, 2]
