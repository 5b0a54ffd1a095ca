"""The data of an explanation: a verdict or none, and sections of named rows."""

from __future__ import annotations

from factcheck.model import Location, Value
from factcheck.model.frozen import dataclass

Row = tuple[str, str]  # its name, and what there is to say


@dataclass(frozen=True, slots=True)
class Section:
    """Rows on one claim, one position or one question."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Description:
    """One claim for programs: its value as read, and as it was compared."""

    name: str
    text: str
    location: Location
    read: Value | None
    compared: Value | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """A complete explanation. `verdict` is None if nothing was compared.

    `how` says in a word or two how two claims were compared ("same scope"), empty for a finding.
    `findings` are the ids of the findings that it covers.
    """

    about: str
    verdict: str | None
    how: str
    sections: tuple[Section, ...]
    claims: tuple[Description, ...] = ()
    findings: tuple[str, ...] = ()
