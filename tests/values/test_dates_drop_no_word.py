"""Dates, periods and times account for every word: none is put in that changes nothing unseen.

Texts are those that the languages' data files give as examples, with one word more at any place.
Then the reading changes, or is refused, or a note or a span of its own names the word. Words that a
language declares to say nothing may be put in, and so may a word for what the text says already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest

from factcheck.model import Span, Value
from factcheck.text.context import Context, ReadingError
from factcheck.text.dates.accounting import placed
from factcheck.text.language import known_languages, language_of
from factcheck.values import kind_of
from tests.drawing import chance, size

ON = date(2026, 1, 22)
LANGUAGES = [code for code in known_languages() if code != "symbols"]
KINDS = [("period", "periods"), ("time", "times")]
IDLE = frozenset({"filler", "range", "era"})
"""Parts of a date that say nothing of when, or no more than is taken without them."""

STRANGE = ["not", "nicht", "不", "zog", "ppm", "7", "BC", "GMT", "pm", "excluding", "million", "%"]
DATED = ["before", "after", "October", "Friday", "summer", "Q2", "last year", "1999", "2nd"]


def examples(code: str, part: str) -> list[str]:
    """The texts of one language that its data file gives."""
    return sorted(language_of(code).data.get(part, {}).get("examples", {}))


def read(kind: str, text: str, code: str) -> Value | None:
    """The value, or None where the text is refused."""
    try:
        return kind_of(kind).read(text, Context(code, ON))
    except ReadingError as why:
        assert 10 < len(str(why)) < 400
        return None


def own_words(code: str) -> list[str]:
    """Some phrase of each table of the language's dates and times."""
    found: list[str] = []
    for table in ("periods", "times"):
        for name, phrases in language_of(code).data.get(table, {}).items():
            if name not in ("filler", "examples", "plurals") and not isinstance(phrases, bool):
                found += [str(phrase) for phrase in _flat(phrases)][:4]
    return found


def _flat(phrases: object) -> Iterator[object]:
    if isinstance(phrases, str):
        yield phrases
    elif isinstance(phrases, list | dict):
        for phrase in phrases if isinstance(phrases, list) else (*phrases, *phrases.values()):
            yield from _flat(phrase)


def with_word(text: str, word: str) -> Iterator[str]:
    """The text with one word more before, between and behind its words."""
    pieces = re.split(r"(?<=\s)", text) if " " in text else list(text)
    for at in range(len(pieces) + 1):
        yield " ".join(("".join(pieces[:at]).strip(), word, "".join(pieces[at:]).strip())).strip()


def accounted(before: Value, after: Value, word: str, kind: str) -> bool:
    """Whether a word that was put in is seen in the reading."""
    show = kind_of(kind).show
    if str(show(before)) != str(show(after)) or before.notes != after.notes:
        return True
    parts = {span.kind for span in after.spans if _meets(span, word)}
    old = {span.kind for span in before.spans}
    silent = IDLE | old
    if str(show(before)).startswith("about"):
        silent |= {"about"}
    if old & {"range", "bound", "relative"}:
        silent |= {"month", "year", "part"}  # "January 2019 to 2023" is "2019 to 2023"
    if "day" in old or "date" in old:
        silent |= {"calendar", "weekday"}  # it is Gregorian, and a Tuesday, in either case
    if "month" not in old or "range" in old:
        silent |= {"length"}  # "the year ended 2025" is 2025, and 1~9月期 is 1~9月
    if "weekday" in old:
        silent |= {"relative"}  # "last Tuesday" is "Tuesday", as something that was
    if "length" in old:
        silent |= {"fiscal year"}
    return bool(parts) and parts <= silent


def _meets(span: Span, word: str) -> bool:
    here, there = span.text.casefold(), word.casefold()
    return any(piece in there or there in piece for piece in re.split(r"\W+", here) if piece)


@pytest.mark.drawn
@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(("kind", "part"), KINDS)
def test_a_word_that_is_put_in_is_never_passed_over(code: str, kind: str, part: str) -> None:
    chosen = chance(f"{code} {kind}")
    words = [*STRANGE, *DATED, *own_words(code)]
    passed = []
    for text in examples(code, part):
        before = read(kind, text, code)
        assert before is not None
        for word in chosen.sample(words, min(len(words), size(4, 80))):
            for changed in with_word(text, word):
                after = read(kind, changed, code)
                if after is not None and not accounted(before, after, word, kind):
                    words_read = ", ".join(f"{s.text} ({s.kind})" for s in after.spans)
                    passed.append(f"{changed!r} is read as {text!r} is: {words_read}")
    assert not passed, "\n".join(passed[:20])


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(("kind", "part"), KINDS)
def test_the_spans_of_a_reading_cover_its_text(code: str, kind: str, part: str) -> None:
    for text in examples(code, part):
        value = read(kind, text, code)
        assert value is not None
        covered: set[int] = set()
        for span in value.spans:
            assert text[span.start : span.end] == span.text
            assert covered.isdisjoint(range(span.start, span.end)), text
            covered |= set(range(span.start, span.end))
        left = [c for at, c in enumerate(text) if at not in covered and c.isalnum()]
        assert not left, f"{text!r} leaves {left}: {value.spans}"


def test_a_span_stands_where_its_source_wrote_it() -> None:
    assert placed([("year", 8, 12)], "  Ottobre   2025. ") == (Span("year", "2025", 12, 16),)
    assert placed([("year", 8, 12)], " Ottobre 2025.") == (Span("year", "2025", 9, 13),)
    [day] = [
        s
        for s in kind_of("date").read("二〇二五年 十月 五日", Context("zh")).spans
        if s.kind == "day"
    ]
    assert (day.text, day.start) == ("五", 9)
