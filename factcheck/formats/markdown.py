"""A short comment on a pull request, also the summary of a CI run, with details that unfold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from factcheck.model import Diagnostic
from factcheck.report.explained import ClaimView, Explained, FindingView, PositionView
from factcheck.report.record_views import AnnouncementView, StaleView
from factcheck.text.hostile import inert, visible

VIEW = Explained

MOST_CHARACTERS = 50_000
"""Of the findings; GitHub takes comments of at most 65,536 characters."""

MOST_LINES = 20
"""Faults of files, and records that no longer fit, that are listed; the others are counted."""

_MARKUP = re.compile(r"[&<>\"'\\`*_~{}\[\]!|$^=@#]|:(?=//)|(?<=www)\.", re.IGNORECASE)
# A mention rings somebody's phone, #12 leaves a trace in that issue, :x: is a picture. GitHub looks
# for them when the entities are characters again, but never in <code>.
_REFERENCE = re.compile(r"&#64;|&#35;(?=\w)|(?<=GH)-(?=\d)|:(?=[\w+-]{1,40}:)", re.IGNORECASE)


def render(view: Explained) -> str:
    """The answer, the diagnostics, then a block for each open finding."""
    summary = view.summary
    answer, *rest = summary.headline
    shown = [view.findings[one.id] for one in summary.findings if not one.settled]
    notes = [finding for finding in shown if finding.severity == "note"]
    blocks = [f"### factcheck: {_text(answer)}\n"]
    if rest:
        blocks.append(f"{_text(' '.join(rest))}\n")
    blocks.extend(_announced(summary.announced))
    blocks.extend(_diagnostics(summary.diagnostics))
    graver = [_block(finding) for finding in shown if finding.severity != "note"]
    blocks.extend(_fitting([*graver, *([_notes(notes)] if notes else ())], blocks))
    blocks.extend(_stale(summary.stale))
    return inert("\n".join(blocks), _entity)


def _diagnostics(diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    for diagnostic in diagnostics[:MOST_LINES]:
        hint = f" ({_text(diagnostic.hint)})" if diagnostic.hint else ""
        yield f"- {_code(str(diagnostic.location))}: {_text(diagnostic.message)}{hint}"
    if len(diagnostics) > MOST_LINES:
        yield f"- and {len(diagnostics) - MOST_LINES} more faults"
    if diagnostics:
        yield ""


def _announced(announced: Sequence[AnnouncementView]) -> Iterator[str]:
    for one in announced[:MOST_LINES]:
        place = "" if one.location is None else f"{_code(str(one.location))}: "
        yield f"- {place}{_text(one.message)}"
    if len(announced) > MOST_LINES:
        yield f"- and {len(announced) - MOST_LINES} more changes of records"
    if announced:
        yield ""


def _stale(records: Sequence[StaleView]) -> Iterator[str]:
    for stale in records[:MOST_LINES]:
        yield f"- {_code(str(stale.location))}: {_text(stale.message)} {_text(stale.todo)}"
    if len(records) > MOST_LINES:
        yield f"- and {len(records) - MOST_LINES} more records that no longer fit"
    if records:
        yield ""


def _fitting(blocks: list[str], above: Iterable[str]) -> Iterator[str]:
    """The blocks that fit into one comment, and the number of the others."""
    space = MOST_CHARACTERS - sum(len(block) for block in above)
    for number, block in enumerate(blocks):
        space -= len(block)
        if space < 0:
            yield f"And {len(blocks) - number} more, which {_code('factcheck check')} lists.\n"
            return
        yield block


def _block(finding: FindingView) -> str:
    """One finding: its title, and folded below it the positions, likely causes, what to do."""
    aids = (*finding.hints, *finding.causes)
    folded = (
        "| side | says | source | where |",
        "|---|---|---|---|",
        *(row for position in (*finding.positions, *finding.fitting) for row in _rows(position)),
        "",
        *(f"- Maybe: {_text(sentence)}" for sentence in aids),
        *(f"- {_text(sentence)}" for sentence in (finding.why, finding.todo) if sentence),
        f"- Next: {_code(finding.commands[-1].line)}",
    )
    title = f"{finding.sign} <b>{finding.severity}</b> {finding.rule}: {_text(finding.message)}"
    return "\n".join(
        ("<details>", f"<summary>{title}</summary>", "", *folded, "", "</details>", "")
    )


def _notes(findings: Sequence[FindingView]) -> str:
    """A line for each finding that needs no action."""
    listed = (f"- {_text(f.message)} {_code(f.commands[-1].line)}" for f in findings)
    title = f"<summary>For information: {len(findings)}</summary>"
    return "\n".join(("<details>", title, "", *listed, "", "</details>", ""))


def _rows(position: PositionView) -> Iterator[str]:
    value = _text(position.value)
    for claim in position.foremost:
        who = _text(f"{claim.outlet}, {claim.published}")
        yield f"| {value} | {_words(claim)} | {who} | {_code(str(claim.location))} |"
    if position.others:
        yield f"| {value} | and {position.others} more | | |"


def _words(claim: ClaimView) -> str:
    before, value, after = (_text(part) for part in claim.passage)
    return f"“{before}<b>{value}</b>{after}”"


def _text(text: str) -> str:
    """A source's words, without markup, link, mention, reference, or end of a cell or line."""
    return _REFERENCE.sub(r"<code>\g<0></code>", _encoded(text))


def _code(text: str) -> str:
    return f"<code>{_encoded(text)}</code>"


def _encoded(text: str) -> str:
    return _MARKUP.sub(lambda match: _entity(match[0]), visible(text))


def _entity(character: str) -> str:
    return f"&#{ord(character)};"
