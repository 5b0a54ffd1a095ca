"""The views of a run made by hand, with everything that a page must be able to place.

All of it is invented. `VIEWS` holds for each kind of view the one that a format of it renders.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from importlib import import_module

from factcheck.model import Diagnostic, Location
from factcheck.report.explained import Explained, RecordView, RuleView, UncheckedView
from factcheck.report.groups import DECIDED, GROUPS
from factcheck.report.page import AgreementView, CardView, GroupView, Page, UncheckedTable
from factcheck.report.record_views import AnnouncementView, GoneView, StaleView
from factcheck.report.summary import AgreementLine, FindingLine, Summary, UncheckedLine
from tests.formats.a_page import FACETS, GAPS, LOOKED, SUBJECTS, WORK
from tests.formats.bricks import HARBOUR, MOLO, QUAY, row, seen, stated, whole
from tests.formats.findings import BUDGET, CARDS, FINDINGS
from tests.formats.pictured import MATRIX, ORIGINS, TIMELINE

Views = Mapping[type[object], object]


def agreement(
    attribute: str, scope: str, origins: int, weakest: str = "", why: str = ""
) -> AgreementLine:
    """What two outlets say of Northwind."""
    return AgreementLine(
        subject="Northwind",
        attribute=attribute,
        subject_id="northwind",
        attribute_id=attribute.replace(" ", "-"),
        scope=scope,
        origins=origins,
        backing=f"2 outlets, {origins} origin{'s' * (origins > 1)}",
        agreed=not weakest,
        weakest=weakest,
        why=why,
        value="12",
        claims=("harbour-2026/a", "molo-2026/a"),
        questioned=(),
    )


SUMMARY = Summary(
    program="factcheck 0.1.0",
    language="en",
    headline=(
        "2 contradictions and 1 confused name are open.",
        "1 spelling varies.",
        "21 claims from 3 sources were read; 4 unmatched claims were not checked.",
    ),
    counts=(
        ("sources", 3),
        ("claims", 21),
        ("topics", 9),
        ("findings", 5),
        ("error", 3),
        ("warning", 1),
        ("note", 1),
        ("not-compared", 4),
    ),
    findings=FINDINGS,
    agreements=(
        agreement("cranes ordered", "2026, planned", 2),
        agreement("piers", "", 2),
        agreement(
            "port fee", "", 1, "single-origin", "all that is known derives from Port Registry"
        ),
    ),
    unchecked=(
        UncheckedLine(
            "alone",
            "No other source speaks of the same thing in the same scope.",
            "Look for a second source.",
            2,
        ),
        UncheckedLine("no-value", "The source gives no value.", "Ask.", 1),
    ),
    diagnostics=(
        Diagnostic(
            Location("claims/sources/faro-2026.yaml", 12, 5),
            "unknown attribute 'budgte'",
            "did you mean 'budget'? (8 claims)",
        ),
    ),
    stale=(
        StaleView(
            "gone",
            "dec0de000001",
            "northwind / piers / 2024",
            "Nothing is found any more for northwind / piers / 2024.",
            "Take the line out: factcheck baseline prune.",
            Location("claims/baseline.jsonl", 7, 1),
        ),
    ),
    announced=(
        AnnouncementView(
            "base", "Compared with 0123456789ab, the merge base of HEAD and main.", None
        ),
        AnnouncementView(
            "decision-added",
            "This change decides on dec0de000002 (northwind / staff): all-right, by A. Berg: Both.",
            Location("claims/resolutions/dec0de000002.yaml", 1, 1),
        ),
    ),
)
RULES = (
    RuleView(
        "quantity-mismatch",
        "Figures clash.",
        "## Why it matters\n\nA figure is\nremembered.\n\n## What to do\n\nAsk.",
    ),
)
CLAIMS = {
    "alone": (stated(HARBOUR, 80, "4,125"), stated(MOLO, 81, "4 gru", attribute="cranes")),
    "no-value": (stated(QUAY, 30, "n/a"),),
}
"""The claims that were not compared, by reason."""

AGREEMENT = AgreementView(
    subject_id="northwind",
    subject="Northwind",
    attribute="cranes ordered",
    scope="2026, planned",
    value="20,000",
    backing="2 outlets, 2 origins",
    origin_names=("Crane Yard", "Port Registry"),
    sentence="Cranes ordered of Northwind (2026, planned): 20,000; more than 20,000.",
    weak=(),
    questioned=(),
    sources=(HARBOUR.id, MOLO.id),
    statements=whole([row(stated(HARBOUR, 70, "20,000")), row(stated(MOLO, 72, "oltre 20.000"))]),
)


def grouped(cards: Iterable[CardView], rows: Sequence[FindingLine] = ()) -> tuple[GroupView, ...]:
    """The cards in their groups; the rows stand in the first of them."""
    cards = tuple(cards)
    titles = {severity.value: texts for severity, texts in GROUPS.items()} | {"resolved": DECIDED}
    groups: list[GroupView] = []
    for key, (title, lead) in titles.items():
        of = tuple(card for card in cards if _group(card.finding) == key)
        if of:
            groups.append(GroupView(key, title, lead, of, () if groups else tuple(rows)))
    return tuple(groups)


def _group(finding: FindingLine) -> str:
    return "resolved" if finding.state == "resolved" else finding.severity


def is_open(finding: FindingLine) -> bool:
    """Whether somebody has to look at it."""
    return _group(finding) in ("error", "warning")


PAGE = Page(
    summary=SUMMARY,
    title="Where the sources disagree",
    diagnostics=whole(SUMMARY.diagnostics),
    stale=whole(SUMMARY.stale),
    gone=whole([GoneView("9", "date-mismatch", "northwind / opening", ("2024", "2025"))]),
    open=whole([card for card in CARDS if is_open(card.finding)]),
    mixed=True,
    crowded=False,
    groups=grouped(CARDS),
    work=WORK,
    facets=FACETS,
    looked=LOOKED,
    gaps=GAPS,
    matrix=MATRIX,
    timelines=(TIMELINE,),
    agreed=whole([AGREEMENT]),
    several=whole(
        [
            replace(
                AGREEMENT,
                attribute="piers",
                scope="",
                value="12",
                weak=("an open finding is about it",),
                questioned=(BUDGET.id,),
            ),
            replace(
                AGREEMENT,
                attribute="port fee",
                scope="",
                value="4.5 %",
                backing="2 outlets, 1 origin",
                weak=("all that is known of it derives from Port Registry", "not all say as much"),
            ),
        ]
    ),
    unchecked=tuple(
        UncheckedTable(
            one.reason, one.sentence, one.todo, whole(list(map(row, CLAIMS[one.reason])))
        )
        for one in SUMMARY.unchecked
    ),
    subjects=SUBJECTS,
    origins=ORIGINS,
    sources=whole([HARBOUR, MOLO, QUAY]),
)


def views(page: Page = PAGE, summary: Summary = SUMMARY) -> Views:
    """The views of a run of which this is the page, with the findings of its cards."""
    cards = [card for group in page.groups for card in group.cards]
    findings = [card.finding for card in cards]
    order = {line.id: number for number, line in enumerate(summary.findings)}
    findings.sort(key=lambda finding: order.get(finding.id, 0))
    summary = replace(summary, findings=tuple(findings))
    open_ = {finding.id: finding for finding in findings if not finding.settled}
    unchecked = tuple(
        UncheckedView(one.reason, one.sentence, one.todo, tuple(map(seen, CLAIMS[one.reason])))
        for one in summary.unchecked
    )
    return {
        Summary: summary,
        Explained: Explained(summary, open_, RULES),
        RecordView: RecordView(summary, tuple(findings), unchecked),
        Page: replace(page, summary=summary),
    }


def with_cards(*cards: CardView) -> Views:
    """The views of a run that found these."""
    page = replace(
        PAGE,
        groups=grouped(cards),
        open=whole([card for card in cards if is_open(card.finding)]),
    )
    return views(page)


VIEWS = views()


def render(name: str, of: Views = VIEWS) -> str:
    """What the format makes of the view that it renders."""
    module = import_module(f"factcheck.formats.{name}")
    text: str = module.render(of[module.VIEW])
    return text
