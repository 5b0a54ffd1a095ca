"""Compares with an earlier run: values that changed, findings that are gone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence

from factcheck.model import KnownFinding, KnownValue
from factcheck.report.record_views import GoneView

Known = Mapping[str, Sequence[KnownFinding]]


def by_id(known: Iterable[KnownFinding]) -> Known:
    """The known findings by id; several of one id are alternatives."""
    found: dict[str, list[KnownFinding]] = defaultdict(list)
    for one in known:
        found[one.id].append(one)
    return found


def values_before(known: Sequence[KnownFinding], now: Iterable[KnownValue]) -> tuple[str, ...]:
    """The values that no claim gives any more; none if one alternative record still fits."""
    given = {value.value.casefold() for value in now}
    lost = [tuple(v.value for v in one.values if v.value.casefold() not in given) for one in known]
    return min(lost, key=len, default=())


def gone(known: Known, found: Container[str]) -> tuple[GoneView, ...]:
    """The known findings that are no longer found, by topic."""
    views = (
        GoneView(id, of[0].rule, of[0].topic, tuple(value.value for value in of[0].values))
        for id, of in known.items()
        if id not in found
    )
    return tuple(sorted(views, key=lambda view: (view.topic, view.rule, view.finding)))
