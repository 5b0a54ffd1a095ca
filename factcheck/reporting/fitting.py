"""A page that opens: one that would be too large shows what weighs most, and says so.

Cards are shortened before any is left out, as hundreds of findings can be looked through, and a
side with hundreds of claims cannot. What is left out is never worked out.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from factcheck.reporting.lazy import altered
from factcheck.reporting.page import PointView, TaskView, WorkView
from factcheck.reporting.view import FindingView, ReportView

MOST = 5_000_000
"""Bytes. Beyond, browsers take seconds to open a page, and mail servers refuse it."""

REST, CARD, CLAIM = 400_000, 4_500, 800
"""Bytes that a page takes about without its cards, with each card, and with each claim in one: a
page that would be too large by these is not tried."""


@dataclass(frozen=True, slots=True)
class Step:
    """How much of a report a page shows: the first findings, and so many rows of each list.

    Of each card it shows the first sides with so many claims of each. The first `letters` cards
    have letters, to as many outlets as they have sides.
    """

    findings: int
    rows: int
    claims: int
    letters: int

    @property
    def sides(self) -> int:
        """Two at least."""
        return self.claims + 1

    @property
    def sentences(self) -> int:
        """Sentences of each list in a card: what may be printed, and how it was compared."""
        return 2 * self.claims + 2


STEPS = (
    Step(2500, 5000, 5000, 2500),
    Step(2500, 500, 500, 2500),
    Step(2500, 500, 50, 2500),
    Step(2500, 200, 10, 2500),
    Step(2500, 50, 4, 2500),
    Step(2500, 50, 2, 500),
    Step(2500, 12, 1, 100),
    *(Step(findings, 12, 1, 100) for findings in (800, 650, 525, 425, 340, 270)),
    Step(200, 12, 1, 50),
    Step(100, 20, 1, 20),
    Step(30, 10, 1, 10),
    Step(10, 3, 1, 3),
    Step(3, 1, 1, 1),
    Step(1, 1, 1, 0),
)
"""What is tried in turn."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a page does not show for its size."""

    findings: int = 0
    rows: int = 0


def fitted(
    view: ReportView, render: Callable[[ReportView, LeftOut], Iterator[str]], most: int = MOST
) -> str:
    """The page of the whole view, or of as much of it as fits; of the least if nothing does."""
    for step in STEPS[:-1]:
        if _may_fit(view, step, most):
            less = cut(view, step)
            page = _within(render(less, _between(view, less)), most)
            if page is not None:
                return page
    less = cut(view, STEPS[-1])
    return "".join(render(less, _between(view, less)))


def _may_fit(view: ReportView, step: Step, most: int) -> bool:
    """Whether the page may be so small, by what cards and claims take."""
    most -= REST if most > REST else 0
    for finding in islice(_shown(view), step.findings):
        sides = islice(finding.positions, step.sides)
        most -= CARD + CLAIM * sum(min(len(side.claims), step.claims) for side in sides)
        if most < 0:
            return False
    return True


def _shown(view: ReportView) -> Iterator[FindingView]:
    return (finding for group in view.groups for finding in group.findings)


def _within(parts: Iterator[str], most: int) -> str | None:
    """The page of these parts; None where they are more bytes than `most`."""
    page, size = [], 0
    for part in parts:
        page.append(part)
        size += len(part) if part.isascii() else len(part.encode())
        if size > most:
            return None
    return "".join(page)


def cut(view: ReportView, step: Step) -> ReportView:
    """The view with its first findings, and so many rows of each list; links lead to what is left.

    Lists of open findings and of work name only findings that are left.
    """
    groups, rows = [], step.rows
    room = step.findings
    for group in view.groups:
        kept = tuple(
            _narrow(finding, step, step.findings - room + number < step.letters)
            for number, finding in enumerate(group.findings[:room])
        )
        room -= len(kept)
        groups.append(replace(group, findings=kept))
    shown = {finding.id: finding for group in groups for finding in group.findings}
    return altered(
        view,
        groups=tuple(group for group in groups if group.findings),
        findings=tuple(shown[f.id] for f in view.findings if f.id in shown),
        agreements=tuple(altered(a, claims=a.claims[:rows]) for a in view.agreements[:rows]),
        single_origin=tuple(altered(a, claims=a.claims[:rows]) for a in view.single_origin[:rows]),
        unchecked=tuple(altered(u, claims=u.claims[:rows]) for u in view.unchecked),
        timelines=view.timelines[:rows],
        subjects=tuple(altered(s, said=s.said[:rows]) for s in view.subjects[:rows]),
        sources=view.sources[:rows],
        diagnostics=view.diagnostics[:rows],
        stale=view.stale[:rows],
        gone=view.gone[:rows],
        work=tuple(replace(desk, tasks=tuple(_tasks(desk, shown, rows))) for desk in view.work),
    )


def _narrow(finding: FindingView, step: Step, letters: bool) -> FindingView:
    plot, written = finding.plot, finding.printable
    outlets = step.sides if letters else 0
    return altered(
        finding,
        positions=tuple(
            altered(p, claims=p.claims[: step.claims])
            for p in islice(finding.positions, step.sides)
        ),
        plot=None if plot is None else altered(plot, bars=plot.bars[: step.sides]),
        printable=altered(
            written,
            sentences=written.sentences[: step.sentences],
            questions=written.questions[:outlets],
            corrections=written.corrections[:outlets],
        ),
        steps=finding.steps[: step.sentences],
    )


def _tasks(desk: WorkView, shown: Container[str], rows: int) -> Iterator[TaskView]:
    for task in desk.tasks[:rows]:
        points = [p for p in task.points if _leads(p, shown)]
        if points:
            yield replace(task, points=tuple(points[:rows]))


def _leads(point: PointView, shown: Container[str]) -> bool:
    return not point.target.startswith("f-") or point.target.removeprefix("f-") in shown


def _between(view: ReportView, less: ReportView) -> LeftOut:
    kept = {finding.id: finding for finding in less.findings}
    claims = sum(_claims(f) - _claims(kept[f.id]) for f in view.findings if f.id in kept)
    return LeftOut(len(view.findings) - len(kept), _rows(view) - _rows(less) + claims)


def _claims(finding: FindingView) -> int:
    return sum(len(position.claims) for position in finding.positions)


def _rows(view: ReportView) -> int:
    """The rows of all lists."""
    return sum(
        (
            sum(len(a.claims) for a in (*view.agreements, *view.single_origin)),
            sum(len(u.claims) for u in view.unchecked),
            sum(len(s.said) for s in view.subjects),
            len(view.sources),
            len(view.diagnostics),
        )
    )
