"""A command that changes nothing but the files that it writes: what came of a run is kept.

Asked the same of the same files, it does again what it did, and nothing is loaded for that.
The only door to platformdirs.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from factcheck.caching import places
from factcheck.caching.cache import Cache
from factcheck.caching.effects import Outcome, Recording
from factcheck.caching.places import Looker
from factcheck.caching.runs import Run
from factcheck.commands.configured import RUN
from factcheck.commands.output import perform, recorded

FOLDER = "FACTCHECK_CACHE_DIR"
OUTCOME = "factcheck.outcome"
NO_CACHE = "--no-cache"


class Kept(click.Command):
    """A command of which the runs are kept."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.params.append(
            click.Option(
                [NO_CACHE],
                is_flag=True,
                expose_value=False,
                help="Make the run anew, and keep nothing of it.",
            )
        )

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        """Nothing is parsed where a kept run will do: parsing reads settings."""
        if not (context.resilient_parsing or {NO_CACHE, *context.help_option_names} & {*args}):
            run = context.meta[RUN] = self._run(context, args)
            context.meta[OUTCOME] = run.found()
            if context.meta[OUTCOME] is not None:
                return []
            run.begin()
        return super().parse_args(context, args)

    def invoke(self, context: click.Context) -> int | None:
        """Make the run and keep it; or do again what an earlier one did."""
        run: Run | None = context.meta.get(RUN)
        if run is None:
            return _code(super().invoke(context))
        outcome: Outcome | None = context.meta[OUTCOME]
        if outcome is not None:
            for effect in outcome.effects:
                perform(effect, context.obj)
            code = outcome.code
        else:
            recording = Recording()
            with recorded(recording):
                code = _code(super().invoke(context))
            if recording.is_whole:
                _keep(run, recording, code)
        for note in run.notes:
            click.echo(note, err=True)
        return code

    def _run(self, context: click.Context, args: list[str]) -> Run:
        environment: Mapping[str, str] = context.obj
        started: int = context.meta["started"]
        named = environment.get(FOLDER)
        cache = Cache(Path(named) if named else _usual(), started, bool(named))
        looker = Looker(environment, started)
        today = context.meta["today"].isoformat()
        asked = (self.name, args, str(Path.cwd()), today, sys.stdout.isatty())
        return Run(cache, looker, asked)


def _code(given: object) -> int | None:
    assert given is None or isinstance(given, int)
    return given


def _keep(run: Run, recording: Recording, code: int | None) -> None:
    """Keep a run with where its files lead to: a link there may not have been put in since."""
    for effect in recording.effects:
        if effect.what == "written":
            run.look(*(places.target(file) for _, file in effect.texts if file is not None))
    run.keep(Outcome(tuple(recording.effects), code))


def _usual() -> Path:
    """Where the platform keeps what can be made again."""
    import platformdirs

    return platformdirs.user_cache_path("factcheck", appauthor=False)
