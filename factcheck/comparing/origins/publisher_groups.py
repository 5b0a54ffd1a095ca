"""Maps outlets and origins to their publisher group, which counts as one origin."""

from __future__ import annotations

from dataclasses import field

from factcheck.model import Origin, Vocabulary, Wording
from factcheck.model.frozen import dataclass

ANONYMOUS = "anonymous"


@dataclass(frozen=True, slots=True, order=True)
class Root:
    """The end of a chain of credits: a publisher group, or an unregistered outlet."""

    id: str
    label: Wording = field(compare=False)


class PublisherGroups:
    """The outlets and origins of a vocabulary, each with its publisher group."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.subjects = vocabulary.subjects
        self._origins = vocabulary.origins
        self._outlets: dict[str, Origin] = {}
        self._keys: dict[str, str] = {}
        self._roots: dict[str, Root] = {}
        self._heads: dict[str, str] = {}
        for _, origin in sorted(vocabulary.origins.items()):
            if (name := outlet_of(origin)) is not None:
                self._outlets.setdefault(_fold(name), origin)
            for other in origin.speaks_for:
                self._join(origin.id, other)

    def origin(self, id: str) -> Origin:
        """The origin with this id."""
        return self._origins[id]

    def outlet(self, name: str) -> Origin | None:
        """The origin that an outlet is, if it is one."""
        return self._outlets.get(_fold(name))

    def key(self, outlet: str) -> str:
        """One key for all spellings of an outlet: the id of its origin, if it has one."""
        if outlet not in self._keys:
            origin = self._outlets.get(_fold(outlet))
            self._keys[outlet] = origin.id if origin is not None else f"outlet {_fold(outlet)}"
        return self._keys[outlet]

    def of_outlet(self, outlet: str) -> Root:
        """The publisher group that answers for this outlet's own reporting."""
        if outlet not in self._roots:
            origin = self._outlets.get(_fold(outlet))
            self._roots[outlet] = (
                self.of_origin(origin) if origin is not None else Root(self.key(outlet), outlet)
            )
        return self._roots[outlet]

    def of_origin(self, origin: Origin) -> Root:
        """The topmost publisher of the origin, or the origin itself.

        The loader reports a publisher that is undeclared or anonymous; this function ignores it.
        """
        seen: set[str] = set()
        above: Origin | None = origin
        while above is not None and above.kind != ANONYMOUS and above.id not in seen:
            seen.add(above.id)
            origin = above
            above = self._origins.get(above.publisher or "")
        origin = self._origins.get(self._head(origin.id), origin)
        return Root(origin.id, origin.label)

    def _head(self, id: str) -> str:
        """The one who stands for all that speak for each other."""
        while id in self._heads:
            id = self._heads[id]
        return id

    def _join(self, speaker: str, other: str) -> None:
        one, head = self._head(speaker), self._head(other)
        if one != head and other in self._origins:
            self._heads[one] = head


def outlet_of(origin: Origin) -> str | None:
    """The outlet of an origin: the one that it names, or its label if the origin is an outlet.

    Without the label, an outlet and its own origin would count as two.
    """
    return origin.outlet or (str(origin.label) if origin.kind == "outlet" else None)


def _fold(text: str) -> str:
    return " ".join(text.casefold().split())
