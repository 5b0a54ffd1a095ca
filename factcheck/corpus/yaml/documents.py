"""Validates the entries of a document one by one, so that an error in one hides no other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Generic, TypeVar

from factcheck.corpus.yaml.forms import Form
from factcheck.corpus.yaml.places import Document, Places, start
from factcheck.corpus.yaml.schema import read
from factcheck.corpus.yaml.sentences import Path, Sentence, describe
from factcheck.model import Diagnostic, Location
from factcheck.model.frozen import dataclass

F = TypeVar("F", bound=Form)


class Diagnostics:
    """Collects diagnostics."""

    def __init__(self, found: Iterable[Diagnostic] = ()) -> None:
        self._found = list(found)
        self._places = {diagnostic.location for diagnostic in self._found}

    def add(self, location: Location, message: str, hint: str = "") -> None:
        """Report an error; the hint says what to do about it."""
        self._found.append(Diagnostic(location, message, hint))
        self._places.add(location)

    def add_once(self, location: Location, message: str, hint: str = "") -> None:
        """Report an error unless its place has one: a default applies to many claims."""
        if location not in self._places:
            self.add(location, message, hint)

    def extend(self, found: Iterable[Diagnostic]) -> None:
        """Add diagnostics from elsewhere."""
        for diagnostic in found:
            self.add(diagnostic.location, diagnostic.message, diagnostic.hint)

    def all(self) -> tuple[Diagnostic, ...]:
        """All diagnostics without repetition, in the order of files and lines."""
        return tuple(sorted(set(self._found)))


@dataclass(frozen=True, slots=True)
class Item(Generic[F]):
    """One valid item of a file, with the places of its keys."""

    form: F
    places: Places


@dataclass(frozen=True, slots=True)
class Items(Generic[F]):
    """The valid items of a file, in its order, and the known facts on the invalid ones."""

    path: str
    valid: tuple[Item[F], ...] = ()
    faulty: tuple[dict[str, Any], ...] = ()
    usable: bool = True  # False where nobody can tell which items the file declares


def report(
    document: Document, prefix: Path, found: Iterable[Sentence], diagnostics: Diagnostics
) -> None:
    """Report the errors of form of the item at `prefix`, each at its place."""
    places = document.places
    for sentence in found:
        path = (*prefix, *sentence.path)
        place = places.key(*path) if sentence.at_key else places.at(*path)
        diagnostics.add(place, sentence.message, sentence.hint)


def read_items(
    document: Document, whole: type[Form], key: str, form: type[F], diagnostics: Diagnostics
) -> Items[F]:
    """Validate the items of the list under `key` with `form`."""
    data = document.data
    if not isinstance(data, dict):
        begin = f"begin it with '{next(iter(whole.model_fields))}:'; docs/files.md shows the rest"
        diagnostic = (
            "is empty" if data is None else f"begins with {describe(data)} in place of a key"
        )
        diagnostics.add(Location(document.path, 1, 1), f"the file {diagnostic}", begin)
        return Items(document.path, usable=False)
    outer = read(whole, data)
    if isinstance(outer, list):
        report(document, (), outer, diagnostics)
    listed = data.get(key)
    if not isinstance(listed, list):
        return Items(document.path, usable=False)
    places = list(_each(document, key))
    valid: list[Item[F]] = []
    faulty: list[dict[str, Any]] = []
    for number, item in enumerate(listed):
        result = read(form, item)
        if isinstance(result, list):
            report(document, (key, number), result, diagnostics)
        elif not _is_damaged(document, places, number):
            valid.append(Item(result, places[number]))
            continue
        if isinstance(item, dict):
            faulty.append(item)
    return Items(document.path, tuple(valid), tuple(faulty))


def _each(document: Document, key: str) -> Iterator[Places]:
    assert isinstance(document.marks, dict)
    marks = document.marks[key]
    assert isinstance(marks, list)
    for mark in marks[:-1]:
        yield Places(document.written, mark if isinstance(mark, dict) else {None: start(mark)})


def _is_damaged(document: Document, places: list[Places], number: int) -> bool:
    if not document.damaged:
        return False
    following = places[number + 1].here.line if number + 1 < len(places) else None
    return document.is_damaged(places[number].here.line, following)
