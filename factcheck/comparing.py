"""Runs every rule over the corpus. A rule that crashes is named, with what it was looking at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from factcheck import rules
from factcheck.arithmetic.relating import bound_claims
from factcheck.hinting import with_hints
from factcheck.model import Claim, Corpus, Finding, Reason, Unchecked, Verdict
from factcheck.rules.base import ClaimRule, CorpusRule, MismatchRule, Rule, TopicRule
from factcheck.unreported import check_reported

BASES = (Rule, TopicRule, ClaimRule, CorpusRule, MismatchRule)


class RuleCrash(Exception):
    """A rule failed on some input: our fault, never "no findings"."""


@dataclass(frozen=True, slots=True)
class Compared:
    """The corpus and what the rules found in it, the gravest first."""

    corpus: Corpus
    findings: tuple[Finding, ...]


def compare(corpus: Corpus, chosen: Iterable[Rule] | None = None) -> Compared:
    """All findings of the chosen rules (default: all), one card for each disagreement.

    Raises RuleCrash where a rule fails, and UnreportedClash where one misses a clash.
    """
    every = every_rule()
    asked = tuple(chosen or every)
    found = [f for rule in asked for f in _run(rule, corpus)]
    check_reported(corpus, asked, every, found)
    mismatches = _named(lambda rule: isinstance(rule, MismatchRule))
    folded = list(_fold(found, mismatches))
    hinted = with_hints((f for f in folded if f.rule in mismatches), corpus)
    others = (f for f in folded if f.rule not in mismatches)
    ordered = tuple(sorted((*hinted, *others), key=_order))
    return Compared(replace(corpus, unchecked=tuple(_unchecked(corpus, ordered))), ordered)


def _unchecked(corpus: Corpus, findings: Iterable[Finding]) -> Iterator[Unchecked]:
    """The claims that met no other: in no scope, no relation, and no finding on several sources."""
    met = set(bound_claims(corpus))
    for finding in findings:
        if finding.attribute is not None and len({c.source.id for c in finding.claims}) > 1:
            met.update(finding.claims)
    yield from (u for u in corpus.unchecked if u.reason is not Reason.ALONE or u.claim not in met)


@cache
def every_rule() -> tuple[Rule, ...]:
    """One instance of each rule in the folder, by name. Refuses a file without exactly one."""
    found = []
    for module in iter_modules(rules.__path__):
        if module.name == "base":
            continue
        loaded = import_module(f"factcheck.rules.{module.name}")
        own = [
            c
            for c in vars(loaded).values()
            if isinstance(c, type) and issubclass(c, Rule) and c.__module__ == loaded.__name__
        ]
        if len(own) != 1 or own[0]().name != module.name.replace("_", "-"):
            expected = module.name.title().replace("_", "")
            raise RuleCrash(f"{loaded.__file__} must define exactly one rule, named {expected}.")
        found.append(own[0]())
    return tuple(sorted(found, key=lambda rule: rule.name))


@cache
def _renamed() -> Mapping[str, str]:
    """The name of each rule that was renamed, by the name that it had first."""
    return {rule.identity: rule.name for rule in every_rule() if rule.identity != rule.name}


def named_now(rule: str) -> str:
    """What a rule is called today, by any name that it had: records and settings keep old ones."""
    return _renamed().get(rule, rule)


def first_name(rule: str) -> str:
    """The identity of the rule of this name: what the ids of its findings are made of."""
    return next((first for first, now in _renamed().items() if now == rule), rule)


def _run(rule: Rule, corpus: Corpus) -> Iterator[Finding]:
    match rule:
        case TopicRule():
            for topic in corpus.topics:
                place = f"{topic.subject.id} / {topic.attribute.id}"
                yield from _guarded(rule, place, rule.check(topic))
        case ClaimRule():
            for claim in corpus.claims:
                text = corpus.archives.get(claim.source.id)
                yield from _guarded(rule, claim.name, rule.check(claim, text))
        case CorpusRule():
            yield from _guarded(rule, "the corpus", rule.check(corpus))


def _guarded(rule: Rule, place: str, findings: Iterator[Finding]) -> Iterator[Finding]:
    try:
        yield from findings
    except Exception as why:
        raise RuleCrash(f"The rule {rule.name} failed on {place}: {why!r}") from why


def _fold(findings: Iterable[Finding], mismatches: set[str]) -> Iterator[Finding]:
    """A finding of an annotating rule becomes a cause of each mismatch about its claims.

    A note that scopes differ is no mismatch: it would hide the finding that the scope is wrong.
    """
    annotating = _named(lambda rule: rule.annotates)
    notes = [f for f in findings if f.rule in annotating]
    by_claim: dict[Claim, list[int]] = defaultdict(list)
    for number, note in enumerate(notes):
        for claim in note.claims:
            by_claim[claim].append(number)
    used: set[int] = set()
    for finding in findings:
        if finding.rule in annotating:
            continue
        mismatch = finding.rule in mismatches and finding.verdict is not Verdict.SCOPE_DIFFERS
        about = {n for c in finding.claims for n in by_claim.get(c, ())} if mismatch else set()
        used |= about
        causes = tuple(notes[n] for n in sorted(about))
        yield replace(finding, causes=causes) if causes else finding
    yield from (note for number, note in enumerate(notes) if number not in used)


def _named(which: Callable[[Rule], bool]) -> set[str]:
    return {rule.name for rule in every_rule() if which(rule)}


def _order(finding: Finding) -> tuple[object, ...]:
    gravity = list(type(finding.verdict)).index(finding.verdict)
    return (-gravity, finding.rule, finding.anchor)
