"""Claims with planted disagreements of known truth, as numbers for others and as values for us.

A group is what is said of one attribute of one subject in one period, by two to five sources. In
some one source contradicts the rest; in others it only rounds, or bounds, or speaks of another
period, and nobody contradicts anybody.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from factcheck.model import (
    Attribute,
    Claim,
    Loaded,
    Location,
    Period,
    Source,
    Subject,
    Value,
    Vocabulary,
)
from factcheck.text.context import Context
from factcheck.values import kind_of

Key = tuple[str, str, str]
"""Subject, attribute and period: what two claims must share to contradict each other."""

ATTRIBUTES = ("revenue", "spending", "orders", "debt", "sales", "users", "staff", "visits")
CLAIMS_PER_SOURCE = 40
PLANTS = {"alike": 62, "conflict": 12, "rounded": 10, "bounded": 10, "period": 6}
"""Of a hundred topics, how many are of each sort."""
HERE = Location("claims.yaml", 1, 1)


@dataclass(frozen=True, slots=True)
class Planted:
    """One claim: who says what of which group. `number` is the one that its text has."""

    source: int
    group: Key
    year: int
    text: str
    number: int


def planted(count: int) -> tuple[list[Planted], set[Key]]:
    """About so many claims, and the groups that hold a contradiction; the same for the same count.

    A number ends in another digit than zero, unless it is a rounded one or a bound; numbers that
    contradict each other are at least a tenth apart.
    """
    chance = random.Random(20260122)
    sources = range(max(count // CLAIMS_PER_SOURCE, 10))
    claims: list[Planted] = []
    conflicts: set[Key] = set()
    topic = 0
    while len(claims) < count:
        subject, attribute = f"company-{topic // len(ATTRIBUTES)}", ATTRIBUTES[topic % 8]
        topic += 1
        plant = chance.choices(tuple(PLANTS), tuple(PLANTS.values()))[0]
        for year in (2024, 2025) if plant == "period" else (2025,):
            group = (subject, attribute, str(year))
            number = chance.randint(1_001, 99_999) * 10 + chance.randint(1, 9)
            texts = [f"{number:,}"] * chance.randint(2, 5)
            texts[0] = _odd(plant, number, chance)
            if plant == "conflict":
                conflicts.add(group)
            for source, text in zip(chance.sample(sources, len(texts)), texts, strict=True):
                claims.append(Planted(source, group, year, text, _number(text)))
    chance.shuffle(claims)
    return claims, conflicts


def _odd(plant: str, number: int, chance: random.Random) -> str:
    """What the first source of a group writes. A contradicting number may be rounded, too."""
    match plant:
        case "conflict":
            other = number + chance.choice((-1, 1)) * number // chance.randint(2, 9)
            exact = other // 10 * 10 + number % 10
            return f"{_rounded(exact, chance.choice((1, 1, 100, 1_000))):,}"
        case "rounded":
            return f"{_rounded(number, chance.choice((10, 100, 1_000))):,}"
        case "bounded":
            floor = number // 1_000 * 1_000
            words = (("more than", floor), ("less than", floor + 1_000), ("about", floor))
            word, bound = chance.choice(words)
            return f"{word} {bound:,}"
    return f"{number:,}"


def _rounded(number: int, to: int) -> int:
    """As the press rounds: a half goes up."""
    return (number + to // 2) // to * to


def _number(text: str) -> int:
    return int(text.split()[-1].replace(",", ""))


def loaded(claims: list[Planted]) -> Loaded:
    """The same claims as loading gives them: their values read, and not yet compared."""
    attributes = {
        name: Attribute(name, name, "quantity", HERE, measure="flow", key=("period",))
        for name in ATTRIBUTES
    }
    subjects = {c.group[0]: Subject(c.group[0], c.group[0], HERE) for c in claims}
    sources = {n: _source(n) for n in sorted({c.source for c in claims})}
    return Loaded(
        vocabulary=Vocabulary(subjects, attributes, {}, {}),
        sources=tuple(sources.values()),
        claims=tuple(_claims(claims, sources, subjects, attributes)),
        archives={},
        diagnostics=(),
    )


def _claims(
    claims: list[Planted],
    sources: Mapping[int, Source],
    subjects: Mapping[str, Subject],
    attributes: Mapping[str, Attribute],
) -> Iterator[Claim]:
    for number, one in enumerate(claims):
        subject, attribute, _ = one.group
        yield Claim(
            id=f"c{number}",
            source=sources[one.source],
            subject=subjects[subject],
            subject_text=subject,
            attribute=attributes[attribute],
            text=one.text,
            value=_read(one.text),
            location=HERE,
            places={},
            language="en",
            period=_year(one.year),
            period_text=str(one.year),
        )


def _source(number: int) -> Source:
    day = date(2026, number % 12 + 1, number % 28 + 1)
    return Source(f"s{number}", f"Outlet {number}", "T", Period(day, day), "en", HERE)


@cache
def _read(text: str) -> Value:
    return kind_of("quantity").read(text, Context("en"))


@cache
def _year(year: int) -> Period:
    return Period(date(year, 1, 1), date(year, 12, 31))
