"""Builds origins, and checks each one's outlet and publisher against the other origins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from factcheck.corpus.registries.labels import label_of
from factcheck.corpus.yaml.documents import Diagnostics, Item
from factcheck.corpus.yaml.forms import OriginForm
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
        tuple(dict.fromkeys(form.speaks_for or ())),
        form.subject,
        form.grade,
    )


def spellings_of_origin(item: Item[OriginForm]) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """Every text that names the origin, with the path of keys to it in the file."""
    yield item.form.id, ("id",)
    yield item.form.label, ("label",)
    for number, text in enumerate(item.form.aliases or ()):
        yield text, ("aliases", number)


def check_origins(items: Iterable[Item[OriginForm]], diagnostics: Diagnostics) -> None:
    """Report two origins that are the same outlet, and an anonymous origin used as a publisher."""
    items = tuple(items)
    outlets: dict[str, str] = {}
    anonymous = {item.form.id for item in items if item.form.kind == ANONYMOUS}
    for item in items:
        if item.form.outlet is not None:
            _check_outlet(item, item.form.outlet, outlets, diagnostics)
        if item.form.publisher is not None:
            _check_publisher(item, item.form.publisher, anonymous, diagnostics)


def _check_outlet(
    item: Item[OriginForm], outlet: str, outlets: dict[str, str], diagnostics: Diagnostics
) -> None:
    other = outlets.setdefault(" ".join(outlet.casefold().split()), item.form.id)
    if other != item.form.id:
        diagnostics.add(
            item.places["outlet"],
            f"the outlet '{outlet}' is two origins: '{other}' and '{item.form.id}'",
            "keep one of them, and give it the names of the other as aliases",
        )


def _check_publisher(
    item: Item[OriginForm], publisher: str, anonymous: Set[str], diagnostics: Diagnostics
) -> None:
    if item.form.id in anonymous:
        diagnostics.add(
            item.places["publisher"],
            f"the origin '{item.form.id}' is anonymous and has a publisher",
            "delete the line, or give the kind that the origin has",
        )
    elif publisher in anonymous:
        diagnostics.add(
            item.places["publisher"],
            f"the publisher '{publisher}' is anonymous",
            "declare the house as an origin with 'kind: publisher', and name that",
        )
