"""Corpora at random with a few changes, many of which leave them right: what is fed to a run."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from random import Random
from typing import Any

from tests.fuzzing.pools import ORIGINS, SUBJECTS, World
from tests.fuzzing.worlds import Maker


def mutate(world: World, chance: Random) -> None:
    """Change one node in place: often to what stands under the same key elsewhere."""
    nodes = list(_nodes(world, ()))
    holder, step, key = chance.choice(nodes)
    alike = [h[s] for h, s, k in nodes if k == key]
    match chance.randrange(6):
        case 0 | 1 | 2:
            holder[step] = deepcopy(chance.choice(alike))
        case 3:
            del holder[step]
        case 4 if isinstance(holder, list):
            holder.append(deepcopy(holder[step]))
        case 4:
            holder[step] = deepcopy([holder[step], chance.choice(alike)])
        case _:
            holder[step] = chance.choice(
                [*SUBJECTS, *ORIGINS, "a3", "typoo", "true", "", "2025", "0"]
            )


def _nodes(node: Any, path: tuple[object, ...]) -> Iterator[tuple[Any, Any, list[str]]]:
    """Every place below the files: (what holds it, its step, the key under which it stands)."""
    pairs = node.items() if isinstance(node, dict) else enumerate(node)
    for step, inner in list(pairs):
        deeper = (*path, step)
        if len(path) > 0:
            yield node, step, [s for s in deeper if isinstance(s, str)][1:]
        if isinstance(inner, (dict, list)):
            yield from _nodes(inner, deeper)


SETTINGS = [
    "",
    "",
    "",
    'select = ["quantity-mismatch", "set-mismatch", "name-variant"]\n',
    'ignore = ["quantity-mismatch", "date-mismatch"]\n',
    '[rules.quantity-mismatch]\nsmallest-gap = "5 %"\n',
    '[severity]\nundetermined = "note"\ncontradicts = "warning"\n',
    '[subjects.s1]\nignore = ["quantity-mismatch"]\nseverity = "note"\n',
    '[sources.post]\nignore = ["choice-mismatch"]\n',
    '[rules.growth-mismatch]\nsmallest-miss = "3 %"\n[rules.sum-mismatch]\nseverity = "error"\n',
]


def mutant(chance: Random) -> dict[str, str]:
    """The files of one mutant by their paths, with its settings: JSON, which is YAML too."""
    world = Maker(chance).world()
    for _ in range(chance.choice([0, 0, 1, 1, 2, 4])):
        mutate(world, chance)
    texts = {
        f"claims/{path}": json.dumps(data, indent=0, ensure_ascii=False)
        for path, data in world.items()
    }
    return texts | {"factcheck.toml": chance.choice(SETTINGS)}
