"""Views of which a part is worked out when a format first asks for it, and then kept.

A format pays for what it shows: one line for a finding needs none of its pictures and letters. To
whoever reads a view it makes no difference, as each part depends on the run alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar


class LazyView:
    """A view that a teller completes: an object with a method for each part that may be waited for.

    The method has the name of the part. A view whose parts are all given has no teller.
    """

    if not TYPE_CHECKING:  # mypy sees the parts of each view, and nothing else

        def __getattr__(self, name: str) -> object:
            teller = self.__dict__.get("_teller")
            tell = None if teller is None else getattr(type(teller), name, None)
            if tell is None:
                raise AttributeError(f"{type(self).__name__} has no part '{name}'")
            part = self.__dict__[name] = tell(teller)
            return part


V = TypeVar("V", bound=LazyView)


def told_by(kind: type[V], teller: object, **known: object) -> V:
    """A view of which some parts are known, and the teller tells the others."""
    view = object.__new__(kind)
    view.__dict__.update(known, _teller=teller)
    return view


def altered(view: V, **parts: object) -> V:
    """The view with other parts; dataclasses.replace would work out all that nobody asked for."""
    made = object.__new__(type(view))
    made.__dict__.update(view.__dict__)
    made.__dict__.update(parts)
    return made
