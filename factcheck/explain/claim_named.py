"""Finds the claim whose name a user types."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.model import Claim
from factcheck.values.naming.likeness import nearest

MOST_TYPED = 200


class UnknownClaim(Exception):
    """No claim has this name. The message is a sentence, with a similar name."""


def claim_named(name: str, claims: Mapping[str, Claim]) -> Claim:
    """The claim called source/id. Raises UnknownClaim."""
    if name in claims:
        return claims[name]
    shown = name[:MOST_TYPED]
    source, _, id = shown.partition("/")
    own = [known for known in claims if known.startswith(f"{source}/")]
    if own:
        like = nearest(id, [known.partition("/")[2] for known in own])
        hint = f"{source}/{like}" if like is not None else None
        if hint is None:
            more = f" and {len(own) - 3} more" if len(own) > 3 else ""
            raise UnknownClaim(
                f"There is no claim '{shown}'. The source has {', '.join(own[:3])}{more}."
            )
    else:
        hint = nearest(shown, sorted(claims)) or _by_source(source, id, claims)
    described = f" Did you mean '{hint}'?" if hint is not None else ""
    raise UnknownClaim(f"There is no claim '{shown}'.{described}")


def _by_source(source: str, id: str, claims: Mapping[str, Claim]) -> str | None:
    like = nearest(source, sorted({claim.source.id for claim in claims.values()}))
    return f"{like}/{id}" if like is not None and f"{like}/{id}" in claims else None
