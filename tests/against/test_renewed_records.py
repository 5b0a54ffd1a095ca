"""A change that gives records digests adds nothing to them; one that alters a digest does."""

from __future__ import annotations

import re

import pytest

from tests.against.repository import DAY, Repository, checked, notes, stated, states
from tests.corpora import add, run

Out = pytest.CaptureFixture[str]
BUDGET = "quantity-mismatch budget"


@pytest.fixture
def old_baseline(repository: Repository) -> Repository:
    """A baseline on `main` of which the lines have no digests."""
    assert run("baseline", "create") == 0
    baseline = repository.claims / "baseline.jsonl"
    text = baseline.read_text("utf-8")
    bare = re.sub(r'"claims": \{("[^"]+"): "[0-9a-f]{12}"\}', r'"claims": [\1]', text)
    assert bare != text
    baseline.write_text(bare, "utf-8")
    repository.commit()
    repository.on_main()
    return repository


def test_renewed_lines_count(old_baseline: Repository, capsys: Out) -> None:
    assert run("baseline", "renew") == 0
    assert "{" in (old_baseline.claims / "baseline.jsonl").read_text("utf-8").partition(": [")[2]
    document = stated(capsys)
    assert states(document) == {BUDGET: "known"}
    assert not {"baseline-longer", "baseline-shorter"} & set(notes(document))


def test_a_line_with_another_digest_makes_nothing_known(
    old_baseline: Repository, capsys: Out
) -> None:
    """Else a change could alter what a claim means, and its record with it."""
    run("baseline", "renew")
    old_baseline.commit()
    old_baseline.on_main()
    again = "attribute: budget, value: 150 million euros, period: 2025, conditions: if built"
    add(old_baseline.claims, "Wire", again)
    (old_baseline.claims / "baseline.jsonl").unlink()
    assert run("baseline", "create") == 0
    assert run("check") == 0
    document = stated(capsys)
    assert states(document) == {BUDGET: "changed"}
    assert {"baseline-longer", "baseline-shorter"} <= set(notes(document))
    assert checked() == 1


def test_a_renamed_source_alters_no_decision(repository: Repository, capsys: Out) -> None:
    """Names in a record are renewed with the file; its digests are of what claims mean."""
    [id] = [f["id"] for f in stated(capsys)["findings"]]
    decision = ("--decision", "all-right", "--reason", "Two budgets.", "--by", "A. Berg")
    assert run("resolve", id, *decision, *DAY) == 0
    repository.commit()
    repository.on_main()
    repository.git("mv", "claims/sources/wire.yaml", "claims/sources/w.yaml")
    record = repository.claims / "resolutions" / f"{id}.yaml"
    record.write_text(record.read_text("utf-8").replace("wire/", "w/"), "utf-8")
    document = stated(capsys)
    assert states(document) == {BUDGET: "resolved"}
    assert set(notes(document)) == {"base"}
