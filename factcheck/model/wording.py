"""Places in files, and sentences with holes for facts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


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
    forms: tuple[str, str] | None = None  # for one and for more, where {count} decides

    def __str__(self) -> str:
        return self.template.format(**{name: str(fact) for name, fact in self.facts})


def say(template: str, /, **facts: object) -> Phrase:
    """The one way to make a sentence that a reader of the report will see."""
    return Phrase(template, tuple(sorted(facts.items())) if len(facts) > 1 else (*facts.items(),))


def say_many(one: str, more: str, /, count: int, **facts: object) -> Phrase:
    """A sentence whose words depend on the fact {count}, in each language in its own way."""
    facts["count"] = count
    return Phrase(one if count == 1 else more, tuple(sorted(facts.items())), (one, more))


class Worded(str):
    """A text that we made ourselves, in English, with the phrase to tell it in another language.

    To everybody who compares, sorts or prints it, it is its English text.
    """

    __slots__ = ("phrase",)
    phrase: Phrase

    def __new__(cls, text: str, phrase: Phrase) -> Worded:
        made = super().__new__(cls, text)
        made.phrase = phrase
        return made

    def __reduce__(self) -> tuple[type[Worded], tuple[str, Phrase]]:
        return Worded, (str(self), self.phrase)


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

    def told_in(self, language: str) -> str:
        """The label in a language, else in the bare language of its tag, else the plain one."""
        labels = dict(self.labels)
        bare = language.partition("-")[0]
        return labels.get(language) or labels.get(bare) or self.plain


def with_labels(text: str, labels: tuple[tuple[str, str], ...], plain: str = "") -> str:
    """A text of a registry that languages call by labels of their own.

    It stays the same text to whoever compares it. Without a label in a language, it is told as
    `plain`, or as it is.
    """
    plain = plain or text
    if not labels and plain == text:
        return text
    return Worded(text, Phrase("{label}", (("label", Label(plain, labels)),)))


def told(template: str, /, **facts: object) -> Worded:
    """A text with holes for facts, where a phrase will not do: a label, a figure, a part."""
    phrase = say(template, **facts)
    return Worded(str(phrase), phrase)


def joined(parts: Iterable[str], sign: str = ", ") -> str:
    """The parts with a sign between them, each still to be told in another language."""
    parts = tuple(parts)
    if len(parts) == 1:
        return parts[0]
    text = sign.join(parts)
    if not any(isinstance(part, Worded) for part in parts):
        return text
    names = [f"part{number}" for number in range(len(parts))]
    holes = sign.join(f"{{{name}}}" for name in names)
    return Worded(text, Phrase(holes, tuple(zip(names, parts, strict=True))))


def both(parts: Iterable[str]) -> str:
    """The parts, each of which holds: "a, b and c"."""
    parts = tuple(parts)
    if len(parts) < 2:
        return parts[0] if parts else ""
    return told("{first} and {last}", first=joined(parts[:-1]), last=parts[-1])


def either(parts: Iterable[str]) -> str:
    """The parts, of which one holds: "a, b or c"."""
    parts = tuple(parts)
    if len(parts) < 2:
        return parts[0] if parts else ""
    return told("{first} or {last}", first=joined(parts[:-1]), last=parts[-1])


def bracketed(text: str) -> str:
    """The text in brackets after a blank; nothing for nothing."""
    return told(" ({text})", text=text) if text else ""


def own(text: str) -> str:
    """Marks a text of ours that is told later on, by say or told: catalogues must have it."""
    return text
