"""Lists the relations of a corpus as lines of text: each checked relation with its result, each
proposal.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from factcheck.comparing.relations.evaluating import Evaluation, Outcome
from factcheck.comparing.relations.relating import Relations
from factcheck.comparing.relations.relation_words import in_figures
from factcheck.comparing.relations.slots import Topics
from factcheck.comparing.relations.suggesting import Suggestion, suggestions
from factcheck.model import Relation
from factcheck.model.relation_kinds import FORMS, declared, split

WORDS = {
    Outcome.HOLDS: "holds",
    Outcome.DIVIDED: "fits some sides of a disagreement, and not the others",
    Outcome.UNDETERMINED: "fits if trailing zeros are rounding",
    Outcome.OPEN: "fits only by an open end",
    Outcome.CEILING: "holds, unless a ceiling is reached",
    Outcome.BROKEN: "does not hold",
}


def listed(relations: Relations) -> Iterator[str]:
    """Each declared relation with its combinations of claims, then what `part_of` implies."""
    by_id = _by_relation(relations.declared)
    for relation in declared(relations.topics.vocabulary):
        yield from _relation(relation, by_id.get(relation.id, ()), relations)
    for id, found in _by_relation(relations.implied).items():
        part, _, whole = id.partition("/")
        yield f"{part} is part of {whole}: must hold"
        yield from _combinations(found)


def _by_relation(found: Iterable[Evaluation]) -> dict[str, tuple[Evaluation, ...]]:
    by_id = groupby((e for e in found if not e.follows), key=lambda e: e.binding.relation.id)
    return {id: tuple(group) for id, group in by_id}


def _relation(
    relation: Relation, found: Sequence[Evaluation], relations: Relations
) -> Iterator[str]:
    holds = "must hold" if relation.holds == "must" else "expected to hold"
    yield f"{relation.id}: {relation.kind}, {holds}"
    yield f"  {_terms(relation)}"
    yield from _combinations(found)
    if not found:
        yield f"  {_why_nothing(relation, relations)}"


def _terms(relation: Relation) -> str:
    """The equation with the ids of its terms."""
    form = FORMS[relation.kind]
    words = {
        term.name: form.sign.join(
            f"{reference} of the year before" if term.back else reference
            for name, reference in relation.terms
            if name == term.given_as
        )
        for term in form.terms
    }
    return form.equation.format(**words)


def _combinations(found: Sequence[Evaluation]) -> Iterator[str]:
    for evaluation in found:
        binding = evaluation.binding
        scope = f" ({binding.label!s})" if binding.label else ""
        home = f" in {binding.home}" if binding.home else ""
        figures = in_figures(binding, evaluation.nearest)
        holds = WORDS[evaluation.outcome]
        yield f"  - {binding.subject.label!s}{scope}{home}: {figures!s}: {holds}"
    if found:
        counted = Counter(e.outcome for e in found)
        tally = "; ".join(f"{counted[o]} {o.value}" for o in Outcome if counted[o])
        yield f"  combinations: {len(found)} ({tally})"


def _why_nothing(relation: Relation, relations: Relations) -> str:
    worded = relations.topics.subjects_of
    silent = [ref for _, ref in relation.terms if not worded.get(split(ref)[1])]
    if silent:
        return f"combinations: 0; nobody speaks of {', '.join(dict.fromkeys(silent))}"
    return "combinations: 0; no claims on its terms are of one subject and one scope"


def proposed(topics: Topics) -> Iterator[str]:
    """Proposals as YAML for relations.yaml; comments show how the claims fit each of them."""
    found = suggestions(topics)
    if not found:
        yield "# No relation is proposed: no claims fit together in one that is not declared yet."
        return
    yield "# Proposed, not applied: put what is meant into relations.yaml."
    yield "relations:"
    taken = set(topics.vocabulary.relations)
    for suggestion in found:
        yield from _suggestion(suggestion, taken)


def _suggestion(suggestion: Suggestion, taken: set[str]) -> Iterator[str]:
    relation = suggestion.relation
    count = len(suggestion.evaluations)
    yield f"  # {suggestion.fits} of {count} {'fits' if count == 1 else 'fit'}:"
    for evaluation in suggestion.evaluations:
        binding = evaluation.binding
        scope = f" ({binding.label!s})" if binding.label else ""
        figures = in_figures(binding, evaluation.nearest)
        yield f"  # {binding.subject.label!s}{scope}: {figures!s}: {WORDS[evaluation.outcome]}"
    yield f"  - id: {_free(relation.id, taken)}"
    yield f"    kind: {relation.kind}"
    yield "    holds: expected"
    form = FORMS[relation.kind]
    terms = groupby(relation.terms, key=lambda pair: pair[0])
    written = ((term, [one for _, one in group]) for term, group in terms)
    inner = ", ".join(
        f"{term}: [{', '.join(ids)}]" if form.takes_many(term) else f"{term}: {ids[0]}"
        for term, ids in written
    )
    yield f"    terms: {{{inner}}}"


def _free(id: str, taken: set[str]) -> str:
    """The id, with a number added if another relation has it."""
    free, number = id, 2
    while free in taken:
        free, number = f"{id}-{number}", number + 1
    taken.add(free)
    return free
