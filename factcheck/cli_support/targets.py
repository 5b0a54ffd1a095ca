"""Parses `-o FORMAT[:FILE]`, and refuses files that a report must not replace."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from factcheck.cli_support.exits import UsageError


class Target(NamedTuple):
    """A format and its output file; None is standard output."""

    format: str
    file: str | None

    @property
    def place(self) -> Path | None:
        """The real path of the file, however it is written."""
        return None if self.file is None else Path(self.file).resolve()


def parse_targets(
    asked: Iterable[str], formats: tuple[str, ...], corpus: Path, archive: Path | None
) -> tuple[Target, ...]:
    """Parse each FORMAT[:FILE] to a target.

    Raises UsageError if a format is unknown, two go to one place, or one would replace a checked
    file.
    """
    targets = tuple(_parsed(one, formats) for one in asked)
    for target in targets:
        if sum(other.place == target.place for other in targets) > 1:
            place = "standard output" if target.file is None else target.file
            raise UsageError(
                f"Two formats go to {place}: give one of them a file, as in json:FILE."
            )
        refuse_checked_file(target.file, corpus, archive)
    return targets


def _parsed(asked: str, formats: tuple[str, ...]) -> Target:
    name, colon, file = asked.partition(":")
    if name not in formats:
        raise UsageError(f"There is no format '{name}'. Formats: {', '.join(formats)}.")
    if colon and not file:
        raise UsageError(f"'{asked}' names no file after the colon.")
    return Target(name, None if file in ("", "-") else file)


def refuse_checked_file(file: str | None, corpus: Path, archive: Path | None) -> None:
    """Raise UsageError if a report would replace, or become, a file of the checked corpus."""
    from factcheck.corpus.files import BASELINE
    from factcheck.corpus.folder import folder_of

    if file is None:
        return
    place = Path(file).resolve()
    folder = folder_of(corpus).resolve()
    read = place.suffix in (".yaml", ".yml") or place.name == BASELINE
    in_corpus = (read and place.is_relative_to(folder)) or place == corpus.resolve()
    in_archive = archive is not None and place.is_relative_to(archive.resolve())
    if in_corpus or in_archive:
        raise UsageError(
            f"{file} belongs to what is checked, and a report never replaces that: "
            "give another file."
        )
