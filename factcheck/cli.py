"""The command `factcheck`: its commands, its exit codes, and the one handler for crashes."""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from time import monotonic

import click

import factcheck
from factcheck import commands
from factcheck.cli_support.exits import INTERNAL, USAGE, UsageError
from factcheck.progress import STOPPED, Watch, watched


class Commands(click.Group):
    """The commands in the folder `commands/`; each is loaded when a user calls it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        names = (module.name for module in pkgutil.iter_modules(commands.__path__))
        return sorted(name for name in names)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in self.list_commands(ctx):
            return None
        command: click.Command = importlib.import_module(f"factcheck.commands.{name}").command
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(factcheck.__version__, prog_name="factcheck")
@click.pass_context
def group(context: click.Context) -> None:
    """Find where sources disagree.

    Sources, and what each of them says, are kept as YAML in a folder, usually `claims/`.
    """
    context.color = _colors(os.environ)
    context.obj = os.environ  # for commands that heed a variable
    context.meta["today"] = datetime.now(UTC).astimezone().date()
    if sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
        context.with_resource(watched(Watch(sys.stderr, monotonic)))


def _colors(environment: Mapping[str, str]) -> bool | None:
    """Whether output has colours; None: only on a terminal (no-color.org, force-color.org)."""
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb":
        return False
    return True if environment.get("FORCE_COLOR") else None


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and exit with its code; a crash exits with 70, never with 1."""
    # No plug-in of another package may change what is valid. Pydantic would search the metadata of
    # every installed package for some, which takes a tenth of a small check.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    try:
        code = group.main(arguments, prog_name="factcheck", standalone_mode=False)
    except click.exceptions.Abort:
        click.echo(STOPPED, err=True)
        code = 130
    except click.ClickException as diagnostic:
        diagnostic.show()
        code = diagnostic.exit_code
    except UsageError as diagnostic:
        click.echo(f"Error: {diagnostic}", err=True)
        code = USAGE
    except BrokenPipeError:
        sys.stderr.close()
        code = 141
    except Exception as diagnostic:
        code = _failed(diagnostic)
    sys.exit(code)


def _failed(diagnostic: Exception) -> int:
    import traceback

    from factcheck.corpus import MissingPath, UnusableBaseline
    from factcheck.corpus.revisions.git_tree import NoBase
    from factcheck.corpus.tables.engines import NoEngine
    from factcheck.settings import UnusableSettings

    if isinstance(
        diagnostic, MissingPath | NoBase | NoEngine | UnusableBaseline | UnusableSettings
    ):
        click.echo(f"Error: {diagnostic}", err=True)
        return USAGE
    click.echo(f"factcheck failed; this is our fault, not yours: {diagnostic}", err=True)
    click.echo(traceback.format_exc(), err=True)
    return INTERNAL
