"""Three invented sources, what they say, and sides made of that: the bricks of views.py."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from factcheck.model import Location
from factcheck.report.explained import ClaimView, PositionView
from factcheck.report.page import ClaimCard, ColumnOfCard, Cut, SourceView, StatementView

T = TypeVar("T")

HARBOUR = SourceView(
    id="harbour-post-2026-02",
    outlet="Harbour Post",
    title="Northwind doubles its budget for cranes",
    published="2026-02-03",
    language="en",
    language_name="English",
    genre="news",
    url="https://harbour.example/cranes?id=1&page=2",
    cites=("Port Registry", "Quay Wire"),
    claims=9,
    findings=4,
    note="",
    location=Location("claims/sources/harbour-post-2026-02.yaml", 2, 3),
)
MOLO = replace(
    HARBOUR,
    id="molo-oggi-2026-02",
    outlet="Molo Oggi",
    title="Northwind, il bilancio delle gru",
    published="about 2026-02-05",
    language="it",
    language_name="Italian",
    genre="aggregation",
    url="",
    cites=("Port Registry",),
    claims=7,
    findings=3,
    note="The archived text has no title; the title is ours.",
    location=Location("claims/sources/molo-oggi-2026-02.yaml", 2, 3),
)
QUAY = replace(
    HARBOUR,
    id="quay-wire-2026-01",
    outlet="Quay Wire",
    title="Cranes, cranes, cranes",
    published="2026-01-28",
    url="https://quay.example/",
    cites=(),
    claims=5,
    findings=2,
    location=Location("claims/sources/quay-wire-2026-01.yaml", 2, 3),
)


def stated(
    source: SourceView, line: int, text: str, quote: str = "", **fields: object
) -> ClaimCard:
    """What one source says; the quote is split around the text, as reporting does."""
    before, value, after = quote.partition(text)
    claim = ClaimCard(
        name=f"{source.id}/claim-{line}",
        source=source.id,
        outlet=source.outlet,
        published=source.published,
        language=source.language,
        language_name=source.language_name,
        url=source.url,
        text=text,
        reading="",
        notes=(),
        quote=(before, value, after),
        subject="Northwind",
        subject_label="Northwind",
        attribute="budget",
        qualifiers=(),
        origins=(),
        location=replace(source.location, line=line, column=12, length=len(text)),
        note="",
        ours=False,
        listed=True,
    )
    return replace(claim, **fields)  # type: ignore[arg-type]


def seen(claim: ClaimCard) -> ClaimView:
    """The claim as lines show it."""
    qualifiers = dict(claim.qualifiers)
    return ClaimView(
        id=claim.name.partition("/")[2],
        source=claim.source,
        outlet=claim.outlet,
        published=claim.published,
        text=claim.text,
        reading=claim.reading,
        quote=claim.quote,
        passage=claim.quote if claim.quote[1] else ("", claim.text, ""),
        location=claim.location,
        status=qualifiers.get("status"),
        covers=(qualifiers.get("covers", ""), None),
    )


def row(claim: ClaimCard, **fields: object) -> StatementView:
    """The claim as a row of a list."""
    statement = StatementView(
        name=claim.name,
        source=claim.source,
        outlet=claim.outlet,
        url=claim.url,
        subject_id="northwind",
        subject=claim.subject_label,
        attribute=claim.attribute,
        scope="",
        text=claim.text,
        language=claim.language,
        location=claim.location,
        findings=(),
        listed=True,
    )
    return replace(statement, **fields)  # type: ignore[arg-type]


def column_of(value: str, *claims: ClaimCard) -> ColumnOfCard:
    """One position, which these claims have."""
    outlets = tuple(sorted({c.outlet for c in claims}))
    origins = len({o for c in claims for o in c.origins} or {c.outlet for c in claims})
    backing = "1 origin" if origins == 1 else f"{origins} origins"
    return ColumnOfCard(value, whole(outlets), backing, whole(claims))


def position(column: ColumnOfCard) -> PositionView:
    """The same position as lines show it."""
    claims = tuple(map(seen, column.claims.shown))
    origins = int(column.backing.split()[0])
    return PositionView(
        column.value, column.outlets.shown, origins, column.backing, claims, claims[:4], 0
    )


def whole(items: Sequence[T]) -> Cut[T]:
    """A list of which nothing is left out."""
    return Cut(tuple(items), 0)


def span(left: str, right: str) -> tuple[Decimal, Decimal]:
    """From where to where, in percent."""
    return Decimal(left), Decimal(right)
