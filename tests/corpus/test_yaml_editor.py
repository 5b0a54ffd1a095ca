"""What the editor makes of texts as people write them: all that it was not told to change stays."""

from __future__ import annotations

import pytest

from factcheck.corpus.yaml.yaml_editor import (
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
    (Replace(("claims", 0, "covers"), "l'IA"), "'the ships'", "'l''IA'"),
    (
        Replace(("claims", 0, "covers"), {"text": "the ships", "coverage": "all"}),
        "'the ships'",
        "{text: the ships, coverage: all}",
    ),
    (
        Replace(("claims", 0, "covers"), ["a, b", {"c": "d"}]),
        "covers: 'the ships'  # as printed\n",
        "covers:  # as printed\n  - a, b\n  - c: d\n",
    ),
    (Replace(("claims", 0, "quote"), "one"), ">-  # folded\n    two\n    lines", "one  # folded"),
    (Replace(("claims", 0, "status"), "l 1\nl 2"), "planned", "|-\n    l 1\n    l 2"),
    (Replace(("claims", 0, "id"), "l 1\nl 2"), "id: a ", 'id: "l 1\\nl 2" '),
    (Replace(("claims", 1), "text"), "{id: b, covers: ships, key: [x,y]}", "text"),
    (Replace(("claims", 1, "key", 1), "a, b"), "[x,y]", "[x,'a, b']"),
    (Replace(("claims",), None), CLAIM[len("# Ferries\nclaims:") :], " null\n"),
    (RenameKey(("claims", 0, "status"), "state: x"), "status:", "'state: x':"),
    (RenameKey(("claims", 1, "covers"), "a, b"), "covers: ships", "'a, b': ships"),
    (Put(("claims", 0), "place", "here", after="id"), "# first\n", "# first\n  place: here\n"),
    (Put(("claims", 0), "place", "here"), "planned\n", "planned\n  place: here\n"),
    (Put(("claims", 0), "status", "actual", after="id"), "planned", "actual"),
    (Put(("claims", 1), "place", "# x", after="id"), "b, ", "b, place: '# x', "),
    (Put(("claims", 1), "place", "here"), "y]}", "y], place: here}"),
    (Put((), "claim_defaults", {"place": "here"}), "y]}\n", "y]}\nclaim_defaults: {place: here}\n"),
    (Delete(("claims", 0, "id")), "- id: a   # first\n  covers", "- covers"),
    (Delete(("claims", 0, "covers")), "  covers: 'the ships'  # as printed\n", ""),
    (
        Delete(("claims", 0, "covers"), comments_stay=True),
        "covers: 'the ships'  # as printed",
        "# as printed",
    ),
    (
        Delete(("claims", 0, "quote"), comments_stay=True),
        "quote: >-  # folded\n    two\n    lines",
        "# folded",
    ),
    (Delete(("claims", 0, "id"), comments_stay=True), "id: a   # first", "# first"),
    (Delete(("claims", 1)), "- {id: b, covers: ships, key: [x,y]}\n", ""),
    (Delete(("claims", 1, "id")), "id: b, ", ""),
    (Delete(("claims", 1, "key")), ", key: [x,y]", ""),
    (Delete(("claims",)), CLAIM[len("# Ferries\n") :], "{}\n"),
    (Move(("claims", 1, "key", 0), 1), "[x,y]", "[y,x]"),
]


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


def test_a_colon_in_a_comment_is_no_colon() -> None:
    made = edited("a.yaml", b"{a # x: y\n}\n", [Replace(("a",), "v")])
    assert made == "{a: v # x: y\n}\n"


def test_blank_lines_that_a_text_keeps_go_with_it() -> None:
    assert edited("a.yaml", b"a: |+\n  x\n\nb: 1\n", [Delete(("a",))]) == "b: 1\n"
    assert edited("a.yaml", b"a: |\n  x\n\nb: 1\n", [Delete(("a",))]) == "\nb: 1\n"


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
