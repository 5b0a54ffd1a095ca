"""Asks for the keys of `factcheck new claim`; only existing sources, subjects and attributes are
accepted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import click

from factcheck.cli_support.exits import UsageError
from factcheck.cli_support.new_asking import Known, ask

if TYPE_CHECKING:
    from factcheck.model import Vocabulary


def meant_source(given: str, sources: Iterable[str]) -> str:
    """The source with this id. Raises UsageError, with a similar id."""
    from factcheck.corpus.adding import meant_by

    known = list(sources)
    if given in known:
        return given
    other = meant_by(given, known)
    hint = "" if other is None else f" Did you mean '{other}'?"
    raise UsageError(
        f"There is no source '{given}'.{hint} `factcheck new source` begins the file of one."
    )


def ask_claim(
    source: str | None,
    given: Mapping[str, object],
    sources: Iterable[str],
    vocabulary: Vocabulary,
) -> tuple[str, dict[str, object]]:
    """The source and the keys of a claim, with answers for the missing ones.

    It asks for the qualifiers without which values of the attribute cannot be compared.
    """
    from factcheck.corpus.adding import spellings_of_subject

    listed = sorted(sources)
    while source is None:
        answer: str = click.prompt("Source (the id of who says it)").strip()
        source = _known(listed, "source")(answer)
    subjects = [s for one in vocabulary.subjects.values() for s in spellings_of_subject(one)]
    known = {
        "subject": _known(subjects, "subject"),
        "attribute": _known(vocabulary.attributes, "attribute"),
    }
    stated = dict(given)
    for key in ("subject", "attribute"):
        while not stated.get(key):
            stated[key] = known[key](click.prompt(key.capitalize()).strip())
    attribute = vocabulary.attributes.get(str(stated["attribute"]))
    return source, ask("claim", stated, known, () if attribute is None else attribute.key)


def _known(words: Iterable[str], what: str) -> Known:
    """Accept a known word in any capitals; else suggest a similar one."""
    from factcheck.corpus.adding import meant_by

    listed = sorted(words)
    folded = {word.casefold() for word in listed}

    def meant(answer: str) -> str | None:
        if answer.casefold() in folded:
            return answer
        other = meant_by(answer, listed)
        hint = f"did you mean '{other}'?" if other else f"`factcheck new {what}` adds one"
        click.echo(f"  There is no {what} '{answer}': {hint}")
        return None

    return meant
