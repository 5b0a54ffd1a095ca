"""Drafts to claims: periods and values are read, and what cannot be read is noted."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date

from factcheck.loading.claims import ClaimDraft, SourceDraft
from factcheck.loading.covering import Coverages
from factcheck.loading.documents import Faults
from factcheck.loading.forms import ClaimForm, QuoteForm
from factcheck.loading.places import Places
from factcheck.loading.sentences import Path
from factcheck.model import (
    Archive,
    Attribute,
    Claim,
    Period,
    Quote,
    Source,
    Subject,
    Value,
    Vocabulary,
)
from factcheck.values import kind_for, kind_of
from factcheck.values.base import Context, NoValueGiven, ReadingError
from factcheck.values.period import kept_period, read_period
from factcheck.values.several import read_several

_DAY = "write the date as 2026-01-22 or 2026-01, or 2026-01-21~ for about that day"
_PERIOD = (
    "write it as 2025, 2025-10, 2025-01-01/2025-06-30, H1 2025, Q3 2025 or FY 2025, "
    "or in the source's own words"
)
_READ_AS = "correct it, or say how to read it: read_as: {value: …, reason: …}"
_READ_AS_ITSELF = "write it in English, as in 85 bn CNY"

_REGION = re.compile(r"-([A-Z]{2})(?:-|$)")

_Key = tuple[object, ...]


class Reader:
    """Reads the texts of drafts; an equal text in an equal context is read once."""

    def __init__(self, vocabulary: Vocabulary, faults: Faults) -> None:
        self._subjects = vocabulary.subjects
        self._faults = faults
        self._values: dict[_Key, Value | ReadingError] = {}
        self._periods: dict[_Key, Period | ReadingError] = {}
        self._contexts: dict[_Key, Context] = {}
        self._coverages = Coverages()

    def source(self, draft: SourceDraft) -> Source | None:
        """The source of a draft, or None where its date of publication cannot be read."""
        form, places = draft.form, draft.places

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
        return Source(
            id=draft.id,
            outlet=form.outlet,
            title=form.title,
            published=published,
            language=form.language,
            location=places.here,
            url=form.url,
            archived_url=form.archived_url,
            updated=updated,
            replaces=form.replaces,
            retracted=retracted,
            genre=form.genre or "news",
            cites=draft.cites,
            archive=archive,
            ours=bool(form.ours),
            note=form.note or "",
        )

    def claim(self, draft: ClaimDraft, source: Source) -> Claim | None:
        """The claim of a draft, or None where one of its texts cannot be read."""
        form, places = draft.form, draft.places
        language = form.language or source.language
        on = source.published.start
        relative_to, fine = self._period(
            form.relative_to, places, ("relative_to",), language, on, _DAY
        )
        on = on if relative_to is None else relative_to.start
        year = self._fiscal_year(draft.subject)
        period, fine_period = self._period(
            form.period, places, ("period",), language, on, _PERIOD, year
        )
        as_of, fine_as_of = self._period(
            form.as_of, places, ("as_of",), language, on, _PERIOD, year
        )
        about = as_of if period is None else period
        context = self._context(language, on, draft.attribute, about, year)
        value, fine_value = self._value(form, places, draft.attribute, context)
        if not (fine and fine_period and fine_as_of and fine_value):
            return None
        covers = self._coverages.words_and_coverage(form.covers, draft.attribute)
        periods = _Periods(period, as_of, relative_to)
        return _claim(draft, source, language, value, periods, covers)

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
                "en", context.on, attribute, context.period, context.fiscal_year_starts
            )
        text = given if isinstance(given, str) else tuple(given)
        key = (
            *(text, attribute.id, context.language, context.on),
            *(context.period, context.fiscal_year_starts),
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

    def _context(
        self,
        language: str,
        on: date | None,
        attribute: Attribute | None,
        about: Period | None = None,
        fiscal_year_starts: tuple[int, int] | None = None,
    ) -> Context:
        named = attribute.id if attribute is not None else None
        key = (language, on, named, about, fiscal_year_starts)
        context = self._contexts.get(key)
        if context is None:
            country = country_of(language)
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
        return kind.read(_joined(given), context)
    except ReadingError as error:
        return error


def country_of(language: str) -> str | None:
    """The country that a language tag names, as en-AU does."""
    region = _REGION.search(language)
    return None if region is None else region[1]


@dataclass(frozen=True, slots=True)
class _Periods:
    """The periods of one claim, as read."""

    period: Period | None
    as_of: Period | None
    relative_to: Period | None


def _claim(
    draft: ClaimDraft,
    source: Source,
    language: str,
    value: Value | None,
    periods: _Periods,
    covers: tuple[str, str | None],
) -> Claim:
    form = draft.form
    words, coverage = covers
    return Claim(
        id=form.id or _digest(draft, value, periods, coverage),
        source=source,
        subject=draft.subject,
        subject_text=form.subject,
        attribute=draft.attribute,
        text=_joined(form.value),
        value=value,
        location=draft.places.here,
        places=draft.places,
        language=language,
        read_as=None if form.read_as is None else _joined(form.read_as.value),
        read_as_reason="" if form.read_as is None else form.read_as.reason,
        period=periods.period,
        period_text=form.period or "",
        as_of=periods.as_of,
        relative_to=periods.relative_to,
        place=form.place,
        covers=words,
        coverage=coverage,
        basis=form.basis,
        status=form.status,
        conditions=form.conditions or "",
        attributed_to=draft.attributed_to,
        quote=_quote(form.quote),
        locator=form.locator or "",
        note=form.note or "",
        ignore=bool(form.ignore),
    )


def _joined(value: str | list[str]) -> str:
    return value if isinstance(value, str) else ", ".join(value)


def _quote(quote: str | QuoteForm | None) -> Quote | None:
    match quote:
        case None:
            return None
        case str():
            return Quote(quote)
        case _:
            return Quote(quote.exact, quote.prefix or "", quote.suffix or "")


def _digest(draft: ClaimDraft, value: Value | None, periods: _Periods, coverage: str | None) -> str:
    """A name for a claim without an id, made from what it says, however that is typed."""
    form, attribute = draft.form, draft.attribute
    said = (
        draft.subject.id,
        attribute.id,
        _joined(form.value) if value is None else kind_for(attribute).remembered(value, attribute),
        form.period if periods.period is None else kept_period(periods.period),
        *(form.place, coverage, form.basis, form.status),
    )
    content = "\x1f".join("" if part is None else str(part) for part in said)
    return "x" + hashlib.sha256(content.encode()).hexdigest()[:8]
