"""Suggests the word that a curator probably meant by an unknown one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

_LONGEST = 100  # characters; whoever writes more has not misspelt a name


def suggest(word: str, candidates: Iterable[str], otherwise: str) -> str:
    """The hint for an unknown word: the most similar of `candidates`, or else `otherwise`."""
    near = _nearest(word, candidates)
    return otherwise if near is None else f"did you mean '{near}'?"


def suggest_declared(
    word: str, candidates: Iterable[str], declare: str, uses: Callable[[], Mapping[str, int]]
) -> str:
    """The hint for an undeclared name: the most similar one, its claims, and how to declare it."""
    near = _nearest(word, candidates)
    if near is None:
        return declare
    count = uses().get(near, 0)
    claims = f" ({count} claim{'s' if count != 1 else ''})" if count else ""
    return f"did you mean '{near}'?{claims} If not, {declare}"


def _nearest(word: str, candidates: Iterable[str]) -> str | None:
    if len(word) > _LONGEST:
        return None
    from factcheck.values.naming.likeness import nearest

    return nearest(word, sorted(set(candidates)))


def word_for(text: str) -> str:
    """An id made from a label: "The Quay" -> "the-quay"; empty if none can be made."""
    from factcheck.values.naming.likeness import latin

    return re.sub(r"[^a-z0-9]+", "-", latin(text).lower()).strip("-")[:60].rstrip("-")
