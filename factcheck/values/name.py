"""Names of persons, firms, products and places: by the registry first, then by spelling."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from factcheck.model import Comparison, Phrase, Subject, Value, Verdict, Wording, joined, say
from factcheck.model.frozen import dataclass
from factcheck.text.context import Context, NoValueGiven, ReadingError
from factcheck.text.language import fold, language_of
from factcheck.values.base import Kind, Meeting, Pair, meeting_of
from factcheck.values.naming.name_blocks import may_be_one
from factcheck.values.naming.spelling import Spelling, has_han, near, plain_words, same, spelling
from factcheck.values.naming.subject_names import bearers, names_of, registered

MAX_LENGTH = 500
_BRACKETS = re.compile(r"([^()（）]+)[(（]([^()（）]+)[)）]")


@dataclass(frozen=True)
class Name(Value):
    """A name. `subject` is what it registers as; `above` the wholes that it is part of.

    `namesakes` are all subjects that bear it, where there are several.
    """

    spelling: Spelling = Spelling(())
    subject: Subject | None = None
    namesakes: tuple[Subject, ...] = ()
    misspelt: bool = False
    above: frozenset[str] = frozenset()


class NameKind(Kind):
    """Who or what, by name."""

    name = "name"
    examples = ("Ada Lind", "Boris Hale", "Chen Wei", "Dora Quist")
    mismatch = "name-mismatch"

    def read(self, text: str, context: Context) -> Value:
        """A Name. Raises ReadingError where the text is empty or too long for a name."""
        cleaned = " ".join(text.split())
        if not cleaned or len(cleaned) > MAX_LENGTH:
            raise ReadingError("a name has between 1 and 500 characters: give the name alone")
        subject, misspelt = registered(cleaned, context.subjects)
        if subject is None and "no_value" in language_of(context.language).meanings(cleaned):
            raise NoValueGiven(f'"{cleaned}" says that no name is given')
        above = frozenset(_above(subject, context.subjects)) if subject else frozenset()
        several = tuple(context.subjects[id] for id in bearers(cleaned, context.subjects))
        several = several if len(several) > 1 else ()
        return Name(text, spelling(cleaned), subject, several, misspelt, above)

    def compare(self, a: Value, b: Value) -> Comparison:
        """By what they register as; where one is not registered, by their spelling."""
        assert isinstance(a, Name) and isinstance(b, Name)
        if (a.namesakes or b.namesakes) and (found := _compare_namesakes(a, b)):
            return found
        if a.subject is not None and b.subject is not None:
            return _compare_registered(a, b)
        return _compare_spelled(a, b)

    def meeting(self, values: Sequence[Value]) -> Meeting:
        """By what the registry relates and what is spelled alike: all other names are apart."""
        names = [v for v in values if isinstance(v, Name)]
        pairs = sorted({*_related(names), *_spelled_alike(names)})
        verdicts = {(i, j): self.compare(names[i], names[j]).verdict for i, j in pairs}
        return meeting_of(len(names), verdicts, others=Verdict.CONTRADICTS)

    def show(self, value: Value) -> Wording:
        assert isinstance(value, Name)
        return value.subject.label if value.subject else " ".join(value.text.split())

    def occurs(self, value: Value, passage: str, context: Context) -> bool | None:
        """Whether the passage gives the name, or another one of the same subject."""
        assert isinstance(value, Name)
        names = [value.text]
        if value.subject is not None:
            names += [*names_of(value.subject), *value.subject.misspellings]
        text = f" {plain_words(passage)} "
        return any(f" {plain_words(n)} " in text or (has_han(n) and n in passage) for n in names)


def _above(subject: Subject, subjects: Mapping[str, Subject]) -> Iterator[str]:
    """The ids of all wholes and families of a subject, their own among them; circles end."""
    seen = {subject.id}
    waiting = [subject]
    while waiting:
        one = waiting.pop()
        for above in (one.part_of, one.family):
            if above is not None and above not in seen:
                seen.add(above)
                yield above
                if above in subjects:
                    waiting.append(subjects[above])


def _compare_namesakes(a: Name, b: Name) -> Comparison | None:
    """What a name that several bear says beside another; None where none of them is the other."""
    one, other = ({s.id for s in n.namesakes or (n.subject,) if s is not None} for n in (a, b))
    if not one & other:
        return None
    steps = tuple(dict.fromkeys(_bearing(n) for n in (a, b) if n.namesakes))
    if one == other:
        return Comparison(Verdict.CONSISTENT, (*steps, say("both are the same words")))
    return Comparison(Verdict.UNDETERMINED, (*steps, say("which one is meant is not said")))


def _bearing(name: Name) -> Phrase:
    labels = joined((f"{s.label!s} ({s.id})" for s in name.namesakes), ", ")
    return say('"{text}" is the name of several: {labels}', text=name.text, labels=labels)


def _compare_registered(a: Name, b: Name) -> Comparison:
    assert a.subject is not None and b.subject is not None
    steps = (_reading(a), _reading(b))
    if a.subject.id == b.subject.id:
        if a.misspelt != b.misspelt or (a.misspelt and fold(a.text) != fold(b.text)):
            step = say("one of them is a known misspelling of {name}", name=a.subject.label)
            return Comparison(Verdict.VARIANT, (*steps, step))
        return Comparison(Verdict.AGREE, (*steps, say("both name {name}", name=a.subject.label)))
    if reason := _confusable(a.subject, b.subject):
        step = say("the two are taken for each other: {reason}", reason=reason)
        return Comparison(Verdict.CONFUSED, (*steps, step))
    for part, whole in ((a, b), (b, a)):
        assert part.subject is not None and whole.subject is not None
        if whole.subject.id in part.above:
            step = say(
                "{part} belongs to {whole}", part=part.subject.label, whole=whole.subject.label
            )
            return Comparison(Verdict.REFINES, (*steps, step))
    step = say("{a} and {b} are registered as two things", a=a.subject.label, b=b.subject.label)
    return Comparison(Verdict.CONTRADICTS, (*steps, step))


def _confusable(a: Subject, b: Subject) -> str:
    for one, other in ((a, b), (b, a)):
        for declared in one.confusable_with:
            if declared.subject == other.id:
                return declared.reason
    return ""


def _reading(name: Name) -> Phrase:
    if name.subject is None:
        return say('"{text}" is no registered name', text=name.text)
    if name.misspelt:
        return say(
            '"{text}" is a known misspelling of {name}', text=name.text, name=name.subject.label
        )
    return say('"{text}" is registered as {name}', text=name.text, name=name.subject.label)


def _compare_spelled(a: Name, b: Name) -> Comparison:
    steps = (_reading(a), _reading(b))
    for first in _spellings(a):
        for second in _spellings(b):
            if same(first, second):
                return Comparison(Verdict.AGREE, (*steps, say("both are the same words")))
    for first in _spellings(a):
        for second in _spellings(b):
            if (why := near(first, second)) is not None:
                return Comparison(Verdict.VARIANT, (*steps, why))
    for one, other in ((a, b), (b, a)):
        if _described_twice(one, other):
            step = say('"{text}" gives a second name in brackets', text=one.text)
            return Comparison(Verdict.VARIANT, (*steps, step))
    return Comparison(Verdict.CONTRADICTS, (*steps, say("the two names are not alike")))


def _related(names: Sequence[Name]) -> Iterator[Pair]:
    """Registered names of one subject, of a part and its whole, and of two that look alike."""
    by_subject: dict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        for id in _subjects_of(name):
            by_subject[id].append(number)
    for number, name in enumerate(names):
        if name.subject is not None:
            taken_for = (declared.subject for declared in name.subject.confusable_with)
            for id in {*_subjects_of(name), *name.above, *taken_for}:
                for other in by_subject.get(id, ()):
                    if other != number:
                        yield min(number, other), max(number, other)


def _subjects_of(name: Name) -> tuple[str, ...]:
    subjects = name.namesakes or (() if name.subject is None else (name.subject,))
    return tuple(subject.id for subject in subjects)


def _spelled_alike(names: Sequence[Name]) -> Iterator[Pair]:
    """Names of which one at least is not registered, and that may be one by their spelling.

    What stands before and in brackets counts as a name of its own.
    """
    forms, owners = [], []
    for number, name in enumerate(names):
        parts = _BRACKETS.fullmatch(name.text.strip())
        described = () if parts is None else (spelling(parts[1]), spelling(parts[2]))
        for form in {*_spellings(name), *described}:
            forms.append(form)
            owners.append(number)
    for a, b in may_be_one(forms):
        one, other = sorted((owners[a], owners[b]))
        if one != other and (names[one].subject is None or names[other].subject is None):
            yield one, other


def _described_twice(one: Name, other: Name) -> bool:
    """Whether one of the two names in "Berber (Tamazight)" is the other one.

    Two names with brackets are told apart by them; and what stands in brackets may be where a thing
    is, so that it names nothing that is registered.
    """
    parts = _BRACKETS.fullmatch(one.text.strip())
    if parts is None or _BRACKETS.fullmatch(other.text.strip()):
        return False
    second = () if other.subject is not None else (parts[2],)
    return any(same(spelling(p), s) for p in (parts[1], *second) for s in _spellings(other))


def _spellings(name: Name) -> tuple[Spelling, ...]:
    if name.subject is None:
        return (name.spelling,)
    return (name.spelling, *(spelling(n) for n in names_of(name.subject)))


KIND = NameKind()
