"""A page that opens: one that would be too large shows what weighs most, and says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from factcheck.reporting.lazy import altered
from factcheck.reporting.page import PointView, TaskView, WorkView
from factcheck.reporting.view import FindingView, ReportView

MOST = 5_000_000
"""Bytes. Beyond, browsers take seconds to open a page, and mail servers refuse it."""

STEPS = (
    (2500, 5000),
    (2500, 500),
    (1200, 50),
    (600, 50),
    (300, 50),
    (100, 20),
    (30, 10),
    (10, 3),
    (3, 1),
    (1, 1),
)
"""How many findings, and how many rows of each list, are tried in turn."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a page does not show for its size."""

    findings: int = 0
    rows: int = 0


def fitted(view: ReportView, render: Callable[[ReportView, LeftOut], str], most: int = MOST) -> str:
    """The page of the whole view, or of as much of it as fits; of the least if nothing does."""
    page = ""
    for findings, rows in STEPS:
        less = cut(view, findings, rows)
        page = render(less, _between(view, less))
        if len(page.encode()) <= most:
            break
    return page


def cut(view: ReportView, findings: int, rows: int) -> ReportView:
    """The view with its first findings, and so many rows of each list; links lead to what is left.

    Lists of open findings and of work name only findings that are left.
    """
    groups = []
    room = findings
    for group in view.groups:
        kept = tuple(_narrow(f, rows) for f in group.findings[:room])
        room -= len(kept)
        groups.append(replace(group, findings=kept))
    shown = {finding.id for group in groups for finding in group.findings}
    return altered(
        view,
        groups=tuple(group for group in groups if group.findings),
        findings=tuple(f for f in view.findings if f.id in shown),
        agreements=tuple(altered(a, claims=a.claims[:rows]) for a in view.agreements[:rows]),
        single_origin=tuple(altered(a, claims=a.claims[:rows]) for a in view.single_origin[:rows]),
        unchecked=tuple(altered(u, claims=u.claims[:rows]) for u in view.unchecked),
        subjects=tuple(altered(s, said=s.said[:rows]) for s in view.subjects[:rows]),
        sources=view.sources[:rows],
        diagnostics=view.diagnostics[:rows],
        stale=view.stale[:rows],
        gone=view.gone[:rows],
        work=tuple(replace(desk, tasks=tuple(_tasks(desk, shown, rows))) for desk in view.work),
    )


def _narrow(finding: FindingView, rows: int) -> FindingView:
    sides = (altered(p, claims=p.claims[:rows]) for p in islice(finding.positions, rows + 1))
    return altered(finding, positions=tuple(sides))


def _tasks(desk: WorkView, shown: set[str], rows: int) -> Iterator[TaskView]:
    for task in desk.tasks[:rows]:
        points = [p for p in task.points if _leads(p, shown)]
        if points:
            yield replace(task, points=tuple(points[:rows]))


def _leads(point: PointView, shown: set[str]) -> bool:
    return not point.target.startswith("f-") or point.target.removeprefix("f-") in shown


def _between(view: ReportView, less: ReportView) -> LeftOut:
    return LeftOut(len(view.findings) - len(less.findings), _rows(view) - _rows(less))


def _rows(view: ReportView) -> int:
    """The rows of all lists, and the claims of the sides of the findings that both show."""
    return sum(
        (
            sum(len(a.claims) for a in (*view.agreements, *view.single_origin)),
            sum(len(u.claims) for u in view.unchecked),
            sum(len(s.said) for s in view.subjects),
            len(view.sources),
            len(view.diagnostics),
        )
    )
