"""Lists the next tasks by person: editors decide, outlets are asked, curators write."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.model import Finding, JudgedFinding, Severity, State, own
from factcheck.report.cutting import cut
from factcheck.report.page import CardView, PointView, TaskView, WorkView
from factcheck.report.summary import FindingLine, UncheckedLine
from factcheck.report.words.translating import Translator

CURATOR = frozenset(
    {
        "Add",
        "Copy",
        "Correct",
        "Delete",
        "Give",
        "Merge",
        "Quote",
        "Read",
        "Register",
        "Say",
        "Type",
        "Write",
    }
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

MOST_TASKS, MOST_POINTS = 60, 40
"""Tasks of one list, and findings of one task."""


def work(
    findings: Iterable[JudgedFinding],
    cards: Iterable[CardView],
    unchecked: Iterable[UncheckedLine],
    words: Translator,
) -> tuple[WorkView, ...]:
    """The non-empty lists of tasks on the findings with these cards, in their order."""
    pairs = [(j.finding, card) for j, card in zip(findings, cards, strict=False) if _is_open(j)]
    tasks = {
        "editor": _by_todo(p for p in pairs if not _is_for_curator(p[0])),
        "outlet": _by_outlet(p for p in pairs if _verb(p[0]) in ASKED),
        "curator": (*_by_todo(p for p in pairs if _is_for_curator(p[0])), *_gaps(unchecked, words)),
    }
    return tuple(
        WorkView(who, words.text(WORK[who][0]), words.text(WORK[who][1]), cut(listed, MOST_TASKS))
        for who, listed in tasks.items()
        if listed
    )


def _is_open(judged: JudgedFinding) -> bool:
    return judged.severity is not Severity.NOTE and judged.state is not State.RESOLVED


def _is_for_curator(finding: Finding) -> bool:
    return _verb(finding) in CURATOR


def _verb(finding: Finding) -> str:
    return finding.todo.template.replace(",", " ").split()[0]


def _by_todo(pairs: Iterable[tuple[Finding, CardView]]) -> tuple[TaskView, ...]:
    """Tasks by what to do: equal instructions are one task."""
    together: dict[str, list[PointView]] = defaultdict(list)
    for _, card in pairs:
        together[card.finding.todo].append(_point(card.finding, _topic(card.finding), ""))
    return _tasks(together)


def _by_outlet(pairs: Iterable[tuple[Finding, CardView]]) -> tuple[TaskView, ...]:
    """For each outlet its value, and the opposing values; the most severe outlet first."""
    together: dict[str, list[PointView]] = defaultdict(list)
    for _, card in pairs:
        columns, topic = card.columns.shown, _topic(card.finding)
        for outlet in dict.fromkeys(o for column in columns for o in column.outlets.shown):
            its = " / ".join(c.value for c in columns if outlet in c.outlets.shown)
            others = " / ".join(c.value for c in columns if outlet not in c.outlets.shown)
            together[outlet].append(_point(card.finding, f"{topic}: {its}", others))
    return _tasks(together)


def _tasks(together: Mapping[str, Sequence[PointView]]) -> tuple[TaskView, ...]:
    return tuple(TaskView(todo, cut(points, MOST_POINTS)) for todo, points in together.items())


def _gaps(unchecked: Iterable[UncheckedLine], words: Translator) -> Iterator[TaskView]:
    """The claims that one more word in the files would make comparable."""
    for gap in unchecked:
        if gap.reason.startswith(CHEAP):
            claims = words.many("{count} claim", "{count} claims", gap.claims)
            point = PointView(f"unchecked-{gap.reason}", claims, "", "", ())
            yield TaskView(gap.todo, cut((point,), MOST_POINTS))


def _point(finding: FindingLine, words: str, excluded: str) -> PointView:
    return PointView(f"f-{finding.id}", words, excluded, finding.subject_id, finding.sources)


def _topic(finding: FindingLine) -> str:
    if not finding.subject:
        return finding.message
    parts = f"{finding.subject} – {finding.attribute}" if finding.attribute else finding.subject
    return f"{parts}, {finding.scope}" if finding.scope else parts
