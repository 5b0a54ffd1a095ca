"""Names of persons, firms, products and places: through the registry first, then by their spelling."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from factcheck.model import Comparison, Phrase, Subject, Value, Verdict, say
from factcheck.values.base import Context, Kind, NoValueGiven, ReadingError
from factcheck.values.language import fold, language_of
from factcheck.values.likeness import alike, allowed_edits, edits, latin

MAX_LENGTH = 500


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name in plain Latin words, without titles; its legal form stands apart."""

    words: tuple[str, ...]
    legal: frozenset[str] = frozenset()
    plain: str = ""  # as written, but for case, accents and blanks
    han: str = ""  # its Chinese characters, of which several sound alike

    @property
    def joined(self) -> str:
        return "".join(self.words)


@dataclass(frozen=True)
class Name(Value):
    """A name. `subject` is what it registers as; `above` the wholes and families that is part of."""

    spelling: Spelling = Spelling(())
    subject: Subject | None = None
    misspelt: bool = False
    above: frozenset[str] = frozenset()


class NameKind(Kind):
    """Who or what, by name."""

    name = "name"

    def read(self, text: str, context: Context) -> Value:
        """A Name. Raises ReadingError where the text is empty or too long for a name."""
        cleaned = " ".join(text.split())
        if not cleaned or len(cleaned) > MAX_LENGTH:
            raise ReadingError("a name has between 1 and 500 characters: give the name alone")
        subject, misspelt = registered(cleaned, context.subjects)
        if subject is None and "no_value" in language_of(context.language).meanings(cleaned):
            raise NoValueGiven(f'"{cleaned}" says that no name is given')
        above = frozenset(_above(subject, context.subjects)) if subject else frozenset()
        return Name(text, spelling(cleaned), subject, misspelt, above)

    def compare(self, a: Value, b: Value) -> Comparison:
        """By what they register as; where one is not registered, by their spelling."""
        assert isinstance(a, Name) and isinstance(b, Name)
        if a.subject is not None and b.subject is not None:
            return _compare_registered(a, b)
        return _compare_spelled(a, b)

    def show(self, value: Value) -> str:
        assert isinstance(value, Name)
        return value.subject.label if value.subject else " ".join(value.text.split())

    def occurs(self, value: Value, passage: str, context: Context) -> bool | None:
        """Whether the passage gives the name, or another one of the same subject."""
        assert isinstance(value, Name)
        names = [value.text]
        if value.subject is not None:
            names += [*_names_of(value.subject), *value.subject.misspellings]
        text = f" {_plain(passage)} "
        return any(f" {_plain(n)} " in text or (_is_han(n) and n in passage) for n in names)


def registered(text: str, subjects: Mapping[str, Subject]) -> tuple[Subject | None, bool]:
    """The subject of that name, and whether the name is one of its known misspellings."""
    if not subjects:
        return None, False
    right, wrong = _registry(_Subjects(subjects))
    key = fold(text)
    if key in right:
        return subjects[right[key]], False
    if key in wrong:
        return subjects[wrong[key]], True
    return None, False


class _Subjects:
    """A mapping of subjects that can be a cache's key: the same mapping is the same key."""

    def __init__(self, subjects: Mapping[str, Subject]) -> None:
        self.subjects = subjects

    def __hash__(self) -> int:
        return id(self.subjects)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Subjects) and other.subjects is self.subjects


@lru_cache(maxsize=8)
def _registry(key: _Subjects) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Folded name -> subject id, for the right names and for the misspellings."""
    right: dict[str, str] = {}
    wrong: dict[str, str] = {}
    for subject in key.subjects.values():
        for name in _names_of(subject):
            right.setdefault(fold(name), subject.id)
        for name in subject.misspellings:
            wrong.setdefault(fold(name), subject.id)
    for subject in key.subjects.values():
        right.setdefault(fold(subject.id), subject.id)
    return right, wrong


def _names_of(subject: Subject) -> tuple[str, ...]:
    return (subject.label, *subject.aliases, *(name for _, name in subject.names))


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
            if _same(first, second):
                return Comparison(Verdict.AGREE, (*steps, say("both are the same words")))
    for first in _spellings(a):
        for second in _spellings(b):
            if (why := near(first, second)) is not None:
                return Comparison(Verdict.VARIANT, (*steps, why))
    return Comparison(Verdict.CONTRADICTS, (*steps, say("the two names are not alike")))


def _spellings(name: Name) -> tuple[Spelling, ...]:
    if name.subject is None:
        return (name.spelling,)
    return (name.spelling, *(spelling(n) for n in _names_of(name.subject)))


def _same(a: Spelling, b: Spelling) -> bool:
    if a.han and b.han and a.han != b.han:
        return False
    if a.plain == b.plain:
        return True
    legal = not a.legal or not b.legal or a.legal == b.legal
    return bool(a.words) and a.words == b.words and legal


def near(a: Spelling, b: Spelling) -> Phrase | None:
    """Why two spellings may name the same, or None. A proposal, never a certainty."""
    if not a.words or not b.words or not _digits_equal(a, b):
        return None
    if a.han and b.han and not alike(a.han, b.han):
        return None
    if a.legal and b.legal and a.legal != b.legal and not (a.legal & b.legal):
        return None
    if a.joined == b.joined:
        return say("the two differ in blanks and hyphens alone")
    if sorted(a.words) == sorted(b.words):
        return (
            None
            if _ordered(a) and not _rotated(a, b)
            else say("the two differ in the order of words")
        )
    if _words_match(a, b):
        return say("the two are one spelling apart")
    return None


def _digits_equal(a: Spelling, b: Spelling) -> bool:
    return [w for w in sorted(a.words) if not w.isalpha()] == [
        w for w in sorted(b.words) if not w.isalpha()
    ]


def _ordered(spelled: Spelling) -> bool:
    return bool(set(spelled.words) & _order_words())


def _rotated(a: Spelling, b: Spelling) -> bool:
    return any(a.words[i:] + a.words[:i] == b.words for i in range(len(a.words)))


def _words_match(a: Spelling, b: Spelling) -> bool:
    """Every word of the shorter name has its like in the longer one, or all together are alike."""
    if min(len(a.joined), len(b.joined)) < 5:
        return False
    budget = allowed_edits(min(len(a.joined), len(b.joined)))
    whole = edits(a.joined, b.joined)
    if whole <= min(budget, 2) and abs(len(a.words) - len(b.words)) <= 1 and _starts_alike(a, b):
        return True
    short, long = sorted((a, b), key=lambda s: len(s.words))
    left = list(long.words)
    spent = 0
    for word in short.words:
        best = min(left, key=lambda other: (_cost(word, other), other))
        cost = _cost(word, best)
        if cost > 2:
            return False
        spent += cost
        left.remove(best)
    if spent > 2:
        return False
    if not left:
        return True
    company = short.legal or long.legal or (set(short.words) | set(long.words)) & _company_words()
    return not company and len(short.words) >= 2 and spent <= 1


def _starts_alike(a: Spelling, b: Spelling) -> bool:
    return edits(a.words[0], b.words[0]) <= 2 or len(a.words) != len(b.words)


def _cost(a: str, b: str) -> int:
    """Edits between two words; an initial or a short form costs one; far apart costs many."""
    if a == b:
        return 0
    short, long = sorted((a, b), key=len)
    if long.startswith(short) and (len(short) == 1 or len(short) >= 3):
        return 1
    if alike(a, b):
        return edits(a, b)
    return 9


@lru_cache(maxsize=65536)
def spelling(text: str) -> Spelling:
    """A name in plain Latin words, its legal form apart."""
    plain = _plain(text)
    names, legal = _without_legal(plain.split())
    kept = tuple(w for w in names if w not in _titles()) or tuple(names)
    return Spelling(kept, legal, plain, "".join(c for c in text if _is_han(c)))


def _without_legal(words: list[str]) -> tuple[list[str], frozenset[str]]:
    """The words before, between and after legal forms, and the forms; never no word at all."""
    forms = _legal_forms()
    kept: list[str] = []
    found: set[str] = set()
    at = 0
    while at < len(words):
        for size in range(min(5, len(words) - at), 0, -1):
            form = forms.get(tuple(words[at : at + size]))
            edge = at == 0 or at + size >= len(words) - 2
            if form is not None and edge and (kept or at + size < len(words)):
                found.add(form)
                at += size
                break
        else:
            kept.append(words[at])
            at += 1
    return (kept, frozenset(found)) if kept else (words, frozenset())


def _plain(text: str) -> str:
    """Latin letters and digits of `text`, in lower case, one blank between words."""
    spelled = latin(text.replace("&", " and ").replace("·", " "))
    spelled = re.sub(r"(?<=\w)['’ʼ`]s\b|['’ʼ`]", "", spelled)
    spelled = re.sub(r"\b(\w)\.(?=\w\.|\w\b)", r"\1", spelled)
    return " ".join(re.findall(r"[^\W_]+", spelled))


def _is_han(text: str) -> bool:
    return any("\u3040" <= c <= "\u9fff" for c in text)


@cache
def _forms() -> Mapping[str, Any]:
    return tomllib.loads(
        (files("factcheck.values") / "name_forms.toml").read_text(encoding="utf-8")
    )


@cache
def _legal_forms() -> Mapping[tuple[str, ...], str]:
    return {tuple(s.split()): form for form, spelled in _forms()["legal"].items() for s in spelled}


@cache
def _titles() -> frozenset[str]:
    return frozenset(_forms()["titles"]["words"])


@cache
def _company_words() -> frozenset[str]:
    return frozenset(_forms()["company"]["words"])


@cache
def _order_words() -> frozenset[str]:
    return frozenset(_forms()["order"]["words"])


KIND = NameKind()
