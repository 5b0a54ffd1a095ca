"""The qualifiers that part the claims of one topic: those of its attribute's key, as far as the
topic's claims use them, and the days of a figure that changes from day to day.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Attribute, Claim

TIMES = ("period", "as_of")

Key = tuple[str, ...]


def topic_key(claims: Sequence[Claim], attribute: Attribute) -> Key:
    """The qualifiers by which the claims of a topic are parted.

    Where no claim says what it covers, nobody is asked for it: coverages that are declared for one
    subject may mean nothing for another. Days that are stated part a stock, though no key names
    them; a cumulative figure always has its day.
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
