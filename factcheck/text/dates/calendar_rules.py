"""What neighbouring phrases of a date say together: "last" and "year", "nine" and "months"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from factcheck.text.dates.spans import MONTHS_OF, SEASONS

LONG = ("century", "decade")
_MOST = 1000  # units that a relative phrase may count


Rule = tuple[tuple[str, ...], Callable[..., dict[str, Any] | None]]


def _far(count: int, unit: str, sign: int) -> dict[str, Any] | None:
    return {"shift": (unit, sign * count), "loose": True} if 0 < count <= _MOST else None


def _first(ordinal: int, count: int, unit: str) -> dict[str, Any] | None:
    return {"first": (unit, count)} if ordinal == 1 and unit in MONTHS_OF else None


def _recent(deixis: int, count: int, unit: str) -> dict[str, Any] | None:
    return {"recent": (unit, deixis * count)} if deixis and 0 < count <= _MOST else None


def _nth(number: int, unit: str) -> dict[str, Any] | None:
    if unit == "century":
        return {"years": (number * 100 - 99, number * 100)} if 0 < number < 100 else None
    return {"nth": (unit, number)} if unit not in (*LONG, "year") else None


def _counted(number: int, unit: str) -> dict[str, Any] | None:
    """As in "3. Quartal" and "第3四半期"; a bare number of months or days counts none of them."""
    made = _numbered(number, unit)
    return None if made is None else {"dated": True} | made


def _numbered(number: int, unit: str) -> dict[str, Any] | None:
    return _nth(number, unit) if unit in ("half", "third", "quarter", "century") else None


def _span(count: int, unit: str) -> dict[str, Any] | None:
    """As in "nove mesi 2025": the first nine, but only of a year that is named."""
    return {"first": (unit, count), "dated": True} if unit == "month" and count > 1 else None


def _decade(number: int, *_: object) -> dict[str, Any] | None:
    if number % 10 or number >= 2100:
        return None
    if number >= 100:
        # "the 1800s" are as often a century as a decade.
        return None if number % 100 == 0 and number != 2000 else {"years": (number, number + 9)}
    if number == 20:  # the 1920s or the 2020s
        return None
    first = number + (2000 if number < 20 else 1900)
    return {"years": (first, first + 9), "short": True}


def _of_era(era: tuple[int, int], number: int) -> dict[str, Any] | None:
    """A year by its number in an era: the year before its first, and how many it has."""
    before, last = era
    return {"number": f"{before + number:04}"} if 0 < number <= last else None


RULES: tuple[Rule, ...] = (
    (("fiscal", "unit"), lambda _, unit: {"unit": unit, "one_unit": unit}),
    (("unit", "fiscal"), lambda unit, _: {"unit": unit, "one_unit": unit}),
    (
        ("shift", "week_day"),
        lambda s, day: {"shift": s, "weekday": day} if s[0] == "week" else None,
    ),
    (("ordinal", "count", "unit"), _first),
    (("count", "ordinal", "unit"), lambda n, o, u: _first(o, n, u)),
    (("ordinal", "part"), lambda o, p: _first(o, int(p[1]), "quarter") if p[0] == "Q" else None),
    (("ago", "count", "unit"), lambda _, n, u: _far(n, u, -1)),
    (("count", "unit", "ago"), lambda n, u, _: _far(n, u, -1)),
    (("count", "far"), lambda n, far: _far(n, far[0], far[1])),
    (("far", "count"), lambda far, n: _far(n, far[0], far[1])),
    (("ahead", "count", "unit"), lambda _, n, u: _far(n, u, 1)),
    (("count", "unit", "ahead"), lambda n, u, _: _far(n, u, 1)),
    (("deixis", "count", "unit"), _recent),
    (("count", "deixis", "unit"), lambda n, d, u: _recent(d, n, u)),
    (("count", "unit", "deixis"), lambda n, u, d: _recent(d, n, u)),
    (("count", "unit", "ending"), lambda n, u, _: {"ended": (u, n)} if u not in LONG else None),
    (("fiscal", "ending"), lambda *_: {"ended": ("year", 1)}),
    (("month", "closing"), lambda m, _: {"ended": ("year", 1), "month": m}),
    (("unit", "ending"), lambda u, _: {"ended": (u, 1)} if u not in LONG else None),
    (("decade_before", "number"), lambda _, n: _decade(int(n.lstrip("'")[:4]))),
    (("decade_before", "count"), lambda _, n: _decade(n)),
    (("decade_before", "tens"), lambda _, n: _decade(n)),
    (("tens", "unit"), lambda n, unit: _decade(n) if unit == "year" else None),
    (("number", "decade"), lambda n, _: _decade(int(n.lstrip("'")[:4]))),
    (("count", "decade"), _decade),
    (("deixis", "month"), lambda d, m: {"toward": d, "month": m}),
    (("month", "deixis"), lambda m, d: {"toward": d, "month": m}),
    (("deixis", "weekday"), lambda d, w: {"toward": d, "weekday": w}),
    (("weekday", "deixis"), lambda w, d: {"toward": d, "weekday": w}),
    (("deixis", "part"), lambda d, p: {"toward": d, "part": p} if p in SEASONS else None),
    (("part", "deixis"), lambda p, d: {"toward": d, "part": p} if p in SEASONS else None),
    (("rolling", "one_unit"), lambda _, u: {"recent": (u, -1)}),
    (("one_deixis", "one_unit"), lambda d, u: {"shift": (u, d)}),
    (("one_unit", "one_deixis"), lambda u, d: {"shift": (u, d)}),
    (("ordinal", "unit"), _nth),
    (("roman", "unit"), _numbered),
    (("unit", "roman"), lambda u, n: _numbered(n, u)),
    (("count", "unit"), _counted),
    (("count", "unit"), _span),
    (("unit", "count"), lambda u, n: {"week": n} if u == "week" and n <= 53 else None),
    (("era", "count"), lambda era, n: _of_era(era, n)),
    (("count", "era_after"), lambda n, era: _of_era(era, n)),
)

RARE = frozenset(part for wanted, _ in RULES for part in wanted) - {
    *("count", "number", "month", "weekday", "part"),
}
"""What some phrase must be able to say, or no rule has anything to do."""

NEEDED = tuple((frozenset(wanted), wanted, make) for wanted, make in RULES)
"""The same, each with the set of what it wants."""
