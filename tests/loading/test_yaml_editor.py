"""What the editor makes of texts as people write them: all that it was not told to change stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.loading.files import REGISTRIES
from factcheck.loading.yaml_editor import (
    Append,
    CannotEdit,
    Delete,
    Edit,
    Move,
    Put,
    RenameKey,
    Replace,
    edited,
)
from factcheck.loading.yaml_text import parse

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
        ("subjects:\n  - note: |\n      two\n      lines\n", "subjects:\n  - note: |\n"
         "      two\n      lines\n" + PUT),
    ],
)  # fmt: skip
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
    assert put("subjects:\n- id: a\n- id: b\n").endswith("\n- id: b\n- id: quay\n  label:"
        " 'The quay: east'\n  aliases: ['Quay, east', Kai]\n")  # fmt: skip


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
    document, faults = parse("a.yaml", made.encode())
    assert document is not None
    assert not faults
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


CLAIM = """\
# Ferries
claims:
- id: a   # first
  covers: 'the ships'  # as printed
  # the desk asked
  quote: >-  # folded
    two
    lines

  status: planned
- {id: b, covers: ships, key: [x,y]}
"""


ONE_EDIT = [
    (Replace(("claims", 0, "covers"), "ferries"), "'the ships'", "'ferries'"),
    (Replace(("claims", 0, "covers"), "l'IA"), "'the ships'", "'l\'\'IA'"),
    (Replace(("claims", 0, "covers"), {"text": "the ships", "coverage": "all"}),
     "'the ships'", "{text: the ships, coverage: all}"),
    (Replace(("claims", 0, "covers"), ["a, b", {"c": "d"}]),
     "covers: 'the ships'  # as printed\n",
     "covers:  # as printed\n  - a, b\n  - c: d\n"),
    (Replace(("claims", 0, "quote"), "one"),
     ">-  # folded\n    two\n    lines", "one  # folded"),
    (Replace(("claims", 0, "status"), "l 1\nl 2"), "planned", "|-\n    l 1\n    l 2"),
    (Replace(("claims", 0, "id"), "l 1\nl 2"), "id: a ", 'id: "l 1\\nl 2" '),
    (Replace(("claims", 1), "text"), "{id: b, covers: ships, key: [x,y]}", "text"),
    (Replace(("claims", 1, "key", 1), "a, b"), "[x,y]", "[x,'a, b']"),
    (Replace(("claims",), None), CLAIM[len("# Ferries\nclaims:"):], " null\n"),
    (RenameKey(("claims", 0, "status"), "state: x"), "status:", "'state: x':"),
    (RenameKey(("claims", 1, "covers"), "a, b"), "covers: ships", "'a, b': ships"),
    (Put(("claims", 0), "place", "here", after="id"), "# first\n", "# first\n  place: here\n"),
    (Put(("claims", 0), "place", "here"), "planned\n", "planned\n  place: here\n"),
    (Put(("claims", 0), "status", "actual", after="id"), "planned", "actual"),
    (Put(("claims", 1), "place", "# x", after="id"), "b, ", "b, place: '# x', "),
    (Put(("claims", 1), "place", "here"), "y]}", "y], place: here}"),
    (Put((), "claim_defaults", {"place": "here"}),
     "y]}\n", "y]}\nclaim_defaults: {place: here}\n"),
    (Delete(("claims", 0, "id")), "- id: a   # first\n  covers", "- covers"),
    (Delete(("claims", 0, "covers")), "  covers: 'the ships'  # as printed\n", ""),
    (Delete(("claims", 0, "covers"), comments_stay=True),
     "covers: 'the ships'  # as printed", "# as printed"),
    (Delete(("claims", 0, "quote"), comments_stay=True),
     "quote: >-  # folded\n    two\n    lines", "# folded"),
    (Delete(("claims", 0, "id"), comments_stay=True), "id: a   # first", "# first"),
    (Delete(("claims", 1)), "- {id: b, covers: ships, key: [x,y]}\n", ""),
    (Delete(("claims", 1, "id")), "id: b, ", ""),
    (Delete(("claims", 1, "key")), ", key: [x,y]", ""),
    (Delete(("claims",)), CLAIM[len("# Ferries\n"):], "{}\n"),
    (Move(("claims", 1, "key", 0), 1), "[x,y]", "[y,x]"),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "before", "after"), ONE_EDIT, ids=repr)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_only_what_an_edit_names_changes(edit: Edit, before: str, after: str, end: str) -> None:
    assert CLAIM.count(before) == 1
    expected = CLAIM.replace(before, after).replace("\n", end)
    assert edited("a.yaml", CLAIM.replace("\n", end).encode(), [edit]) == expected


BRACKETS = "x: [\n  a,  # on a, b\n  b, {c: 1,\n    d: 2 # on d\n  }, # on c\n  e # on e\n]\n"


@pytest.mark.parametrize(
    ("at", "before", "after"),
    [
        (("x", 0), "  a,  # on", "    # on"),
        (("x", 1), "b, ", ""),
        (("x", 2), "{c: 1,\n    d: 2 # on d\n  }, # on c", " # on c"),
        (("x", 2, "c"), "c: 1,\n    d", "d"),
        (("x", 2, "d"), "1,\n    d: 2 # on d", "1 # on d"),
        (("x", 3), "}, # on c\n  e #", "} # on c\n   #"),
    ],
    ids=repr,
)
def test_what_is_taken_out_of_brackets_takes_one_comma_and_no_comment(
    at: tuple[str | int, ...], before: str, after: str
) -> None:
    assert BRACKETS.count(before) == 1
    made = edited("a.yaml", BRACKETS.encode(), [Delete(at)])
    assert made == BRACKETS.replace(before, after)


def test_a_text_in_double_quotes_stays_in_them() -> None:
    made = edited("a.yaml", b'a: "x"  # y\n', [Replace(("a",), 'a \\ b "c"')])
    assert made == 'a: "a \\\\ b \\"c\\""  # y\n'


def test_an_item_moves_with_the_comments_right_above_it() -> None:
    text = "x:\n  - a\n\n  # on b\n  - b: 1 # b\n    c: 2\n  # below\n"
    made = edited("a.yaml", text.encode(), [Move(("x", 1), 0)])
    assert made == "x:\n  # on b\n  - b: 1 # b\n    c: 2\n\n  - a\n  # below\n"


def test_the_last_entry_that_is_taken_out_leaves_brackets() -> None:
    text = "x:  # all\n  - y: 1  # one\n    # more\nz: 1\n"
    made = edited("a.yaml", text.encode(), [Delete(("x", 0, "y"), comments_stay=True)])
    assert made == "x:  # all\n  - {}\n    # one\n    # more\nz: 1\n"
    made = edited("a.yaml", text.encode(), [Delete(("x", 0))])
    assert made == "x: []  # all\n    # more\nz: 1\n"


def test_edits_of_one_file_are_made_together() -> None:
    edits: list[Edit] = [
        RenameKey(("claims", 0, "status"), "state"),
        Replace(("claims", 0, "state"), "actual"),
        Delete(("claims", 0, "id")),
        Delete(("claims", 0, "covers"), comments_stay=True),
        Put(("claims", 1), "id", "c"),
        Append(("claims",), {"id": "d"}),
    ]
    assert (
        edited("a.yaml", CLAIM.encode(), edits)
        == """\
# Ferries
claims:
- # as printed
  # the desk asked
  quote: >-  # folded
    two
    lines

  state: actual
- {id: c, covers: ships, key: [x,y]}
- id: d
"""
    )


@pytest.mark.parametrize(
    ("text", "edit", "why"),
    [
        ("a: 1\nb: 2\n", RenameKey(("a",), "b"), "1:4: 'b' stands there already, beside 'a'"),
        ("a: 1\n", Delete(("b",)), "1:1: there is no 'b'"),
        ("a: 1\n", Replace(("a", "b"), "x"), "1:4: there is no 'b'"),
        ("a: 1\n", Put(("a",), "b", "x"), "1:4: keys with values are expected here"),
        (
            "a: {b: 1}\n",
            Put(("a",), "c", "x", after="d"),
            "1:4: there is no key 'd' to put 'c' behind",
        ),
        ("a: [b: 1]\n", Put(("a", 0), "c", "x"), "1:5: a key stands in a list without '{' and"),
        ("a: [b]\n", Move(("a", 0), 1), "1:5: there is no place 1 for it"),
        ("? a\n: b\nc: 1\n", Delete(("a",)), "2:3: this cannot be changed without changing what"),
        ("a: 1\n", Put((), "b", "\u202e"), "1:1: this cannot be changed"),
    ],
    ids=repr,
)
def test_an_edit_that_does_not_go_with_the_file_is_refused(text: str, edit: Edit, why: str) -> None:
    with pytest.raises(CannotEdit, match=f"^a.yaml:{why}"):
        edited("a.yaml", text.encode(), [edit])


ROOT = Path(__file__).parents[2]
SHIPPED = [path for top in ("claims", "examples", "factcheck/skeleton", "tests/loading/good")
           for path in sorted((ROOT / top).rglob("*.yaml"))]  # fmt: skip


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
