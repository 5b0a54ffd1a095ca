"""Answers that an attribute offers, recognised by the words that it lists for each language."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from factcheck.model import Attribute, Choice, Comparison, Phrase, Value, Verdict, Wording, say
from factcheck.model.frozen import dataclass
from factcheck.text.cldr import base_language
from factcheck.text.context import Context, NoValueGiven, ReadingError
from factcheck.text.language import fold, language_of, plain
from factcheck.values.base import Kind, Meeting

_CLAUSE = re.compile(r"[.,;:!?…](?:\s|\Z)|[。，；：！？、]|\s[–—]\s")
"""What stands between two clauses: a negator holds for its own."""


@dataclass(frozen=True)
class Chosen(Value):
    """One of an attribute's choices, with what it excludes and what it is a case of."""

    choice: str = ""
    label: Wording = ""
    excludes: frozenset[str] = frozenset()
    refines: frozenset[str] = (
        frozenset()
    )  # all choices of which this one is a case, itself among them


class ChoiceKind(Kind):
    """Which of a few declared answers."""

    name = "choice"
    examples = ("red", "blue", "green", "black")
    mismatch = "choice-mismatch"
    inherited = True

    def read(self, text: str, context: Context) -> Value:
        """A Chosen. Raises ReadingError where not exactly one choice is recognised."""
        attribute = context.attribute
        if attribute is None or not attribute.choices:
            raise ReadingError("a choice can only be read for an attribute that declares choices")
        if not text.strip():
            raise ReadingError("the text is empty: write the value as the source gives it")
        found = recognised(text, attribute, context.language)
        match found:
            case [_] if word := negator_in(text, attribute, context.language):
                raise ReadingError(
                    f'"{text[:60]}" has "{word}", which may turn the choice into its opposite: say '
                    "which choice it is with read_as, or give it a choice of its own"
                )
            case [one]:
                return chosen(text, one, attribute)
            case []:
                if "no_value" in language_of(context.language).meanings(text.strip()):
                    raise NoValueGiven(f'"{text.strip()}" says that no value is given')
                raise ReadingError(
                    f'"{text[:60]}" is none of the choices of {attribute.id}: {_list(attribute)}. '
                    f"Add its words to a choice in attributes.yaml, or say with read_as which it is"
                )
        raise ReadingError(
            f'"{text[:60]}" gives several choices of {attribute.id}: '
            f"{', '.join(c.id for c in found)}. Give the words of one alone"
        )

    def compare(self, a: Value, b: Value) -> Comparison:
        """Same, a case of the other, excluded by it, or nobody has said."""
        assert isinstance(a, Chosen) and isinstance(b, Chosen)
        steps = (_reading(a), _reading(b))
        if a.choice == b.choice:
            return Comparison(Verdict.AGREE, (*steps, say("both give the same choice")))
        for fine, coarse in ((a, b), (b, a)):
            if coarse.choice in fine.refines:
                step = say("{fine} is a case of {coarse}", fine=fine.label, coarse=coarse.label)
                return Comparison(Verdict.REFINES, (*steps, step))
        if a.excludes & b.refines or b.excludes & a.refines:
            step = say("{a} and {b} exclude each other", a=a.label, b=b.label)
            return Comparison(Verdict.CONTRADICTS, (*steps, step))
        step = say(
            "nothing says whether {a} and {b} exclude each other: add excludes or refines to one "
            "of them in attributes.yaml",
            a=a.label,
            b=b.label,
        )
        return Comparison(Verdict.UNDETERMINED, (*steps, step))

    def meeting(self, values: Sequence[Value]) -> Meeting:
        """By their choices, which are few, however each is worded."""
        groups: dict[str, list[int]] = defaultdict(list)
        for number, value in enumerate(values):
            assert isinstance(value, Chosen)
            groups[value.choice].append(number)
        found = super().meeting([values[group[0]] for group in groups.values()])
        return replace(found, groups=tuple(map(tuple, groups.values())))

    def show(self, value: Value) -> Wording:
        assert isinstance(value, Chosen)
        return value.label

    def occurs(self, value: Value, passage: str, context: Context) -> bool | None:
        """Whether one of the choice's words stands in a clause of the passage without a negator."""
        assert isinstance(value, Chosen)
        if context.attribute is None:
            return None
        attribute, language = context.attribute, context.language
        return any(
            any(c.id == value.choice for c in recognised(clause, attribute, language))
            and not negator_in(clause, attribute, language)
            for clause in (*_CLAUSE.split(passage), passage)
        )


def recognised(text: str, attribute: Attribute, language: str) -> list[Choice]:
    """The choices whose words stand in `text`; a longer word hides the shorter ones inside it."""
    if len(text) <= 1000 and (named := [c for c in attribute.choices if fold(text) == fold(c.id)]):
        return named
    own = base_language(language)
    languages = {lang for c in attribute.choices for lang, _ in c.words}
    for wanted in ({lang for lang in languages if base_language(lang) == own}, languages):
        ids = _found(fold_words(text), _words(attribute.choices, frozenset(wanted)))
        if ids:
            return [c for c in attribute.choices if c.id in ids]
    return []


def negator_in(text: str, attribute: Attribute, language: str) -> str:
    """The word of `text` that negates what it says, outside of the choices' words; "" if none."""
    if any(fold(text) == fold(c.id) for c in attribute.choices):
        return ""
    languages = frozenset(lang for c in attribute.choices for lang, _ in c.words)
    rest = fold_words(text)
    for word, _ in _words(attribute.choices, languages):
        if word in rest:
            rest = _without(rest, word)
    words = language_of(language).data.get("negators", {}).get("words", ())
    return next((w for w in words if _has_word(rest, fold_words(w))), "")


def _found(text: str, words: tuple[tuple[str, str], ...]) -> set[str]:
    """Ids of the choices with a word in `text`. Words come longest first, and each is used up."""
    found: set[str] = set()
    for word, choice in words:
        if _has_word(text, word):
            found.add(choice)
            same = any(w == word and c != choice for w, c in words)
            text = text if same else _without(text, word)
    return found


def _has_word(text: str, word: str) -> bool:
    return word in text and next(_places(text, word), None) is not None


def _without(text: str, word: str) -> str:
    """The text with a mark in the place of each occurrence of the word."""
    for at in reversed(list(_places(text, word))):
        text = f"{text[:at]}\x00{text[at + len(word) :]}"
    return text


def _places(text: str, word: str) -> Iterator[int]:
    """Where a text has a word as a whole: no letter or digit continues it on either side."""
    at = text.find(word) if word else -1
    while at >= 0:
        end = at + len(word)
        whole = not (_joins(word[0], text[at - 1 : at]) or _joins(word[-1], text[end : end + 1]))
        if whole:
            yield at
        at = text.find(word, end if whole else at + 1)


def _joins(own: str, neighbour: str) -> bool:
    """Whether a character of the text continues a word; Chinese has no blanks between words."""
    return _in_word(own) and _in_word(neighbour) and not _is_han(own)


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _is_han(char: str) -> bool:
    return "\u3040" <= char <= "\u9fff"


@lru_cache(maxsize=512)
def _words(choices: tuple[Choice, ...], languages: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """(word, id of its choice), longest first; labels count as words of every language."""
    words = {
        (fold_words(word), choice.id)
        for choice in choices
        for lang, listed in choice.words
        if lang in languages
        for word in listed
    }
    words |= {(fold_words(str(choice.label)), choice.id) for choice in choices}
    return tuple(sorted(words, key=lambda pair: (-len(pair[0]), pair)))


@lru_cache(maxsize=4096)
def fold_words(text: str) -> str:
    """`text` without case and accents, hyphens as blanks."""
    return fold(plain(text).replace("-", " ").replace("‑", " "))


def chosen(text: str, choice: Choice, attribute: Attribute) -> Chosen:
    """The choice as a value, with everything that it refines and excludes."""
    by_id = {c.id: c for c in attribute.choices}
    above = _above(choice.id, by_id)
    declared = {e for c in above for e in by_id[c].excludes}
    if choice.rank is not None:  # one thing has one place in an order
        declared |= {c.id for c in attribute.choices if c.rank not in (None, choice.rank)}
    return Chosen(
        text,
        choice=choice.id,
        label=choice.label,
        excludes=frozenset(declared),
        refines=frozenset(above),
    )


def _above(choice: str, by_id: Mapping[str, Choice]) -> set[str]:
    """The choice and all that it refines, one after the other; circles end."""
    seen: set[str] = set()
    waiting = [choice]
    while waiting:
        one = waiting.pop()
        if one in by_id and one not in seen:
            seen.add(one)
            waiting.extend(by_id[one].refines)
    return seen


def _reading(value: Chosen) -> Phrase:
    return say('"{text}" is read as {label}', text=value.text, label=value.label)


def _list(attribute: Attribute) -> str:
    return ", ".join(c.id for c in attribute.choices)


KIND = ChoiceKind()
