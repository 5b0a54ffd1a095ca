"""Every command and every exit code, as a user types them."""

from __future__ import annotations

import json
import re
import shlex
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from tests.corpora import add, contradict, found, run


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty corpus in the current folder: `claims/` with its registries."""
    monkeypatch.chdir(tmp_path)
    return found(tmp_path)


def test_nothing_failing_is_0(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add(corpus, "Post", "attribute: staff, value: '4,000'")
    add(corpus, "Wire", "attribute: staff, value: more than 4000")
    assert run("check") == 0
    assert "No source contradicts another." in capsys.readouterr().out


def test_a_contradiction_is_1_and_shows_both_sides(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    contradict(corpus)
    assert run("check", "claims", "-o", "text") == 1
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
    assert "There is no format 'pdf'. Formats: concise, " in capsys.readouterr().err
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
    stated = capsys.readouterr()
    assert "no claims were found" in stated.err
    assert stated.out == "There are no claims to compare.\n"


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
    schema = json.loads(
        files("factcheck.formats").joinpath("schemas/check.json").read_text("utf-8")
    )
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


def test_the_command_that_is_printed_next_works(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    contradict(corpus)
    corpus.rename("the town's")
    run("check", "the town's", "-o", "text")
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
        "reaches  between 80.75 bn and 89.25 bn",
        'words    "circa" bound, "85" number, "miliardi" scale, "di" filler, "yuan" currency',
    ]
    assert run("read", "GPT-4o") == 3
    assert '"4o" looks like a name' in capsys.readouterr().err
    assert run("compare", "about 1,000", "1,050") == 0
    assert capsys.readouterr().out.startswith("consistent\n")


@pytest.mark.parametrize("text", ["-0.3%", "-5", "−0.3%", "- 12 %"])
def test_a_text_that_begins_with_a_dash_is_no_option(
    capsys: pytest.CaptureFixture[str], text: str
) -> None:
    assert run("read", text, "--kind", "quantity") == 0
    assert "-" in capsys.readouterr().out
    assert run("compare", text, text, "--kind", "quantity") == 0
    assert run("read", "--kidn", "quantity", text) == 2, "a mistyped option is still one too many"


def test_read_and_compare_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("read", "$ 5", "-o", "json") == 0
    stated = json.loads(capsys.readouterr().out)
    assert stated["parts"]["unit"] == "USD"
    assert stated["notes"] == ['"$" is taken as USD, as no country is given']
    assert run("read", "GPT-4o", "-o", "json") == 3
    assert '"4o" looks like a name' in json.loads(capsys.readouterr().out)["refused"]
    assert run("compare", "160 billion yuan", "$23bn", "--on", "2025-12-23", "-o", "json") == 0
    stated = json.loads(capsys.readouterr().out)
    assert stated["verdict"] == "consistent"
    assert any("on 2025-12-23, ECB" in step for step in stated["steps"])


def test_rules_lists_every_rule(capsys: pytest.CaptureFixture[str]) -> None:
    from factcheck.rules import every_rule

    assert run("rules") == 0
    listed = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert listed == [rule.name for rule in every_rule()]


def relate(corpus: Path) -> None:
    """Staff in two towns, and in both; and a relation that says so."""
    (corpus / "attributes.yaml").write_text(
        """attributes:
  - {id: staff, label: staff, kind: quantity}
  - {id: north, label: staff in the north, kind: quantity, part_of: staff}
  - {id: south, label: staff in the south, kind: quantity, part_of: staff}
""",
        "utf-8",
    )
    add(corpus, "Post", "attribute: staff, value: '500'", "attribute: north, value: '200'")
    add(corpus, "Wire", "attribute: south, value: '300'")


def test_relations_are_proposed_and_then_listed(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    relate(corpus)
    assert run("relations", "--suggest") == 0
    proposal = capsys.readouterr().out
    assert "# Northwind: 500 = 200 + 300: holds" in proposal
    (corpus / "relations.yaml").write_text(proposal, "utf-8")
    assert run("relations") == 0
    assert capsys.readouterr().out.startswith(
        "parts-of-staff: sum, expected to hold\n"
        "  staff = north + south\n"
        "  - Northwind: 500 = 200 + 300: holds\n"
        "  combinations: 1 (1 holds)\n"
    )


def test_a_faulty_relation_is_3_and_no_relation_says_what_to_do(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add(corpus, "Post", "attribute: staff, value: '500'")
    assert run("relations") == 0
    assert "`factcheck relations --suggest` proposes some" in capsys.readouterr().err
    (corpus / "relations.yaml").write_text(
        "relations: [{id: all, kind: sum, terms: {whole: staff}}]\n", "utf-8"
    )
    assert run("relations") == 3
    assert "needs the term 'parts'" in capsys.readouterr().err
