"""Finds conflicts in the columns of a table, with any engine that narwhals supports.

Three groupings find the groups with conflicting cells in one period, and those with possible
conflicts between two periods; the plain kernel decides these few. The flags therefore equal those
of the plain implementation.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

import narwhals as nw

from factcheck.corpus.tables.engines.base import Columns, Engine
from factcheck.model.frozen import dataclass
from factcheck.values.measures.kernel import IntervalRow, disagreeing

SEVERAL = -1
"""The year of a period that does not lie within one year."""

NO_TOPIC = -1

ALWAYS_SPAN = 0
"""The number of the period that is any time."""

Spans = Mapping[int, tuple[int, int, int]]
"""By its number, the first day of a period, the last one, and the year, or SEVERAL."""


@dataclass(frozen=True, slots=True)
class Dictionary:
    """The meanings of distinct texts: the text columns `on`, and number columns for the
    meanings.
    """

    on: tuple[str, ...]
    columns: Columns


@dataclass(frozen=True, slots=True)
class Flags:
    """The conflicting topics, each with its rows, and the numbers of topics and rows."""

    topics: int
    rows: int
    disagreeing: Mapping[int, int] = field(default_factory=dict)


def keyed(frame: Any, keys: Mapping[str, str], every_row: Mapping[str, str]) -> Any:
    """The columns under the keys of files.md: texts, with what every row has where they are empty.

    `keys` are the keys of the columns that are wanted, by their name in the frame.
    """
    given = set(keys.values())
    texts = [_filled(column, every_row.get(key, "")).alias(key) for column, key in keys.items()]
    rest = [nw.lit(text).alias(key) for key, text in every_row.items() if key not in given]
    numbers = [nw.col(name) for name in frame.collect_schema().names() if name == "row"]
    named = frame.select(*texts, *numbers)
    return named.with_columns(*rest) if rest else named


def _filled(column: str, otherwise: str) -> Any:
    texts = nw.col(column).fill_null("")
    return nw.when(texts == "").then(nw.lit(otherwise)).otherwise(texts) if otherwise else texts


def distinct(frame: Any, columns: tuple[str, ...]) -> Any:
    """The distinct texts of some columns."""
    return frame.select(*columns).unique(subset=list(columns))


def filled(frame: Any, by: str, columns: tuple[str, ...]) -> Any:
    """For each text of `by`: 1 for each column that has a value in one of its rows."""
    described = {name: (nw.col(name) != "").cast(nw.Int64) for name in columns}
    return frame.select(by, **described).group_by(by).agg(*(nw.col(name).max() for name in columns))


def coded(frame: Any, dictionaries: tuple[Dictionary, ...], engine: Engine, bad: int) -> Any:
    """Each row with what its texts mean, its `topic`, its `span` and its `state`.

    The dictionaries have the numbers of subject and attribute (`s`, `a`), `low`, `high`, `unit`,
    those of the periods (`p_span`, `a_span`), which of them counts (`time`: 1 the period, 2 the
    day, 3 and 4 either, the one or the other first) and columns that begin with `state`, of which
    the greatest counts. A row without a source is `bad`.
    """
    names = [name for one in dictionaries for name in one.columns]
    for one in dictionaries:
        frame = frame.join(engine.table(one.columns), on=list(one.on), how="left")
    period, as_of = (_number(f"{key}_span", names) for key in ("p", "a"))
    has_period, has_as_of = (_number(f"{key}_given", names) == 1 for key in ("p", "a"))
    span = _either(
        (nw.col("time") == 1, period),
        (nw.col("time") == 2, as_of),
        (nw.col("time") == 3, nw.when(has_period).then(period).otherwise(as_of)),
        (nw.col("time") == 4, nw.when(has_as_of).then(as_of).otherwise(period)),
    )
    nobody = nw.when(nw.col("source") == "").then(_whole(bad)).otherwise(_whole(0))
    states = [nw.col(name) for name in names if name.startswith("state_")]
    return frame.with_columns(
        state=nw.max_horizontal(nobody, *states),
        topic=nw.col("a") + nw.col("s"),
        span=span,
    )


def _whole(number: int) -> Any:
    return nw.lit(number, dtype=nw.Int64)


def _number(name: str, names: list[str]) -> Any:
    """A column of numbers, or 0 where there is none."""
    return nw.col(name) if name in names else _whole(0)


def _either(*cases: tuple[Any, Any]) -> Any:
    """The value of the first case that holds, else the period that is any time."""
    found: Any = _whole(ALWAYS_SPAN)
    for holds, value in reversed(cases):
        found = nw.when(holds).then(value).otherwise(found)
    return found


def flags(rows: Any, engine: Engine, spans: Spans, states: tuple[int, int, int]) -> Flags:
    """The topics that conflict, or with a row that must be checked in any case.

    `rows` are coded; `states` are those of rows that are compared, checked in full, and bad.
    """
    compared, full, bad = states
    holds = nw.col("state") == compared
    cells = engine.kept(
        rows.filter(nw.col("state") != bad)
        .select(
            "topic",
            "span",
            low=nw.when(holds).then(nw.col("low")),
            high=nw.when(holds).then(nw.col("high")),
            unit=nw.when(holds).then(nw.col("unit")),
            full=(nw.col("state") == full).cast(nw.Int64),
        )
        .group_by("topic", "span")
        .agg(
            *_ends(),
            nw.col("unit").min().alias("unit_from"),
            nw.col("unit").max().alias("unit_to"),
            nw.col("full").max(),
            nw.len().alias("count"),
        )
    )
    groups = engine.kept(_groups(_years(cells, engine, spans)))
    [(topics, count)] = engine.rows(groups.select(nw.len(), nw.col("count").sum()))
    described = engine.rows(groups.filter(nw.col("may") > 0).select("topic", "sure", "count"))
    counts = {topic: number for topic, _, number in described}
    asked = {topic for topic, sure, _ in described if not sure}
    found = {topic for topic, sure, _ in described if sure} | _between(cells, engine, spans, asked)
    return Flags(topics, count or 0, {topic: counts[topic] for topic in sorted(found)})


def _ends() -> tuple[Any, Any]:
    """The last low end and the first high one of each group."""
    return nw.col("low").max(), nw.col("high").min()


def _marks() -> tuple[Any, ...]:
    """Further facts about several cells together."""
    return (
        nw.col("unit_from").min(),
        nw.col("unit_to").max(),
        nw.col("full").max(),
        nw.col("count").sum(),
    )


def _holds(condition: Any) -> Any:
    """1 if the condition holds, else 0."""
    return nw.when(condition).then(_whole(1)).otherwise(_whole(0))


def _years(cells: Any, engine: Engine, spans: Spans) -> Any:
    """The cells of each topic by year; those of several years together."""
    years = engine.table(
        {"span": list(spans), "year": [year for _, _, year in spans.values()]},
    )
    clash = _holds(nw.col("low") > nw.col("high"))
    return (
        cells.with_columns(clash=clash)
        .join(years, on="span", how="inner")
        .group_by("topic", "year")
        .agg(*_ends(), *_marks(), nw.col("clash").max())
    )


def _groups(years: Any) -> Any:
    """For each topic: whether it `may` conflict, and whether it is `sure` to."""
    several = nw.col("year") == SEVERAL
    groups = (
        years.with_columns(
            within=_holds(nw.col("low") > nw.col("high")),
            long_low=nw.when(several).then(nw.col("low")),
            long_high=nw.when(several).then(nw.col("high")),
        )
        .group_by("topic")
        .agg(
            *_ends(),
            *_marks(),
            nw.col("clash").max(),
            nw.col("within").max(),
            nw.col("long_low").max(),
            nw.col("long_high").min(),
        )
    )
    sure = nw.col("clash") + nw.col("full") + _holds(nw.col("unit_from") < nw.col("unit_to"))
    beyond = _holds(nw.col("long_low") > nw.col("high"))
    below = _holds(nw.col("low") > nw.col("long_high"))
    return groups.with_columns(sure=sure, may=sure + nw.col("within") + beyond + below).select(
        "topic", "sure", "may", "count"
    )


def _between(cells: Any, engine: Engine, spans: Spans, asked: set[int]) -> set[int]:
    """Of the topics that years leave undecided, those in which the plain kernel finds a
    conflict.
    """
    if not asked:
        return set()
    wanted = engine.table({"topic": sorted(asked)})
    known = engine.rows(
        cells.join(wanted, on="topic", how="inner")
        .filter(~nw.col("low").is_null())
        .select("topic", "span", "low", "high")
    )
    rows = (IntervalRow(topic, *spans[span][:2], low, high) for topic, span, low, high in known)
    return {topic for topic in disagreeing(rows) if isinstance(topic, int)}


def either(rows: Any, topics: list[int], bad: int, engine: Engine) -> Any:
    """Number, state and source of the rows that are bad, or belong to one of these topics."""
    wanted = engine.table({"topic": topics or [NO_TOPIC], "wanted": [1] * max(len(topics), 1)})
    found = rows.join(wanted, on="topic", how="left")
    return found.filter((nw.col("state") == bad) | (nw.col("wanted") == 1)).select(
        "row", "state", "source"
    )


def uneven(frame: Any, keys: tuple[str, ...], sources: set[str], engine: Engine) -> Any:
    """Number, source and these keys of the rows of sources whose rows do not all say the same.

    Of all sources that replace another one, and of those of `sources` that are uneven. Languages
    may differ from row to row; they matter where one is left out.
    """
    ends = [
        e for k in keys for e in (nw.col(k).min().alias(f"{k}<"), nw.col(k).max().alias(f"{k}>"))
    ]
    unlike = [nw.col(f"{k}<") != nw.col(f"{k}>") for k in keys if k != "language"]
    if "language" in keys:
        unlike.append(nw.col("language<") == "")
    disjoint = nw.any_horizontal(*unlike, ignore_nulls=True)
    named = sorted(sources) or [""]
    wanted = engine.table({"source": named, "wanted": [1] * len(named)})
    described = frame.group_by("source").agg(*ends).join(wanted, on="source", how="left")
    asked = (nw.col("wanted") == 1) & disjoint
    if "replaces" in keys:
        asked = asked | (nw.col("replaces>") != "")
    some = described.filter(asked).select("source")
    return frame.join(some, on="source", how="inner").select("row", "source", *keys)
