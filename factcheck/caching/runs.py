"""Finding a run that was kept, and keeping the one that is under way."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.caching import effects, program
from factcheck.caching.cache import Cache
from factcheck.caching.effects import Outcome
from factcheck.caching.places import Looker, Marks, Place, Unsteady
from factcheck.caching.store import Row


@dataclass(frozen=True, slots=True)
class _Seen:
    """A place as it was before the run read it."""

    marks: Marks
    contents: bytes


class Run:
    """A run: what it was asked, and what it has looked at so far.

    It is kept with what stood in each place before it was read, and only if it still stands there
    at the end.
    """

    def __init__(self, cache: Cache, looker: Looker, asked: Iterable[object]) -> None:
        said = json.dumps([*program.versions(), None, *asked])
        self._cache, self._looker = cache, looker
        self._asked = hashlib.sha256(said.encode()).digest()
        self._seen: dict[Place, _Seen] = {}
        self._keepable = True

    @property
    def notes(self) -> tuple[str, ...]:
        """What the user should know of the cache."""
        return tuple(self._cache.notes)

    def found(self) -> Outcome | None:
        """What came of the same run, where it was kept."""
        rows: dict[bytes, list[Row]] = {}
        for row in self._cache.rows(self._asked):
            rows.setdefault(row.places, []).append(row)
        marks = {said: self._marks(_places(said)) for said in rows}
        alike = [row for said in rows for row in rows[said] if row.marks == marks[said].digest]
        if not alike:
            alike = [row for said in rows for row in self._with_contents(said, rows[said])]
        for row in alike[:1]:
            kept = self._cache.outcome(row)
            if kept is None:
                return None
            self._renew(row, marks[row.places], kept)
            return effects.read(kept)
        return None

    def begin(self) -> None:
        """Make the run, since it was not kept. Its own program is what it reads first of all."""
        own = program.own_files()
        self.look(*own)
        # Parts of it are loaded already: whether they were the same cannot be seen any more.
        self._keepable = self._keepable and all(
            self._seen[place].marks.steady(self._looker.started) for place in own
        )

    def look(self, *places: Place) -> None:
        """Note how a place is; to be called before anything of it is read."""
        for place in places:
            if place in self._seen or not self._keepable:
                continue
            try:
                seen = _Seen(self._looker.marks(place), self._looker.contents(place))
                self._seen[place] = seen
            except Unsteady:
                self._keepable = False

    def keep(self, outcome: Outcome) -> None:
        """Keep what came of this run, unless something changed while it was made."""
        if not (self._keepable and all(self._is_same(place) for place in self._seen)):
            return
        places = sorted(self._seen)
        contents = _joined(self._seen[place].contents for place in places)
        marks = self._marks(places)
        row = Row(self._asked, _written(places), contents, self._steady(marks))
        self._cache.keep(row, outcome.written())

    def _is_same(self, place: Place) -> bool:
        seen = self._seen[place]
        if self._looker.marks(place).digest != seen.marks.digest:
            return False
        if seen.marks.steady(self._looker.started):
            return True
        return self._looker.contents(place) == seen.contents

    def _marks(self, places: Iterable[Place]) -> Marks:
        found = [self._looker.marks(place) for place in places]
        newest = max((marks.newest for marks in found), default=0)
        return Marks(_joined(marks.digest for marks in found), newest)

    def _with_contents(self, said: bytes, rows: Iterable[Row]) -> list[Row]:
        try:
            contents = _joined(self._looker.contents(place) for place in _places(said))
        except Unsteady:
            return []
        return [row for row in rows if row.contents == contents]

    def _renew(self, row: Row, marks: Marks, kept: bytes) -> None:
        """Places that were touched, yet hold the same, are known by their new marks from now on."""
        steady = self._steady(marks)
        if steady and steady != row.marks:
            self._cache.keep(Row(row.asked, row.places, row.contents, steady), kept)

    def _steady(self, marks: Marks) -> bytes:
        """The marks, or nothing where a change could leave them as they are."""
        return marks.digest if marks.steady(self._looker.started) else b""


def _places(said: bytes) -> list[Place]:
    return [Place(kind, path, tuple(names)) for kind, path, names in json.loads(said)]


def _written(places: Iterable[Place]) -> bytes:
    return json.dumps([[place.kind, place.path, place.names] for place in places]).encode()


def _joined(digests: Iterable[bytes]) -> bytes:
    return hashlib.sha256(b"".join(digests)).digest()
