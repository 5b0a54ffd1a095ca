"""What sources say: sources and their claims."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from factcheck.model.decision import Resolution
from factcheck.model.frozen import dataclass
from factcheck.model.value import Period, Value
from factcheck.model.vocabulary import Attribute, Subject, Vocabulary
from factcheck.model.wording import Diagnostic, Location

STATUSES = (
    *("actual", "confirmed", "provisional", "estimate", "rumoured"),
    *("committed", "planned", "projected", "conditional", "trial"),
    "denied",
)
"""How firm a claim may be: what is or was, what is to be, each from firm to less firm; a denial."""


@dataclass(frozen=True, slots=True)
class Archive:
    """An archived copy of a source's text: a file of the archive folder, its digest, its day."""

    file: str
    sha256: str | None = None
    retrieved: Period | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """The source's own words; prefix and suffix tell equal ones apart (W3C TextQuoteSelector)."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A passage of a source that a curator read and takes for no claim."""

    quote: Quote
    reason: str


@dataclass(frozen=True, eq=False)
class Source:
    """One article, report or data set by one outlet at one date."""

    id: str
    outlet: str
    title: str
    published: Period
    language: str
    location: Location
    url: str | None = None
    archived_url: str | None = None
    updated: Period | None = None
    replaces: str | None = None
    retracted: Period | None = None
    genre: str = "news"
    cites: tuple[str, ...] = ()
    archive: Archive | None = None
    ours: bool = False
    note: str = ""
    primary: bool | None = None  # whether it knows by itself what it says; None: not stated
    fiscal_year_named_by: str | None = None  # a fiscal year's "start" or "end"
    curated_by: tuple[str, ...] = ()
    settled_by: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    text_sha256: str | None = None  # of the text that was taken out of the archived file


@dataclass(frozen=True, slots=True)
class Draft:
    """What a claim that nobody has confirmed may be about, the likeliest first."""

    subjects: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False, slots=True)
class Claim:
    """One source says that one attribute of one subject has one value.

    `value` is None where the text says that no value is given. A qualifier that is None is unknown.
    """

    id: str
    source: Source
    subject: Subject
    subject_text: str  # as the source writes it
    attribute: Attribute
    text: str  # the value as the source writes it
    value: Value | None
    location: Location
    places: Mapping[str, Location]  # of each key that is written, the place of its value
    language: str
    read_as: str | None = None
    read_as_reason: str = ""
    period: Period | None = None
    period_text: str = ""
    as_of: Period | None = None
    relative_to: Period | None = None
    place: str | None = None
    covers: str = ""  # the source's own words on what the value counts
    coverage: str | None = None  # id of the one that the attribute declares for these words
    excludes: str = ""  # the source's own words on what the value leaves out
    excluded: str | None = None  # id of the coverage that these words name
    basis: str | None = None
    status: str | None = None
    conditions: tuple[str, ...] = ()  # the source's words for what it depends on
    attributed_to: tuple[str, ...] = ()
    quote: Quote | None = None
    locator: str = ""
    note: str = ""
    ignore: bool = False
    fiscal_year_named_by: str | None = None  # a fiscal year's "start" or "end"
    draft: Draft | None = None  # nobody has confirmed it: it is compared with nothing
    name: str = field(init=False)  # in the whole corpus: source/id

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", f"{self.source.id}/{self.id}")

    def is_twin(self, other: Claim) -> bool:
        """Whether both were curated from the very same words: one statement, typed twice."""
        return self.source is other.source and self.quote is not None and self.quote == other.quote

    def compared_by(self, qualifier: str) -> str | None:
        """What a qualifier that is no time is compared by: its words; of `covers`, the coverage."""
        match qualifier:
            case "covers":
                return self.coverage
            case "conditions":
                return "; ".join(sorted(self.conditions, key=str.casefold))
        words: str | None = getattr(self, qualifier)
        return words

    def at(self, key: str) -> Location:
        """Where the value of `key` stands, or the claim itself where the key is not written."""
        return self.places.get(key, self.location)


@dataclass(frozen=True, slots=True)
class Screened:
    """What of a large table became claims, and which were cleared by their intervals alone.

    `looked_at` are the rows that became claims, `disagreeing` the topics for which they did;
    `bad` rows cannot be read, and `left` rows were too many to be looked at.
    """

    rows: int
    topics: int
    disagreeing: int
    looked_at: int
    bad: int = 0
    left: int = 0

    @property
    def cleared(self) -> int:
        """Rows of topics in which all agree."""
        return self.rows - self.looked_at - self.bad - self.left


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading gives: claims ready to be grouped, and every fault of every file."""

    vocabulary: Vocabulary
    sources: tuple[Source, ...]
    claims: tuple[Claim, ...]
    archives: Mapping[str, str]  # source id -> text
    diagnostics: tuple[Diagnostic, ...]
    archived: bool = False  # whether a folder of archived copies was given to look for quotes in
    resolutions: tuple[Resolution, ...] = ()
    screened: Screened | None = None
    drafts: tuple[Claim, ...] = ()  # claims that nobody has confirmed: they take part in nothing
