"""Three invented sources, what they say, and sides made of that: the bricks of views.py."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from factcheck.model import Location
from factcheck.reporting import ClaimView, PositionView, SourceView

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


def said(source: SourceView, line: int, text: str, quote: str = "", **fields: object) -> ClaimView:
    """What one source says; the quote is split around the text, as reporting does."""
    before, value, after = quote.partition(text)
    claim = ClaimView(
        name=f"{source.id}/claim-{line}",
        id=f"claim-{line}",
        source=source.id,
        outlet=source.outlet,
        title=source.title,
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
    )
    return replace(claim, **fields)  # type: ignore[arg-type]


def side(value: str, *claims: ClaimView) -> PositionView:
    """One side, held by these claims."""
    outlets = tuple(sorted({c.outlet for c in claims}))
    origins = len({o for c in claims for o in c.origins} or {c.outlet for c in claims})
    backing = "1 origin" if origins == 1 else f"{origins} origins"
    return PositionView(value, claims, outlets, origins, backing)


def span(left: str, right: str) -> tuple[Decimal, Decimal]:
    """From where to where, in percent."""
    return Decimal(left), Decimal(right)
