"""Tables of the keys that `factcheck new` accepts for each kind of entry, and their flags."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeVar

import click

from factcheck.values import KINDS

F = TypeVar("F", bound=Callable[..., Any])


class NewKey(NamedTuple):
    """A key of an entry, its type, and whether a terminal asks for it although it is optional.

    `one` is the flag's name if the key takes several values, each given by a flag of its own.
    """

    name: str
    help: str
    required: bool = False
    asked: bool = False
    one: str | None = None
    yes: bool = False

    @property
    def flag(self) -> str:
        """The flag as the user types it."""
        return f"--{(self.one or self.name).replace('_', '-')}"


ID = NewKey("id", "The id; default: made from the label.")
LABEL = NewKey("label", "The name by which reports call it.", required=True)
NOTE = NewKey("note", "A note for colleagues.")

KEYS: Mapping[str, tuple[NewKey, ...]] = {
    "source": (
        NewKey("outlet", "Who published it.", required=True),
        NewKey("title", "Its title.", required=True),
        NewKey("published", "The day, as in 2026-01-22.", required=True),
        NewKey("language", "The code of its language, as in en or it.", required=True),
        NewKey("id", "The id, and the file's name; default: made from outlet and day."),
        NewKey("url", "Its address.", asked=True),
        NewKey("archived_url", "The address of an archived copy."),
        NewKey("updated", "The day of a later version."),
        NewKey("replaces", "A source whose claims it replaces."),
        NewKey("genre", "news, aggregation, machine-translation, generated, filing or data set."),
        NewKey("primary", "It knows by itself what it says.", yes=True),
        NewKey("cites", "An origin that it names. May be repeated.", one="cites"),
        NewKey("ours", "It is our own story.", yes=True),
        NewKey("fiscal_year_named_by", "start or end: what its fiscal years are named by."),
        NewKey("curated_by", "Who typed its claims. May be repeated.", one="curated-by"),
        NOTE,
    ),
    "subject": (
        LABEL,
        ID,
        NewKey("aliases", "Another name. May be repeated.", one="alias"),
        NewKey("misspellings", "A known misspelling. May be repeated.", one="misspelling"),
        NewKey("part_of", "The id of the whole it belongs to."),
        NewKey("family", "The id of its family: what is said of that is said of it."),
        NewKey("country", "Two capital letters: decides what $ means."),
        NewKey("fiscal_year_starts", "Month and day, as in 04-01."),
        NewKey("fiscal_year_named_by", "start or end: which of its two years names a fiscal year."),
        NOTE,
    ),
    "attribute": (
        LABEL,
        NewKey("kind", f"{', '.join(KINDS[:-1])} or {KINDS[-1]}.", required=True),
        ID,
        NewKey("unit", "The unit or currency in which values are compared.", asked=True),
        NewKey(
            "measure",
            "flow (adds up over a period), net (may be negative), stock or "
            "cumulative (a toll that grows).",
        ),
        NewKey(
            "key",
            "A qualifier without which two values cannot be compared: period, as_of, "
            "place, covers, basis or conditions. May be repeated.",
            asked=True,
            one="key",
        ),
        NewKey(
            "tolerance", "A gap that still counts as the same: '2 %', or an amount in the unit."
        ),
        NewKey("drift", "How far a stock moves in a year, as in '5 %'."),
        NewKey("part_of", "The id of an attribute of which this one counts a part."),
        NewKey(
            "choices",
            "For --kind choice, ID=WORD,WORD: a choice and its words, in the language "
            "of --words. May be repeated.",
            one="choice",
        ),
        NewKey("outlets_know", "An outlet knows it by itself, as the result of a match.", yes=True),
        NewKey("many", "A source may give several values at once.", yes=True),
        NewKey("closed", "With --many: a list denies what it leaves out.", yes=True),
        NOTE,
    ),
    "origin": (
        LABEL,
        NewKey(
            "kind",
            "outlet, publisher, research-firm, regulator, company, bank, trade-body, "
            "person or anonymous.",
            required=True,
        ),
        ID,
        NewKey("outlet", "The outlet that it is, as sources write it."),
        NewKey("publisher", "The id of the origin whose house it belongs to."),
        NewKey("aliases", "Another name. May be repeated.", one="alias"),
        NewKey(
            "speaks_for",
            "The id of an origin with which it counts as one. May be repeated.",
            one="speaks-for",
        ),
        NewKey("subject", "The id of the subject that it is itself."),
        NewKey("grade", "A to F: how far it is to be trusted."),
    ),
    "claim": (
        NewKey("subject", "What it is about: id, label or alias.", required=True),
        NewKey("attribute", "The id of what is said.", required=True),
        NewKey(
            "value",
            "The value, as the source writes it. May be repeated where the attribute takes many.",
            required=True,
            one="value",
        ),
        NewKey("id", "A word, unique in its file."),
        NewKey("period", "When it holds: 2025, H1 2025, or the source's own words."),
        NewKey("as_of", "The day of which it speaks."),
        NewKey("relative_to", "The day by which its relative words are understood."),
        NewKey("place", "Where it holds."),
        NewKey("covers", "The source's words on what is counted, or the id of a coverage."),
        NewKey("excludes", "The source's words on what is left out, or the id of a coverage."),
        NewKey("basis", "On what basis, as in monthly."),
        NewKey(
            "status",
            "actual, confirmed, provisional, estimate, rumoured, committed, planned, projected, "
            "conditional, trial or denied.",
        ),
        NewKey(
            "conditions",
            "The source's words for what it depends on. May be repeated.",
            one="condition",
        ),
        NewKey(
            "attributed_to",
            "An origin whom the source names for this. May be repeated.",
            one="attributed-to",
        ),
        NewKey("quote", "The shortest phrase that carries it.", asked=True),
        NewKey("locator", "Where in the source: a page, a section."),
        NewKey("language", "Where the passage is in another language than the source."),
        NewKey(
            "fiscal_year_named_by", "start or end, where it is not as in the rest of the source."
        ),
        NewKey("draft", "Nobody has confirmed it: it is compared with nothing.", yes=True),
        NOTE,
    ),
}


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
