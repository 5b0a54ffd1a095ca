"""Determines the scope of a claim: its known key qualifiers, and those that it leaves unknown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from factcheck.comparing.scopes.namesakes import SUBJECT, choices, choose, which
from factcheck.comparing.scopes.superseding import issued
from factcheck.comparing.scopes.topic_key import TIMES, Key
from factcheck.model import (
    CONTRADICTING,
    Claim,
    Narrowing,
    Period,
    Scope,
    Subject,
    Verdict,
    Wording,
    both,
    either,
    say,
    with_labels,
)
from factcheck.values.naming.subject_names import bearers, registered
from factcheck.values.period import show_days

PROSPECTIVE = frozenset({"committed", "planned", "projected", "conditional", "trial"})
"""Statuses that speak of what is not yet so; a plan that was missed is news, not an error."""

STATED = frozenset({"status", "conditions"})
"""Qualifiers that a source states where it means them: one that is not written is none."""

CLASHING = CONTRADICTING | {Verdict.SUPERSEDED}
"""Verdicts that need to know the scope: a figure without its day may be of another day."""


def narrowing(claim: Claim, key: Key, subjects: Mapping[str, Subject]) -> Narrowing:
    """The qualifiers that narrow this claim, by the key of its topic."""
    known = tuple(_known(claim, key, subjects))
    described = {name for name, _, _ in known}
    tokens = tuple((name, token) for name, _, token in known)
    missing = tuple(n for n in key if n not in described and n not in STATED)
    among = choices(claim, subjects)
    if among:
        tokens = (*tokens, (SUBJECT, "|".join(one.id for one in among)))
        missing = (SUBJECT, *missing)
    return Narrowing(
        words=tuple((name, words) for name, words, _ in known),
        tokens=tokens,
        time=next((t for name in key if (t := _time(claim, name))), None),
        missing=missing,
        choices=among,
    )


def _known(
    claim: Claim, key: Key, subjects: Mapping[str, Subject]
) -> Iterator[tuple[str, Wording, str]]:
    """Name, words and token of each known qualifier; the status only if it is not actual."""
    for name in key:
        if (time := _time(claim, name)) is not None:
            yield name, show_days(time.start, time.end), f"{time.start}/{time.end}"
        elif name not in TIMES and (text := claim.compared_by(name)):
            several = name != "place" or bearers(text, subjects)
            subject, _ = (None, False) if several else registered(text, subjects)
            token = subject.id if subject is not None else _fold(text)
            shown = "coverage" if name == "covers" else name
            yield name, qualifier_words(shown, text, claim, subject), token
    if claim.status in PROSPECTIVE:
        yield "status", say("planned"), "planned"


def qualifier_words(name: str, text: str, claim: Claim, place: Subject | None) -> Wording:
    """A qualifier as the source writes it, and as reports show it: a coverage by its label.

    `place` is the subject that a place names.
    """
    if name in ("coverage", "excluded"):
        found = next((p for p in claim.attribute.coverages if p.id == text), None)
        return text if found is None else with_labels(text, found.labels, str(found.label))
    return text if place is None else with_labels(text, place.names)


def _time(claim: Claim, name: str) -> Period | None:
    """A qualifier of time. A stock has its period as the time that it describes.

    A cumulative figure without a stated day has its day of publication.
    """
    if name not in TIMES:
        return None
    if claim.attribute.measure == "cumulative":
        return claim.as_of or claim.period or issued(claim.source)
    own = claim.period if name == "period" else claim.as_of
    if own is None and claim.attribute.measure == "stock":
        return claim.as_of if name == "period" else claim.period
    return own


def _fold(text: str) -> str:
    return " ".join(text.casefold().split())


def scoped(scope: Scope, narrowed: Narrowing) -> Scope:
    """The result in its scope.

    If a key qualifier is unknown, a clash stays undetermined, and the result says what to add.
    """
    placed = replace(scope, qualifiers=narrowed.words, anchor=narrowed.anchor, narrowing=narrowed)
    missing = narrowed.missing
    if not missing or scope.verdict not in CLASHING:
        return placed
    if narrowed.choices:
        remark, todo = which(narrowed.choices), choose(narrowed.choices, scope.claims)
    else:
        remark = say("No claim here states its {missing}.", missing=either(missing))
        todo = say("Add {missing} to these claims to decide.", missing=both(missing))
    remarks = (*scope.remarks, remark)
    return replace(placed, verdict=Verdict.UNDETERMINED, remarks=remarks, todo=todo)
