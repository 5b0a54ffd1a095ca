"""The tables of a language as a run needs them, worked out when its data file changes.

`python -m checks.languages` writes them beside the data files. Each says what it was made from:
where that is no longer so, a run works them out anew, which takes it longer. A test holds them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "languages"
FOLDER = DATA / "tables"
PHRASES = ("phrases", "exact", "inside", "lexicon")
"""The tables of phrases: what each can mean, by the part that it plays."""

_TAG = re.compile(r"[a-z]{2,3}")


def _decimals(pair: Any) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, pair))


_READ: Mapping[str, Callable[[Any], Any]] = {
    "fraction": Fraction,
    **dict.fromkeys(("vague", "plural"), _decimals),
    **dict.fromkeys(("far", "shift", "era", "era_after", "years"), tuple),
}
"""How a meaning that JSON cannot hold is read, by the part."""


@cache
def tables_of(tag: str) -> Mapping[str, Any] | None:
    """The tables of a bare language; None where it has none, or its data file changed."""
    if not _TAG.fullmatch(tag):
        return None
    try:
        made = json.loads((FOLDER / f"{tag}.json").read_bytes())
        if made["made_from"] != made_from(tag):
            return None
    except FileNotFoundError:
        return None
    for table, phrase, part in made.pop("special"):
        meanings = made[table][phrase]
        meanings[part] = _READ[part](meanings[part])
    return dict(made)


def made_from(tag: str) -> str:
    """A digest of all that the tables of a language follow from, but for the program."""
    files = (DATA / f"{tag}.toml", DATA / "symbols.toml")
    return sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()


def as_text(tag: str, tables: Mapping[str, Any]) -> str:
    """The tables as the file that `tables_of` reads."""
    special = sorted(_special(tables))
    whole = {"made_from": made_from(tag), "special": special, **tables}
    return json.dumps(whole, ensure_ascii=False, indent=0, default=_written) + "\n"


def _special(tables: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    for table in PHRASES:
        for phrase, meanings in tables[table].items():
            yield from ((table, phrase, part) for part in meanings if part in _READ)


def _written(value: object) -> str:
    assert isinstance(value, Fraction | Decimal)
    return str(value)
