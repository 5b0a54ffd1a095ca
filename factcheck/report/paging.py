"""Builds the page of a run: cards for the first findings, rows for the others, limited lists."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from factcheck.model import Claim, Severity, State
from factcheck.model.frozen import dataclass
from factcheck.report import front, register
from factcheck.report import source_list as listing
from factcheck.report.agreeing import Agreement, agreement_line, agreements
from factcheck.report.cards import Sheet, card
from factcheck.report.claim_cards import statement
from factcheck.report.clashes import clashes
from factcheck.report.cutting import Space, cut
from factcheck.report.gone import gone
from factcheck.report.groups import DECIDED, GROUPS
from factcheck.report.origin_table import origins
from factcheck.report.page import (
    AgreementView,
    CardView,
    Cut,
    GroupView,
    Page,
    StatementView,
    UncheckedTable,
)
from factcheck.report.pictures.matrix import matrix
from factcheck.report.pictures.timeline import timelines
from factcheck.report.printable import agreed
from factcheck.report.record_views import GoneView
from factcheck.report.run import Run, RunView
from factcheck.report.summary import FindingLine, Summary
from factcheck.report.unchecked import not_compared
from factcheck.report.words.translating import Translator
from factcheck.report.work import work

MOST_CARDS = 500
"""Findings with a card. Beyond, nobody reads on, and a browser takes seconds to open the page."""

POSITIONS, CLAIMS, PICTURES, LETTERS = 1_000, 1_000, 200, 200
"""What all cards have room for; the first ones take what they need."""

MOST_OPEN = 100
"""Findings in the list of what is open."""

CROWDED = 100
"""Cards that a browser lays out at once without delay."""

MOST_ROWS, MOST_SAYERS = 300, 20
"""Rows of one list, and claims of one agreement."""


@dataclass(frozen=True, slots=True)
class Lengths:
    """The limits for the longest lists of a page."""

    statements: int  # claims under their subjects
    sources: int
    cells: int  # of the matrix


USUAL = Lengths(3_000, 300, 4_000)
BESIDE_ROWS = Lengths(300, 150, 1_600)
"""Where there are more findings than cards."""


def page(summary: Summary, run: Run) -> Page:
    """The page. It counts what exceeds its limits; the summary and the record contain
    everything.
    """
    look, words = run.look, run.look.words
    lengths = USUAL if len(run.findings) <= MOST_CARDS else BESIDE_ROWS
    sources = listing.sources(look, run.findings, lengths.sources)
    ids = {source.id for source in sources.shown}
    subjects = register.subjects(look.compared, run.findings, ids, lengths.statements, words)
    listed = {claim.name for subject in subjects.shown for claim in subject.statements.shown}
    cards = _cards(summary, listed, run)
    open_ = [card for card in cards if _is_open(card.finding)]
    beyond = sum(map(_is_open, summary.findings[len(cards) :]))
    marks = clashes(run.findings, words)
    firm, several = _agreement_tables(run)
    return Page(
        summary=summary,
        title=run.title,
        diagnostics=cut(summary.diagnostics, MOST_ROWS),
        stale=cut(summary.stale, MOST_ROWS),
        gone=_gone(run),
        open=cut(open_, MOST_OPEN, beyond),
        mixed=len({card.finding.state for card in open_}) > 1,
        crowded=len(cards) > CROWDED,
        groups=tuple(_groups(cards, summary.findings[len(cards) :], words)),
        work=work(run.findings, cards, summary.unchecked, words),
        facets=register.facets(run.findings[: len(cards)], look.compared, words),
        looked=front.looked(look.compared, run.path, run.settings, words),
        gaps=front.gaps(summary, look.compared.screened, words),
        matrix=matrix(look.compared, marks, ids | listed, lengths.cells, words),
        timelines=timelines(look.compared, marks, words),
        agreed=firm,
        several=several,
        unchecked=tuple(_unchecked(look)),
        subjects=subjects,
        origins=origins(look.compared, words),
        sources=sources,
    )


def _cards(summary: Summary, listed: Container[str], run: Run) -> tuple[CardView, ...]:
    outlets = tuple(dict.fromkeys(source.outlet for source in run.look.compared.sources))
    folders = map(Space, (POSITIONS, CLAIMS, PICTURES, LETTERS))
    sheet = Sheet(run, listed, outlets, *folders)
    first = zip(summary.findings[:MOST_CARDS], run.weighed, strict=False)
    return tuple(card(judged, weight, line, sheet) for line, (judged, weight) in first)


def _is_open(finding: FindingLine) -> bool:
    return finding.severity != Severity.NOTE.value and finding.state != State.RESOLVED.value


def _groups(
    cards: Sequence[CardView], rows: Sequence[FindingLine], words: Translator
) -> Iterator[GroupView]:
    """The non-empty groups of findings, the most severe first, decided ones last."""
    named = {severity.value: sentences for severity, sentences in GROUPS.items()}
    for key, sentences in (named | {State.RESOLVED.value: DECIDED}).items():
        title, lead = (words.text(sentence) for sentence in sentences)
        of = GroupView(
            severity=key,
            title=title,
            lead=lead,
            cards=tuple(card for card in cards if _group(card.finding) == key),
            rows=tuple(row for row in rows if _group(row) == key),
        )
        if of.count:
            yield of


def _group(finding: FindingLine) -> str:
    decided = finding.state == State.RESOLVED.value
    return finding.state if decided else finding.severity


def _gone(run: Run) -> Cut[GoneView]:
    """The known findings that are neither found, nor left out, nor outdated."""
    judged = run.judged
    if not judged.gone:
        return Cut((), 0)
    found = {one.id for one in judged.findings}
    stale = {one.finding for one in judged.stale}
    return cut(gone(run.earlier, found | judged.excluded_by | stale), MOST_ROWS)


def _agreement_tables(run: Run) -> tuple[Cut[AgreementView], Cut[AgreementView]]:
    """The agreements, and the scopes that several claims give without agreement."""
    found = agreements(run.look, run.findings)
    firm = [one for one in found if not one.weak]
    weak = [one for one in found if one.weak]
    return _agreement_table(firm, run.look), _agreement_table(weak, run.look)


def _agreement_table(rows: Sequence[Agreement], look: RunView) -> Cut[AgreementView]:
    kept = cut(rows, MOST_ROWS)
    return Cut(tuple(_agreement(one, look) for one in kept.shown), kept.left_out)


def _agreement(agreement: Agreement, look: RunView) -> AgreementView:
    line, words, scope = agreement_line(agreement, look), look.words, agreement.scope
    return AgreementView(
        subject_id=agreement.topic.subject.id,
        subject=line.subject,
        attribute=line.attribute,
        scope=line.scope,
        value=line.value,
        backing=line.backing,
        origin_names=tuple(sorted(words.fact(root.label) for root in agreement.backing.knowing)),
        sentence=agreed(agreement.topic, scope, words),
        weak=tuple(words.fact(one.words) for one in agreement.weak),
        questioned=agreement.questioned,
        sources=tuple(sorted({claim.source.id for claim in scope.claims})),
        statements=_statements(scope.claims, MOST_SAYERS, look),
    )


def _unchecked(look: RunView) -> Iterator[UncheckedTable]:
    for one in not_compared(look):
        statements = _statements(one.claims, MOST_ROWS, look)
        yield UncheckedTable(one.reason, one.sentence, one.todo, statements)


def _statements(claims: Sequence[Claim], most: int, look: RunView) -> Cut[StatementView]:
    kept = cut(claims, most)
    return Cut(tuple(statement(claim, look.words) for claim in kept.shown), kept.left_out)
