"""Checked entries to claims: periods and values are read, and what cannot be read is noted."""

from __future__ import annotations

from datetime import date

from factcheck.loading.claim_building import Dates, Readings, claim_of, joined, source_of
from factcheck.loading.claims import CheckedClaim, CheckedSource
from factcheck.loading.covering import Coverages
from factcheck.loading.documents import Faults
from factcheck.loading.forms import ClaimForm
from factcheck.loading.places import Places
from factcheck.loading.sentences import Path
from factcheck.model import (
    Archive,
    Attribute,
    Claim,
    Period,
    Source,
    Subject,
    Value,
    Vocabulary,
)
from factcheck.values import kind_of
from factcheck.values.base import Context, NoValueGiven, ReadingError
from factcheck.values.period import read_period
from factcheck.values.several import read_several

_DAY = "write the date as 2026-01-22 or 2026-01, or 2026-01-21~ for about that day"
_PERIOD = (
    "write it as 2025, 2025-10, 2025-01-01/2025-06-30, H1 2025, Q3 2025 or FY 2025, "
    "or in the source's own words"
)
_READ_AS = "correct it, or say how to read it: read_as: {value: …, reason: …}"
_READ_AS_ITSELF = "write it in English, as in 85 bn CNY"

_Key = tuple[object, ...]


class Reader:
    """Reads the texts of entries; an equal text in an equal context is read once."""

    def __init__(self, vocabulary: Vocabulary, faults: Faults) -> None:
        self._subjects = vocabulary.subjects
        self._faults = faults
        self._values: dict[_Key, Value | ReadingError] = {}
        self._periods: dict[_Key, Period | ReadingError] = {}
        self._contexts: dict[_Key, Context] = {}
        self._coverages = Coverages()

    def source(self, checked: CheckedSource) -> Source | None:
        """The source of an entry, or None where its date of publication cannot be read."""
        form, places = checked.form, checked.places

        def day(*path: str, text: str | None) -> Period | None:
            period, _ = self._period(text, places, path, form.language, None, _DAY)
            return period

        published = day("published", text=form.published)
        updated = day("updated", text=form.updated)
        retracted = day("retracted", text=form.retracted)
        archive = None
        if form.archive is not None:
            retrieved = day("archive", "retrieved", text=form.archive.retrieved)
            archive = Archive(form.archive.file, form.archive.sha256, retrieved)
        if published is None:
            return None
        dates = Dates(published, updated, retracted, archive)
        return source_of(checked, dates)

    def claim(self, checked: CheckedClaim, source: Source) -> Claim | None:
        """The claim of an entry, or None where one of its texts cannot be read."""
        form, places = checked.form, checked.places
        language = form.language or source.language
        on = source.published.start
        relative_to, fine = self._period(
            form.relative_to, places, ("relative_to",), language, on, _DAY
        )
        on = on if relative_to is None else relative_to.start
        year = self._fiscal_year(checked.subject)
        period, fine_period = self._period(
            form.period, places, ("period",), language, on, _PERIOD, year
        )
        as_of, fine_as_of = self._period(
            form.as_of, places, ("as_of",), language, on, _PERIOD, year
        )
        about = as_of if period is None else period
        country = self._country(checked.subject)
        context = self._context(language, on, checked.attribute, about, year, country)
        value, fine_value = self._value(form, places, checked.attribute, context)
        if not (fine and fine_period and fine_as_of and fine_value):
            return None
        covers = self._coverages.words_and_coverage(form.covers, checked.attribute)
        excludes = self._coverages.words_and_coverage(form.excludes, checked.attribute)
        read = Readings(language, value, period, as_of, relative_to, covers, excludes)
        return claim_of(checked, source, read)

    def _period(
        self,
        text: str | None,
        places: Places,
        path: Path,
        language: str,
        on: date | None,
        hint: str,
        fiscal_year_starts: tuple[int, int] | None = None,
    ) -> tuple[Period | None, bool]:
        """The period, if one is written, and whether all is well."""
        if text is None:
            return None, True
        key = (text, language, on, fiscal_year_starts)
        found = self._periods.get(key)
        if found is None:
            context = self._context(language, on, None, None, fiscal_year_starts)
            try:
                found = read_period(text, context)
            except ReadingError as error:
                found = error
            self._periods[key] = found
        if isinstance(found, ReadingError):
            self._faults.add(places.at(*path), f"'{path[-1]}': {found}", hint)
            return None, False
        return found, True

    def _value(
        self,
        form: ClaimForm,
        places: Places,
        attribute: Attribute,
        context: Context,
    ) -> tuple[Value | None, bool]:
        """The value, None where the text gives none, and whether all is well."""
        path: Path = ("value",)
        given, hint = form.value, _READ_AS
        if form.read_as is not None:
            given, path, hint = form.read_as.value, ("read_as", "value"), _READ_AS_ITSELF
            context = self._context(
                *("en", context.on, attribute, context.period),
                *(context.fiscal_year_starts, context.country),
            )
        text = given if isinstance(given, str) else tuple(given)
        key = (
            *(text, attribute.id, context.language, context.on),
            *(context.period, context.fiscal_year_starts, context.country),
        )
        found = self._values.get(key)
        if found is None:
            found = self._values[key] = read_value(given, attribute, context)
        if isinstance(found, NoValueGiven):
            return None, True
        if isinstance(found, ReadingError):
            message = f"the value cannot be read as {attribute.kind}: {found}"
            self._faults.add(places.at(*path), message, hint)
            return None, False
        return found, True

    def _fiscal_year(self, subject: Subject) -> tuple[int, int] | None:
        """When the fiscal year of a subject begins: its own, or that of the whole it is part of."""
        seen: set[str] = set()
        while subject.fiscal_year_starts is None and subject.id not in seen:
            seen.add(subject.id)
            subject = self._subjects.get(subject.part_of or "", subject)
        return subject.fiscal_year_starts

    def _country(self, subject: Subject) -> str | None:
        """The country of a subject: its own, or that of the whole it is part of."""
        seen: set[str] = set()
        while subject.country is None and subject.id not in seen:
            seen.add(subject.id)
            subject = self._subjects.get(subject.part_of or "", subject)
        return subject.country

    def _context(
        self,
        language: str,
        on: date | None,
        attribute: Attribute | None,
        about: Period | None = None,
        fiscal_year_starts: tuple[int, int] | None = None,
        country: str | None = None,
    ) -> Context:
        named = attribute.id if attribute is not None else None
        key = (language, on, named, about, fiscal_year_starts, country)
        context = self._contexts.get(key)
        if context is None:
            context = Context(
                *(language, on, attribute, self._subjects, country, about), fiscal_year_starts
            )
            self._contexts[key] = context
        return context


def read_value(
    given: str | list[str], attribute: Attribute, context: Context
) -> Value | ReadingError:
    """What a claim's text gives for its attribute, or why it gives nothing."""
    kind = kind_of(attribute.kind)
    try:
        if attribute.many:
            return read_several([given] if isinstance(given, str) else given, kind, context)
        return kind.read(joined(given), context)
    except ReadingError as error:
        return error
