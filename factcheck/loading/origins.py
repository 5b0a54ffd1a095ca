"""What an origin declares, and whether its outlet and publisher go with the others'."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.loading.documents import Faults, Item
from factcheck.loading.forms import OriginForm
from factcheck.loading.labels import label_of
from factcheck.loading.references import Registry, check_cycles, check_id
from factcheck.model import Origin

ANONYMOUS = "anonymous"


def build_origin(item: Item[OriginForm]) -> Origin:
    """The origin that a form declares."""
    form = item.form
    return Origin(
        form.id,
        label_of(form),
        form.kind,
        item.places.here,
        form.outlet,
        tuple(form.aliases or ()),
        form.publisher,
    )


def spellings_of_origin(item: Item[OriginForm]) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """Every text that names the origin, with the path of keys at which it stands."""
    yield item.form.id, ("id",)
    yield item.form.label, ("label",)
    for number, text in enumerate(item.form.aliases or ()):
        yield text, ("aliases", number)


def check_origins(
    items: Iterable[Item[OriginForm]], registry: Registry[Origin], faults: Faults
) -> None:
    """Note two origins that are one outlet, and publishers that cannot be one."""
    items = tuple(items)
    outlets: dict[str, str] = {}
    for item in items:
        if item.form.outlet is not None:
            _check_outlet(item, item.form.outlet, outlets, faults)
        if item.form.publisher is not None:
            _check_publisher(item, item.form.publisher, registry, faults)
    owners = {i.form.id: (i.form.publisher,) for i in items if i.form.publisher is not None}
    check_cycles(owners, lambda id: registry.places[id]["publisher"], faults, "is published by")


def _check_outlet(
    item: Item[OriginForm], outlet: str, outlets: dict[str, str], faults: Faults
) -> None:
    other = outlets.setdefault(" ".join(outlet.casefold().split()), item.form.id)
    if other != item.form.id:
        faults.add(
            item.places["outlet"],
            f"the outlet '{outlet}' is two origins: '{other}' and '{item.form.id}'",
            "keep one of them, and give it the names of the other as aliases",
        )


def _check_publisher(
    item: Item[OriginForm], publisher: str, registry: Registry[Origin], faults: Faults
) -> None:
    if item.form.kind == ANONYMOUS:
        faults.add(
            item.places["publisher"],
            f"the origin '{item.form.id}' is anonymous and has a publisher",
            "delete the line, or give the kind that the origin has",
        )
        return
    found = check_id(publisher, registry, item, ("publisher",), faults)
    if found is not None and found.kind == ANONYMOUS:
        faults.add(
            item.places["publisher"],
            f"the publisher '{found.id}' is anonymous",
            "declare the house as an origin with 'kind: publisher', and name that",
        )
