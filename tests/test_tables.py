"""A table goes through every command as a folder of YAML does."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.corpora import ROOT, run

KINDS = "kinds: {budget: money}\nevery_row: {language: en}\n"
TABLE = """source,subject,attribute,value,period,published
Example Daily,Northwind,budget,85 million euros,2025,2026-01-05
Example Wire,Northwind,budget,150 million euros,2025,2026-01-06
Example Post,Northwind,budget,about 85m euros,2025,2026-01-07
"""


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A table in the current folder on which two sides clash."""
    monkeypatch.chdir(tmp_path)
    Path("budget.csv").write_text(TABLE, "utf-8")
    Path("budget.map.yaml").write_text(KINDS, "utf-8")
    return "budget.csv"


@pytest.mark.parametrize("ending", ["csv", "tsv", "jsonl"])
@pytest.mark.parametrize("corpus", ["claims", "examples/countries"])
def test_exported_claims_give_the_findings_of_their_yaml(
    corpus: str, ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / corpus, "copy")
    assert run("export", "copy", "-o", f"copy/claims.{ending}", "-o", "findings-yaml.jsonl") == 0
    shutil.rmtree("copy/sources")
    tables = ("findings-table.jsonl", "positions-table.jsonl", f"claims-again.{ending}")
    written = [word for file in tables for word in ("-o", file)]
    assert run("export", f"copy/claims.{ending}", *written) == 0
    expected = Path("findings-yaml.jsonl").read_text("utf-8")
    assert expected.count("\n") > 10
    assert Path("findings-table.jsonl").read_text("utf-8") == expected
    again = Path(f"claims-again.{ending}").read_bytes()
    assert again == Path(f"copy/claims.{ending}").read_bytes()


def test_a_clash_in_a_table_is_1_with_both_places(
    table: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", table) == 1
    out = capsys.readouterr().out
    assert "budget.csv:4:4: error quantity-mismatch: Sources disagree on budget of Northwind" in out
    assert "Against budget.csv:3:4." in out


def test_a_bad_row_is_3_and_the_others_are_compared(
    table: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(table).write_text(TABLE + "Molo,Northwind,budget,85 maybe,2025,2026-01-05\n", "utf-8")
    assert run("check", table) == 3
    out = capsys.readouterr().out
    assert "budget.csv:5:4: " in out
    assert "quantity-mismatch" in out


def test_a_table_without_rows_is_5(table: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path(table).write_text(TABLE.splitlines()[0] + "\n", "utf-8")
    assert run("check", table) == 5
    assert "There is nothing to check" in capsys.readouterr().err


def test_a_decision_on_a_finding_of_a_table_holds(table: str) -> None:
    assert run("export", table, "-o", "findings.tsv") == 0
    id = Path("findings.tsv").read_text("utf-8").splitlines()[1].split("\t")[0]
    stated = ("--decision", "all-right", "--reason", "They count two things.", "--by", "A. Berg")
    assert run("resolve", id, table, *stated) == 0
    assert Path("resolutions", f"{id}.yaml").is_file()
    assert run("check", table) == 0


def test_a_report_on_a_table(table: str) -> None:
    assert run("report", table, "-o", "r.html") == 0
    assert "Example Wire" in Path("r.html").read_text("utf-8")


def test_a_table_is_never_replaced(table: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path(table).rename("claims.csv")
    Path("budget.map.yaml").rename("claims.map.yaml")
    assert run("export", "claims.csv", "-o", "claims.csv") == 2
    assert "belongs to what is checked" in capsys.readouterr().err
    assert Path("claims.csv").read_text("utf-8") == TABLE


def test_a_table_has_no_earlier_commit(table: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", table, "--against", "HEAD") == 2
    assert "'budget.csv' is a table: only a folder is compared" in capsys.readouterr().err


def test_the_story_of_the_page_is_true(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    page = (ROOT / "docs" / "tables.md").read_text("utf-8")
    table, mapping, stated = re.findall(r"```\w*\n(.*?)```", page, re.DOTALL)[:3]
    Path("budget.csv").write_text(table, "utf-8")
    Path("budget.map.yaml").write_text(mapping, "utf-8")
    assert run("check", "budget.csv") == 3
    assert capsys.readouterr().out == stated


REGISTRIES = {
    "subjects.yaml": "subjects: [{id: northwind, label: Northwind}]\n",
    "attributes.yaml": "attributes: [{id: budget, label: budget, kind: money, key: [covers],\n"
    "  coverages: [{id: ships, label: ships}, {id: dock, label: dock, words: {en: [quay]}}]}]\n",
}


@pytest.mark.parametrize("columns", [("status", "coverage"), ("modality", "perimeter")])
@pytest.mark.parametrize("mapped", [False, True])
def test_a_table_and_its_map_may_call_columns_as_they_were_called(
    columns: tuple[str, str], mapped: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in REGISTRIES.items():
        Path(name).write_text(text, "utf-8")
    head = ("how", "what") if mapped else columns
    named = f"columns: {{{columns[0]}: how, {columns[1]}: what}}\n" if mapped else ""
    Path("t.map.yaml").write_text(f"every_row: {{language: en}}\n{named}", "utf-8")
    Path("t.csv").write_text(
        f"source,subject,attribute,value,published,covers,{head[0]},{head[1]}\n"
        "A,Northwind,budget,9 EUR,2026-01-05,two boats,planned,ships\n"
        "B,Northwind,budget,9 EUR,2026-01-05,,planned,ships\n"
        "C,Northwind,budget,9 EUR,2026-01-05,the quay,planned,\n"
        "D,Northwind,budget,9 EUR,2026-01-05,Quay,,\n",
        "utf-8",
    )
    assert run("export", "t.csv", "-o", "claims.jsonl") == 0
    rows = [json.loads(line) for line in Path("claims.jsonl").read_text("utf-8").splitlines()]
    assert [(row.get("covers"), row.get("coverage"), row.get("status")) for row in rows] == [
        ("two boats", "ships", "planned"),
        (None, "ships", "planned"),
        ("the quay", None, "planned"),
        ("Quay", "dock", None),
    ]


SOURCE = """\
source:
  outlet: Quay Wire
  title: T
  published: 2026-01-05
  language: en
  primary: true
  fiscal_year_named_by: start
  curated_by: [curation-1, curation-2]
  settled_by: third-reading
  text_sha256: TEXT
claim_defaults: {status: confirmed, excludes: quay}
claims:
  - {id: a, subject: Northwind, attribute: budget, value: 9 EUR, conditions: [if paid, by May]}
  - {id: b, subject: Northwind, attribute: budget, value: 9 EUR, excludes: "=the | roof"}
  - {id: c, subject: Northwind, attribute: budget, value: 9 EUR, fiscal_year_named_by: end}
  - {id: d, subject: Northwind, attribute: budget, value: 9 EUR, draft: true}
""".replace("TEXT", "a" * 64)


@pytest.mark.parametrize("ending", ["csv", "tsv", "jsonl", "parquet"])
def test_what_is_exported_is_read_again(
    ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in {**REGISTRIES, "sources/wire.yaml": SOURCE}.items():
        file = Path("claims") / name
        file.parent.mkdir(exist_ok=True, parents=True)
        file.write_text(text, "utf-8")
    assert run("export", "claims", "-o", f"claims/claims.{ending}", "-o", "claims.jsonl") == 0
    before = Path("claims.jsonl").read_text("utf-8")
    rows = {row["id"]: row for row in map(json.loads, before.splitlines())}
    assert list(rows) == ["a", "b", "c"], "a draft is not exported"
    assert [rows[id]["fiscal_year_named_by"] for id in "abc"] == ["start", "start", "end"]
    assert (rows["a"]["excluded"], rows["a"]["excludes"]) == ("dock", "quay")
    assert rows["a"]["conditions"] == ["if paid", "by May"]
    assert (rows["b"]["excludes"], rows["b"]["status"]) == ("=the | roof", "confirmed")
    shutil.rmtree("claims/sources")
    assert run("export", f"claims/claims.{ending}", "-o", "claims.jsonl") == 0
    assert Path("claims.jsonl").read_text("utf-8") == before
