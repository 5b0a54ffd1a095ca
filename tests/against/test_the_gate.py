"""What a change is held to: only what is new in it fails, and it cannot silence itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.against.repository import DAY, Repository, checked, clash, notes, refused, stated, states
from tests.corpora import add, contradict, run

Out = pytest.CaptureFixture[str]
BUDGET, STAFF = "quantity-mismatch budget", "quantity-mismatch staff"


def decide(*more: str) -> str:
    """Record a decision on the clash about the budget; its id."""
    id = the_id("budget")
    decision = ("--decision", "not-comparable", "--reason", "They differ.", "--by", "A. Berg")
    assert run("resolve", id, *decision, *DAY, *more) == 0
    return id


def the_id(attribute: str) -> str:
    from factcheck.pipeline import run as report

    return next(f.id for f in report(Path("claims")).summary.findings if f.attribute == attribute)


def test_what_was_there_is_known(repository: Repository, capsys: Out) -> None:
    assert run("check") == 1
    assert checked() == 0
    document = stated(capsys)
    assert states(document) == {BUDGET: "known"}
    base = repository.git("rev-parse", "main")[:12]
    assert notes(document) == {"base": f"Compared with {base}, the merge base of HEAD and main."}


def test_what_the_change_brings_fails_and_comes_first(repository: Repository, capsys: Out) -> None:
    clash(repository.claims)
    assert checked() == 1
    assert states(stated(capsys)) == {BUDGET: "known", STAFF: "new"}
    repository.commit()
    assert states(stated(capsys)) == {BUDGET: "known", STAFF: "new"}


def test_a_value_that_changes_fails(repository: Repository, capsys: Out) -> None:
    add(repository.claims, "Wire", "attribute: budget, value: 160 million euros, period: 2025")
    assert checked() == 1
    document = stated(capsys)
    assert states(document) == {BUDGET: "changed"}
    assert "now says 160 mn EUR" in document["findings"][0]["why"]


def test_a_source_that_joins_passes(repository: Repository, capsys: Out) -> None:
    add(repository.claims, "Molo", "attribute: budget, value: 150 million euros, period: 2025")
    assert checked() == 0
    assert states(stated(capsys)) == {BUDGET: "grown"}


def test_what_is_mended_is_counted(repository: Repository, capsys: Out) -> None:
    add(repository.claims, "Wire", "attribute: budget, value: 85 million euros, period: 2025")
    document = stated(capsys)
    assert (document["findings"], document["summary"]["gone"], document["stale"]) == ([], 1, [])


def test_old_is_where_the_branches_part_and_not_what_came_since(
    repository: Repository, capsys: Out
) -> None:
    clash(repository.claims)
    repository.commit()
    repository.git("checkout", "-q", "main")
    clash(repository.claims)
    repository.commit("The same, by somebody else.")
    repository.git("checkout", "-q", "change")
    assert states(stated(capsys))[STAFF] == "new"
    repository.git("merge", "-q", "-s", "ours", "--no-edit", "main")
    assert states(stated(capsys))[STAFF] == "known"


def test_a_dirty_tree_and_untracked_files_are_what_is_checked(repository: Repository) -> None:
    clash(repository.claims)
    repository.commit()
    (repository.claims / "sources" / "faro.yaml").unlink()
    assert checked() == 0, "the deletion counts though nobody committed it"
    clash(repository.claims, "Quay")
    assert checked() == 1


@pytest.mark.parametrize("ref", ["v1", "heads/main", "main~0", "@{-1}"])
def test_whatever_names_a_commit_will_do(repository: Repository, ref: str) -> None:
    repository.git("tag", "-a", "v1", "-m", "One.", "main")
    clash(repository.claims)
    assert checked(against=ref) == 1
    assert checked(against=repository.git("rev-parse", "--short", "main")) == 1
    assert checked(against=repository.git("rev-parse", "main")) == 1


def test_the_side_that_the_change_touched_comes_first(repository: Repository, capsys: Out) -> None:
    claim = "attribute: budget, value: 95 million euros, period: 2025"
    add(repository.claims, "Post", claim, published="2025-01-01")
    repository.commit()
    for ref, outlet in (("main", "post"), ("HEAD", "wire")):
        (finding,) = stated(capsys, against=ref)["findings"]
        assert finding["positions"][0]["claims"][0]["source"] == outlet, ref
    checked("-o", "concise")
    assert capsys.readouterr().out.splitlines()[1].startswith("claims/sources/post.yaml:3:")


def test_a_claim_that_only_moved_is_not_touched(repository: Repository, capsys: Out) -> None:
    post = repository.claims / "sources" / "post.yaml"
    post.write_text("# Seen.\n\n" + post.read_text("utf-8"), "utf-8")
    claim = "attribute: budget, value: 151 million euros, period: 2025"
    add(repository.claims, "Wire", claim, published="2025-12-30")
    (finding,) = stated(capsys)["findings"]
    assert finding["positions"][0]["claims"][0]["source"] == "wire"


def test_a_file_that_is_renamed_is_the_same_source(repository: Repository, capsys: Out) -> None:
    """Without an id in it, the name of its file is that of its source."""
    quoted = "attribute: budget, value: 99 million euros, period: 2024, quote: 77 million euros"
    add(repository.claims, "Quay", quoted)
    repository.commit()
    repository.on_main()
    assert BUDGET in states(stated(capsys))
    assert "value-not-in-quote budget" in states(stated(capsys)), "a finding on one claim"
    (repository.claims / "sources" / "quay.yaml").rename(repository.claims / "sources/q-2026.yaml")
    (repository.claims / "sources" / "post.yaml").rename(repository.claims / "sources/p-2026.yaml")
    document = stated(capsys)
    assert set(states(document).values()) == {"known"}
    assert document["summary"]["gone"] == 0


def test_a_claim_that_is_given_an_id_is_the_same_claim(repository: Repository, capsys: Out) -> None:
    quoted = "attribute: budget, value: 99 million euros, period: 2024, quote: 77 million euros"
    add(repository.claims, "Quay", quoted)
    repository.commit()
    repository.on_main()
    add(repository.claims, "Quay", f"id: first, {quoted}")
    assert set(states(stated(capsys)).values()) == {"known"}


def test_a_line_added_to_the_baseline_silences_nothing(repository: Repository, capsys: Out) -> None:
    clash(repository.claims)
    assert run("baseline", "create") == 0
    assert run("check") == 0
    assert checked() == 1
    document = stated(capsys)
    assert states(document) == {BUDGET: "known", STAFF: "new"}
    assert notes(document)["baseline-longer"] == (
        "This change adds to the baseline (lines: 2). They make nothing known here: what a change "
        "brings, it cannot silence."
    )


def test_a_baseline_of_both_sides_counts(repository: Repository, capsys: Out) -> None:
    clash(repository.claims)
    run("baseline", "create")
    contradict(repository.claims)
    (repository.claims / "sources" / "molo.yaml").unlink()
    repository.commit()
    repository.on_main()
    clash(repository.claims)
    assert states(stated(capsys)) == {BUDGET: "known", STAFF: "known"}
    lines = (repository.claims / "baseline.jsonl").read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if '"northwind / staff"' not in line]
    (repository.claims / "baseline.jsonl").write_text("".join(kept), "utf-8")
    document = stated(capsys)
    assert states(document)[STAFF] == "new"
    assert "baseline-shorter" in notes(document)


def test_a_line_added_to_the_baseline_that_fits_nothing_is_stale(repository: Repository) -> None:
    clash(repository.claims)
    run("baseline", "create")
    (repository.claims / "sources" / "molo.yaml").unlink()
    assert checked() == 0
    assert checked("--stale", "error") == 4


def test_a_decision_in_the_change_decides_and_is_announced(
    repository: Repository, capsys: Out
) -> None:
    add(repository.claims, "Wire", "attribute: budget, value: 160 million euros, period: 2025")
    assert checked() == 1
    id = decide()
    assert checked() == 0
    document = stated(capsys)
    assert states(document) == {BUDGET: "resolved"}
    (_, one) = document["announced"]
    assert one == {
        "about": "decision-added",
        "message": f"This change decides on {id} (northwind / budget / 2025): not-comparable, by "
        "A. Berg: They differ.",
        "path": f"claims/resolutions/{id}.yaml",
        "line": 1,
    }


def test_a_decision_altered_or_taken_back_is_announced(repository: Repository, capsys: Out) -> None:
    id = decide()
    repository.commit()
    repository.on_main()
    assert list(notes(stated(capsys))) == ["base"]
    file = repository.claims / "resolutions" / f"{id}.yaml"
    text = file.read_text("utf-8")
    file.write_text(f"# A note.\n{text}", "utf-8")
    assert list(notes(stated(capsys))) == ["base"], "a comment alters nothing"
    file.write_text(text.replace("not-comparable", "all-right"), "utf-8")
    assert "which is now all-right, by A. Berg" in notes(stated(capsys))["decision-changed"]
    file.unlink()
    document = stated(capsys)
    assert "which was not-comparable, by A. Berg" in notes(document)["decision-withdrawn"]
    assert states(document) == {BUDGET: "known"}


def test_a_change_cannot_undo_what_was_decided_on(repository: Repository, capsys: Out) -> None:
    id = decide()
    repository.commit()
    repository.on_main()
    add(repository.claims, "Wire", "attribute: budget, value: 160 million euros, period: 2025")
    assert states(stated(capsys)) == {BUDGET: "reopened"}
    (repository.claims / "resolutions" / f"{id}.yaml").unlink()
    assert states(stated(capsys)) == {BUDGET: "changed"}
    assert checked() == 1


def test_a_decision_that_runs_out_fails_the_desk_and_no_change_of_others(
    repository: Repository, capsys: Out
) -> None:
    decide("--expires", "2026-03-31")
    repository.commit()
    repository.on_main()
    late = ("--today", "2026-04-01")
    assert run("check", *late) == 1
    assert run("check", "--against", "main", *late) == 0
    document = stated(capsys, *late)
    assert states(document) == {BUDGET: "known"}
    assert document["findings"][0]["why"] == "The decision held until 2026-03-31."
    assert [s["lapse"] for s in document["stale"]] == ["expired"]
    add(repository.claims, "Wire", "attribute: budget, value: 160 million euros, period: 2025")
    assert states(stated(capsys, *late)) == {BUDGET: "changed"}


def test_registries_are_those_of_each_side(repository: Repository, capsys: Out) -> None:
    """Widening a tolerance makes a finding go away; that is gone, and nothing is new."""
    registry = repository.claims / "attributes.yaml"
    text = registry.read_text("utf-8")
    registry.write_text(text.replace("key: [period]", "key: [period], tolerance: 80 %"), "utf-8")
    assert stated(capsys)["summary"]["gone"] == 1
    repository.commit()
    repository.on_main()
    registry.write_text(text, "utf-8")
    assert states(stated(capsys)) == {BUDGET: "new"}


@pytest.mark.parametrize(
    "format", ["concise", "github", "html", "json", "junit", "markdown", "sarif", "text"]
)
def test_every_format_announces(repository: Repository, capsys: Out, format: str) -> None:
    id = decide()
    run("baseline", "create")
    clash(repository.claims)
    (repository.claims / "baseline.jsonl").unlink()
    run("baseline", "create")
    capsys.readouterr()
    checked("-o", format)
    out = capsys.readouterr().out
    for words in ("Compared with", f"This change decides on {id}", "adds to the baseline"):
        assert words in out


def test_of_one_source_only_that_source_is_held_against_itself(
    repository: Repository, capsys: Out
) -> None:
    two = ("attribute: staff, value: '3'", "attribute: staff, value: '44'")
    add(repository.claims, "Molo", *two)
    document = stated(capsys, "claims/sources/molo.yaml")
    assert set(states(document).values()) == {"new"}
    assert document["summary"]["gone"] == 0
    repository.commit()
    assert set(states(stated(capsys, "claims/sources/molo.yaml", against="HEAD")).values()) == {
        "known"
    }


def test_two_runs_give_the_same_bytes(repository: Repository, capsys: Out) -> None:
    clash(repository.claims)
    assert json.dumps(stated(capsys)) == json.dumps(stated(capsys))


def test_a_path_without_claims_is_named_before_a_ref_without_a_commit(
    repository: Repository, capsys: Out
) -> None:
    assert "nowhere" in refused(capsys, "nowhere", against="mian")
