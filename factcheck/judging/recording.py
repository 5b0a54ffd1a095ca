"""Converts the claims of a position to and from a record: digests by claim name, or a list of
names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from factcheck.judging.meaning import DIGITS
from factcheck.model import KnownValue

_DIGEST = re.compile(rf"[0-9a-f]{{{DIGITS}}}")


def claims_of_record(known: KnownValue) -> Mapping[str, str] | list[str]:
    """The claims as a record stores them: with digests, or as names alone if one has none."""
    digests = dict(known.digests)
    return digests if digests.keys() == set(known.claims) else list(known.claims)


def known_value(value: str, claims: object) -> KnownValue | None:
    """The inverse, also for JSON, where null stands for a missing digest.

    None if the claims are malformed.
    """
    match claims:
        case [*names] if names and all(isinstance(name, str) for name in names):
            return KnownValue(value, tuple(sorted(map(str, names))))
        case {} if claims and all(map(_is_digest, claims.values())):
            digests = {name: digest for name, digest in claims.items() if digest is not None}
            return KnownValue(value, tuple(sorted(claims)), tuple(sorted(digests.items())))
    return None


def _is_digest(found: object) -> bool:
    return found is None or (isinstance(found, str) and _DIGEST.fullmatch(found) is not None)
