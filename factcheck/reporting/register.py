"""Ways to find: the questions by which findings are narrowed, and what is said of each subject."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.model import Claim, Corpus, own
from factcheck.reporting.claims import qualifiers_of
from factcheck.reporting.page import FacetView, OptionView, SaidView, SubjectView
from factcheck.reporting.translating import Translator
from factcheck.reporting.view import FindingView

FACETS = {
    "state": (own("State"), own("any state")),
    "verdict": (own("Verdict"), own("any verdict")),
    "rule": (own("Rule"), own("any rule")),
    "subject": (own("Subject"), own("any subject")),
    "source": (own("Source"), own("any source")),
}
"""The keys that an address may hold, and what they are called."""


def facets(
    findings: Sequence[FindingView], corpus: Corpus, words: Translator
) -> tuple[FacetView, ...]:
    """The questions that tell some findings from others, with their answers."""
    names = {"subject": {f.subject_id: f.subject for f in findings if f.subject_id}}
    for key in ("state", "verdict"):
        names[key] = {v: words.text(v) for f in findings for v in _values(f, key)}
    names["source"] = {s.id: f"{s.outlet} ({s.id})" for s in corpus.sources}
    found = {key: Counter(v for f in findings for v in _values(f, key)) for key in FACETS}
    return tuple(
        FacetView(
            key,
            words.text(FACETS[key][0]),
            words.text(FACETS[key][1]),
            tuple(_options(counts, names.get(key, {}))),
        )
        for key, counts in found.items()
        if len(counts) > 1
    )


def _values(finding: FindingView, key: str) -> Iterable[str]:
    match key:
        case "source":
            return finding.sources
        case "subject":
            return (finding.subject_id,) if finding.subject_id else ()
        case "state":
            return (finding.state,)
        case "verdict":
            return (finding.verdict,)
    return (finding.rule,)


def _options(counts: Mapping[str, int], names: Mapping[str, str]) -> Iterator[OptionView]:
    for value in sorted(counts, key=lambda v: (names.get(v, v).casefold(), v)):
        yield OptionView(value, names.get(value, value), counts[value])


def subjects(
    corpus: Corpus, findings: Iterable[FindingView], words: Translator
) -> tuple[SubjectView, ...]:
    """Every subject that a source speaks of, by label, with all claims on it by attribute."""
    found: dict[str, list[str]] = defaultdict(list)
    about: Counter[str] = Counter()
    for finding in findings:
        about[finding.subject_id] += 1
        for name in dict.fromkeys(c.name for p in finding.positions for c in p.claims):
            found[name].append(finding.id)
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in corpus.claims:
        claims[claim.subject.id].append(claim)
    views = (
        SubjectView(id, of[0].subject.label, tuple(_said(of, found, words)), about[id])
        for id, of in claims.items()
    )
    return tuple(sorted(views, key=lambda view: (view.label.casefold(), view.id)))


def _said(
    claims: Iterable[Claim], found: Mapping[str, Sequence[str]], words: Translator
) -> Iterator[SaidView]:
    for claim in sorted(claims, key=lambda c: (c.attribute.label.casefold(), c.name)):
        yield SaidView(
            name=claim.name,
            source=claim.source.id,
            attribute=claim.attribute.label,
            scope=", ".join(text for name, text in qualifiers_of(claim, words) if name != "covers"),
            text=claim.text,
            language=claim.language,
            outlet=claim.source.outlet,
            location=claim.at("value"),
            findings=tuple(found.get(claim.name, ())),
        )
