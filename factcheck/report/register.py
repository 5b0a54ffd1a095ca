"""Ways to find claims: filters for findings, and the claims on each subject."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from factcheck.comparing import Compared
from factcheck.model import Claim, JudgedFinding, own
from factcheck.report.claim_cards import statement
from factcheck.report.claim_view import qualifiers_of
from factcheck.report.page import Cut, FacetView, OptionView, StatementView, SubjectView
from factcheck.report.words.translating import Translator

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
    """The filters that distinguish findings, with their options."""
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
    compared: Compared,
    findings: Iterable[JudgedFinding],
    sources: Container[str],
    space: int,
    words: Translator,
) -> Cut[SubjectView]:
    """The subjects with claims, by label, each with its claims by attribute.

    The list has `room` for so many claims; subjects beyond it are left out. `sources` has the ids
    of the sources that the page lists.
    """
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
    labels = {id: words.fact(of[0].subject.label) for id, of in claims.items()}
    views: list[SubjectView] = []
    for id in sorted(claims, key=lambda id: (labels[id].casefold(), id)):
        if space == 0:
            break
        of = _by_attribute(claims[id], words)
        statements = tuple(
            _statement(claim, found.get(claim.name, ()), compared, sources, words)
            for claim in of[:space]
        )
        space -= len(statements)
        listed = Cut(statements, len(of) - len(statements))
        views.append(SubjectView(id, labels[id], listed, about[id]))
    return Cut(tuple(views), len(claims) - len(views))


def _by_attribute(claims: Iterable[Claim], words: Translator) -> list[Claim]:
    labels: dict[str, str] = {}
    for claim in claims:
        labels.setdefault(claim.attribute.id, words.fact(claim.attribute.label).casefold())
    return sorted(claims, key=lambda c: (labels[c.attribute.id], c.name))


def _statement(
    claim: Claim,
    findings: Sequence[str],
    compared: Compared,
    sources: Container[str],
    words: Translator,
) -> StatementView:
    stated = qualifiers_of(claim, compared.vocabulary.subjects, words)
    scope = ", ".join(text for name, text in stated if name != "covers")
    return statement(claim, words, scope, findings, claim.source.id in sources)
