"""A quote is found whatever the typography, and not where a letter or a number is another one."""

from __future__ import annotations

import pytest

from factcheck.model import Quote
from factcheck.text.passages.nearness import Difference, nearest
from factcheck.text.passages.passage import NEAR, contains, seek


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("the town's 8,500 people", "It employs the town’s 8,500\npeople."),
        ('its motto is "Read on"', "Its motto is «\u202fRead on\u202f»."),
        ('its motto is "Read on"', "Its motto is « Read on »."),
        ("its motto is 'Read on'", "its motto is “Read on”"),
        ("its motto is Read on", "its motto is ``Read on''."),
        ("spent 85 billion - more than planned", "spent 85 billion—more than planned"),
        ("up 18 % at 5 €", "Sales were up 18% at 5\u00a0€."),
        ("85 million people", "with 85 mil-\n  lion people"),
        ("85 million people", "with 85 mil\u00ad\nlion peo\u00adple"),
        ("a well-known firm", "It is a well-\nknown firm."),
        ("a well-known firm", "It is a well\u2011known firm."),
        ("the official office", "the o\ufb03cial o\ufb03ce"),
        ("2025年AI支出达850亿元", "其２０２５年ＡＩ支出\n达 850 亿元。"),
        ("豆包是「专有」模型", "豆包是“专有”模型"),
        ("ユーザー数は1億人", "ユーザー数は 1 億人"),
        ("ｶﾞｽの料金", "ガスの料金"),
        ("сотрудников 8500", "Сотрудников 8500 человек"),
        ("삼성전자", "어제 삼성전자는 발표했다"),
        ("café", "a cafe\u0301 in town"),
        ("It grew to 85", "it grew to 85."),
        ("it grew to 85", "It grew to 85."),
        ("employs … people in two cities", "It employs some 8,500 people in two cities."),
        ("employs [...] people", "It employs some 8,500 people."),
        ("employs (…) people", "It employs some 8,500 people."),
        ("employs ... people ... cities", "It employs 8,500 people, in two cities"),
        ("well … he said", "Well ... he said"),
        ("公司……850亿元", "该公司今年将投入850亿元"),
        ("… employs 8,500 people …", "It employs 8,500 people."),
        ("the port … it grew", "The port " + "x" * 2000 + " the port, he said: it grew"),
        ("a b … c", "a b " + "x " * 400 + "a b " + "x " * 400 + "c"),
    ],
)
def test_a_quote_is_found(quote: str, text: str) -> None:
    assert contains(text, Quote(quote))


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("8,500 engineers", "a staff of 8,500 people"),
        ("5 billion", "spent 85 billion"),
        ("5 billion", "spent 1.5 billion"),
        ("a staff of 8", "a staff of 8,500"),
        ("a staff of 85", "a staff of 850"),
        ("legal", "It is illegal."),
        ("It Grew", "It grew"),
        ("two cities … 8,500 people", "8,500 people in two cities"),
        ("8,500 … cities", "8,500 people " + "x" * NEAR + " in two cities"),
        ("10² metres", "102 metres"),
        ("850亿元", "580亿元"),
    ],
)
def test_a_quote_is_not_found(quote: str, text: str) -> None:
    assert not contains(text, Quote(quote))


TWICE = "In 2024 it spent 85 billion yuan. In 2025, it spent 85 billion yuan in all."


@pytest.mark.parametrize(
    ("prefix", "suffix", "found"),
    [
        ("In 2024 it spent", "", True),
        ("In 2025 it spent", "", True),
        ("In 2025, it spent", "yuan in all", True),
        ("… it spent", "yuan. In 2025", True),
        ("In 2026 it spent", "", False),
        ("In 2024 it spent", "yuan in all", False),
        ("", "dollars", False),
    ],
)
def test_prefix_and_suffix_select_one_of_several_places(
    prefix: str, suffix: str, found: bool
) -> None:
    sought = seek(TWICE, Quote("85 billion", prefix, suffix))
    assert sought.found is found
    assert len(sought.around) == (0 if found else 2)


def test_what_stands_around_is_told_where_the_selectors_are_wrong() -> None:
    [(before, behind)] = seek("Borealis employs 85 people.", Quote("85", "Arctis employs")).around
    assert (before, behind) == ("Borealis employs ", " people.")


def test_of_several_parts_the_missing_one_is_named() -> None:
    assert seek("It employs 85 people.", Quote("employs … cities")).missing == ("cities",)
    assert seek("In cities it employs 85.", Quote("employs … cities")).missing == ()


PASSAGES = [
    (
        "1.3 million guests last year",
        "It had\n1.3 million visitors last year.",
        "1.3 million visitors last year",
        [Difference("guests", "visitors", "million")],
    ),
    (
        "spends 58 billion yuan",
        "It says that it spends nearly 85 billion yuan on chips.",
        "spends nearly 85 billion yuan",
        [Difference("58", "nearly 85", "spends")],
    ),
    (
        "It does not spend 85 billion",
        "Clearly it does spend 85 billion.",
        "it does spend 85 billion",
        [Difference("not", "", "does")],
    ),
    (
        "The firm employs 85",
        "the firm, he said, employs 85",
        "the firm, he said, employs 85",
        [Difference("", ", he said,", "firm")],
    ),
    (
        "The harbor master calls it",
        "The port employs fourteen pilots, and the city pays. The harbour master calls it.",
        "The harbour master calls it",
        [Difference("harbor", "harbour", "The")],
    ),
    (
        "one of the ports it then built",
        "It is one of the harbours it then built, the city said, and all were built well.",
        "one of the harbours it then built",
        [Difference("ports", "harbours", "the")],
    ),
    (
        "豆包的用户达到一亿",
        "昨天发布：豆包的用户超过两亿。",
        "豆包的用户超过两亿",
        [Difference("达到一", "超过两", "户")],
    ),
]


@pytest.mark.parametrize(("quote", "text", "passage", "differences"), PASSAGES)
def test_the_nearest_passage_and_its_differences(
    quote: str, text: str, passage: str, differences: list[Difference]
) -> None:
    found = nearest(f"Nothing of it here. {text} Nor after it.", quote)
    assert found is not None
    assert found.passage == passage
    assert list(found.differences) == differences


def test_a_passage_that_shares_too_little_is_not_offered() -> None:
    assert nearest("The river rose by a metre.", "a staff of 8,500 engineers") is None
    assert nearest("", "a staff") is None
    assert nearest("The river", "…") is None


def test_a_long_hostile_text_is_searched_in_a_time_that_grows_with_it() -> None:
    # Each of these took minutes with a pattern that backtracks over runs of blanks or dashes.
    for text in ("a-" + "\n" * 300_000, "- " * 200_000, ". " * 200_000, "the " * 100_000):
        assert not contains(text, Quote("the … the … staff of 8,500"))
