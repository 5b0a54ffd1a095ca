"""Every command and every exit code, as a user types them."""

from __future__ import annotations

import json
import os
import re
import shlex
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from factcheck import cli

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
HELP_BLOCKS = re.findall(r"```\n(\$ factcheck [^\n]*--help\n.*?)```", README, re.DOTALL)
VOCABULARY = {
    "subjects.yaml": "subjects:\n  - {id: northwind, label: Northwind}\n",
    "attributes.yaml": """attributes:
  - {id: budget, label: budget, kind: money, unit: EUR, key: [period]}
  - {id: staff, label: staff, kind: quantity}
""",
}


def source(outlet: str, *claims: str) -> str:
    head = f"source: {{outlet: {outlet}, title: T, published: 2026-01-05, language: en}}\n"
    return head + "claims:\n" + "".join(f"  - {{subject: Northwind, {c}}}\n" for c in claims)


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty corpus in the current folder: `claims/` with its registries."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "claims"
    (folder / "sources").mkdir(parents=True)
    for name, text in VOCABULARY.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def add(corpus: Path, outlet: str, *claims: str) -> None:
    (corpus / "sources" / f"{outlet.lower()}.yaml").write_text(source(outlet, *claims), "utf-8")


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as end:
        cli.main(arguments)
    code = end.value.code or 0
    assert isinstance(code, int)
    return code


def contradict(corpus: Path) -> None:
    add(corpus, "Post", "attribute: budget, value: 85 million euros, period: 2025")
    add(corpus, "Wire", "attribute: budget, value: 150 million euros, period: 2025")


def test_nothing_failing_is_0(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add(corpus, "Post", "attribute: staff, value: '4,000'")
    add(corpus, "Wire", "attribute: staff, value: more than 4000")
    assert run("check") == 0
    assert "No source contradicts another." in capsys.readouterr().out


def test_a_contradiction_is_1_and_shows_both_sides(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    contradict(corpus)
    assert run("check", "claims") == 1
    out = capsys.readouterr().out
    assert "claims/sources/post.yaml:3:" in out
    assert "claims/sources/wire.yaml:3:" in out
    assert "quantity-mismatch" in out
    assert "\x1b[" not in out, "no colours where nobody looks"


def test_fail_on(corpus: Path) -> None:
    contradict(corpus)
    assert run("check", "--fail-on", "never") == 0
    assert run("check", "--fail-on", "warning") == 1
    add(corpus, "Wire", "attribute: budget, value: 85 million euros")
    assert run("check") == 0
    add(corpus, "Wire", "attribute: budget, value: 99 million euros")
    assert run("check") == 0, "undetermined is a warning"
    assert run("check", "--fail-on", "warning") == 1


def test_wrong_usage_is_2(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "nowhere") == 2
    assert "nowhere" in capsys.readouterr().err
    assert run("check", "-o", "pdf") == 2
    assert "There is no format 'pdf'. Formats: html, json, text." in capsys.readouterr().err
    assert run("chekc") == 2
    contradict(corpus)
    assert run("report", "-o", "no/such/folder/report.html") == 2
    assert "no/such/folder/report.html cannot be written" in capsys.readouterr().err


def test_a_faulty_file_is_3_whatever_fails(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    contradict(corpus)
    add(corpus, "Molo", "atribute: budget, value: 3 euros")
    assert run("check", "--fail-on", "never") == 3
    out = capsys.readouterr().out
    assert "claims/sources/molo.yaml:3:" in out
    assert "atribute" in out
    assert "did you mean 'attribute'" in out
    assert "quantity-mismatch" in out, "one broken file does not hide the others"


def test_nothing_to_check_is_5(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check") == 5
    said = capsys.readouterr()
    assert "no claims were found" in said.err
    assert said.out == "There are no claims to compare.\n"


def test_our_own_fault_is_70_and_names_the_rule(
    corpus: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    contradict(corpus)
    from factcheck.rules.base import MismatchRule

    def crash(*_: object) -> None:
        raise ZeroDivisionError("seeded")

    monkeypatch.setattr(MismatchRule, "_finding", crash)
    assert run("check") == 70
    err = capsys.readouterr().err
    assert "quantity-mismatch failed on northwind / budget" in err
    assert "our fault" in err


def test_json_is_a_document_of_its_schema(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    contradict(corpus)
    add(corpus, "Molo", "atribute: budget, value: 3 euros")
    assert run("check", "-o", "json", "-o", "text:out.txt") == 3
    captured = capsys.readouterr()
    document = json.loads(captured.out)
    schema = json.loads(files("factcheck").joinpath("schemas/check.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(document)
    (finding,) = document["findings"]
    assert finding["topic"] == {"subject": "northwind", "attribute": "budget", "scope": "2025"}
    assert [p["claims"][0]["text"] for p in finding["positions"]] == [
        "85 million euros",
        "150 million euros",
    ]
    assert "did you mean 'attribute'" in captured.err
    assert "quantity-mismatch" in Path("out.txt").read_text("utf-8")


def test_report_writes_one_file_and_prints_its_path(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    contradict(corpus)
    assert run("report", "-o", "page.html") == 0
    assert capsys.readouterr().out == f"{Path('page.html').resolve()}\n"
    assert "85 million euros" in Path("page.html").read_text("utf-8")
    assert sorted(p.name for p in Path().iterdir()) == ["claims", "page.html"]


def test_what_is_no_plain_file_is_written_to_and_not_replaced(corpus: Path) -> None:
    contradict(corpus)
    Path("kept.json").write_text("old", "utf-8")
    Path("link.json").symlink_to("kept.json")
    os.mkfifo("pipe")
    reader = os.open("pipe", os.O_RDONLY | os.O_NONBLOCK)
    run("check", "-o", "json:link.json", "-o", "text:pipe")
    assert Path("link.json").is_symlink()
    assert json.loads(Path("kept.json").read_text("utf-8"))["version"] == 1
    assert Path("pipe").is_fifo()
    assert b"quantity-mismatch" in os.read(reader, 9999)
    os.close(reader)


def test_two_formats_do_not_share_a_place(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    contradict(corpus)
    assert run("check", "-o", "text", "-o", "json") == 2
    assert "Two formats go to standard output" in capsys.readouterr().err
    assert run("check", "-o", "html:a", "-o", "json:a") == 2
    assert "Two formats go to a:" in capsys.readouterr().err


def test_the_command_that_is_printed_next_works(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    contradict(corpus)
    corpus.rename("the town's")
    run("check", "the town's")
    (line,) = re.findall(r"next: +factcheck (.*)", capsys.readouterr().out)
    assert run(*shlex.split(line)) == 0
    assert "85 million euros" in capsys.readouterr().out


def test_two_runs_give_the_same_bytes(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    contradict(corpus)
    outputs = []
    for _ in range(2):
        run("check", "-o", "json")
        run("check", "-o", "html")
        outputs.append(capsys.readouterr().out)
    assert outputs[0] == outputs[1]


def test_explain(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", "quantity-mismatch") == 0
    assert "## Why it matters" in capsys.readouterr().out
    assert run("explain", "quantity-mismach") == 2
    assert "Did you mean 'quantity-mismatch'?" in capsys.readouterr().err
    contradict(corpus)
    run("check", "-o", "json")
    id = json.loads(capsys.readouterr().out)["findings"][0]["id"]
    assert run("explain", id) == 0
    assert "85 million euros" in capsys.readouterr().out
    assert run("explain", "0123456789ab") == 2
    assert "There is no finding '0123456789ab'" in capsys.readouterr().err


def test_read_and_compare(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("read", "circa 85 miliardi di yuan", "--language", "it") == 0
    assert capsys.readouterr().out.splitlines() == [
        "read as  about 85 bn CNY",
        "number   85,000,000,000",
        "unit     CNY",
        'bound    about ("circa")',
        "reaches  between 76.5 bn and 93.5 bn",
    ]
    assert run("read", "GPT-4o") == 3
    assert '"4o" looks like a name' in capsys.readouterr().err
    assert run("compare", "about 1,000", "1,050") == 0
    assert capsys.readouterr().out.startswith("consistent\n")


def test_read_and_compare_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("read", "$ 5", "-o", "json") == 0
    said = json.loads(capsys.readouterr().out)
    assert said["parts"]["unit"] == "USD"
    assert said["notes"] == ['"$" is taken as USD, as no country is given']
    assert run("read", "GPT-4o", "-o", "json") == 3
    assert '"4o" looks like a name' in json.loads(capsys.readouterr().out)["refused"]
    assert run("compare", "160 billion yuan", "$23bn", "--on", "2025-12-23", "-o", "json") == 0
    said = json.loads(capsys.readouterr().out)
    assert said["verdict"] == "consistent"
    assert any("on 2025-12-23, ECB" in step for step in said["steps"])


def test_rules_lists_every_rule(capsys: pytest.CaptureFixture[str]) -> None:
    from factcheck.comparing import every_rule

    assert run("rules") == 0
    listed = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert listed == [rule.name for rule in every_rule()]


@pytest.mark.parametrize("block", HELP_BLOCKS, ids=lambda block: block.splitlines()[0])
def test_help_blocks_of_the_readme(block: str, capsys: pytest.CaptureFixture[str]) -> None:
    command, _, shown = block.partition("\n")
    assert run(*command.removeprefix("$ factcheck ").split()) == 0
    assert capsys.readouterr().out == shown, "run `make docs`"


@pytest.mark.parametrize(
    ("environment", "colored"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, False),
    ],
)
def test_colors(
    corpus: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    colored: bool,
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    contradict(corpus)
    run("check")
    assert ("\x1b[" in capsys.readouterr().out) is colored
    run("check", "--color", "always")
    assert "\x1b[" in capsys.readouterr().out
    run("check", "--color", "never")
    assert "\x1b[" not in capsys.readouterr().out
