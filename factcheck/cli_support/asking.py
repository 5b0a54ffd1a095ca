"""Asks the questions of `factcheck resolve` on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from factcheck.model import Finding

LASTING = ("accept-unresolved", "pending")
MEANINGS = {
    "prefer": "one of the values is right",
    "all-right": "all are right, each in its way",
    "none-right": "none of them is",
    "not-comparable": "they speak of different things",
    "curation-error": "a claim was curated wrongly, and will be corrected",
    "accept-unresolved": "it stays open, and is accepted until a day",
    "pending": "somebody was asked; wait until a day",
}
"""Every decision, in the order of the model, and what it says: `--help` needs no model."""


def ask(
    finding: Finding,
    given: dict[str, str | None],
    user: str | None,
    decisions: tuple[str, ...],
) -> dict[str, str | None]:
    """The given options, completed with answers for the missing ones."""
    stated = dict(given)
    if stated["decision"] is None:
        for name in decisions:
            click.echo(f"  {name:18} {MEANINGS[name]}")
        stated["decision"] = click.prompt(
            "Decision", type=click.Choice(decisions), show_choices=False
        )
    if stated["decision"] == "prefer" and stated["prefer"] is None:
        stated["prefer"] = _value(finding)
    if stated["reason"] is None:
        stated["reason"] = _line("Reason")
    if stated["by"] is None:
        stated["by"] = click.prompt("By", default=user)
    if stated["expires"] is None:
        lasting = stated["decision"] in LASTING
        stated["expires"] = _day(
            "Holds until (YYYY-MM-DD)" if lasting else "Holds until (YYYY-MM-DD; empty: for good)",
            lasting,
        )
    if stated["evidence"] is None:
        stated["evidence"] = click.prompt("Evidence (may be empty)", default="", show_default=False)
    return stated


def _value(finding: Finding) -> str:
    from factcheck.judging.identity import values_of
    from factcheck.text.hostile import inert, visible

    values = [known.value for known in values_of(finding)]
    for number, value in enumerate(values, 1):
        click.echo(inert(f"  {number}  {visible(value)}"))
    chosen: int = click.prompt("Which value", type=click.IntRange(1, len(values)))
    return values[chosen - 1]


def _line(question: str) -> str:
    while True:
        answer: str = click.prompt(question, default="", show_default=False)
        if answer.strip():
            return answer


def _day(question: str, needed: bool) -> str | None:
    """Parse a written day; None if it is optional and missing."""
    kind = click.DateTime(["%Y-%m-%d"])
    while True:
        answer: str = click.prompt(question, default="", show_default=False)
        if not answer.strip() and not needed:
            return None
        try:
            return kind.convert(answer.strip(), None, None).date().isoformat()
        except click.BadParameter as why:
            click.echo(f"  {why.message}")
