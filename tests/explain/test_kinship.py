"""Two claims of two topics: how they are kin, and the equation that binds them."""

from __future__ import annotations

from tests.explain.world import World, rows


def test_a_family_and_its_member(world: World) -> None:
    world.describe("post", "id: a, attribute: licence, value: open, subject: Lantern")
    world.describe(
        "wire",
        "id: b, attribute: licence, value: closed, subject: Northwind's models",
        "id: c, attribute: height, value: 5.5 m, subject: Northwind's models",
        "id: d, attribute: height, value: 9.5 m, subject: Lantern",
    )
    stated = world.explain("post/a", "wire/b")
    assert stated.startswith("contradicts: ")
    assert "topic: licence of Lantern" in rows(stated, "how they met")
    assert any("it is said of its members too" in row for row in rows(stated, "how they met"))
    disjoint = world.explain("wire/c", "wire/d")
    assert disjoint.startswith("no verdict: wire/c and wire/d  (two topics)")
    met = rows(disjoint, "how they met")
    assert "family: Lantern belongs to Northwind's models" in met
    assert "but: height of a family is not said of each of its members" in met


def test_other_subjects_and_attributes_say_how_they_are_kin(world: World) -> None:
    world.describe(
        "post",
        "id: a, attribute: tools, value: 5 million euros, subject: Lantern",
        "id: b, attribute: height, value: 5.5 m, subject: Lanthorn",
    )
    world.describe("wire", "id: c, attribute: budget, value: 9 million euros, period: 2025")
    met = rows(world.explain("post/a", "wire/c"), "how they met")
    assert "part: Lantern is part of Northwind" in met
    assert "part: budget for tools counts a part of budget" in met
    assert "compared: no: only claims on one attribute of one subject are compared" in met
    assert "taken for each other: a lamp maker" in rows(
        world.explain("post/a", "post/b"), "how they met"
    )


def test_a_relation_that_binds_both(world: World) -> None:
    world.describe(
        "post",
        "id: before, attribute: budget, value: 100 million euros, period: 2024",
        "id: now, attribute: budget, value: 150 million euros, period: 2025",
        "id: grown, attribute: growth, value: 10 %, period: 2025",
    )
    stated = world.explain("post/now", "post/grown")
    assert stated.startswith("impossible: post/now and post/grown  (two topics)")
    assert "compared: only by the relations below, as terms of one equation" in rows(
        stated, "how they met"
    )
    (relation,) = rows(stated, "relations")
    assert relation.startswith("budget-growth: budget = budget, the year before × (1 +")
    assert relation.endswith("must hold: it does not hold")
