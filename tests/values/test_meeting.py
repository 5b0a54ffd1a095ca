"""Which values of one scope are compatible: held against the comparison of every two of them."""

from __future__ import annotations

from contextlib import suppress
from itertools import combinations

from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.model import COMPATIBLE, Attribute, Choice, Confusable, Location, Subject, Value
from factcheck.text.context import Context, NoValueGiven
from factcheck.values import kind_of
from factcheck.values.base import Kind
from factcheck.values.list import ListKind, read_several
from factcheck.values.naming.consonants import sound_alike
from factcheck.values.naming.likeness import alike
from factcheck.values.naming.name_blocks import may_be_typing_errors
from factcheck.values.naming.spelling import spelling
from tests.drawing import examples

PLACE = Location("subjects.yaml", 1, 1)


def subject(id: str, label: str, **more: object) -> Subject:
    return Subject(id, label, PLACE, **more)  # type: ignore[arg-type]


SUBJECTS = {
    s.id: s
    for s in (
        subject("berg", "Anna Berg", aliases=("A. K. Berg",), misspellings=("Anna Breg",)),
        subject("berger", "Anna Berger", confusable_with=(Confusable("berg", "a namesake"),)),
        subject("lumo", "Lumo Group", family="northwind"),
        subject("northwind", "Northwind", part_of="hold", names=(("ru", "Нордвинд"),)),
        subject("hold", "Northwind Holding AG"),
    )
}
CONTEXT = Context("en", subjects=SUBJECTS)

WORDS = (
    "Anna",
    "A.",
    "Ann",
    "Ana",
    "Berg",
    "Breg",
    "Berger",
    "Bergmann",
    "Marian",
    "Maria",
    "Mar",
    "Marianne",
    "Alexandrovich",
    "Aleksandrovitsch",
    "Alexandrovna",
    "Constantinopel",
    "Konstantinopol",
    "von",
    "Dr",
    "Jr.",
    "Sr.",
    "B",
    "2A",
    "2B",
    "II",
    "University",
    "Bank",
    "Group",
    "AG",
    "GmbH",
    "Ltd",
    "of",
    "on",
    "Orm",
    "Northwind",
    "Nordwind",
    "Lumo",
    "al",
    "bin",
    "Müller",
    "Mueller",
    "Muller",
    "Владимир",
    "Vladimir",
    "Petrov",
    "Petrof",
    "高云",
    "Gao",
    "Yun",
    "gulanbator",
    "Gulaanbaatar",
    "the",
    "Serbo-Croatian",
    "Harven",
    "(Tamrit)",
    "Tamrit",
)
NAMES = st.one_of(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=4),
    st.lists(st.sampled_from(WORDS), min_size=7, max_size=10),
    st.lists(st.sampled_from(("Anna", "Maria", "Marian", "Berg", "Breg", "A.")), min_size=1),
).map(" ".join)


@st.composite
def names(draw: st.DrawFn) -> list[str]:
    """Names and copies of them, their words swapped, left out, or a letter of them lost."""
    found = draw(st.lists(NAMES, min_size=1, max_size=6))
    for _ in range(draw(st.integers(1, 8))):
        name = draw(st.sampled_from(found))
        for _ in range(draw(st.integers(1, 3))):
            words = name.split(" ")
            at = draw(st.integers(0, len(words) - 1))
            match draw(st.sampled_from(("letter", "two", "word", "order", "short", "more"))):
                case "letter":
                    cut = draw(st.integers(0, len(name) - 1))
                    name = name[:cut] + name[cut + 1 :]
                case "two":
                    cut = draw(st.integers(0, len(name) - 1))
                    name = name[:cut] + name[cut : cut + 2][::-1] + name[cut + 2 :]
                case "word" if len(words) > 1:
                    name = " ".join(words[:at] + words[at + 1 :])
                case "order":
                    name = " ".join(words[at:] + words[:at])
                case "short":
                    cut = draw(st.integers(1, 5))
                    name = " ".join((*words[:at], words[at][:cut], *words[at + 1 :]))
                case "more":
                    name = " ".join((*words[:at], draw(st.sampled_from(WORDS)), *words[at:]))
            name = " ".join(name.split()) or "Anna"
        found.append(name)
    return found


def read(kind: Kind, texts: list[str]) -> list[Value]:
    """The values of those texts that give one."""
    found = []
    for text in dict.fromkeys(texts):
        with suppress(NoValueGiven):
            found.append(kind.read(text, CONTEXT))
    return found


def check(kind: Kind, values: list[Value]) -> None:
    verdicts = {
        (i, j): kind.compare(values[i], values[j]).verdict
        for i, j in combinations(range(len(values)), 2)
    }
    for (i, j), verdict in verdicts.items():
        assert kind.compare(values[j], values[i]).verdict is verdict
    meeting = kind.meeting(values)
    texts = {(values[i].text, values[j].text) for i, j in meeting.compatible()}
    assert texts == {
        (values[i].text, values[j].text) for (i, j), v in verdicts.items() if v in COMPATIBLE
    }
    assert meeting.disjoint == {v for v in verdicts.values() if v not in COMPATIBLE}
    assert sorted(n for group in meeting.groups for n in group) == list(range(len(values)))


@example(["Anna Anna A. Alexandrovich", "Anna Anna Anna A."])
@example(["Gulanbator Hansen", "Gulaanbaatoraa Hansen"])
@examples(200)
@given(names())
def test_names(texts: list[str]) -> None:
    kind = kind_of("name")
    check(kind, read(kind, texts))


@given(st.lists(st.lists(NAMES, min_size=1, max_size=4), min_size=1, max_size=6), st.booleans())
def test_lists_of_names(lists: list[list[str]], closed: bool) -> None:
    check_lists("name", lists, closed)


FIGURES = (
    "100",
    "about 100",
    "more than 100",
    "less than 100",
    "90 to 110",
    "100 km",
    "120",
    "at least 120",
    "119.7",
    "12,000",
    "12,400",
    "nearly 12,000",
    "0",
    "-3",
)
DAYS = ("2025", "H1 2025", "June 2025", "about June 2025", "3 June 2025", "by June 2025", "2026")
TIMES = ("13:55", "about 2 pm", "13:55 EST", "14:00", "midnight", "23:59", "2 pm")


@given(st.data(), st.booleans())
def test_lists_of_what_lies_on_a_line(data: st.DataObject, closed: bool) -> None:
    for kind, texts in (("quantity", FIGURES), ("period", DAYS), ("time", TIMES)):
        some = st.lists(st.sampled_from(texts), min_size=1, max_size=3)
        check_lists(kind, data.draw(st.lists(some, min_size=1, max_size=5)), closed)


def check_lists(kind: str, lists: list[list[str]], closed: bool) -> None:
    one = kind_of(kind)
    attribute = Attribute("partners", "partners", kind, PLACE, many=True, closed=closed)
    context = Context("en", attribute=attribute, subjects=SUBJECTS)
    values: list[Value] = [read_several(texts, one, context) for texts in lists]
    check(ListKind(one), values)


CHOICES = (
    Choice("open", "open", (("en", ("open", "free")),), excludes=("shut",)),
    Choice("mit", "MIT", (("en", ("mit",)),), refines=("open",)),
    Choice("shut", "shut", (("en", ("closed", "shut")),)),
    Choice("odd", "odd", (("en", ("odd",)),)),
)
ATTRIBUTE = Attribute("licence", "licence", "choice", PLACE, choices=CHOICES)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(("open", "free", "mit", "closed", "shut", "odd")),
            st.sampled_from(("", " now", " today")),
        ),
        min_size=1,
    )
)
def test_choices(texts: list[tuple[str, str]]) -> None:
    context = Context("en", attribute=ATTRIBUTE)
    words = dict.fromkeys(word + more for word, more in texts)
    check(kind_of("choice"), [kind_of("choice").read(text, context) for text in words])


@given(st.lists(st.sampled_from(("a b", "A b", '"a b"', "a", "b", "b!")), min_size=1))
def test_free_text(texts: list[str]) -> None:
    check(kind_of("text"), read(kind_of("text"), texts))


@examples(200)
@given(names(), st.lists(NAMES))
def test_names_that_a_registered_one_may_be(texts: list[str], more: list[str]) -> None:
    known = [*texts[::2], *more, "Лантерн", "!!!"]
    found = may_be_typing_errors(texts, known)
    for text in texts:
        for name in known:
            assert not typing_error(text, name) or (text, name) in found


def typing_error(text: str, name: str) -> bool:
    """What may be a slip, as the rule on variants of names has it."""
    a, b = spelling(text), spelling(name)
    return (
        alike(text.casefold(), name.casefold())
        or alike(a.plain, b.plain)
        or sound_alike(a.words, b.words)
    )
