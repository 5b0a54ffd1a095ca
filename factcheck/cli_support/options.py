"""Arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from factcheck.cli_support.configured import settled
from factcheck.formats.base import formats
from factcheck.report.words.catalogues import ENGLISH, languages
from factcheck.values import KINDS

F = TypeVar("F", bound=Callable[..., Any])


def _corpus(context: click.Context, _: click.Parameter, path: Path) -> Path:
    return from_here(path if context.resilient_parsing else settled(context, path))


def from_here(path: Path) -> Path:
    """The path relative to the working directory, if it is inside; reports show such paths."""
    here = Path.cwd()
    for whole in (path.absolute(), path.resolve()):
        if ".." not in whole.parts and whole.is_relative_to(here):
            return whole.relative_to(here)
    return path


corpus = click.argument(
    "path", type=click.Path(path_type=Path), default=Path("claims"), callback=_corpus
)

engine = click.option(
    "--engine",
    default="",
    metavar="NAME[=ADDRESS]",
    help="What screens a table in Parquet: polars or spark; elsewhere as spark=spark://HOST:7077.",
)


def corpus_or_table(command: F) -> F:
    """The argument for a corpus or a table, with the engine that screens a large table."""
    return corpus(engine(command))


archive = click.option(
    "--archive",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="The folder with the texts that sources name under archive; quotes are looked for there.",
)

on = click.option(
    "--on",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day by which relative words and exchange rates are understood.",
)

language = click.option(
    "--language", default="en", show_default=True, help="The language of what is read."
)

report_language = click.option(
    "--language",
    type=click.Choice(languages()),
    default=ENGLISH,
    show_default=True,
    help="The language of the report's own words, its numbers and its dates.",
)

kind = click.option(
    "--kind",
    type=click.Choice([kind for kind in KINDS if kind != "choice"]),  # choices need an attribute
    default="quantity",
    show_default=True,
)

color = click.option(
    "--color",
    type=click.Choice(("auto", "always", "never")),
    default="auto",
    show_default=True,
    help="Colours in text output.",
)

output = click.option(
    "-o", "--output", type=click.Choice(("text", "json")), default="text", show_default=True
)

outputs = click.option(
    "-o",
    "--output",
    "asked",
    multiple=True,
    metavar="FORMAT[:FILE]",
    help=f"One of {', '.join(formats())}; to FILE, or to standard output. May be repeated. "
    "Default: text on a terminal, else concise.",
)


def _day(context: click.Context, _: click.Parameter, given: datetime | None) -> date:
    """The given day, or else the day on which the program was started."""
    started: date = context.meta["today"]
    return started if given is None else given.date()


today = click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    callback=_day,
    help="The day by which decisions expire; default: the day of the run.",
)

fail_on = click.option(
    "--fail-on",
    type=click.Choice(("error", "warning", "never")),
    default="error",
    show_default=True,
    help="The least severity with which a finding fails the check.",
)

stale = click.option(
    "--stale",
    type=click.Choice(("ignore", "warn", "error")),
    default="warn",
    show_default=True,
    help="Whether decisions and lines of the baseline that no longer fit are shown, or fail.",
)

drafts = click.option(
    "--drafts",
    type=click.Choice(("ignore", "warn", "fail")),
    default="ignore",
    show_default=True,
    help="Whether claims that nobody has confirmed are only counted, listed, or listed and fail.",
)

against = click.option(
    "--against",
    metavar="REF",
    help="Only what is new since HEAD and REF parted, as origin/main, fails.",
)

report_file = click.option(
    "-o",
    "--output",
    "file",
    default="report.html",
    show_default=True,
    help="The file to write; - for standard output.",
)

news_against = click.option(
    "--against",
    metavar="REF",
    help="Say what is new since HEAD and REF parted, as origin/main.",
)

since = click.option(
    "--since",
    metavar="OLD.json",
    type=click.Path(path_type=Path),
    help="Say what is new since an earlier run wrote OLD.json, with `check -o json:OLD.json`.",
)
