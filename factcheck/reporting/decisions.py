"""Decisions and records of the baseline, as a reader sees them."""

from __future__ import annotations

from factcheck.model import Announcement, JudgedFinding, Stale, State
from factcheck.reporting.records import AnnouncementView, ResolutionView, StaleView
from factcheck.reporting.translating import Translator


def resolution_view(judged: JudgedFinding) -> ResolutionView | None:
    """The decision on a finding, if there is one."""
    resolution = judged.resolution
    if resolution is None:
        return None
    return ResolutionView(
        decision=resolution.decision.value,
        prefer=resolution.prefer or "",
        reason=resolution.reason,
        by=resolution.by,
        on=resolution.on.isoformat(),
        expires="" if resolution.expires is None else resolution.expires.isoformat(),
        evidence=resolution.evidence,
        ticket=resolution.ticket,
        in_force=judged.state is State.RESOLVED,
        location=resolution.location,
    )


def stale_view(stale: Stale, words: Translator) -> StaleView:
    """A record that no longer fits what is found."""
    return StaleView(
        lapse=stale.lapse.value,
        finding=stale.finding,
        topic=stale.topic,
        message=words.say(stale.message),
        todo=words.say(stale.todo),
        location=stale.location,
    )


def announcement_view(one: Announcement, words: Translator) -> AnnouncementView:
    """What every reader of a comparison is told."""
    return AnnouncementView(one.about.value, words.say(one.message), one.location)
