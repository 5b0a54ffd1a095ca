"""`factcheck gaps`: the figures of the archived texts that no claim records."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli_support import options
from factcheck.cli_support.configured import archive_in
from factcheck.cli_support.exits import FAULTY_FILES, UsageError

if TYPE_CHECKING:
    from factcheck.comparing.gaps import Curated, Gap

AROUND = 60
"""Characters of a sentence that are shown before its first figure, and behind its last."""


@click.command()
@options.corpus
@options.archive
@click.option("--source", metavar="ID", help="Only this source.")
@click.pass_context
def command(context: click.Context, path: Path, archive: Path | None, source: str | None) -> int:
    """List the figures of the archived texts that no claim takes, source by source.

    The texts come from --archive, or from the archive that the settings name. A figure that needs
    no claim is closed by its quote and a reason under `skipped` of the source's header. Gaps do not
    fail this command; faults in files do (exit code 3).
    """
    from factcheck.cli_support.output import echo, write
    from factcheck.comparing.gaps import curated
    from factcheck.corpus.load import load
    from factcheck.corpus.reading_files import read_files
    from factcheck.text.hostile import visible

    folder = archive_in(context)
    if folder is None:
        raise UsageError("Where are the texts? Name their folder: factcheck gaps --archive FOLDER.")
    loaded = load(read_files(path), folder)
    known = {one.id: one for one in loaded.sources}
    if source is not None and source not in known:
        raise UsageError(f"There is no source '{source}'.")
    every = (*loaded.claims, *loaded.drafts)
    lines = [
        line
        for id, one in sorted(known.items())
        if source in (None, id) and id in loaded.archives
        for line in _lines(
            curated(one, (c for c in every if c.source.id == id), loaded.archives[id])
        )
    ]
    write("".join(f"{visible(line)}\n" for line in lines), None)
    if not lines:
        echo("No source has an archived text here: name one under its `archive`.", err=True)
    for diagnostic in loaded.diagnostics:
        echo(visible(str(diagnostic)), err=True)
    return FAULTY_FILES if loaded.diagnostics else 0


def _lines(found: Curated) -> Iterator[str]:
    share = f", {100 * found.taken // found.figures} %" if found.figures else ""
    yield f"{found.source.id}: {found.taken} of {found.figures} figures are in claims{share}"
    for gap in found.gaps:
        yield f"  paragraph {gap.paragraph}: {_marked(gap)}"


def _marked(gap: Gap) -> str:
    """The sentence with its figures in brackets; a long one is reduced to their surroundings."""
    first, last = max(0, gap.figures[0].start - AROUND), gap.figures[-1].end + AROUND
    words, at = "", first
    for figure in gap.figures:
        words += f"{gap.sentence[at : figure.start]}[{figure.text}]"
        at = figure.end
    words += gap.sentence[at:last]
    before = "…" if first else ""
    return f"{before}{words.strip()}{'…' if last < len(gap.sentence) else ''}"
