"""`factcheck new`, typed and asked: entries are added, and nothing else changes."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from factcheck.cli_support.new_keys import KEYS
from factcheck.corpus.yaml.editor_schema import FORMATS
from factcheck.corpus.yaml.forms import OriginForm
from factcheck.model import STATUSES
from tests.commands.test_resolve import answer
from tests.corpora import run


def stated(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().err


def test_a_subject_is_put_below_what_is_there(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = corpus / "subjects.yaml"
    file.write_bytes(b"# ours\r\nsubjects:\r\n  - {id: northwind,   label: Northwind} # old")
    before = file.read_bytes()
    assert run("new", "subject", "--label", "The Quay", "--alias", "Kai", "--country", "NO") == 0
    assert capsys.readouterr().out == "claims/subjects.yaml\n"
    added = (
        b"\r\n  - id: the-quay\r\n    label: The Quay\r\n    aliases: [Kai]\r\n    country: NO\r\n"
    )
    assert file.read_bytes() == before + added
    assert run("check") == 1, "the corpus can be read, and its contradiction is still found"


def test_every_kind_of_entry_is_read_by_the_check(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("new", "origin", "--label", "Statistics Office", "--kind", "regulator") == 0
    gate = ("--choice", "open=open,open to all", "--choice", "shut=closed,shut")
    assert run("new", "attribute", "--label", "Harbour gate", "--kind", "choice", *gate) == 0
    flags = ("--kind", "quantity", "--unit", "t", "--key", "period", "--key", "place")
    assert run("new", "attribute", "--label", "Load", *flags, "--measure", "flow") == 0
    head = ("--outlet", "Molo", "--published", "2026-02-03", "--language", "it")
    cites = ("--cites", "statistics-office", "--url", "https://molo.example/1")
    assert run("new", "source", *head, "--title", "Porto: aperto", *cites) == 0
    assert "next: factcheck new claim --source molo-2026-02-03" in stated(capsys)
    claim = ("new", "claim", "--source", "molo-2026-02-03", "--subject", "northwind")
    quoted = ("--period", "2025", "--place", "Oslo", "--quote", "circa 3.000 tonnellate")
    assert run(*claim, "--attribute", "load", "--value", "circa 3.000 tonnellate", *quoted) == 0
    assert run(*claim, "--attribute", "budget", "--value", "85 milioni di euro", *quoted[:2]) == 0
    assert (corpus / "sources/molo-2026-02-03.yaml").read_text("utf-8") == (
        """source:
  outlet: Molo
  title: 'Porto: aperto'
  published: 2026-02-03
  language: it
  url: https://molo.example/1
  cites: [statistics-office]
claims:
  - subject: northwind
    attribute: load
    value: circa 3.000 tonnellate
    period: 2025
    place: Oslo
    quote: circa 3.000 tonnellate
  - subject: northwind
    attribute: budget
    value: 85 milioni di euro
    period: 2025
"""
    )
    assert run("check") == 1
    assert "molo" in capsys.readouterr().out


def test_a_value_that_is_misread_comes_with_how_to_read_it(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    claim = ("new", "claim", "--source", "post", "--subject", "northwind", "--attribute", "staff")
    odd = ("--value", "a full ferry", "--read-as", "400")
    assert run(*claim, *odd) == 2
    assert "--read-as and --read-as-reason go together" in stated(capsys)
    assert run(*claim, *odd, "--read-as-reason", "The ferry has 400 seats.") == 0
    assert (
        (corpus / "sources/post.yaml")
        .read_text("utf-8")
        .endswith(
            "    value: a full ferry\n    read_as: {value: 400, reason: The ferry has 400 seats.}\n"
        )
    )


UNFIT = [
    ("subject --label Northwind", "two subjects have the id 'northwind'"),
    ("subject", "A subject needs --label."),
    ("attribute --id x", "An attribute needs --label and --kind."),
    ("subject --label '…'", "No id can be made from '…': give --id."),
    ("subject --label X --part-of northwnd", "did you mean 'northwind'?"),
    ("attribute --label X --kind mony", "did you mean 'money'?"),
    ("attribute --label X --kind choice --choice a", "ID=WORD,WORD"),
    ("subject nowhere --label X", "there is no file or folder 'nowhere'"),
    ("claim --subject northwind", "A claim needs --source"),
    ("claim --source pots", "Did you mean 'post'?"),
    ("claim --source Po", "Did you mean 'post'?"),
    ("claim --source post", "A claim needs --subject and --attribute and --value."),
    (
        "claim --source post --subject Nortwind --attribute staff --value 'nobody knows'",
        "did you mean 'Northwind'?",
    ),
    (
        "claim --source post --subject northwind --attribute staff --value 'a great many'",
        "claims/sources/post.yaml:",
    ),
    (
        "source --outlet A --title B --published 2026-01-01 --language en --id ../x",
        "is no plain name",
    ),
    (
        "source --outlet A --title B --published 2026-01-01 --language en --id post",
        "is there already",
    ),
    ("source --outlet A --title B --published today --language en", "'published': "),
]


@pytest.mark.parametrize(("flags", "says"), UNFIT)
def test_what_the_check_could_not_read_is_not_written(
    corpus: Path, flags: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {p: p.read_bytes() for p in Path().rglob("*") if p.is_file()}
    assert run("new", *shlex.split(flags)) == 2
    assert says in stated(capsys)
    assert {p: p.read_bytes() for p in Path().rglob("*") if p.is_file()} == before


def test_a_broken_file_elsewhere_does_not_keep_anybody_from_adding(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "sources/wire.yaml").write_text("source: {outlet: [", "utf-8")
    assert run("new", "subject", "--label", "Quay") == 0
    assert run("new", "claim", "--source", "wire") == 2
    (corpus / "subjects.yaml").write_text("subjects:\n\t- {}\n", "utf-8")
    capsys.readouterr()
    assert run("new", "subject", "--label", "Mole") == 2
    assert "claims/subjects.yaml:2:1: a tab stands in the indentation" in stated(capsys)


def test_a_name_that_is_near_is_noted(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("new", "subject", "--label", "Northwinds") == 0
    assert "Note: 'northwinds' looks like 'northwind'" in stated(capsys)


def test_files_name_their_schemas_where_these_are(corpus: Path) -> None:
    run("schema", "--write", "claims/.schemas")
    head = ("--outlet", "Molo", "--title", "T", "--published", "2026-02-03", "--language", "it")
    assert run("new", "source", *head) == 0
    assert run("new", "origin", "--label", "Harbour", "--kind", "company") == 0
    for file, named in (
        ("sources/molo-2026-02-03.yaml", "../.schemas/claims.json"),
        ("origins.yaml", ".schemas/origins.json"),
    ):
        first, *_ = (corpus / file).read_text("utf-8").splitlines()
        assert first == f"# yaml-language-server: $schema={named}"
        assert ((corpus / file).parent / named).is_file()


def test_on_a_terminal_it_asks_for_what_is_missing(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(
        monkeypatch,
        "wier",
        "wire",
        "Nortwind",
        "Northwind",
        "budget",
        "",
        "99 million euros",
        "2024",
        "99 million euros in 2024",
    )
    assert run("new", "claim") == 0
    out = capsys.readouterr().out
    assert "There is no source 'wier': did you mean 'wire'?" in out
    assert "There is no subject 'Nortwind': did you mean 'Northwind'?" in out
    assert (
        (corpus / "sources/wire.yaml")
        .read_text("utf-8")
        .endswith(
            "  - subject: Northwind\n    attribute: budget\n    value: 99 million euros\n"
            "    period: 2024\n    quote: 99 million euros in 2024\n"
        )
    )


def test_on_a_terminal_a_near_name_is_asked_about(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (corpus / "subjects.yaml").read_bytes()
    answer(monkeypatch, "Northwinds", "n")
    assert run("new", "subject") == 130
    assert (corpus / "subjects.yaml").read_bytes() == before
    answer(monkeypatch, "Northwinds", "y")
    assert run("new", "subject") == 0
    assert b"id: northwinds" in (corpus / "subjects.yaml").read_bytes()


@pytest.mark.parametrize("what", ["source", "subject", "attribute", "origin", "claim"])
def test_the_table_of_keys_is_that_of_the_forms(what: str) -> None:
    form = OriginForm if what == "origin" else FORMATS[_format(what)][1][_format(what, what)]
    keys = {key.name: key.required for key in KEYS[what]}
    assert keys.keys() <= form.model_fields.keys()
    needed = {name for name, field in form.model_fields.items() if field.is_required()}
    assert {name for name, required in keys.items() if required} == needed - {"id"}


def _format(what: str, key: str = "") -> str:
    return key if key == "source" else "claims" if what in ("source", "claim") else f"{what}s"


def test_only_what_a_corpus_holds_is_added(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("new", "rule", "late-report") == 2
    assert "No such command 'rule'" in stated(capsys)


def test_a_file_that_somebody_else_wrote_meanwhile_is_not_replaced(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from factcheck.corpus import adding

    def meanwhile(*_: object) -> None:
        (corpus / "subjects.yaml").write_text("subjects: []  # theirs\n", "utf-8")

    monkeypatch.setattr(adding, "refuse_diagnostics", meanwhile)
    assert run("new", "subject", "--label", "The Quay") == 2
    assert "claims/subjects.yaml was changed meanwhile" in stated(capsys)
    assert (corpus / "subjects.yaml").read_text("utf-8") == "subjects: []  # theirs\n"
    assert [p.name for p in corpus.iterdir() if p.name.startswith(".factcheck")] == []


def test_no_link_is_written_through(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (corpus / "subjects.yaml").rename(corpus / "kept")
    (corpus / "subjects.yaml").symlink_to("kept")
    assert run("new", "subject", "--label", "The Quay") == 2
    assert "claims/subjects.yaml is a link" in stated(capsys)


def test_help_names_every_status() -> None:
    (status,) = (key for key in KEYS["claim"] if key.name == "status")
    assert status.help == f"{', '.join(STATUSES[:-1])} or {STATUSES[-1]}."
