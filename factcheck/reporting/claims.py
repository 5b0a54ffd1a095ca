"""A claim as a reader sees it."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from factcheck.model import Claim, Source
from factcheck.reporting.translating import Translator
from factcheck.reporting.view import ClaimView
from factcheck.sourcing import Houses
from factcheck.values import kind_for
from factcheck.values.period import show_period

SHOWN = ("period", "as_of", "place", "perimeter", "basis", "modality", "conditions", "covers")


def claim_view(claim: Claim, houses: Houses, words: Translator, key: str = "value") -> ClaimView:
    """The claim with its reading, its marked quote and its qualifiers in words.

    `key` is what it is shown for: its value, or the way in which it writes its subject.
    """
    source = claim.source
    text, reading = claim.subject_text, ""
    if key == "value":
        text = claim.text
        reading = kind_for(claim.attribute).describe(claim.value) if claim.value else ""
        reading = "" if reading == text else words.fact(reading)
    return ClaimView(
        name=claim.name,
        id=claim.id,
        source=source.id,
        outlet=source.outlet,
        title=source.title,
        published=words.fact(show_period(source.published)),
        language=claim.language,
        language_name=words.language_name(claim.language),
        url=link(source),
        text=text,
        reading=reading,
        notes=tuple(words.say(n) for n in claim.value.notes) if claim.value else (),
        quote=_marked(claim, text),
        subject=claim.subject_text,
        subject_label=claim.subject.label,
        attribute=claim.attribute.label,
        qualifiers=tuple(qualifiers_of(claim, words)),
        origins=tuple(_origins(claim, houses, words)),
        location=claim.at(key),
        note=claim.note,
        ours=source.ours,
        subject_id=claim.subject.id,
    )


def _origins(claim: Claim, houses: Houses, words: Translator) -> Iterable[str]:
    """Whom the claim names, and where that is its own outlet."""
    for id in claim.attributed_to:
        itself = id == houses.key(claim.source.outlet)
        label = houses.origin(id).label
        yield words.text("{origin} (the outlet itself)", origin=label) if itself else label


def qualifiers_of(claim: Claim, words: Translator) -> Iterable[tuple[str, str]]:
    """What narrows the claim: each qualifier that is stated, and its value in words."""
    for name in SHOWN:
        value = getattr(claim, name)
        if name in ("period", "as_of") and value is not None:
            yield name.replace("_", " "), words.fact(show_period(value))
        elif value:
            yield name, words.text(value) if name == "modality" else str(value)


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
