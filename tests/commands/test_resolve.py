"""`factcheck resolve`, typed and asked."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from factcheck.cli_support.asking import MEANINGS
from factcheck.model import Decision
from tests.commands.test_exit_codes import DAY, DECIDE, agree, decide, the_id
from tests.corpora import add, run


class Terminal(io.StringIO):
    """Somebody who answers."""

    def isatty(self) -> bool:
        return True


def answer(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr("sys.stdin", Terminal("".join(f"{line}\n" for line in lines)))


def test_every_decision_is_offered_with_what_it_means() -> None:
    assert list(MEANINGS) == [decision.value for decision in Decision]


def file() -> Path:
    return Path("claims/resolutions") / f"{the_id()}.yaml"


def test_with_flags_it_asks_nothing_and_writes_one_file(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {p: p.read_bytes() for p in corpus.rglob("*.yaml")}
    assert run("resolve", the_id()[:6], *DECIDE, *DAY, "--ticket", "https://desk.example/1") == 0
    assert capsys.readouterr().out == f"{file()}\n"
    assert file().read_text("utf-8") == (
        f"""finding: {the_id()}
rule: quantity-mismatch
topic: northwind / budget / 2025
positions:
- value: 150 mn EUR
  claims:
    {claim("wire")}: f378cd3855fd
- value: 85 mn EUR
  claims:
    {claim("post")}: 85dbe9e55c53
decision: not-comparable
reason: They count different things.
by: A.
on: 2026-03-04
ticket: https://desk.example/1
"""
    )
    assert {p: p.read_bytes() for p in corpus.rglob("*.yaml") if p != file()} == before
    assert run("check", *DAY) == 0


def claim(source: str) -> str:
    import factcheck

    (finding,) = factcheck.check("claims").findings
    (id,) = (c.id for p in finding.positions for c in p.claims if c.source == source)
    return f"{source}/{id}"


def test_it_never_overwrites_silently(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    decide()
    before = file().read_bytes()
    assert run("resolve", the_id(), "--decision", "all-right", "--reason", "x", "--by", "B.") == 2
    assert "--replace" in capsys.readouterr().err
    assert file().read_bytes() == before
    assert run("resolve", the_id(), *DECIDE, "--replace", "--today", "2026-04-01") == 0
    assert "on: 2026-04-01" in file().read_text("utf-8")


@pytest.mark.parametrize(
    ("flags", "says"),
    [
        (("--decision", "all-right"), "A decision needs --reason and --by."),
        (("--decision", "all-right", "--reason", " ", "--by", "A."), "A decision needs --reason."),
        ((), "A decision needs --decision and --reason and --by."),
        (
            ("--decision", "prefer", "--reason", "x", "--by", "A."),
            "add 'prefer: …' with one of the values: 150 mn EUR; 85 mn EUR",
        ),
        (
            ("--decision", "prefer", "--prefer", "90 mn EUR", "--reason", "x", "--by", "A."),
            "'90 mn EUR' is none of the values",
        ),
        (
            ("--decision", "pending", "--reason", "x", "--by", "A."),
            "the decision 'pending' needs a day until which it holds",
        ),
        (
            ("--decision", "pending", "--reason", "x", "--by", "A.", "--expires", "2026-02-01"),
            "expires on 2026-02-01, before it was taken on 2026-03-04",
        ),
        (
            ("--decision", "pending", "--reason", "x", "--by", "A.", "--expires", "soon"),
            "'soon' is not a day",
        ),
        (("--decision", "all-right", "--reason", "x\u202e", "--by", "A."), "cannot be seen"),
    ],
)
def test_a_decision_that_would_not_be_read_is_not_written(
    corpus: Path, flags: tuple[str, ...], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("resolve", the_id(), *flags, *DAY) == 2
    assert says in capsys.readouterr().err
    assert not file().exists()


def test_an_id_that_nobody_has_is_answered_with_one_that_is_near(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    id = the_id()
    near = id[:-1] + ("0" if id[-1] != "0" else "1")
    assert run("resolve", near, *DECIDE) == 2
    assert f"Did you mean '{id}'?" in capsys.readouterr().err
    assert run("resolve", "", *DECIDE) == 2
    assert run("resolve") == 2
    assert "Which finding?" in capsys.readouterr().err


def test_the_beginning_of_two_ids_is_not_enough(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from factcheck.judging.resolving import Unknown, meant

    assert meant("AB", ["ab01", "ac02"]) == "ab01"
    with pytest.raises(Unknown, match="Several findings begin with 'a': ab01, ac02"):
        meant("a", ["ac02", "ab01"])


def test_git_knows_who_decides(corpus: Path) -> None:
    Path("gitconfig").write_text('[user]\n\tname = "C. Dahl"\n', "utf-8")
    assert run("resolve", the_id(), "--decision", "all-right", "--reason", "Both are.", *DAY) == 0
    assert "by: C. Dahl" in file().read_text("utf-8")


def test_on_a_terminal_it_shows_the_finding_and_asks(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("gitconfig").write_text('[user]\n\tname = "C. Dahl"\n', "utf-8")
    answer(monkeypatch, "prefer", "2", "", "The town confirmed it.", "", "", "a letter")
    assert run("resolve", the_id(), *DAY) == 0
    stated = capsys.readouterr().out
    assert "error: quantity-mismatch" in stated
    assert "150 million euros" in stated
    assert "  2  85 mn EUR" in stated
    text = file().read_text("utf-8")
    assert "decision: prefer\nprefer: 85 mn EUR\nreason: The town confirmed it.\n" in text
    assert "evidence: a letter\nby: C. Dahl\non: 2026-03-04\n" in text
    assert "expires" not in text


def test_a_decision_for_a_while_is_asked_until_when(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(monkeypatch, "pending", "Asked the Post.", "A.", "", "soon", "2026-03-20", "")
    assert run("resolve", the_id(), *DAY) == 0
    assert "expires: 2026-03-20" in file().read_text("utf-8")
    assert run("check", "--today", "2026-03-20") == 0
    assert run("check", "--today", "2026-03-21") == 1


def test_on_a_terminal_it_asks_before_it_replaces(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide()
    before = file().read_bytes()
    answer(monkeypatch, "n")
    assert run("resolve", the_id(), *DAY) == 130
    assert file().read_bytes() == before


def test_reopen_takes_the_decision_back(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    decide()
    where = file()
    capsys.readouterr()
    assert run("resolve", "--reopen", the_id()[:5], *DAY) == 0
    assert str(where) in capsys.readouterr().out
    assert not where.exists()
    assert run("check", *DAY) == 1
    assert run("resolve", "--reopen", the_id()) == 2


def test_list_says_what_is_open_and_what_is_decided(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add(corpus, "Molo", "attribute: staff, value: '3'")
    add(corpus, "Faro", "attribute: staff, value: '4'")
    run("resolve", "--list", "claims")
    lines = capsys.readouterr().out.splitlines()
    (budget,) = (line for line in lines if "budget" in line)
    run("resolve", budget.split()[0], *DECIDE, *DAY, "--expires", "2026-03-20")
    capsys.readouterr()

    def listed(today: str) -> list[list[str]]:
        run("resolve", "--list", "--today", today)
        return [line.split("  ")[1:] for line in capsys.readouterr().out.splitlines()]

    staff = ["new", "error: quantity-mismatch", "Sources disagree on staff of Northwind: 3 / 4."]
    topic = "northwind / budget / 2025: not-comparable (A., 2026-03-04, until 2026-03-20)"
    assert listed("2026-03-04") == [staff, ["resolved", "quantity-mismatch", topic]]
    assert listed("2026-03-21") == [staff, ["reopened", "quantity-mismatch", topic]]
    agree(corpus)
    assert listed("2026-03-04") == [staff, ["gone", "quantity-mismatch", topic]]


def test_faults_of_files_are_said_for_a_side_may_be_missing(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add(corpus, "Molo", "atribute: budget, value: 3 euros")
    decide()
    assert "unknown key 'atribute'" in capsys.readouterr().err


def test_explain_takes_the_beginning_of_an_id(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("explain", the_id()[:4]) == 0
    assert the_id() in capsys.readouterr().out


def test_another_decision_keeps_what_a_person_wrote_around_the_first(corpus: Path) -> None:
    decide()
    written = file().read_bytes().replace(b"\n", b"\r\n")
    written = b"# Asked Anna.\r\n" + written.replace(b"decision", b"decision  ")
    file().write_bytes(written.replace(b"by: A.\r\n", b"by: A.  # the desk\r\n"))
    reason = "Anna says: both."
    assert (
        run(
            "resolve",
            the_id(),
            *DECIDE[:2],
            "--reason",
            reason,
            "--by",
            "B.",
            "--replace",
            *DAY,
            "--ticket",
            "https://desk.example/1",
        )
        == 0
    )
    lines = file().read_bytes().decode().split("\r\n")
    assert lines[0] == "# Asked Anna."
    assert lines[-6:] == [
        "decision  : not-comparable",
        "reason: 'Anna says: both.'",
        "by: B.  # the desk",
        "on: 2026-03-04",
        "ticket: https://desk.example/1",
        "",
    ]


def test_another_decision_takes_out_what_only_the_first_said(corpus: Path) -> None:
    prefer = ("--decision", "prefer", "--prefer", "150 mn EUR", "--reason", "x", "--by", "A.")
    assert run("resolve", the_id(), *prefer, *DAY) == 0
    assert b"prefer: 150 mn EUR" in file().read_bytes()
    assert run("resolve", the_id(), *DECIDE, *DAY, "--replace") == 0
    assert b"150 mn EUR" in file().read_bytes()
    assert b"prefer" not in file().read_bytes()


def test_a_decision_that_no_longer_reads_is_written_anew(corpus: Path) -> None:
    decide()
    whole = file().read_bytes()
    file().write_bytes(b"finding: [\n")
    assert run("resolve", the_id(), *DECIDE, *DAY, "--replace") == 0
    assert file().read_bytes() == whole


def test_no_link_is_written_through(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("elsewhere").write_text("kept", "utf-8")
    file().parent.mkdir()
    file().symlink_to(Path("elsewhere").absolute())
    assert run("resolve", the_id(), *DECIDE, *DAY, "--replace") == 2
    assert "no link is written through" in capsys.readouterr().err
    assert Path("elsewhere").read_text("utf-8") == "kept"
    file().unlink()
    file().parent.rmdir()
    Path("outside").mkdir()
    file().parent.symlink_to(Path("outside").absolute())
    assert run("resolve", the_id(), *DECIDE, *DAY) == 2
    assert "behind a link that leaves claims" in capsys.readouterr().err
    assert list(Path("outside").iterdir()) == []
