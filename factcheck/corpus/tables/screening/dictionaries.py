"""Reads each distinct text of a table's columns once, into dictionaries that an engine can join."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from factcheck.corpus.tables.columns import (
    ALWAYS_SPAN,
    SEVERAL,
    Dictionary,
    distinct,
    filled,
)
from factcheck.corpus.tables.engines import Engine
from factcheck.corpus.tables.screening.texts import (
    CONTINGENT,
    LOOKED_UP,
    CellMeaning,
    RowState,
    TextMeaning,
    Texts,
)
from factcheck.corpus.tables.table_documents import QUALIFIERS
from factcheck.model.frozen import dataclass
from factcheck.values.measures.kernel import ALWAYS, ranked

_TIMES = {("period",): 1, ("as_of",): 2, ("period", "as_of"): 3, ("as_of", "period"): 4}

Found = Sequence[tuple[Any, ...]]  # distinct texts of some columns
Keys = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Meanings:
    """The meanings of all texts of a table.

    `subjects` and `attributes` are ids, in the order of their numbers; `keys` are the qualifiers
    that narrow each undeclared attribute.
    """

    dictionaries: tuple[Dictionary, ...]
    spans: Mapping[int, tuple[int, int, int]]
    subjects: tuple[str, ...]
    attributes: tuple[str, ...]
    keys: Keys

    def topic(self, number: int) -> tuple[str, str]:
        """The ids of the subject and the attribute of a topic."""
        attribute, subject = divmod(number, len(self.subjects))
        return self.subjects[subject], self.attributes[attribute]


def meanings(frame: Any, keys: Collection[str], texts: Texts, engine: Engine) -> Meanings:
    """The meanings of the texts of these keys. `frame` has a text column for each."""
    columns = _columns(keys)
    seen = tuple(key for key in QUALIFIERS if key in keys)
    frames = [distinct(frame, some) for some in columns]
    *found, qualified = engine.all_rows([*frames, filled(frame, "attribute", seen)])
    described = {row[0]: texts.attribute(row[0]) if row[0] else None for row in qualified}
    narrowed = _narrowed(described, qualified, seen)
    by_columns = dict(zip(columns, found, strict=True))
    subjects, dictionary = _subjects(by_columns.pop(("subject",)), texts)
    attributes = tuple(sorted({one.id for one in described.values() if one is not None}))
    numbers = {id: number * max(len(subjects), 1) for number, id in enumerate(attributes)}
    values = next(iter(by_columns))
    kept = [
        dictionary,
        _values(values, by_columns.pop(values), described, narrowed, numbers, texts),
    ]
    spans: dict[tuple[int, int], int] = {ALWAYS: ALWAYS_SPAN}
    for some, rows in by_columns.items():
        if some[0] in ("period", "as_of"):
            kept.append(_spans(some, rows, texts, spans))
        elif some[-1] == "coverage":
            kept.append(_coverages(some, rows, described))
        else:
            kept.append(_states(some, rows, texts))
    days = {number: (*days, _year(days)) for days, number in spans.items()}
    return Meanings(tuple(kept), days, subjects, attributes, narrowed)


def _columns(keys: Collection[str]) -> list[tuple[str, ...]]:
    """The columns whose distinct texts are read together, those of the values first."""
    read_as = ("read_as",) if "read_as" in keys else ()
    return [
        ("attribute", "language", "value", *read_as),
        ("subject",),
        *((key, "language") for key in ("period", "as_of") if key in keys),
        *((key,) for key in sorted(LOOKED_UP - {"subject"}) if key in keys),
        *([("attribute", "coverage")] if "coverage" in keys else []),
    ]


def _narrowed(
    described: Mapping[str, TextMeaning | None], rows: Found, seen: Sequence[str]
) -> Keys:
    """The qualifiers in the rows of an attribute that no file declares."""
    found: dict[str, set[str]] = {}
    for text, *marks in rows:
        one = described[text]
        if one is not None and not one.declared:
            found.setdefault(one.id, set()).update(
                key for key, mark in zip(seen, marks, strict=True) if mark
            )
    return {id: tuple(key for key in QUALIFIERS if key in keys) for id, keys in found.items()}


def _time(one: TextMeaning, narrowed: Keys) -> int:
    """The number of the time column that places a row of an attribute; 0 for none."""
    if one.declared:
        return _TIMES.get(one.times, 0)
    return _TIMES.get(tuple(k for k in ("period", "as_of") if k in narrowed[one.id]), 0) % 3


def _subjects(rows: Found, texts: Texts) -> tuple[tuple[str, ...], Dictionary]:
    known = {text: texts.subject(text) if text else None for (text,) in rows}
    ids = tuple(sorted({id for id in known.values() if id is not None}))
    number = {id: n for n, id in enumerate(ids)}
    states = [
        RowState.BAD if id is None else RowState.FULL if id in texts.twice else RowState.COMPARED
        for id in known.values()
    ]
    return ids, _dictionary(
        ("subject",),
        rows,
        s=[0 if id is None else number[id] for id in known.values()],
        state_s=states,
    )


def _values(
    columns: tuple[str, ...],
    rows: Found,
    described: Mapping[str, TextMeaning | None],
    narrowed: Keys,
    numbers: Mapping[str, int],
    texts: Texts,
) -> Dictionary:
    stated: list[CellMeaning] = []
    for attribute, language, value, *read_as in rows:
        one = described[attribute]
        cell = read_as[0] if read_as else None
        stated.append(
            CellMeaning(RowState.BAD) if one is None else texts.value(one, language, value, cell)
        )
    ends = list(ranked(one.ends for one in stated))
    units = {unit: number for number, unit in enumerate(sorted({one.unit for one in stated}))}
    attributes = [described[row[0]] for row in rows]
    return _dictionary(
        columns,
        rows,
        a=[0 if one is None else numbers[one.id] for one in attributes],
        time=[0 if one is None else _time(one, narrowed) for one in attributes],
        low=[low for low, _ in ends],
        high=[high for _, high in ends],
        unit=[units[one.unit] for one in stated],
        state_v=[
            max(
                one.state, RowState.FULL if known is not None and known.bound else RowState.COMPARED
            )
            for one, known in zip(stated, attributes, strict=True)
        ],
    )


def _spans(
    columns: tuple[str, ...], rows: Found, texts: Texts, spans: dict[tuple[int, int], int]
) -> Dictionary:
    """The numbers of periods; an empty text and an unlimited period have none."""
    name = columns[0][0]
    days = [texts.days(text, language) if text else ALWAYS for text, language in rows]
    meant: dict[str, list[int]] = {
        f"{name}_span": [spans.setdefault(one or ALWAYS, len(spans)) for one in days],
        f"{name}_given": [int(bool(text)) for text, _ in rows],
        f"state_{name}": [RowState.BAD if one is None else RowState.COMPARED for one in days],
    }
    return _dictionary(columns, rows, **meant)


def _states(columns: tuple[str, ...], rows: Found, texts: Texts) -> Dictionary:
    """The row states that the texts of a key cause."""
    [key] = columns
    return _dictionary(columns, rows, **{f"state_{key}": [_state(key, t, texts) for (t,) in rows]})


def _state(key: str, text: str, texts: Texts) -> RowState:
    if not text:
        return RowState.BAD if key == "published" else RowState.COMPARED
    if not texts.is_fine(key, text):
        return RowState.BAD
    if key == "status" and text in CONTINGENT:
        return RowState.FULL
    if key == "retracted" or (key in ("ignore", "draft") and text.lower() == "true"):
        return RowState.EXCLUDED
    return RowState.COMPARED


def _coverages(
    columns: tuple[str, ...], rows: Found, described: Mapping[str, TextMeaning | None]
) -> Dictionary:
    states = []
    for attribute, coverage in rows:
        one = described[attribute]
        declared = one.attribute.coverages if one is not None and one.attribute is not None else ()
        fits = not coverage or coverage in {p.id for p in declared}
        states.append(RowState.COMPARED if fits else RowState.BAD)
    return _dictionary(columns, rows, state_coverage=states)


def _year(days: tuple[int, int]) -> int:
    if days == ALWAYS:
        return SEVERAL
    first, last = (date.fromordinal(max(day, 1)).year for day in days)
    return first if first == last else SEVERAL


def _dictionary(on: tuple[str, ...], rows: Found, /, **columns: Sequence[int]) -> Dictionary:
    """The texts, column by column, with their meanings."""
    texts = {name: [row[number] for row in rows] for number, name in enumerate(on)}
    return Dictionary(on, {**texts, **{n: list(map(int, v)) for n, v in columns.items()}})
