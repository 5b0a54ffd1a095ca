"""A base that was committed before keys were renamed: it is read under today's keys, silently."""

from __future__ import annotations

import pytest

from tests.against.repository import Repository, checked, notes, stated, states
from tests.corpora import add

Out = pytest.CaptureFixture[str]

OLD = """attributes:
  - {id: budget, label: budget, kind: money, unit: EUR, key: [period, perimeter],
     perimeters: [{id: all, label: all}, {id: ferries, label: the ferries, part_of: all}]}
"""
NEW = OLD.replace("perimeters", "coverages").replace("perimeter]", "covers]")


def write(repository: Repository, attributes: str, status: str, covers: str) -> None:
    (repository.claims / "attributes.yaml").write_text(attributes, "utf-8")
    for outlet, value in (("Post", "85 million euros"), ("Wire", "150 million euros")):
        scope = f"period: 2027, {status}: planned, {covers}"
        add(repository.claims, outlet, f"id: b, attribute: budget, value: {value}, {scope}")


def test_a_migrated_corpus_brings_nothing(repository: Repository, capsys: Out) -> None:
    write(repository, OLD, "modality", "perimeter: ferries, covers: two boats")
    repository.commit()
    repository.on_main()
    write(repository, NEW, "status", "covers: {text: two boats, coverage: ferries}")
    document = stated(capsys)
    assert states(document) == {"quantity-mismatch budget": "known"}
    assert "faults-there" not in notes(document)
    assert checked() == 0


def test_what_a_migration_must_not_hide(repository: Repository, capsys: Out) -> None:
    """The same keys with another meaning: the clash moves to another scope, and is new."""
    write(repository, OLD, "modality", "perimeter: ferries")
    repository.commit()
    repository.on_main()
    write(repository, NEW, "status", "covers: all")
    assert states(stated(capsys)) == {"quantity-mismatch budget": "new"}


def test_old_keys_in_the_working_tree_are_faults(repository: Repository) -> None:
    write(repository, OLD, "modality", "perimeter: ferries")
    assert checked() == 3
