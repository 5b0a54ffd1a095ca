"""What a command goes by: the command line first, then the settings, then what is usual."""

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
    """Whether a variable of the environment says anything."""
    return bool(context.obj.get(variable))


def typed(context: click.Context, name: str) -> bool:
    """Whether this argument or option was given on the command line."""
    return context.get_parameter_source(name) is ParameterSource.COMMANDLINE


def settled(context: click.Context, path: Path, given: bool | None = None) -> Path:
    """The path of the corpus, after its settings were read; commands find them in the context.

    `given` says whether somebody typed it, where the command has no argument `path` to tell.
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
    """The settings of the corpus that the command is about."""
    settings: Settings = context.meta[META]
    return settings


def chosen(context: click.Context, name: str) -> Any:
    """The value of an option: as typed, else as set, else as usual."""
    set_ = settings_in(context).get(name.replace("_", "-"))
    return context.params[name] if typed(context, name) or set_ is None else set_


def archive_in(context: click.Context) -> Path | None:
    """The folder with archived copies: as typed, else as set. Raises UnusableSettings."""
    from factcheck.settings import folder_named

    typed_: Path | None = context.params["archive"]
    return typed_ or folder_named(settings_in(context), "archive")


def base_in(
    context: click.Context, path: Path, ref: str | None
) -> tuple[Base | None, SettingsThere]:
    """What --against asks for, and its settings, which are those of the command from here on.

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
    """What the gate goes by."""
    fail_on = chosen(context, "fail_on") if "fail_on" in context.params else None
    return settings_in(context).gate(today, fail_on)
