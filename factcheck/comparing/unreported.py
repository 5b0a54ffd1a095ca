"""Checks that the findings cover every clash that grouping found: a lost clash is a false
agreement.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from factcheck.comparing.rule import Anchor, Rule, anchored
from factcheck.model import UNREPORTED, Finding, Scope, Topic, Verdict


class UnreportedClash(Exception):
    """Claims clash and no rule reports it: a defect of factcheck, never reported as agreement."""


def check_reported(
    topics: Iterable[Topic],
    chosen: Sequence[Rule],
    known: Sequence[Rule],
    found: Iterable[Finding],
) -> None:
    """Raise UnreportedClash for the first clash that is neither reported nor left out on purpose.

    Settings leave a clash out by a rule that is `known` and not `chosen`, or by an option of one.
    """
    reported = Counter((finding.rule, finding.anchor) for finding in found)
    variants = {claim for f in found if f.verdict is Verdict.VARIANT for claim in f.claims}
    for topic in topics:
        for anchor, scope in anchored(topic):
            if scope.verdict in UNREPORTED:
                continue
            if not any(rule.answers_for(topic, scope) for rule in (*chosen, *known)):
                raise UnreportedClash(f"No rule reports {_words(topic, scope, anchor)}.")
            for rule in chosen:
                if not rule.answers_for(topic, scope):
                    continue
                if scope.verdict is Verdict.VARIANT:  # reported by spelling, wherever it stands
                    lost = variants.isdisjoint(scope.claims)
                else:
                    reported[rule.name, anchor] -= 1
                    lost = reported[rule.name, anchor] < 0
                if lost:
                    raise UnreportedClash(
                        f"The rule {rule.name} does not report {_words(topic, scope, anchor)}."
                    )


def _words(topic: Topic, scope: Scope, anchor: Anchor) -> str:
    """The clash for a developer: its verdict, topic, scope and claims."""
    subject, attribute, *rest = anchor
    where = " ".join(part for part in rest if part) or "the whole topic"
    claims = ", ".join(claim.name for claim in scope.claims[:10])
    kind = f"{'a list of ' if topic.attribute.many else ''}{topic.attribute.kind}"
    return (
        f"that the claims of a scope say '{scope.verdict}': {subject} / {attribute} ({kind}), "
        f"scope: {where}; claims: {claims}"
    )
