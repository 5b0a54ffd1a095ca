"""Tables of claims, positions and findings: what stands in them, and what a spreadsheet runs."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.corpus.tables.cells import escaped, undefused
from factcheck.model import Period
from factcheck.text.dates.edtf import read_edtf, write_edtf
from tests.corpora import add, contradict, found, run


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty corpus in the current folder."""
    monkeypatch.chdir(tmp_path)
    return found(tmp_path)


def _rows(file: str) -> list[dict[str, str]]:
    delimiter = "\t" if file.endswith(".tsv") else ","
    with Path(file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter=delimiter))


def test_claims_stand_as_the_source_wrote_them(corpus: Path) -> None:
    add(
        corpus,
        "Post",
        "id: a, attribute: budget, value: 1.200.000 EUR, language: de, period: dieses Jahr, "
        "as_of: 2026-01, quote: {exact: 'say \"1,2\"', prefix: they}, note: 'two, three'",
    )
    assert run("export", "-o", "claims.csv") == 0
    [row] = _rows("claims.csv")
    assert {key: cell for key, cell in row.items() if cell} == {
        "source": "post",
        "id": "a",
        "subject": "Northwind",
        "attribute": "budget",
        "value": "1.200.000 EUR",
        "period": "dieses Jahr",
        "as_of": "2026-01",
        "language": "de",
        "quote": 'say "1,2"',
        "prefix": "they",
        "note": "two, three",
        "outlet": "Post",
        "title": "T",
        "published": "2026-01-05",
        "genre": "news",
    }


def test_a_finding_has_a_row_for_each_side(corpus: Path) -> None:
    contradict(corpus)
    assert run("export", "-o", "findings.tsv", "-o", "positions.jsonl") == 0
    positions = [
        (r["finding"], r["rule"], r["fails"], r["side"], r["value"], r["sources"])
        for r in _rows("findings.tsv")
    ]
    id = positions[0][0]
    assert len(id) == 12
    assert positions == [
        (id, "quantity-mismatch", "", "1", "85 mn EUR", "post"),
        (id, "quantity-mismatch", "", "2", "150 mn EUR", "wire"),
    ]
    lines = Path("positions.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["sources"] for line in lines] == [["post"], ["wire"]]
    assert json.loads(lines[0])["side"] == 1, "a number stays a number for programs"


FORMULAS = ["=1+1", "+18 %", "-5 %", "@SUM(A1)", "'=1+1", "''-2", "\uff1d1+1"]


@pytest.mark.parametrize("value", FORMULAS)
def test_no_cell_runs_as_a_formula(corpus: Path, value: str) -> None:
    add(corpus, "Post", f'attribute: staff, value: "4", note: "{value}", conditions: "{value}"')
    assert run("export", "-o", "claims.csv", "-o", "claims.tsv", "-o", "claims.jsonl") == 0
    for file in ("claims.csv", "claims.tsv"):
        [row] = _rows(file)
        assert row["note"] == row["conditions"] == f"'{value}"
        assert undefused(row["note"]) == value
    assert json.loads(Path("claims.jsonl").read_text("utf-8"))["note"] == value


@given(st.text(alphabet="'=+-@\t\r\n a1", max_size=6))
def test_a_defused_cell_is_read_back_as_it_was(text: str) -> None:
    assert undefused(escaped(text)) == text
    assert escaped(text)[:1] not in ("=", "+", "-", "@", "\t", "\r", "\n")


@given(st.dates(), st.dates(), st.booleans())
def test_a_period_is_read_back_as_it_was(one: date, other: date, approximate: bool) -> None:
    period = Period(min(one, other), max(one, other), approximate)
    if (period.start, period.end) != (date.min, date.max):
        again = read_edtf(write_edtf(period))
        assert again == period and again is not None
        edges_open = period.start == date.min or period.end == date.max
        assert again.approximate == approximate or edges_open


@pytest.mark.parametrize("text", ["2025", "2025-10", "2025-10-07", "2026-01~", "../2024-05-01"])
def test_a_period_is_written_as_people_do(text: str) -> None:
    period = read_edtf(text)
    assert period is not None
    assert write_edtf(period) == text


@pytest.mark.parametrize(
    ("files", "stated"),
    [
        (("table.csv",), "'table.csv' does not say what to write: name it claims, positions or"),
        (("claims.xlsx",), "and end it in .csv, .tsv, .jsonl or .parquet."),
        (("claims.csv", "./claims.csv"), "Two tables go to one file"),
        (("claims/baseline.jsonl",), "belongs to what is checked"),
        (("no/such/claims.csv",), "cannot be written"),
    ],
)
def test_a_file_that_cannot_be_meant_is_refused(
    corpus: Path, files: tuple[str, ...], stated: str, capsys: pytest.CaptureFixture[str]
) -> None:
    contradict(corpus)
    arguments = [word for file in files for word in ("-o", file)]
    assert run("export", *arguments) == 2
    assert stated in capsys.readouterr().err
    assert list(Path().glob("*.csv")) == []


def test_one_table_that_cannot_be_written_leaves_the_others_as_they_were(corpus: Path) -> None:
    contradict(corpus)
    Path("claims.csv").write_text("old", "utf-8")
    assert run("export", "-o", "claims.csv", "-o", "no/such/findings.csv") == 2
    assert Path("claims.csv").read_text("utf-8") == "old"
    assert [path.name for path in Path().glob(".factcheck-*")] == []


def test_a_faulty_file_is_3_and_hides_no_claim(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    contradict(corpus)
    add(corpus, "Molo", "atribute: budget, value: 3 euros")
    assert run("export", "-o", "claims.csv") == 3
    assert "claims/sources/molo.yaml:3:" in capsys.readouterr().err
    assert [row["source"] for row in _rows("claims.csv")] == ["post", "wire"]
