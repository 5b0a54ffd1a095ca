"""Digests the parts of a claim that a decision depends on, and finds which of them changed.

A record stores twelve hexadecimal digits for each claim. They are computed from values alone: keys,
ids of claims and sources, places, quotes, notes and spelling have no effect.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from factcheck.model import STATUSES, Claim, Phrase, Wording, own, say
from factcheck.text.language import fold
from factcheck.values import kind_for

DIGITS = 12

Meanings = Mapping[str, str]

CALLED = {
    "value": own("value"),
    "read_as": own("reading"),
    "status": own("status"),
    "conditions": own("conditions"),
    "covers": own("coverage"),
    "excludes": own("exclusions"),
    "attributed_to": own("credit"),
}
"""What each meaning is called, by the key of the claim that states it."""


def digest(claim: Claim) -> str:
    """Twelve hexadecimal digits over the meanings of the claim."""
    return _digest(_meanings(claim))


def what_changed(claim: Claim, was: str) -> Phrase:
    """A sentence on how the claim's meaning differs from the one whose digest was `was`.

    A digest does not reveal the old meaning. If a single part changed and had few possible values,
    trying them finds it.
    """
    now = _meanings(claim)
    for key, others in _alternatives(claim).items():
        for other in others:
            if _digest({**now, key: other}) == was:
                return say(
                    "{claim} changed its {meaning} from {was} to {now}.",
                    claim=claim.name,
                    meaning=say(CALLED[key]),
                    now=_shown(now[key]),
                    was=_shown(other),
                )
    return say(
        "{claim} means something else than it did beside its value: its status, conditions, "
        "coverage, exclusions, credit or reading has changed.",
        claim=claim.name,
    )


def _digest(meanings: Meanings) -> str:
    content = "\x1f".join(meanings[key] for key in CALLED)
    return hashlib.sha256(content.encode()).hexdigest()[:DIGITS]


def _meanings(claim: Claim) -> Meanings:
    value, attribute = claim.value, claim.attribute
    text = claim.text if value is None else kind_for(attribute).remembered(value, attribute)
    return {
        "value": fold(str(text)),
        "read_as": fold(claim.read_as or ""),
        "status": claim.status or "",
        "conditions": _joined(map(fold, claim.conditions)),
        "covers": claim.coverage or fold(claim.covers),
        "excludes": claim.excluded or fold(claim.excludes),
        "attributed_to": _joined(claim.attributed_to),
    }


def _joined(texts: Iterable[str]) -> str:
    return "\x1e".join(sorted(set(texts)))


def _alternatives(claim: Claim) -> Mapping[str, Iterable[str]]:
    """The possible earlier values of each part, if they can be listed."""
    coverages = [coverage.id for coverage in claim.attribute.coverages]
    return {
        "status": ("", *STATUSES),
        "covers": ("", *coverages, fold(claim.covers)),
        "excludes": ("", *coverages, fold(claim.excludes)),
        "conditions": _fewer(map(fold, claim.conditions)),
        "attributed_to": _fewer(claim.attributed_to),
        "read_as": ("",),
    }


def _fewer(texts: Iterable[str]) -> Iterator[str]:
    """No element, each one alone, and all but one."""
    listed = sorted(set(texts))
    yield ""
    yield from listed
    yield from (_joined(text for text in listed if text != left) for left in listed)


def _shown(meaning: str) -> Wording:
    return ", ".join(meaning.split("\x1e")) if meaning else say("not stated")
