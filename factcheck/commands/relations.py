"""`factcheck relations`: the claims that each declared relation binds, and further proposals."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli_support import options
from factcheck.cli_support.exits import FAULTY_FILES


@click.command()
@options.corpus
@click.option(
    "--suggest", is_flag=True, help="Propose relations instead, as YAML for relations.yaml."
)
def command(path: Path, suggest: bool) -> int:
    """List the relations in PATH (default: claims), with the claims that each binds.

    Relations that do not hold do not fail this command: `check` does. Faults in files do (exit
    code 3).
    """
    from factcheck.cli_support.output import echo, write
    from factcheck.comparing import collate
    from factcheck.comparing.relations.relation_list import listed, proposed
    from factcheck.corpus.load import load
    from factcheck.corpus.reading_files import read_files
    from factcheck.text.hostile import visible

    loaded = load(read_files(path))
    relations = collate(loaded).relations
    lines = [*(proposed(relations.topics) if suggest else listed(relations))]
    write("".join(f"{visible(line)}\n" for line in lines), None)
    if not lines:
        echo("No relation is declared. `factcheck relations --suggest` proposes some.", err=True)
    for diagnostic in loaded.diagnostics:
        echo(visible(str(diagnostic)), err=True)
    return FAULTY_FILES if loaded.diagnostics else 0
