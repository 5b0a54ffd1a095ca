"""The claims that were not compared, or of which the quotes were not looked for, and why."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Corpus, Reason
from factcheck.reporting.claims import claim_view
from factcheck.reporting.view import UncheckedView
from factcheck.reporting.wording import LACKS, NOT_LOOKED_FOR, UNCHECKED
from factcheck.sourcing import OriginGraph


def not_checked(corpus: Corpus, graph: OriginGraph) -> Iterator[UncheckedView]:
    """The claims that were not compared, by reason, in the order of the reasons."""
    for reason in Reason:
        claims = [u.claim for u in corpus.unchecked if u.reason is reason and not u.lacks]
        if claims:
            sentence, todo = UNCHECKED[reason]
            views = tuple(claim_view(c, graph.houses) for c in claims)
            yield UncheckedView(reason.value, sentence, todo, views)
    for qualifier in sorted({u.lacks for u in corpus.unchecked if u.lacks}):
        views = tuple(claim_view(u.claim, graph.houses) for u in corpus.unchecked
                      if u.lacks == qualifier)  # fmt: skip
        sentence, todo = (text.format(key=qualifier) for text in LACKS)
        yield UncheckedView(f"lacks-{qualifier.replace('_', '-')}", sentence, todo, views)
    yield from _not_looked_for(corpus, graph)


def _not_looked_for(corpus: Corpus, graph: OriginGraph) -> Iterator[UncheckedView]:
    """Where kept copies were given: the claims whose quotes nobody could look for."""
    quoted = [c for c in corpus.claims if c.quote is not None and corpus.archived]
    no_copy = [c for c in quoted if c.source.archive is None]
    unread = [
        c for c in quoted if c.source.archive is not None and c.source.id not in corpus.archives
    ]
    for reason, claims in (("no-archive", no_copy), ("archive-not-read", unread)):
        if claims:
            sentence, todo = NOT_LOOKED_FOR[reason]
            views = tuple(claim_view(c, graph.houses) for c in claims)
            yield UncheckedView(reason, sentence, todo, views)
