"""What an explanation is: a verdict or none, and sections of named rows."""

from __future__ import annotations

from factcheck.model import Location, Value
from factcheck.model.frozen import dataclass

Row = tuple[str, str]  # its name, and what there is to say


@dataclass(frozen=True, slots=True)
class Section:
    """Rows that belong together: one claim, one side, one question."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Description:
    """One claim for programs: its value as it was read, and as it stood beside the others."""

    name: str
    text: str
    location: Location
    read: Value | None
    compared: Value | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """The whole chain. `verdict` is None where nothing was held against anything.

    `how` says in a word or two how two claims met ("same scope"), empty for a finding. `findings`
    are the ids of the findings in which all of it is told.
    """

    about: str
    verdict: str | None
    how: str
    sections: tuple[Section, ...]
    claims: tuple[Description, ...] = ()
    findings: tuple[str, ...] = ()
