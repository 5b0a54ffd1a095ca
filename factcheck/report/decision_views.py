"""The views of decisions and of baseline records."""

from __future__ import annotations

from factcheck.judging.identity import worded_value_of
from factcheck.model import Announcement, JudgedFinding, Stale, State
from factcheck.report.record_views import AnnouncementView, ResolutionView, StaleView
from factcheck.report.words.translating import Translator


def resolution_view(judged: JudgedFinding, words: Translator) -> ResolutionView | None:
    """The decision on a finding, if there is one."""
    resolution = judged.resolution
    if resolution is None:
        return None
    return ResolutionView(
        decision=resolution.decision.value,
        prefer=preferred(judged, words),
        reason=resolution.reason,
        by=resolution.by,
        on=words.fact(resolution.on),
        expires="" if resolution.expires is None else words.fact(resolution.expires),
        evidence=resolution.evidence,
        ticket=resolution.ticket,
        in_force=judged.state is State.RESOLVED,
        location=resolution.location,
    )


def preferred(judged: JudgedFinding, words: Translator) -> str:
    """The value that a decision prefers, in the report's language; empty if it prefers none.

    A value that no claim gives any more is shown as the decision stores it.
    """
    prefer = judged.resolution.prefer if judged.resolution is not None else None
    for position in judged.finding.positions:
        for claim in position.claims:
            stated = worded_value_of(claim, position)
            if str(stated) == prefer:
                return words.fact(stated)
    return prefer or ""


def stale_view(stale: Stale, words: Translator) -> StaleView:
    """The view of an outdated record."""
    return StaleView(
        lapse=stale.lapse.value,
        finding=stale.finding,
        topic=stale.topic,
        message=words.say(stale.message),
        todo=words.say(stale.todo),
        location=stale.location,
    )


def announcement_view(one: Announcement, words: Translator) -> AnnouncementView:
    """The view of an announcement."""
    return AnnouncementView(one.about.value, words.say(one.message), one.location)
