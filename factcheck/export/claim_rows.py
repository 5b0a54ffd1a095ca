"""The table of claims, with column names that the loader reads, so that it can be checked again."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.comparing import Compared
from factcheck.export.rows import Row
from factcheck.model import Claim, Period, Quote, Source
from factcheck.text.dates.edtf import write_edtf
from factcheck.values.list import Several

COLUMNS = (
    *("source", "id", "subject", "attribute", "value", "period", "as_of", "relative_to", "place"),
    *("coverage", "covers", "excluded", "excludes", "basis", "status", "conditions"),
    *("attributed_to", "language", "fiscal_year_named_by"),
    *("quote", "prefix", "suffix", "locator", "read_as", "reason", "note", "ignore"),
    *("outlet", "title", "published", "updated", "retracted", "replaces", "genre", "cites"),
    *("primary", "ours", "url", "archived_url", "curated_by", "settled_by", "text_sha256"),
)


def rows(compared: Compared) -> Iterator[Row]:
    """A row for each claim, in order of name; its values are texts, as the source wrote them."""
    for claim in compared.claims:
        yield {**_claim(claim), **_source(claim.source)}


def _claim(claim: Claim) -> Row:
    quote = claim.quote or Quote("")
    return {
        "source": claim.source.id,
        "id": claim.id,
        "subject": claim.subject_text,
        "attribute": claim.attribute.id,
        "value": _value(claim),
        "period": claim.period_text,
        "as_of": _days(claim.as_of),
        "relative_to": _days(claim.relative_to),
        "place": claim.place,
        "coverage": claim.coverage,
        "covers": claim.covers,
        "excluded": claim.excluded,
        "excludes": claim.excludes,
        "basis": claim.basis,
        "status": claim.status,
        "conditions": claim.conditions,
        "attributed_to": claim.attributed_to,
        "language": claim.language,
        "fiscal_year_named_by": claim.fiscal_year_named_by or claim.source.fiscal_year_named_by,
        "quote": quote.exact,
        "prefix": quote.prefix,
        "suffix": quote.suffix,
        "locator": claim.locator,
        "read_as": claim.read_as,
        "reason": claim.read_as_reason,
        "note": claim.note,
        "ignore": claim.ignore,
    }


def _source(source: Source) -> Row:
    return {
        "outlet": source.outlet,
        "title": source.title,
        "published": _days(source.published),
        "updated": _days(source.updated),
        "retracted": _days(source.retracted),
        "replaces": source.replaces,
        "genre": source.genre,
        "cites": source.cites,
        "primary": None if source.primary is None else str(source.primary).lower(),
        "ours": source.ours,
        "url": source.url,
        "archived_url": source.archived_url,
        "curated_by": source.curated_by,
        "settled_by": source.settled_by,
        "text_sha256": source.text_sha256,
    }


def _value(claim: Claim) -> str | tuple[str, ...]:
    """The value as written; each text of a list."""
    if claim.read_as is None and isinstance(claim.value, Several) and len(claim.value.members) > 1:
        return tuple(member.text for member in claim.value.members)
    return claim.text


def _days(period: Period | None) -> str | None:
    return None if period is None else write_edtf(period)
