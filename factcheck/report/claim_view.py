"""The view of a claim for readers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit

from factcheck.comparing.scopes.scoping import qualifier_words
from factcheck.model import Claim, Source, Subject
from factcheck.report.explained import ClaimView
from factcheck.report.words.translating import Translator
from factcheck.values import kind_for
from factcheck.values.naming.subject_names import registered
from factcheck.values.period import show_period

SHOWN = (
    *("period", "as_of", "place", "coverage", "basis", "status", "conditions", "covers"),
    *("excluded", "excludes"),
)


def claim_view(claim: Claim, words: Translator, key: str = "value") -> ClaimView:
    """The claim as one line of the report.

    `key` is the claim's key that the line shows: its value, or its spelling of the subject.
    """
    text = text_of(claim, key)
    quote = marked(claim, text)
    return ClaimView(
        id=claim.id,
        source=claim.source.id,
        outlet=claim.source.outlet,
        published=words.fact(show_period(claim.source.published)),
        text=text,
        reading=reading_of(claim, words, key),
        quote=quote,
        passage=quote if quote[1] else ("", text, ""),
        location=claim.at(key),
        status=claim.status,
        covers=(claim.covers, claim.coverage),
    )


def reading_of(claim: Claim, words: Translator, key: str) -> str:
    """How the value was read; empty if that adds nothing to its text."""
    if key != "value" or not claim.value:
        return ""
    reading = kind_for(claim.attribute).describe(claim.value)
    return "" if str(reading) == claim.text else words.fact(reading)


def text_of(claim: Claim, key: str) -> str:
    """The text of the claim that the line shows."""
    return claim.text if key == "value" else claim.subject_text


def qualifiers_of(
    claim: Claim, subjects: Mapping[str, Subject], words: Translator
) -> Iterable[tuple[str, str]]:
    """Each stated qualifier of the claim, with its value in words."""
    for name in SHOWN:
        value: Any = claim.compared_by(name) if name == "conditions" else getattr(claim, name)
        if name in ("period", "as_of") and value is not None:
            yield name.replace("_", " "), words.fact(show_period(value))
        elif value:
            place, _ = registered(value, subjects) if name == "place" else (None, False)
            stated = qualifier_words(name, value, claim, place)
            yield name, words.text(value) if name == "status" else words.fact(stated)


def marked(claim: Claim, text: str) -> tuple[str, str, str]:
    """The quote, split around `text` if it contains it as written."""
    quote = claim.quote.exact if claim.quote is not None else ""
    at = quote.casefold().find(text.casefold()) if text else -1
    if at < 0 or len(quote) != len(quote.casefold()):
        return quote, "", ""
    return quote[:at], quote[at : at + len(text)], quote[at + len(text) :]


def link(source: Source) -> str:
    """The source's address if a browser may follow it."""
    for url in (source.url, source.archived_url):
        if url is not None and _may_be_followed(url):
            return url
    return ""


def _may_be_followed(url: str) -> bool:
    try:
        return urlsplit(url).scheme in ("http", "https")
    except ValueError:  # "http://[": half an IPv6 address
        return False


def outlets_of(claims: Iterable[Claim]) -> tuple[str, ...]:
    """The outlets behind these claims, each once, sorted."""
    return tuple(sorted({c.source.outlet for c in claims}))
