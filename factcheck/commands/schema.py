"""`factcheck schema`: prints the schemas of the JSON output, and of each kind of YAML file."""

from __future__ import annotations

from pathlib import Path

import click

YAML_FILES = ("claims", "subjects", "attributes", "origins", "relations", "resolutions")


def kept(name: str) -> str:
    """The text of a schema that is part of factcheck."""
    from importlib.resources import files

    return files("factcheck.formats").joinpath(f"schemas/{name}.json").read_text("utf-8")


@click.command()
@click.argument("name", type=click.Choice((*YAML_FILES, "check", "explain")), default="check")
@click.option(
    "--write",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write those of the YAML files into this folder instead, as claims/.schemas.",
)
def command(name: str, folder: Path | None) -> None:
    """Print the JSON Schema of `check -o json`, of `explain -o json`, or of a kind of YAML file.

    Editors check and complete a YAML file by the schema that its first line names:
    `# yaml-language-server: $schema=../.schemas/claims.json`.
    """
    if folder is None:
        click.echo(kept(name), nl=False)
        return
    from factcheck.cli_support.file_writing import replace

    replace(((folder / f"{name}.json", kept(name)) for name in YAML_FILES), make_folders=True)
    click.echo(folder)
