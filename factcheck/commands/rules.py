"""`factcheck rules`: lists the rules."""

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
    from factcheck.cli_support.file_writing import replace

    pages = [(folder / f"{rule.name}.md", page(rule)) for rule in every_rule()]
    replace([*pages, (folder / "README.md", index(every_rule()))], make_folders=True)
