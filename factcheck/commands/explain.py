"""`factcheck explain`: what a rule looks for, or how a finding came about."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from factcheck.commands import options
from factcheck.commands.faults import UsageFault
from factcheck.commands.output import write


@click.command()
@click.argument("name", metavar="RULE|FINDING")
@options.corpus
@options.today
def command(name: str, path: Path, today: date) -> None:
    """Print the page of a RULE, or the FINDING whose id begins so in PATH (default: claims)."""
    from factcheck.comparing import every_rule
    from factcheck.rulebook import page

    for rule in every_rule():
        if rule.name == name:
            write(page(rule), None)
            return
    if 4 <= len(name) <= 12 and set(name) <= set("0123456789abcdef"):
        _finding(name, path, today)
        return
    from factcheck.values.likeness import nearest

    like = nearest(name, [rule.name for rule in every_rule()])
    hint = f" Did you mean '{like}'?" if like is not None else ""
    raise UsageFault(f"There is no rule '{name}'.{hint} `factcheck rules` lists them all.")


def _finding(id: str, path: Path, today: date) -> None:
    from factcheck.judging import Gate
    from factcheck.pipeline import run
    from factcheck.reports.text import frame
    from factcheck.resolving import Unknown, meant

    found = {finding.id: finding for finding in run(path, gate=Gate(today)).findings}
    try:
        write(frame(found[meant(id, found)]), None)
    except Unknown as why:
        raise UsageFault(f"{why} `factcheck check {path}` lists them.") from None
