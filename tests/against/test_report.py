"""The page: held against a commit, or against what an earlier run wrote."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.against.repository import DAY, Repository, clash
from tests.corpora import add, run

Out = pytest.CaptureFixture[str]


@pytest.fixture
def old(repository: Repository) -> Path:
    """What a run found when only the budget was in doubt."""
    assert run("check", "-o", "json:old.json", "--fail-on", "never", *DAY) == 0
    return repository.root / "old.json"


def page(*arguments: str) -> str:
    assert run("report", *arguments, *DAY) == 0
    return Path("report.html").read_text("utf-8").replace("\xa0", " ")


def state_of(page: str, attribute: str) -> str:
    """What the page says of the state of the finding on an attribute."""
    from factcheck.pipeline import run as report

    id = next(f.id for f in report(Path("claims")).summary.findings if f.attribute == attribute)
    card = page.split(f'id="f-{id}"')[1].split("</article>")[0]
    found = re.search(r"\b(new|known|changed|grown)\b", card)
    return found[1] if found else ""


def sentence(capsys: Out, *arguments: str) -> str:
    capsys.readouterr()
    assert run("report", *arguments) == 2
    err = capsys.readouterr().err
    assert err.startswith("Error: ")
    assert not Path("report.html").exists()
    return err


def test_against_a_commit(repository: Repository) -> None:
    clash(repository.claims)
    found = page("--against", "main")
    assert "Compared with" in found
    assert (state_of(found, "budget"), state_of(found, "staff")) == ("known", "new")


def test_since_an_earlier_run(repository: Repository, old: Path) -> None:
    clash(repository.claims)
    found = page("--since", "old.json")
    assert "Compared with the findings in old.json." in found
    assert (state_of(found, "budget"), state_of(found, "staff")) == ("known", "new")
    add(repository.claims, "Wire", "attribute: budget, value: 160 million euros, period: 2025")
    assert state_of(page("--since", "old.json"), "budget") == "changed"


def test_a_run_of_the_first_version_is_read(repository: Repository, old: Path) -> None:
    """Claims were a list without digests then, and rules bore other names."""
    clash(repository.claims)
    data = json.loads(old.read_text("utf-8"))
    data["version"] = 1
    for finding in data["findings"]:
        for value in finding["content"]:
            value["claims"] = list(value["claims"])
        finding["rule"] = {"status-gap": "modality-gap"}.get(finding["rule"], finding["rule"])
        for claim in (c for p in finding["positions"] for c in p["claims"]):
            del claim["status"], claim["covers"]
    old.write_text(json.dumps(data), "utf-8")
    found = page("--since", "old.json")
    assert (state_of(found, "budget"), state_of(found, "staff")) == ("known", "new")
    add(repository.claims, "Wire", "attribute: budget, value: 160 million euros, period: 2025")
    assert state_of(page("--since", "old.json"), "budget") == "changed"


def test_since_a_run_another_meaning_is_a_change(repository: Repository, old: Path) -> None:
    stated = "attribute: budget, value: 150 million euros, period: 2025, attributed_to: [office]"
    (repository.claims / "origins.yaml").write_text(
        "origins: [{id: office, label: Port Office, kind: regulator}]\n", "utf-8"
    )
    add(repository.claims, "Wire", stated)
    assert state_of(page("--since", "old.json"), "budget") == "changed"


def test_what_is_gone_since_is_counted(repository: Repository, old: Path) -> None:
    add(repository.claims, "Wire", "attribute: budget, value: 85 million euros, period: 2025")
    assert "1 known finding is gone." in page("--since", str(old))


def test_faults_of_the_earlier_run_are_told(repository: Repository) -> None:
    add(repository.claims, "Molo", "atribute: staff, value: '3'")
    assert run("check", "-o", "json:old.json") == 3
    (repository.claims / "sources/molo.yaml").unlink()
    assert "Files had errors in that run (" in page("--since", "old.json")


HEADS = ('3, "findings": []', '"1", "findings": []', '1, "findings": {}', '1, "findings": [3]')


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        "{}",
        '{"version": 1}',
        "[" * 100_000,
        *(f'{{"version": {head}, "diagnostics": []}}' for head in HEADS),
    ],
)
def test_what_no_run_wrote(repository: Repository, capsys: Out, text: str) -> None:
    Path("old.json").write_text(text, "utf-8")
    stated = sentence(capsys, "--since", "old.json")
    assert stated.startswith("Error: old.json is not what an earlier run wrote: ")
    assert stated.endswith("Such a file is written by: factcheck check -o json:FILE\n")


def test_bytes_that_are_no_text(repository: Repository, capsys: Out) -> None:
    Path("old.json").write_bytes(b"\xff\xfe{\x00}")
    assert "it is not JSON" in sentence(capsys, "--since", "old.json")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("id", None),
        ("rule", 3),
        ("topic", {}),
        ("content", []),
        ("content", [{"value": "x"}]),
        ("content", [{"value": "x", "claims": []}]),
        ("content", [{"value": 1, "claims": ["a/b"]}]),
        ("content", [{"value": "x", "claims": ["a/b", 1]}]),
        ("content", [{"value": "x", "claims": {}}]),
        ("content", [{"value": "x", "claims": "a/b"}]),
        ("content", [{"value": "x", "claims": {"a/b": "12"}}]),
        ("content", [{"value": "x", "claims": {"a/b": 123456789012}}]),
    ],
)
def test_a_finding_that_cannot_be_remembered(
    repository: Repository, old: Path, capsys: Out, key: str, value: Any
) -> None:
    data = json.loads(old.read_text("utf-8"))
    data["findings"][0][key] = value
    old.write_text(json.dumps(data), "utf-8")
    assert "its finding 1 lacks what is remembered of it" in sentence(capsys, "--since", "old.json")


def test_a_file_that_cannot_be_read(repository: Repository, old: Path, capsys: Out) -> None:
    assert "none.json" in sentence(capsys, "--since", "none.json")
    assert "claims: this is a folder" in sentence(capsys, "--since", "claims")
    assert "Give --against or --since" in sentence(
        capsys, "--since", "old.json", "--against", "main"
    )
    kept = old.read_bytes()
    assert "old.json is read" in sentence(capsys, "--since", "old.json", "-o", "./old.json")
    assert old.read_bytes() == kept


def test_a_ref_that_names_nothing(repository: Repository, capsys: Out) -> None:
    assert "Did you mean 'main'?" in sentence(capsys, "--against", "mian")
