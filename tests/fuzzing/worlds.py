"""Corpora that nobody would write: every key of every registry, put together at random.

Each is right but for a few mutations, so that most of them load and the rules see them.
"""

from __future__ import annotations

from random import Random

from tests.fuzzing.pools import (
    BOUND,
    KEYS,
    KINDS,
    NAMES,
    ORIGINS,
    OUTLETS,
    PERIODS,
    RELATIONS,
    SOURCES,
    STATUS,
    SUBJECTS,
    VALUES,
    World,
)


class Maker:
    """Makes worlds from the draws of one chance."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.attributes: list[World] = []

    def world(self) -> World:
        """The files of a corpus that should load, but for what it may hold by bad luck."""
        files: World = {
            "subjects.yaml": {"subjects": [self._subject(n) for n in range(len(SUBJECTS))]},
            "attributes.yaml": {"attributes": self._attributes()},
            "origins.yaml": {"origins": [self._origin(n) for n in range(len(ORIGINS))]},
            "relations.yaml": {"relations": self._relations()},
        }
        for number, id in enumerate(SOURCES):
            files[f"sources/{id}.yaml"] = self._source(number)
        return files

    def often(self, share: float) -> bool:
        return self.chance.random() < share

    def some(self, pool: list[str], most: int) -> list[str]:
        return self.chance.sample(pool, min(len(pool), self.chance.randint(1, most)))

    def maybe(self, share: float, **given: object) -> World:
        return given if self.often(share) else {}

    def _subject(self, number: int) -> World:
        before = SUBJECTS[:number]
        pick = self.chance.choice
        return {
            "id": SUBJECTS[number],
            "label": NAMES[number],
            **self.maybe(0.2, aliases=[f"Alias {number}"]),
            **self.maybe(0.2, misspellings=[f"Nortwind{number}"]),
            **self.maybe(0.2, names={pick(["it", "zh", "de"]): f"Nome {number}"}),
            **(self.maybe(0.4, part_of=pick(before)) if before else {}),
            **(self.maybe(0.4, family=pick(before)) if before else {}),
            **(
                self.maybe(0.2, confusable_with=[{"subject": pick(before), "reason": "another"}])
                if before
                else {}
            ),
            **self.maybe(0.2, country=pick(["US", "CN", "IT", "CA"])),
            **self.maybe(0.3, fiscal_year_starts=pick(["04-01", "10-01", "02-28", "07-01"])),
        }

    def _attributes(self) -> list[World]:
        for id, (kind, unit) in BOUND.items():
            bound = self._attribute(id, kind)
            for key in ("many", "closed", "unit"):
                bound.pop(key, None)
            self.attributes.append(bound | ({} if unit is None else {"unit": unit}))
        for number, kind in enumerate([*KINDS, "quantity", "choice"]):
            self.attributes.append(self._attribute(f"a{number}", kind))
        return self.attributes

    def _attribute(self, id: str, kind: str) -> World:
        pick, before = self.chance.choice, [a["id"] for a in self.attributes]
        measured = kind in ("quantity", "money")
        many = self.often(0.25)
        units = ["%", "km", "t"] if kind == "quantity" else ["EUR", "USD", "CNY"]
        return {
            "id": id,
            "label": f"figure {id}",
            "kind": kind,
            "key": sorted(set(self.some(KEYS[:5], 2))) if self.often(0.7) else [],
            **self.maybe(0.3, labels={"it": f"cifra {id}"}),
            **({"many": True} if many else {}),
            **({"closed": True} if many and self.often(0.5) else {}),
            **(self.maybe(0.2, part_of=pick(before)) if before else {}),
            **(self.maybe(0.5, measure=pick(["flow", "net", "stock"])) if measured else {}),
            **(self.maybe(0.3, unit=pick(units)) if measured else {}),
            **(self.maybe(0.3, tolerance=pick(["2 %", "0.5 %", "10 %"])) if measured else {}),
            **({"choices": self._choices()} if kind == "choice" else {}),
            **(self.maybe(0.3, coverages=self._coverages())),
        }

    def _choices(self) -> list[World]:
        found: list[World] = []
        for number, word in enumerate(["first", "second", "third", "open"]):
            before = [c["id"] for c in found]
            found.append(
                {
                    "id": f"c{number}",
                    "label": word,
                    **self.maybe(0.5, words={"en": [f"{word} one"], "it": [f"il {word}"]}),
                    **(self.maybe(0.5, excludes=self.some(before, 2)) if before else {}),
                    **(self.maybe(0.3, refines=self.some(before, 2)) if before else {}),
                    **self.maybe(0.3, rank=str(number + 1)),
                }
            )
        return found

    def _coverages(self) -> list[World]:
        return [
            {"id": "all", "label": "all of it", "words": {"en": ["all"]}},
            {"id": "chips", "label": "chips", "part_of": "all"},
            {"id": "sheds", "label": "sheds", **self.maybe(0.5, part_of=["all", "chips"])},
        ]

    def _origin(self, number: int) -> World:
        kinds = ["outlet", "publisher", "research-firm", "regulator", "company", "person"]
        kind = "anonymous" if ORIGINS[number] == "people" else self.chance.choice(kinds)
        before = [o for o in ORIGINS[:number] if o != "people"]
        return {
            "id": ORIGINS[number],
            "label": f"The {ORIGINS[number]}",
            "kind": kind,
            **self.maybe(0.4, outlet=OUTLETS[number]),
            **(
                self.maybe(0.3, publisher=self.chance.choice(before))
                if before and kind != "anonymous"
                else {}
            ),
        }

    def _relations(self) -> list[World]:
        return [
            {
                "id": f"r{number}",
                "kind": kind,
                "terms": self._terms(RELATIONS[kind]),
                **self.maybe(0.5, holds=self.chance.choice(["must", "expected"])),
                **self.maybe(0.2, subjects=self.some(SUBJECTS, 2)),
            }
            for number, kind in enumerate(self.some(sorted(RELATIONS), 6))
        ]

    def _terms(self, roles: World) -> World:
        """Each attribute once, as far as there are enough."""
        terms: World = {}
        used: set[str] = set()

        def drawn(pool: list[str]) -> str:
            fresh = [id for id in pool if id not in used] or pool
            used.add(id := self.chance.choice(fresh))
            return self._term(id)

        for term, pool in roles.items():
            pools = pool if isinstance(pool[0], list) else [pool, pool]
            many = term in ("parts", "factors")
            terms[term] = [drawn(p) for p in pools] if many else drawn(pool)
        return terms

    def _term(self, attribute: str) -> str:
        return f"{self.chance.choice(SUBJECTS)}/{attribute}" if self.often(0.2) else attribute

    def _source(self, number: int) -> World:
        pick = self.chance.choice
        days = ["2025-03-01", "2025-06", "2026-01-05", "2024-02-29", "2025"]
        header = {
            "id": SOURCES[number],
            "outlet": OUTLETS[0] if number < 2 else OUTLETS[number - 1],
            "title": "T",
            "published": pick(days),
            "language": pick(["en", "en", "en", "en-US", "en-IN"]),
            **self.maybe(0.2, updated=pick(["2026-01-06", "2026-02"])),
            **self.maybe(0.3, cites=self.some(ORIGINS, 2)),
            **self.maybe(0.1, retracted="2026-02-01"),
            **self.maybe(0.2, genre=pick(["news", "aggregation", "generated", "filing"])),
            **(self.maybe(0.3, replaces=pick(SOURCES[:number])) if number else {}),
            **self.maybe(0.1, ours=True),
        }
        return {"source": header, "claims": [self._claim(n) for n in range(pick([4, 8, 16]))]}

    def _claim(self, number: int) -> World:
        pick = self.chance.choice
        attribute = pick(self.attributes)
        values = VALUES[attribute["kind"]][: pick([2, 4, 99])]
        value = self.some(values, 3) if attribute.get("many") else pick(values)
        coverages = [c["id"] for c in attribute.get("coverages", ())]
        covers = pick([*coverages, "something", "all"])
        return {
            "id": f"k{number}",
            "subject": pick(SUBJECTS[: pick([2, 7])]),
            "attribute": attribute["id"],
            "value": value,
            **self.maybe(0.5, period=pick(PERIODS[: pick([3, 99])])),
            **self.maybe(0.3, as_of=pick(PERIODS)),
            **self.maybe(0.2, place=pick([*SUBJECTS, "Oslo", "Bergen"])),
            **self.maybe(0.2, covers=covers),
            **self.maybe(0.2, basis=pick(["monthly", "daily"])),
            **self.maybe(0.2, status=pick(STATUS)),
            **self.maybe(0.1, conditions="if it rains"),
            **self.maybe(0.3, attributed_to=self.some(ORIGINS, 2)),
            **self.maybe(0.2, quote=f"it is {value} in all"),
            **self.maybe(0.1, relative_to="2024-05-01"),
            **self.maybe(0.05, read_as={"value": value, "reason": "slip"}),
            **self.maybe(0.05, ignore=True),
        }
