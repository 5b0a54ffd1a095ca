"""The entries of a registry, and how an id or a spelling finds one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, Generic, Protocol, TypeVar

from factcheck.corpus.yaml.documents import Diagnostics
from factcheck.corpus.yaml.suggestions import suggest, suggest_declared
from factcheck.model import Location

E = TypeVar("E")
Place = Callable[[], Location]

# To look for the nearest of many names is slow: a file full of unknown ones must not hang.
_MOST_HINTS = 200


class Known(Protocol):
    """A set of ids that references may name."""

    def check_id(self, text: str, place: Place, diagnostics: Diagnostics) -> bool:
        """Whether the id exists; if not, report it, unless another diagnostic explains the
        absence.
        """


class Names:
    """The ids of one registry, and every spelling that names one of them.

    `broken` are the spellings of entries with errors of their own: a reference to one is no second
    error. `usable` is False if the file's declarations are unknown, `missing` if there is no file.
    `uses` counts the claims by the spelling that they use.
    """

    def __init__(
        self,
        what: str,
        path: str,
        spellings: Mapping[str, str],
        broken: frozenset[str],
        uses: Callable[[], Counter[str]],
        usable: bool = True,
        missing: bool = False,
    ) -> None:
        self.what, self.path, self.spellings = what, path, spellings
        self._ids = frozenset(spellings.values())
        self._folded: dict[str, str | None] | None = None
        self._broken, self._uses = broken, uses
        self._counted: Mapping[str, int] | None = None
        self._hints: dict[tuple[str, bool], str] = {}
        self._usable, self._missing = usable, missing

    def find(self, text: str) -> str | None:
        """The id that this spelling names; capitals are ignored if the result is unambiguous."""
        id = self.spellings.get(text)
        return self._fold().get(text.casefold()) if id is None else id

    def check(self, text: str, place: Place, diagnostics: Diagnostics) -> str | None:
        """Like `find`, and report an undeclared name, unless the registry itself has errors."""
        found = self.find(text)
        if found is None:
            self._unknown(text, self.spellings, place, diagnostics)
        return found

    def check_id(self, text: str, place: Place, diagnostics: Diagnostics) -> bool:
        """Check a reference between registries: only an id is accepted, since a label may
        change.
        """
        found = self.find(text)
        if found is None:
            self._unknown(text, self._ids, place, diagnostics)
        elif text not in self._ids:
            article = "an" if self.what[0] in "ao" else "a"
            message = f"'{text}' is not the id of {article} {self.what}"
            diagnostics.add(place(), message, f"write '{found}'")
        return text in self._ids

    def _unknown(
        self, text: str, candidates: Collection[str], place: Place, diagnostics: Diagnostics
    ) -> None:
        if self._missing:
            diagnostics.add(
                Location(self.path, 1, 1),
                f"there is no such file, though {self.what}s are named in {place().path}",
                f"create it; docs/files.md shows how {self.what}s are declared",
            )
        elif self._usable and text not in self._broken:
            hint = self._hint(text, candidates)
            diagnostics.add(place(), f"unknown {self.what} '{text}'", hint)

    def _hint(self, text: str, candidates: Collection[str]) -> str:
        declare = f"declare it in {self.path}"
        asked = text, candidates is self._ids
        if asked not in self._hints and len(self._hints) < _MOST_HINTS:
            self._hints[asked] = suggest_declared(text, candidates, declare, self._counts)
        return self._hints.get(asked, declare)

    def _fold(self) -> Mapping[str, str | None]:
        if self._folded is None:
            self._folded = {}
            for spelling, id in self.spellings.items():
                known = self._folded.setdefault(spelling.casefold(), id)
                if known != id:
                    self._folded[spelling.casefold()] = None
        return self._folded

    def _counts(self) -> Mapping[str, int]:
        """The number of claims per entry, counted over all its spellings."""
        if self._counted is not None:
            return self._counted
        by_id: Counter[str] = Counter()
        for text, count in self._uses().items():
            if text in self.spellings:
                by_id[self.spellings[text]] += count
        self._counted = {spelling: by_id[id] for spelling, id in self.spellings.items()}
        return self._counted


class Registry(Generic[E]):
    """The entries of one registry by id, and the names that find them."""

    def __init__(self, names: Names, entries: Mapping[str, E]) -> None:
        self.names, self.entries = names, entries

    def find(self, text: str) -> E | None:
        """The entry with this id or spelling; capitals are ignored if the result is unambiguous."""
        id = self.names.find(text)
        return None if id is None else self.entries[id]

    def check(self, text: str, place: Place, diagnostics: Diagnostics) -> E | None:
        """Like `find`, and report an undeclared name, unless the registry itself has errors."""
        id = self.names.check(text, place, diagnostics)
        return None if id is None else self.entries[id]


class Within:
    """The ids that one entry declares for its own use, such as the choices of an attribute."""

    def __init__(self, owner: str, what: str, plural: str, ids: Collection[str]) -> None:
        self._owner, self._what, self._plural, self._ids = owner, what, plural, ids

    def check_id(self, text: str, place: Place, diagnostics: Diagnostics) -> bool:
        """Whether the entry declares this id; if not, report it."""
        if text not in self._ids:
            hint = suggest(text, self._ids, f"add it to the {self._plural} of this attribute")
            diagnostics.add(place(), f"'{self._owner}' has no {self._what} '{text}'", hint)
        return text in self._ids


def first_of_each(
    items: Iterable[tuple[str, Callable[[], Location], E]], what: str, diagnostics: Diagnostics
) -> Iterator[tuple[str, E]]:
    """The items by id; report a repeated id with both places."""
    seen: dict[str, Callable[[], Location]] = {}
    for id, place, item in items:
        if id not in seen:
            seen[id] = place
            yield id, item
            continue
        first, second = seen[id](), place()
        where = f"in line {first.line}" if first.path == second.path else f"in {first}"
        diagnostics.add(
            second,
            f"two {what}s have the id '{id}': the other stands {where}",
            "rename one of them, or delete it",
        )


def spellings_of(item: Mapping[str, Any]) -> Iterator[str]:
    """Every text that may name an entry with errors."""
    for value in item.values():
        match value:
            case str():
                yield value
            case list():
                yield from (text for text in value if isinstance(text, str))
            case dict():
                yield from (text for text in value.values() if isinstance(text, str))
