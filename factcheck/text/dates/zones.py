"""Time zones as texts name them, by how many minutes their clocks are ahead of UTC."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from factcheck.text.language import fold

Offsets = tuple[int, ...]


class Zone(NamedTuple):
    """A zone as it is written, and how far ahead of UTC it may be; none where that is unknown.

    `whole_day` says that its times are told by a clock of 24 hours, in any language.
    """

    name: str = ""
    offsets: Offsets = ()
    whole_day: bool = False


NO_ZONE = Zone()


class Found(NamedTuple):
    """A zone and where it stands."""

    zone: Zone
    start: int
    end: int


_H = 60
_ANY: dict[str, Offsets] = {
    "utc": (0,),
    "gmt": (0,),
    "jst": (9 * _H,),
    "kst": (9 * _H,),
    "hkt": (8 * _H,),
    "sgt": (8 * _H,),
    "msk": (3 * _H,),
    "cet": (_H,),
    "mez": (_H,),
    "cest": (2 * _H,),
    "mesz": (2 * _H,),
    "eet": (2 * _H,),
    "eest": (3 * _H,),
}
"""Abbreviations that name a zone in any language."""

_ENGLISH: dict[str, Offsets] = {
    "est": (-5 * _H,),
    "edt": (-4 * _H,),
    "et": (-5 * _H, -4 * _H),
    "cdt": (-5 * _H,),
    "ct": (-6 * _H, -5 * _H),
    "cst": (-6 * _H, 8 * _H),
    "mst": (-7 * _H,),
    "mdt": (-6 * _H,),
    "mt": (-7 * _H, -6 * _H),
    "pst": (-8 * _H,),
    "pdt": (-7 * _H,),
    "pt": (-8 * _H, -7 * _H),
    "bst": (_H, 6 * _H),
    "ist": (5 * _H + 30, _H, 2 * _H),
    "wet": (0,),
    "west": (_H,),
    "aest": (10 * _H,),
    "aedt": (11 * _H,),
    "awst": (8 * _H,),
    "acst": (9 * _H + 30,),
    "nzst": (12 * _H,),
    "nzdt": (13 * _H,),
    "sast": (2 * _H,),
    "pkt": (5 * _H,),
}
"""Those that are words in other languages. Some are used for two zones: both are possible."""

_WORDS: dict[str, Zone] = {
    "北京时间": Zone("BEIJING", (8 * _H,)),
    "北京時間": Zone("BEIJING", (8 * _H,)),
    "日本時間": Zone("JST", (9 * _H,)),
    "beijing time": Zone("BEIJING", (8 * _H,)),
    "moscow time": Zone("MSK", (3 * _H,)),
    "london time": Zone("LONDON", (0, _H)),
    "eastern time": Zone("ET", (-5 * _H, -4 * _H)),
    "central time": Zone("CT", (-6 * _H, -5 * _H)),
    "mountain time": Zone("MT", (-7 * _H, -6 * _H)),
    "pacific time": Zone("PT", (-8 * _H, -7 * _H)),
    "ora italiana": Zone("ITALY", (_H, 2 * _H)),
    "heure de paris": Zone("PARIS", (_H, 2 * _H)),
    "hora peninsular": Zone("SPAIN", (_H, 2 * _H)),
    "horário de brasília": Zone("BRASILIA", (-3 * _H,)),
}
_OFFSET = r"(?:(?:utc|gmt) ?[+-]\d{1,2}(?::?\d{2})?|[+-]\d{2}:\d{2})"
_PARTS = re.compile(r"(?:utc|gmt)?\s?([+-])(\d{1,2})(?::?(\d{2}))?")


def zone_in(text: str, code: str) -> Found | None:
    """The time zone that a folded text of a language names, and where."""
    if found := _SPELLED.search(text):
        return Found(_FOLDED[found.group()], *found.span())
    for found in _short(code == "en").finditer(text):
        if found[1] != "z" or text[: found.start()][-1:].isdigit():
            return Found(zone_of(found[1]), *found.span())
    return None


_FOLDED = {fold(words): zone for words, zone in _WORDS.items()}
_SPELLED = re.compile("|".join(map(re.escape, _FOLDED)))


@cache
def _short(english: bool) -> re.Pattern[str]:
    """Offsets and abbreviations of zones, those among them that only English has."""
    named = "|".join(_ANY | (_ENGLISH if english else {}))
    return re.compile(rf"(?<![^\W\d_])\(?({_OFFSET}|z|{named})\)?(?![^\W_])")


def zone_of(written: str) -> Zone:
    """The zone of an abbreviation or an offset, as in "est", "utc+3", "-05:00" and "z"."""
    written = written.casefold()
    if written == "z":
        return Zone("UTC", (0,), whole_day=True)
    if parts := _PARTS.fullmatch(written):
        minutes = int(parts[2]) * 60 + int(parts[3] or 0)
        offset = minutes if parts[1] == "+" else -minutes
        return Zone(written.upper().replace(" ", ""), (offset,), whole_day=True)
    return Zone(written.upper(), (_ANY | _ENGLISH).get(written, ()), written in _ANY)
