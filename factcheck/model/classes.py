"""The standard library's `dataclass`, but that a method is made when it is first called.

The library compiles five or six functions for each class while its module loads, and a check loads
two hundred classes, most of which it neither compares nor prints: that took a seventh of its
processor time. Fields, `replace`, `fields` and matching are the library's own.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from dataclasses import MISSING, Field, FrozenInstanceError, field, fields, replace
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass", "field", "fields", "replace"]

_ORDER = ("__lt__", "__le__", "__gt__", "__ge__")

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(cls=None, /, **options):
        """The decorator, with or without its options."""
        return _made(cls) if cls is not None else lambda later: _made(later, **options)


def _made(
    cls: type,
    *,
    frozen: bool = False,
    slots: bool = False,
    eq: bool = True,
    order: bool = False,
    kw_only: bool = False,
) -> type:
    from dataclasses import dataclass as plain

    own = vars(cls)
    undocumented = cls.__doc__ is None
    if undocumented:  # the library would write down the signature
        cls.__doc__ = cls.__name__
    made: type = plain(init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)(cls)
    if undocumented:
        made.__doc__ = None
    methods: dict[str, Any] = {"__init__": _first(made, "__init__", _init), "__repr__": _repr}
    if eq:
        methods["__eq__"] = _first(made, "__eq__", _eq)
        methods["__hash__"] = _first(made, "__hash__", _hash) if frozen else None
    if order:
        methods |= {name: _first(made, name, _ordered) for name in _ORDER}
    if frozen:
        methods |= {"__setattr__": _no_set, "__delattr__": _no_delete}
    if frozen and slots:
        methods |= {"__getstate__": _state, "__setstate__": _restore}
    for name, method in methods.items():
        if own.get(name) is None:
            setattr(made, name, method)
    return made


def _first(cls: type, name: str, make: Callable[[type, str], Any]) -> Any:
    """A method that is made when it is first called, and is in its own place from then on."""

    def first(self: Any, *given: Any, **named: Any) -> Any:
        method = make(cls, name)
        setattr(cls, name, method)
        return method(self, *given, **named)

    return first


def _init(cls: Any, _: str) -> Any:
    """The constructor: it sets every field, past a class that is frozen."""
    known: dict[str, Any] = {"_set": object.__setattr__, "_missing": MISSING}
    given: list[str] = ["self"]
    named: list[str] = []
    lines: list[str] = []
    for one in fields(cls):
        default, value = _default(one, known), one.name
        if not one.init and not default:
            continue  # __post_init__ sets it
        if not one.init:
            value = f"{default}()" if one.default is MISSING else default
        elif one.default_factory is not MISSING:
            value = f"{default}() if {one.name} is _missing else {one.name}"
            default = "_missing"
        if one.init:
            (named if one.kw_only else given).append(one.name + (default and f"={default}"))
        lines.append(f"_set(self, {one.name!r}, {value})")
    lines += ["self.__post_init__()"] if hasattr(cls, "__post_init__") else []
    signature = ", ".join([*given, *(["*", *named] if named else [])])
    body = "\n    ".join(lines or ["pass"])
    exec(f"def __init__({signature}):\n    {body}", known)
    return known["__init__"]


def _default(one: Field[Any], known: dict[str, Any]) -> str:
    """Under which name the constructor knows the default of a field, or what makes it; or ""."""
    default = one.default_factory if one.default is MISSING else one.default
    if default is MISSING:
        return ""
    known[f"_default_{one.name}"] = default
    return f"_default_{one.name}"


def _values(cls: Any, wanted: Callable[[Field[Any]], object]) -> Callable[[Any], tuple[Any, ...]]:
    """What gives the wanted fields of an instance, in their order."""
    names = [one.name for one in fields(cls) if wanted(one)]
    if len(names) > 1:
        return operator.attrgetter(*names)
    return lambda self: tuple(getattr(self, name) for name in names)


def _compared(one: Field[Any]) -> bool:
    return one.compare


def _eq(cls: type, _: str) -> Any:
    values = _values(cls, _compared)

    def equal(self: Any, other: Any) -> Any:
        return (
            values(self) == values(other) if self.__class__ is other.__class__ else NotImplemented
        )

    return equal


def _hash(cls: type, _: str) -> Any:
    values = _values(cls, lambda one: one.compare if one.hash is None else one.hash)
    return lambda self: hash(values(self))


def _ordered(cls: type, name: str) -> Any:
    values, holds = _values(cls, _compared), getattr(operator, name)

    def ordered(self: Any, other: Any) -> Any:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return holds(values(self), values(other))

    return ordered


def _repr(self: Any) -> str:
    shown: Iterable[str] = (f"{f.name}={getattr(self, f.name)!r}" for f in fields(self) if f.repr)
    return f"{self.__class__.__qualname__}({', '.join(shown)})"


def _no_set(self: object, name: str, _: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _no_delete(self: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, one.name) for one in fields(self)]


def _restore(self: Any, state: Iterable[Any]) -> None:
    for one, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, one.name, value)
