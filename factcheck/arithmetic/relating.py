"""All relations of a corpus: those that it declares, and those that `part_of` implies."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from factcheck.arithmetic.binding import bindings
from factcheck.arithmetic.evaluating import Evaluation, Outcome, evaluate
from factcheck.arithmetic.slots import Topics
from factcheck.model import Claim, Corpus, Relation, Vocabulary

PART = "part-of"
"""The kind of the relations that `part_of` of an attribute implies: at-most, and must hold."""


def declared(vocabulary: Vocabulary) -> tuple[Relation, ...]:
    """The relations of relations.yaml, in order of their ids."""
    return tuple(relation for _, relation in sorted(vocabulary.relations.items()))


def parts(vocabulary: Vocabulary) -> Iterator[tuple[Relation, ...]]:
    """For each attribute that is a part: it is at most its whole, and that one's; nearest first.

    What is measured net is left out: one part may lose what another one gains.
    """
    for attribute in sorted(vocabulary.attributes.values(), key=lambda a: a.id):
        chain: list[str] = []
        whole = attribute.part_of
        while whole is not None and whole not in (attribute.id, *chain):
            chain.append(whole)
            above = vocabulary.attributes.get(whole)
            whole = above.part_of if above is not None else None
        yield tuple(
            Relation(
                f"{attribute.id}/{part_of}",
                "at-most",
                attribute.location,
                (("value", attribute.id), ("limit", part_of)),
                "must",
            )
            for part_of in chain
            if "net" not in (attribute.measure, _measure(part_of, vocabulary))
        )


def _measure(attribute: str, vocabulary: Vocabulary) -> str | None:
    known = vocabulary.attributes.get(attribute)
    return known.measure if known is not None else None


def outcomes(corpus: Corpus, kinds: Collection[str]) -> Iterator[Evaluation]:
    """Every binding of the relations of these kinds with its outcome; `PART` is a kind here."""
    topics = Topics(corpus)
    for relation in declared(corpus.vocabulary):
        if relation.kind in kinds:
            yield from _each_once(relation, topics)
    if PART in kinds:
        for chain in parts(corpus.vocabulary):
            yield from _nearest(chain, topics)


def bound_claims(corpus: Corpus) -> Iterator[Claim]:
    """The claims that some relation holds against others, whatever comes of it; some twice."""
    topics = Topics(corpus)
    implied = (relation for chain in parts(corpus.vocabulary) for relation in chain)
    for relation in (*declared(corpus.vocabulary), *implied):
        for binding in bindings(relation, topics):
            yield from binding.claims


def _each_once(relation: Relation, topics: Topics) -> Iterator[Evaluation]:
    """The bindings of a relation; what it breaks in a scope, no source breaks there again."""
    broken: set[tuple[object, ...]] = set()
    for binding in bindings(relation, topics):
        evaluation = evaluate(binding)
        scope = (*(i.slot.subject.id for i in binding.inputs), binding.frame)
        if not (binding.home and scope in broken):
            yield evaluation
        if evaluation.outcome is Outcome.BROKEN and not binding.home:
            broken.add(scope)


def _nearest(chain: tuple[Relation, ...], topics: Topics) -> Iterator[Evaluation]:
    """A part against its wholes; one that exceeds a whole exceeds those above it without saying."""
    exceeded: set[tuple[str, ...]] = set()
    for relation in chain:
        for evaluation in _each_once(relation, topics):
            scope = evaluation.binding.anchor[1:]
            if scope not in exceeded:
                yield evaluation
            if evaluation.outcome is not Outcome.HOLDS:
                exceeded.add(scope)
