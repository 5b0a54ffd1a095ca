"""`factcheck new`: adds a source, a claim, or an entry of a registry."""

from __future__ import annotations

import contextlib
import os
import shlex
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from factcheck.cli_support import options
from factcheck.cli_support.exits import UsageError
from factcheck.cli_support.new_asking import ask
from factcheck.cli_support.new_keys import KEYS, flags

if TYPE_CHECKING:
    from factcheck.corpus import Files

Stated = dict[str, object]


@click.group()
def command() -> None:
    """Add a source, a claim, a subject, an attribute or an origin.

    On a terminal, what is needed and not given is asked for; elsewhere nothing is. Entries are
    added at the end of their file, in which nothing else changes, and only if the check could read
    them.
    """


class NewDialog(NamedTuple):
    """A corpus to add an entry to."""

    folder: Path
    files: Files

    @property
    def modeled(self) -> bool:
        """Whether its files name their schemas: they do if the schemas are in the corpus."""
        from factcheck.corpus.yaml.editor_schema import FOLDER

        return (self.folder / FOLDER).is_dir()

    def save(self, path: Path, text: Callable[[], str]) -> None:
        """Write the text that a call makes, or raise UsageError with its diagnostics."""
        from factcheck.cli_support.file_writing import PendingWrite, save
        from factcheck.corpus.adding import Unfit
        from factcheck.report.terminal_lines import error_line

        try:
            made = text()
        except Unfit as why:
            stated = "\n".join([*map(error_line, why.diagnostics), *filter(None, [str(why)])])
            raise UsageError(f"Nothing is written.\n{stated}") from None
        save(self.folder, [PendingWrite(path, self.files.texts.get(str(path)), made)])
        click.echo(path)


def _desk(path: Path) -> NewDialog:
    from factcheck.corpus import folder_of, read_files

    folder = folder_of(path) if path.exists() else path
    return NewDialog(folder, read_files(folder))


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[NewDialog]:
    """The current corpus, locked against other writers; nothing is asked meanwhile."""
    from factcheck.cli_support.file_writing import locked
    from factcheck.corpus import folder_of

    with locked(folder_of(path) if path.exists() else path):
        yield _desk(path)


def _entry(what: str, stated: Mapping[str, object]) -> Stated:
    """The given keys, in the order of the table; refused while a required one is missing."""
    missing = [key.flag for key in KEYS[what] if key.required and not stated.get(key.name)]
    if missing:
        article = "An" if what[0] in "ao" else "A"
        raise UsageError(f"{article} {what} needs {' and '.join(missing)}.")
    return {
        key.name: list(value) if isinstance(value, tuple) else value
        for key in sorted(KEYS[what], key=lambda key: key.name != "id")
        if (value := stated.get(key.name))
    }


def _asked(what: str, stated: Stated) -> Stated:
    """The keys completed with answers, if one is missing and the user is at a terminal."""
    if sys.stdin.isatty() and any(key.required and not stated.get(key.name) for key in KEYS[what]):
        return ask(what, stated, {})
    return stated


def _register(what: str, stated: Stated, path: Path) -> None:
    """Add an entry to its registry."""
    from factcheck.corpus import adding

    files = _desk(path).files
    entry = _entry(what, _asked(what, stated))
    if "id" not in entry:
        entry = {"id": _made_id(str(entry["label"]))} | entry
    id = str(entry["id"])
    declared = getattr(adding.vocabulary_of(files), f"{what}s")
    near = None if id in declared else adding.near(id, declared)
    if near is not None and sys.stdin.isatty():
        click.confirm(f"'{near}' is there already. Add '{id}' beside it?", abort=True)
    with _locked(path) as desk:
        file = desk.folder / f"{what}s.yaml"
        desk.save(
            file,
            lambda: adding.with_entry(desk.files, str(file), f"{what}s", entry, desk.modeled),
        )
    if near is not None:
        click.echo(f"Note: '{id}' looks like '{near}', which was there already.", err=True)


def _made_id(label: str) -> str:
    from factcheck.corpus.yaml.suggestions import word_for

    made = word_for(label)
    if not made:
        raise UsageError(f"No id can be made from '{label}': give --id.")
    return made


@command.command()
@options.corpus
@flags("subject")
def subject(path: Path, **stated: object) -> None:
    """Declare a subject in PATH/subjects.yaml: what claims are about."""
    _register("subject", stated, path)


@command.command()
@options.corpus
@flags("origin")
def origin(path: Path, **stated: object) -> None:
    """Declare an origin in PATH/origins.yaml: whom sources have things from."""
    _register("origin", stated, path)


@command.command()
@options.corpus
@flags("attribute")
@click.option("--words", default="en", show_default=True, help="The language of --choice.")
def attribute(path: Path, words: str, **stated: object) -> None:
    """Declare an attribute in PATH/attributes.yaml: what is said about subjects."""
    given = stated.get("choices")
    if isinstance(given, tuple) and given:
        stated["choices"] = [_choice(one, words) for one in given]
    _register("attribute", stated, path)


def _choice(given: str, language: str) -> Stated:
    id, equals, listed = given.partition("=")
    words = [word.strip() for word in listed.split(",") if word.strip()]
    if not equals or not words:
        raise UsageError(f"--choice takes ID=WORD,WORD, as in open=open,'open source': not {given}")
    return {"id": id.strip(), "label": words[0], "words": {language: words}}


@command.command()
@options.corpus
@flags("source")
def source(path: Path, **stated: object) -> None:
    """Begin the file of a source in PATH/sources: its header, and room for its claims."""
    from factcheck.corpus import adding

    _desk(path)  # what cannot be read is said before anything is asked
    entry = _entry("source", _asked("source", stated))
    id = str(entry.pop("id", "")) or _made_id(f"{entry['outlet']} {entry['published']}")
    with _locked(path) as desk:
        file = desk.folder / "sources" / f"{id}.yaml"
        if os.path.lexists(file) or Path(id).name != id:
            is_plain = Path(id).name == id
            why = "is there already: give another --id" if is_plain else "is no plain name"
            raise UsageError(f"{file} {why}.")

        def text() -> str:
            made = adding.new_source(entry, desk.modeled)
            adding.refuse_diagnostics(desk.files, str(file), made)
            return made

        desk.save(file, text)
    where = "" if desk.folder == Path("claims") else f"{shlex.quote(str(desk.folder))} "
    click.echo(f"next: factcheck new claim {where}--source {id}", err=True)


@command.command()
@options.corpus
@click.option("--source", "from_source", metavar="ID", help="The source that says it.")
@click.option("--read-as", metavar="TEXT", help="How to read a value that is misread; in English.")
@click.option("--read-as-reason", metavar="WHY", help="Why it is to be read so.")
@flags("claim")
def claim(
    path: Path,
    from_source: str | None,
    read_as: str | None,
    read_as_reason: str | None,
    **stated: object,
) -> None:
    """Add a claim to the file of its source: what it says of a subject, as it writes it."""
    from factcheck.cli_support.new_claim import ask_claim, meant_source
    from factcheck.corpus import adding

    needed = any(key.required and not stated.get(key.name) for key in KEYS["claim"])
    if sys.stdin.isatty() and (needed or from_source is None):
        files = _desk(path).files
        from_source, stated = ask_claim(
            from_source, stated, adding.sources_of(files), adding.vocabulary_of(files)
        )
    if from_source is None:
        raise UsageError("A claim needs --source: the id of the source that says it.")
    with _locked(path) as desk:
        sources = adding.sources_of(desk.files)
        file = sources[meant_source(from_source, sources)]
        entry = _claim_entry(stated, read_as, read_as_reason)
        desk.save(Path(file), lambda: adding.with_entry(desk.files, file, "claims", entry))


def _claim_entry(stated: Stated, read_as: str | None, read_as_reason: str | None) -> Stated:
    """A claim in the form of its file. Raises UsageError."""
    entry = _entry("claim", stated)
    values = entry["value"]
    if isinstance(values, list) and len(values) == 1:
        entry["value"] = values[0]
    if (read_as is None) != (read_as_reason is None):
        raise UsageError("--read-as and --read-as-reason go together.")
    if read_as is not None:
        entry["read_as"] = {"value": read_as, "reason": read_as_reason}
    return entry
