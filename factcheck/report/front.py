"""The first screen of the page beside the headline: what was checked, and what was not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.comparing import Compared
from factcheck.model import Screened, Source
from factcheck.report.page import GapView
from factcheck.report.summary import Summary, UncheckedLine
from factcheck.report.words.phrases import QUALIFIERS
from factcheck.report.words.translating import Translator
from factcheck.values.period import show_period

VAGUE = 366
"""As many days as a day of publication may lie within, to count as known."""

LACKS = "lacks-"
"""How the reasons of claims begin that leave out what another source states."""


def looked(
    compared: Compared, path: str, settings: str, words: Translator
) -> tuple[tuple[str, str], ...]:
    """The checked files, as pairs of a term and words for it; without sources, the folder alone.

    `settings` names the settings in use; empty if there are none.
    """
    by = settings or words.text("as shipped")
    return (
        (words.text("Folder"), path),
        *_read(compared, words),
        (words.text("Settings"), by),
    )


def _read(compared: Compared, words: Translator) -> Iterator[tuple[str, str]]:
    if not compared.sources:
        return
    yield words.text("Sources"), _published(compared.sources, words)
    topics = words.many("{count} topic", "{count} topics", len(compared.topics))
    claims = words.text("{claims}, on {topics}", claims=str(len(compared.claims)), topics=topics)
    yield words.text("Claims"), claims
    if (screened := compared.screened) is not None:
        topics = words.many("{count} topic", "{count} topics", screened.topics)
        rows = words.many("{count} row", "{count} rows", screened.rows)
        yield words.text("Table"), words.text("{claims}, on {topics}", claims=rows, topics=topics)
    if compared.archived:
        copies = len(compared.archives)
        yield (
            words.text("Quotes"),
            words.many(
                "looked for in {count} archived copy",
                "looked for in {count} archived copies",
                copies,
            ),
        )


def _published(sources: Sequence[Source], words: Translator) -> str:
    """The number of sources, and their first and last day as far as known to within a year."""
    spans = [s.published for s in sources if (s.published.end - s.published.start).days < VAGUE]
    count = str(len(sources))
    if not spans:
        return count
    first = show_period(min(spans, key=lambda day: (day.start, day.end)))
    last = show_period(max(spans, key=lambda day: (day.end, day.start)))
    facts = {"count": count, "first": words.printed(first), "last": words.printed(last)}
    if first == last:
        return words.text("{count}, published {first}", **facts)
    return words.text("{count}, published {first} – {last}", **facts)


def gaps(summary: Summary, screened: Screened | None, words: Translator) -> tuple[GapView, ...]:
    """What was not checked: each with its count, its remedy, and where it is listed."""
    single = sum(agreement.origins < 2 for agreement in summary.agreements)
    every = (
        GapView(
            len(summary.diagnostics),
            words.text("Faults in files: what stands there was not used."),
            "faults",
        ),
        *(GapView(u.claims, _short(u, words), f"unchecked-{u.reason}") for u in summary.unchecked),
        GapView(
            single,
            words.text(
                "Values of several sources derive from one origin, or from none that is known."
            ),
            "several",
        ),
        GapView(
            0 if screened is None else screened.cleared,
            words.text("Rows of topics in which all agree: only their intervals were compared."),
            "",
        ),
    )
    return tuple(gap for gap in every if gap.count)


def _short(unchecked: UncheckedLine, words: Translator) -> str:
    """The reason on one line."""
    if not unchecked.reason.startswith(LACKS):
        return unchecked.sentence
    key = unchecked.reason.removeprefix(LACKS).replace("-", "_")
    qualifier = words.text(QUALIFIERS[key])
    return words.text("Without {qualifier}, which another source states.", qualifier=qualifier)
