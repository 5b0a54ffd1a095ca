"""Lists the subjects that a claim may mean if several have its subject's name, or if people confuse
them.
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
    """The subjects that the claim may mean, sorted by id; empty if it is unambiguous.

    A claim that names its subject by id is unambiguous.
    """
    if fold(claim.subject_text) == fold(claim.subject.id):
        return ()
    bearing = bearers(claim.subject_text, subjects)
    if not bearing and (others := confusable(claim.subject.id, subjects)):
        bearing = tuple(sorted((claim.subject.id, *others)))
    return tuple(subjects[id] for id in bearing)


def which(among: Choices) -> Phrase:
    """Why the subject of these claims cannot be decided."""
    named = joined((say("{label} ({id})", label=one.label, id=one.id) for one in among), "; ")
    return say("It may be about several subjects: {choices}.", choices=named)


def choose(among: Choices, claims: Iterable[Claim]) -> Phrase:
    """What to write to decide it."""
    return say(
        "Which one is meant? Write {ids} as the subject of {claims}.",
        ids=either(one.id for one in among),
        claims=", ".join(claim.name for claim in claims),
    )
