"""Entries are put into lists in which nothing that stood there changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.corpus.files import REGISTRIES
from factcheck.corpus.yaml.yaml_editor import Append, CannotEdit, edited
from factcheck.corpus.yaml.yaml_text import parse

ENTRY = {"id": "quay", "label": "The quay: east", "aliases": ["Quay, east", "Kai"]}
PUT = """  - id: quay
    label: 'The quay: east'
    aliases: ['Quay, east', Kai]
"""


def dedented(lines: str) -> str:
    return "".join(line[2:] for line in lines.splitlines(keepends=True))


FLOW = "{id: quay, label: 'The quay: east', aliases: ['Quay, east', Kai]}"


def put(before: str) -> str:
    return appended("subjects.yaml", before.encode(), "subjects", ENTRY)


def appended(path: str, content: bytes, key: str, entry: object) -> str:
    return edited(path, content, [Append((key,), entry)])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "subjects:\n" + PUT),
        ("# none yet\n", "# none yet\nsubjects:\n" + PUT),
        ("subjects:\n", "subjects:\n" + PUT),
        ("subjects:   # all\n", "subjects:   # all\n" + PUT),
        ("subjects:\n  - id: a   # first\n", "subjects:\n  - id: a   # first\n" + PUT),
        ("subjects:\n  - id: a", "subjects:\n  - id: a\n" + PUT),
        ("subjects:\n  - id: a\n\n# the end\n", "subjects:\n  - id: a\n\n# the end\n" + PUT),
        ("subjects:\n  - {id: a}\n", "subjects:\n  - {id: a}\n" + PUT),
        ("subjects:\n  - a\n\n  - b\n", "subjects:\n  - a\n\n  - b\n\n" + PUT),
        ("subjects:\n  - a\n\n  - b\n\n", "subjects:\n  - a\n\n  - b\n\n" + PUT),
        ("z:\n- 1\nsubjects:\n", "z:\n- 1\nsubjects:\n" + dedented(PUT)),
        ("---\nsubjects:\n  - id: a\n...\n", "---\nsubjects:\n  - id: a\n" + PUT + "...\n"),
        ("subjects: []\n", "subjects:\n" + PUT),
        ("subjects: [ ]  # none\nz: 1\n", "subjects:  # none\n" + PUT + "z: 1\n"),
        ("subjects: ~\n", "subjects:\n" + PUT),
        ("subjects: null # none\n", "subjects: # none\n" + PUT),
        ("subjects: [ # none\n]\n", f"subjects: [{FLOW} # none\n]\n"),
        ("{subjects: []}\n", f"{{subjects: [{FLOW}]}}\n"),
        ("{subjects}", f"{{subjects: [{FLOW}]}}"),
        ("{a: b}\n", f"{{a: b, subjects: [{FLOW}]}}\n"),
        ("{a: }\n", f"{{a: , subjects: [{FLOW}] }}\n"),
        ("{}", f"{{subjects: [{FLOW}]}}"),
        ("subjects: [ {id: a} ] # x\n", f"subjects: [ {{id: a}}, {FLOW} ] # x\n"),
        ("subjects: [\n  {id: a}, # x\n]\n", f"subjects: [\n  {{id: a}}, # x\n  {FLOW},\n]\n"),
        ("subjects: [\n  {id: a} # x\n]\n", f"subjects: [\n  {{id: a}}, # x\n  {FLOW}\n]\n"),
        ("{subjects: [{id: a},]}", f"{{subjects: [{{id: a}}, {FLOW},]}}"),
        (
            "subjects:\n  - note: |\n      two\n      lines\n",
            "subjects:\n  - note: |\n      two\n      lines\n" + PUT,
        ),
    ],
)
def test_an_entry_is_put_at_the_end(before: str, after: str) -> None:
    assert put(before) == after


@pytest.mark.parametrize(
    "list_of",
    ["  - id: a\n    note: x # y\n", "  - note: >\n      folded\n\n", "  - {id: a}\n", "  - [a]\n"],
)
def test_a_list_that_is_followed_by_a_key_ends_before_it(list_of: str) -> None:
    before = f"subjects:\n{list_of}# about z\nz: 1\n"
    made = put(before)
    assert made.replace(PUT, "") == before
    assert made.index(PUT) < made.index("z: 1")


def test_lists_that_are_not_indented_stay_so() -> None:
    assert put("subjects:\n- id: a\n- id: b\n").endswith(
        "\n- id: b\n- id: quay\n  label: 'The quay: east'\n  aliases: ['Quay, east', Kai]\n"
    )


def test_a_comment_in_the_first_column_belongs_to_what_stands_below_it() -> None:
    before = "x:\n- a\n# about z\nz: 1\n"
    assert appended("a.yaml", before.encode(), "x", "b") == before.replace("- a\n", "- a\n- b\n")


def test_windows_line_ends_stay() -> None:
    before = "subjects:\r\n  - id: a\r\n    note: x"
    made = put(before)
    assert made == before + "\r\n" + PUT.replace("\n", "\r\n")


ODD = [
    *("# 1", "a: b", "- a", "5 %", "%", "yes", "null", "", "'", "“x”", "[x]", "a\n\nb", "1.10"),
    *("豆 包", "x #y", "*", "long " * 90, "2026-01-01", "\\", '"', "@x", "`x`", "{", "?", "!x"),
    *("&x", "|", ">"),
]


@pytest.mark.parametrize("value", ODD)
@pytest.mark.parametrize("before", ["subjects:\n  - id: a\n", "subjects: [{id: a}]\n"])
def test_whatever_is_said_is_read_back(before: str, value: str) -> None:
    entry = {"id": value, "aliases": [value, "z"]}
    made = appended("a.yaml", before.encode(), "subjects", entry)
    document, diagnostics = parse("a.yaml", made.encode())
    assert document is not None
    assert not diagnostics
    assert document.data == {"subjects": [{"id": "a"}, entry]}


@pytest.mark.parametrize(
    ("before", "place"),
    [
        ("subjects: none\n", "1:11: a list is expected under 'subjects'"),
        ("z: 1\nsubjects:\n  a: b\n", "3:3: a list is expected under 'subjects'"),
        ("- a\n", "1:1: keys with values are expected here"),
        ("text\n", "1:1: keys with values are expected here"),
        ("subjects:\n  - note: |\n      x", "2:3: this cannot be changed without changing what"),
    ],
)
def test_what_would_have_to_be_changed_is_refused_with_its_place(before: str, place: str) -> None:
    with pytest.raises(CannotEdit, match=f"^subjects.yaml:{place}"):
        put(before)


def test_a_file_with_a_fault_is_refused_with_its_place() -> None:
    with pytest.raises(CannotEdit, match=r"subjects\.yaml:2:1: "):
        put("subjects:\n\t- id: a\n")
    with pytest.raises(CannotEdit, match="byte order mark"):
        put("\ufeffsubjects:\n")


ROOT = Path(__file__).parents[2]
FOLDERS = ("claims", "examples", "factcheck/cli_support/skeleton", "tests/corpus/good")
SHIPPED = [path for top in FOLDERS for path in sorted((ROOT / top).rglob("*.yaml"))]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_is_added_to_shipped_files_is_all_that_is_new(path: Path) -> None:
    key = path.stem if path.stem in REGISTRIES else "claims"
    written = path.read_bytes()
    for before in (
        written,
        written.rstrip(b"\n"),
        written.replace(b"\n", b"\r\n"),
        written + b"# below\nzz: 1\n",
    ):
        made = appended(path.name, before, key, ENTRY).encode()
        pairs = enumerate(zip(before, made, strict=False))
        same = next((at for at, (a, b) in pairs if a != b), len(before))
        assert made.endswith(before[same:])
