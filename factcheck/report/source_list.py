"""Lists the sources of a corpus, each with its numbers of claims and open findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from factcheck.model import JudgedFinding, Source
from factcheck.report.claim_view import link
from factcheck.report.cutting import cut
from factcheck.report.page import Cut, SourceView
from factcheck.report.run import RunView
from factcheck.values.period import show_period


def sources(look: RunView, findings: Iterable[JudgedFinding], most: int) -> Cut[SourceView]:
    """The first `most` sources, in the order of the corpus."""
    claims = Counter(c.source for c in look.compared.claims)
    about = Counter(s for j in findings for s in {c.source for c in j.finding.claims})
    kept = cut(look.compared.sources, most)
    views = (_source(source, claims[source], about[source], look) for source in kept.shown)
    return Cut(tuple(views), kept.left_out)


def _source(source: Source, claims: int, findings: int, look: RunView) -> SourceView:
    origins, words = look.compared.vocabulary.origins, look.words
    return SourceView(
        id=source.id,
        outlet=source.outlet,
        title=source.title,
        published=words.fact(show_period(source.published)),
        language=source.language,
        language_name=words.language_name(source.language),
        genre=words.text(source.genre),
        url=link(source),
        cites=tuple(words.fact(origins[o].label) for o in source.cites),
        claims=claims,
        findings=findings,
        note=source.note,
        location=source.location,
    )
