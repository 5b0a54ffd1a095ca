"""A claim as a reader sees it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from factcheck.grouping.scoping import qualifier_words
from factcheck.model import Claim, Source, Subject
from factcheck.reporting.lazy import told_by
from factcheck.reporting.translating import Translator
from factcheck.reporting.view import ClaimView
from factcheck.sourcing import Houses
from factcheck.values import kind_for
from factcheck.values.name import registered
from factcheck.values.period import show_period

SHOWN = (
    *("period", "as_of", "place", "coverage", "basis", "status", "conditions", "covers"),
    *("excluded", "excludes"),
)


@dataclass(frozen=True, slots=True)
class _Teller:
    """What is told of a claim only where a format shows it."""

    claim: Claim
    houses: Houses
    words: Translator
    key: str

    def published(self) -> str:
        return self.words.fact(show_period(self.claim.source.published))

    def language_name(self) -> str:
        return self.words.language_name(self.claim.language)

    def url(self) -> str:
        return link(self.claim.source)

    def reading(self) -> str:
        claim = self.claim
        if self.key != "value" or not claim.value:
            return ""
        reading = kind_for(claim.attribute).describe(claim.value)
        return "" if reading == claim.text else self.words.fact(reading)

    def notes(self) -> tuple[str, ...]:
        value = self.claim.value
        return tuple(self.words.say(n) for n in value.notes) if value else ()

    def quote(self) -> tuple[str, str, str]:
        return _marked(self.claim, _text(self.claim, self.key))

    def qualifiers(self) -> tuple[tuple[str, str], ...]:
        return tuple(qualifiers_of(self.claim, self.houses.subjects, self.words))

    def origins(self) -> tuple[str, ...]:
        return tuple(_origins(self.claim, self.houses, self.words))


def claim_view(claim: Claim, houses: Houses, words: Translator, key: str = "value") -> ClaimView:
    """The claim with its reading, its marked quote and its qualifiers in words.

    `key` is what it is shown for: its value, or the way in which it writes its subject.
    """
    source, subject = claim.source, claim.subject
    return told_by(
        ClaimView,
        _Teller(claim, houses, words, key),
        name=claim.name,
        id=claim.id,
        source=source.id,
        outlet=source.outlet,
        title=source.title,
        language=claim.language,
        text=_text(claim, key),
        subject=claim.subject_text,
        subject_label=words.fact(subject.label),
        attribute=words.fact(claim.attribute.label),
        location=claim.at(key),
        note=claim.note,
        ours=source.ours,
        subject_id=subject.id,
    )


def _text(claim: Claim, key: str) -> str:
    return claim.text if key == "value" else claim.subject_text


def _origins(claim: Claim, houses: Houses, words: Translator) -> Iterable[str]:
    """Whom the claim names, and where that is its own outlet."""
    for id in claim.attributed_to:
        itself = id == houses.key(claim.source.outlet)
        label = words.fact(houses.origin(id).label)
        yield words.text("{origin} (the outlet itself)", origin=label) if itself else label


def qualifiers_of(
    claim: Claim, subjects: Mapping[str, Subject], words: Translator
) -> Iterable[tuple[str, str]]:
    """What narrows the claim: each qualifier that is stated, and its value in words."""
    for name in SHOWN:
        value: Any = claim.compared_by(name) if name == "conditions" else getattr(claim, name)
        if name in ("period", "as_of") and value is not None:
            yield name.replace("_", " "), words.fact(show_period(value))
        elif value:
            place, _ = registered(value, subjects) if name == "place" else (None, False)
            said = qualifier_words(name, value, claim, place)
            yield name, words.text(value) if name == "status" else words.fact(said)


def _marked(claim: Claim, text: str) -> tuple[str, str, str]:
    """The quote, split around `text` where it stands there as written."""
    quote = claim.quote.exact if claim.quote is not None else ""
    at = quote.casefold().find(text.casefold()) if text else -1
    if at < 0 or len(quote) != len(quote.casefold()):
        return quote, "", ""
    return quote[:at], quote[at : at + len(text)], quote[at + len(text) :]


def link(source: Source) -> str:
    """The source's address if it is one that a browser may follow."""
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
