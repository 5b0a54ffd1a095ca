"""What is set, and what it means to each stage: which rules run, and what the gate goes by."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

from factcheck.judging import Gate
from factcheck.judging.judge import SEVERITIES
from factcheck.judging.overriding import Override, Overrides
from factcheck.judging.policy import Policy
from factcheck.model import Diagnostic, Location, Severity, Source, Verdict, Vocabulary
from factcheck.rules.base import Rule
from factcheck.settings.keys import VERDICT_OF, rules
from factcheck.settings.kinds import suggested

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """A value that somebody set, and where."""

    value: Any
    location: Location


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a corpus. `written` holds those in the file, by their keys.

    `file` is the file as the user is shown it; None where there is none.
    """

    written: Mapping[Path, Setting] = field(default_factory=dict)
    file: str | None = None

    def get(self, *key: str) -> Any:
        """What the file says; None where it says nothing."""
        setting = self.written.get(key)
        return None if setting is None else setting.value

    @property
    def digest(self) -> str:
        """Twelve digits that are others whenever anything is set otherwise; empty if nothing is."""
        if not self.written:
            return ""
        said = sorted((list(key), repr(setting.value)) for key, setting in self.written.items())
        return sha256(json.dumps(said).encode()).hexdigest()[:12]

    def rules(self) -> tuple[Rule, ...]:
        """The rules that run, by name, each with its options."""
        return tuple(self._built(rule) for name, rule in rules().items() if name in self._chosen())

    def gate(self, today: date | None = None, fail_on: str | None = None) -> Gate:
        """What the gate goes by; `fail_on` is what the command line says of it, None if nothing."""
        least = fail_on or self.get("fail-on") or Severity.ERROR.value
        return Gate(
            today,
            None if least == "never" else Severity(least),
            self._severities(),
            self._by_rule(),
            frozenset(rules()) - self._chosen(),
            self._overrides(),
            self._policy(),
        )

    def unknown_names(
        self, sources: Iterable[Source], vocabulary: Vocabulary
    ) -> tuple[Diagnostic, ...]:
        """A fault for each source and subject that is set apart and that the corpus lacks."""
        known = {
            "sources": {source.id for source in sources},
            "subjects": set(vocabulary.subjects),
        }
        found: dict[Path, Diagnostic] = {}
        for key, setting in self.written.items():
            if key[0] in known and key[1] not in known[key[0]]:
                what = key[0].removesuffix("s")
                hint = suggested(key[1], known[key[0]], f"write the id of a {what}, or delete it")
                said = f"there is no {what} '{key[1][:100]}' to set anything for"
                found.setdefault(key[:2], Diagnostic(setting.location, said, hint))
        return tuple(found.values())

    def _chosen(self) -> frozenset[str]:
        selected = self.get("select")
        return frozenset(rules() if selected is None else selected) - {*(self.get("ignore") or ())}

    def _built(self, rule: Rule) -> Rule:
        set_ = {k[2]: s.value for k, s in self.written.items() if k[:2] == ("rules", rule.name)}
        set_.pop("severity", None)
        if not set_:
            return rule
        built = type(rule)()
        for option, value in set_.items():
            setattr(built, option.replace("-", "_"), value)
        return built

    def _severities(self) -> Mapping[Verdict, Severity]:
        said = {VERDICT_OF[k[1]]: Severity(s.value)
                for k, s in self.written.items() if k[0] == "severity"}  # fmt: skip
        return {**SEVERITIES, **said}

    def _by_rule(self) -> Mapping[tuple[str, Verdict], Severity]:
        """What single rules weigh: all of their verdicts, or those that are named."""
        weights: dict[tuple[str, Verdict], Severity] = {}
        of_rules = [k for k in self.written if k[0] == "rules" and k[2] == "severity"]
        for key in of_rules:
            verdicts = [VERDICT_OF[key[3]]] if len(key) == 4 else list(SEVERITIES)
            weights |= {(key[1], verdict): Severity(self.get(*key)) for verdict in verdicts}
        return weights

    def _overrides(self) -> Overrides:
        joint = frozenset(name for name, rule in rules().items() if rule.joint)
        return Overrides(self._of("sources"), self._of("subjects"), joint)

    def _of(self, table: str) -> Mapping[str, Override]:
        found = {}
        for id in dict.fromkeys(k[1] for k in self.written if k[0] == table):
            most = self.get(table, id, "severity")
            found[id] = Override(
                frozenset(self.get(table, id, "ignore") or ()),
                None if most is None else Severity(most),
            )
        return found

    def _policy(self) -> Policy:
        return Policy(
            bool(self.get("resolutions", "ticket-required")),
            self.get("resolutions", "longest-days"),
            frozenset(self.get("resolutions", "never-on") or ()),
        )


UNSET = Settings()


def as_written(value: object) -> str:
    """A value as the file would have it."""
    import json

    match value:
        case None:
            return "not set"
        case bool():
            return "true" if value else "false"
        case tuple():
            return "[" + ", ".join(as_written(item) for item in value) + "]"
        case int() | Decimal():
            return str(value)
    return json.dumps(str(value), ensure_ascii=False)
