"""What to do next, by who can do it: an editor decides, outlets are asked, a curator writes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.model import Finding, JudgedFinding, Severity, State, own
from factcheck.reporting.lazy import told_by
from factcheck.reporting.page import PointView, TaskView, WorkView
from factcheck.reporting.translating import Translator
from factcheck.reporting.view import FindingView, UncheckedView

CURATOR = frozenset(
    {"Add", "Copy", "Correct", "Delete", "Give", "Merge", "Read", "Register", "Say", "Write"}
)
"""First words of what to do in the files. They are those of the templates, in any language."""

ASKED = frozenset({"Ask", "Check"})
"""First words of what only the outlets can answer; whoever asks then decides."""

EDITOR = frozenset({"Find", "Nothing", "Print", "Use"})
"""First words of all else, which takes judgement rather than a file or a telephone."""

WORK = {
    "editor": (
        own("To decide"),
        own("Only a person can. Each decision is kept with its reason, and asked for once."),
    ),
    "outlet": (own("To ask"), own("What each outlet has said, and what others say instead.")),
    "curator": (
        own("To add or correct"),
        own("In the files: a period, a day, a spelling, a quote."),
    ),
}
"""For each kind of person: the title of the list, and what it holds."""

CHEAP = ("lacks-", "no-rate", "other-dimension", "no-archive", "archive-not-read")
"""Reasons for not comparing that a curator can mend; the others take another source."""


def work(
    judged: Sequence[JudgedFinding],
    views: Sequence[FindingView],
    unchecked: Iterable[UncheckedView],
    words: Translator,
) -> tuple[WorkView, ...]:
    """The lists that are not empty. Findings come in the order that they have in the report."""
    pairs = [(j.finding, v) for j, v in zip(judged, views, strict=True) if _is_open(j)]
    tasks = {
        "editor": _by_todo(p for p in pairs if not _is_for_curator(p[0])),
        "outlet": _by_outlet(p for p in pairs if _verb(p[0]) in ASKED),
        "curator": (*_by_todo(p for p in pairs if _is_for_curator(p[0])), *_gaps(unchecked, words)),
    }
    return tuple(
        WorkView(who, words.text(WORK[who][0]), words.text(WORK[who][1]), tuple(listed))
        for who, listed in tasks.items()
        if listed
    )


def _is_open(judged: JudgedFinding) -> bool:
    return judged.severity is not Severity.NOTE and judged.state is not State.RESOLVED


def _is_for_curator(finding: Finding) -> bool:
    return _verb(finding) in CURATOR


def _verb(finding: Finding) -> str:
    return finding.todo.template.replace(",", " ").split()[0]


def _by_todo(pairs: Iterable[tuple[Finding, FindingView]]) -> tuple[TaskView, ...]:
    """What asks for the same is one task."""
    together: dict[str, list[PointView]] = defaultdict(list)
    for _, view in pairs:
        together[view.todo].append(_point(view))
    return tuple(TaskView(todo, tuple(points)) for todo, points in together.items())


def _by_outlet(pairs: Iterable[tuple[Finding, FindingView]]) -> tuple[TaskView, ...]:
    """For each outlet what it said, and what stands against it; the weightiest outlet first."""
    together: dict[str, list[PointView]] = defaultdict(list)
    for _, view in pairs:
        for outlet in dict.fromkeys(o for p in view.positions for o in p.outlets):
            together[outlet].append(_point(view, outlet))
    return tuple(TaskView(outlet, tuple(points)) for outlet, points in together.items())


def _gaps(unchecked: Iterable[UncheckedView], words: Translator) -> Iterator[TaskView]:
    """What was not compared, and would be with a word more in the files."""
    for gap in unchecked:
        if gap.reason.startswith(CHEAP):
            count = len(gap.claims)
            claims = words.many("{count} claim", "{count} claims", count)
            yield TaskView(gap.todo, (PointView(f"unchecked-{gap.reason}", claims),))


@dataclass(frozen=True, slots=True)
class _Point:
    """Tells what is said of a finding where it is named: its topic, and what an outlet said."""

    view: FindingView
    outlet: str | None

    def words(self) -> str:
        if self.outlet is None:
            return _topic(self.view)
        return f"{_topic(self.view)}: {self._values(said_by=True)}"

    def aside(self) -> str:
        return "" if self.outlet is None else self._values(said_by=False)

    def sources(self) -> tuple[str, ...]:
        return self.view.sources

    def _values(self, said_by: bool) -> str:
        sides = (p for p in self.view.positions if (self.outlet in p.outlets) == said_by)
        return " / ".join(side.value for side in sides)


def _point(view: FindingView, outlet: str | None = None) -> PointView:
    teller = _Point(view, outlet)
    return told_by(PointView, teller, target=f"f-{view.id}", subject=view.subject_id)


def _topic(view: FindingView) -> str:
    if not view.subject:
        return view.message
    parts = f"{view.subject} – {view.attribute}" if view.attribute else view.subject
    return f"{parts}, {view.scope}" if view.scope else parts
