"""A large table gives the findings of a whole run, but for what docs/tables.md says it does not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.corpus.tables.screening import limits
from tests.corpora import run
from tests.drawing import chance, size

SETTLED = "agree with their topics: only their intervals were compared."
KINDS = "kinds: {budget: money, staff: quantity, chief: name}\nevery_row: {language: en}\n"
HEADER = ("source", "subject", "attribute", "value", "period", "published", "status", "draft")
TRUE = ("85 million euros", "about 85m euros", "more than 80 million euros", "EUR 85,000,000")
CHIEFS = ("Anna Berg", "Anna Berg", "Anna Berg", "Bruno Molo")


def rows(count: int, seed: int) -> list[dict[str, str]]:
    """Rows of which most agree: each subject has one figure for each year, in several forms."""
    draw = chance(seed)
    found = []
    for number in range(count):
        subject, attribute = draw.randrange(60), draw.choice(("budget", "staff", "chief"))
        year = draw.choice(("2024", "2025"))
        value = {
            "budget": draw.choice(TRUE),
            "staff": f"{1_000 + 10 * subject + (year == '2025')}",
            "chief": CHIEFS[subject % 3],
        }[attribute]
        if number % 97 == 0:
            value = {"budget": "150 million euros", "staff": "7", "chief": "Bruno Molo"}[attribute]
        status = "denied" if number % 211 == 0 else "trial" if number % 199 == 0 else ""
        draft = "true" if number % 89 == 0 else ""
        if draft:  # which would clash, were it a claim
            value = {"budget": "3 million euros", "staff": "5", "chief": "Carla Faro"}[attribute]
        cells = (f"paper-{number}", f"Company {subject}", attribute, value, year, "2026-01-05")
        found.append(dict(zip(HEADER, (*cells, status, draft), strict=True)))
    return found


def write(path: Path, table: list[dict[str, str]]) -> None:
    """The table in the format that the path's ending names."""
    match path.suffix:
        case ".csv":
            lines = [",".join(HEADER)]
            lines += [",".join(f'"{row[key]}"' for key in HEADER) for row in table]
            path.write_text("\n".join(lines) + "\n", "utf-8")
        case ".jsonl":
            stated = ({key: text for key, text in row.items() if text} for row in table)
            path.write_text("".join(json.dumps(row) + "\n" for row in stated), "utf-8")
        case ".parquet":
            polars = pytest.importorskip("polars")
            polars.DataFrame(table).write_parquet(path)
    path.with_suffix(".map.yaml").write_text(KINDS, "utf-8")


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every table is a large one."""
    monkeypatch.setattr("factcheck.corpus.plain_files.LARGEST", 2_000)
    monkeypatch.setattr("factcheck.corpus.tables.screening.parquet_tables.MOST_LOOKED_AT", 10)


def findings(file: Path) -> dict[str, tuple[str, str, str]]:
    found = json.loads(file.read_text("utf-8"))["findings"]
    return {f["id"]: (f["rule"], f["verdict"], f["message"]) for f in found}


@pytest.mark.drawn
@pytest.mark.parametrize("ending", ["csv", "jsonl", "parquet"])
@pytest.mark.parametrize("seed", range(size(1, 10)))
def test_no_clash_is_lost_and_none_added(
    ending: str, seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write(Path(f"t.{ending}"), rows(1_500, seed))
    assert run("check", f"t.{ending}", "-o", "json:whole.json") == 1
    monkeypatch.setattr("factcheck.corpus.plain_files.LARGEST", 2_000)
    monkeypatch.setattr("factcheck.corpus.tables.screening.parquet_tables.MOST_LOOKED_AT", 10)
    assert run("check", f"t.{ending}", "-o", "json:screened.json") == 1
    whole, screened = findings(Path("whole.json")), findings(Path("screened.json"))
    assert len(screened) > 20
    assert screened.items() <= whole.items()
    lost = {stated[:2] for id, stated in whole.items() if id not in screened for stated in [stated]}
    assert {verdict for _, verdict in lost} <= {"scope-differs", "undetermined"}
    assert {rule for rule, v in lost if v == "undetermined"} <= {"period-shift", "near-key"}
    summary = json.loads(Path("screened.json").read_text("utf-8"))["summary"]
    assert summary["rows"] == 1_500
    assert 0 < summary["rows-settled"] < 1_500
    assert summary["claims"] + summary.get("drafts", 0) + summary["rows-settled"] == 1_500


def test_what_was_not_looked_at_is_said(
    tmp_path: Path, large: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    write(Path("t.csv"), rows(1_500, 1))
    run("check", "t.csv")
    assert SETTLED in capsys.readouterr().out
    assert run("report", "t.csv", "-o", "r.html") == 0
    assert "Rows of topics in which all agree" in Path("r.html").read_text("utf-8")


def test_bad_rows_are_named_with_line_and_column(
    tmp_path: Path, large: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    table = rows(300, 1)
    table[100] |= {"attribute": "budget", "value": "85 maybe"}
    table[101]["period"] = "the day after"
    table[102]["published"] = "soon"
    table[103]["status"] = "certain"
    table[104]["subject"] = ""
    table[105]["attribute"] = "height"
    table[106]["source"] = ""
    write(Path("t.csv"), table)
    text = (
        Path("t.csv").read_text("utf-8")
        + "a,b\n"
        + '"x\u200b",Company 1,staff,7,2025,2026-01-05,,\n'
    )
    Path("t.csv").write_text(text, "utf-8")
    assert run("check", "t.csv") == 3
    out = capsys.readouterr().out
    expected = [
        "102:4: ",
        "103:5: ",
        "104:6: ",
        "105:7: ",
        "106:2: ",
        "107:3: ",
        "108:1: ",
        "302:3: ",
        "303:1: ",
    ]
    assert [line for line in expected if f"t.csv:{line}error" not in out] == []


def test_no_more_bad_rows_are_named_than_anybody_reads(
    tmp_path: Path, large: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for module in ("streaming", "screen", "columnar"):
        monkeypatch.setattr(f"factcheck.corpus.tables.screening.{module}.MOST_BAD", 5)
    table = [
        {**row, "value": "85 maybe"} if n % 10 == 0 else row for n, row in enumerate(rows(300, 1))
    ]
    bad = sum(row["value"] == "85 maybe" and row["attribute"] == "budget" for row in table)
    for path in (Path("t.csv"), Path("t.parquet")):
        write(path, table)
        assert run("check", str(path)) == 3
        out = capsys.readouterr().out
        assert out.count('"85 maybe"') == 5
        assert f"{bad - 5} more rows cannot be read, and are not named one by one" in out


def test_no_more_topics_are_looked_at_than_a_report_shows(
    tmp_path: Path, large: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(limits, "MOST_LOOKED_AT", 60)
    for path in (Path("t.csv"), Path("t.parquet")):
        write(path, rows(1_500, 1))
        assert run("check", str(path)) == 3
        out = capsys.readouterr().out
        assert "topics disagree; " in out
        assert "split the table by subject" in out


def test_a_source_that_replaces_another_does_so_from_an_unseen_row(
    tmp_path: Path, large: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The row that says so agrees with all of its topic: without it, the old figure would clash."""
    monkeypatch.chdir(tmp_path)
    head = "source,subject,attribute,value,published,replaces\n"
    stated = ["old,Company 1,staff,7,2026-01-05,", "other,Company 1,staff,8,2026-01-05,"]
    stated += ["new,Company 2,staff,9,2026-01-06,old", "new,Company 2,staff,9,2026-01-06,"]
    stated += [f"paper-{n},Company 3,staff,5,2026-01-05," for n in range(100)]
    Path("t.csv").write_text(head + "\n".join(stated) + "\n", "utf-8")
    Path("t.map.yaml").write_text(KINDS, "utf-8")
    assert run("check", "t.csv") == 0


def test_a_text_that_is_not_utf8_is_read_up_to_there(
    tmp_path: Path, large: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    write(Path("t.csv"), rows(300, 1))
    Path("t.csv").write_bytes(Path("t.csv").read_bytes() + b"caf\xe9,,,,,,\n")
    assert run("check", "t.csv") == 3
    assert (
        "the file is not UTF-8: the byte 0xE9 stands here or further down"
        in capsys.readouterr().out
    )


def test_a_header_that_nobody_knows_stops_it(
    tmp_path: Path, large: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    write(Path("t.csv"), rows(300, 1))
    text = Path("t.csv").read_text("utf-8").replace("subject", "company", 1)
    Path("t.csv").write_text(text, "utf-8")
    assert run("check", "t.csv") == 3
    assert "the table has no column 'subject'" in capsys.readouterr().out
