"""How claims come out of files: what is kept as written, and what is resolved."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.loading import Files, dump, load
from factcheck.loading.documents import Faults
from factcheck.loading.references import cycles
from factcheck.model import Claim, Loaded

GOOD = {
    f"claims/{path.relative_to(folder).as_posix()}": path.read_bytes()
    for folder in [Path(__file__).parent / "good"]
    for path in folder.rglob("*.yaml")
}
HEADER = "source: {outlet: Post, title: x, published: 2026-01-22, language: en}\nclaims:\n"


def loaded(claims: str, header: str = HEADER, /, **registries: str | None) -> Loaded:
    """The good corpus with one more source; registries replaced, or None: left out."""
    texts = {**GOOD, "claims/sources/more.yaml": (header + claims).encode()}
    for name, text in registries.items():
        if text is None:
            del texts[f"claims/{name}.yaml"]
        else:
            texts[f"claims/{name}.yaml"] = text.encode()
    return load(Files(texts))


def claim(lines: str, header: str = HEADER) -> Claim:
    """The one claim of a source with these lines."""
    result = loaded("  - " + lines.replace("\n", "\n    ") + "\n", header)
    assert result.diagnostics == ()
    [found] = (c for c in result.claims if c.source.id == "more")
    return found


@pytest.mark.parametrize(
    "written", ["borealis", "Borealis", "Borealis Inc.", "Borelais", "BOREALIS", "borealis inc."]
)
def test_a_subject_is_kept_as_written_and_resolved(written: str) -> None:
    found = claim(f"subject: {written}\nattribute: employees\nvalue: 12")
    assert (found.subject_text, found.subject.id) == (written, "borealis")


def test_a_subject_by_its_name_in_another_script() -> None:
    found = claim("subject: 子午线\nattribute: employees\nvalue: 12")
    assert (found.subject_text, found.subject.id) == ("子午线", "meridian")


def test_no_value_given_is_no_fault() -> None:
    assert claim("subject: Borealis\nattribute: employees\nvalue: n/a").value is None


def test_several_values_are_kept_together() -> None:
    found = claim("subject: Borealis\nattribute: partners\nvalue: [Borealis Cloud, Meridian]")
    assert found.value is not None
    assert found.text == "Borealis Cloud, Meridian"


def test_the_languages_region_is_the_country_of_a_bare_sign() -> None:
    lines = "subject: Borealis\nattribute: ai-spending\nvalue: $85 million"
    here = claim(lines, HEADER.replace("language: en", "language: en-AU"))
    assert here.value != claim(lines).value


def test_relative_periods_hang_on_the_copied_passage() -> None:
    lines = "subject: Borealis\nattribute: employees\nvalue: 12\nperiod: this year"
    found, copied = claim(lines), claim(f"{lines}\nrelative_to: 2023-05-01")
    assert found.period is not None and copied.period is not None
    assert (found.period.start.year, copied.period.start.year) == (2026, 2023)


def test_a_claim_without_an_id_is_named_by_what_it_says() -> None:
    lines = "subject: {}\nattribute: employees\nvalue: {}\nnote: {}"
    one = claim(lines.format("Borealis", "12", "a"))
    assert one.id.startswith("x") and len(one.id) == 9
    assert claim(lines.format("Borelais", "12", "b")).id == one.id
    assert claim(lines.format("Borealis", "13", "a")).id != one.id
    assert claim(lines.format("Meridian", "12", "a")).id != one.id


def test_an_unreadable_value_leaves_out_its_claim_only() -> None:
    result = loaded(
        "  - {id: a, subject: Borealis, attribute: employees, value: plenty}\n"
        "  - {id: b, subject: Borealis, attribute: employees, value: '12'}\n"
    )
    assert [c.id for c in result.claims if c.source.id == "more"] == ["b"]
    assert [d.location.line for d in result.diagnostics] == [3]


def test_all_unreadable_texts_of_a_claim_are_told_at_once() -> None:
    result = loaded(
        "  - subject: Borealis\n    attribute: employees\n    value: plenty\n    period: whenever\n"
    )
    assert [d.location.line for d in result.diagnostics] == [5, 6]


@pytest.mark.parametrize(
    "line",
    ["value: 12 #13", "value: '12'\n    value: '13'", 'value: "12"\n    note: "\\u202e"'],
    ids=["lost-text", "duplicate-key", "unseen-character"],
)
def test_a_claim_of_which_text_was_lost_is_left_out_and_no_other(line: str) -> None:
    result = loaded(
        "  - {id: a, subject: Borealis, attribute: employees, value: '12'}\n"
        f"  - id: b\n    subject: Borealis\n    attribute: employees\n    {line}\n"
        "  - {id: c, subject: Borealis, attribute: employees, value: '12'}\n"
    )
    assert [c.id for c in result.claims if c.source.id == "more"] == ["a", "c"]
    assert len(result.diagnostics) == 1


def test_a_source_of_which_text_was_lost_is_left_out_with_its_claims() -> None:
    header = HEADER.replace("title: x,", "title: x #1\n ,")
    result = loaded("  - {subject: Borealis, attribute: employees, value: '12'}\n", header)
    assert [s.id for s in result.sources] == ["good"]


@pytest.mark.parametrize("name", ["subjects", "attributes"])
@pytest.mark.parametrize("text", [None, "", "subjects: [", "attributes: {}"])
def test_a_registry_that_cannot_be_used_floods_nobody(name: str, text: str | None) -> None:
    many = "".join(
        f"  - {{id: c{n}, subject: Nobody {n}, attribute: nothing-{n}, value: '1'}}\n"
        for n in range(20)
    )
    result = loaded(many, **{name: text})
    of_registry = [d for d in result.diagnostics if d.location.path == f"claims/{name}.yaml"]
    assert of_registry
    other = "subject" if name == "attributes" else "attribute"
    rest = [d.message for d in result.diagnostics if d not in of_registry]
    assert rest == [m for m in rest if m.startswith(f"unknown {other} ")]


def test_without_origins_one_diagnostic_says_so() -> None:
    result = loaded(
        "  - {subject: Borealis, attribute: employees, value: '1', attributed_to: [a, b, c]}\n",
        origins=None,
    )
    assert {str(d.location) for d in result.diagnostics} == {"claims/origins.yaml:1:1"}


def test_a_corpus_without_origins_and_relations_that_names_none_is_whole() -> None:
    texts = {name: text for name, text in GOOD.items() if "sources" not in name}
    texts["claims/sources/one.yaml"] = HEADER.encode()
    del texts["claims/origins.yaml"], texts["claims/relations.yaml"]
    assert load(Files(texts)).diagnostics == ()


def test_the_order_of_files_changes_nothing() -> None:
    claims = "  - {subject: Borealis, attribute: employees, value: '12'}\n"
    texts = {**GOOD, "claims/sources/a.yaml": (HEADER + claims).encode()}
    there, back = load(Files(texts)), load(Files(dict(reversed(list(texts.items())))))
    assert [c.name for c in there.claims] == [c.name for c in back.claims]
    assert [s.id for s in there.sources] == [s.id for s in back.sources] == ["a", "good"]


@pytest.mark.parametrize("enabled", [True, False])
def test_the_collector_is_left_as_it_was(enabled: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        load(Files({"claims/sources/broken.yaml": b"["}))
        assert gc.isenabled() is enabled
    finally:
        (gc.enable if before else gc.disable)()


KEYS = st.sampled_from(
    [
        "source",
        "claims",
        "subjects",
        "attributes",
        "id",
        "subject",
        "attribute",
        "value",
        "quote",
        "kind",
        "choices",
        "part_of",
        "names",
        "archive",
        "file",
        "published",
        "language",
        "period",
        "read_as",
        "aliases",
        "words",
    ]
)
WORDS = st.sampled_from(["borealis", "Borealis", "money", "choice", "en", "2025", "x", "", "../x"])
SHAPES = st.recursive(
    st.none() | st.booleans() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=25,
)


@given(SHAPES, SHAPES, SHAPES)
def test_no_shape_of_a_file_crashes(subjects: object, attributes: object, source: object) -> None:
    texts = {
        "claims/subjects.yaml": dump({"subjects": subjects}).encode(),
        "claims/attributes.yaml": dump(attributes).encode(),
        "claims/sources/a.yaml": dump(source).encode(),
    }
    result = load(Files(texts))
    assert all(d.message and "pydantic" not in str(d) for d in result.diagnostics)


def test_two_circles_are_both_found() -> None:
    wholes = {"a": ("b",), "b": ("a",), "c": ("c",), "d": ("a",)}
    assert list(cycles(wholes)) == [("a", "b", "a"), ("c", "c")]


def test_circles_are_found_in_deep_chains_too() -> None:
    chain = {f"s{n:05}": (f"s{n + 1:05}",) for n in range(20_000)}
    assert list(cycles(chain)) == []
    assert list(cycles({**chain, "s20000": ("s19998",)})) == [
        ("s19998", "s19999", "s20000", "s19998")
    ]
    assert list(cycles({"a": ("b", "c"), "b": ("d",), "c": ("d",), "d": ()})) == []


def test_faults_are_told_once_and_in_order() -> None:
    first = load(Files({**GOOD, "claims/sources/b.yaml": b"- x", "claims/sources/a.yaml": b"["}))
    faults = Faults([*first.diagnostics, *first.diagnostics])
    assert faults.all() == first.diagnostics
    assert [d.location.path for d in first.diagnostics] == [
        "claims/sources/a.yaml",
        "claims/sources/b.yaml",
    ]


WHOLE: dict[str, Any] = {
    "subjects": {
        "subjects": [
            {"id": "a", "label": "A", "aliases": ["Ay"], "names": {"zh": "甲"}, "part_of": "b"},
            {"id": "b", "label": "B", "confusable_with": [{"subject": "a", "reason": "x"}]},
        ]
    },
    "attributes": {
        "attributes": [
            {"id": "m", "label": "M", "kind": "money", "unit": "USD", "tolerance": "2 %"}
            | {"key": ["period"], "perimeters": [{"id": "p", "label": "P"}], "part_of": "n"},
            {"id": "n", "label": "N", "kind": "choice", "many": True}
            | {"choices": [{"id": "c", "label": "C", "words": {"en": ["see"]}, "excludes": ["d"]}]},
        ]
    },
    "origins": {"origins": [{"id": "o", "label": "O", "kind": "outlet", "aliases": ["Oh"]}]},
    "relations": {"relations": [{"id": "r", "kind": "sum", "terms": {"x": "m"}}]},
    "sources/s": {
        "source": {"outlet": "O", "title": "T", "published": "2026-01", "language": "en"}
        | {"cites": ["o"], "archive": {"file": "f.txt"}, "replaces": "s", "url": "https://x.org"},
        "claims": [
            {"id": "k", "subject": "A", "attribute": "m", "value": "$5", "perimeter": "p"}
            | {"period": "2025", "attributed_to": ["o"], "quote": {"exact": "x"}},
            {"subject": "Ay", "attribute": "n", "value": ["see"]}
            | {"read_as": {"value": "c", "reason": "x"}, "as_of": "2025", "relative_to": "2025"},
        ],
    },
}


def nodes(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path of every node."""
    yield path
    inner = data.items() if isinstance(data, dict) else enumerate(data)
    for step, value in inner:
        if isinstance(value, dict | list):
            yield from nodes(value, (*path, step))
        else:
            yield (*path, step)


@given(st.sampled_from([path for path in nodes(WHOLE) if path]), SHAPES | st.text(max_size=12))
def test_nothing_that_may_stand_anywhere_crashes(path: tuple[str | int, ...], put: object) -> None:
    whole = deepcopy(WHOLE)
    inner: Any = whole
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = put
    texts = {f"{name}.yaml": dump(data).encode() for name, data in whole.items()}
    result = load(Files(texts), Path(__file__).parent)
    for diagnostic in result.diagnostics:
        assert diagnostic.message
        assert diagnostic.location.path in texts
