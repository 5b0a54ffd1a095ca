"""How the value of a setting is read: each reader takes what TOML gives, or says what is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Any

Read = Callable[[Any], Any]

_LONGEST = 100  # characters of a value that a message repeats
_SHARE = re.compile(r"([0-9]{1,20}(?:\.[0-9]{1,20})?) ?(%?)")
LARGEST_SHARE = Decimal(1000)
MOST_DAYS = 36525


class Unfit(Exception):
    """A value that a setting cannot have: message, hint, and the item of a list that is meant."""

    def __init__(self, message: str, hint: str, item: str | None = None) -> None:
        super().__init__(message)
        self.hint, self.item = hint, item


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value: what it takes, in words, and its reader, which raises Unfit."""

    takes: str
    read: Read


def suggested(word: str, known: Iterable[str], otherwise: str) -> str:
    """The nearest of the known words as a hint, or else something else to do."""
    from factcheck.loading.suggestions import suggest

    return suggest(word, known, otherwise)


def one_of(*words: str, off: str = "") -> Kind:
    """One of these words; `off` is what to do for those who want none of them."""
    listed = ", ".join(f"'{word}'" for word in words)

    def read(value: object) -> str:
        if isinstance(value, str) and value in words:
            return value
        if off and value in (False, "off", "none", "never", "ignore"):
            raise Unfit(f"{shown(value)} is not one of {listed}", off)
        near = suggested(value, words, f"write one of {listed}") if isinstance(value, str) else ""
        raise Unfit(f"{shown(value)} is not one of {listed}", near or f"write one of {listed}")

    return Kind(" or ".join(f"`{w}`" for w in words), read)


def names(
    known: Callable[[], Collection[str]],
    what: str,
    all_of_them: str,
    now: Callable[[str], str] = str,
) -> Kind:
    """A list of names that are known; `all_of_them` is the command that lists them.

    `now` gives what bears a name today, for names that were changed.
    """

    def read(value: object) -> tuple[str, ...]:
        if isinstance(value, str):
            raise Unfit(f"{shown(value)} is not a list", f'write it in brackets: ["{value[:99]}"]')
        if not isinstance(value, list):
            raise Unfit(f"{shown(value)} is not a list of {what}s", 'write ["one", "another"]')
        for item in value:
            if not isinstance(item, str):
                raise Unfit(f"{shown(item)} is not the name of a {what}", "write it in quotes")
            if now(item) not in known():
                hint = suggested(item, known(), f"`{all_of_them}` lists them all")
                raise Unfit(f"there is no {what} {shown(item)}", hint, item)
        return tuple(sorted({now(item) for item in value}))

    return Kind(f"a list of {what}s", read)


def _yes_or_no(value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise Unfit(f"{shown(value)} is neither true nor false", "write true or false, without quotes")


def _days(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= MOST_DAYS:
        return value
    raise Unfit(f"{shown(value)} is no number of days", f"write a number from 1 to {MOST_DAYS:,}")


def _count(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 1_000_000:
        return value
    raise Unfit(f"{shown(value)} is no count", "write a number from 1 to 1,000,000")


def _share(value: object) -> Decimal:
    text = str(value) if isinstance(value, int | Decimal | str) else ""
    found = _SHARE.fullmatch(text)
    if found is None or isinstance(value, bool):
        raise Unfit(f"{shown(value)} is no share", 'write "2 %" or 0.02')
    share = Decimal(found[1]) / (100 if found[2] else 1)
    if share > LARGEST_SHARE:
        raise Unfit(f"{shown(value)} is too large a share", 'write "2 %" or 0.02')
    return share


def _inside(value: object) -> str:
    """A path that stays in the folder of the settings: a pull request may have changed them."""
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        raise Unfit(f"{shown(value)} is no path", 'write the path of a folder, as in "claims"')
    path = PurePosixPath(value)
    if path.is_absolute() or ".." in path.parts or "\\" in value or ":" in value:
        raise Unfit(
            f"{shown(value)} may lead out of the folder of the settings",
            "give such a path on the command line",
        )
    return str(path)


YES_OR_NO = Kind("`true` or `false`", _yes_or_no)
DAYS = Kind("a number of days", _days)
COUNT = Kind("a number", _count)
SHARE = Kind('a share: `"2 %"` or `0.02`', _share)
FOLDER = Kind("a path, as seen from the settings", _inside)


def shown(value: object) -> str:
    """A value as a message repeats it, however long it is."""
    if isinstance(value, dict):
        return "a table"
    text = "true" if value is True else "false" if value is False else str(value)
    return f"'{text[:_LONGEST]}'"
