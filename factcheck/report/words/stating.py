"""Words a claim for printing: its value, its topic, and its status."""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.model import Claim, Value, Wording, own
from factcheck.report.words.translating import Translator
from factcheck.text.cldr import currency_codes
from factcheck.values import kind_of
from factcheck.values.list import Several
from factcheck.values.measures.measured import BOUNDS, Measured
from factcheck.values.period import show_period

QUOTED = ("text",)
"""Kinds whose values are the words of a source. The label of a choice is ours: nobody said it."""


def topic_of(claim: Claim, scope: Wording, words: Translator) -> str:
    """The topic of the claim: "AI spending of ByteDance (2025)".

    `scope` is that of its finding; a claim of another period shows its own.
    """
    if claim.period is not None:
        period = show_period(claim.period)
        scope = scope if str(period) in str(scope).split(", ") else period
    return topic_words(claim.subject.label, claim.attribute.label, scope, words)


def topic_words(subject: Wording, attribute: Wording, scope: Wording, words: Translator) -> str:
    """A topic of a scope, which may be empty, in words."""
    if not scope:
        return words.text("{attribute} of {subject}", attribute=attribute, subject=subject)
    return words.text(
        "{attribute} of {subject} ({scope})",
        attribute=attribute,
        subject=subject,
        scope=words.printed(scope),
    )


def stated(claim: Claim, scope: Wording, words: Translator) -> str:
    """The claim's value with its status: a plan, a rumour.

    The words leave out what the scope already states.
    """
    value = value_words(claim.value, claim, words)
    limits = []
    if claim.status not in (None, "actual", *str(scope).split(", ")):
        limits.append(words.text(claim.status or ""))
    if claim.conditions:
        limits.append(words.text("on condition: “{words}”", words="; ".join(claim.conditions)))
    if not limits:
        return value
    return words.text("{value} ({limits})", value=value, limits="; ".join(limits))


def value_words(value: Value | None, claim: Claim, words: Translator) -> str:
    """A value of the claim's attribute in words; without a value, the claim's own words, quoted."""
    if value is None:
        return words.text(own("“{words}”"), words=claim.text)
    if isinstance(value, Several):
        return words.all(sorted(value_words(member, claim, words) for member in value.members))
    if isinstance(value, Measured):
        return figure_words(value, words)
    shown = words.printed(kind_of(claim.attribute.kind).show(value))
    return words.text(own("“{words}”"), words=shown) if claim.attribute.kind in QUOTED else shown


def figure_words(value: Measured, words: Translator) -> str:
    """A figure with its bound and its unit: "about 85 billion Chinese yuan"."""
    stated = _amount(value.number, value.unit, words)
    if value.last is not None and value.last != value.number:
        last = _amount(value.last, value.unit, words)
        stated = words.text("between {low} and {high}", low=stated, high=last)
    bound = BOUNDS.get(value.bound)
    return stated if bound is None else words.text(bound, figure=stated)


def _amount(number: Decimal, unit: str, words: Translator) -> str:
    if unit in currency_codes():
        return words.money(number, unit)
    figure = words.number(number)
    match unit:
        case "":
            return figure
        case "rank":
            return words.text("rank {number}", number=figure)
        case "%":
            return words.text(own("{number} %"), number=figure)
    return words.text(own("{number} {unit}"), number=figure, unit=_unit(unit))


def _unit(unit: str) -> str:
    """A unit in print: "km²" for km2."""
    return re.sub(
        "(?<=m)[23]$", lambda power: "²³"[int(power[0]) - 2], unit.replace("_", " ")
    ).strip()
