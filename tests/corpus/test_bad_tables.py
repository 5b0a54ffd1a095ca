"""The gallery of tables: every bad one in `bad_tables`, and the exact text that its curator sees.

Beside each stands `kinds.map.yaml`, or its own mapping file. Large and binary ones are built here.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.corpus import load, read_files
from factcheck.model import Loaded

GALLERY = Path(__file__).parent / "bad_tables"
CASES = sorted(path for path in GALLERY.iterdir() if path.suffix in (".csv", ".jsonl"))
HEADER = "source,subject,attribute,value,period,published,language"
ROW = "daily,Northwind,budget,85 million euros,2025,2026-01-05,en"

Golden = Callable[[Path, str], None]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _loaded(table: str, mapping: str = "kinds: {budget: money, staff: quantity}\n") -> Loaded:
    beside = Path(table).with_suffix(".map.yaml")
    if not beside.exists():
        beside.write_text(mapping, "utf-8")
    return load(read_files(Path(table)))


def _seen(loaded: Loaded) -> str:
    return "".join(f"{diagnostic}\n" for diagnostic in loaded.diagnostics)


def _stated(loaded: Loaded) -> list[tuple[str, str]]:
    return [(claim.source.id, claim.text) for claim in loaded.claims]


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_bad_table_gives_its_text(case: Path, golden: Golden) -> None:
    for path in (case, case.with_suffix(".map.yaml")):
        if path.exists():
            shutil.copy(path, path.name)
    loaded = _loaded(case.name)
    claims = "".join(f"read: {source}: {text!r}\n" for source, text in _stated(loaded))
    golden(case.with_suffix(".expected"), _seen(loaded) + claims)


def _table(*rows: str) -> None:
    Path("t.csv").write_text("\n".join((HEADER, *rows)) + "\n", "utf-8")


def test_a_cell_of_100_000_characters_is_refused_and_hides_no_other() -> None:
    _table(f"wire,Northwind,budget,{'8' * 100_000},2025,2026-01-05,en", ROW)
    loaded = _loaded("t.csv")
    assert _seen(loaded) == (
        "t.csv:2:4: 'value' is 100,000 characters long; 1,000 are allowed\n"
        "  hint: shorten it; a claim carries the shortest phrase that says it\n"
    )
    assert _stated(loaded) == [("daily", "85 million euros")]


def test_a_larger_cell_is_named_and_the_rows_below_are_read() -> None:
    below = ROW.replace("daily", "gazette")
    _table(ROW, f"wire,Northwind,budget,{'8' * 200_000},2025,2026-01-05,en", below)
    loaded = _loaded("t.csv")
    assert _seen(loaded) == (
        "t.csv:3:4: the cell has 200,000 characters, and 131,072 are the most\n"
        "  hint: shorten it, or split the row\n"
    )
    assert [source for source, _ in _stated(loaded)] == ["daily", "gazette"]


def test_a_quotation_mark_that_is_never_closed_is_not_taken_for_a_long_cell() -> None:
    _table(ROW, 'wire,Northwind,budget,"85' + "\n8" * 100_000)
    assert "has a quotation mark that is never closed" in _seen(_loaded("t.csv"))


@pytest.mark.parametrize("delimiter", [";", "\t", "|", ","])
@pytest.mark.parametrize("title", [str.title, str.upper, lambda name: f" {name.capitalize()} "])
def test_a_table_is_read_as_its_spreadsheet_wrote_it(
    delimiter: str, title: Callable[[str], str]
) -> None:
    """Titles in capitals, and a semicolon where the comma is in the numbers."""
    header = delimiter.join(map(title, HEADER.split(",")))
    cells = ROW.replace("85 million euros", "85.5 million euros").split(",")
    Path("t.csv").write_text(f"{header}\n{delimiter.join(cells)}\n", "utf-8")
    loaded = _loaded("t.csv")
    assert _seen(loaded) == ""
    assert _stated(loaded) == [("daily", "85.5 million euros")]


def test_a_decimal_comma_stays_in_its_cell() -> None:
    header = HEADER.replace(",", ";")
    row = "blatt;Northwind;budget;85,5 Mio. Euro;2025;2026-01-05;de"
    Path("t.csv").write_text(f"{header}\n{row}\n", "utf-8")
    loaded = _loaded("t.csv")
    assert (_seen(loaded), _stated(loaded)) == ("", [("blatt", "85,5 Mio. Euro")])


def test_a_table_of_more_than_64_mb_is_read_row_by_row() -> None:
    _table(ROW)
    os.truncate("t.csv", 65 * 1024 * 1024)
    assert _seen(_loaded("t.csv")) == (
        "t.csv:3:1: a line of more than 4,000,000 characters begins here; no row from here on is "
        "read\n"
        "  hint: end each row with a line end; a quotation mark that is meant is written twice\n"
    )


def test_the_byte_order_mark_of_a_spreadsheet_is_no_fault() -> None:
    _table(ROW)
    Path("t.csv").write_bytes(b"\xef\xbb\xbf" + Path("t.csv").read_bytes())
    loaded = _loaded("t.csv")
    assert (_seen(loaded), _stated(loaded)) == ("", [("daily", "85 million euros")])


def test_a_deep_line_is_no_crash() -> None:
    Path("t.jsonl").write_text("[" * 200_000 + "\n", "utf-8")
    assert "t.jsonl:1:1: the line is not JSON" in _seen(_loaded("t.jsonl"))


def test_a_mapping_renames_fills_and_leaves_out() -> None:
    Path("t.csv").write_text("Quelle;Firma;Wert;Zeile\nTag;Nord;1.200 Euro;7\n", "utf-8")
    loaded = _loaded(
        "t.csv",
        "columns: {source: Quelle, subject: Firma, value: Wert}\n"
        "every_row: {attribute: budget, published: 2026-01-05, language: de}\n"
        "leave_out: [Zeile]\nkinds: {budget: money}\ndelimiter: ;\n",
    )
    assert _seen(loaded) == ""
    [claim] = loaded.claims
    assert (claim.source.id, claim.source.outlet, claim.source.language) == ("tag", "Tag", "de")
    assert (claim.subject.id, str(claim.subject.label), claim.text) == (
        "nord",
        "Nord",
        "1.200 Euro",
    )
    assert str(claim.at("value")) == "t.csv:2:3"


def test_registries_beside_the_table_are_those_of_its_claims() -> None:
    Path("subjects.yaml").write_text(
        "subjects:\n  - {id: nw, label: Northwind Group, aliases: [Northwind]}\n", "utf-8"
    )
    Path("else.yaml").write_text("not: ours\n", "utf-8")
    _table(ROW, ROW.replace("Northwind", "Nordwind").replace("daily", "wire"))
    loaded = _loaded("t.csv")
    assert [claim.subject.id for claim in loaded.claims] == ["nw"]
    assert "t.csv:3:2: unknown subject 'Nordwind'\n  hint: did you mean 'Northwind'?" in _seen(
        loaded
    )
    assert "else.yaml" not in _seen(loaded)


def test_lists_parts_of_quotes_and_numbers_of_programs() -> None:
    Path("attributes.yaml").write_text(
        "attributes:\n  - {id: sites, label: sites, kind: name, many: true}\n"
        "  - {id: staff, label: staff, kind: quantity}\n",
        "utf-8",
    )
    Path("t.jsonl").write_text(
        '{"source": "a", "subject": "N", "attribute": "sites", "value": ["Quay", "Dock | 2"], '
        '"published": "2026-01-05", "language": "en", "quote": "Quay", "prefix": "the"}\n'
        '{"source": "a", "subject": "N", "attribute": "staff", "value": 1.10}\n',
        "utf-8",
    )
    loaded = _loaded("t.jsonl", "every_row: {language: en}\n")
    assert _seen(loaded) == ""
    texts = {claim.attribute.id: claim for claim in loaded.claims}
    assert texts["staff"].text == "1.10"
    assert texts["sites"].text == "Quay, Dock | 2"
    quote = texts["sites"].quote
    assert quote is not None and (quote.exact, quote.prefix) == ("Quay", "the")


def test_two_names_for_one_key_in_a_line_are_a_fault() -> None:
    Path("t.jsonl").write_text('{"source": "a", "value": "1", "Wert": "2"}\n', "utf-8")
    loaded = _loaded("t.jsonl", "columns: {value: Wert}\n")
    assert (
        _seen(loaded)
        == "t.jsonl:1:3: two keys of the line are 'value'\n  hint: keep one of the two\n"
    )
