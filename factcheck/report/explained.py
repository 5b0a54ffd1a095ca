"""Views of findings with their explanations: open ones for frames and comments, all for JSON."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from factcheck.model import KnownValue, Location
from factcheck.model.frozen import dataclass
from factcheck.report.summary import FindingLine, Summary


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim as one line of the report."""

    id: str
    source: str  # its id
    outlet: str
    published: str
    text: str  # the value as written
    reading: str  # how it was read, empty where that says no more than the text
    quote: tuple[str, str, str]  # before the value, the value, after it
    passage: tuple[str, str, str]  # the same; the text alone where the quote words it differently
    location: Location  # of the value
    status: str | None
    covers: tuple[str, str | None]  # the source's words, the coverage that they name


@dataclass(frozen=True, slots=True)
class PositionView:
    """One position of a disagreement."""

    value: str
    outlets: tuple[str, ...]
    origins: int  # independent ones that are known
    backing: str  # the same in words; empty where the position is a spelling
    claims: tuple[ClaimView, ...]
    foremost: tuple[ClaimView, ...]  # those that a frame shows, one of each source first
    others: int  # how many it counts instead


@dataclass(frozen=True, slots=True)
class WeightView:
    """The materiality of a finding. `score` orders findings; readers see the words."""

    score: Decimal
    ratio: Decimal | None  # the larger figure over the smaller one
    uncertainties: Decimal | None  # how many times what both leave open they are apart
    origins: tuple[int, ...]  # independent ones of each position
    words: str


@dataclass(frozen=True, slots=True)
class CommandView:
    """A shell command to type, and its purpose."""

    purpose: str
    line: str


@dataclass(frozen=True, slots=True)
class FindingView(FindingLine):
    """One finding with its complete explanation."""

    positions: tuple[PositionView, ...]  # each with the claims of no other one, if it has any
    fitting: tuple[PositionView, ...]  # claims that fit several of them: "fits both: 12 / 14"
    hints: tuple[str, ...]
    causes: tuple[str, ...]
    steps: tuple[str, ...]
    why: str  # why it is changed or reopened; empty where it is neither
    weight: WeightView
    commands: tuple[CommandView, ...]  # what to type next; the last one shows every step
    content: tuple[KnownValue, ...]  # what a later run remembers


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule for readers: its first sentence, and the rest of its docstring as Markdown."""

    name: str
    summary: str
    help: str


@dataclass(frozen=True, slots=True)
class Explained:
    """The summary, with the explanation of each finding that needs attention."""

    summary: Summary
    findings: Mapping[str, FindingView]  # by id
    rules: tuple[RuleView, ...]  # all of them, by name


@dataclass(frozen=True, slots=True)
class UncheckedView:
    """The claims that were not compared for one reason, and what would make them comparable."""

    reason: str
    sentence: str
    todo: str
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class RecordView:
    """All results of a run, for programs."""

    summary: Summary
    findings: tuple[FindingView, ...]  # in the order of the summary
    unchecked: tuple[UncheckedView, ...]
