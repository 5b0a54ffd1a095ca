"""Writes the tables of every language that has a data file; a test compares them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple
from typing import Any

from factcheck.text import cldr, language
from factcheck.text.dates import calendar_lexicon
from factcheck.text.language_tables import FOLDER, as_text


def main() -> None:
    """Rewrites every file of the folder."""
    for tag in tags():
        (FOLDER / f"{tag}.json").write_text(as_text(tag, worked_out(tag)), "utf-8")


def tags() -> tuple[str, ...]:
    """The languages that have tables; the symbols are part of all of them."""
    return tuple(tag for tag in language.known_languages() if tag != "symbols")


def worked_out(tag: str) -> Mapping[str, Any]:
    """The tables of a language, from its data file and CLDR."""
    made = language.worked_out(tag)
    return {
        **{name: getattr(made, name) for name in language.MADE},
        "lexicon": calendar_lexicon.worked_out(tag),
        "separators": astuple(cldr.separators_of_cldr(tag)),
    }


if __name__ == "__main__":
    main()
