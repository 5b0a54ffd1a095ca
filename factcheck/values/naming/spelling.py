"""How names are spelled: plain words, legal forms apart, and whether two may be the same."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from factcheck.model import Phrase, say
from factcheck.model.frozen import dataclass
from factcheck.values.naming.consonants import sound_alike
from factcheck.values.naming.likeness import alike, allowed_edits, distinguished, edits, latin

MOST_TYPING_ERRORS = 2
"""Letters added, lost, changed or swapped, or words cut short, that two names may be apart."""

# As they are typed where a keyboard has no such letter.
_TYPED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae"})


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name in plain Latin words, without titles; its legal form stands apart."""

    words: tuple[str, ...]
    legal: frozenset[str] = frozenset()
    plain: str = ""  # as written, but for case, accents and blanks
    han: str = ""  # its Chinese characters, of which several sound alike
    typed: tuple[str, ...] = ()  # the words as they are typed without an umlaut key: "mueller"
    bound: frozenset[str] = frozenset()  # words that a hyphen joins to others: "Serbo-Croatian"

    @property
    def joined(self) -> str:
        return "".join(self.words)


def same(a: Spelling, b: Spelling) -> bool:
    if a.han and b.han and a.han != b.han:
        return False
    if a.plain == b.plain:
        return True
    legal = not a.legal or not b.legal or a.legal == b.legal
    alike_words = a.words == b.words or a.typed == b.words or a.words == b.typed
    return bool(a.words) and alike_words and legal


def near(a: Spelling, b: Spelling) -> Phrase | None:
    """Why two spellings may name the same, or None. A proposal, never a certainty."""
    a, b = untitled(a), untitled(b)
    if not a.words or not b.words or not _digits_equal(a, b) or distinguished(a.words, b.words):
        return None
    if a.han and b.han and not alike(a.han, b.han):
        return None
    if not _legal_match(a.legal, b.legal):
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
    if sound_alike(a.words, b.words):
        return say("the two have the same consonants in the same order")
    if _carried(a, b):
        return say("the one is a word of the other, which says more")
    return None


def _carried(a: Spelling, b: Spelling) -> bool:
    """Whether a name of one word ends the other, or stands in it before the place where it is.

    As in "Berg" and "Anna Berg", "Kaldspitze" and "Kaldspitze on Mount Orm". Of firms and
    institutions a word more is another one, and so is what a hyphen joins.
    """
    short, long = sorted((a, b), key=lambda s: len(s.words))
    word, *more = short.words
    if more or len(long.words) < 2 or len(word) < 2 or not word.isalpha() or word in long.bound:
        return False
    if short.legal or is_company(long):
        return False
    return word == long.words[-1] or (word == long.words[0] and is_place_word(long.words[1]))


def _legal_match(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two firms can be one by their legal forms, which some of them translate."""
    if not a or not b or a & b:
        return True
    translated = _forms()["translated"]
    return any(set(translated.get(form, ())) & other for x, other in ((a, b), (b, a)) for form in x)


def _digits_equal(a: Spelling, b: Spelling) -> bool:
    return _numbers(a) == _numbers(b)


def _numbers(spelled: Spelling) -> list[str]:
    return sorted(w for w in spelled.words if not w.isalpha() or w in _roman())


def _ordered(spelled: Spelling) -> bool:
    return bool(set(spelled.words) & _order_words())


def _rotated(a: Spelling, b: Spelling) -> bool:
    return any(a.words[i:] + a.words[:i] == b.words for i in range(len(a.words)))


def _words_match(a: Spelling, b: Spelling) -> bool:
    """Every word of the shorter name has its like in the longer one, or all together are alike."""
    if min(len(a.joined), len(b.joined)) < 5:
        return False
    budget = allowed_edits(min(_distinctive(a), _distinctive(b)))
    whole = edits(a.joined, b.joined)
    if (
        whole <= min(budget, MOST_TYPING_ERRORS)
        and abs(len(a.words) - len(b.words)) <= 1
        and _starts_alike(a, b)
    ):
        return True
    short, long = sorted((a, b), key=lambda s: (len(s.words), s.words))  # whoever comes first
    left = list(long.words)
    spent = 0
    for word in short.words:
        best = min(left, key=lambda other: (_cost(word, other), other))
        cost = _cost(word, best)
        if cost > MOST_TYPING_ERRORS:
            return False
        spent += cost
        left.remove(best)
    if spent > MOST_TYPING_ERRORS:
        return False
    if not left:
        return True
    return not (is_company(short) or is_company(long)) and len(short.words) >= 2 and spent <= 1


def is_company(spelled: Spelling) -> bool:
    """Whether a word more in a name would be another firm or institution."""
    return bool(spelled.legal) or not _company_words().isdisjoint(spelled.words)


def is_place_word(word: str) -> bool:
    """Whether a name goes on with it to say where the thing is."""
    return word in _place_words()


def _distinctive(spelled: Spelling) -> int:
    """How many letters tell a name from others: those of "Bank" and "Group" do not."""
    return sum(len(word) for word in spelled.words if word not in _company_words())


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
    text = _latin_forms(text)
    plain = plain_words(text)
    words, legal = _kept(plain)
    typed = plain_words(text.casefold().translate(_TYPED))
    other = words if typed == plain else _kept(typed)[0]
    bound = frozenset(w for part in text.split() for w in _several(plain_words(part)))
    return Spelling(words, legal, plain, "".join(c for c in text if has_han(c)), other, bound)


def _several(plain: str) -> list[str]:
    words = plain.split()
    return words if len(words) > 1 else []


def _kept(plain: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """The words that name, and the legal forms that stand beside them."""
    names, legal = plain.split(), frozenset[str]()
    found = legal
    while True:  # one form may stand before the next: "Acme Corporation Joint Stock Company"
        names, found = _without_legal(names)
        if not found:
            return tuple(w for w in names if w not in _articles()) or tuple(names), legal
        legal |= found


def _latin_forms(text: str) -> str:
    """`text` in simplified characters, with legal forms in Chinese or Japanese as Latin words."""
    if not has_han(text):
        return text
    text = text.translate(_simplified())
    for written, form in _forms()["written"].items():
        text = text.replace(written, f" {form} ")
    return " ".join(text.split())


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


def plain_words(text: str) -> str:
    """Latin letters and digits of `text`, in lower case, one blank between words."""
    spelled = latin(text.replace("&", " and ").replace("·", " "))
    spelled = re.sub(r"(?<=\w)['’ʼ`]s\b|['’ʼ`]", "", spelled)
    spelled = re.sub(r"\b(\w)\.(?=\w\.|\w\b)", r"\1", spelled)
    return " ".join(re.findall(r"[^\W_]+", spelled))


def has_han(text: str) -> bool:
    return any("\u3040" <= c <= "\u9fff" for c in text)


@cache
def _forms() -> Mapping[str, Any]:
    return tomllib.loads(
        (files("factcheck.values.naming") / "name_forms.toml").read_text(encoding="utf-8")
    )


@cache
def _simplified() -> Mapping[int, str]:
    """Traditional characters and the simplified ones that are written for them."""
    pairs = "".join(_forms()["traditional"]["pairs"]).split()
    return {ord(pair[0]): pair[1] for pair in pairs}


@cache
def _roman() -> frozenset[str]:
    return frozenset(_forms()["roman"]["words"])


@cache
def _legal_forms() -> Mapping[tuple[str, ...], str]:
    return {tuple(s.split()): form for form, spelled in _forms()["legal"].items() for s in spelled}


def untitled(spelled: Spelling) -> Spelling:
    """The spelling without "Dr" and the like, unless it is nothing else."""
    kept = tuple(w for w in spelled.words if w not in _titles())
    if len(kept) == len(spelled.words):
        return spelled
    return replace(spelled, words=kept) if kept else spelled


@cache
def _articles() -> frozenset[str]:
    return frozenset(_forms()["articles"]["words"])


@cache
def _titles() -> frozenset[str]:
    return frozenset(_forms()["titles"]["words"])


@cache
def _company_words() -> frozenset[str]:
    return frozenset(_forms()["company"]["words"])


@cache
def _order_words() -> frozenset[str]:
    return frozenset(_forms()["order"]["words"])


@cache
def _place_words() -> frozenset[str]:
    return frozenset(_forms()["place"]["words"])
