"""Ways to find: the questions by which findings are narrowed, and what is said of each subject."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck.comparing import Compared
from factcheck.model import Claim, JudgedFinding, Subject, own
from factcheck.reporting.claims import qualifiers_of
from factcheck.reporting.lazy import Unrolled, told_by
from factcheck.reporting.page import FacetView, OptionView, SaidView, SubjectView
from factcheck.reporting.translating import Translator

FACETS = {
    "state": (own("State"), own("any state")),
    "verdict": (own("Verdict"), own("any verdict")),
    "rule": (own("Rule"), own("any rule")),
    "subject": (own("Subject"), own("any subject")),
    "source": (own("Source"), own("any source")),
}
"""The keys that an address may hold, and what they are called."""


def facets(
    findings: Sequence[JudgedFinding], compared: Compared, words: Translator
) -> tuple[FacetView, ...]:
    """The questions that tell some findings from others, with their answers."""
    subjects = (j.finding.subject for j in findings)
    names = {"subject": {s.id: words.fact(s.label) for s in subjects if s is not None}}
    for key in ("state", "verdict"):
        names[key] = {v: words.text(v) for v in {v for j in findings for v in _values(j, key)}}
    names["source"] = {s.id: f"{s.outlet} ({s.id})" for s in compared.sources}
    found = {key: Counter(v for j in findings for v in _values(j, key)) for key in FACETS}
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


def _values(judged: JudgedFinding, key: str) -> Iterable[str]:
    finding = judged.finding
    match key:
        case "source":
            return {c.source.id for c in finding.claims}
        case "subject":
            return () if finding.subject is None else (finding.subject.id,)
        case "state":
            return (judged.state.value,)
        case "verdict":
            return (finding.verdict.value,)
    return (finding.rule,)


def _options(counts: Mapping[str, int], names: Mapping[str, str]) -> Iterator[OptionView]:
    for value in sorted(counts, key=lambda v: (names.get(v, v).casefold(), v)):
        yield OptionView(value, names.get(value, value), counts[value])


def subjects(
    compared: Compared, findings: Iterable[JudgedFinding], words: Translator
) -> tuple[SubjectView, ...]:
    """Every subject that a source speaks of, by label, with all claims on it by attribute."""
    found: dict[str, list[str]] = defaultdict(list)
    about: Counter[str] = Counter()
    for judged in findings:
        subject = judged.finding.subject
        about["" if subject is None else subject.id] += 1
        for claim in judged.finding.claims:
            found[claim.name].append(judged.id)
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in compared.claims:
        claims[claim.subject.id].append(claim)
    known = compared.vocabulary.subjects
    views = (
        told_by(
            SubjectView,
            _Subject(tuple(of), found, known, words),
            id=id,
            label=words.fact(of[0].subject.label),
            findings=about[id],
        )
        for id, of in claims.items()
    )
    return tuple(sorted(views, key=lambda view: (view.label.casefold(), view.id)))


@dataclass(frozen=True, slots=True)
class _Subject:
    """Tells all that is said of a subject."""

    claims: tuple[Claim, ...]
    found: Mapping[str, Sequence[str]]
    subjects: Mapping[str, Subject]
    words: Translator

    def said(self) -> Sequence[SaidView]:
        return Unrolled(self._said(), len(self.claims))

    def _said(self) -> Iterator[SaidView]:
        words = self.words
        labels = {c.attribute.id: words.fact(c.attribute.label).casefold() for c in self.claims}
        for claim in sorted(self.claims, key=lambda c: (labels[c.attribute.id], c.name)):
            yield _said(claim, self)


def _said(claim: Claim, told: _Subject) -> SaidView:
    return told_by(
        SaidView,
        _Said(claim, told.subjects, told.words),
        name=claim.name,
        source=claim.source.id,
        attribute=told.words.fact(claim.attribute.label),
        text=claim.text,
        language=claim.language,
        outlet=claim.source.outlet,
        location=claim.at("value"),
        findings=tuple(told.found.get(claim.name, ())),
    )


@dataclass(frozen=True, slots=True)
class _Said:
    """Tells what narrows a claim."""

    claim: Claim
    subjects: Mapping[str, Subject]
    words: Translator

    def scope(self) -> str:
        stated = qualifiers_of(self.claim, self.subjects, self.words)
        return ", ".join(text for name, text in stated if name != "covers")
