"""Years that are counted from another beginning than those of the common era."""

from __future__ import annotations

from datetime import date

from factcheck.model import Period
from factcheck.text.cldr import base_language
from factcheck.text.context import Context, ReadingError

_HIJRA, _SOLAR = "from the Hijra", "from the Hijra, by the sun"
_COUNTED: dict[str, tuple[int, int, str]] = {
    **dict.fromkeys(("ar", "ur", "ug", "sd", "ms"), (1300, 1500, _HIJRA)),
    **dict.fromkeys(("fa", "ps", "ckb", "lrc", "mzn"), (1200, 1500, _SOLAR)),
    **dict.fromkeys(("he", "yi"), (5000, 6000, "from the Creation")),
    **dict.fromkeys(("th", "km", "lo"), (2400, 2700, "from the Buddha")),
    "my": (1200, 1500, "by the Burmese era"),
    "ne": (2056, 2200, "by the Bikram era"),
}
"""Languages whose sources may count their years so, and the years that are then meant."""

_BEGINNINGS = frozenset(language[:3] for language in _COUNTED) | {
    f"{language}{sign}" for language in _COUNTED for sign in "-_"
}
"""How a tag of one of them begins: most texts are in none."""


def check(period: Period, original: str, context: Context) -> None:
    """Raises ReadingError where a year may be one of another era: it is never taken as CE."""
    if context.language[:3] not in _BEGINNINGS:
        return
    counted = _COUNTED.get(base_language(context.language))
    if counted is None:
        return
    first, last, beginning = counted
    ends = [day.year for day in (period.start, period.end) if day not in (date.min, date.max)]
    if any(first <= year <= last for year in ends):
        raise ReadingError(
            f'"{original.strip()[:60]}" may count its years {beginning}: write the year of the '
            "common era, with its sign if the year is small"
        )


def no_date(digits: str, has_month: bool) -> str:
    """Why a number in a date is neither its year nor its day, and what to write."""
    if len(digits) == 3:
        return (
            f"has the number {digits}, which is no year of four figures: write it with AD or "
            "CE, or with its era, as in 民國110年"
        )
    if has_month and len(digits) == 2:
        return f"does not say whether {digits} is the year or the day: write the year in full"
    return f"has the number {digits[:20]}, which is no date: write it as 2025-10-05"
