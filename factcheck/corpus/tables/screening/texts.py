"""Reads each distinct text of a large table once, with the readers that claims use.

A text is read without its source's day: one that needs it ("last year") may mean any day, and so
its topic is checked in full.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from enum import IntEnum
from functools import cache, cached_property

from factcheck.corpus.registries.reading_registries import Registries
from factcheck.corpus.sources.claim_reading import read_value
from factcheck.corpus.tables.mapping import Columns
from factcheck.corpus.tables.screening.cell_forms import fits, listed
from factcheck.corpus.tables.table_documents import YES_OR_NO
from factcheck.corpus.tables.table_rows import Cell
from factcheck.corpus.yaml.patterns import ID
from factcheck.corpus.yaml.suggestions import word_for
from factcheck.model import Attribute, Interval, Location, Value
from factcheck.model.frozen import dataclass
from factcheck.model.relation_kinds import declared, parts
from factcheck.text.context import Context, NoValueGiven, ReadingError
from factcheck.text.language import language_of
from factcheck.text.numbers.changes import counts_falls
from factcheck.text.units import COUNTED
from factcheck.values import kind_for
from factcheck.values.measures.kernel import ALWAYS, Ends
from factcheck.values.measures.measured import Measured
from factcheck.values.measures.tolerance import tolerant
from factcheck.values.money import Money
from factcheck.values.period import read_period

NO_REACH = (Decimal(0),) * 4
"""By which "about" widens nothing: what meets so meets however far the settings let it reach."""
SOME_DAY = date(2026, 1, 1)
"""A day for texts that need one, to learn whether they can be read at all."""

CONTINGENT = frozenset({"conditional", "trial", "denied"})
"""Statuses that matter to claims that agree: a denial, and what another states as firm."""

DAYS = frozenset({"published", "updated", "retracted", "relative_to"})
LOOKED_UP = frozenset({*DAYS, *YES_OR_NO, "subject", "status", "genre", "fiscal_year_named_by"})
"""Keys of which a text that is not as it should be makes a bad row."""

_ANYWHERE = Location("", 1, 1)


class RowState(IntEnum):
    """How a row is processed; of several reasons, the greatest counts."""

    COMPARED = 0  # by its interval
    EXCLUDED = 1  # it has nothing to compare: no value, free text, retracted, ignored
    FULL = 2  # its topic is looked at by every rule, whatever the intervals are
    BAD = 3  # it cannot be read


@dataclass(frozen=True, slots=True)
class CellMeaning:
    """The meaning of a value's text: interval, unit, and row state."""

    state: RowState
    ends: Ends = ((Decimal(0), 0), (Decimal(0), 0))
    unit: str = ""


@dataclass(frozen=True, slots=True)
class TextMeaning:
    """The facts on an attribute: its first and second time key, or () if it has none."""

    id: str
    attribute: Attribute | None  # None: nothing says of what kind its values are
    times: tuple[str, ...] = ()
    bound: bool = False  # relations bind it to other attributes
    declared: bool = True


Days = tuple[int, int]


class Texts:
    """Reads the distinct texts of one table."""

    def __init__(self, registries: Registries, declared: frozenset[str], columns: Columns) -> None:
        self._registries, self._declared, self._columns = registries, declared, columns
        self._subjects: dict[str, str | None] = {}
        self._first: dict[tuple[str, str], str] = {}
        self._attributes: dict[str, TextMeaning | None] = {}
        self._measures: dict[tuple[object, ...], CellMeaning] = {}
        self._alike: dict[tuple[str, str], tuple[object, ...]] = {}
        self._points: dict[tuple[str, str, str], int] = {}
        self.twice: set[str] = set()
        """Ids of subjects that two spellings would both have: their topics are looked at."""

    def subject(self, text: str) -> str | None:
        """The subject key for grouping: its id, or that of its outermost family."""
        if text not in self._subjects:
            self._subjects[text] = self._subject(text)
        return self._subjects[text]

    def attribute(self, text: str) -> TextMeaning | None:
        """The facts on an attribute; None if no registry declares it."""
        if text not in self._attributes:
            self._attributes[text] = self._attribute(text)
        return self._attributes[text]

    def value(
        self, attribute: TextMeaning, language: str, cell: Cell, read_as: Cell
    ) -> CellMeaning:
        """Read a value, with the reader `read_as` if given."""
        given = cell if read_as in (None, "") else read_as
        if attribute.attribute is None or given in (None, "") or isinstance(given, bool):
            return CellMeaning(RowState.BAD)
        if not (fits("value", given) and fits("value", cell)):
            return CellMeaning(RowState.BAD)
        language = language if read_as in (None, "") else "en"
        if not language:
            return CellMeaning(
                RowState.FULL
            )  # that of the first row of its source, whichever it is
        if not _is_language(language):
            return CellMeaning(RowState.BAD)
        return self._once(attribute.attribute, language, listed(given))

    def days(self, text: str, language: str) -> Days | None:
        """First and last day of a period; ALWAYS if only its source's day would determine it."""
        if not fits("period", text):
            return None
        if not language or not _is_language(language):
            return ALWAYS
        for on in (None, SOME_DAY):
            try:
                found, southern = (
                    read_period(text, Context(language, on, country=country))
                    for country in ("DE", "AU")
                )
            except ReadingError:
                continue
            # The subject of a row decides its fiscal year and its seasons.
            if on is not None or found.assumed or found != southern:
                return ALWAYS
            return found.start.toordinal(), found.end.toordinal()
        return None

    def is_fine(self, key: str, cell: Cell, language: str = "en") -> bool:
        """Whether a cell of one of LOOKED_UP is valid for its key."""
        if key in DAYS:
            return isinstance(cell, str) and self.days(cell, language) is not None
        return fits(key, cell)

    @cached_property
    def _bound(self) -> frozenset[str]:
        """The attributes that relations, or wholes, connect with others."""
        vocabulary = self._registries.vocabulary
        implied = (relation for chain in parts(vocabulary) for relation in chain)
        return frozenset(
            id for relation in (*declared(vocabulary), *implied) for _, id in relation.terms
        )

    def _subject(self, text: str) -> str | None:
        if not fits("subject", text):
            return None
        if "subjects" not in self._declared:
            return self._made("subject", text)
        found = self._registries.subjects.find(text)
        if found is None:
            return None
        subjects, seen = self._registries.vocabulary.subjects, {found.id}
        while (family := found.family) is not None and family in subjects and family not in seen:
            found = subjects[family]
            seen.add(family)
        return found.id

    def _made(self, what: str, text: str) -> str | None:
        """The id that the loader makes from a name."""
        id = text if re.fullmatch(ID, text) else word_for(text)
        first = self._first.setdefault((what, id), text)
        if first.casefold() != text.casefold():
            self.twice.add(id)
        return id or None

    def _attribute(self, text: str) -> TextMeaning | None:
        if "attributes" in self._declared:
            found = self._registries.attributes.find(text)
            if found is None:
                return None
            return TextMeaning(found.id, found, _times(found), found.id in self._bound)
        id = self._made("attribute", text)
        if id is None:
            return None
        kind = self._columns.kinds.get(text) or self._columns.kinds.get(id)
        made = None if kind is None else Attribute(id, text, kind, _ANYWHERE)
        return TextMeaning(id, made, ("period", "as_of"), id in self.twice, declared=False)

    def _once(self, attribute: Attribute, language: str, given: str | list[str]) -> CellMeaning:
        """The result shared by all attributes that read measures in the same way."""
        if attribute.kind not in ("quantity", "money") or attribute.many or isinstance(given, list):
            return self._value(attribute, language, given)
        read_alike = self._alike.get((attribute.id, language))
        if read_alike is None:
            counts = counts_falls(attribute, language_of(language))
            read_alike = (attribute.kind, attribute.unit, attribute.tolerance, counts, language)
            self._alike[attribute.id, language] = read_alike
        key = (*read_alike, given)
        if key not in self._measures:
            self._measures[key] = self._value(attribute, language, given)
        return self._measures[key]

    def _value(self, attribute: Attribute, language: str, given: str | list[str]) -> CellMeaning:
        if isinstance(given, list) and not attribute.many:
            return CellMeaning(RowState.BAD)
        subjects = self._registries.vocabulary.subjects
        for on in (None, SOME_DAY):
            context = Context(language, on, attribute, subjects, reaches=NO_REACH)
            found = read_value(given, attribute, context)
            if isinstance(found, NoValueGiven):
                return CellMeaning(RowState.EXCLUDED)
            if isinstance(found, ReadingError):
                continue
            if not kind_for(attribute).decides:
                return CellMeaning(RowState.EXCLUDED)
            if on is not None or self._depends_on_country(given, context, found):
                return CellMeaning(RowState.FULL)
            return self._stated(attribute, found)
        return CellMeaning(RowState.BAD)

    def _depends_on_country(self, given: str | list[str], context: Context, found: Value) -> bool:
        """Whether a subject's country changes the currency that "$" or "pound" means."""
        if not isinstance(found, Money) or context.attribute is None:
            return False
        contexts = (replace(context, country=country) for country in self._countries)
        others = (read_value(given, context.attribute, other) for other in contexts)
        return any(isinstance(o, Money) and o.unit != found.unit for o in others)

    @cached_property
    def _countries(self) -> frozenset[str]:
        subjects = self._registries.vocabulary.subjects.values()
        return frozenset(s.country for s in subjects if s.country is not None)

    def _stated(self, attribute: Attribute, value: Value) -> CellMeaning:
        """The interval of the value; a value without one equals no other text."""
        if isinstance(value, Measured) and value.strict is not None:
            if value.excludes:
                return CellMeaning(RowState.FULL)  # its claim must say the same
            unit = "" if value.unit in COUNTED else value.unit
            if attribute.tolerance.amount and unit != attribute.tolerance.unit:
                return CellMeaning(
                    RowState.FULL
                )  # what is tolerated counts in the unit that it converts to
            exact = value if unit.startswith("°") else tolerant(value, attribute.tolerance)
            assert exact.strict is not None
            return CellMeaning(RowState.COMPARED, exact.strict.ends, unit)
        shown = (attribute.id, str(kind_for(attribute).show(value)), value.text.casefold())
        place = Decimal(self._points.setdefault(shown, len(self._points)))
        return CellMeaning(RowState.COMPARED, Interval(place, place).ends, "text")


@cache
def _is_language(tag: str) -> bool:
    try:
        language_of(tag)
    except ReadingError:
        return False
    return fits("language", tag)


def _times(attribute: Attribute) -> tuple[str, ...]:
    """The keys that say of when its claims tell, the first that is written counting; () for none.

    Where two are part of the key, or a state drifts, claims of unlike days are compared as well.
    """
    times = tuple(name for name in attribute.key if name in ("period", "as_of"))
    if len(times) != 1 or attribute.drift is not None:
        return ()
    if attribute.measure == "stock":
        return times + tuple({"period", "as_of"} - set(times))
    return times
