"""The settings, and their meaning for each stage: which rules run, and how the gate judges."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

from factcheck.corpus.yaml.suggestions import suggest
from factcheck.judging import Gate
from factcheck.judging.judge import SEVERITIES
from factcheck.judging.overriding import Override, Overrides
from factcheck.judging.policy import Policy
from factcheck.model import Diagnostic, Location, Severity, Source, Verdict, Vocabulary
from factcheck.model.frozen import dataclass
from factcheck.rules import every_rule
from factcheck.rules.base import Rule
from factcheck.text.numbers.precision import REACHES, Reaches

Path = tuple[str, ...]


ABOUT = ("one-digit", "two-digits", "three-digits", "more-digits")
"""The keys of the table [about], in the order of its reaches."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a corpus. `written` has those in the file, by their full keys.

    The table of a rule has the rule's current name, a list is a sorted tuple, a share a Decimal,
    and a folder is relative to the working directory. `file` is the path shown to the user; None if
    there is no file.
    """

    written: Mapping[Path, object] = field(default_factory=dict)
    file: str | None = None

    def get(self, *key: str) -> Any:
        """The value in the file; None without one."""
        return self.written.get(key)

    @property
    def digest(self) -> str:
        """Twelve digits that change with any setting; empty if nothing is set."""
        if not self.written:
            return ""
        stated = sorted((list(key), repr(value)) for key, value in self.written.items())
        return sha256(json.dumps(stated).encode()).hexdigest()[:12]

    def rules(self) -> tuple[Rule, ...]:
        """The rules to run, by name, each with its options."""
        chosen = self._chosen()
        return tuple(self._built(rule) for rule in every_rule() if rule.name in chosen)

    def reaches(self) -> Reaches:
        """How far "about" reaches, as a share of a number of 1, 2, 3, 4 digits and more."""
        given = (self.get("about", name) for name in ABOUT)
        return tuple(r if s is None else s for r, s in zip(REACHES, given, strict=True))

    def gate(self, today: date | None = None, fail_on: str | None = None) -> Gate:
        """The gate; `fail_on` is the command line's value, None without one."""
        least = fail_on or self.get("fail-on") or Severity.ERROR.value
        return Gate(
            today,
            None if least == "never" else Severity(least),
            self._severities(),
            self._by_rule(),
            _names() - self._chosen(),
            self._overrides(),
            self._policy(),
        )

    def unknown_names(
        self, sources: Iterable[Source], vocabulary: Vocabulary
    ) -> tuple[Diagnostic, ...]:
        """A diagnostic for each configured source and subject that the corpus lacks."""
        known = {
            "sources": {source.id for source in sources},
            "subjects": set(vocabulary.subjects),
        }
        found: dict[Path, Diagnostic] = {}
        for key in self.written:
            if key[0] in known and key[1] not in known[key[0]]:
                what = key[0].removesuffix("s")
                hint = suggest(key[1], known[key[0]], f"write the id of a {what}, or delete it")
                stated = (
                    f"{dotted(key[:2])}: there is no {what} '{key[1][:100]}' to set anything for"
                )
                place = Location(self.file or "", 1, 1)
                found.setdefault(key[:2], Diagnostic(place, stated, hint))
        return tuple(found.values())

    def _chosen(self) -> frozenset[str]:
        selected = self.get("select")
        return frozenset(_names() if selected is None else selected) - {*(self.get("ignore") or ())}

    def _built(self, rule: Rule) -> Rule:
        set_ = {k[2]: value for k, value in self.written.items() if k[:2] == ("rules", rule.name)}
        set_.pop("severity", None)
        if not set_:
            return rule
        built = type(rule)()
        for option, value in set_.items():
            setattr(built, option.replace("-", "_"), value)
        return built

    def _severities(self) -> Mapping[Verdict, Severity]:
        stated = {
            Verdict(key[1]): Severity(str(value))
            for key, value in self.written.items()
            if key[0] == "severity"
        }
        return {**SEVERITIES, **stated}

    def _by_rule(self) -> Mapping[tuple[str, Verdict], Severity]:
        """The severities of single rules: of all their verdicts, or of named ones."""
        weights: dict[tuple[str, Verdict], Severity] = {}
        of_rules = [k for k in self.written if k[0] == "rules" and k[2] == "severity"]
        for key in of_rules:
            verdicts = [Verdict(key[3])] if len(key) == 4 else list(SEVERITIES)
            weights |= {(key[1], verdict): Severity(self.get(*key)) for verdict in verdicts}
        return weights

    def _overrides(self) -> Overrides:
        common = frozenset(rule.name for rule in every_rule() if rule.common)
        return Overrides(self._of("sources"), self._of("subjects"), common)

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


def _names() -> frozenset[str]:
    return frozenset(rule.name for rule in every_rule())


UNSET = Settings()


def dotted(key: Path) -> str:
    """A key as TOML writes it, with quotes around parts that are no plain words."""
    return ".".join(part if _BARE.fullmatch(part) else f'"{part[:100]}"' for part in key)


_BARE = re.compile(r"[A-Za-z0-9_-]{1,100}")


def as_written(value: object) -> str:
    """A value as the file writes it."""

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
