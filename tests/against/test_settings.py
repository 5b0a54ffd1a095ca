"""The settings of the base hold, and what a change does to them is announced."""

from __future__ import annotations

import pytest

from tests.against.repository import Repository, checked, clash, notes, stated, states
from tests.corpora import run

Out = pytest.CaptureFixture[str]
BUDGET, STAFF = "quantity-mismatch budget", "quantity-mismatch staff"
LENIENT = 'fail-on = "never"\nignore = ["quantity-mismatch"]\n'


def settle(repository: Repository, text: str, name: str = "factcheck.toml") -> None:
    (repository.root / name).write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("factcheck.toml", LENIENT),
        ("pyproject.toml", "[tool.factcheck]\n" + LENIENT),
        ("claims/factcheck.toml", LENIENT),
        ("factcheck.toml", '[severity]\ncontradicts = "note"\n'),
        ("factcheck.toml", '[subjects.northwind]\nseverity = "note"\n'),
    ],
)
def test_a_change_cannot_set_itself_free(
    repository: Repository, capsys: Out, name: str, text: str
) -> None:
    clash(repository.claims)
    settle(repository, text, name)
    assert run("check") == 0
    assert checked() == 1
    document = stated(capsys)
    assert states(document)[STAFF] == "new"
    assert "Here those of the base hold" in notes(document)["settings-changed"]
    (one,) = (a for a in document["announced"] if a["about"] == "settings-changed")
    assert one["path"] == name


def test_settings_of_the_base_hold_though_the_change_deletes_them(
    repository: Repository, capsys: Out
) -> None:
    settle(repository, 'fail-on = "warning"\n[severity]\ncontradicts = "warning"\n')
    repository.commit()
    repository.on_main()
    (repository.root / "factcheck.toml").unlink()
    clash(repository.claims)
    document = stated(capsys)
    assert {f["severity"] for f in document["findings"]} == {"warning"}
    assert checked() == 1
    assert checked("--fail-on", "error") == 0, "the command line goes first"
    assert "(fail-on, severity.contradicts)" in notes(document)["settings-changed"]


def test_a_rule_that_the_change_turns_on_makes_nothing_new(repository: Repository) -> None:
    settle(repository, 'ignore = ["quantity-mismatch"]\n')
    repository.commit()
    repository.on_main()
    settle(repository, "")
    assert run("check") == 1
    assert checked() == 0


def test_settings_that_stay_or_only_move_things_are_not_told_of(
    repository: Repository, capsys: Out
) -> None:
    settle(repository, 'fail-on = "warning"\n')
    repository.commit()
    repository.on_main()
    settle(repository, '# So.\nclaims = "claims"\nfail-on = "warning"\noutput = "text"\n')
    assert list(notes(stated(capsys))) == ["base"]


def test_broken_settings_at_the_base_let_the_change_mend_them(
    repository: Repository, capsys: Out
) -> None:
    settle(repository, 'fail-on = "sometimes"\n')
    repository.commit()
    repository.on_main()
    assert checked() == 2
    settle(repository, 'fail-on = "never"\n')
    document = stated(capsys)
    assert states(document) == {BUDGET: "known"}
    assert notes(document)["settings-changed"].startswith(
        "The settings of the base cannot be used (factcheck.toml: fail-on: "
    )
    clash(repository.claims)
    assert checked() == 1, "what is usual holds, not what the change says"


def test_stale_is_taken_from_the_base(repository: Repository) -> None:
    settle(repository, 'stale = "error"\n')
    run("baseline", "create")
    (repository.claims / "sources" / "wire.yaml").unlink()
    repository.commit()
    repository.on_main()
    settle(repository, 'stale = "ignore"\n')
    assert run("check") == 0
    assert checked() == 4
