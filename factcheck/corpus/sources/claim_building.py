"""Builds claims and sources from checked forms after their texts have been read."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from factcheck.corpus.sources.source_checks import CheckedClaim, CheckedSource
from factcheck.corpus.yaml.forms import DraftForm, QuoteForm, SkippedForm
from factcheck.model import Archive, Claim, Draft, Period, Quote, Skipped, Source, Value, Wording
from factcheck.model.frozen import dataclass
from factcheck.values import kind_for
from factcheck.values.period import kept_period

Covers = tuple[str, str | None]  # the source's own words, and the coverage that they name


@dataclass(frozen=True, slots=True)
class Readings:
    """The parsed texts of one claim, and their language."""

    language: str
    value: Value | None
    period: Period | None
    as_of: Period | None
    relative_to: Period | None
    covers: Covers
    excludes: Covers


@dataclass(frozen=True, slots=True)
class Dates:
    """The parsed dates of one source, and its archived copy."""

    published: Period
    updated: Period | None
    retracted: Period | None
    archive: Archive | None


def source_of(checked: CheckedSource, dates: Dates) -> Source:
    """The source that a header describes."""
    form = checked.form
    return Source(
        id=checked.id,
        outlet=form.outlet,
        title=form.title,
        published=dates.published,
        language=form.language,
        location=checked.places.here,
        url=form.url,
        archived_url=form.archived_url,
        updated=dates.updated,
        replaces=form.replaces,
        retracted=dates.retracted,
        genre=(form.genre or "news").replace("data set", "data-set"),
        cites=checked.cites,
        archive=dates.archive,
        ours=bool(form.ours),
        note=form.note or "",
        primary=form.primary,
        fiscal_year_named_by=form.fiscal_year_named_by,
        curated_by=_listed(form.curated_by),
        settled_by=_listed(form.settled_by),
        skipped=tuple(_skipped(one) for one in form.skipped or ()),
        text_sha256=form.text_sha256,
    )


def claim_of(checked: CheckedClaim, source: Source, read: Readings) -> Claim:
    """Build the claim of an entry; a claim without an id is named by a digest of its content."""
    form = checked.form
    return Claim(
        id=form.id or _digest(checked, read),
        source=source,
        subject=checked.subject,
        subject_text=form.subject,
        attribute=checked.attribute,
        text=joined(form.value),
        value=read.value,
        location=checked.places.here,
        places=checked.places,
        language=read.language,
        read_as=None if form.read_as is None else joined(form.read_as.value),
        read_as_reason="" if form.read_as is None else form.read_as.reason,
        period=read.period,
        period_text=form.period or "",
        as_of=read.as_of,
        relative_to=read.relative_to,
        place=form.place,
        covers=read.covers[0],
        coverage=read.covers[1],
        excludes=read.excludes[0],
        excluded=read.excludes[1],
        basis=form.basis,
        status=form.status,
        conditions=_listed(form.conditions),
        attributed_to=checked.attributed_to,
        quote=_quote(form.quote),
        locator=form.locator or "",
        note=form.note or "",
        ignore=bool(form.ignore),
        fiscal_year_named_by=form.fiscal_year_named_by,
        draft=_draft(form.draft),
    )


def joined(value: str | list[str]) -> str:
    """A value as one text; the texts of a list with commas between them."""
    return value if isinstance(value, str) else ", ".join(value)


def _listed(given: str | list[str] | None) -> tuple[str, ...]:
    match given:
        case None:
            return ()
        case str(one):
            return (one,)
        case several:
            return tuple(several)


def _quote(quote: str | QuoteForm | None) -> Quote | None:
    match quote:
        case None:
            return None
        case str():
            return Quote(quote)
        case _:
            return Quote(quote.exact, quote.prefix or "", quote.suffix or "")


def _skipped(form: SkippedForm) -> Skipped:
    return Skipped(Quote(form.quote, form.prefix or "", form.suffix or ""), form.reason)


def _draft(form: bool | DraftForm | None) -> Draft | None:
    match form:
        case DraftForm():
            return Draft(tuple(form.subject or ()), tuple(form.attribute or ()))
        case True:
            return Draft()
    return None


def _digest(checked: CheckedClaim, read: Readings) -> str:
    """A name for a claim without an id: a digest of its content, independent of spelling."""
    form, attribute, value = checked.form, checked.attribute, read.value
    return _name(
        checked.subject.id,
        attribute.id,
        joined(form.value) if value is None else kind_for(attribute).remembered(value, attribute),
        form.period if read.period is None else kept_period(read.period),
        *(form.place, read.covers[1], form.basis, form.status),
    )


def distinguished(claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims of one source; claims without ids that would share a name get longer names.

    Only those names include all qualifiers. The others stay unchanged, so that the records of their
    findings stay valid.
    """
    by_id: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_id[claim.id].append(claim)
    for alike in by_id.values():
        for claim in alike:
            named = len(alike) == 1 or "id" in claim.places
            yield claim if named else replace(claim, id=_full_digest(claim))


def _full_digest(claim: Claim) -> str:
    return _name(
        claim.id,
        None if claim.as_of is None else kept_period(claim.as_of),
        *(claim.covers, claim.coverage, claim.excludes, claim.excluded),
        *(*claim.conditions, "", *claim.attributed_to),
    )


def _name(*parts: Wording | None) -> str:
    content = "\x1f".join("" if part is None else str(part) for part in parts)
    return "x" + hashlib.sha256(content.encode()).hexdigest()[:8]
