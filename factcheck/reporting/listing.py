"""The sources of a corpus, each with how much was read there and is open about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from factcheck.model import JudgedFinding
from factcheck.reporting.claims import link
from factcheck.reporting.looking import Look
from factcheck.reporting.view import SourceView
from factcheck.values.period import show_period


def sources(look: Look, findings: Iterable[JudgedFinding]) -> tuple[SourceView, ...]:
    """Every source, in the order of the corpus."""
    compared, words = look.compared, look.words
    origins = compared.vocabulary.origins
    claims = Counter(c.source for c in compared.claims)
    about = Counter(s for j in findings for s in {c.source for c in j.finding.claims})
    return tuple(
        SourceView(
            id=source.id,
            outlet=source.outlet,
            title=source.title,
            published=words.fact(show_period(source.published)),
            language=source.language,
            language_name=words.language_name(source.language),
            genre=words.text(source.genre),
            url=link(source),
            cites=tuple(words.fact(origins[o].label) for o in source.cites),
            claims=claims[source],
            findings=about[source],
            note=source.note,
            location=source.location,
        )
        for source in compared.sources
    )
