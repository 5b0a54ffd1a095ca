"""Places in files, and sentences with holes for facts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """Where something stands: path as given, line and column from 1, length in characters."""

    path: str
    line: int
    column: int
    length: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """A fault of form: a file cannot be used as it is written."""

    location: Location
    message: str
    hint: str = ""

    def __str__(self) -> str:
        return f"{self.location}: {self.message}" + (f"\n  hint: {self.hint}" if self.hint else "")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence with named holes: the template is the key of its translation, facts fill it."""

    template: str
    facts: tuple[tuple[str, object], ...] = ()

    def __str__(self) -> str:
        return self.template.format(**{name: str(fact) for name, fact in self.facts})


def say(template: str, /, **facts: object) -> Phrase:
    """The one way to make a sentence that a reader of the report will see."""
    return Phrase(template, tuple(sorted(facts.items())))
