"""`factcheck new rule`: the file of a rule for contributors to fill, in a checkout of factcheck."""

from __future__ import annotations

import os
import re
from pathlib import Path
from string import Template

import click

from factcheck.commands.faults import UsageFault

RULES = Path("factcheck/rules")
LOOKS_AT = {
    "claim": ("ClaimRule", "claim: Claim, archived: str | None", "Claim"),
    "topic": ("TopicRule", "topic: Topic", "Topic"),
    "corpus": ("CorpusRule", "corpus: Corpus", "Corpus"),
}

TEXT = Template('''"""$summary"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import $imports
from factcheck.rules.base import $bases


class $name($base):
    """$summary

    ## Why it matters

    Say what an editor would print wrongly, or miss, without this rule.

    ## What to do

    Say what the editor, or the curator, does about a finding.
    """

    flags = (
        Example(
            "what it finds, in a few words",
            (Said("Harbour Post", "Northwind", "budget", "85 million euros", {"period": "2025"}),),
        ),
    )
    allows = (
        Example(
            "what looks like it and is none",
            (Said("Harbour Post", "Northwind", "budget", "150 million euros", {"period": "2025"}),),
        ),
    )

    def check(self, $parameters) -> Iterator[Finding]:
        yield from ()
''')


@click.command()
@click.argument("name")
@click.option(
    "--looks-at",
    type=click.Choice(tuple(LOOKS_AT)),
    default="topic",
    show_default=True,
    help="What it is given to look at, one at a time.",
)
@click.option("--summary", help="The first sentence of its page: what it reports.")
def rule(name: str, looks_at: str, summary: str | None) -> None:
    """Begin the rule NAME, as in late-report, in a checkout of factcheck.

    Its page and its examples stand in its file. Its own tests fail until the check is written.
    """
    from factcheck.commands.output import write

    if not (RULES / "base.py").is_file():
        raise UsageFault(f"There is no {RULES} here: a rule is added in a checkout of factcheck.")
    if not re.fullmatch(r"[a-z]+(-[a-z]+)*", name):
        raise UsageFault(
            f"'{name}' is no name for a rule: write words with '-', as in late-report."
        )
    file = RULES / f"{name.replace('-', '_')}.py"
    if os.path.lexists(file):
        raise UsageFault(f"{file} is there already.")
    write(_text(name, looks_at, summary), str(file))
    click.echo(file)
    click.echo(
        f"next: pytest tests/rules -k {name}, until its examples hold; then make docs", err=True
    )


def _text(name: str, looks_at: str, summary: str | None) -> str:
    base, parameters, given = LOOKS_AT[looks_at]
    said = (summary or f"Say here, in one sentence, what {name} reports.").strip()
    return TEXT.substitute(
        summary=said if said.endswith(".") else f"{said}.",
        imports=", ".join(sorted({given, "Finding"})),
        base=base,
        bases=", ".join(sorted({base, "Example", "Said"})),
        name="".join(word.capitalize() for word in name.split("-")),
        parameters=parameters,
    )
