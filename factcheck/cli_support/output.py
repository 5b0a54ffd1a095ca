"""Writes rendered reports: to standard output, or to files as a whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from factcheck.cli_support import file_writing
from factcheck.cli_support.exits import UsageError
from factcheck.cli_support.file_writing import stated

Content = tuple[str | bytes, str | None]
"""What is written, and the file; None is standard output."""


def write(text: str, file: str | None, color: bool | None = None) -> None:
    """Write to `file`, or to standard output where it is None or "-"."""
    write_all(((text, file),), color)


def write_all(texts: Iterable[Content], color: bool | None = None) -> None:
    """Write each text to its file: all of them or none; afterwards those for streams.

    `color`: True keeps colours, False removes them; None keeps them only on a terminal. Raises
    UsageError if something cannot be written.
    """
    streams: list[Content] = []
    files: list[tuple[Path, str | bytes]] = []
    for text, file in texts:
        plain = text if color or isinstance(text, bytes) else _plain(text)
        if file is None:
            streams.append((text, None))
        elif file_writing.is_stream(Path(file)):
            streams.append((plain, file))
        else:
            files.append((Path(file), plain))
    file_writing.replace(files)
    for text, file in streams:
        if file is not None or isinstance(text, bytes):
            file_writing.write_stream(Path(file or "/dev/stdout"), text)
        else:
            with stated("standard output"):
                click.echo(text, nl=False, color=color)


def echo(text: object, err: bool = False) -> None:
    """Print a line on standard output, or on standard error."""
    click.echo(text, err=err)


def append(text: str, variable: str, environment: Mapping[str, str]) -> None:
    """Append to the file that an environment variable names, which other programs write too.

    A failure is reported, and does not fail the run.
    """
    try:
        file_writing.append(Path(environment[variable]), text)
    except UsageError as why:
        click.echo(f"The summary is missing: {why}", err=True)


def _plain(text: str) -> str:
    return click.unstyle(text) if "\x1b" in text else text  # most texts have no colours
