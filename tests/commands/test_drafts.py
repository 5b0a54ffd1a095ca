"""Drafts: claims that nobody has confirmed take part in nothing, and `check` says they wait."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.corpora import add, found, run

Out = pytest.CaptureFixture[str]
BUDGET = "attribute: budget, period: 2025"


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two claims that agree, and a draft that contradicts both."""
    monkeypatch.chdir(tmp_path)
    claims = found(tmp_path)
    add(claims, "Post", f"{BUDGET}, value: 85 million euros")
    add(
        claims,
        "Wire",
        f"{BUDGET}, value: 85 million euros",
        f"{BUDGET}, value: 150 million euros, draft: true",
    )
    return claims


@pytest.mark.parametrize(
    ("how", "code", "listed"),
    [
        ((), 0, False),
        (("--drafts=ignore",), 0, False),
        (("--drafts=warn",), 0, True),
        (("--drafts=fail",), 1, True),
    ],
)
def test_what_is_said_of_drafts(
    corpus: Path, capsys: Out, how: tuple[str, ...], code: int, listed: bool
) -> None:
    assert run("check", *how) == code
    described = capsys.readouterr()
    assert "1 draft is compared with nothing: nobody has confirmed it." in described.out
    assert "contradiction" not in described.out
    place = "claims/sources/wire.yaml:4:92: a draft, which is compared with nothing: Northwind"
    assert (place in described.err) is listed


def test_the_settings_may_ask_for_it(corpus: Path) -> None:
    Path("factcheck.toml").write_text('drafts = "fail"\n', "utf-8")
    assert run("check") == 1
    assert run("check", "--drafts=warn") == 0


def test_a_draft_is_not_exported_and_not_put_into_a_baseline(corpus: Path, capsys: Out) -> None:
    assert run("export", "-o", "claims.jsonl") == 0
    assert Path("claims.jsonl").read_text("utf-8").count("\n") == 2
    add(corpus, "Molo", f"{BUDGET}, value: 99 million euros, draft: {{subject: [Northwind]}}")
    assert run("baseline", "create") == 0
    assert not Path("claims/baseline.jsonl").exists() or not Path(
        "claims/baseline.jsonl"
    ).read_text("utf-8")


def test_once_confirmed_it_counts(corpus: Path) -> None:
    wire = corpus / "sources" / "wire.yaml"
    wire.write_text(wire.read_text("utf-8").replace(", draft: true", ""), "utf-8")
    assert run("check", "--drafts=fail") == 1
    assert run("check", "--drafts=fail", "--fail-on=never") == 0


def test_a_fault_of_a_draft_is_a_fault(corpus: Path) -> None:
    add(corpus, "Molo", "attribute: budget, value: many ships, draft: true")
    assert run("check") == 3
