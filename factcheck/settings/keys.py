"""Every setting: its key, what it takes, what it is without being set, and what it is for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import get_type_hints

from factcheck.judging.judge import SEVERITIES
from factcheck.model import Verdict
from factcheck.reports.base import formats
from factcheck.rulebook import options
from factcheck.rules import every_rule, named_now
from factcheck.rules.base import Rule
from factcheck.settings.kinds import COUNT, DAYS, FOLDER, SHARE, YES_OR_NO, Kind, names, one_of


@dataclass(frozen=True, slots=True)
class Key:
    """One setting. `default` is None where nothing is set."""

    name: str
    kind: Kind
    default: object
    about: str


@cache
def rules() -> Mapping[str, Rule]:
    """All rules by name, with their defaults."""
    return {rule.name: rule for rule in every_rule()}


RULES = names(rules, "rule", "factcheck rules", named_now)
SEVERITY = one_of("error", "warning", "note", off="to leave a rule out, name it under 'ignore'")

TOP = (
    Key("claims", FOLDER, "claims", "The corpus, where no PATH is given."),
    Key("archive", FOLDER, None, "The folder with the kept copies of sources: `--archive`."),
    Key("fail-on", one_of("error", "warning", "never"), "error",
        "The least severity that fails the check: `--fail-on`."),
    Key("stale", one_of("ignore", "warn", "error"), "warn",
        "What becomes of records that no longer fit: `--stale`."),
    Key("output", one_of(*formats()), None,
        "The format of `check` where no `-o` is given; files are named on the command line only."),
    Key("select", RULES, None, "The rules that run; without it, all of them."),
    Key("ignore", RULES, (), "Rules that do not run, though they are selected."),
)  # fmt: skip
"""Keys that stand outside of any table."""

VERDICTS = tuple(
    Key(verdict.value, SEVERITY, severity.value, f"What `{verdict.value}` weighs, in any rule.")
    for verdict, severity in SEVERITIES.items()
)
"""Keys of the table `severity`."""

RESOLUTIONS = (
    Key("ticket-required", YES_OR_NO, False, "A decision without a `ticket` does not hold."),
    Key("longest-days", DAYS, None,
        "A decision holds for so many days from its `on` at most; one without `expires` does not."),
    Key("never-on", RULES, (), "Rules on whose findings no decision holds."),
)  # fmt: skip
"""Keys of the table `resolutions`."""

OVERRIDES = (
    Key("ignore", RULES, (), "Rules that pass over these claims."),
    Key("severity", SEVERITY, None,
        "The most that a finding weighs which would not be there without these claims."),
)  # fmt: skip
"""Keys of the tables `sources.ID` and `subjects.ID`."""

RULE_SEVERITY = Key("severity", SEVERITY, None, "What all findings of the rule weigh, or a table "
                    "with a weight for each verdict.")  # fmt: skip

TABLES = ("severity", "rules", "resolutions", "sources", "subjects")

VERDICT_OF = {verdict.value: verdict for verdict in Verdict if verdict in SEVERITIES}


def of_rule(name: str) -> tuple[Key, ...]:
    """The keys of the table `rules.NAME`."""
    rule = rules()[name]
    hints = get_type_hints(type(rule))
    kinds = {Decimal: SHARE, int: COUNT}
    own = (
        Key(option.replace("_", "-"), kinds[hints[option]], default, f"An option of {name}.")
        for option, default in options(rule).items()
    )
    return RULE_SEVERITY, *own
