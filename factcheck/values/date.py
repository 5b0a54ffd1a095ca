"""Days on which something happened, as exactly as the source says: a day, a month, a year."""

from __future__ import annotations

from factcheck.values.period import PeriodKind


class DateKind(PeriodKind):
    """When something happened. Read and compared as a period: "2022" and "October 2022" refine."""

    name = "date"
    examples = ("3 May 2021", "9 May 2021", "12 July 2022", "30 July 2022")


KIND = DateKind()
