"""What a run does outside: the texts that it writes and says, in order, and its exit code."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from factcheck.caching.store import LARGEST

Text = tuple[str, str | None]  # a text and where it goes, as the effect has it
Content = tuple[str | bytes, str | None]  # the same of what need not be text


@dataclass(frozen=True, slots=True)
class Effect:
    """One thing that a run does outside: what it is, its texts, and what becomes of colours."""

    what: str
    texts: tuple[Text, ...]
    color: bool | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a run: all that it did outside, in order, and its exit code."""

    effects: tuple[Effect, ...]
    code: int | None

    def written(self) -> bytes:
        """The same as bytes: a line that says how long each text is, then the texts."""
        texts = [_bytes(text) for effect in self.effects for text, _ in effect.texts]
        lengths = iter(texts)
        effects = [
            [one.what, [[len(next(lengths)), place] for _, place in one.texts], one.color]
            for one in self.effects
        ]
        return b"".join((json.dumps([self.code, effects]).encode(), b"\n", *texts))


def read(content: bytes) -> Outcome:
    """The outcome in these bytes."""
    start = content.index(b"\n") + 1
    code, effects = json.loads(content[:start])
    found = []
    for what, texts, color in effects:
        read_ = []
        for length, place in texts:
            read_.append((content[start : start + length].decode(*_AS_IT_IS), place))
            start += length
        found.append(Effect(what, tuple(read_), color))
    return Outcome(tuple(found), code)


def _bytes(text: str) -> bytes:
    return text.encode(*_AS_IT_IS)


_AS_IT_IS = ("utf-8", "surrogatepass")  # the name of a file need not be text


@dataclass(slots=True)
class Recording:
    """Notes what a run does outside, as long as that is not too much to be kept."""

    effects: list[Effect] = field(default_factory=list)
    _room: int = LARGEST

    def over(self, texts: Iterable[Content], noted: list[Text]) -> Iterator[Content]:
        """The same one after the other, each text noted as it goes by; others are not kept."""
        for text, place in texts:
            self._room -= len(text) if isinstance(text, str) else LARGEST + 1
            if self._room >= 0 and isinstance(text, str):
                noted.append((text, place))
            yield text, place

    def add(self, what: str, texts: Iterable[Text], color: bool | None = None) -> None:
        """Note an effect that took place."""
        self.effects.append(Effect(what, tuple(texts), color))

    @property
    def is_whole(self) -> bool:
        """Whether everything could be noted."""
        return self._room >= 0
