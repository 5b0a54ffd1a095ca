"""Asks the questions of `factcheck new` on a terminal: required keys first, then usual ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import click

from factcheck.cli_support.new_keys import KEYS, NewKey

Known = Callable[[str], str | None]
"""What is meant by an answer, or else None, after saying why nothing is."""


def ask(
    what: str, given: Mapping[str, object], known: Mapping[str, Known], usual: tuple[str, ...] = ()
) -> dict[str, object]:
    """The given keys, completed with answers for those that are required, asked for, or `usual`
    here.
    """
    stated = dict(given)
    for key in KEYS[what]:
        if stated.get(key.name) or key.yes:
            continue
        if key.required or key.asked or key.name in usual:
            answer = _ask(key, known.get(key.name))
            if answer:
                stated[key.name] = [answer] if key.one is not None else answer
    return stated


def _ask(key: NewKey, known: Known | None) -> str:
    """One answer; empty only for an optional key."""
    question = f"{key.name.replace('_', ' ').capitalize()}"
    hint = key.help.partition(" May be repeated")[0].removesuffix(".")
    while True:
        answer: str = click.prompt(
            f"{question} ({hint}{'' if key.required else '; may be empty'})",
            default="",
            show_default=False,
        ).strip()
        if not answer and key.required:
            continue
        meant = answer if known is None or not answer else known(answer)
        if meant is not None:
            return meant
