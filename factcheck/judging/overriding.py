"""Settings for single sources and subjects: rules to ignore, and highest severities."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field

from factcheck.model import Claim, Finding, Position, Severity
from factcheck.model.frozen import dataclass

ORDER = (Severity.NOTE, Severity.WARNING, Severity.ERROR)


@dataclass(frozen=True, slots=True)
class Override:
    """The settings for the claims of one source, or on one subject.

    `ignore` names the rules that ignore these claims; `most` is the highest severity of a finding
    that would not exist without them.
    """

    ignore: frozenset[str] = frozenset()
    most: Severity | None = None


@dataclass(frozen=True, slots=True)
class Overrides:
    """All overrides, by the id of their source or subject.

    `joint` names the rules whose findings need every position, as a sum needs all its parts; for
    the other rules, two clashing positions are enough.
    """

    sources: Mapping[str, Override] = field(default_factory=dict)
    subjects: Mapping[str, Override] = field(default_factory=dict)
    common: frozenset[str] = frozenset()

    def ignores(self, finding: Finding) -> bool:
        """Whether the finding disappears without the claims that its rule ignores."""
        return self._needs(finding, lambda override: finding.rule in override.ignore)

    def most(self, finding: Finding) -> Severity | None:
        """The highest severity that the finding may have; None without such a setting."""
        for severity in ORDER:
            if self._needs(finding, _weighing(severity)):
                return severity
        return None

    def _needs(self, finding: Finding, which: Callable[[Override], bool]) -> bool:
        """Whether the finding would not exist without the claims of such overrides."""
        sources = {id for id, override in self.sources.items() if which(override)}
        subjects = {id for id, override in self.subjects.items() if which(override)}
        if finding.subject is not None and finding.subject.id in subjects:
            return True
        if not (sources or subjects):
            return False

        def kept(claim: Claim) -> bool:
            return claim.source.id not in sources and claim.subject.id not in subjects

        positions = sum(any(kept(c) for c in _own(p)) for p in finding.positions)
        every = len(finding.positions)
        return positions < (every if finding.rule in self.common else min(2, every))


def _weighing(severity: Severity) -> Callable[[Override], bool]:
    """The overrides that limit a finding to this severity."""
    lower = ORDER[: ORDER.index(severity) + 1]
    return lambda override: override.most in lower


def _own(position: Position) -> tuple[Claim, ...]:
    """The claims that distinguish this position from the others."""
    return position.own or position.claims


NONE = Overrides()
