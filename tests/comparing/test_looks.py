"""A rule finds the same when it is shown nothing but what it declares to look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import groupby

import pytest

from factcheck.comparing import Compared, collate
from factcheck.comparing.relations import related
from factcheck.comparing.rule import Rule, SourceRule, SubjectRule, TopicRule
from factcheck.corpus.load import load
from factcheck.corpus.reading_files import read_files
from factcheck.model import Finding
from factcheck.report.rulebook import claims_of
from factcheck.rules import every_rule
from factcheck.rules.base import Example
from tests.corpora import ROOT

NARROW = [rule for rule in every_rule() if isinstance(rule, TopicRule | SubjectRule | SourceRule)]
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.name}: {example.title}")
    for rule in NARROW
    for example in rule.flags
]


def disjoint(rule: Rule, whole: Compared) -> Iterator[Compared]:
    """What is compared, once for each thing that the rule looks at, without all other claims."""
    nothing = related(whole.vocabulary, ())
    bare = replace(whole, topics=(), claims=(), relations=nothing, places={}, unmatched=())
    match rule:
        case TopicRule():
            yield from (replace(bare, topics=(topic,)) for topic in whole.topics)
        case SubjectRule():
            for _, topics in groupby(whole.topics, key=lambda topic: topic.subject):
                yield replace(bare, topics=tuple(topics))
        case SourceRule():
            for _, claims in groupby(whole.claims, key=lambda claim: claim.source):
                yield replace(bare, claims=tuple(claims))


def found(rule: Rule, compared: Compared) -> list[Finding]:
    return [finding for look in rule.looks(compared) for finding in look.findings]


def same(rule: Rule, whole: Compared) -> list[Finding]:
    together = found(rule, whole)
    assert [f for one in disjoint(rule, whole) for f in found(rule, one)] == together
    return together


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_an_example_is_flagged_from_what_the_rule_looks_at_alone(
    rule: Rule, example: Example
) -> None:
    assert same(rule, collate(claims_of(example)))


@cache
def collated(name: str) -> Compared:
    """A shipped corpus, collated once for all rules."""
    return collate(load(read_files(ROOT / name)))


@pytest.mark.parametrize("rule", NARROW, ids=lambda rule: rule.name)
@pytest.mark.parametrize("name", ["claims", "examples/countries"])
def test_the_corpora_give_the_same_findings_look_by_look(rule: Rule, name: str) -> None:
    same(rule, collated(name))
