"""Frames for a terminal, never wrapped: all positions of a finding, a caret under each value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from factcheck.report.explained import ClaimView, Explained, FindingView, PositionView
from factcheck.report.record_views import AnnouncementView, ResolutionView, StaleView
from factcheck.report.summary import AgreementLine, FindingLine, Summary
from factcheck.report.terminal_lines import error_line, paint, width
from factcheck.text.hostile import inert, visible

VIEW = Explained

MOST_TOPICS = 3
"""Topics that a line on agreements names; the others are counted."""


def render(view: Explained) -> str:
    """Diagnostics, announcements, a frame for each finding, passing findings, unchecked claims."""
    summary = view.summary
    blocks = [
        "".join(f"{error_line(d)}\n" for d in summary.diagnostics),
        inert("".join(f"{announcement(one)}\n" for one in summary.announced)),
        *(frame(view.findings[f.id]) for f in summary.findings if not f.settled),
        inert("".join(f"{line}\n" for line in _passing(summary))),
        inert("".join(f"{visible(line)}\n" for line in _closing(summary))),
    ]
    return "\n".join(block for block in blocks if block)


def announcement(one: AnnouncementView) -> str:
    """An announcement to the reader of a comparison, with its place."""
    at = "" if one.location is None else f"{one.location}: "
    return f"note: {visible(at)}{visible(one.message)}"


def frame(finding: FindingView) -> str:
    """One finding: what clashes, the place of each position, the reason, and what to type next."""
    title = paint(f"{finding.severity}: {finding.rule}", finding.severity)
    lines = [f"{title}  {paint(visible(finding.message), 'strong')}"]
    for position in (*finding.positions, *finding.fitting):
        lines.extend(_position(position))
    for label, sentences in (
        ("weight", (finding.weight.words,) if finding.weight.words else ()),
        ("maybe", (*finding.hints, *finding.causes)),
        ("because", finding.steps),
        ("since", (finding.why,) if finding.why else ()),
        ("decided", () if finding.resolution is None else (_decided(finding.resolution),)),
        ("do", (finding.todo,)),
        ("id", (f"{finding.id}  ({finding.verdict}, {finding.state})",)),
        ("next", tuple(command.line for command in finding.commands[-1:])),
    ):
        lines.extend(f"  {label + ':':9}{visible(sentence)}" for sentence in sentences)
    return inert("\n".join(lines) + "\n")


def _decided(resolution: ResolutionView) -> str:
    until = f", until {resolution.expires}" if resolution.expires else ""
    value = f" {resolution.prefer}" if resolution.prefer else ""
    who = f"{resolution.by}, {resolution.on}{until}"
    return f"{resolution.decision}{value} ({who}): {resolution.reason}"


def _passing(view: Summary) -> Iterator[str]:
    """Known and decided findings, and outdated records."""
    for finding in view.findings:
        if finding.settled:
            yield from _quiet(finding)
    for stale in view.stale:
        yield from _stale(stale)


def _quiet(finding: FindingLine) -> Iterator[str]:
    """A passing finding on one line, with its decision and author."""
    yield f"{finding.state}: {finding.rule}  {visible(finding.message)}  [{finding.id}]"
    if finding.resolution is not None:
        yield f"  decided: {visible(_decided(finding.resolution))}"


def _stale(stale: StaleView) -> Iterator[str]:
    yield f"stale: {visible(str(stale.location))}: {visible(stale.message)}"
    yield f"  do:      {visible(stale.todo)}"


def _position(position: PositionView) -> Iterator[str]:
    several = visible(f"  {len(position.outlets)} outlets, {position.backing}")
    backing = several if position.backing and len(position.outlets) > 1 else ""
    yield f"  {paint(visible(position.value), 'strong')}{backing}"
    for claim in position.foremost:
        yield from _claim(claim)
    if position.others:
        yield f"    and {position.others} more"


def _claim(claim: ClaimView) -> Iterator[str]:
    who = visible(f"{claim.outlet}, {claim.published}")
    yield f"    {paint(f'--> {visible(str(claim.location))}', 'place')}  {who}"
    before, value, after = (visible(part) for part in claim.passage)
    yield f"     | {before}{value}{after}"
    reading = f" read as {visible(claim.reading)}" if claim.reading else ""
    yield f"     | {' ' * width(before)}{'^' * max(width(value), 1)}{reading}"


def _closing(view: Summary) -> Iterator[str]:
    yield from (visible(sentence) for sentence in view.headline)
    yield from _agreements(view.agreements)
    for unchecked in view.unchecked:
        yield f"  not checked: {unchecked.claims} · {unchecked.sentence}"


def _agreements(agreements: Iterable[AgreementLine]) -> Iterator[str]:
    """Agreements with their number of origins; claims that several give, with the weakest point."""
    backed: dict[tuple[bool, int, str], list[str]] = defaultdict(list)
    for a in agreements:
        scope = f", {a.scope}" if a.scope else ""
        order = (-a.origins, a.backing) if a.agreed else (0, a.why)
        backed[not a.agreed, *order].append(f"{a.subject} – {a.attribute}{scope}")
    for (weak, _, why), topics in sorted(backed.items()):
        more = f" and {len(topics) - MOST_TOPICS} more" if len(topics) > MOST_TOPICS else ""
        named = "; ".join(topics[:MOST_TOPICS])
        title = "said by several" if weak else "agreed"
        yield f"  {title}: {len(topics)} · {visible(why)}: {visible(named)}{more}"
