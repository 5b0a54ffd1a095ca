"""The consonants of a name: what is left of it in another language's letters.

Romanisations write vowels as each ear has them (Ulan Bator, Ulaanbaatar) and have several letters
for one consonant (Mozambique, Mozambik); which consonants follow each other they keep.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

FEWEST = 5
"""Words with fewer consonants are too often alike by chance: Berg and Borg, Marcos and Marquez."""

_ALIKE = (("ph", "f"), ("x", "ks"), ("[ckqg]h|ck|[cq]", "k"), ("w", "v"), ("z", "s"))
"""Letters that stand for one consonant in some language or other, as regular expressions."""
_DOUBLED = re.compile(r"(.)\1+")
_SILENT = re.compile(r"[aeiouyj]|(?<=[b-df-hj-np-tv-z])h")


def sound_alike(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two names in plain Latin words have the same consonants, and enough of them.

    Word by word, where they have as many; else one may be written apart and the other together.
    """
    if len(a) == len(b):
        return all(x == y or _sound_alike(x, y) for x, y in zip(a, b, strict=True))
    return _sound_alike("".join(a), "".join(b))


def _sound_alike(a: str, b: str) -> bool:
    heard = skeleton(a)
    return isinstance(heard, tuple) and heard == skeleton(b)


def skeleton(word: str) -> str | tuple[str, bool]:
    """What two words have in common that sound alike; of too few consonants the word itself."""
    described = consonants(word)
    return (described, word[0] in "aeiouyj") if len(described) >= FEWEST else word


@lru_cache(maxsize=65536)
def consonants(word: str) -> str:
    """The consonants of plain Latin letters, one sign for those that are alike, none doubled."""
    for letters, sign in _ALIKE:
        word = re.sub(letters, sign, word)
    return _SILENT.sub("", _DOUBLED.sub(r"\1", word))
