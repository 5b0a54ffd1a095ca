"""Frozen dataclasses that cost a third of what the standard library takes to make them.

A check makes some two hundred of them before it reads a file: made by the standard library, which
compiles each method of each class by itself, they took a fifth of the processor time of a check of
the shipped claims (`python -m bench.startup`). Here the constructor is compiled at once, what
compares two instances at its first call, and the methods that depend on no field are shared.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import MISSING, Field, FrozenInstanceError
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:  # to a type checker it is the standard library's, with all that follows from that
    from dataclasses import dataclass as dataclass
else:

    def dataclass(cls=None, /, *, frozen=False, eq=True, slots=False, order=False):
        """As `dataclasses.dataclass`, which makes the classes that are not frozen."""

        def made(cls):
            if not frozen:
                return dataclasses.dataclass(cls, eq=eq, slots=slots, order=order)
            return _frozen(cls, eq, slots, order)

        return made if cls is None else made(cls)


T = TypeVar("T")


def _frozen(cls: type[T], eq: bool, slots: bool, order: bool) -> type[T]:
    """The class with its fields and methods; with `slots`, another class of the same name."""
    own = vars(cls).keys()
    made: Any = dataclasses.dataclass(cls, init=False, repr=False, eq=False, slots=slots)
    compared = (*(_COMPARED if eq else ()), *(_ORDERED if order else ()))
    methods = {name: _compiled_late(made, name) for name in compared}
    methods |= {"__init__": _init(made), "__repr__": _shown}
    methods |= {"__setattr__": _refuse_set, "__delattr__": _refuse_delete}
    if slots:
        methods |= {"__getstate__": _state, "__setstate__": _restore}
    for name, method in methods.items():
        if name not in own:
            setattr(made, name, method)
    found: type[T] = made
    return found


_COMPARED = ("__eq__", "__hash__")
_ORDERED = {"__lt__": "<", "__le__": "<=", "__gt__": ">", "__ge__": ">="}


def _init(cls: Any) -> Callable[..., None]:
    """The constructor of a class: it sets the fields, past what refuses that."""
    scope: dict[str, Any] = {"_set": object.__setattr__, "_MISSING": MISSING}
    fields = dataclasses.fields(cls)
    parameters = [_parameter(f, scope) for f in fields if f.init and not f.kw_only]
    named = [_parameter(f, scope) for f in fields if f.init and f.kw_only]
    lines = [
        f"def __init__(self, {', '.join([*parameters, *(['*', *named] if named else [])])}):",
        *(f" _set(self, {f.name!r}, {_value(f, scope)})" for f in fields if _is_set(f)),
        " self.__post_init__()" if hasattr(cls, "__post_init__") else " pass",
    ]
    exec("\n".join(lines), scope)
    made: Callable[..., None] = scope["__init__"]
    return made


def _compiled_late(cls: Any, name: str) -> Callable[..., Any]:
    """The method of that name, compiled at its first call: most classes are never compared."""

    def first(*given: object) -> object:
        scope: dict[str, Any] = {}
        exec(_comparing(dataclasses.fields(cls), name), scope)
        setattr(cls, name, scope[name])
        return scope[name](*given)

    return first


def _comparing(fields: Sequence[Field[Any]], name: str) -> str:
    """The text of the method that compares two instances of one class, or gives the hash of one."""
    if name == "__hash__":
        hashed = (f for f in fields if (f.compare if f.hash is None else f.hash))
        return f"def __hash__(self): return hash(({''.join(f'self.{f.name}, ' for f in hashed)}))"
    mine = "".join(f"self.{f.name}, " for f in fields if f.compare)
    return (
        f"def {name}(self, other):\n"
        " if other.__class__ is self.__class__:\n"
        f"  return ({mine}) {_ORDERED.get(name, '==')} ({mine.replace('self.', 'other.')})\n"
        " return NotImplemented"
    )


def _is_set(f: Field[Any]) -> bool:
    """Whether `__init__` sets the field: from its argument, or from what makes its default."""
    return f.init or f.default_factory is not MISSING


def _parameter(f: Field[Any], scope: dict[str, Any]) -> str:
    if f.default is not MISSING:
        scope[f"_default_{f.name}"] = f.default
        return f"{f.name}=_default_{f.name}"
    return f.name if f.default_factory is MISSING else f"{f.name}=_MISSING"


def _value(f: Field[Any], scope: dict[str, Any]) -> str:
    """What `__init__` gives the field."""
    if f.default_factory is MISSING:
        return f.name
    scope[f"_make_{f.name}"] = f.default_factory
    made = f"_make_{f.name}()"
    return f"{made} if {f.name} is _MISSING else {f.name}" if f.init else made


def _refuse_set(self: object, name: str, value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_delete(self: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _shown(self: Any) -> str:
    shown = (f"{f.name}={getattr(self, f.name)!r}" for f in dataclasses.fields(self) if f.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _state(self: Any) -> list[object]:
    return [getattr(self, f.name) for f in dataclasses.fields(self)]


def _restore(self: Any, state: list[object]) -> None:
    for f, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, f.name, value)
