"""The subjects of a registry by their names: who bears one, and who is taken for whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from factcheck.model import Subject
from factcheck.model.frozen import dataclass
from factcheck.text.language import fold
from factcheck.values.naming.spelling import Spelling, same, spelling


def bearers(text: str, subjects: Mapping[str, Subject]) -> tuple[str, ...]:
    """The ids of all subjects that bear the name, sorted."""
    return _index_of(subjects).bearers.get(fold(text), ()) if subjects else ()


def confusable(subject: str, subjects: Mapping[str, Subject]) -> tuple[str, ...]:
    """The ids of the subjects that are declared to be taken for this one, by either, sorted."""
    return _index_of(subjects).confusable.get(subject, ()) if subjects else ()


def registered(text: str, subjects: Mapping[str, Subject]) -> tuple[Subject | None, bool]:
    """The subject of that name, and whether the name is one of its known misspellings.

    A name that only differs by its article, accents or "&" is the name, where one subject has it.
    """
    if not subjects:
        return None, False
    key, registry = fold(text), _index_of(subjects)
    if key in registry.right:
        return subjects[registry.right[key]], False
    if key in registry.wrong:
        return subjects[registry.wrong[key]], True
    spelled = spelling(text)
    found = {id for other, id in registry.spelled.get(spelled.words, ()) if same(spelled, other)}
    return (subjects[found.pop()], False) if len(found) == 1 else (None, False)


@dataclass(frozen=True)
class _Registry:
    """The ids of subjects by folded name, by folded misspelling, and by the words of their names.

    By its words a name is known with another article, accent or sign for "and".
    """

    right: Mapping[str, str]
    wrong: Mapping[str, str]
    bearers: Mapping[str, tuple[str, ...]]  # names that several bear
    confusable: Mapping[str, tuple[str, ...]]  # ids of look-alikes
    spelled: Mapping[tuple[str, ...], Sequence[tuple[Spelling, str]]]


class Subjects(dict[str, Subject]):
    """The subjects of a registry by their ids, which are never altered.

    The index of their names is made once, and goes with them.
    """

    @cached_property
    def index(self) -> _Registry:
        """Their ids by every name."""
        return _registry(self)


def _index_of(subjects: Mapping[str, Subject]) -> _Registry:
    return subjects.index if isinstance(subjects, Subjects) else _registry(subjects)


def _registry(subjects: Mapping[str, Subject]) -> _Registry:
    right: dict[str, str] = {}
    wrong: dict[str, str] = {}
    spelled: dict[tuple[str, ...], list[tuple[Spelling, str]]] = defaultdict(list)
    for subject in subjects.values():
        for name in names_of(subject):
            right.setdefault(fold(name), subject.id)
            spelled[spelling(name).words].append((spelling(name), subject.id))
        for name in subject.misspellings:
            wrong.setdefault(fold(name), subject.id)
    for subject in subjects.values():
        right.setdefault(fold(subject.id), subject.id)
    return _Registry(right, wrong, _shared_names(subjects), _look_alikes(subjects), spelled)


def _shared_names(subjects: Mapping[str, Subject]) -> dict[str, tuple[str, ...]]:
    """The folded names that several subjects bear; an id is nobody's name."""
    bearing: dict[str, set[str]] = defaultdict(set)
    for subject in subjects.values():
        for name in names_of(subject):
            bearing[fold(name)].add(subject.id)
    ids = {fold(id) for id in subjects}
    return {n: tuple(sorted(b)) for n, b in bearing.items() if len(b) > 1 and n not in ids}


def _look_alikes(subjects: Mapping[str, Subject]) -> dict[str, tuple[str, ...]]:
    """For each subject, those that it is taken for, whichever of the two declares it."""
    alike: dict[str, set[str]] = defaultdict(set)
    for subject in subjects.values():
        for declared in subject.confusable_with:
            if declared.subject in subjects:
                alike[subject.id].add(declared.subject)
                alike[declared.subject].add(subject.id)
    return {id: tuple(sorted(others)) for id, others in alike.items()}


def names_of(subject: Subject) -> tuple[str, ...]:
    return (str(subject.label), *subject.aliases, *(name for _, name in subject.names))
