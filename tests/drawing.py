"""How much the tests that draw their cases draw, and from which seed: little and fixed, or deep.

`pytest` draws the same few cases at every run, so that it fails for a change and for nothing else:
a share of the examples of each property. With `--hypothesis-seed=N` it draws all of them, others
for each N, and with `--deep` ten times as many; `make test-deep` draws the N.
"""

from __future__ import annotations

from random import Random

from hypothesis import settings

DEEPER = 10
"""How many times as many examples a deep run draws."""

SHARE = 3
"""Of how many examples a fixed run draws one: the same ones again find nothing new."""

DEFAULT = 100
"""The examples of a property that does not say how many it wants, as Hypothesis has it."""

# A busy machine is no defect: without a deadline.
settings.register_profile("fixed", deadline=None, derandomize=True, max_examples=DEFAULT // SHARE)
settings.register_profile("seeded", deadline=None)
settings.register_profile("deep", deadline=None, max_examples=DEFAULT * DEEPER)

_run: dict[str, int | None] = {"seed": None, "deep": False}


def begin(seed: int | None, deep: bool) -> None:
    """Called once, before tests are collected: their decorators ask how much to draw."""
    _run.update(seed=seed, deep=deep)
    settings.load_profile("deep" if deep else "fixed" if seed is None else "seeded")


def size(few: int, deep: int) -> int:
    """How many cases to draw: few, or in a deep run as many as find what few do not."""
    return deep if _run["deep"] else few


def examples(number: int) -> settings:
    """Decorates a property of which so many examples are drawn: a share of them in a fixed run, and
    ten times as many in a deep one."""
    few = number if _run["seed"] is not None else number // SHARE
    return settings(max_examples=size(few, number * DEEPER))


def chance(salt: object) -> Random:
    """Draws for one test: the same in every run, but for one with a seed of its own."""
    seed = _run["seed"]
    return Random(str(salt) if seed is None else f"{seed} {salt}")
