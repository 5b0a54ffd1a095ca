"""`factcheck rules`: what is checked."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.option(
    "--write",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write a page for each rule into this folder instead.",
)
def command(folder: Path | None) -> None:
    """List the rules, a line each."""
    from factcheck.report.rulebook import index, page, summary
    from factcheck.rules import every_rule

    if folder is None:
        width = max(len(rule.name) for rule in every_rule())
        for rule in every_rule():
            click.echo(f"{rule.name:{width}}  {summary(rule)}")
        return
    from factcheck.cli_support.output import write

    folder.mkdir(parents=True, exist_ok=True)
    for rule in every_rule():
        write(page(rule), str(folder / f"{rule.name}.md"))
    write(index(every_rule()), str(folder / "README.md"))
