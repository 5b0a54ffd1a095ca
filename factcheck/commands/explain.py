"""`factcheck explain`: what a rule looks for, or how a finding came about."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.commands import options
from factcheck.commands.configured import settings_in
from factcheck.commands.faults import UsageFault
from factcheck.commands.output import write

if TYPE_CHECKING:
    from factcheck.settings import Settings


@click.command()
@click.argument("name", metavar="RULE|FINDING")
@options.corpus
@options.today
@click.pass_context
def command(context: click.Context, name: str, path: Path, today: date) -> None:
    """Print the page of a RULE, or the FINDING whose id begins so in PATH (default: claims)."""
    from factcheck.comparing import every_rule
    from factcheck.rulebook import page

    for rule in every_rule():
        if rule.name == name:
            write(page(rule), None)
            return
    if 4 <= len(name) <= 12 and set(name) <= set("0123456789abcdef"):
        _finding(name, path, today, settings_in(context))
        return
    from factcheck.values.likeness import nearest

    like = nearest(name, [rule.name for rule in every_rule()])
    hint = f" Did you mean '{like}'?" if like is not None else ""
    raise UsageFault(f"There is no rule '{name}'.{hint} `factcheck rules` lists them all.")


def _finding(id: str, path: Path, today: date, settings: Settings) -> None:
    from factcheck.pipeline import run
    from factcheck.reports.text import frame
    from factcheck.resolving import Unknown, meant

    view = run(path, gate=settings.gate(today), settings=settings)
    found = {finding.id: finding for finding in view.findings}
    try:
        write(frame(found[meant(id, found)]), None)
    except Unknown as why:
        raise UsageFault(f"{why} `factcheck check {path}` lists them.") from None
