"""Declares which key of which form refers to what, and checks all these references.

A new key with a reference is one line in REFERENCES. A reference to nothing, to its own entry or in
a circle is an error with its place; the entries that are built from the forms do not contain it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple, TypeVar

from factcheck.corpus.registries.registry import Known, Within
from factcheck.corpus.yaml.documents import Diagnostics, Item
from factcheck.corpus.yaml.forms import (
    AttributeForm,
    Form,
    OriginForm,
    RelationForm,
    SourceForm,
    SubjectForm,
)
from factcheck.corpus.yaml.sentences import Path
from factcheck.model import Location
from factcheck.model.frozen import dataclass

F = TypeVar("F", bound=Form)


@dataclass(frozen=True, slots=True)
class Reference:
    """A key that names something.

    `path` are the keys that lead to it; lists on the way are walked. `names` is what it names: a
    "subject", "attribute", "origin" or "source" of the corpus, a "term" ("subject/attribute"), or
    one of the entry's own "choices" or "coverages". `circle` is the verb of references that must
    not lead back to where they began; `itself` is the fault of one that must not name its own
    entry, and what to do. Where `needed`, an entry is nothing without it.
    """

    form: type[Form]
    path: tuple[str, ...]
    names: str
    cycle: str = ""
    itself: tuple[str, str] | None = None
    needed: bool = False


PART = "is a part of"

REFERENCES = (
    Reference(SubjectForm, ("part_of",), "subject", cycle=PART),
    Reference(SubjectForm, ("family",), "subject", cycle=PART),
    Reference(
        SubjectForm,
        ("confusable_with", "subject"),
        "subject",
        itself=(
            "'{id}' is declared confusable with itself",
            "name the subject that it is mistaken for",
        ),
    ),
    Reference(AttributeForm, ("part_of",), "attribute", cycle=PART),
    Reference(AttributeForm, ("ranks",), "attribute", cycle="ranks"),
    Reference(
        AttributeForm,
        ("choices", "excludes"),
        "choices",
        itself=("the choice '{id}' excludes itself", "name another choice"),
    ),
    Reference(AttributeForm, ("choices", "refines"), "choices", cycle="refines"),
    Reference(AttributeForm, ("coverages", "part_of"), "coverages", cycle=PART),
    Reference(
        AttributeForm,
        ("conditions", "excludes"),
        "conditions",
        itself=("the condition '{id}' excludes itself", "name another condition"),
    ),
    Reference(AttributeForm, ("conditions", "refines"), "conditions", cycle="refines"),
    Reference(
        AttributeForm,
        ("inherit", "attribute"),
        "attribute",
        itself=("'{id}' inherits from itself", "name the attribute of which it is hinted"),
    ),
    Reference(OriginForm, ("publisher",), "origin", cycle="is published by"),
    Reference(OriginForm, ("speaks_for",), "origin", cycle="speaks for"),
    Reference(OriginForm, ("subject",), "subject"),
    Reference(RelationForm, ("terms",), "term", needed=True),
    Reference(RelationForm, ("subjects",), "subject", needed=True),
    Reference(SourceForm, ("replaces",), "source", cycle="replaces"),
)

SINGULAR = {"choices": "choice", "coverages": "coverage", "conditions": "condition"}
"""What an entry declares for itself, under the key that lists it, and one of them in words."""


class NamingKey(NamedTuple):
    """One reference as a file contains it: its item, the id above it, its place and its target."""

    item: int
    owner: str
    path: Path
    text: str


def without_errors(
    items: Sequence[Item[F]],
    known: Mapping[str, Known],
    diagnostics: Diagnostics,
    ids: Sequence[str] | None = None,
) -> list[Item[F] | None]:
    """Remove the references that lead nowhere from the items, and report each of them.

    `known` is what may be named, by the word for it in REFERENCES; `ids` are those of the items,
    where these do not bear them.
    None stands for an item that needs a reference of which nothing is left.
    """
    if not items:
        return []
    ids = [str(getattr(item.form, "id", "")) for item in items] if ids is None else ids
    broken: dict[int, list[Path]] = defaultdict(list)
    lost: set[int] = set()
    for reference in REFERENCES:
        if reference.form is not type(items[0].form):
            continue
        for named in _faulty(reference, items, known, diagnostics, ids):
            broken[named.item].append(named.path)
            if reference.needed:
                lost.add(named.item)
    return [
        None if number in lost else _cleaned(item, broken[number]) if number in broken else item
        for number, item in enumerate(items)
    ]


def _faulty(
    reference: Reference,
    items: Sequence[Item[F]],
    known: Mapping[str, Known],
    diagnostics: Diagnostics,
    ids: Sequence[str],
) -> Iterator[NamingKey]:
    """The invalid references under one key."""
    sound: dict[int, list[NamingKey]] = defaultdict(list)  # by item, where the ids are its own
    for number, item in enumerate(items):
        inner = reference.names in SINGULAR
        own = _own(item, reference, ids[number]) if inner else known[reference.names]
        for named in _walk(item.form, reference.path, NamingKey(number, ids[number], (), "")):
            if not own.check_id(named.text, partial(_place, items, named), diagnostics):
                yield named
            elif reference.itself is not None and named.text == named.owner:
                message, hint = reference.itself
                diagnostics.add(_place(items, named), message.format(id=named.owner), hint)
                yield named
            else:
                sound[number if inner else 0].append(named)
    if reference.cycle:
        for together in sound.values():
            yield from circular(together, items, reference.cycle, diagnostics)


def _own(item: Item[F], reference: Reference, owner: str) -> Within:
    entries = getattr(item.form, reference.names) or ()
    listed = [entry.id for entry in entries]
    return Within(owner, SINGULAR[reference.names], reference.names, listed)


def _walk(node: Any, keys: tuple[str, ...], so_far: NamingKey) -> Iterator[NamingKey]:
    """Every text under the given keys, with its path and the id of the entry that contains it."""
    match node:
        case str():
            yield so_far._replace(text=node)
        case list() | dict():
            pairs = node.items() if isinstance(node, dict) else enumerate(node)
            for step, inner in pairs:
                yield from _walk(inner, keys, so_far._replace(path=(*so_far.path, step)))
        case Form():
            owner = getattr(node, "id", None) or so_far.owner
            deeper = so_far._replace(owner=owner, path=(*so_far.path, keys[0]))
            yield from _walk(getattr(node, keys[0]), keys[1:], deeper)


def _place(items: Sequence[Item[F]], named: NamingKey) -> Location:
    return items[named.item].places.at(*named.path)


def circular(
    together: Sequence[NamingKey], items: Sequence[Item[F]], verb: str, diagnostics: Diagnostics
) -> Iterator[NamingKey]:
    """The references to remove so that no circle is left; each circle is reported once."""
    leading: dict[str, list[NamingKey]] = defaultdict(list)
    for named in together:
        leading[named.owner].append(named)
    noted: Diagnostics | None = diagnostics
    while found := list(cycles({id: [n.text for n in leading[id]] for id in leading})):
        for cycle in found:
            gone = [n for n in leading[cycle[0]] if n.text == cycle[1]]
            if noted is not None and gone:
                chain = f", which {verb} ".join(f"'{id}'" for id in cycle)
                message = f"a circle: {chain.replace(', which', '', 1)}"
                noted.add(_key_place(items, gone[0]), message, "take one of these lines out")
            leading[cycle[0]] = [n for n in leading[cycle[0]] if n.text != cycle[1]]
            yield from gone
        noted = None


def _key_place(items: Sequence[Item[F]], named: NamingKey) -> Location:
    """The place of the key's value, which may be a list."""
    path = named.path[:-1] if isinstance(named.path[-1], int) else named.path
    return items[named.item].places.at(*path)


def _cleaned(item: Item[F], broken: Iterable[Path]) -> Item[F] | None:
    """The item without the values at these paths; a list is cut from its end, so that indexes stay
    valid.
    """
    form: Any = item.form
    for path in sorted(broken, key=_numbers, reverse=True):
        form = _without(form, path)
        if form is None:
            return None
    return Item(form, item.places)


def _numbers(path: Path) -> list[int]:
    return [step for step in path if isinstance(step, int)]


def _without(node: Any, path: Path) -> Any:
    """The node without the value at the path; None if the node is useless without it."""
    step, rest = path[0], path[1:]
    if isinstance(node, list) and isinstance(step, int):
        inner = _without(node[step], rest) if rest else None
        kept = [] if inner is None else [inner]
        return [*node[:step], *kept, *node[step + 1 :]]
    if not isinstance(node, Form):
        return None
    key = str(step)
    inner = _without(getattr(node, key), rest) if rest else None
    if inner is None and type(node).model_fields[key].is_required():
        return None
    return node.model_copy(update={key: inner})


def cycles(wholes: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, ...]]:
    """Every circle in "belongs to", each from its alphabetically first id: (a, b, a)."""
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


def _from_first(cycle: list[str]) -> tuple[str, ...]:
    first = cycle.index(min(cycle))
    return (*cycle[first:], *cycle[:first], cycle[first])
