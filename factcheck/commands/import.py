"""`factcheck import`: converts a table to the YAML files of a corpus."""  # noqa: N999

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli_support import options
from factcheck.cli_support.exits import FAULTY_FILES, NOTHING, UsageError
from factcheck.cli_support.file_writing import create

if TYPE_CHECKING:
    from factcheck.corpus.tables.importing import Imported
    from factcheck.model import Diagnostic


mapping_option = click.option(
    "--map",
    "mapping",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="What the table's columns are called; default: TABLE.map.yaml beside it.",
)

folder_option = click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("claims"),
    show_default=True,
    help="The folder of the corpus; nothing that stands there is touched.",
)


@click.command("import")
@click.argument("table", type=click.Path(path_type=Path))
@mapping_option
@folder_option
def command(table: Path, mapping: Path | None, folder: Path) -> int:
    """Write the rows of TABLE as a corpus of YAML files: one for each source, and registries.

    Rows that cannot be read are kept apart beside the table, in NAME.bad.csv, each with its row,
    its column, what is wrong and what to do (exit code 3). All files are written, or none.
    """
    from factcheck.corpus import is_table, read_files
    from factcheck.corpus.tables.importing import bad_rows, imported

    table = options.from_here(table)
    if not is_table(table):
        raise UsageError(f"'{table}' is no table: give one in .csv, .tsv, .jsonl or .parquet.")
    files = read_files(table, mapping=mapping)
    if files.screened is not None:
        raise UsageError(
            f"'{table}' has {files.screened.rows:,} rows, too many for files that people edit: "
            f"check it as it is, with factcheck check {table}"
        )
    made = imported(files)
    if made.unusable or not made.texts:
        return _refused(made)
    written = {folder / path: text for path, text in made.texts.items()}
    if folder.resolve() == table.parent.resolve():  # whose registries stand there, and were read
        written = {file: text for file, text in written.items() if str(file) not in files.texts}
    if made.bad:
        written[table.with_suffix(".bad.csv")] = bad_rows(files, made.bad)
    create(written.items())
    _say(made, folder, table)
    return FAULTY_FILES if made.bad else 0


def _refused(made: Imported) -> int:
    """Say why nothing is written."""
    _say_diagnostics((*made.unusable, *made.bad))
    click.echo("Nothing is written: no row of the table can be read.", err=True)
    return FAULTY_FILES if made.unusable or made.bad else NOTHING


def _say(made: Imported, folder: Path, table: Path) -> None:
    sources = sum(path.startswith("sources/") for path in made.texts)
    click.echo(
        f"{made.claims} {_plural('claim', made.claims)} from {sources} "
        f"{_plural('source', sources)} written to {folder}"
    )
    if made.bad:
        _say_diagnostics(made.bad)
        rows = made.bad_rows
        click.echo(
            f"{rows} bad {_plural('row', rows)} kept apart in {table.with_suffix('.bad.csv')}",
            err=True,
        )


def _plural(word: str, count: int) -> str:
    return word if count == 1 else f"{word}s"


def _say_diagnostics(diagnostics: Iterable[Diagnostic]) -> None:
    from factcheck.report.terminal_lines import error_line

    for diagnostic in diagnostics:
        click.echo(error_line(diagnostic), err=True)
