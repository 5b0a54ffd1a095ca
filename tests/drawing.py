"""How much the tests that draw their cases draw, and from which seed: little and fixed, or deep.

`pytest` draws the same few cases at every run, so that it fails for a change and for nothing else.
`pytest --deep --hypothesis-seed=N` draws many, others for each N; `make test-deep` draws the N.
"""

from __future__ import annotations

from random import Random

from hypothesis import settings

DEEPER = 10
"""How many times as many examples a deep run draws."""

# A busy machine is no defect: without a deadline.
settings.register_profile("fixed", deadline=None, derandomize=True)
settings.register_profile("seeded", deadline=None)
settings.register_profile("deep", deadline=None, max_examples=100 * DEEPER)

_run: dict[str, int | None] = {"seed": None, "deep": False}


def begin(seed: int | None, deep: bool) -> None:
    """Called once, before tests are collected: their decorators ask how much to draw."""
    _run.update(seed=seed, deep=deep)
    settings.load_profile("deep" if deep else "fixed" if seed is None else "seeded")


def size(few: int, deep: int) -> int:
    """How many cases to draw: few, or in a deep run as many as find what few do not."""
    return deep if _run["deep"] else few


def examples(number: int) -> settings:
    """Decorates a property of which so many examples are drawn, and ten times as many deep."""
    return settings(max_examples=size(number, number * DEEPER))


def chance(salt: object) -> Random:
    """Draws for one test: the same in every run, but for one with a seed of its own."""
    seed = _run["seed"]
    return Random(str(salt) if seed is None else f"{seed} {salt}")
