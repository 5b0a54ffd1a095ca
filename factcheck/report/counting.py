"""Computes the counts of a run, by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from factcheck.comparing import Compared
from factcheck.model import UNREPORTED, Judged, JudgedFinding, Severity, State, Verdict
from factcheck.report.summary import AgreementLine


def counts_of(
    compared: Compared, findings: Sequence[JudgedFinding], judged: Judged, diagnostics: int
) -> dict[str, int]:
    """All counts except the agreements, in a fixed order; absent verdicts count zero."""
    verdicts = Counter(j.finding.verdict for j in findings)
    severities = Counter(j.severity for j in findings)
    states = Counter(j.state for j in findings)
    reported = [v for v in Verdict if v not in UNREPORTED]
    s = compared.screened
    return {
        "sources": len(compared.sources),
        "claims": len(compared.claims),
        "topics": len(compared.topics),
        "findings": len(findings),
        **{s.value: severities[s] for s in Severity},
        **{v.value: verdicts[v] for v in reported},
        **{s.value: states[s] for s in State if s is not State.GONE},
        "gone": judged.gone,
        "ignored": judged.ignored,
        "rules-left-out": judged.rules_left_out,
        "failing": sum(j.fails for j in findings),
        "stale": len(judged.stale),
        "not-compared": len(compared.unmatched),
        "diagnostics": diagnostics,
        **({"drafts": len(compared.drafts)} if compared.drafts else {}),
        **({} if s is None else {"rows": s.rows, "rows-settled": s.cleared}),
    }


def with_agreements(
    counts: dict[str, int], agreements: Sequence[AgreementLine]
) -> tuple[tuple[str, int], ...]:
    """The counts with those of the agreements inserted before the unmatched claims."""
    agreed = {
        "agreements": sum(a.agreed for a in agreements),
        "stated-by-several": sum(not a.agreed for a in agreements),
        "single-origin": sum(a.origins < 2 for a in agreements),
        "unknown-origin": sum(a.origins < 1 for a in agreements),
    }
    last = {name: counts[name] for name in ("not-compared", "diagnostics")}
    before = {name: count for name, count in counts.items() if name not in last}
    return tuple({**before, **agreed, **last}.items())
