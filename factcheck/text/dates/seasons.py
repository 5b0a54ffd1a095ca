"""The months of a season, which lie half a year apart on the two halves of the earth."""

from __future__ import annotations

from factcheck.model import Phrase, say
from factcheck.text.cldr import territory
from factcheck.text.context import Context
from factcheck.text.dates.spans import SEASON_MONTHS, SEASONS

SOUTHERN = frozenset(
    {
        *("AO", "AR", "AU", "BO", "BR", "BW", "CL", "FJ", "FK", "LS", "MG", "MU", "MW", "MZ"),
        *("NA", "NC", "NZ", "PE", "PF", "PG", "PY", "RE", "SZ", "TO", "UY", "VU", "WS", "ZA"),
        *("ZM", "ZW"),
    }
)
"""Countries (ISO 3166) whose seasons are the southern ones."""


def season_months(season: str, context: Context, notes: list[Phrase]) -> tuple[int, int]:
    """The first and the last month of a meteorological season; 13 is January of the next year.

    The country of the context decides, else the region of its language; without one the season is
    a northern one. A southern one is noted.
    """
    country = context.country or territory(context.language)
    first, last = SEASON_MONTHS[SEASONS[season]]
    if country not in SOUTHERN:
        return first, last
    notes.append(
        say("seasons are those of the southern half of the earth, as in {country}", country=country)
    )
    shift = 6 if first <= 6 else -6
    return first + shift, last + shift
