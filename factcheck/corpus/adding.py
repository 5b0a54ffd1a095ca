"""Adding an entry to a corpus; an entry that would give the loader a new diagnostic is refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from factcheck.corpus.files import Files
from factcheck.corpus.load import load, validate
from factcheck.corpus.yaml.editor_schema import modeline
from factcheck.corpus.yaml.yaml_editor import Append, CannotEdit, edited
from factcheck.corpus.yaml.yaml_writing import Writing
from factcheck.model import Diagnostic, Subject, Vocabulary

Entry = Mapping[str, object]


class Unfit(Exception):
    """An entry that cannot be added: the diagnostics that refuse it, and further messages."""

    def __init__(self, message: str = "", diagnostics: tuple[Diagnostic, ...] = ()) -> None:
        super().__init__(message)
        self.diagnostics = diagnostics


def with_entry(files: Files, path: str, key: str, entry: Entry, modeled: bool = False) -> str:
    """The text of the file at `path` with one more entry under `key`.

    A file that is not there is begun; `modeled` if it is to name its schema. Raises Unfit.
    """
    begun = modeline(key).encode() if modeled else b""
    try:
        text = edited(path, files.texts.get(path, begun), [Append((key,), entry)])
    except CannotEdit as why:
        lines = Writing().items([entry], 2)
        raise Unfit(f"What was to be added under '{key}':\n{lines}", why.diagnostics) from None
    refuse_diagnostics(files, path, text)
    return text


def new_source(header: Entry, modeled: bool = False) -> str:
    """The text of a new source file: its header and an empty list of claims."""
    lines = "".join(Writing().pair(key, value, 2) for key, value in header.items())
    return f"{modeline('claims', '../') if modeled else ''}source:\n{lines}claims:\n"


def refuse_diagnostics(files: Files, path: str, text: str) -> None:
    """Raise Unfit with every diagnostic that the corpus has only because of this text."""
    before = Counter((d.location.path, d.message) for d in load(files).diagnostics)
    changed = replace(files, texts=dict(sorted({**files.texts, path: text.encode()}.items())))
    found = []
    for diagnostic in load(changed).diagnostics:
        what = (diagnostic.location.path, diagnostic.message)
        before[what] -= 1
        if before[what] < 0:
            found.append(diagnostic)
    if found:
        raise Unfit(diagnostics=tuple(found))


def sources_of(files: Files) -> Mapping[str, str]:
    """The sources with a valid header, by id, each with its file."""
    return {draft.id: draft.places.here.path for draft in validate(files).sources}


def vocabulary_of(files: Files) -> Vocabulary:
    """The vocabulary that the registries declare."""
    return validate(files).vocabulary


def spellings_of_subject(subject: Subject) -> tuple[str, ...]:
    """Every text that names the subject."""
    registered = (name for _, name in subject.names)
    return (subject.id, str(subject.label), *subject.aliases, *registered, *subject.misspellings)


def near(word: str, known: Iterable[str]) -> str | None:
    """The known name most similar to `word`, a likely typing error; None if none is similar."""
    from factcheck.values.naming.likeness import nearest

    others = [other for other in known if other != word]
    return nearest(word, others) if others and len(word) <= 100 else None


def meant_by(word: str, known: Iterable[str]) -> str | None:
    """The known name that a user's beginning or misspelling stands for; None if it is ambiguous."""
    listed = sorted(known)
    begun = [one for one in listed if word and one.casefold().startswith(word.casefold())]
    return begun[0] if begun else near(word, listed)
