"""The origin graph: who leads to whom and how, nobody invented, every box and line inside."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.loading import read_files
from factcheck.pipeline import look, run
from factcheck.pipeline import told as tell
from factcheck.reporting import ReportView, origins
from factcheck.reporting.layers import circling, layout
from factcheck.reporting.pictures import OriginsView
from factcheck.reporting.routes import BOX, Routes
from tests.corpora import add, found

REGISTRY = """origins:
  - {id: post, label: Post, kind: outlet}
  - {id: wire, label: Wire, kind: outlet, publisher: house}
  - {id: molo, label: Molo, kind: outlet}
  - {id: house, label: The House, kind: publisher}
  - {id: registry, label: Port Registry, kind: research-firm}
  - {id: insiders, label: insiders, kind: anonymous}
"""
STAFF = "attribute: staff, value: 1200"


def told(folder: Path, **claims: str) -> ReportView:
    """The report on one claim of each outlet, all on the same, each naming these origins."""
    corpus = found(folder)
    (corpus / "origins.yaml").write_text(REGISTRY, "utf-8")
    for outlet, names in claims.items():
        add(corpus, outlet, STAFF + (f", attributed_to: [{names}]" if names else ""))
    return run(corpus)


def lines(view: ReportView) -> list[tuple[str, str, str, int, bool]]:
    assert view.origins is not None
    return [(e.start, e.how, e.end, e.count, e.circular) for e in view.origins.edges]


def test_chains_houses_and_people_who_are_not_named(tmp_path: Path) -> None:
    view = told(tmp_path, Post="wire", Wire="registry", Molo="insiders")
    assert lines(view) == [
        ("Molo", "names", "people not named", 1, False),
        ("Post", "names", "Wire", 1, False),
        ("Wire", "belongs to", "The House", 0, False),
        ("Wire", "names", "Port Registry", 1, False),
    ]
    assert view.origins is not None
    kinds = {node.label: node.kind for node in view.origins.nodes}
    assert kinds["Post"] == kinds["Wire"] == kinds["Molo"] == "read"
    assert (kinds["Port Registry"], kinds["people not named"]) == ("named", "anonymous")
    x = {node.label: node.x for node in view.origins.nodes}
    assert x["Post"] < x["Wire"] < x["Port Registry"] == x["The House"]


def test_people_not_named_by_two_outlets_are_two(tmp_path: Path) -> None:
    view = told(tmp_path, Post="insiders", Wire="insiders")
    assert view.origins is not None
    assert [n.detail for n in view.origins.nodes if n.kind == "anonymous"] == [
        "says Post",
        "says Wire",
    ]


def test_a_circle_is_marked_and_nothing_else_is(tmp_path: Path) -> None:
    view = told(tmp_path, Post="wire", Wire="post", Molo="post")
    assert [(start, end) for start, _, end, _, circular in lines(view) if circular] == [
        ("Post", "Wire"),
        ("Wire", "Post"),
    ]
    assert view.origins is not None
    assert {e.label for e in view.origins.edges if e.circular} == {"↺ 1 claim"}
    assert "↺" in view.origins.remarks[0]


def test_who_names_nobody_is_listed_beside(tmp_path: Path) -> None:
    view = told(tmp_path, Post="registry", Wire="", Molo="")
    assert view.origins is not None
    assert view.origins.alone == ("Molo",)  # the Wire leads to its house


def test_where_everybody_speaks_for_himself_there_is_no_picture(tmp_path: Path) -> None:
    assert told(tmp_path, Post="", Molo="").origins is None


def test_a_text_that_only_gathers_has_an_unknown_origin(tmp_path: Path) -> None:
    corpus = found(tmp_path)
    add(corpus, "Post", STAFF)
    file = corpus / "sources" / "post.yaml"
    file.write_text(file.read_text("utf-8").replace("title: T", "title: T, genre: aggregation"))
    assert lines(run(corpus)) == [("Post", "does not say", "origin unknown", 1, False)]


def test_too_many_are_left_out_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(origins, "MOST_NODES", 2)
    view = told(tmp_path, Post="registry", Molo="insiders")
    assert view.origins is not None
    assert [node.label for node in view.origins.nodes] == ["Molo", "Post"]
    assert view.origins.edges == ()
    assert "2 others have no room" in view.origins.remarks[-1]


def test_the_kinds_of_origins_are_told_in_the_language_of_the_page(tmp_path: Path) -> None:
    told(tmp_path, Post="registry")
    view = tell(look(read_files(tmp_path / "claims")), "claims", "it")
    assert view.origins is not None
    details = {node.label: node.detail for node in view.origins.nodes}
    assert details["Port Registry"] == "società di ricerca"
    assert details["Post"] == "letta: 1 affermazione"


NAMES = st.sampled_from("abcdefghij")
EDGES = st.sets(st.tuples(NAMES, NAMES).filter(lambda e: e[0] != e[1]), min_size=1, max_size=25)


@given(EDGES)
def test_boxes_keep_apart_and_lines_lead_rightwards_inside_the_picture(
    edges: set[tuple[str, str]],
) -> None:
    nodes = sorted({n for edge in edges for n in edge})
    routes = Routes(layout(nodes, edges))
    again = Routes(layout(reversed(nodes), sorted(edges, reverse=True)))
    corners = {node: routes.corner(node) for node in nodes}
    assert corners == {node: again.corner(node) for node in nodes}
    for (x, y), (to, down) in combinations(corners.values(), 2):
        assert abs(x - to) >= BOX[0] or abs(y - down) >= BOX[1]
    circle = circling(edges)
    for edge in sorted(edges):
        start, end = (corners[n][0] for n in edge)
        assert start < end or (start == end and edge in circle)
        route = routes.route(*edge)
        assert 0 <= route.x <= routes.width
        assert 0 <= route.y <= routes.height
        assert re.fullmatch(r"[MCH0-9 -]+", route.path), "numbers only, none of them NaN"
    for x, y in corners.values():
        assert 0 <= x <= routes.width - BOX[0]
        assert 0 <= y <= routes.height - BOX[1]


def test_a_long_line_passes_between_boxes_not_behind_them() -> None:
    edges = {("a", "b"), ("b", "c"), ("a", "c")}
    found_layout = layout("abc", edges)
    assert [len(column) for column in found_layout.columns] == [1, 2, 1]
    assert len(found_layout.ways["a", "c"]) == 3


def test_a_very_long_chain_is_laid_out() -> None:
    names = [f"{number:04}" for number in range(2_000)]
    routes = Routes(layout(names, set(pairwise(names))))
    assert routes.corner(names[0])[0] < routes.corner(names[-1])[0]


def test_hostile_names_are_cut_in_boxes_and_whole_in_words(tmp_path: Path) -> None:
    corpus = found(tmp_path)
    long = "x" * 300
    registry = REGISTRY.replace("Port Registry", long)
    (corpus / "origins.yaml").write_text(registry, "utf-8")
    add(corpus, "Post", STAFF + ", attributed_to: [registry]")
    view = run(corpus).origins
    assert isinstance(view, OriginsView)
    assert max(len(node.label) for node in view.nodes) <= 22
    assert view.edges[0].end == long
