"""The key qualifiers of a topic: those of its attribute that its claims use, and the days of a
figure that changes daily.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Attribute, Claim

TIMES = ("period", "as_of")

Key = tuple[str, ...]


def topic_key(claims: Sequence[Claim], attribute: Attribute) -> Key:
    """The qualifiers that define the scopes of a topic.

    If no claim states its coverage, none is asked for it: coverages declared for one subject may
    mean nothing for another. Stated days separate the claims on a stock even if no key names them;
    a cumulative figure always has a day.
    """
    key = tuple(
        n for n in attribute.key if n != "covers" or any(c.covers or c.coverage for c in claims)
    )
    if attribute.measure == "cumulative":
        return (*(name for name in key if name not in TIMES), "as_of")
    if attribute.measure == "stock" and not any(name in TIMES for name in key):
        days = {time for c in claims if (time := c.as_of or c.period) is not None}
        return (*key, "as_of") if len(days) > 1 else key
    return key
