"""The matrix: who gives a value, who is silent, who is in conflict, and where that stands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.formats.html import render
from factcheck.report import paging
from factcheck.report.pictures import matrix as module
from factcheck.report.pictures.picture_parts import MatrixView
from tests.report.looking import seen

STAFF = "attribute: staff, value: 1200"


def table(view_matrix: MatrixView | None) -> dict[str, list[tuple[str, str]]]:
    assert view_matrix is not None
    return {
        row.attribute: [(cell.state, cell.value) for cell in row.cells]
        for block in view_matrix.blocks
        for row in block.rows
    }


def test_each_cell_says_what_its_source_says_and_leads_there(tmp_path: Path) -> None:
    view = seen(
        tmp_path,
        ("Post", "attribute: budget, value: 85 million euros, period: 2025"),
        ("Wire", "attribute: budget, value: 150 million euros, period: 2025"),
        ("Post", STAFF),
        ("Molo", STAFF),
    )
    matrix = view.matrix
    assert matrix is not None
    assert [c.outlet for c in matrix.columns] == ["Molo", "Post", "Wire"]
    assert all(c.listed for c in matrix.columns), "each head leads to the row of its source"
    assert table(matrix) == {
        "budget": [("silent", ""), ("conflict", "85 mn EUR"), ("conflict", "150 mn EUR")],
        "staff": [("given", "1,200"), ("given", "1,200"), ("silent", "")],
    }
    (block,) = matrix.blocks
    (finding,) = view.summary.findings
    assert [cell.link for cell in block.rows[0].cells] == ["", *[f"f-{finding.id}"] * 2]
    assert [cell.state for cell in matrix.legend] == ["conflict", "given", "silent"]
    assert all(cell.sign and cell.word for cell in matrix.legend)


def test_every_link_of_it_leads_somewhere(tmp_path: Path) -> None:
    view = seen(tmp_path, ("Post", STAFF), ("Molo", STAFF), ("Wire", "attribute: staff, value: 9"))
    page = render(view)
    assert view.matrix is not None
    links = {cell.link for b in view.matrix.blocks for row in b.rows for cell in row.cells}
    assert links
    assert [link for link in links if f'id="{link}"' not in page] == []


def test_what_one_source_alone_says_has_no_row(tmp_path: Path) -> None:
    assert seen(tmp_path, ("Post", STAFF), ("Post", "attribute: staff, value: 9")).matrix is None


def test_several_claims_of_a_source_show_the_one_in_conflict_and_count_the_others(
    tmp_path: Path,
) -> None:
    view = seen(
        tmp_path,
        ("Post", "attribute: budget, value: 70 million euros, period: 2024"),
        ("Post", "attribute: budget, value: 85 million euros, period: 2025"),
        ("Wire", "attribute: budget, value: 150 million euros, period: 2025"),
    )
    assert view.matrix is not None
    ((row,),) = (block.rows for block in view.matrix.blocks)
    assert [(c.value, c.more) for c in row.cells] == [("85 mn EUR", 1), ("150 mn EUR", 0)]


def test_a_value_that_is_not_given_is_told_from_silence(tmp_path: Path) -> None:
    view = seen(tmp_path, ("Post", STAFF), ("Molo", "attribute: staff, value: n/a"))
    assert table(view.matrix)["staff"] == [("none", "n/a"), ("given", "1,200")]


def test_too_large_a_table_keeps_what_is_in_conflict_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "USUAL", replace(paging.USUAL, cells=2))
    view = seen(
        tmp_path,
        ("Post", "attribute: budget, value: 85 million euros, period: 2025"),
        ("Wire", "attribute: budget, value: 85 million euros, period: 2025"),
        ("Post", STAFF),
        ("Wire", "attribute: staff, value: 9"),
    )
    assert view.matrix is not None
    assert list(table(view.matrix)) == ["staff"]
    (remark,) = view.matrix.remarks
    assert remark.startswith("The table shows 1 of 2 topics")


def test_too_many_sources_leave_out_those_that_say_least_and_say_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_COLUMNS", 2)
    budget = "attribute: budget, value: 85 million euros, period: 2025"
    view = seen(
        tmp_path,
        *((who, claim) for who in ("Post", "Wire") for claim in (STAFF, budget)),
        ("Molo", STAFF),
    )
    assert view.matrix is not None
    assert [c.outlet for c in view.matrix.columns] == ["Post", "Wire"]
    assert "1 source is left out" in view.matrix.remarks[0]
