"""What only a page shows: the work to do, what is said of each subject, and ways to find."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.model import Location
from factcheck.reporting.lazy import LazyView


@dataclass(frozen=True)
class PointView(LazyView):
    """Something that is named in passing, and where on the page it stands."""

    target: str  # the anchor, without "#"
    words: str
    aside: str = field(default_factory=str)
    subject: str = ""  # ids, by which it is filtered
    sources: tuple[str, ...] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class TaskView:
    """One thing to do, or one outlet to ask, and all that it is about, the weightiest first."""

    todo: str
    points: tuple[PointView, ...]


@dataclass(frozen=True, slots=True)
class WorkView:
    """What one kind of person can do next."""

    who: str  # "editor", "outlet" or "curator"
    title: str
    lead: str
    tasks: tuple[TaskView, ...]


@dataclass(frozen=True)
class SaidView(LazyView):
    """One claim in the list of what is said of its subject."""

    name: str  # source/id
    source: str
    attribute: str
    scope: str  # its qualifiers in words
    text: str
    language: str
    outlet: str
    location: Location
    findings: tuple[str, ...]  # ids, in the order of the report


@dataclass(frozen=True)
class SubjectView(LazyView):
    """A subject, and every claim on it by attribute."""

    id: str
    label: str
    said: Sequence[SaidView]
    findings: int


@dataclass(frozen=True, slots=True)
class OptionView:
    """One value that findings may be narrowed to, and how many have it."""

    value: str
    words: str
    count: int


@dataclass(frozen=True, slots=True)
class FacetView:
    """A question by which findings are narrowed: their state, their verdict, their source."""

    key: str
    label: str
    every: str  # what is said where nothing is chosen
    options: tuple[OptionView, ...]


@dataclass(frozen=True, slots=True)
class GapView:
    """Something that was not checked: how much, why, and where it is listed."""

    count: int
    words: str
    target: str


@dataclass(frozen=True)
class LetterView(LazyView):
    """A letter to the editors of an outlet, paragraph by paragraph, ready to be copied."""

    outlet: str
    paragraphs: tuple[str, ...]
    language: str = "en"  # its own, as far as the report has it


@dataclass(frozen=True)
class PrintableView(LazyView):
    """What may be printed of a finding as it stands, and whom to write to about it.

    No sentence and no question takes a side. `corrections` are there only while a decision prefers
    one; they go to the outlets that say something else.
    """

    sentences: Sequence[str] = field(default_factory=tuple)
    questions: tuple[LetterView, ...] = field(default_factory=tuple)
    corrections: tuple[LetterView, ...] = field(default_factory=tuple)
