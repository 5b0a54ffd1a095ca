"""Builds the views of a claim: on a card, and as a row of a list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.comparing.origins import PublisherGroups
from factcheck.model import Claim
from factcheck.report.claim_view import link, marked, qualifiers_of, reading_of, text_of
from factcheck.report.page import ClaimCard, StatementView
from factcheck.report.words.translating import Translator
from factcheck.values.period import show_period


def claim_card(
    claim: Claim,
    publisher_groups: PublisherGroups,
    words: Translator,
    listed: bool,
    key: str = "value",
) -> ClaimCard:
    """The claim with its reading, its marked quote and its qualifiers in words.

    `listed` is true if it has a row under its subject; `key` is the claim's key that the card
    shows.
    """
    source, text = claim.source, text_of(claim, key)
    return ClaimCard(
        name=claim.name,
        source=source.id,
        outlet=source.outlet,
        published=words.fact(show_period(source.published)),
        language=claim.language,
        language_name=words.language_name(claim.language),
        url=link(source),
        text=text,
        reading=reading_of(claim, words, key),
        notes=() if claim.value is None else tuple(map(words.say, claim.value.notes)),
        quote=marked(claim, text),
        subject=claim.subject_text,
        subject_label=words.fact(claim.subject.label),
        attribute=words.fact(claim.attribute.label),
        qualifiers=tuple(qualifiers_of(claim, publisher_groups.subjects, words)),
        origins=tuple(_origins(claim, publisher_groups, words)),
        location=claim.at(key),
        note=claim.note,
        ours=source.ours,
        listed=listed,
    )


def statement(
    claim: Claim,
    words: Translator,
    scope: str = "",
    findings: Sequence[str] = (),
    listed: bool = False,
) -> StatementView:
    """The claim as a row of a list; `findings` are the ids of those about it.

    `listed` is true if its source has a row of its own.
    """
    return StatementView(
        name=claim.name,
        source=claim.source.id,
        outlet=claim.source.outlet,
        url=link(claim.source),
        subject_id=claim.subject.id,
        subject=words.fact(claim.subject.label),
        attribute=words.fact(claim.attribute.label),
        scope=scope,
        text=claim.text,
        language=claim.language,
        location=claim.at("value"),
        findings=tuple(findings),
        listed=listed,
    )


def _origins(claim: Claim, publisher_groups: PublisherGroups, words: Translator) -> Iterable[str]:
    """The origins that the claim names, each marked if it is the claim's own outlet."""
    for id in claim.attributed_to:
        itself = id == publisher_groups.key(claim.source.outlet)
        label = words.fact(publisher_groups.origin(id).label)
        yield words.text("{origin} (the outlet itself)", origin=label) if itself else label
