"""Evaluates all relations of a corpus: those that it declares, and those that `part_of` implies."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from factcheck.comparing.relations.binding import Binding, bind
from factcheck.comparing.relations.evaluating import Evaluation, Outcome, evaluate
from factcheck.comparing.relations.slots import Topics
from factcheck.model import Attribute, Claim, Evidence, Relation, Topic, Vocabulary
from factcheck.model.frozen import dataclass
from factcheck.model.relation_kinds import declared, parts
from factcheck.text.units import COUNTED

PART = "part-of"
"""The kind of the relations that `part_of` of an attribute implies: at-most, and must hold."""


ADDITIVE = frozenset({"flow", "stock", "cumulative"})
"""What an attribute that adds up over the parts of a subject may measure: no net amount."""


@dataclass(frozen=True, slots=True)
class OfRelation(Evidence):
    """A relation between claims that is broken, or may be."""

    evaluation: Evaluation


@dataclass(frozen=True, slots=True)
class Relations:
    """All relations of a corpus, bound and evaluated once.

    `declared` are the evaluations of the relations of relations.yaml, in order of their ids;
    `implied` those that `part_of` implies. `growths` are the figures with a stated growth, with or
    without a claim on the year before.
    """

    topics: Topics
    declared: tuple[Evaluation, ...]
    implied: tuple[Evaluation, ...]
    growths: tuple[Binding, ...]

    def of(self, kinds: Collection[str]) -> Iterator[Evaluation]:
        """The evaluations of these kinds that no other one implies; `PART` is a kind here."""
        for evaluation in self.declared:
            if evaluation.binding.relation.kind in kinds and not evaluation.follows:
                yield evaluation
        if PART in kinds:
            yield from (e for e in self.implied if not e.follows)

    def every(self) -> Iterator[Evaluation]:
        """All evaluations that no other one implies."""
        yield from (e for e in (*self.declared, *self.implied) if not e.follows)

    def claims(self) -> Iterator[Claim]:
        """The claims that some relation binds, whatever its outcome; some twice."""
        for evaluation in (*self.declared, *self.implied):
            yield from evaluation.binding.claims


def related(vocabulary: Vocabulary, topics: Iterable[Topic]) -> Relations:
    """Bind and evaluate every relation between the claims of these topics."""
    known = Topics(vocabulary, tuple(topics))
    found: list[Evaluation] = []
    growths: list[Binding] = []
    for relation in declared(vocabulary):
        bound = bind(relation, known, missing=relation.kind == "growth")
        found += _evaluated(bound.complete)
        growths += (b for b in bound.open if b.inputs[0].positions and b.inputs[2].positions)
    chains = (*parts(vocabulary), *_parts_of_subjects(known))
    implied = (e for chain in chains for e in _nearest(chain, known))
    return Relations(known, tuple(found), tuple(implied), tuple(growths))


def _parts_of_subjects(topics: Topics) -> Iterator[tuple[Relation, ...]]:
    """For each subject that is a part: its count is at most its whole's; nearest whole first.

    Only additive values qualify: amounts of money, and counts; a mean, a share or a height does
    not.
    """
    for attribute, subjects in sorted(topics.subjects_of.items()):
        if not _adds_up(topics.vocabulary.attributes[attribute]):
            continue
        for part in sorted(subjects):
            wholes = [whole for whole in _wholes(part, topics.vocabulary) if whole in subjects]
            yield tuple(
                Relation(
                    f"{part}/{whole} ({attribute})",
                    "at-most",
                    topics.vocabulary.attributes[attribute].location,
                    (("value", f"{part}/{attribute}"), ("limit", f"{whole}/{attribute}")),
                    "must",
                )
                for whole in wholes
            )


def _adds_up(attribute: Attribute) -> bool:
    counts = attribute.kind == "quantity" and (attribute.unit or "") in ("", *COUNTED)
    return (counts or attribute.kind == "money") and attribute.measure in ADDITIVE


def _wholes(subject: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The wholes that a subject is a part of, nearest first."""
    chain: list[str] = []
    whole = vocabulary.subjects[subject].part_of
    while whole is not None and whole in vocabulary.subjects and whole not in (subject, *chain):
        chain.append(whole)
        whole = vocabulary.subjects[whole].part_of
    return tuple(chain)


def _evaluated(bindings: Iterable[Binding]) -> Iterator[Evaluation]:
    """The bindings of a relation; a break in a scope implies the break within one source there."""
    broken: set[tuple[object, ...]] = set()
    for binding in bindings:
        evaluation = evaluate(binding)
        scope = (*(i.slot.subject.id for i in binding.inputs), binding.frame)
        yield replace(evaluation, follows=True) if binding.home and scope in broken else evaluation
        if evaluation.outcome is Outcome.BROKEN and not binding.home:
            broken.add(scope)


def _nearest(chain: tuple[Relation, ...], topics: Topics) -> Iterator[Evaluation]:
    """A part and its wholes; exceeding a whole implies exceeding the wholes above it."""
    exceeded: set[tuple[str, ...]] = set()
    for relation in chain:
        for evaluation in _evaluated(bind(relation, topics).complete):
            scope = evaluation.binding.anchor[1:]
            yield replace(evaluation, follows=True) if scope in exceeded else evaluation
            if evaluation.outcome is not Outcome.HOLDS and not evaluation.follows:
                exceeded.add(scope)
