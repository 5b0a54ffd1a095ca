"""Labels of the registries by language: shown wherever a label is shown, and never read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.corpus import dump, read_files
from factcheck.corpus.yaml.yaml_text import parse
from factcheck.formats.base import render
from factcheck.judging import Gate
from factcheck.judging.identity import values_of
from factcheck.model import Label, both, joined, say, with_labels
from factcheck.pipeline import described, look
from factcheck.report.words.translating import translator
from tests.report.test_languages import without_letters

ITALIAN = translator("it")
SPENDING = with_labels("AI spending", (("it", "spesa per l’IA"), ("en", "spending on AI")))


def test_a_label_is_its_plain_text_to_everybody_but_a_reader() -> None:
    assert str(SPENDING) == "AI spending"
    assert with_labels("revenue", ()) == "revenue"


def test_it_is_told_alone_in_sentences_and_in_parts_of_them() -> None:
    inside = say("{what} of {whom}", what=say("{a}, the year before", a=SPENDING), whom="Borealis")
    assert translator().fact(SPENDING) == "spending on AI"
    assert translator().say(inside) == "spending on AI, the year before of Borealis"
    assert ITALIAN.fact(joined(["revenue", SPENDING], " / ")) == "revenue / spesa per l’IA"
    assert ITALIAN.fact(both(["revenue", SPENDING])) == "revenue e spesa per l’IA"
    assert ITALIAN.all([SPENDING, "revenue"]) == "spesa per l’IA e revenue"
    assert ITALIAN.text("{attribute} of {subject}", attribute=SPENDING, subject="Borealis") == (
        "spesa per l’IA di Borealis"
    )


@pytest.mark.parametrize(
    ("language", "label"),
    [("pt-BR", "gastos"), ("pt", "despesas"), ("pt-PT", "despesas"), ("de", "spending")],
)
def test_the_narrowest_label_is_taken_else_the_plain_one(language: str, label: str) -> None:
    labels = (("pt", "despesas"), ("pt-BR", "gastos"))
    assert Label("spending", labels).label_in(language) == label


Entry = dict[str, object]


def renamed(entry: Entry, kept_as: str) -> None:
    """Two labels that tell of which language they are; what was the label is still read."""
    for inner in (*listed(entry, "choices"), *listed(entry, "coverages")):
        renamed(inner, "words" if "words" in inner else "")
    label, id = entry["label"], entry["id"]
    if kept_as == "aliases":
        aliases = entry.get("aliases", [])
        assert isinstance(aliases, list)
        entry["aliases"] = [*aliases, label]
    if kept_as == "words":
        words = entry["words"]
        assert isinstance(words, dict)
        entry["words"] = words | {"en": [*words.get("en", ()), label]}
    entry["label"] = f"⟦{id}⟧"
    entry["names" if "names" in entry else "labels"] = {"it": f"⟨{id}⟩"}


def listed(entry: Entry, key: str) -> list[Entry]:
    found = entry.get(key, [])
    assert isinstance(found, list)
    return found


def marked(corpus: Path) -> dict[str, bytes]:
    """The files of a corpus with labels that tell from which of the two languages they are."""
    texts = dict(read_files(corpus).texts)
    for name in ("subjects", "attributes", "origins"):
        path = f"{corpus}/{name}.yaml"
        document, diagnostics = parse(path, texts[path])
        assert document is not None and not diagnostics and isinstance(document.data, dict)
        for entry in listed(dict(document.data), name):
            if name == "subjects":
                entry["names"] = {}
            renamed(entry, "" if name == "attributes" else "aliases")
        texts[path] = dump(document.data).encode()
    return texts


@pytest.fixture(scope="module")
def pages() -> Mapping[str, str]:
    """The words of the pages of the shipped claims under such labels, by language."""
    looked = look(replace(read_files(Path("claims")), texts=marked(Path("claims"))), gate=Gate())
    assert looked.diagnostics == ()
    return {
        language: render(described(looked, "claims", language), "html").partition("<body")[2]
        for language in ("en", "it")
    }


def test_an_italian_page_shows_the_italian_label_everywhere(pages: Mapping[str, str]) -> None:
    found = re.findall(r"[^\n]*⟦[^\n]*", without_letters(pages["it"]))
    assert found == []
    assert pages["it"].count("⟨") > 1000


def test_an_english_page_shows_none_of_them(pages: Mapping[str, str]) -> None:
    assert re.findall(r"[^\n]*⟨[^\n]*", without_letters(pages["en"])) == []


@pytest.mark.parametrize(
    "place",
    [
        'class="what"',
        'class="standfirst"',
        'class="todo"',
        'class="printable"',
        "<option",
        "<title>",
        'class="figures"',
        'class="matrix"',
        'class="origins-table"',
        'class="agreements"',
        'class="said"',
        'class="steps"',
        'class="aside"',
        'class="value"',
    ],
)
def test_the_label_is_in(place: str, pages: Mapping[str, str]) -> None:
    """In cards, sentences, the work list, what may be printed, pictures and filters."""
    stands = [pages["it"][m.start() : m.start() + 20_000] for m in re.finditer(place, pages["it"])]
    assert any("⟨" in part for part in stands)


def test_letters_have_the_labels_of_their_own_language(pages: Mapping[str, str]) -> None:
    for page in pages.values():
        letters = re.findall(r'<div class="letter" lang="(..)">(.*?)</div>', page, re.DOTALL)
        assert {language for language, _ in letters} == {"en", "it"}
        for language, letter in letters:
            assert ("⟦" if language == "it" else "⟨") not in letter


def test_the_shipped_claims_have_an_italian_label_for_all_that_is_shown() -> None:
    looked = look(read_files(Path("claims")), gate=Gate())
    registries = looked.compared.vocabulary
    labels = [
        *((a.id, a.label) for a in registries.attributes.values()),
        *((f"{a.id}: {c.id}", c.label) for a in registries.attributes.values() for c in a.choices),
        *((o.id, o.label) for o in registries.origins.values() if o.kind == "anonymous"),
    ]
    assert [name for name, label in labels if isinstance(label, str)] == []
    coverages = [p for a in registries.attributes.values() for p in a.coverages]
    assert [p.id for p in coverages if not p.labels] == []


def test_no_id_and_no_record_changes_with_labels() -> None:
    plain = read_files(Path("claims"))
    bare = {
        path: re.sub(r"\n +labels: .+|, labels: \{.+?\}", "", text.decode()).encode()
        for path, text in plain.texts.items()
    }
    one, other = look(plain, gate=Gate()), look(replace(plain, texts=bare), gate=Gate())
    assert bare != plain.texts
    assert [j.id for j in one.judged.findings] == [j.id for j in other.judged.findings]
    assert [j.state for j in one.judged.findings] == [j.state for j in other.judged.findings]
    assert [values_of(j.finding) for j in one.judged.findings] == [
        values_of(j.finding) for j in other.judged.findings
    ]
    assert one.judged.stale == other.judged.stale == ()
