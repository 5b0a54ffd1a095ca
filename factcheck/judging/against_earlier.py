"""Compares a run with an earlier one: which findings were known, and which records the change
alters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from factcheck.judging.identity import remembered
from factcheck.judging.judge import Record
from factcheck.model import (
    Announcement,
    AnnouncementKind,
    Diagnostic,
    Finding,
    Judged,
    KnownFinding,
    Location,
    Phrase,
    Resolution,
    State,
    say,
)
from factcheck.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Before:
    """The base corpus, checked with the current rules and the current day."""

    findings: tuple[Finding, ...]
    judged: Judged
    record: Record  # its own baseline and decisions
    diagnostics: tuple[Diagnostic, ...] = ()
    also: tuple[KnownFinding, ...] = ()  # what several merge bases have in common


NEVER = Before((), Judged(()), Record())
"""There was no corpus."""


def compared_with(record: Record, before: Before) -> Record:
    """The known findings for a change: those of the base, and baseline lines that are in both.

    A line that the change adds to the baseline is ignored, since a change could otherwise silence
    the findings that it causes.
    """
    added = _missing(record.known, before.record.known)
    counted = tuple(one for one in record.known if one not in added)
    return Record(
        known=(*remembered(before.findings), *before.also, *counted),
        resolutions=record.resolutions,
        partial=record.partial,
        uncounted=added,
        open_before=frozenset(j.id for j in before.judged.findings if j.state is State.REOPENED),
    )


def known_at_each(bases: Sequence[Before], tip: Before) -> Before:
    """The first of several merge bases, with what all of them have, or `tip` has."""
    first = bases[0]
    found = [{_line(k): k for k in remembered(one.findings)} for one in bases]
    listed = [{_line(k): k for k in one.record.known} for one in (tip, *bases)]
    common = set(found[0]).intersection(*found)
    counted = set(listed[0]) | set(listed[1]).intersection(*listed[2:])
    lines = {line: known for one in listed for line, known in one.items() if line in counted}
    return Before(
        tip.findings,
        first.judged,
        replace(first.record, known=tuple(lines.values())),
        tuple(sorted({d for one in (*bases, tip) for d in one.diagnostics})),
        tuple(known for line, known in found[0].items() if line in common),
    )


def announced(record: Record, before: Before) -> tuple[Announcement, ...]:
    """The diagnostics of the base, and what the change does to decisions and to the baseline."""
    return (
        *_diagnostics(before.diagnostics),
        *_decisions(record, before),
        *_baseline(record, before),
    )


def _diagnostics(diagnostics: tuple[Diagnostic, ...]) -> Iterator[Announcement]:
    if diagnostics:
        first = diagnostics[0]
        yield Announcement(
            AnnouncementKind.ERRORS_THERE,
            say(
                "At the base, files have errors ({count}), the first in {place}: {diagnostic}. "
                "What they hide is not known, and counts as new.",
                count=len(diagnostics),
                place=first.location,
                diagnostic=first.message,
            ),
        )


def _decisions(record: Record, before: Before) -> Iterator[Announcement]:
    if record.partial:
        return
    now = {one.finding: one for one in record.resolutions}
    then = {one.finding: one for one in before.record.resolutions}
    for id in sorted(now.keys() | then.keys()):
        match then.get(id), now.get(id):
            case None, Resolution() as added:
                yield _described(
                    AnnouncementKind.DECISION_ADDED,
                    added,
                    added.location,
                    "This change decides on {id} ({topic}): {decision}, by {by}: {reason}",
                )
            case Resolution() as gone, None:
                yield _described(
                    AnnouncementKind.DECISION_WITHDRAWN,
                    gone,
                    None,
                    "This change takes back the decision on {id} ({topic}), which was "
                    "{decision}, by {by}.",
                )
            case Resolution() as old, Resolution() as new if _content(old) != _content(new):
                yield _described(
                    AnnouncementKind.DECISION_CHANGED,
                    new,
                    new.location,
                    "This change alters the decision on {id} ({topic}), which is now "
                    "{decision}, by {by}: {reason}",
                )


def _described(
    about: AnnouncementKind, one: Resolution, at: Location | None, template: str
) -> Announcement:
    message = Phrase(
        template,
        (
            ("by", one.by),
            ("decision", one.decision.value),
            ("id", one.finding),
            ("reason", one.reason),
            ("topic", one.topic),
        ),
    )
    return Announcement(about, message, at)


def _content(one: Resolution) -> tuple[object, ...]:
    """The content of a decision without its place in a file."""
    return (
        one.rule,
        one.topic,
        one.values,
        one.decision,
        one.prefer,
        one.reason,
        one.by,
        one.on,
        one.evidence,
        one.expires,
        one.ticket,
    )


def _baseline(record: Record, before: Before) -> Iterator[Announcement]:
    added = _missing(record.known, before.record.known)
    taken = tuple(_gone(before.record.known, record.known))
    if added:
        yield Announcement(
            AnnouncementKind.BASELINE_LONGER,
            say(
                "This change adds to the baseline (lines: {count}). They make nothing known here: "
                "what a change brings, it cannot silence.",
                count=len(added),
            ),
            added[0].location,
        )
    if taken:
        message = say("This change takes out of the baseline (lines: {count}).", count=len(taken))
        yield Announcement(AnnouncementKind.BASELINE_SHORTER, message)


def _missing(
    these: Iterable[KnownFinding], those: Iterable[KnownFinding]
) -> tuple[KnownFinding, ...]:
    """Baseline lines that the other lines lack, or that say more than these do.

    A line that had no digests may have gained some: its finding was matched by values, and is now
    matched by more.
    """
    there = {_line(one) for one in those}
    bare = {_line(one) for one in those if not any(v.digests for v in one.values)}
    return tuple(
        one for one in these if _line(one) not in there and _without_digests(one) not in bare
    )


def _gone(these: Iterable[KnownFinding], those: Iterable[KnownFinding]) -> Iterator[KnownFinding]:
    """Baseline lines that the other lines lack, with digests or without."""
    there = {line for one in those for line in (_line(one), _without_digests(one))}
    yield from (one for one in these if _line(one) not in there)


def _line(known: KnownFinding) -> tuple[object, ...]:
    """The content of a baseline line without its place."""
    return (known.id, known.rule, known.topic, known.values)


def _without_digests(known: KnownFinding) -> tuple[object, ...]:
    return _line(replace(known, values=tuple(v.without_digests() for v in known.values)))
