"""Views of which a part is worked out when a format first asks for it, and then kept.

A format pays for what it shows: one line for a finding needs none of its pictures and letters. To
whoever reads a view it makes no difference, as each part depends on the run alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, TypeVar, overload

T = TypeVar("T")


class Unrolled(Sequence[T]):
    """A list that is made as far as somebody reads it; to whoever compares it, it is a tuple."""

    __slots__ = ("_length", "_made", "_rest")

    def __init__(self, items: Iterable[T], length: int | None = None) -> None:
        """`length` is how many there are, where that is known before they are made."""
        self._rest = iter(items)
        self._made: list[T] = []
        self._length = length

    def _all(self) -> tuple[T, ...]:
        self._made.extend(self._rest)
        return tuple(self._made)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[T, ...]: ...
    def __getitem__(self, at: int | slice) -> T | tuple[T, ...]:
        end = at.stop if isinstance(at, slice) else at + 1
        start = at.start or 0 if isinstance(at, slice) else at
        if end is None or end < 0 or start < 0:
            return self._all()[at]
        self._made.extend(islice(self._rest, max(0, end - len(self._made))))
        found = self._made[at]
        return tuple(found) if isinstance(found, list) and isinstance(at, slice) else found  # type: ignore[return-value]

    def __len__(self) -> int:
        return len(self._all()) if self._length is None else self._length

    def __bool__(self) -> bool:
        return bool(self[:1])

    def __iter__(self) -> Iterator[T]:
        return iter(self._all())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, (tuple, Unrolled)) and self._all() == tuple(other)

    def __hash__(self) -> int:
        return hash(self._all())

    def __repr__(self) -> str:
        return repr(self._all())


class LazyView:
    """A view that a teller completes: an object with a method for each part that may be waited for.

    The method has the name of the part. A view whose parts are all given has no teller.
    """

    if not TYPE_CHECKING:  # mypy sees the parts of each view, and nothing else

        def __getattr__(self, name: str) -> object:
            teller, parts = self.__dict__.get("_told_by", (None, {}))
            tell = getattr(type(teller), name, None)
            if tell is None or teller is None:
                raise AttributeError(f"{type(self).__name__} has no part '{name}'")
            if name not in parts:
                parts[name] = tell(teller)
            self.__dict__[name] = parts[name]
            return parts[name]


V = TypeVar("V", bound=LazyView)


def told_by(kind: type[V], teller: object, **known: object) -> V:
    """A view of which some parts are known, and the teller tells the others."""
    view = object.__new__(kind)
    view.__dict__.update(known, _told_by=(teller, {}))  # and what it told, for altered views too
    return view


def altered(view: V, **parts: object) -> V:
    """The view with other parts; dataclasses.replace would work out all that nobody asked for."""
    made = object.__new__(type(view))
    made.__dict__.update(view.__dict__)
    made.__dict__.update(parts)
    return made
