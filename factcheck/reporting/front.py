"""The first screen beside the headline: what the run looked at, and what it did not check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.model import Corpus, Diagnostic, Source
from factcheck.reporting.page import GapView
from factcheck.reporting.view import AgreementView, UncheckedView
from factcheck.values.period import show_period

VAGUE = 366
"""As many days as a day of publication may lie within, to count as known."""

LACKS = "lacks-"
"""How the reasons of claims begin that leave out what another source states."""


def looked(corpus: Corpus, path: str) -> tuple[tuple[str, str], ...]:
    """What was read, as pairs of a term and words for it; without sources, the folder alone."""
    return (("Folder", path), *_read(corpus))


def _read(corpus: Corpus) -> Iterator[tuple[str, str]]:
    if not corpus.sources:
        return
    yield "Sources", f"{len(corpus.sources)}{_published(corpus.sources)}"
    yield "Claims", f"{len(corpus.claims)}, on {len(corpus.topics)} topics"
    if corpus.archived:
        copies = len(corpus.archives)
        yield "Quotes", f"looked for in {copies} kept {'copy' if copies == 1 else 'copies'}"


def _published(sources: Iterable[Source]) -> str:
    """From when to when; a day that is only known to lie within years says nothing of that."""
    days = [s.published for s in sources if (s.published.end - s.published.start).days < VAGUE]
    if not days:
        return ""
    first = show_period(min(days, key=lambda day: (day.start, day.end)))
    last = show_period(max(days, key=lambda day: (day.end, day.start)))
    return f", published {first}" if first == last else f", published {first} – {last}"


def gaps(
    corpus: Corpus,
    diagnostics: Sequence[Diagnostic],
    unchecked: Iterable[UncheckedView],
    agreements: Iterable[AgreementView],
) -> tuple[GapView, ...]:
    """What was not checked, each with its count, what it waits for, and where it is listed."""
    single = sum(a.origins < 2 for a in agreements)
    every = (
        GapView(len(diagnostics), "Faults in files: what stands there was not used.", "faults"),
        *(GapView(len(u.claims), _short(u), f"unchecked-{u.reason}") for u in unchecked),
        GapView(single, "Agreements go back to one origin, or to none that is known.",
                "single-origin"),
    )  # fmt: skip
    return tuple(gap for gap in every if gap.count)


def _short(unchecked: UncheckedView) -> str:
    """Why, in a line."""
    if not unchecked.reason.startswith(LACKS):
        return unchecked.sentence
    key = unchecked.reason.removeprefix(LACKS).replace("-", " ")
    return f"Without {key}, which another source states."
