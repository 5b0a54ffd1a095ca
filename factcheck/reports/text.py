"""Frames for a terminal, never wrapped: both sides of a finding, a caret under each value."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

from factcheck.model import Diagnostic
from factcheck.reporting import (
    AgreementView,
    AnnouncementView,
    ClaimView,
    FindingView,
    PositionView,
    ReportView,
    ResolutionView,
    StaleView,
)
from factcheck.reports.hostile import inert, visible
from factcheck.reports.sides import foremost, others, words

MOST_TOPICS = 3
"""Topics that a line on agreements names; the others are counted."""

COLORS = {"error": "31", "warning": "33", "note": "36", "place": "34", "strong": "1"}


def render(view: ReportView) -> str:
    """Faults of files, announcements, a frame for each finding, what passes, what is unchecked."""
    blocks = [
        "".join(f"{fault(d)}\n" for d in view.diagnostics),
        inert("".join(f"{announcement(one)}\n" for one in view.announced)),
        *(frame(f) for f in view.findings if not f.settled),
        inert("".join(f"{line}\n" for line in _passing(view))),
        inert("".join(f"{visible(line)}\n" for line in _closing(view))),
    ]
    return "\n".join(block for block in blocks if block)


def fault(diagnostic: Diagnostic) -> str:
    """A fault of a file: where, what, and below it a way out."""
    hint = f"\n  hint: {visible(diagnostic.hint)}" if diagnostic.hint else ""
    return inert(f"{visible(str(diagnostic.location))}: {visible(diagnostic.message)}{hint}")


def announcement(one: AnnouncementView) -> str:
    """What a reader of a comparison is told, and where it shows."""
    at = "" if one.location is None else f"{one.location}: "
    return f"note: {visible(at)}{visible(one.message)}"


def frame(finding: FindingView) -> str:
    """One finding: what clashes, where each side stands, why, and what to type next."""
    title = paint(f"{finding.severity}: {finding.rule}", finding.severity)
    lines = [f"{title}  {paint(visible(finding.message), 'strong')}"]
    for position in finding.positions:
        lines.extend(_side(position))
    for label, sentences in (
        ("weight", (finding.weight.words,) if finding.weight.words else ()),
        ("maybe", (*finding.hints, *finding.causes)),
        ("because", finding.steps),
        ("since", (finding.why,) if finding.why else ()),
        ("decided", () if finding.resolution is None else (_decided(finding.resolution),)),
        ("do", (finding.todo,)),
        ("id", (f"{finding.id}  ({finding.verdict}, {finding.state})",)),
        ("next", finding.commands[-1:]),
    ):
        lines.extend(f"  {label + ':':9}{visible(sentence)}" for sentence in sentences)
    return inert("\n".join(lines) + "\n")


def _decided(resolution: ResolutionView) -> str:
    until = f", until {resolution.expires}" if resolution.expires else ""
    value = f" {resolution.prefer}" if resolution.prefer else ""
    who = f"{resolution.by}, {resolution.on}{until}"
    return f"{resolution.decision}{value} ({who}): {resolution.reason}"


def _passing(view: ReportView) -> Iterator[str]:
    """What is known or decided, and the records that no longer fit."""
    for finding in view.findings:
        if finding.settled:
            yield from _quiet(finding)
    for stale in view.stale:
        yield from _stale(stale)


def _quiet(finding: FindingView) -> Iterator[str]:
    """A finding that passes, in a line; and who decided what about it."""
    yield f"{finding.state}: {finding.rule}  {visible(finding.message)}  [{finding.id}]"
    if finding.resolution is not None:
        yield f"  decided: {visible(_decided(finding.resolution))}"


def _stale(stale: StaleView) -> Iterator[str]:
    yield f"stale: {visible(str(stale.location))}: {visible(stale.message)}"
    yield f"  do:      {visible(stale.todo)}"


def _side(position: PositionView) -> Iterator[str]:
    several = visible(f"  {len(position.outlets)} outlets, {position.backing}")
    told = several if position.backing and len(position.outlets) > 1 else ""
    yield f"  {paint(visible(position.value), 'strong')}{told}"
    for claim in foremost(position.claims):
        yield from _claim(claim)
    if others(position):
        yield f"    and {others(position)} more"


def _claim(claim: ClaimView) -> Iterator[str]:
    who = visible(f"{claim.outlet}, {claim.published}")
    yield f"    {paint(f'--> {visible(str(claim.location))}', 'place')}  {who}"
    before, value, after = (visible(part) for part in words(claim))
    yield f"     | {before}{value}{after}"
    reading = f" read as {visible(claim.reading)}" if claim.reading else ""
    yield f"     | {' ' * width(before)}{'^' * max(width(value), 1)}{reading}"


def _closing(view: ReportView) -> Iterator[str]:
    yield from (visible(sentence) for sentence in view.headline)
    yield from _agreements((*view.agreements, *view.single_origin))
    for unchecked in view.unchecked:
        yield f"  not checked: {len(unchecked.claims)} · {unchecked.sentence}"


def _agreements(agreements: Iterable[AgreementView]) -> Iterator[str]:
    """How often which number of origins stands behind an agreement, and behind which."""
    backed: dict[tuple[int, str], list[str]] = defaultdict(list)
    for a in agreements:
        scope = f", {a.scope}" if a.scope else ""
        backed[-a.origins, a.backing].append(f"{a.subject} – {a.attribute}{scope}")
    for (_, backing), topics in sorted(backed.items()):
        more = f" and {len(topics) - MOST_TOPICS} more" if len(topics) > MOST_TOPICS else ""
        named = "; ".join(topics[:MOST_TOPICS])
        yield f"  in agreement: {len(topics)} · {backing}: {visible(named)}{more}"


def width(text: str) -> int:
    """How many columns a terminal needs for the text."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


def paint(text: str, color: str) -> str:
    """The text in a colour; where no colours are wanted, the command line takes them off."""
    return f"\x1b[{COLORS[color]}m{text}\x1b[0m"
