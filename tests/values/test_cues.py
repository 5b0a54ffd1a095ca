"""Each cue of each language, tried on the example that stands beside it."""

from __future__ import annotations

import pytest

from factcheck.text.passages.cue_words import (
    DENIAL,
    NEGATION,
    compares_before,
    credited,
    cues_before,
    examples,
    languages,
)

CASES = [
    (language, what, word, example)
    for language in languages()
    for what, words in examples(language).items()
    for word, example in words.items()
]


def read(language: str, example: str) -> dict[str, str]:
    start = example.index("{")
    end = example.index("}") - 1
    sentence = example.replace("{", "").replace("}", "")
    return {cue.what: cue.word for cue in cues_before(sentence, start, end, language)}


@pytest.mark.parametrize(("language", "what", "word", "example"), CASES)
def test_every_cue_is_seen_in_its_example(
    language: str, what: str, word: str, example: str
) -> None:
    found = read(language, example)
    match what:
        case "no_negation" | "but" | "concession":
            assert NEGATION not in found
            assert DENIAL not in found
        case "credit":
            assert any(credited(example.replace("{", "").replace("}", ""), language))
        case "comparison":
            sentence = example.replace("{", "").replace("}", "")
            name = "北风公司" if language == "zh" else "Northwind"
            assert compares_before(sentence, sentence.index(name), language)
        case "negation_behind":
            assert found[NEGATION].lower() == word
        case _:
            assert found[what].lower() == word


def test_a_language_without_a_file_has_no_cues() -> None:
    assert cues_before("Northwind zal geen 85 euro betalen.", 20, 27, "nl") == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "In May {85 ships} came.",
        "Northwind, which did not grow, spent {85 million euros}.",
        "It is not clear who paid, but Northwind spent {85 million euros}.",
        "The will of the founder left {85 million euros}.".replace("will", "testament"),
    ],
)
def test_a_word_that_speaks_of_something_else_is_no_cue(sentence: str) -> None:
    assert read("en", sentence) == {}
