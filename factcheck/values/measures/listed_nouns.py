"""Holds what a value counts by its own words against what its attribute says that it counts."""

from __future__ import annotations

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
