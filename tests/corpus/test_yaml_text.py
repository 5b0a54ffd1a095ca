"""Text to data and places: nothing is changed but what must be, and nothing crashes the parser."""

from __future__ import annotations

import string

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.corpus.yaml import yaml_text
from factcheck.corpus.yaml.places import Data, Document
from factcheck.corpus.yaml.yaml_text import DEEPEST, dump, parse
from factcheck.model import Location

# Texts that a plain YAML writer has to think about, beside letters of several scripts.
TEXTS = st.text(
    string.ascii_letters + string.digits + " .:-#,[]{}'\"%&*!|>?@`\\\n~=豆è€", max_size=20
)
KEYS = st.text(string.ascii_letters + string.digits + "-_ .", min_size=1, max_size=8)
DOCUMENTS = st.recursive(
    st.none() | st.booleans() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=12,
).filter(lambda data: _depth(data) <= DEEPEST)


def _depth(data: object) -> int:
    match data:
        case dict():
            return 1 + max(map(_depth, data.values()), default=0)
        case list():
            return 1 + max(map(_depth, data), default=0)
        case _:
            return 0


def read(text: str) -> Document:
    """The document of a text without a fault."""
    document, diagnostics = parse("f.yaml", text.encode())
    assert not diagnostics
    assert document is not None
    return document


@given(DOCUMENTS)
def test_what_pyyaml_writes_is_read_as_pyyaml_reads_it(data: Data) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, default_flow_style=None)
    assert read(text).data == yaml.safe_load(text) == data


@given(DOCUMENTS)
def test_what_is_dumped_is_read_back(data: Data) -> None:
    assert read(dump(data)).data == data


@given(st.binary(max_size=200))
@example(b"\xff\xfe")
@example(b"a: \xe8")
@example(b'"\\ud800"')
@example(b"? ? ? ? ")
@example(b"%TAG ! tag:x,2000:\n--- !x a")
@example(b"- " * 3000)
@example(b"{" * 3000)
@example(b'a: "\\UFFFFFFFF"')
def test_no_bytes_raise(content: bytes) -> None:
    document, diagnostics = parse("f.yaml", content)
    assert document is not None or diagnostics


@given(st.text("ab:-#[]{}'\"%&*!|>?@`\\\n\t ~<,", max_size=40))
@example("? #:")
def test_no_text_of_signs_raises_and_every_fault_has_its_place(text: str) -> None:
    document, diagnostics = parse("f.yaml", text.encode())
    assert document is not None or diagnostics
    lines = text.count("\n") + 1
    assert all(1 <= diagnostic.location.line <= lines + 1 for diagnostic in diagnostics)
    assert all(diagnostic.message and diagnostic.hint for diagnostic in diagnostics)


@pytest.mark.parametrize(
    "written",
    [
        "NO",
        "1:30",
        "0123",
        "1.10",
        "2025-10-01",
        "1_000",
        "0x1F",
        "1e5",
        ".inf",
        "yes",
        "Null",
        "=",
    ],
)
def test_a_scalar_stays_the_authors_text(written: str) -> None:
    assert read(f"value: {written}\n").data == {"value": written}


@pytest.mark.parametrize(
    ("written", "meant"),
    [("", None), ("null", None), ("~", None), ("true", True), ("false", False)],
)
def test_plain_words_for_nothing_yes_and_no(written: str, meant: bool | None) -> None:
    assert read(f"value: {written}\n").data == {"value": meant}
    assert read(f"value: '{written}'\n").data == {"value": written}


TEXT = """\
# a comment
source:
  outlet: Evening Post
  cites: [evening-post, 'EP']
claims:
  - subject: 豆包
    quote: >-
      on two
      lines
    read_as: {value: "85 m", reason: x}
"""


@pytest.mark.parametrize(
    ("path", "line", "column", "length"),
    [
        (("source",), 3, 3, 1),
        (("source", "outlet"), 3, 11, 12),
        (("source", "cites"), 4, 10, 1),
        (("source", "cites", 1), 4, 25, 4),
        (("claims", 0), 6, 5, 1),
        (("claims", 0, "subject"), 6, 14, 2),
        (("claims", 0, "quote"), 7, 12, 2),
        (("claims", 0, "read_as", "value"), 10, 22, 6),
        (("claims", 0, "missing"), 6, 5, 1),
        (("claims", 7), 6, 3, 1),
        (("claims", 0, "subject", "deeper"), 6, 14, 2),
    ],
)
def test_every_item_has_its_place(
    path: tuple[str | int, ...], line: int, column: int, length: int
) -> None:
    assert read(TEXT).places.at(*path) == Location("f.yaml", line, column, length)


@pytest.mark.parametrize(
    ("path", "line", "column", "length"),
    [
        (("source",), 2, 1, 6),
        (("source", "cites"), 4, 3, 5),
        (("claims", 0, "quote"), 7, 5, 5),
        (("claims", 0, "read_as", "reason"), 10, 30, 6),
        (("claims", 0, "read_as", "value"), 10, 15, 5),
    ],
)
def test_every_key_has_its_place(
    path: tuple[str | int, ...], line: int, column: int, length: int
) -> None:
    assert read(TEXT).places.key(*path) == Location("f.yaml", line, column, length)


def test_of_two_equal_keys_in_a_line_the_inner_is_meant() -> None:
    places = read("note: {note: {note: x}}\n").places
    assert places.key("note", "note", "note").column == 15
    assert places.key("note", "note").column == 8


def test_places_are_a_mapping_of_the_keys_that_are_written() -> None:
    places = read(TEXT).places.inner("claims", 0)
    assert list(places) == ["subject", "quote", "read_as"]
    assert len(places) == 3
    assert "subject" in places
    assert "note" not in places
    assert places["quote"].line == 7


def test_lines_that_end_as_on_windows_have_the_same_places() -> None:
    unix, windows = read(TEXT), read(TEXT.replace("\n", "\r\n"))
    assert windows.data == unix.data
    for path in (("claims", 0, "quote"), ("claims", 0, "read_as", "value"), ("source", "outlet")):
        assert windows.places.at(*path) == unix.places.at(*path)


def test_a_comment_after_a_value_is_a_comment() -> None:
    assert read("value: 85 # million\n").data == {"value": "85"}
    assert read("value: 'ranked #1'\n").data == {"value": "ranked #1"}
    assert read("value: A#1\n#note\n").data == {"value": "A#1"}


@pytest.mark.parametrize(
    "text", [TEXT, "a: [x\n", "a: 'x\n", "a: %\n", "a: b: c\n", "a: ranked #1\n"]
)
def test_without_libyaml_the_same_is_read(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with_libyaml = parse("f.yaml", text.encode())
    monkeypatch.setattr(yaml_text, "_Loader", yaml.Loader)
    document, diagnostics = parse("f.yaml", text.encode())
    assert diagnostics == with_libyaml[1]
    if document is not None:
        assert with_libyaml[0] is not None
        assert (document.data, document.marks) == (with_libyaml[0].data, with_libyaml[0].marks)
