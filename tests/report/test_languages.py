"""The report in other languages: every word of ours is translated, and no word of a source."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from html import unescape
from pathlib import Path

import pytest

from checks.catalogue import errors_of, holes, messages, missing_in, translations
from checks.release import missing_entry
from factcheck.formats import html
from factcheck.model import Period, own, say, say_many
from factcheck.report.page import Page
from factcheck.report.words.catalogues import catalogue, languages
from factcheck.report.words.translating import Translator, translator
from factcheck.text.context import Context
from factcheck.values.measures.measured import Measured, show_measured
from factcheck.values.period import read_period, show_period
from tests.corpora import page_of
from tests.formats.rewriting import views_of

OTHERS = languages()[1:]
ITALIAN = translator("it")


def words_of(page: str) -> str:
    bare = re.sub(r"<style>.*?</style>|<script>.*?</script>", "", page, flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]*>", "\n", bare))


def without_letters(page: str) -> str:
    """A letter speaks the language of its outlet."""
    return re.sub(r'<div class="letter".*?</div>', "", page, flags=re.DOTALL)


@pytest.mark.parametrize("language", OTHERS)
def test_every_translation_has_the_holes_of_its_message(language: str) -> None:
    assert list(errors_of(language)) == []


@pytest.fixture
def without_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A language whose catalogue has lost what it says for one message."""
    text = catalogue("it").read_text("utf-8")
    found = re.search(r'^msgid "the two intervals meet"\nmsgstr ".+"$', text, re.MULTILINE)
    assert found is not None
    file = tmp_path / "factcheck.po"
    file.write_text(text.replace(found[0], 'msgid "the two intervals meet"\nmsgstr ""'), "utf-8")
    for module in ("factcheck.report.words.translating", "checks.catalogue"):
        monkeypatch.setattr(f"{module}.catalogue", lambda language: file)
    monkeypatch.setattr("checks.catalogue.ROOT", tmp_path)
    return "it"


def test_what_has_no_translation_is_shown_in_english(without_one: str) -> None:
    words = Translator(without_one)
    assert words.say(say("the two intervals meet")) == "the two intervals meet"
    assert words.text("any day") == ITALIAN.text("any day") != "any day"


def test_only_the_check_of_a_release_asks_for_it(without_one: str) -> None:
    """The catalogue itself may lack others: no change has to wait for a translator."""
    assert list(errors_of(without_one)) == []
    sentence = "no translation of 'the two intervals meet': run python -m checks.catalogue"
    assert f"factcheck.po: {sentence}" in missing_in(without_one)


@pytest.mark.parametrize(
    ("changelog", "lacks"),
    [
        ("# Changelog\n\n## 0.2.0\n\n- It sings.\n\n## 0.1.0\n", ""),
        ("# Changelog\n\n## 0.2.0 – 2026-12-01\n\n- It sings.\n", ""),
        ("# Changelog\n\n## Unreleased\n\n- It sings.\n\n## 0.2.0\n\n- No.\n", "'Unreleased', and"),
        ("# Changelog\n\n## 0.2.0\n\n## 0.1.0\n\n- It begins.\n", "entry for 0.2.0 is empty"),
        ("# Changelog\n", "the newest entry is ''"),
    ],
)
def test_a_release_has_an_entry_in_the_changelog(changelog: str, lacks: str) -> None:
    found = " ".join(missing_entry(changelog, "0.2.0"))
    assert bool(found) is bool(lacks)
    assert lacks in found


def test_messages_are_found_in_rules_values_and_templates() -> None:
    found = messages()
    assert "the two intervals meet" in found
    assert "What may explain it" in found
    assert ("{count} contradiction", "{count} contradictions") in found
    assert "self-contradicts" in found
    assert holes("{a} of {b}, {a}") == {"a", "b"}


@pytest.mark.parametrize("language", OTHERS)
def test_no_sentence_of_ours_stays_english_on_the_page_of_a_real_corpus(language: str) -> None:
    """A sentence that is told as plain text, not as a phrase, would stay as it is."""
    lines = {
        line.strip().rstrip(".")
        for line in words_of(without_letters(page_of("claims", language))).splitlines()
    }
    known = (m for m in translations(language) if isinstance(m, str) and " " in m and not holes(m))
    whole = {message.rstrip(".") for message in known}
    assert lines & whole == set()


def test_what_a_source_wrote_stays_as_it_is() -> None:
    english, italian = (page_of("claims", language) for language in ("en", "it"))
    quotes = re.compile(r"<blockquote.*?</blockquote>|<q .*?</q>", re.DOTALL)
    assert quotes.findall(english) == quotes.findall(italian) != []


def test_a_page_says_in_which_language_it_is() -> None:
    assert '<html lang="it">' in page_of("claims", "it")
    assert '<html lang="en">' in page_of("claims", "en")


@pytest.mark.parametrize(
    ("count", "english", "italian"),
    [(1, "1 contradiction", "1 contraddizione"), (2, "2 contradictions", "2 contraddizioni")],
)
def test_plurals(count: int, english: str, italian: str) -> None:
    forms = ("{count} contradiction", "{count} contradictions")
    assert translator().many(*forms, count) == english
    assert ITALIAN.many(*forms, count) == italian


def test_a_phrase_with_a_count_has_its_own_plural() -> None:
    forms = ("they are {count} day out of order", "they are {count} days out of order")
    assert ITALIAN.say(say_many(*forms, 1)) == "sono fuori ordine di 1 giorno"
    assert ITALIAN.say(say_many(*forms, 1200)) == "sono fuori ordine di 1.200 giorni"


def test_facts_that_are_phrases_are_translated_and_others_are_not() -> None:
    phrase = say("{fine} lies in {coarse}", fine=say("any day"), coarse="any day")
    assert ITALIAN.say(phrase) == "un giorno qualsiasi sta in any day"


@pytest.mark.parametrize(
    ("number", "unit", "bound", "english", "italian"),
    [
        ("85e9", "CNY", "about", "about 85 bn CNY", "circa 85 miliardi di CNY"),
        ("1.5", "%", "exact", "1.5 %", "1,5%"),
        ("20000", "", "more than", "more than 20,000", "più di 20.000"),
        ("3", "rank", "exact", "rank 3", "posto n. 3"),
    ],
)
def test_figures(number: str, unit: str, bound: str, english: str, italian: str) -> None:
    shown = show_measured(Measured("", number=Decimal(number), unit=unit, bound=bound))
    assert str(shown) == english
    assert ITALIAN.fact(shown) == italian


@pytest.mark.parametrize(
    ("edtf", "english", "italian"),
    [
        ("2025-12-23", "2025-12-23", "23 dic 2025"),
        ("2025-10", "Oct 2025", "ott 2025"),
        ("2025-01/2025-06", "H1 2025", "1º semestre 2025"),
        ("2019/..", "since 2019", "dal 2019"),
        ("2025", "2025", "2025"),
    ],
)
def test_periods(edtf: str, english: str, italian: str) -> None:
    period: Period = read_period(edtf, Context("en"))
    assert str(show_period(period)) == english
    assert ITALIAN.fact(show_period(period)) == italian


@pytest.mark.parametrize(
    ("amount", "english", "italian"),
    [
        ("85e9", "85 billion Chinese yuan", "85 miliardi di yuan cinesi"),
        ("1e6", "1 million Chinese yuan", "1 milione di yuan cinesi"),
        ("1234567", "1,234,567 Chinese yuan", "1.234.567 yuan cinesi"),
        ("85000", "85,000 Chinese yuan", "85.000 yuan cinesi"),
    ],
)
def test_amounts_in_print(amount: str, english: str, italian: str) -> None:
    assert translator().money(Decimal(amount), "CNY") == english
    assert ITALIAN.money(Decimal(amount), "CNY") == italian


def test_a_language_without_a_catalogue_is_refused_with_those_that_have_one() -> None:
    with pytest.raises(ValueError, match=r"'tlh'\. Languages: en, it"):
        translator("tlh")


def test_a_text_with_braces_of_a_source_is_no_template() -> None:
    assert ITALIAN.say(say(own("Print {label}."), label="{x} {0} %s")) == "Pubblicare {x} {0} %s."


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "{{ 7*7 }}", "{count}", "%(x)s"])
def test_hostile_texts_stay_texts_in_other_languages(text: str) -> None:
    view = views_of(text)[Page]
    assert isinstance(view, Page)
    page = html.render(replace(view, summary=replace(view.summary, language="it")))
    assert page.count("<script>") == 1
    assert unescape(text) in unescape(page)
