"""Decides which resolutions apply: they match their finding, have not expired, and its claims are
unchanged.

A resolution that does not apply leaves its finding open, and the report says why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from factcheck.judging.content import Match, fit
from factcheck.judging.identity import about_of, folded, topic_of, values_of
from factcheck.judging.policy import LENIENT, Policy
from factcheck.model import Diagnostic, Finding, Lapse, Phrase, Resolution, Stale, say
from factcheck.model.frozen import dataclass
from factcheck.rules import named_now


@dataclass(frozen=True, slots=True)
class Reopened:
    """Why a resolution no longer applies."""

    lapse: Lapse
    why: Phrase
    todo: Phrase | None = None  # where deciding again would not do


@dataclass(frozen=True, slots=True)
class Examined:
    """The valid resolutions, those that no longer apply, and the diagnostics."""

    resolutions: tuple[Resolution, ...]
    reopened: Mapping[str, Reopened]
    diagnostics: tuple[Diagnostic, ...]


def under_todays_names(resolutions: Iterable[Resolution]) -> tuple[Resolution, ...]:
    """The resolutions with the current names of their rules, which may have been renamed."""
    return tuple(replace(one, rule=named_now(one.rule)) for one in resolutions)


def examine(
    resolutions: Iterable[Resolution],
    found: Mapping[str, Finding],
    today: date | None,
    policy: Policy = LENIENT,
) -> Examined:
    """Check each resolution against its finding; `found` are the findings of this run by id."""
    sound, reopened = [], {}
    diagnostics: list[Diagnostic] = []
    for resolution in resolutions:
        finding = found.get(resolution.finding)
        wrong = tuple(_diagnostics(resolution, finding, today))
        diagnostics.extend(wrong)
        if wrong:
            continue
        sound.append(resolution)
        lapse = None if finding is None else _lapse(resolution, finding, today, policy)
        if lapse is not None:
            reopened[resolution.finding] = lapse
    return Examined(tuple(sound), reopened, tuple(diagnostics))


def _diagnostics(
    resolution: Resolution, finding: Finding | None, today: date | None
) -> Iterator[Diagnostic]:
    """The errors that only the finding and the day can reveal."""
    if today is not None and resolution.on > today:
        yield Diagnostic(
            resolution.at("on"),
            f"the decision is dated {resolution.on}, which is still to come: today is {today}",
            "write the day on which it was taken",
        )
    if finding is None:
        return
    about = " / ".join(about_of(finding))
    for key, fits, right in (
        ("rule", resolution.rule == finding.rule, finding.rule),
        ("topic", folded(resolution.topic).startswith(folded(about)), topic_of(finding)),
    ):
        if not fits:
            yield Diagnostic(
                resolution.at(key),
                f"the finding {resolution.finding} is of another {key}: of '{right}'",
                f"write '{key}: {right}', or correct the id after 'finding:'",
            )


def _lapse(
    resolution: Resolution, finding: Finding, today: date | None, policy: Policy
) -> Reopened | None:
    """Why the decision does not apply, or no longer does; None if it applies."""
    breach = policy.breach(resolution)
    if breach is not None:
        return Reopened(Lapse.AGAINST_POLICY, *breach)
    if today is not None and resolution.expires is not None and today > resolution.expires:
        why = say("The decision held until {day}.", day=resolution.expires)
        return Reopened(Lapse.EXPIRED, why)
    fitting = fit(finding, resolution.values)
    if fitting.match is Match.CHANGED:
        assert fitting.why is not None
        return Reopened(Lapse.CHANGED, fitting.why)
    given = {folded(k.value) for k in values_of(finding)}
    if resolution.prefer is not None and folded(resolution.prefer) not in given:
        why = say("No claim says {value} any more, which was preferred.", value=resolution.prefer)
        return Reopened(Lapse.CHANGED, why)
    return None


def lapses(examined: Examined, found: Mapping[str, Finding]) -> Iterator[Stale]:
    """Every resolution that lacks a finding, has lapsed, or names removed claims."""
    for resolution in examined.resolutions:
        reopened = examined.reopened.get(resolution.finding)
        finding = found.get(resolution.finding)
        if finding is None:
            yield _stale(resolution, Lapse.UNUSED, *_unused(resolution, found))
        elif reopened is not None:
            again = say("Decide again: type factcheck resolve {id}", id=resolution.finding)
            yield _stale(resolution, reopened.lapse, reopened.why, reopened.todo or again)
        else:
            left = _left(resolution, finding)
            if left:
                why = say("It names {claims}, no longer part of the finding.", claims=left)
                todo = say("Take the names out under 'positions', if the decision still holds.")
                yield _stale(resolution, Lapse.OUTDATED, why, todo)


def _unused(resolution: Resolution, found: Mapping[str, Finding]) -> tuple[Phrase, Phrase]:
    """No finding has this id: it is gone, or the id has a typing error."""
    why = say("No finding has the id {id}.", id=resolution.finding)
    like = [
        id
        for id, finding in found.items()
        if finding.rule == resolution.rule and folded(topic_of(finding)) == folded(resolution.topic)
    ]
    if like:
        return why, say("Did you mean {id}, which is about the same?", id=like[0])
    return why, say("Delete the file, if the sources agree now.")


def _left(resolution: Resolution, finding: Finding) -> str:
    here = {name for known in values_of(finding) for name in known.claims}
    named = {name for known in resolution.values for name in known.claims}
    return ", ".join(sorted(named - here))


def _stale(resolution: Resolution, lapse: Lapse, why: Phrase, todo: Phrase) -> Stale:
    return Stale(lapse, resolution.finding, resolution.topic, why, todo, resolution.location)
