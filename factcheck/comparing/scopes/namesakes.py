"""Whom a claim speaks of where its subject's name is not enough: several bear it, or it is taken
for another's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factcheck.model import Claim, Phrase, Subject, either, joined, say
from factcheck.text.language import fold
from factcheck.values.naming.subject_names import bearers, confusable

SUBJECT = "subject"
"""The qualifier that such a claim leaves out."""

Choices = tuple[Subject, ...]


def choices(claim: Claim, subjects: Mapping[str, Subject]) -> Choices:
    """The subjects that the claim may speak of, sorted by id; none where it leaves no doubt.

    Whoever wrote the id of a subject has chosen.
    """
    if fold(claim.subject_text) == fold(claim.subject.id):
        return ()
    bearing = bearers(claim.subject_text, subjects)
    if not bearing and (others := confusable(claim.subject.id, subjects)):
        bearing = tuple(sorted((claim.subject.id, *others)))
    return tuple(subjects[id] for id in bearing)


def which(among: Choices) -> Phrase:
    """Why nobody can tell whom these claims speak of."""
    named = joined((say("{label} ({id})", label=one.label, id=one.id) for one in among), "; ")
    return say("It may be about several subjects: {choices}.", choices=named)


def choose(among: Choices, claims: Iterable[Claim]) -> Phrase:
    """What to write so that it is decided."""
    return say(
        "Which one is meant? Write {ids} as the subject of {claims}.",
        ids=either(one.id for one in among),
        claims=", ".join(claim.name for claim in claims),
    )
