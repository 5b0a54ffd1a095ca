"""Names: the registry decides, spelling only proposes."""

from __future__ import annotations

import pytest

import factcheck
from factcheck.model import Confusable, Location, Subject, Verdict
from factcheck.text.context import Context, NoValueGiven, ReadingError
from factcheck.values.name import KIND, Name
from factcheck.values.naming.blocks import near_pairs
from factcheck.values.naming.likeness import alike, nearest

PLACE = Location("subjects.yaml", 1, 1)


def subject(id: str, label: str, **more: object) -> Subject:
    return Subject(id, label, PLACE, **more)  # type: ignore[arg-type]


SUBJECTS = {
    s.id: s
    for s in (
        subject("acme", "Acme", aliases=("Acme Holdings",), names=(("zh", "阿克米"),)),
        subject("lumo", "Lumo", misspellings=("Lumoo",), family="acme-models"),
        subject("acme-models", "Acme's models", part_of="acme"),
        subject("zephyr", "Zephyr", confusable_with=(Confusable("boreas", "a CPU, not a GPU"),)),
        subject("boreas", "Boreas"),
        subject("x20", "X20"),
        subject("x200", "X200"),
    )
}
CONTEXT = Context("en", subjects=SUBJECTS)


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("Acme", "ACME Holdings", Verdict.AGREE),
        ("Acme", "阿克米", Verdict.AGREE),
        ("Lumo", "Lumoo", Verdict.VARIANT),
        ("Lumo", "Acme's models", Verdict.REFINES),
        ("Lumo", "Acme", Verdict.REFINES),
        ("Zephyr", "Boreas", Verdict.CONFUSED),
        ("X20", "X200", Verdict.CONTRADICTS),
        ("Zephyr", "Acme", Verdict.CONTRADICTS),
        ("Zephyr", "Zephir", Verdict.VARIANT),
        ("X20", "X21", Verdict.CONTRADICTS),
        ("Acme", "Somebody Else", Verdict.CONTRADICTS),
        ("the Zephyr", "Boreas", Verdict.CONFUSED),
        ("Acme's Models", "the acme models", Verdict.AGREE),
        ("the X20", "X200", Verdict.CONTRADICTS),
    ],
)
def test_the_registry_decides(a: str, b: str, verdict: Verdict) -> None:
    values = KIND.read(a, CONTEXT), KIND.read(b, CONTEXT)
    assert KIND.compare(*values).verdict is verdict
    assert KIND.compare(*values[::-1]).verdict is verdict


def test_steps_say_what_a_name_is() -> None:
    steps = KIND.compare(KIND.read("Lumo", CONTEXT), KIND.read("Lumoo", CONTEXT)).steps
    assert [str(s) for s in steps] == [
        '"Lumo" is registered as Lumo',
        '"Lumoo" is a known misspelling of Lumo',
        "one of them is a known misspelling of Lumo",
    ]


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("Nordwind AG", "Nordwind Aktiengesellschaft", Verdict.AGREE),
        ("The Nordwind Group", "Nordwind Group", Verdict.AGREE),
        ("Nordwind AG", "Nordwind GmbH", Verdict.CONTRADICTS),
        ("Nordwind Trust", "Nordwind Bank", Verdict.CONTRADICTS),
        ("Dr Petrov", "Petrov", Verdict.VARIANT),
        ("DR Nordland", "Nordland", Verdict.VARIANT),
        ("N.W.D. Company", "NWD Company", Verdict.AGREE),
        ("Erdoğan Yıldız", "Erdogan Yildiz", Verdict.AGREE),
        ("Владимир Петров", "Vladimir Petrov", Verdict.AGREE),
        ("Petrov Vladimir", "Vladimir Petrov", Verdict.VARIANT),
        ("V. Petrov", "Vladimir Petrov", Verdict.VARIANT),
        ("Vladimir Ivanovich Petrov", "Vladimir Petrov", Verdict.VARIANT),
        ("Vladimir Petrof", "Vladimir Petrov", Verdict.VARIANT),
        ("Omar bin Said", "Said bin Omar", Verdict.CONTRADICTS),
        ("Model 910B", "Model 910C", Verdict.CONTRADICTS),
        ("H20", "H200", Verdict.CONTRADICTS),
        ("Kim", "Kin", Verdict.CONTRADICTS),
        ("Petrov", "Vladimir Petrov", Verdict.VARIANT),
        ("A. Petrov", "Petrov", Verdict.VARIANT),
        ("Kaldspitze", "Kaldspitze on Mount Orm", Verdict.VARIANT),
        ("Orm", "Lake Orm", Verdict.VARIANT),
        ("Vladimir", "Vladimir Petrov", Verdict.CONTRADICTS),
        ("Orm", "Orm Bank", Verdict.CONTRADICTS),
        ("Ormish", "Soro-Ormish", Verdict.CONTRADICTS),
        ("H200", "H200 Max", Verdict.CONTRADICTS),
        ("高山早苗", "高川早苗", Verdict.CONTRADICTS),
    ],
)
def test_spelling_proposes(a: str, b: str, verdict: Verdict) -> None:
    assert factcheck.compare(a, b, kind="name").verdict is verdict
    assert factcheck.compare(b, a, kind="name").verdict is verdict


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("高云", "Gao Yun", Verdict.VARIANT),
        ("高雲", "高云", Verdict.AGREE),
        ("高云", "高允", Verdict.CONTRADICTS),
        ("Müllberg", "Muellberg", Verdict.AGREE),
        ("Müllberg", "Mullberg", Verdict.AGREE),
        ("Muellberg", "Mullberg", Verdict.VARIANT),
        ("Sørdal AS", "Soerdal AS", Verdict.AGREE),
        ("北风科技有限公司", "北风科技", Verdict.AGREE),
        ("北風科技股份有限公司", "北风科技", Verdict.AGREE),
        ("株式会社キタカゼ", "キタカゼ", Verdict.AGREE),
        ("株式会社キタカゼ", "キタカゼ Inc.", Verdict.VARIANT),
        ("北风科技有限公司", "南风科技有限公司", Verdict.CONTRADICTS),
        ("ООО «Полюс»", "Polyus LLC", Verdict.AGREE),
        ("Nordwind S.p.A.", "Nordwind S.r.l.", Verdict.CONTRADICTS),
        ("Nordwind Sp. z o.o.", "Nordwind", Verdict.AGREE),
        ("JSC Nordwind Corporation", "Nordwind Corporation Joint Stock Company", Verdict.AGREE),
        ("Nordwind Fund II", "Nordwind Fund III", Verdict.CONTRADICTS),
        ("The Sigma Group", "The Sygma Group", Verdict.VARIANT),
        ("The Sigma Group", "The Cigna Group", Verdict.CONTRADICTS),
        ("Harven (Tamrit)", "Tamrit", Verdict.VARIANT),
        ("Harven (Tamrit)", "Harven", Verdict.VARIANT),
        ("Harven (Tamrit)", "Harven (Olsund)", Verdict.CONTRADICTS),
        ("Harven (Tamrit)", "Tamritskaya", Verdict.CONTRADICTS),
        ("Gulan Bator", "Gulaanbaatar", Verdict.VARIANT),
        ("Мосамтик", "Mozamtique", Verdict.VARIANT),
        ("Karl Marnes", "Karl Morunas", Verdict.CONTRADICTS),
        ("Oslenburg", "Slynberg", Verdict.CONTRADICTS),
    ],
)
def test_one_name_in_several_ways_of_writing(a: str, b: str, verdict: Verdict) -> None:
    assert factcheck.compare(a, b, kind="name").verdict is verdict
    assert factcheck.compare(b, a, kind="name").verdict is verdict


def test_what_is_no_name_is_refused() -> None:
    for text in ("", "   ", "x" * 501):
        with pytest.raises(ReadingError, match="between 1 and 500"):
            KIND.read(text, CONTEXT)
    with pytest.raises(NoValueGiven):
        KIND.read("n/a", CONTEXT)


def test_circles_in_the_registry_end() -> None:
    cycle = {
        "a": subject("a", "Aaa", part_of="b"),
        "b": subject("b", "Bbb", part_of="a"),
    }
    value = KIND.read("Aaa", Context("en", subjects=cycle))
    assert isinstance(value, Name)
    assert value.above == {"b"}


def test_occurs_under_any_of_its_names() -> None:
    acme = KIND.read("Acme", CONTEXT)
    assert KIND.occurs(acme, "said Acme Holdings on Monday", CONTEXT)
    assert KIND.occurs(acme, "据阿克米公布", CONTEXT)
    assert not KIND.occurs(acme, "said Acmeville on Monday", CONTEXT)
    x20 = KIND.read("X20", CONTEXT)
    assert not KIND.occurs(x20, "the X200 chip", CONTEXT)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("doubao", "dubao", True),
        ("lukashenko", "luakshenko", True),
        ("h20", "h20", True),
        ("model910b", "model910c", False),
        ("qwen2-chat", "qwen3-chat", False),
        ("kim", "kin", False),
        ("nordwind", "sudwind", False),
    ],
)
def test_alike_never_with_another_digit(a: str, b: str, same: bool) -> None:
    assert alike(a, b) is same
    assert alike(b, a) is same


def test_nearest_suggests_or_says_nothing() -> None:
    assert nearest("ai-spendig", ["ai-spending", "revenue"]) == "ai-spending"
    assert nearest("zzzzzz", ["ai-spending", "revenue"]) is None
    assert nearest("word", []) is None


def test_near_pairs_are_one_edit_apart_and_never_differ_in_a_digit() -> None:
    words = ["ai-spending", "ai-spendings", "revenue", "revenu", "h20", "h200", "tokens", "users"]
    assert near_pairs(words) == (("ai-spending", "ai-spendings"), ("revenu", "revenue"))
    assert near_pairs(reversed(words)) == near_pairs(words)
    assert near_pairs(["spending-ai-xy", "spemding-ai-xy"]) == (
        ("spemding-ai-xy", "spending-ai-xy"),
    )


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("Vaccine A", "Vaccine B", Verdict.CONTRADICTS),
        ("John Smith Jr.", "John Smith Sr.", Verdict.CONTRADICTS),
        ("John Smith Junior", "John Smith, Sr.", Verdict.CONTRADICTS),
        ("John F. Calder", "John K. Calder", Verdict.CONTRADICTS),
        ("John Smith Jr.", "John Smith", Verdict.VARIANT),
        ("J. Calder", "John Calder", Verdict.VARIANT),
    ],
)
def test_one_letter_or_a_generation_tells_two_names_apart(a: str, b: str, verdict: Verdict) -> None:
    for one, other in ((a, b), (b, a)):
        assert factcheck.compare(one, other, kind="name").verdict is verdict


def test_likeness_knows_them_too() -> None:
    assert not alike("vaccine a", "vaccine b")
    assert not alike("john smith jr.", "john smith sr.")
    assert alike("john f. calder", "john f. caldar")
