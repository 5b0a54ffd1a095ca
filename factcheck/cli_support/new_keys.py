"""What `factcheck new` may be given for each kind of entry: tables, and the flags they make."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

from factcheck.model import STATUSES
from factcheck.model.frozen import dataclass
from factcheck.values import KINDS

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Key:
    """A key of an entry, what it takes, and whether a terminal asks for it though it is optional.

    `one` is the flag's name where the key takes several and each is given by a flag of its own.
    """

    name: str
    help: str
    required: bool = False
    asked: bool = False
    one: str | None = None
    yes: bool = False

    @property
    def flag(self) -> str:
        """The flag as it is typed."""
        return f"--{(self.one or self.name).replace('_', '-')}"


ID = Key("id", "The id; default: made from the label.")
LABEL = Key("label", "The name by which reports call it.", required=True)
NOTE = Key("note", "A note for colleagues.")

KEYS: Mapping[str, tuple[Key, ...]] = {
    "source": (
        Key("outlet", "Who published it.", required=True),
        Key("title", "Its title.", required=True),
        Key("published", "The day, as in 2026-01-22.", required=True),
        Key("language", "The code of its language, as in en or it.", required=True),
        Key("id", "The id, and the file's name; default: made from outlet and day."),
        Key("url", "Its address.", asked=True),
        Key("archived_url", "The address of an archived copy."),
        Key("updated", "The day of a later version."),
        Key("replaces", "A source whose claims it replaces."),
        Key("genre", "news, aggregation, machine-translation, generated, filing or data set."),
        Key("primary", "It knows by itself what it says.", yes=True),
        Key("cites", "An origin that it names. May be repeated.", one="cites"),
        Key("ours", "It is our own story.", yes=True),
        Key("fiscal_year_named_by", "start or end: what its fiscal years are named by."),
        Key("curated_by", "Who typed its claims. May be repeated.", one="curated-by"),
        NOTE,
    ),
    "subject": (
        LABEL,
        ID,
        Key("aliases", "Another name. May be repeated.", one="alias"),
        Key("misspellings", "A known misspelling. May be repeated.", one="misspelling"),
        Key("part_of", "The id of the whole it belongs to."),
        Key("family", "The id of its family: what is said of that is said of it."),
        Key("country", "Two capital letters: decides what $ means."),
        Key("fiscal_year_starts", "Month and day, as in 04-01."),
        Key("fiscal_year_named_by", "start or end: which of its two years names a fiscal year."),
        NOTE,
    ),
    "attribute": (
        LABEL,
        Key("kind", f"{', '.join(KINDS[:-1])} or {KINDS[-1]}.", required=True),
        ID,
        Key("unit", "The unit or currency in which values are compared.", asked=True),
        Key("measure", "flow (adds up over a period), net (may be negative), stock or "
            "cumulative (a toll that grows)."),
        Key("key", "A qualifier without which two values cannot be compared: period, as_of, "
            "place, covers, basis or conditions. May be repeated.", asked=True, one="key"),
        Key("tolerance", "A gap that still counts as the same: '2 %', or an amount in the unit."),
        Key("drift", "How far a stock moves in a year, as in '5 %'."),
        Key("part_of", "The id of an attribute of which this one counts a part."),
        Key("choices", "For --kind choice, ID=WORD,WORD: a choice and its words, in the language "
            "of --words. May be repeated.", one="choice"),
        Key("outlets_know", "An outlet knows it by itself, as the result of a match.", yes=True),
        Key("many", "A source may give several values at once.", yes=True),
        Key("closed", "With --many: a list denies what it leaves out.", yes=True),
        NOTE,
    ),
    "origin": (
        LABEL,
        Key("kind", "outlet, publisher, research-firm, regulator, company, bank, trade-body, "
            "person or anonymous.", required=True),
        ID,
        Key("outlet", "The outlet that it is, as sources write it."),
        Key("publisher", "The id of the origin whose house it belongs to."),
        Key("aliases", "Another name. May be repeated.", one="alias"),
        Key("speaks_for", "The id of an origin with which it counts as one. May be repeated.",
            one="speaks-for"),
        Key("subject", "The id of the subject that it is itself."),
        Key("grade", "A to F: how far it is to be trusted."),
    ),
    "claim": (
        Key("subject", "What it is about: id, label or alias.", required=True),
        Key("attribute", "The id of what is said.", required=True),
        Key("value", "The value, as the source writes it. May be repeated where the attribute "
            "takes many.", required=True, one="value"),
        Key("id", "A word, unique in its file."),
        Key("period", "When it holds: 2025, H1 2025, or the source's own words."),
        Key("as_of", "The day of which it speaks."),
        Key("relative_to", "The day by which its relative words are understood."),
        Key("place", "Where it holds."),
        Key("covers", "The source's words on what is counted, or the id of a coverage."),
        Key("excludes", "The source's words on what is left out, or the id of a coverage."),
        Key("basis", "On what basis, as in monthly."),
        Key("status", f"{', '.join(STATUSES[:-1])} or {STATUSES[-1]}."),
        Key("conditions", "The source's words for what it depends on. May be repeated.",
            one="condition"),
        Key("attributed_to", "An origin whom the source names for this. May be repeated.",
            one="attributed-to"),
        Key("quote", "The shortest phrase that carries it.", asked=True),
        Key("locator", "Where in the source: a page, a section."),
        Key("language", "Where the passage is in another language than the source."),
        Key("fiscal_year_named_by", "start or end, where it is not as in the rest of the source."),
        Key("draft", "Nobody has confirmed it: it is compared with nothing.", yes=True),
        NOTE,
    ),
}  # fmt: skip


def flags(what: str) -> Callable[[F], F]:
    """A flag for each key of such an entry."""

    def decorate(command: F) -> F:
        for key in reversed(KEYS[what]):
            several = key.one is not None
            option = click.option(
                key.flag, key.name, help=key.help, multiple=several, is_flag=key.yes
            )
            command = option(command)
        return command

    return decorate
