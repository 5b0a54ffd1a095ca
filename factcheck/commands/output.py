"""Where a rendered report goes: standard output, or a file that is written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

import click

from factcheck.commands.faults import UsageFault


def write(text: str, file: str | None, color: bool | None = None) -> None:
    """Write to `file`, or to standard output where it is None or "-"."""
    try:
        if file is None or file == "-":
            click.echo(text, nl=False, color=color)
        elif Path(file).exists() and not Path(file).is_file():
            # A device or a pipe is written to, never replaced.
            Path(file).write_text(text, encoding="utf-8")
        else:
            _whole(text, Path(file).resolve())
    except BrokenPipeError:
        raise
    except OSError as why:
        place = "standard output" if file is None or file == "-" else file
        raise UsageFault(f"{place} cannot be written: {why.strerror or why}.") from why


def _whole(text: str, path: Path) -> None:
    """Write under a temporary name beside the file, then rename: readers never see a part."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as out:
            out.write(text)
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(path)
    finally:
        with contextlib.suppress(FileNotFoundError):
            Path(name).unlink()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def parse_targets(
    targets: Iterable[str], formats: tuple[str, ...]
) -> tuple[tuple[str, str | None], ...]:
    """Each FORMAT[:FILE] as a format and a file. Raises UsageFault where two go to one place."""
    parsed = tuple(_parse_target(target, formats) for target in targets)
    files = [None if file == "-" else file for _, file in parsed]
    for file in files:
        if files.count(file) > 1:
            place = "standard output" if file is None else file
            raise UsageFault(
                f"Two formats go to {place}: give one of them a file, as in json:FILE."
            )
    return parsed


def _parse_target(target: str, formats: tuple[str, ...]) -> tuple[str, str | None]:
    """FORMAT[:FILE] as a format and a file; raises UsageFault with the formats that there are."""
    name, colon, file = target.partition(":")
    if name not in formats:
        raise UsageFault(f"There is no format '{name}'. Formats: {', '.join(formats)}.")
    if colon and not file:
        raise UsageFault(f"'{target}' names no file after the colon.")
    return name, file or None
