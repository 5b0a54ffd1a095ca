"""The table of origins: who has it from whom, through whom, since when; and nobody is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.formats.base import render
from factcheck.pipeline import run
from factcheck.report import origin_table as origins
from factcheck.report.page import Page
from factcheck.report.pictures.picture_parts import OriginsView
from factcheck.report.words.translating import translator
from tests.corpora import add, found

REGISTRY = """origins:
  - {id: post, label: Post, kind: outlet}
  - {id: wire, label: Wire, kind: outlet, publisher: publisher_group}
  - {id: molo, label: Molo, kind: outlet}
  - {id: publisher_group, label: The House, kind: publisher}
  - {id: registry, label: Port Registry, kind: research-firm}
  - {id: insiders, label: insiders, kind: anonymous}
"""
STAFF = "attribute: staff, value: 1200"


def corpus_of(folder: Path, **claims: str) -> Path:
    """One claim of each outlet, all on the same, each naming these origins."""
    corpus = found(folder)
    (corpus / "origins.yaml").write_text(REGISTRY, "utf-8")
    for outlet, names in claims.items():
        add(corpus, outlet, STAFF + (f", attributed_to: [{names}]" if names else ""))
    return corpus


def table(corpus: Path) -> OriginsView:
    shown = run(corpus).view(Page).origins
    assert shown is not None
    return shown


def rows(view: OriginsView) -> list[tuple[str, str, str, tuple[str, ...], int, bool]]:
    return [(r.outlet, r.origin, r.how, r.through, r.claims, r.circular) for r in view.rows]


def test_chains_houses_and_people_who_are_not_named(tmp_path: Path) -> None:
    view = table(corpus_of(tmp_path, Post="wire", Wire="registry", Molo="insiders"))
    assert rows(view) == [
        ("Molo", "people not named", "", (), 1, False),
        ("Post", "Port Registry", "", ("Wire",), 1, False),
        ("Wire", "Port Registry", "", (), 1, False),
        ("Wire", "The House", "belongs to", (), 0, False),
    ]
    assert [row.kind for row in view.rows] == ["", "research firm", "research firm", "publisher"]
    assert [row.since for row in view.rows] == [*["2026-01-05"] * 3, ""]
    assert [row.sources for row in view.rows] == [1, 1, 1, 0]


def test_who_reports_itself_is_the_origin_of_those_who_name_it(tmp_path: Path) -> None:
    view = table(corpus_of(tmp_path, Post="wire", Wire="", Molo="wire"))
    assert [row[:4] for row in rows(view)] == [
        ("Molo", "Wire", "", ()),
        ("Post", "Wire", "", ()),
        ("Wire", "The House", "belongs to", ()),
    ]


def test_each_origin_is_reached_through_those_who_have_it(tmp_path: Path) -> None:
    """Post names two outlets; the registry is behind one of them, and not behind the other."""
    view = table(corpus_of(tmp_path, Post="wire, molo", Wire="registry", Molo=""))
    assert [row[1:4] for row in rows(view) if row[0] == "Post"] == [
        ("Molo", "", ()),
        ("Port Registry", "", ("Wire",)),
    ]


def test_since_when_is_the_day_of_the_first_source(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, Post="registry")
    first = (corpus / "sources" / "post.yaml").read_text("utf-8")
    earlier = first.replace("2026-01-05", "2025-11-03")
    assert earlier != first
    (corpus / "sources" / "post-2025.yaml").write_text(earlier, "utf-8")
    (row,) = table(corpus).rows
    assert (row.claims, row.sources, row.since) == (2, 2, "2025-11-03")


def test_people_not_named_by_two_outlets_are_two_rows(tmp_path: Path) -> None:
    view = table(corpus_of(tmp_path, Post="insiders", Wire="insiders"))
    unnamed = [row.outlet for row in view.rows if row.origin == "people not named"]
    assert unnamed == ["Post", "Wire"]


def test_a_circle_is_marked_and_nothing_else_is(tmp_path: Path) -> None:
    view = table(corpus_of(tmp_path, Post="wire", Wire="post", Molo="post"))
    assert [(row.outlet, row.origin) for row in view.rows if row.circular] == [
        ("Post", "Wire"),
        ("Wire", "Post"),
    ]
    assert ("Molo", "Post", "", (), 1, False) in rows(view)
    assert "↺" in view.remarks[0]


def test_who_names_nobody_is_listed_below(tmp_path: Path) -> None:
    view = table(corpus_of(tmp_path, Post="registry", Wire="", Molo=""))
    assert view.alone == ("Molo",)  # the Wire belongs to its house


def test_where_everybody_speaks_for_himself_there_is_no_table(tmp_path: Path) -> None:
    assert run(corpus_of(tmp_path, Post="", Molo="")).view(Page).origins is None


def test_what_a_header_cites_is_listed_where_it_was_read(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, Post="", Molo="")
    file = corpus / "sources" / "post.yaml"
    cites = "title: T, cites: [molo, registry]"
    file.write_text(file.read_text("utf-8").replace("title: T", cites), "utf-8")
    assert ("Post", "Molo", "cites in general", (), 0, False) in rows(table(corpus))
    assert "Port Registry" not in {row.origin for row in table(corpus).rows}


def test_a_text_that_only_gathers_has_an_unknown_origin(tmp_path: Path) -> None:
    corpus = found(tmp_path)
    add(corpus, "Post", STAFF)
    file = corpus / "sources" / "post.yaml"
    file.write_text(file.read_text("utf-8").replace("title: T", "title: T, genre: aggregation"))
    assert rows(table(corpus)) == [("Post", "origin unknown", "", (), 1, False)]


def test_too_many_rows_are_left_out_and_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(origins, "MOST_ROWS", 1)
    view = table(corpus_of(tmp_path, Post="registry", Molo="insiders"))
    assert [row.outlet for row in view.rows] == ["Molo"]
    assert view.remarks[-1] == "1 more row is left out."


def test_the_table_has_a_caption_and_heads_in_the_language_of_the_page(tmp_path: Path) -> None:
    from factcheck.corpus import read_files
    from factcheck.pipeline import described, look

    corpus = corpus_of(tmp_path, Post="wire", Wire="registry")
    report = described(look(read_files(corpus)), "claims", "it")
    shown = report.view(Page).origins
    assert shown is not None
    assert {row.kind for row in shown.rows} == {"società di ricerca", "editore"}
    part = render(report, "html").partition('id="origins"')[2].partition("</table>")[0]
    say = translator("it").text
    assert f">{say('Who has it from whom, through whom, and since when')}</caption>" in part
    assert part.count('scope="col"') == 6
    assert part.count('scope="row"') == len(shown.rows)
