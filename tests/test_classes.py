"""Our `dataclass` does what the standard library's does; only its methods are made later."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

import pytest

from factcheck.model import classes

Decorator = Callable[..., Any]
DECORATORS = {"ours": classes.dataclass, "the library's": dataclasses.dataclass}


@pytest.fixture(params=list(DECORATORS))
def dataclass(request: pytest.FixtureRequest) -> Decorator:
    """Each test holds for both, or it says nothing about ours."""
    return DECORATORS[request.param]


def test_fields_defaults_and_what_is_worked_out_afterwards(dataclass: Decorator) -> None:
    @dataclass(frozen=True)
    class Claim:
        source: str
        id: str
        keys: list[str] = dataclasses.field(default_factory=list)
        note: str = "none"
        name: str = dataclasses.field(init=False)
        seen: list[str] = dataclasses.field(init=False, default_factory=list)
        kind: ClassVar[str] = "claim"

        def __post_init__(self) -> None:
            object.__setattr__(self, "name", f"{self.source}/{self.id}")

    one, other = Claim("post", "a"), Claim("post", id="a", keys=["x"])
    assert (one.name, one.keys, one.note, one.seen) == ("post/a", [], "none", [])
    assert one.keys is not Claim("post", "a").keys
    assert one.seen is not Claim("post", "a").seen
    assert dataclasses.replace(other, note="yes").keys == ["x"]
    assert [f.name for f in dataclasses.fields(Claim)] == ["source", "id", "keys", "note", "name",
                                                           "seen"]  # fmt: skip
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'id'"):
        Claim("post")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="unexpected keyword argument 'colour'"):
        Claim("post", "a", colour="red")  # type: ignore[call-arg]


def test_what_is_frozen_stays(dataclass: Decorator) -> None:
    @dataclass(frozen=True, slots=True)
    class Place:
        line: int

    place = Place(3)
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'line'"):
        place.line = 4  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot delete field 'line'"):
        del place.line
    assert not hasattr(place, "__dict__")


def test_equal_hashed_ordered_and_shown(dataclass: Decorator) -> None:
    @dataclass(frozen=True, order=True)
    class Period:
        start: int
        end: int
        note: str = dataclasses.field(default="", compare=False, repr=False)

    a, b, c = Period(1, 2), Period(1, 2, "another"), Period(1, 3)
    assert a == b and hash(a) == hash(b) and a != c
    other: object = (1, 2)
    assert a != other
    assert a < c and c > b and a <= b and a >= b
    assert sorted([c, a]) == [a, c]
    with pytest.raises(TypeError):
        _ = a < (1, 2)  # type: ignore[operator]
    assert repr(a).endswith("Period(start=1, end=2)")
    match a:
        case Period(first, last):
            assert (first, last) == (1, 2)


def test_what_is_not_compared_is_itself_alone_and_what_may_change_has_no_hash(
    dataclass: Decorator,
) -> None:
    @dataclass(frozen=True, eq=False)
    class Language:
        tag: str

    @dataclass(slots=True)
    class Draft:
        text: str = ""

    assert Language("it") != Language("it")
    assert len({Language("it"), Language("it")}) == 2
    draft = Draft()
    draft.text = "more"
    assert draft == Draft("more")
    with pytest.raises(TypeError, match="unhashable"):
        hash(draft)


def test_classes_that_build_on_others(dataclass: Decorator) -> None:
    @dataclass(frozen=True)
    class Value:
        text: str
        notes: tuple[str, ...] = dataclasses.field(default=(), kw_only=True)

    @dataclass(frozen=True)
    class Money(Value):
        unit: str
        also: str = ""

    money = Money("85 euros", "EUR", notes=("read",))
    assert (money.text, money.unit, money.also, money.notes) == ("85 euros", "EUR", "", ("read",))
    assert Value("85 euros") == Value("85 euros")
    assert money != Value("85 euros", notes=("read",))
    assert Money("1", "EUR") == Money("1", "EUR")


def test_what_a_class_says_itself_is_kept(dataclass: Decorator) -> None:
    @dataclass(frozen=True, slots=True)
    class Location:
        path: str

        def __repr__(self) -> str:
            return f"<{self.path}>"

        def __eq__(self, other: object) -> bool:
            return True

        def __hash__(self) -> int:
            return 7

    assert repr(Location("a")) == "<a>"
    assert Location("a") == Location("b")
    assert hash(Location("a")) == 7


@classes.dataclass(frozen=True, slots=True)
class Kept:
    """At the top of a module, where pickle finds it."""

    path: str
    lines: tuple[int, ...] = ()


def test_it_is_copied_and_pickled() -> None:
    one = Kept("a", (1, 2))
    assert pickle.loads(pickle.dumps(one)) == copy.copy(one) == copy.deepcopy(one) == one


def test_a_method_is_made_once() -> None:
    @classes.dataclass(frozen=True)
    class Fresh:
        id: str

    made = inspect.getattr_static(Fresh, "__init__")
    Fresh("a")
    then = inspect.getattr_static(Fresh, "__init__")
    Fresh("b")
    assert made is not then is inspect.getattr_static(Fresh, "__init__")
    assert str(inspect.signature(then)) == "(self, id)"


HELP = (
    "commands/",
    "progress.py",
    "catalogues.py",
    "cli.py",
    "reports/base.py",
    "model/classes.py",
)
"""What `--help` loads: it has few classes, and nothing else of the model."""


def test_all_classes_of_a_check_are_made_so() -> None:
    root = Path(__file__).parents[1] / "factcheck"
    files = {
        path.relative_to(root).as_posix(): path.read_text("utf-8") for path in root.rglob("*.py")
    }
    plain = re.compile(r"^from dataclasses import .*\bdataclass\b", re.MULTILINE)
    assert not [f for f, text in files.items() if plain.search(text) and not f.startswith(HELP)]
