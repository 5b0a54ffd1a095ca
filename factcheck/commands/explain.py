"""`factcheck explain`: the page of a rule, the steps to a finding, or the comparison of two claims.

The exit code is always 0: this command judges nothing.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from factcheck.cli_support import options
from factcheck.cli_support.configured import archive_in, settings_in, settled
from factcheck.cli_support.exits import UsageError
from factcheck.cli_support.output import write

if TYPE_CHECKING:
    from factcheck.explain import Explanation
    from factcheck.pipeline import Looked


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="RULE|FINDING|CLAIM CLAIM [PATH]")
@options.today
@options.archive
@options.output
@click.pass_context
def command(
    context: click.Context, /, names: tuple[str, ...], today: date, output: str, **_: object
) -> None:
    """Tell the whole chain of a finding, or of two claims; or print the page of a rule.

    A FINDING is meant by the beginning of its id; a CLAIM is called SOURCE/ID, as in
    example-daily-2026-01/ai-spend-2025. They are looked for in PATH (default: claims). Of any two
    claims it says what was compared, or why not, and each number used.
    """
    asked = _asked(names)
    if len(asked.names) == 1 and (page := _page(asked.names[0], output)):
        write(page, None)
        return
    if len(asked.names) == 1:
        _refuse_no_finding(asked.names[0], alone=not asked.path)
    path = settled(context, Path(asked.path or "claims"), given=bool(asked.path))
    path = options.from_here(path)
    from factcheck.explain.rendering import as_json, as_text

    explanation = _explained(asked.names, path, _look(context, path, today))
    write(as_json(explanation) if output == "json" else as_text(explanation), None)


class Asked(NamedTuple):
    """What the user wants explained: one name, or those of two claims; and the folder, or ""."""

    names: tuple[str, ...]
    path: str


def _asked(given: tuple[str, ...]) -> Asked:
    """Parse the arguments: a name with a slash is a claim's, and a second claim follows it."""
    count = 2 if "/" in given[0] else 1
    if len(given) < count:
        raise UsageError(
            f"Two claims are explained together: name another one after '{given[0][:200]}'."
        )
    if len(given) > count + 1:
        raise UsageError(
            f"'{given[count + 1][:200]}' is one argument too many: "
            "give a rule, a finding, or two claims, and the folder in which they are."
        )
    return Asked(given[:count], given[count] if len(given) > count else "")


def _page(name: str, output: str) -> str | None:
    """The page of the rule with this name."""
    from factcheck.report.rulebook import page
    from factcheck.rules import every_rule

    for rule in every_rule():
        if name in (rule.name, rule.identity):
            text = page(rule)
            if output == "text":
                return text
            document = {"rule": rule.name, "page": text}
            return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    return None


def _refuse_no_finding(name: str, alone: bool) -> None:
    """Raise UsageError if the name is no rule's and cannot be a finding's id."""
    if name and len(name) <= 12 and set(name) <= set("0123456789abcdef"):
        return
    from factcheck.rules import every_rule
    from factcheck.values.naming.likeness import nearest

    like = nearest(name[:200], [rule.name for rule in every_rule()])
    hint = f" Did you mean '{like}'?" if like is not None else ""
    if like is None and not alone:
        hint = " A claim is called SOURCE/ID."
    raise UsageError(f"There is no rule '{name[:200]}'.{hint} `factcheck rules` lists them all.")


def _look(context: click.Context, path: Path, today: date) -> Looked:
    from factcheck.corpus.reading_files import read_files
    from factcheck.pipeline import look

    settings = settings_in(context)
    return look(read_files(path), archive_in(context), settings.gate(today), settings)


def _explained(names: tuple[str, ...], path: Path, looked: Looked) -> Explanation:
    from factcheck.explain import (
        Index,
        UnknownClaim,
        claim_named,
        explain_finding,
        explain_pair,
    )
    from factcheck.judging.resolving import Unknown, meant

    index = Index(looked.compared, looked.judged.findings)
    lists = f" `factcheck check {path} -o json` lists them."
    if len(names) == 1:
        found = {judged.id: judged for judged in looked.judged.findings}
        try:
            return explain_finding(found[meant(names[0], found)], index)
        except Unknown as why:
            if (left := _left_out(names[0], looked)) is not None:
                raise UsageError(
                    f"The settings leave the finding '{left}' out, so that it is not told: "
                    f"`factcheck config {path}` says which."
                ) from None
            raise UsageError(f"{why} `factcheck check {path}` lists them.") from None
    try:
        a, b = (claim_named(name, index.claims) for name in names)
    except UnknownClaim as why:
        raise UsageError(f"{why}{_faulty(looked)}") from None
    if a is b:
        raise UsageError(f"'{a.name}' is given twice: name two claims.{lists}")
    return explain_pair(a, b, index)


def _left_out(name: str, looked: Looked) -> str | None:
    """The finding with this id that the settings leave out, or None."""
    from factcheck.judging.resolving import Unknown, meant

    try:
        return meant(name, looked.judged.excluded_by)
    except Unknown:
        return None


def _faulty(looked: Looked) -> str:
    count = len(looked.diagnostics)
    return f" Files with faults were left out: {count} faults." if count else ""
