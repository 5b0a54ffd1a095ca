"""The things that factcheck speaks about, as frozen data: nothing of ours is imported here.

Every stage takes some of these and returns others; docs/words.md says what each word means.
"""

from __future__ import annotations

from factcheck.model.claim import Archive, Claim, Loaded, Quote, Source
from factcheck.model.decision import (
    Announcement,
    Decision,
    KnownFinding,
    KnownValue,
    Lapse,
    Resolution,
    Stale,
    Told,
)
from factcheck.model.finding import Finding, Judged, JudgedFinding, Severity, State
from factcheck.model.topic import (
    Corpus,
    Denial,
    Position,
    Reason,
    Scope,
    Spread,
    Topic,
    Unchecked,
    claims_of,
)
from factcheck.model.value import Comparison, Interval, Period, Value, Verdict
from factcheck.model.vocabulary import (
    Attribute,
    Choice,
    Confusable,
    Origin,
    Perimeter,
    Relation,
    Subject,
    Vocabulary,
)
from factcheck.model.wording import Diagnostic, Location, Phrase, say

__all__ = [
    "Announcement",
    "Archive",
    "Attribute",
    "Choice",
    "Claim",
    "Comparison",
    "Confusable",
    "Corpus",
    "Decision",
    "Denial",
    "Diagnostic",
    "Finding",
    "Interval",
    "Judged",
    "JudgedFinding",
    "KnownFinding",
    "KnownValue",
    "Lapse",
    "Loaded",
    "Location",
    "Origin",
    "Perimeter",
    "Period",
    "Phrase",
    "Position",
    "Quote",
    "Reason",
    "Relation",
    "Resolution",
    "Scope",
    "Severity",
    "Source",
    "Spread",
    "Stale",
    "State",
    "Subject",
    "Told",
    "Topic",
    "Unchecked",
    "Value",
    "Verdict",
    "Vocabulary",
    "claims_of",
    "say",
]
