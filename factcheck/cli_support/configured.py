"""Resolves the options of a command: first the command line, then the settings, then the
default.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

if TYPE_CHECKING:
    from datetime import date

    from factcheck.corpus import Base
    from factcheck.judging import Gate
    from factcheck.settings import Settings
    from factcheck.settings.base_settings import SettingsThere

META = "factcheck.settings"


def is_set(context: click.Context, variable: str) -> bool:
    """Whether an environment variable has a value."""
    return bool(context.obj.get(variable))


def typed(context: click.Context, name: str) -> bool:
    """Whether this argument or option was given on the command line."""
    return context.get_parameter_source(name) is ParameterSource.COMMANDLINE


def settled(context: click.Context, path: Path, given: bool | None = None) -> Path:
    """Read the settings of the corpus into the context of the command, and return the corpus path.

    `given` says whether the user typed the path, for commands without an argument `path`.
    """
    from factcheck.settings import folder_named, settings_of

    settings = settings_of(path)
    if not (typed(context, "path") if given is None else given):
        path = folder_named(settings, "claims") or path
        there = settings_of(path)
        settings = settings if there.file is None else there
    context.meta[META] = settings
    return path


def settings_in(context: click.Context) -> Settings:
    """The settings of the command's corpus."""
    settings: Settings = context.meta[META]
    return settings


def chosen(context: click.Context, name: str) -> Any:
    """The value of an option: from the command line, else from the settings, else the default."""
    set_ = settings_in(context).get(name.replace("_", "-"))
    return context.params[name] if typed(context, name) or set_ is None else set_


def archive_in(context: click.Context) -> Path | None:
    """The folder with archived copies, from the command line or the settings. Raises
    UnusableSettings.
    """
    from factcheck.settings import folder_named

    typed_: Path | None = context.params["archive"]
    return typed_ or folder_named(settings_in(context), "archive")


def base_in(
    context: click.Context, path: Path, ref: str | None
) -> tuple[Base | None, SettingsThere]:
    """The base for --against, and its settings, which replace those of the command.

    Raises NoBase.
    """
    from factcheck.settings.base_settings import NONE_THERE, settings_at

    if ref is None:
        return None, NONE_THERE
    from factcheck.corpus.revisions.base_files import base_of

    base = base_of(path, ref, archive_in(context), context.obj)
    there = settings_at(base.revision, path)
    context.meta[META] = there.settings
    return base, there


def gate_in(context: click.Context, today: date) -> Gate:
    """The gate that judges the findings."""
    fail_on = chosen(context, "fail_on") if "fail_on" in context.params else None
    return settings_in(context).gate(today, fail_on)
