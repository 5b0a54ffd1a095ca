"""Places in files, and sentences with holes for facts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeAlias

from factcheck.model.frozen import dataclass


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
    """A text of ours: a template, which is the key of its translation, with facts in its holes.

    It is no str: what sorts, joins or compares it by its English says so with `str`, and whatever
    would make it English in passing (`+`, an f-string) raises TypeError.
    """

    template: str
    facts: tuple[tuple[str, object], ...] = ()
    forms: tuple[str, str] | None = None  # for one and for more, where {count} decides
    english: str | None = None  # where the template does not give it: 1,234 for a Decimal

    def __str__(self) -> str:
        if self.english is not None:
            return self.english
        return self.template.format(**{name: str(fact) for name, fact in self.facts})

    def __format__(self, spec: str) -> str:
        raise TypeError(f"a phrase is a fact of another phrase, or str of it is meant: {self!s}")


Wording: TypeAlias = str | Phrase
"""A text that may be a source's or a registry's own words (str), or ours (Phrase)."""


def say(template: str, /, **facts: object) -> Phrase:
    """The one way to make a text that a reader of the report will see."""
    return Phrase(template, tuple(sorted(facts.items())) if len(facts) > 1 else (*facts.items(),))


def in_english(english: str, template: str, /, **facts: object) -> Phrase:
    """The same, where English writes the facts otherwise than `str` does."""
    return Phrase(template, tuple(sorted(facts.items())), english=english)


def say_many(one: str, more: str, /, count: int, **facts: object) -> Phrase:
    """A sentence whose words depend on the fact {count}, in each language in its own way."""
    facts["count"] = count
    return Phrase(one if count == 1 else more, tuple(sorted(facts.items())), (one, more))


@dataclass(frozen=True, slots=True)
class Dated:
    """A day, or the month or year of it, as a fact that each language writes in its own way."""

    day: date
    parts: str  # CLDR's skeleton: "yMMMd", "yMMM"

    def __str__(self) -> str:
        return self.day.isoformat() if "d" in self.parts else f"{self.day:%Y-%m}"


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language, by its tag, as a fact that each language calls by its own name for it."""

    tag: str


@dataclass(frozen=True, slots=True)
class Label:
    """What a registry calls a thing, as a fact that each language writes by its own label."""

    plain: str
    labels: tuple[tuple[str, str], ...]  # (language, what is said in it)

    def __str__(self) -> str:
        return self.plain

    def label_in(self, language: str) -> str:
        """The label in a language, else in the bare language of its tag, else the plain one."""
        labels = dict(self.labels)
        bare = language.partition("-")[0]
        return labels.get(language) or labels.get(bare) or self.plain


def with_labels(text: str, labels: tuple[tuple[str, str], ...], plain: str = "") -> Wording:
    """A text of a registry that languages call by labels of their own.

    Its English is the same text. Without a label in a language, it is told as `plain`, or as it is.
    """
    plain = plain or text
    if not labels and plain == text:
        return text
    return in_english(text, "{label}", label=Label(plain, labels))


def joined(parts: Iterable[Wording], sign: str = ", ") -> Wording:
    """The parts with a sign between them, each still to be told in another language."""
    parts = tuple(parts)
    if len(parts) == 1:
        return parts[0]
    plain = [part for part in parts if isinstance(part, str)]
    if len(plain) == len(parts):
        return sign.join(plain)
    names = [f"part{number}" for number in range(len(parts))]
    holes = sign.join(f"{{{name}}}" for name in names)
    return Phrase(holes, tuple(zip(names, parts, strict=True)))


def both(parts: Iterable[Wording]) -> Wording:
    """The parts, each of which holds: "a, b and c"."""
    parts = tuple(parts)
    if len(parts) < 2:
        return parts[0] if parts else ""
    return say("{first} and {last}", first=joined(parts[:-1]), last=parts[-1])


def either(parts: Iterable[Wording]) -> Wording:
    """The parts, of which one holds: "a, b or c"."""
    parts = tuple(parts)
    if len(parts) < 2:
        return parts[0] if parts else ""
    return say("{first} or {last}", first=joined(parts[:-1]), last=parts[-1])


def bracketed(text: Wording) -> Wording:
    """The text in brackets after a blank; nothing for nothing."""
    return say(" ({text})", text=text) if text else ""


def own(text: str) -> str:
    """Marks a text of ours that is told later on, by say: catalogues must have it."""
    return text
