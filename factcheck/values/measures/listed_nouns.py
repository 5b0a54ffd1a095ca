"""Holds what a value counts by its own words against what its attribute says that it counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from factcheck.model import Attribute, Value, say
from factcheck.text.numbers.nouns import is_listed
from factcheck.text.units import COUNTED
from factcheck.values.measures.measured import Measured


def counted_by(value: Measured, attribute: Attribute | None) -> Measured:
    """Within a corpus the attribute says what is counted: the source's noun decides nothing."""
    if attribute is None or not (value.noun or value.excludes):
        return value
    notes = value.notes
    if noun := unlisted_noun(value, attribute):
        notes += (say('"{noun}" is not listed as what the attribute counts', noun=noun),)
    return replace(value, noun="", counted="", excludes="", notes=notes)


def unlisted_noun(value: Value | None, attribute: Attribute) -> str:
    """What a value counts by its own words, where its attribute says otherwise what it counts.

    An attribute says so in `counts`, or by a unit that is a thing: "active" users are not all.
    """
    if not isinstance(value, Measured) or not value.noun or attribute.kind != "quantity":
        return ""
    if not attribute.counts and attribute.unit not in COUNTED:
        return ""
    whole = " ".join(span.text for span in value.spans if span.kind in ("noun", "unit"))
    is_silent = any(is_listed(noun, attribute.counts) for noun in (value.noun, whole))
    return "" if is_silent else value.noun


def different_nouns(
    values: Iterable[tuple[Value | None, str]], attribute: Attribute
) -> frozenset[str]:
    """What values, each with its language, count by their own words, where that may differ.

    That is what the attribute does not list. Where it lists nothing, all nouns of a language that
    has two; nouns of two languages are never held against each other.
    """
    given = [(v, language) for v, language in values if isinstance(v, Measured) and v.counted]
    if attribute.counts or attribute.unit in COUNTED:
        return frozenset(filter(None, (unlisted_noun(value, attribute) for value, _ in given)))
    if attribute.kind != "quantity":
        return frozenset()
    by_language: dict[str, dict[str, str]] = defaultdict(dict)
    for value, language in given:
        by_language[language].setdefault(value.counted, value.noun)
    several = (nouns.values() for nouns in by_language.values() if len(nouns) > 1)
    return frozenset(noun for nouns in several for noun in nouns)
