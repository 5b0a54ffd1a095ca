"""Checks for everything that has an id: no two alike, nothing unknown, nothing a part of itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Generic, TypeVar

from factcheck.loading.documents import Faults, Item
from factcheck.loading.places import Places
from factcheck.loading.suggestions import suggest_declared
from factcheck.model import Location

E = TypeVar("E")

# To look for the nearest of many names is slow: a file full of unknown ones must not hang.
_MOST_HINTS = 200


class Registry(Generic[E]):
    """What one registry declares: its entries by id, and every spelling that leads to one.

    `broken` are the spellings of entries with faults of their own: to name one is no second fault.
    `usable` is False where nobody can tell what the file declares, `missing` where there is none.
    `uses` counts the claims by the spelling that they use.
    """

    def __init__(
        self,
        what: str,
        path: str,
        entries: Mapping[str, E],
        places: Mapping[str, Places],
        spellings: Mapping[str, str],
        broken: frozenset[str],
        uses: Callable[[], Counter[str]],
        usable: bool = True,
        missing: bool = False,
    ) -> None:
        self.what, self.path = what, path
        self.entries, self.places, self.spellings = entries, places, spellings
        self._folded: dict[str, str | None] | None = None
        self._broken, self._uses = broken, uses
        self._counted: Mapping[str, int] | None = None
        self._hints: dict[str, str] = {}
        self._usable, self._missing = usable, missing

    def find(self, text: str) -> E | None:
        """The entry with this id or spelling; other capitals do where they leave no doubt."""
        id = self.spellings.get(text)
        if id is None:
            id = self._fold().get(text.casefold())
        return None if id is None else self.entries[id]

    def check(self, text: str, place: Callable[[], Location], faults: Faults) -> E | None:
        """The same, noting that nothing declares it, unless the registry is at fault itself."""
        found = self.find(text)
        if found is not None:
            return found
        if self._missing:
            faults.add(
                Location(self.path, 1, 1),
                f"there is no such file, though {self.what}s are named in {place().path}",
                f"create it; docs/files.md shows how {self.what}s are declared",
            )
        elif self._usable and text not in self._broken:
            faults.add(place(), f"unknown {self.what} '{text}'", self._hint(text))
        return None

    def _hint(self, text: str) -> str:
        declare = f"declare it in {self.path}"
        if text not in self._hints and len(self._hints) < _MOST_HINTS:
            self._hints[text] = suggest_declared(text, self.spellings, declare, self._counts)
        return self._hints.get(text, declare)

    def _fold(self) -> Mapping[str, str | None]:
        if self._folded is None:
            self._folded = {}
            for spelling, id in self.spellings.items():
                known = self._folded.setdefault(spelling.casefold(), id)
                if known != id:
                    self._folded[spelling.casefold()] = None
        return self._folded

    def _counts(self) -> Mapping[str, int]:
        """How many claims use each entry, by each of its spellings."""
        if self._counted is not None:
            return self._counted
        by_id: Counter[str] = Counter()
        for text, count in self._uses().items():
            if text in self.spellings:
                by_id[self.spellings[text]] += count
        self._counted = {spelling: by_id[id] for spelling, id in self.spellings.items()}
        return self._counted


def check_id(
    id: str,
    registry: Registry[E],
    item: Item[Any],
    path: tuple[str | int, ...],
    faults: Faults,
) -> E | None:
    """The entry that a registry refers to: between registries, only an id will do."""
    found = registry.check(id, lambda: item.places.at(*path), faults)
    if found is not None and id not in registry.entries:
        message = (
            f"'{id}' is not the id of {'an' if registry.what[0] in 'ao' else 'a'} {registry.what}"
        )
        right = next(known for known, entry in registry.entries.items() if entry is found)
        faults.add(item.places.at(*path), message, f"write '{right}'")
    return found


def first_of_each(
    items: Iterable[tuple[str, Callable[[], Location], E]], what: str, faults: Faults
) -> Iterator[tuple[str, E]]:
    """The items by id; a second one with the same id is a fault that names both places."""
    seen: dict[str, Callable[[], Location]] = {}
    for id, place, item in items:
        if id not in seen:
            seen[id] = place
            yield id, item
            continue
        first, second = seen[id](), place()
        where = f"in line {first.line}" if first.path == second.path else f"in {first}"
        faults.add(
            second,
            f"two {what}s have the id '{id}': the other stands {where}",
            "rename one of them, or delete it",
        )


def cycles(wholes: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, ...]]:
    """Every circle that is met in "belongs to", from its first id in the alphabet: (a, b, a)."""
    done: set[str] = set()
    for start in sorted(wholes):
        trail: dict[str, Iterator[str]] = {}
        here: str | None = start
        while here is not None:
            if here not in trail:
                trail[here] = iter(() if here in done else sorted(wholes.get(here, ())))
            following = next(trail[here], None)
            if following is None:
                done.add(here)
                trail.popitem()
                here = next(reversed(trail), None)
            elif following in trail:
                ids = list(trail)
                yield _from_first(ids[ids.index(following) :])
            else:
                here = following


def check_cycles(
    wholes: Mapping[str, Iterable[str]],
    place: Callable[[str], Location],
    faults: Faults,
    verb: str = "is a part of",
) -> None:
    """Note every circle; `place` tells where an id names what it belongs to."""
    for circle in cycles(wholes):
        chain = f", which {verb} ".join(f"'{id}'" for id in circle).replace(", which", "", 1)
        faults.add(place(circle[0]), f"a circle: {chain}", "take one of these lines out")


def spellings_of(item: Mapping[str, Any]) -> Iterator[str]:
    """Every text by which a faulty entry may be named."""
    for value in item.values():
        match value:
            case str():
                yield value
            case list():
                yield from (text for text in value if isinstance(text, str))
            case dict():
                yield from (text for text in value.values() if isinstance(text, str))


def _from_first(circle: list[str]) -> tuple[str, ...]:
    first = circle.index(min(circle))
    return (*circle[first:], *circle[:first], circle[first])
