"""A page that opens: one that would be too large shows what weighs most, and says so.

Cards are shortened before any is left out, as hundreds of findings can be looked through, and a
side with hundreds of claims cannot. What is left out is never worked out.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from factcheck.reporting.lazy import altered
from factcheck.reporting.page import PointView, TaskView, WorkView
from factcheck.reporting.view import FindingView, ReportView

MOST = 5_000_000
"""Bytes. Beyond, browsers take seconds to open a page, and mail servers refuse it."""

FEW, SAMPLE = 200, 16
"""Cards that are drawn at once, as they may well fit; and of more than these, those by which it
is told whether all may fit before all are drawn."""


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


LISTS: dict[str, tuple[object, ...]] = dict.fromkeys(
    (
        "agreements",
        "single_origin",
        "unchecked",
        "subjects",
        "sources",
        "diagnostics",
        "stale",
        "gone",
    ),
    (),
)

Render = Callable[[ReportView, LeftOut], Iterator[str]]


def fitted(view: ReportView, render: Render, most: int = MOST) -> str:
    """The page of the whole view, or of as much of it as fits; of the least if nothing does."""
    rest = 0
    if len(view.findings) > FEW:
        rest = _size(render(cut(view, STEPS[-1], ()), LeftOut()))
    for step in STEPS[:-1]:
        if rest + _cards(view, step, render) <= most:
            less = cut(view, step)
            page = _within(render(less, _between(view, less)), most)
            if page is not None:
                return page
    less = cut(view, STEPS[-1])
    return "".join(render(less, _between(view, less)))


def _cards(view: ReportView, step: Step, render: Render) -> int:
    """Bytes that the cards of a step take, by some of them; nothing where they are few."""
    shown = tuple(_first(view, step))
    if len(shown) <= FEW:
        return 0
    bare = altered(view, work=(), matrix=None, timelines=(), origins=None, facets=(), **LISTS)
    some = {finding.id for finding in shown[:: len(shown) // SAMPLE]}
    none, few = (_size(render(cut(bare, step, of), LeftOut())) for of in ((), some))
    return (few - none) * len(shown) // len(some)


def _first(view: ReportView, step: Step) -> Iterator[FindingView]:
    return islice((f for group in view.groups for f in group.findings), step.findings)


def _size(parts: Iterable[str]) -> int:
    return sum(len(part) if part.isascii() else len(part.encode()) for part in parts)


def _within(parts: Iterator[str], most: int) -> str | None:
    """The page of these parts; None where they are more bytes than `most`."""
    page, size = [], 0
    for part in parts:
        page.append(part)
        size += _size((part,))
        if size > most:
            return None
    return "".join(page)


def cut(view: ReportView, step: Step, only: Container[str] | None = None) -> ReportView:
    """The view with its first findings, and so many rows of each list; links lead to what is left.

    Lists of open findings and of work name only findings that are left. `only` holds the ids of
    those that are to stay.
    """
    rows, groups = step.rows, []
    first = {finding.id: number for number, finding in enumerate(_first(view, step))}
    for group in view.groups:
        kept = (f for f in group.findings if f.id in first and (only is None or f.id in only))
        shorter = (_narrow(f, step, letters=first[f.id] < step.letters) for f in kept)
        groups.append(replace(group, findings=tuple(shorter)))
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
