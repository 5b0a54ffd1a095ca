"""Where a rendered report goes: standard output, or a file that is written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

import click

from factcheck.commands.faults import UsageFault


def write(text: str, file: str | None, color: bool | None = None) -> None:
    """Write to `file`, or to standard output where it is None or "-"."""
    if file in (None, "-"):
        click.echo(text, nl=False, color=color)
    else:
        assert file is not None
        _whole(text, Path(file))


def _whole(text: str, path: Path) -> None:
    """Write under a temporary name beside the file, then rename: readers never see a part."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as why:
        raise UsageFault(f"{path} cannot be written: {why.strerror or why}.") from why
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as out:
            out.write(text)
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(path)
    except OSError as why:
        raise UsageFault(f"{path} cannot be written: {why.strerror or why}.") from why
    finally:
        with contextlib.suppress(FileNotFoundError):
            Path(name).unlink()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def parse_target(target: str, formats: tuple[str, ...]) -> tuple[str, str | None]:
    """FORMAT[:FILE] as a format and a file; raises UsageFault with the formats that there are."""
    name, colon, file = target.partition(":")
    if name not in formats:
        raise UsageFault(f"There is no format '{name}'. Formats: {', '.join(formats)}.")
    if colon and not file:
        raise UsageFault(f"'{target}' names no file after the colon.")
    return name, file or None
