"""A name that is spelt wrongly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from factcheck.model import (
    Claim,
    Corpus,
    Finding,
    Position,
    Scope,
    Subject,
    Topic,
    Value,
    Verdict,
    say,
)
from factcheck.rules.base import CorpusRule, Example, Said
from factcheck.values.likeness import alike
from factcheck.values.name import Name
from factcheck.values.several import Several

LISTED = (
    '"{spelling}" is a misspelling of {label}.',
    "Print {label}.",
    'The registry lists "{spelling}" among the misspellings of {label}.',
)
LIKELY = (
    '"{spelling}" may be a misspelling of {label}.',
    "Register it: as a misspelling or alias of {label}, or by itself.",
    "It is one slip away from {label}, and no subject is registered by it.",
)
"""What is said of a spelling that the registry knows, and of one that is only near: the sentence,
what to do, and why."""


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
                Said("Harbour Post", "Lantern", "users", "2 million"),
                Said("Quay Wire", "Lanten", "users", "2 million"),
            ),
        ),
        Example(
            "a slip that nobody listed",
            (
                Said("Harbour Post", "Northwind", "chief", "Anna Berg"),
                Said("Quay Wire", "Northwind", "chief", "Anna Breg"),
            ),
        ),
        Example(
            "two spellings of a name that nobody registered",
            (
                Said("Harbour Post", "Northwind", "chief", "Mario Rossi"),
                Said("Quay Wire", "Northwind", "chief", "Maria Rossi"),
            ),
        ),
    )
    allows = (
        Example(
            "an alias, and the name in another script",
            (
                Said("Harbour Post", "Lantern", "users", "2 million"),
                Said("Quay Wire", "灯笼", "users", "2 million"),
            ),
        ),
        Example(
            "a model number is never a slip",
            (
                Said("Harbour Post", "Northwind", "chip", "Birch 2A"),
                Said("Quay Wire", "Northwind", "chip", "Birch 2C"),
            ),
        ),
    )

    def check(self, corpus: Corpus) -> Iterator[Finding]:
        written: dict[tuple[str, str], dict[str, Claim]] = defaultdict(dict)
        right: dict[str, dict[str, Claim]] = defaultdict(dict)
        for claim in corpus.claims:
            for subject, spelling in _names(claim, corpus.vocabulary.subjects):
                if spelling is None:
                    right[subject][claim.name] = claim
                else:
                    written[subject, spelling][claim.name] = claim
        for (subject, spelling), claims in sorted(written.items()):
            of = corpus.vocabulary.subjects[subject]
            yield self._finding(of, spelling, tuple(claims.values()), right[subject])
        for topic in corpus.topics:
            for scope in topic.scopes:
                if scope.verdict is Verdict.VARIANT:
                    yield from self._unregistered(topic, scope)

    def _unregistered(self, topic: Topic, scope: Scope) -> Iterator[Finding]:
        """Spellings that are near each other, of a name that nobody registered."""
        by_text: dict[str, list[Claim]] = defaultdict(list)
        for claim in scope.claims:
            for name in _named(claim.value):
                if name.subject is None:
                    by_text[name.text].append(claim)
        if len(by_text) < 2:
            return
        yield Finding(
            rule=self.name,
            verdict=Verdict.VARIANT,
            anchor=(topic.subject.id, topic.attribute.id, scope.label),
            positions=tuple(Position(t, tuple(c)) for t, c in sorted(by_text.items())),
            message=say(
                "One name in several spellings, or several names: {values}.",
                values=" / ".join(sorted(by_text)),
            ),
            todo=say("Find out, and register what is meant: one subject with aliases, or several."),
            steps=scope.steps,
            subject=topic.subject,
            attribute=topic.attribute,
            scope=scope.label,
        )

    def _finding(
        self,
        subject: Subject,
        spelling: str,
        claims: tuple[Claim, ...],
        right: Mapping[str, Claim],
    ) -> Finding:
        sides = (
            Position(spelling, claims, by="name"),
            Position(subject.label, tuple(right.values()), by="name"),
        )
        message, todo, step = LISTED if _listed(spelling, subject) else LIKELY
        names = {"spelling": spelling, "label": subject.label}
        return Finding(
            rule=self.name,
            verdict=Verdict.VARIANT,
            anchor=(subject.id, spelling),
            positions=tuple(p for p in sides if p.claims),
            message=say(message, **names),
            todo=say(todo, **names),
            steps=(say(step, **names),),
            subject=subject,
        )


def _names(claim: Claim, subjects: Mapping[str, Subject]) -> Iterator[tuple[str, str | None]]:
    """The subjects that a claim names, as its subject or its value, each with a wrong spelling."""
    wrong = _listed(claim.subject_text, claim.subject)
    yield claim.subject.id, claim.subject_text if wrong else None
    for name in _named(claim.value):
        if name.subject is not None:
            yield name.subject.id, name.text if name.misspelt else None
        else:
            yield from ((s.id, name.text) for s in subjects.values() if _near(name.text, s))


def _named(value: Value | None) -> Iterator[Name]:
    for one in value.members if isinstance(value, Several) else (value,):
        if isinstance(one, Name):
            yield one


def _near(text: str, subject: Subject) -> bool:
    return any(alike(text.casefold(), n.casefold()) for n in (subject.label, *subject.aliases))


def _listed(text: str, subject: Subject) -> bool:
    return text.casefold() in {m.casefold() for m in subject.misspellings}
