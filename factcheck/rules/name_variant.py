"""A name that is spelt wrongly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from factcheck.model import Claim, Corpus, Finding, Position, Subject, Verdict, say
from factcheck.rules.base import CorpusRule, Example, Said


class NameVariant(CorpusRule):
    """A source spells a subject in a way that the registry lists as a misspelling.

    ## Why it matters

    A wrong spelling travels with the figures that stand beside it, and hides them from anybody who
    searches for the right name. There is one finding for each spelling, however often it is used.

    ## What to do

    Print the registered name. If the spelling is right after all, move it from `misspellings` to
    `aliases` in `subjects.yaml`.
    """

    flags = (
        Example(
            "a known misspelling",
            (
                Said("Harbour Post", "Lantern", "users", "2 million"),
                Said("Quay Wire", "Lanten", "users", "2 million"),
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
    )

    def check(self, corpus: Corpus) -> Iterator[Finding]:
        written: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        right: dict[str, list[Claim]] = defaultdict(list)
        for claim in corpus.claims:
            if claim.subject_text in claim.subject.misspellings:
                written[claim.subject.id, claim.subject_text].append(claim)
            else:
                right[claim.subject.id].append(claim)
        for (subject, spelling), claims in sorted(written.items()):
            yield self._finding(
                corpus.vocabulary.subjects[subject], spelling, claims, right[subject]
            )

    def _finding(
        self, subject: Subject, spelling: str, claims: list[Claim], right: list[Claim]
    ) -> Finding:
        sides = [
            Position(spelling, tuple(claims), key="subject"),
            Position(subject.label, tuple(right), key="subject"),
        ]
        return Finding(
            rule=self.name,
            verdict=Verdict.VARIANT,
            anchor=(subject.id, spelling),
            positions=tuple(p for p in sides if p.claims),
            message=say(
                '"{spelling}" is a misspelling of {label}.', spelling=spelling, label=subject.label
            ),
            todo=say("Print {label}.", label=subject.label),
            steps=(
                say(
                    'The registry lists "{spelling}" among the misspellings of {label}.',
                    spelling=spelling,
                    label=subject.label,
                ),
            ),
            subject=subject,
        )
