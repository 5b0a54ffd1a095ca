"""The matrix: topics with claims of at least two sources against these sources.

Rows stand by the labels of subject and attribute, columns by the day of publication. Where the
table would be too large, the topics that are in conflict stay, then those with the most sources.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby

from factcheck.comparing import Compared
from factcheck.model import Attribute, Claim, Source, Subject, own
from factcheck.report.clashes import GRAVITY, most_severe
from factcheck.report.clashes import SIGNS as CLASH_SIGNS
from factcheck.report.pictures.picture_parts import (
    BlockView,
    CellView,
    ClashView,
    ColumnView,
    MatrixView,
    RowView,
)
from factcheck.report.pictures.scale import shortened
from factcheck.report.words.translating import Translator
from factcheck.values import kind_for
from factcheck.values.period import show_period

MOST_COLUMNS = 40

SIGNS = {
    **CLASH_SIGNS,
    "given": ("•", own("value given")),
    "none": ("∅", own("no value given")),
    "silent": ("–", own("silent")),
}
"""The sign and the word of each state of a cell, in the order of the legend."""

Topic = tuple[Subject, Attribute]
Cells = Mapping[str, Sequence[Claim]]  # by the id of the source


def matrix(
    compared: Compared,
    found: Mapping[str, ClashView],
    listed: Container[str],
    most: int,
    words: Translator,
) -> MatrixView | None:
    """The table of at most `most` cells; None if no two sources have claims on one topic.

    `listed` has the ids of the sources and the names of the claims with rows on the page. A cell
    links to the finding, or to such a claim.
    """
    topics = _topics(compared, words)
    if not topics:
        return None
    columns = _columns(compared, topics)
    kept = _kept(topics, found, most // len(columns), words)
    blocks = tuple(_blocks(kept, columns, found, listed, words))
    states = {cell.state for block in blocks for row in block.rows for cell in row.cells}
    return MatrixView(
        lead=words.text(
            "Each row is a topic on which at least two sources speak, each column a source."
        ),
        legend=tuple(_plain(state, words) for state in SIGNS if state in states),
        columns=tuple(
            ColumnView(s.id, s.outlet, words.fact(show_period(s.published)), s.id in listed)
            for s in columns
        ),
        blocks=blocks,
        remarks=tuple(_remarks(compared, topics, len(kept), columns, words)),
    )


def _topics(compared: Compared, words: Translator) -> list[tuple[Topic, Cells]]:
    """The topics of two sources or more, by label, with the claims of each source."""
    stated: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in compared.claims:
        stated[claim.subject.id, claim.attribute.id].append(claim)
    topics: list[tuple[Topic, Cells]] = []
    for claims in stated.values():
        cells: dict[str, list[Claim]] = defaultdict(list)
        for claim in sorted(claims, key=lambda c: c.name):
            cells[claim.source.id].append(claim)
        if len(cells) > 1:
            topics.append(((claims[0].subject, claims[0].attribute), cells))
    return sorted(topics, key=lambda topic: _by_label(topic[0], words))


def _by_label(topic: Topic, words: Translator) -> tuple[str, ...]:
    subject, attribute = topic
    of, what = words.fact(subject.label).casefold(), words.fact(attribute.label).casefold()
    return of, subject.id, what, attribute.id


def _columns(compared: Compared, topics: Sequence[tuple[Topic, Cells]]) -> list[Source]:
    """The sources with claims, in order of publication; of too many, those with the most claims."""
    counts: dict[str, int] = defaultdict(int)
    for _, cells in topics:
        for source in cells:
            counts[source] += 1
    speaking = sorted((s for s in compared.sources if s.id in counts), key=lambda s: s.id)
    most = sorted(speaking, key=lambda s: -counts[s.id])[:MOST_COLUMNS]
    return sorted(most, key=lambda s: (s.published, s.id))


def _kept(
    topics: Sequence[tuple[Topic, Cells]],
    found: Mapping[str, ClashView],
    most: int,
    words: Translator,
) -> list[tuple[Topic, Cells]]:
    def weight(topic: tuple[Topic, Cells]) -> tuple[int, int]:
        _, cells = topic
        clash = most_severe((c for claims in cells.values() for c in claims), found)
        return (len(GRAVITY) if clash is None else GRAVITY.index(clash.state), -len(cells))

    return sorted(sorted(topics, key=weight)[:most], key=lambda topic: _by_label(topic[0], words))


def _blocks(
    topics: Sequence[tuple[Topic, Cells]],
    columns: Sequence[Source],
    found: Mapping[str, ClashView],
    listed: Container[str],
    words: Translator,
) -> Iterator[BlockView]:
    for _, group in groupby(topics, key=lambda topic: topic[0][0].id):
        block = list(group)
        rows = (
            RowView(
                words.fact(attribute.label),
                tuple(_cell(cells.get(s.id, ()), found, listed, words) for s in columns),
            )
            for (_, attribute), cells in block
        )
        yield BlockView(words.fact(block[0][0][0].label), tuple(rows))


def _plain(state: str, words: Translator) -> CellView:
    sign, word = SIGNS[state]
    return CellView(state, sign, words.text(word), value="", more=0, link="")


def _cell(
    claims: Sequence[Claim],
    found: Mapping[str, ClashView],
    listed: Container[str],
    words: Translator,
) -> CellView:
    """The claim of a source on a topic: the one in the most severe conflict, else the first."""
    if not claims:
        return _plain("silent", words)
    clash = most_severe(claims, found)
    shown = next((c for c in claims if clash is not None and found.get(c.name) == clash), claims[0])
    if clash is not None:
        state, sign, word, link = clash.state, clash.sign, clash.word, f"f-{clash.finding}"
    else:
        plain = _plain("none" if shown.value is None else "given", words)
        state, sign, word = plain.state, plain.sign, plain.word
        link = f"c-{shown.name}" if shown.name in listed else ""
    return CellView(state, sign, word, _value(shown, words), len(claims) - 1, link)


def _value(claim: Claim, words: Translator) -> str:
    if claim.value is None:
        return shortened(claim.text)
    return shortened(words.fact(kind_for(claim.attribute).show(claim.value)))


def _remarks(
    compared: Compared,
    topics: Sequence[object],
    kept: int,
    columns: Sequence[Source],
    words: Translator,
) -> Iterator[str]:
    if len(topics) > kept:
        yield words.text(
            "The table shows {kept} of {all} topics: those in conflict first, then those with"
            " the most sources.",
            kept=Decimal(kept),
            all=Decimal(len(topics)),
        )
    quiet = len(compared.sources) - len(columns)
    if quiet:
        yield words.many(
            "{count} source is left out, which say least or nothing on these topics.",
            "{count} sources are left out, which say least or nothing on these topics.",
            quiet,
        )
