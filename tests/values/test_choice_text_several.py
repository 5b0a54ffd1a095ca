"""Choices by their words and hierarchy, free text, and lists of values."""

from __future__ import annotations

import pytest

from factcheck.model import Attribute, Choice, Location, Verdict
from factcheck.text.context import Context, NoValueGiven, ReadingError
from factcheck.values import kind_of
from factcheck.values.choice import KIND as CHOICE
from factcheck.values.choice import Chosen
from factcheck.values.list import ListKind
from factcheck.values.text import KIND as TEXT

PLACES = Attribute(
    "licence",
    "licence",
    "choice",
    Location("attributes.yaml", 1, 1),
    choices=(
        Choice(
            "open",
            "open-source",
            (("en", ("open-source", "open source")), ("it", ("aperto", "aperti"))),
            excludes=("closed",),
        ),
        Choice("closed", "proprietary", (("en", ("proprietary",)), ("it", ("proprietari",)))),
        Choice("mit", "MIT licence", (("en", ("MIT",)),), refines=("permissive",)),
        Choice("permissive", "permissive", (("en", ("permissive",)),), refines=("open",)),
        Choice("free", "free of charge", (("en", ("free", "not open source but free")),)),
        Choice("han", "han", (("zh", ("开源",)),)),
    ),
)


def choose(text: str, language: str = "en") -> Chosen:
    value = CHOICE.read(text, Context(language, attribute=PLACES))
    assert isinstance(value, Chosen)
    return value


@pytest.mark.parametrize(
    ("language", "text", "choice"),
    [
        ("en", "Open Source models", "open"),
        ("en", "an open‑source licence", "open"),
        ("it", "modelli proprietari", "closed"),
        ("it", "open source", "open"),
        ("fr", "proprietary", "closed"),
        ("en", "not open source but free", "free"),
        ("zh", "模型已开源。", "han"),
        ("en", "mit", "mit"),
    ],
)
def test_choices_are_recognised_by_their_words(language: str, text: str, choice: str) -> None:
    assert choose(text, language).choice == choice


@pytest.mark.parametrize("text", ["openness", "MITRE", "reproprietary", "something else", ""])
def test_other_words_are_refused(text: str) -> None:
    with pytest.raises(ReadingError):
        choose(text)


def test_refusals_list_the_choices() -> None:
    with pytest.raises(ReadingError, match="open, closed, mit, permissive, free, han"):
        choose("something else")
    with pytest.raises(ReadingError, match="several choices of licence: open, closed"):
        choose("open source and proprietary")
    with pytest.raises(NoValueGiven):
        choose("n/a")
    with pytest.raises(ReadingError, match="declares choices"):
        CHOICE.read("open", Context("en"))


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("open source", "open-source", Verdict.AGREE),
        ("open source", "proprietary", Verdict.CONTRADICTS),
        ("MIT", "open source", Verdict.REFINES),
        ("MIT", "proprietary", Verdict.CONTRADICTS),
        ("free", "proprietary", Verdict.UNDETERMINED),
    ],
)
def test_choices_compare_by_hierarchy_and_exclusion(a: str, b: str, verdict: Verdict) -> None:
    assert CHOICE.compare(choose(a), choose(b)).verdict is verdict
    assert CHOICE.compare(choose(b), choose(a)).verdict is verdict


def test_an_undetermined_choice_says_what_to_add() -> None:
    steps = CHOICE.compare(choose("free"), choose("proprietary")).steps
    assert "add excludes or refines" in str(list(steps)[-1])


def test_a_choice_occurs_by_any_of_its_words() -> None:
    context = Context("it", attribute=PLACES)
    assert CHOICE.occurs(choose("proprietari", "it"), "i modelli proprietari", context)
    assert not CHOICE.occurs(choose("proprietari", "it"), "i modelli aperti", context)


def test_text_is_never_judged() -> None:
    one, same, other = (
        TEXT.read(t, Context("en")) for t in ('He said  "no".', "he said “No”", "he said yes")
    )
    assert TEXT.compare(one, same).verdict is Verdict.AGREE
    assert TEXT.compare(one, other).verdict is Verdict.UNDETERMINED
    assert TEXT.decides is False
    assert TEXT.occurs(other, "Then HE SAID yes.", Context("en"))
    with pytest.raises(NoValueGiven):
        TEXT.read("n/a", Context("en"))


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        (["Nordwind", "Südwind"], ["südwind", "nordwind"], Verdict.AGREE),
        (["Nordwind", "Südwinde"], ["Südwind", "Nordwind"], Verdict.VARIANT),
        (["Nordwind"], ["Südwind", "Nordwind"], Verdict.REFINES),
        (["Nordwind"], ["Südwind"], Verdict.UNDETERMINED),
        (["Nordwind", "Ost"], ["Südwind", "Nordwind"], Verdict.CONSISTENT),
    ],
)
def test_lists_are_open(a: list[str], b: list[str], verdict: Verdict) -> None:
    several = ListKind(kind_of("name"))
    context = Context("en")
    from factcheck.values.list import read_several

    one, other = (read_several(t, several.one, context) for t in (a, b))
    assert several.compare(one, other).verdict is verdict
    assert several.compare(other, one).verdict is verdict


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "not open source"),
        ("en", "no longer proprietary"),
        ("en", "isn’t open source"),
        ("en", "non-proprietary"),
        ("it", "non ancora proprietari"),
        ("it", "non è aperto"),
        ("it", "mai stati proprietari"),
    ],
)
def test_a_negated_choice_is_refused_and_does_not_occur(language: str, text: str) -> None:
    with pytest.raises(ReadingError, match="read_as, or give it a choice of its own"):
        choose(text, language)
    context = Context(language, attribute=PLACES)
    positive = choose("proprietary" if "propriet" in text else "open source")
    assert not CHOICE.occurs(positive, f"Acme says it is {text}.", context)
    assert CHOICE.occurs(positive, f"not Acme: {positive.text}", context)


def test_one_thing_has_one_place_in_an_order() -> None:
    ranks = Attribute(
        "rank",
        "rank",
        "choice",
        Location("attributes.yaml", 1, 1),
        choices=(
            Choice("first", "first", (("en", ("largest",)),), rank=1),
            Choice("second", "second", (("en", ("second",)),), rank=2),
            Choice("among", "among the largest", (("en", ("among the largest",)),)),
        ),
    )
    first, second, among = (
        CHOICE.read(t, Context("en", attribute=ranks)) for t in ("largest", "second", "among")
    )
    assert CHOICE.compare(first, second).verdict is Verdict.CONTRADICTS
    assert CHOICE.compare(first, among).verdict is Verdict.UNDETERMINED
