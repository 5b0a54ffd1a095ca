"""Writes a corpus of any size, always the same for the same size: what the benchmarks measure with.

Topics are as unequal as in life: a few are told by everybody, most by one or two sources (Zipf).
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path

from factcheck.corpus import Files

Figure = Callable[[random.Random, str, str], tuple[int, int, str, str]]

CLAIMS_PER_SOURCE = 40
_ATTRIBUTES = ("spending", "revenue", "profit", "valuation", "funding", "sales", "orders", "debt")
_OUTLETS = ("wire", "daily", "weekly", "journal", "bulletin", "observer", "ledger", "monitor")
_SCALES = {"en": ("million", "billion"), "it": ("milioni", "miliardi")}
_BOUNDS = {"en": ("", "about ", "more than "), "it": ("", "circa ", "oltre ")}
_STATUSES = ("actual", "estimate", "planned")
_TAILS = {
    "en": "according to two people who have seen the accounts",
    "it": "secondo due persone che hanno visto i conti",
}


def corpus(claims: int) -> Files:
    """The files of a corpus with this many claims, about 320 bytes a claim.

    Figures are drawn at random, so that whatever two sources speak of is in dispute.
    """
    return _files(claims, _drawn)


def agreeing(claims: int) -> Files:
    """The same, where all sources give one figure for a topic: exactly, or about."""
    return _files(claims, _known)


def disputes(topics: int) -> Files:
    """Two sources on each of so many topics, which contradict each other on every one."""
    chance = random.Random(20260122)
    texts = _registries(topics // len(_ATTRIBUTES) + 1)
    for first in range(0, topics, CLAIMS_PER_SOURCE):
        for outlet, figure in zip(chance.sample(_OUTLETS, 2), (_low, _high), strict=True):
            language = chance.choice(tuple(_SCALES))
            lines = [_header(outlet, language, chance)]
            for number in range(first, min(first + CLAIMS_PER_SOURCE, topics)):
                subject, name = divmod(number, len(_ATTRIBUTES))
                topic = (subject, _ATTRIBUTES[name])
                lines.append(_claim(number, *topic, language, chance, figure, (2025, "actual")))
            texts[f"corpus/sources/{outlet}-{first:05}.yaml"] = "".join(lines).encode()
    return Files(texts)


def _files(claims: int, figure: Figure) -> Files:
    subjects = max(claims // 25, 10)
    texts = _registries(subjects)
    for number, text in enumerate(_sources(claims, subjects, figure)):
        texts[f"corpus/sources/source-{number:05}.yaml"] = text.encode()
    return Files(texts)


def write(folder: Path, claims: int) -> None:
    """The same corpus as files on disk, under `folder`."""
    for name, content in corpus(claims).texts.items():
        path = folder / Path(name).relative_to("corpus")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _registries(subjects: int) -> dict[str, bytes]:
    return {
        "corpus/subjects.yaml": _registry("subjects", _subjects(subjects)),
        "corpus/attributes.yaml": _registry("attributes", _attributes()),
        "corpus/origins.yaml": _registry("origins", _origins()),
    }


def _registry(name: str, items: Iterator[str]) -> bytes:
    return (f"{name}:\n" + "".join(items)).encode()


def _subjects(count: int) -> Iterator[str]:
    for number in range(count):
        yield f"  - id: company-{number}\n    label: Company {number}\n"
        yield f"    aliases: [Co. {number}]\n"


def _attributes() -> Iterator[str]:
    for name in _ATTRIBUTES:
        yield f"  - id: {name}\n    label: {name}\n    kind: money\n    unit: USD\n"
        yield "    measure: flow\n    key: [period]\n"


def _origins() -> Iterator[str]:
    for name in _OUTLETS:
        yield f"  - {{id: the-{name}, label: The {name.title()}, kind: outlet}}\n"


def _sources(claims: int, subjects: int, figure: Figure) -> Iterator[str]:
    chance = random.Random(20260122)
    topics = [(subject, name) for subject in range(subjects) for name in _ATTRIBUTES]
    chance.shuffle(topics)
    weights = list(accumulate(1 / (rank + 1) for rank in range(len(topics))))
    for first in range(0, claims, CLAIMS_PER_SOURCE):
        outlet, language = chance.choice(_OUTLETS), chance.choice(tuple(_SCALES))
        lines = [_header(outlet, language, chance)]
        for number in range(first, min(first + CLAIMS_PER_SOURCE, claims)):
            topic = chance.choices(topics, cum_weights=weights)[0]
            lines.append(_claim(number, *topic, language, chance, figure))
        yield "".join(lines)


def _header(outlet: str, language: str, chance: random.Random) -> str:
    day = f"2026-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    return (
        f"source:\n  outlet: The {outlet.title()}\n  title: What the accounts say\n"
        f"  url: https://example.org/{outlet}/{day}\n  published: {day}\n  language: {language}\n"
        f"  cites: [the-{chance.choice(_OUTLETS)}]\nclaims:\n"
    )


def _drawn(chance: random.Random, language: str, topic: str) -> tuple[int, int, str, str]:
    """A figure's two numbers around the point, its magnitude word and the word before it."""
    whole, tenth = chance.randint(1, 400), chance.randint(1, 9)
    return whole, tenth, chance.choice(_SCALES[language]), chance.choice(_BOUNDS[language])


def _known(chance: random.Random, language: str, topic: str) -> tuple[int, int, str, str]:
    """The same figure for each claim of a topic."""
    known = random.Random(topic)
    bound = chance.choice(_BOUNDS[language][:2])
    return known.randint(1, 400), known.randint(1, 9), _SCALES[language][0], bound


def _low(chance: random.Random, language: str, topic: str) -> tuple[int, int, str, str]:
    bound = chance.choice(_BOUNDS[language][:2])
    return chance.randint(1, 150), chance.randint(1, 9), _SCALES[language][0], bound


def _high(chance: random.Random, language: str, topic: str) -> tuple[int, int, str, str]:
    """A figure that none of the low ones can be, however roughly it is meant."""
    whole, tenth, scale, bound = _low(chance, language, topic)
    return whole + 250, tenth, scale, bound


def _claim(
    number: int,
    subject: int,
    attribute: str,
    language: str,
    chance: random.Random,
    figure: Figure,
    stated: tuple[int, str] | None = None,
) -> str:
    """A claim; `said` is its period and its status, which are drawn where it is None."""
    mark = "." if language == "en" else ","
    whole, tenth, scale, bound = figure(chance, language, f"{subject}/{attribute}")
    value = f"{bound}{whole}{mark}{tenth} {scale} USD"
    period, status = stated or (chance.randint(2019, 2026), chance.choice(_STATUSES))
    return (
        f"  - id: claim-{number}\n"
        f"    subject: Company {subject}\n"
        f"    attribute: {attribute}\n"
        f"    value: {value}\n"
        f"    period: {period}\n"
        f"    covers: what the group and its units report\n"
        f"    status: {status}\n"
        f"    attributed_to: [the-{chance.choice(_OUTLETS)}]\n"
        f"    quote: {value}, {_TAILS[language]}\n"
    )
