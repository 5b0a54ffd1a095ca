"""A name that is spelt wrongly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from itertools import combinations

from factcheck.model import (
    Claim,
    Finding,
    OfScope,
    Position,
    Scope,
    Subject,
    Topic,
    Value,
    Verdict,
    own,
    say,
)
from factcheck.rules.base import Compared, CorpusRule, Example, Statement
from factcheck.values.list import Several
from factcheck.values.name import KIND, Name
from factcheck.values.naming.consonants import sound_alike
from factcheck.values.naming.likeness import alike
from factcheck.values.naming.name_blocks import may_be_typing_errors
from factcheck.values.naming.spelling import spelling

LISTED = (
    own('"{spelling}" is a misspelling of {label}.'),
    own("Print {label}."),
    own('The registry lists "{spelling}" among the misspellings of {label}.'),
)
LIKELY = (
    own('"{spelling}" may be a misspelling of {label}.'),
    own("Register it: as a misspelling or alias of {label}, or by itself."),
    own("It is one typing error away from {label}, and no subject is registered by it."),
)
TRANSCRIBED = (
    own('"{spelling}" may be {label} in another script.'),
    own("Register it: under names of {label}, with its language, or by itself."),
    own("In Latin letters it is near {label}, and no subject is registered by it."),
)
"""What is said of a spelling that the registry knows, and of those that are only near: the
sentence, what to do, and why."""


class NameVariant(CorpusRule):
    """A source spells a subject as the registry says not to, or one slip away from its name.

    ## Why it matters

    A wrong spelling travels with the figures that stand beside it, and hides them from anybody who
    searches for the right name. There is one finding for each spelling, however often it is used.

    ## What to do

    Print the registered name. If the spelling is right after all, make it an alias in
    `subjects.yaml`; if it is another thing, register that.
    """

    flags = (
        Example(
            "a known misspelling",
            (
                Statement("Harbour Post", "Lantern", "users", "2 million"),
                Statement("Quay Wire", "Lanten", "users", "2 million"),
            ),
        ),
        Example(
            "a slip that nobody listed",
            (
                Statement("Harbour Post", "Northwind", "chief", "Anna Berg"),
                Statement("Quay Wire", "Northwind", "chief", "Anna Breg"),
            ),
        ),
        Example(
            "a transcription that nobody registered",
            (
                Statement("Harbour Post", "Northwind", "chief", "Anna Berg"),
                Statement("Vesti", "Northwind", "chief", "Ана Берг", language="ru"),
            ),
        ),
        Example(
            "two spellings of a name that nobody registered",
            (
                Statement("Harbour Post", "Northwind", "chief", "Mario Rossi"),
                Statement("Quay Wire", "Northwind", "chief", "Maria Rossi"),
            ),
        ),
        Example(
            "a family name alone, beside the full name that is registered",
            (
                Statement("Harbour Post", "Northwind", "chief", "Anna Berg"),
                Statement("Quay Wire", "Northwind", "chief", "Berg"),
            ),
        ),
    )
    allows = (
        Example(
            "an alias, and the name in another script",
            (
                Statement("Harbour Post", "Lantern", "users", "2 million"),
                Statement("Quay Wire", "灯笼", "users", "2 million"),
            ),
        ),
        Example(
            "a model number is never a slip",
            (
                Statement("Harbour Post", "Northwind", "chip", "Birch 2A"),
                Statement("Quay Wire", "Northwind", "chip", "Birch 2C"),
            ),
        ),
    )

    def answers_for(self, topic: Topic, scope: Scope) -> bool:
        """Every scope of which the names may be one name in several spellings."""
        return scope.verdict is Verdict.VARIANT

    def check(self, compared: Compared) -> Iterator[Finding]:
        written: dict[tuple[str, str], dict[str, Claim]] = defaultdict(dict)
        right: dict[str, dict[str, Claim]] = defaultdict(dict)
        near = _near(compared)
        for claim in compared.claims:
            for subject, wrong in _names(claim, near):
                if wrong is None:
                    right[subject][claim.name] = claim
                else:
                    written[subject, wrong][claim.name] = claim
        for (subject, wrong), claims in sorted(written.items()):
            of = compared.vocabulary.subjects[subject]
            yield self._finding(of, wrong, tuple(claims.values()), right[subject])
        for topic in compared.topics:
            for scope in topic.scopes:
                if self.answers_for(topic, scope):
                    yield from self._unregistered(topic, scope, written.keys())

    def _unregistered(
        self, topic: Topic, scope: Scope, described: Set[tuple[str, str]]
    ) -> Iterator[Finding]:
        """Spellings that are near each other, of names of which one at least is not registered.

        `told` are the (subject, spelling) that a finding of their own is about.
        """
        by_text: dict[str, list[Claim]] = defaultdict(list)
        spelled: dict[str, Name] = {}
        for claim in scope.claims:
            for name in _named(claim.value):
                by_text[name.text].append(claim)
                spelled[name.text] = name
        near = {
            text
            for one, other in combinations(spelled.values(), 2)
            if not _is_described(one, other, described)
            and KIND.compare(one, other).verdict is Verdict.VARIANT
            for text in (one.text, other.text)
        }
        if not near:
            return
        by_text = {text: claims for text, claims in by_text.items() if text in near}
        yield Finding(
            rule=self.name,
            verdict=Verdict.VARIANT,
            anchor=(topic.subject.id, topic.attribute.id, scope.anchor),
            positions=tuple(Position(t, tuple(c)) for t, c in sorted(by_text.items())),
            message=say(
                "One name in several spellings, or several names: {values}.",
                values=" / ".join(sorted(by_text)),
            ),
            todo=say("Find out, and register what is meant: one subject with aliases, or several."),
            evidence=OfScope(topic, scope),
            subject=topic.subject,
            attribute=topic.attribute,
            scope=scope.label,
        )

    def _finding(
        self,
        subject: Subject,
        wrong: str,
        claims: tuple[Claim, ...],
        right: Mapping[str, Claim],
    ) -> Finding:
        positions = (
            Position(wrong, claims, by="name"),
            Position(subject.label, tuple(right.values()), by="name"),
        )
        message, todo, step = _sentences(wrong, subject)
        names = {"spelling": wrong, "label": subject.label}
        return Finding(
            rule=self.name,
            verdict=Verdict.VARIANT,
            anchor=(subject.id, wrong),
            positions=tuple(p for p in positions if p.claims),
            message=say(message, **names),
            todo=say(todo, **names),
            remarks=(say(step, **names),),
            subject=subject,
        )


def _names(claim: Claim, near: Mapping[str, Set[str]]) -> Iterator[tuple[str, str | None]]:
    """The subjects that a claim names, as its subject or its value, each with a wrong spelling.

    `near` are the ids of the subjects that a name which is not registered may be.
    """
    wrong = _listed(claim.subject_text, claim.subject)
    yield claim.subject.id, claim.subject_text if wrong else None
    for name in _named(claim.value):
        if name.subject is not None:
            yield name.subject.id, name.text if name.misspelt else None
        else:
            yield from ((subject, name.text) for subject in near.get(name.text, ()))


def _named(value: Value | None) -> Iterator[Name]:
    for one in value.members if isinstance(value, Several) else (value,):
        if isinstance(one, Name):
            yield one


def _is_described(one: Name, other: Name, described: Set[tuple[str, str]]) -> bool:
    """Whether the registry decides on the two, or a finding on a spelling tells of them."""
    if one.subject is not None and other.subject is not None:
        return True
    return any(
        a.subject is not None and (a.subject.id, b.text) in described
        for a, b in ((one, other), (other, one))
    )


def _near(compared: Compared) -> Mapping[str, Set[str]]:
    """For names that are not registered: the subjects of which each may be one of the names,
    misspelt or in another script.
    """
    by_name: dict[str, set[str]] = defaultdict(set)
    for subject in compared.vocabulary.subjects.values():
        for name in (str(subject.label), *subject.aliases):
            by_name[name].add(subject.id)
    texts = {n.text for c in compared.claims for n in _named(c.value) if n.subject is None}
    near: dict[str, set[str]] = defaultdict(set)
    for text, name in may_be_typing_errors(texts, by_name):
        if _typing_error(text, name):
            near[text] |= by_name[name]
    return near


def _typing_error(text: str, name: str) -> bool:
    if alike(text.casefold(), name.casefold()):
        return True
    a, b = spelling(text), spelling(name)
    return not a.han and not b.han and (alike(a.plain, b.plain) or sound_alike(a.words, b.words))


def _sentences(spelled: str, subject: Subject) -> tuple[str, str, str]:
    if _listed(spelled, subject):
        return LISTED
    latin = any(c.isascii() and c.isalpha() for c in spelled)
    return LIKELY if latin else TRANSCRIBED


def _listed(text: str, subject: Subject) -> bool:
    return text.casefold() in {m.casefold() for m in subject.misspellings}
