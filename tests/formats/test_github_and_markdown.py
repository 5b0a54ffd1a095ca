"""Annotations and comments on GitHub: what is seen, and what words of a source may not do there."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest

from factcheck.model import Diagnostic, Location
from tests.formats.altering import with_columns, with_fields
from tests.formats.bricks import HARBOUR, column_of, stated
from tests.formats.findings import (
    BUDGET,
    BUDGET_CARD,
    CONFUSED,
    CONFUSED_CARD,
    LICENCE,
    LICENCE_CARD,
    SPELLING,
    SPELLING_CARD,
    STAFF,
    STAFF_CARD,
)
from tests.formats.rewriting import views_of
from tests.formats.test_formats import HOSTILE
from tests.formats.views import PAGE, SUMMARY, grouped, render, views, with_cards


def test_new_ones_that_fail_come_first_and_what_is_known_is_left_out() -> None:
    cards = (
        with_fields(BUDGET_CARD, state="known", fails=False),
        with_fields(LICENCE_CARD, state="changed"),
        with_fields(SPELLING_CARD, state="new"),
        with_fields(CONFUSED_CARD, state="new"),
        STAFF_CARD,
    )
    summary = replace(SUMMARY, diagnostics=(), stale=())
    lines = render("github", views(replace(PAGE, groups=grouped(cards)), summary)).splitlines()
    *described, answer = [re.search(r"\[(\w+)\]::", line) for line in lines]
    assert [match[1] for match in described if match] == [CONFUSED.id, LICENCE.id, SPELLING.id]
    assert answer is None


def test_values_of_commands_are_escaped() -> None:
    claim = stated(HARBOUR, 3, "50%", location=Location("claims/a:b,c%.yaml", 3, 5))
    card = with_columns(BUDGET_CARD, column_of("50%", claim), message="100%\nsure::error::x")
    of = views(replace(PAGE, groups=grouped([card])), replace(SUMMARY, diagnostics=()))
    first = render("github", of).splitlines()[0]
    assert first.startswith("::error file=claims/a%3Ab%2Cc%25.yaml,line=3,col=5,title=")
    assert "::100%25 sure::error::x%0A50%25: “50%25” (Harbour Post" in first


OPENING = re.compile(r"</?(?:b|code|details|summary)>")


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_words_in_a_comment_are_only_words(text: str) -> None:
    comment = render("markdown", views_of(text))
    plain = render("markdown", views_of("plain"))
    for sign in ("<details>", "</details>", "<summary>", "<b>", "://", "www.", *"|`*_~$[]\\{}"):
        assert comment.count(sign) == plain.count(sign), sign
    assert "<" not in OPENING.sub("", comment)
    # What GitHub makes of the text once it is characters again; it leaves <code> alone.
    read = html.unescape(re.sub(r"<code>.*?</code>", "\0", comment))
    assert not re.search(r"@\w|#\w|GH-\d|:[\w+-]+:", read.replace("### factcheck:", ""))


def test_a_comment_is_short_and_says_what_it_leaves_out() -> None:
    many = [with_fields(BUDGET_CARD, id=f"{n:012x}", message="long " * 300) for n in range(200)]
    diagnostics = tuple(Diagnostic(Location("claims/a.yaml", n, 1), "wrong") for n in range(1, 30))
    comment = render(
        "markdown",
        views(replace(PAGE, groups=grouped(many)), replace(SUMMARY, diagnostics=diagnostics)),
    )
    assert len(comment) < 65_536
    shown = comment.count("<details>")
    assert 10 < shown < 200
    assert f"And {200 - shown} more, which <code>factcheck check</code> lists." in comment
    assert "- and 9 more faults" in comment


def test_what_is_settled_is_left_out_and_notes_are_lines() -> None:
    comment = render("markdown", with_cards(with_fields(BUDGET_CARD, state="resolved"), STAFF_CARD))
    assert BUDGET.message not in comment
    assert f"- {STAFF.message}" in comment
    assert "For information: 1" in comment
