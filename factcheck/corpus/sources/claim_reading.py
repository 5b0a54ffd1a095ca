"""Builds claims from checked entries: reads periods and values, and reports unreadable texts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from factcheck.corpus.sources.claim_building import Dates, Readings, claim_of, joined, source_of
from factcheck.corpus.sources.covering import Coverages, unstated_exclusion
from factcheck.corpus.sources.source_checks import CheckedClaim, CheckedSource
from factcheck.corpus.yaml.documents import Diagnostics
from factcheck.corpus.yaml.forms import ClaimForm
from factcheck.corpus.yaml.places import Places
from factcheck.corpus.yaml.sentences import Path
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
from factcheck.model.frozen import dataclass
from factcheck.text.context import Context, NoValueGiven, ReadingError
from factcheck.text.dates.edtf import is_edtf
from factcheck.text.numbers.precision import REACHES, Reaches
from factcheck.values import kind_of
from factcheck.values.list import read_several
from factcheck.values.period import read_period

_DAY = "write the date as 2026-01-22 or 2026-01, or 2026-01-21~ for about that day"
_PERIOD = (
    "write it as 2025, 2025-10, 2025-01-01/2025-06-30, H1 2025, Q3 2025 or FY 2025, "
    "or in the source's own words"
)
_READ_AS = "correct it, or say how to read it: read_as: {value: …, reason: …}"
_READ_AS_ITSELF = "write it in English, as in 85 bn CNY"

_Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class _Local:
    """The settings from the subject, the source and the claim that affect how the claim is read."""

    fiscal_year_starts: tuple[int, int] | None = None
    fiscal_year_named_by: str = "end"
    country: str | None = None


_ANYWHERE = _Local()


class Reader:
    """Reads the texts of entries; caches each text by its context."""

    def __init__(
        self, vocabulary: Vocabulary, diagnostics: Diagnostics, reaches: Reaches = REACHES
    ) -> None:
        self._reaches = reaches
        self._subjects = vocabulary.subjects
        self._diagnostics = diagnostics
        self._values: dict[_Key, Value | ReadingError] = {}
        self._periods: dict[_Key, Period | ReadingError] = {}
        self._contexts: dict[_Key, Context] = {}
        self._coverages = Coverages()

    def source(self, checked: CheckedSource) -> Source | None:
        """The source of an entry, or None if its date of publication is unreadable."""
        form, places = checked.form, checked.places

        def day(*path: str, text: str | None) -> Period | None:
            period, _ = self._period(text, places, path, form.language, None, _DAY)
            if period is not None and not is_edtf(text or ""):
                message = f"'{path[-1]}': \"{text}\" is no date in EDTF, as headers need"
                self._diagnostics.add(places.at(*path), message, _DAY)
                return None
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
        """The claim of an entry, or None if one of its texts is unreadable."""
        form, places = checked.form, checked.places
        language = form.language or source.language
        on = source.published.start
        relative_to, fine = self._period(
            form.relative_to, places, ("relative_to",), language, on, _DAY
        )
        on = on if relative_to is None else relative_to.start
        local = self._local(checked.subject, form, source)
        period, fine_period = self._period(
            form.period, places, ("period",), language, on, _PERIOD, local
        )
        as_of, fine_as_of = self._period(
            form.as_of, places, ("as_of",), language, on, _PERIOD, local
        )
        about = as_of if period is None else period
        # The clock of a copied passage is none of the day of an exchange rate.
        day = source.published.start if checked.attribute.kind == "money" else on
        context = self._context(language, day, checked.attribute, about, local)
        value, fine_value = self._value(form, places, checked.attribute, context, local)
        if not (fine and fine_period and fine_as_of and fine_value):
            return None
        covers = self._coverages.words_and_coverage(form.covers, checked.attribute)
        excludes = self._coverages.words_and_coverage(form.excludes, checked.attribute)
        left_out = unstated_exclusion(value, covers, excludes, self._coverages, checked.attribute)
        if left_out:
            message = f"'value' leaves out '{left_out}', and the claim does not say so"
            self._diagnostics.add(places["value"], message, f"add the line 'excludes: {left_out}'")
            return None
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
        local: _Local = _ANYWHERE,
    ) -> tuple[Period | None, bool]:
        """The period, if the claim has one, and whether it could be read."""
        if text is None:
            return None, True
        key = (text, language, on, local)
        found = self._periods.get(key)
        if found is None:
            context = self._context(language, on, None, None, local)
            try:
                found = read_period(text, context)
            except ReadingError as error:
                found = error
            self._periods[key] = found
        if isinstance(found, ReadingError):
            self._diagnostics.add(places.at(*path), f"'{path[-1]}': {found}", hint)
            return None, False
        return found, True

    def _value(
        self,
        form: ClaimForm,
        places: Places,
        attribute: Attribute,
        context: Context,
        local: _Local,
    ) -> tuple[Value | None, bool]:
        """The value, None if the text gives none, and whether it could be read."""
        path: Path = ("value",)
        given, hint = form.value, _READ_AS
        if form.read_as is not None:
            given, path, hint = form.read_as.value, ("read_as", "value"), _READ_AS_ITSELF
            context = self._context("en", context.on, attribute, context.period, local)
        text = given if isinstance(given, str) else tuple(given)
        key = (text, attribute.id, context.language, context.on, context.period, local)
        found = self._values.get(key)
        if found is None:
            found = self._values[key] = read_value(given, attribute, context)
        if isinstance(found, NoValueGiven):
            return None, True
        if isinstance(found, ReadingError):
            message = f"the value cannot be read as {attribute.kind}: {found}"
            self._diagnostics.add(places.at(*path), message, hint)
            return None, False
        return found, True

    def _local(self, subject: Subject, form: ClaimForm, source: Source) -> _Local:
        """The nearest setting applies: of the claim, its source, the subject, the subject's
        whole.
        """
        line = list(self._line(subject))
        starts = next((s.fiscal_year_starts for s in line if s.fiscal_year_starts), None)
        named = next((s.fiscal_year_named_by for s in line if s.fiscal_year_named_by), "end")
        country = next((s.country for s in line if s.country), None)
        named = form.fiscal_year_named_by or source.fiscal_year_named_by or named
        return _Local(starts, named, country)

    def _line(self, subject: Subject) -> Iterator[Subject]:
        """A subject, its whole, the whole of that one, and so on."""
        seen: set[str] = set()
        while subject.id not in seen:
            yield subject
            seen.add(subject.id)
            subject = self._subjects.get(subject.part_of or "", subject)

    def _context(
        self,
        language: str,
        on: date | None,
        attribute: Attribute | None,
        about: Period | None,
        local: _Local,
    ) -> Context:
        named = attribute.id if attribute is not None else None
        key = (language, on, named, about, local)
        context = self._contexts.get(key)
        if context is None:
            context = Context(
                *(language, on, attribute, self._subjects, local.country, about),
                *(local.fiscal_year_starts, local.fiscal_year_named_by, self._reaches),
            )
            self._contexts[key] = context
        return context


def read_value(
    given: str | list[str], attribute: Attribute, context: Context
) -> Value | ReadingError:
    """Read a claim's text as a value of its attribute, or report why it has none."""
    kind = kind_of(attribute.kind)
    try:
        if attribute.many:
            return read_several([given] if isinstance(given, str) else given, kind, context)
        return kind.read(joined(given), context)
    except ReadingError as error:
        return error
