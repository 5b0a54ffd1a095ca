"""A text of ours stays a phrase until somebody says in which language it is wanted."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.model import Phrase, Wording, both, bracketed, either, in_english, joined, say
from factcheck.report.words.translating import translator

PLANNED = say("planned")
COUNT = in_english("1,234", "{number}", number=Decimal(1234))


def test_its_english_is_asked_for_by_str() -> None:
    assert str(say("{what} in {year}", what=PLANNED, year=2025)) == "planned in 2025"
    assert str(COUNT) == "1,234"
    assert str(say("about {figure}", figure=COUNT)) == "about 1,234"


@pytest.mark.parametrize(
    "in_passing",
    [
        lambda text: f"{text}",
        lambda text: "{}".format(text),  # noqa: UP032
        lambda text: text + ", 2025",
        lambda text: "2025, " + text,
        lambda text: ", ".join(("2025", text)),
        lambda text: sorted(("2025", text)),
    ],
    ids=["f-string", "format", "plus", "plus before", "join", "sorted"],
)
def test_nothing_makes_it_english_in_passing(in_passing: object) -> None:
    assert callable(in_passing)
    with pytest.raises(TypeError):
        in_passing(PLANNED)


def test_it_is_a_key_as_any_frozen_thing_is() -> None:
    assert {say("{a}", a=1): "one"}[say("{a}", a=1)] == "one"
    other: object = "planned"
    assert other != PLANNED


@pytest.mark.parametrize(
    ("text", "english", "italian"),
    [
        (joined(("2025", PLANNED)), "2025, planned", "2025, previsto"),
        (both(("2024", "2025", PLANNED)), "2024, 2025 and planned", "2024, 2025 e previsto"),
        (either(("2025", PLANNED)), "2025 or planned", "2025 o previsto"),
        (bracketed(PLANNED), " (planned)", " (previsto)"),
        (joined(("2024", "2025")), "2024, 2025", "2024, 2025"),
        (COUNT, "1,234", "1.234"),
    ],
)
def test_parts_of_a_sentence_are_translated_with_it(
    text: Wording, english: str, italian: str
) -> None:
    assert str(text) == english
    assert translator().fact(text) == english
    assert translator("it").fact(text) == italian


def test_what_a_source_wrote_is_no_phrase() -> None:
    assert isinstance(joined(("planned", "2025")), str)
    assert isinstance(joined((PLANNED,)), Phrase)
    assert joined(()) == both(()) == either(()) == bracketed("") == ""
