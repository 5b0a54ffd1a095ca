"""Frozen dataclasses of ours behave as those of the standard library do, in all that we use."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import FrozenInstanceError, field
from functools import cached_property
from typing import Any

import pytest

from factcheck.model import frozen


def _plain(dataclass: Any) -> Any:
    @dataclass(frozen=True)
    class Plain:
        """Defaults of both sorts, and fields that are not compared, named, or made later."""

        first: int
        second: str = "two"
        third: list[int] = field(default_factory=list)
        excluded: int = field(default=0, compare=False, repr=False)
        named: tuple[int, ...] = field(default=(), kw_only=True)
        joined: str = field(init=False)

        def __post_init__(self) -> None:
            object.__setattr__(self, "joined", f"{self.first}/{self.second}")

        @cached_property
        def doubled(self) -> int:
            return 2 * self.first

    return Plain


def _ordered(dataclass: Any) -> Any:
    @dataclass(frozen=True, slots=True, order=True)
    class Ordered:
        """Compared field by field."""

        first: int
        second: tuple[str, ...] = ()

    return Ordered


def _by_identity(dataclass: Any) -> Any:
    @dataclass(frozen=True, eq=False, slots=True)
    class ByIdentity:
        """Equal to itself alone."""

        first: int

    return ByIdentity


def _child(dataclass: Any) -> Any:
    @dataclass(frozen=True, slots=True)
    class Parent:
        """What is inherited."""

        first: int
        note: str = field(default="", kw_only=True)

    @dataclass(frozen=True, slots=True)
    class Child(Parent):
        """What is added, and one method of its own."""

        second: int

        def __repr__(self) -> str:
            return f"<{self.second}>"

    return Child


SHAPES: dict[str, tuple[Any, list[tuple[tuple[Any, ...], dict[str, Any]]]]] = {
    "plain": (_plain, [((1,), {}), ((1, "b"), {"named": (3,)}), ((1, "two", [], 9), {})]),
    "ordered": (_ordered, [((1,), {}), ((1, ("a",)), {}), ((0, ("z",)), {})]),
    "by identity": (_by_identity, [((1,), {}), ((1,), {})]),
    "child": (_child, [((1, 2), {}), ((1, 2), {"note": "n"})]),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_equality_hash_order_and_form_are_those_of_the_standard_library(shape: str) -> None:
    make, given = SHAPES[shape]
    theirs, ours = make(dataclasses.dataclass), make(frozen.dataclass)
    pairs = [(theirs(*args, **named), ours(*args, **named)) for args, named in given]
    for their, our in pairs:
        assert repr(our) == repr(their).replace(theirs.__qualname__, ours.__qualname__)
        assert [f.name for f in dataclasses.fields(our)] == [
            f.name for f in dataclasses.fields(their)
        ]
    for their, our in pairs:
        for their_other, our_other in pairs:
            assert (our == our_other) is (their == their_other)
            assert our != their
            if shape == "ordered":
                assert (our < our_other) is (their < their_other)
                assert (our >= our_other) is (their >= their_other)
    if shape in ("ordered", "child"):
        assert [hash(our) for _, our in pairs] == [hash(their) for their, _ in pairs]


@pytest.mark.parametrize("shape", SHAPES)
def test_nothing_is_set_or_deleted(shape: str) -> None:
    make, given = SHAPES[shape]
    args, named = given[0]
    made = make(frozen.dataclass)(*args, **named)
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'first'"):
        made.first = 2
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'first'"):
        del made.first
    assert made.first == args[0]


@pytest.mark.parametrize("shape", ["ordered", "child"])
def test_replaced_and_copied(shape: str) -> None:
    make, given = SHAPES[shape]
    args, named = given[0]
    made = make(frozen.dataclass)(*args, **named)
    assert dataclasses.replace(made) == made
    assert dataclasses.replace(made, first=7).first == 7
    assert copy.copy(made) == made
    assert copy.deepcopy(made) == made


def test_a_class_of_the_program_is_pickled() -> None:
    from factcheck.model import Location

    place = Location("claims/a.yaml", 1, 2)
    assert pickle.loads(pickle.dumps(place)) == place


def test_a_default_is_made_for_each() -> None:
    plain = _plain(frozen.dataclass)
    assert plain(1).third is not plain(1).third
    assert plain(1).doubled == 2


def test_missing_and_unknown_arguments_are_refused() -> None:
    plain = _plain(frozen.dataclass)
    with pytest.raises(TypeError, match="first"):
        plain()
    with pytest.raises(TypeError, match="other"):
        plain(1, other=2)
    with pytest.raises(TypeError):
        plain(1, "two", [], 0, (3,))  # by name alone
