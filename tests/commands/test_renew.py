"""Records of earlier versions get digests, and hold by what claims mean from then on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck.corpus.yaml.yaml_text import parse
from tests.commands.test_exit_codes import DAY, DECIDE, the_id
from tests.corpora import run


def file() -> Path:
    return Path("claims/resolutions") / f"{the_id()}.yaml"


def data_of(path: Path) -> object:
    document, _ = parse(str(path), path.read_bytes())
    assert document is not None
    return document.data


def in_old_form(path: Path) -> str:
    """The record as an earlier version wrote it: the names of claims, without digests."""
    text = path.read_text("utf-8")
    if path.suffix == ".yaml":
        old = re.sub(r"(?m)^    (\S+/\S+): [0-9a-f]{12}$", r"  - \1  # looked at", text)
    else:
        old = re.sub(r'"claims": \{("[^"]+"): "[0-9a-f]{12}"\}', r'"claims": [\1]', text)
    assert old != text
    path.write_text(old, "utf-8")
    return text


def test_renewed_decisions_hold_by_what_claims_mean(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("resolve", the_id(), *DECIDE, *DAY) == 0
    whole = data_of(file())
    in_old_form(file())
    wire = corpus / "sources" / "wire.yaml"
    stated = wire.read_text("utf-8")
    wire.write_text(stated.replace("value:", "status: estimate, value:"), "utf-8")
    assert run("check", *DAY) == 0, "by value, it holds"
    wire.write_text(stated, "utf-8")
    capsys.readouterr()
    assert run("resolve", "--renew", *DAY) == 0
    assert capsys.readouterr().out == f"{file()}\n"
    assert data_of(file()) == whole
    assert run("resolve", "--renew", "claims", *DAY) == 0
    assert run("resolve", the_id()[:5], "--renew", *DAY) == 0
    assert capsys.readouterr().out == "", "there is nothing left to renew"
    wire.write_text(stated.replace("value:", "status: estimate, value:"), "utf-8")
    assert run("check", *DAY) == 1
    assert run("resolve", "--renew", *DAY) == 0
    described = capsys.readouterr()
    assert "changed its status from not stated to estimate. Decide again." in described.err
    assert data_of(file()) == whole, "what lapsed is not renewed"


def test_all_else_in_a_renewed_file_stays(corpus: Path) -> None:
    assert run("resolve", the_id(), *DECIDE, *DAY) == 0
    in_old_form(file())
    text = file().read_text("utf-8")
    head, _, tail = text.partition("positions:")
    tail = tail.partition("decision:")[2]
    file().write_text(f"# Kept by hand.\r\n{text}", "utf-8", newline="")
    assert run("resolve", "--renew", *DAY) == 0
    renewed = file().read_bytes().decode()
    assert renewed.startswith(f"# Kept by hand.\r\n{head}positions:")
    assert renewed.endswith(f"decision:{tail}")


def test_a_renewed_baseline_holds_by_what_claims_mean(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("baseline", "create") == 0
    baseline = corpus / "baseline.jsonl"
    whole = in_old_form(baseline)
    wire = corpus / "sources" / "wire.yaml"
    stated = wire.read_text("utf-8")
    other = stated.replace("value:", "conditions: if built, value:")
    wire.write_text(other, "utf-8")
    assert run("check") == 0
    wire.write_text(stated, "utf-8")
    capsys.readouterr()
    assert run("baseline", "renew") == 0
    assert capsys.readouterr().out == f"{baseline}: 1 finding, 1 renewed\n"
    assert baseline.read_text("utf-8") == whole
    assert run("baseline", "renew") == 0
    assert capsys.readouterr().out.endswith("1 finding, 0 renewed\n")
    wire.write_text(other, "utf-8")
    assert run("check") == 1
    assert run("baseline", "renew") == 0
    assert baseline.read_text("utf-8") == whole, "what changed stays as it was known"
