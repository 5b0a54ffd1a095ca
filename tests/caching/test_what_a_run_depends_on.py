"""A kept run answers as long as nothing that it depends on has changed, and no longer."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import factcheck
from factcheck import cli
from factcheck.caching import places, program
from tests.caching.desk import CHECK, Desk
from tests.corpora import add, source


def test_the_second_run_is_found_and_says_the_same(desk: Desk) -> None:
    first, second = desk.run(*CHECK), desk.run(*CHECK)
    assert desk.finds == [False, True]
    assert first == second == desk.cold(*CHECK)
    assert first.code == 1 and "Sources disagree on budget" in first.out


@pytest.mark.parametrize(
    "arguments",
    [
        ("report", "-o", "out/report.html"),
        ("report", "-o", "-", "--language", "it"),
        ("check", "-o", "json:out/a.json", "-o", "text", "--color", "always"),
        ("export", "-o", "out/claims.csv", "-o", "out/findings.jsonl"),
        ("relations",),
        ("explain", "wire/c1", "post/c1"),
        ("explain", "quantity-mismatch"),
        ("check", "claims/sources/wire.yaml"),
        ("check", "claims/table.csv"),
    ],
    ids=" ".join,
)
def test_every_command_that_only_reads_is_kept(desk: Desk, arguments: tuple[str, ...]) -> None:
    for outlet in ("Wire", "Post"):
        add(desk.corpus, outlet, "id: c1, attribute: budget, value: 85 million euros, period: 2025")
    desk.write(
        "claims/table.csv", "source,subject,attribute,value\nWire,Northwind,budget,3 euros\n"
    )
    first, second = desk.run(*arguments), desk.run(*arguments)
    assert desk.finds == [False, True]
    assert first == second == desk.cold(*arguments)


def _set_back(desk: Desk) -> None:
    """Other words of the same length, under the old time."""
    path = desk.corpus / "sources/wire.yaml"
    before = path.stat()
    path.write_text(path.read_text("utf-8").replace("150 million", "160 million"), "utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert path.stat().st_mtime_ns == before.st_mtime_ns


def _link(desk: Desk) -> None:
    path = desk.corpus / "sources/wire.yaml"
    path.rename(desk.root / "wire.yaml")
    path.symlink_to(desk.root / "wire.yaml")


def _pipe(desk: Desk) -> None:
    path = desk.corpus / "sources/wire.yaml"
    path.unlink()
    os.mkfifo(path)


CHANGES: dict[str, Callable[[Desk], object]] = {
    "a claim": lambda d: add(d.corpus, "Wire", "attribute: budget, value: 3 euros, period: 2025"),
    "as many bytes at the old time": _set_back,
    "a new source": lambda d: add(d.corpus, "Herald", "attribute: staff, value: 3"),
    "a source less": lambda d: (d.corpus / "sources/wire.yaml").unlink(),
    "a source renamed": lambda d: (d.corpus / "sources/wire.yaml").rename(
        d.corpus / "sources/cable.yaml"
    ),
    "a registry": lambda d: d.write("claims/subjects.yaml", "subjects:\n  - {id: x, label: X}\n"),
    "a registry that was not there": lambda d: d.write("claims/origins.yaml", "origins: []\n"),
    "a file beside the registries": lambda d: d.write("claims/other.yaml", "a: b\n"),
    "settings beside the corpus": lambda d: d.write("claims/factcheck.toml", "fail-on='never'\n"),
    "settings above": lambda d: d.write("factcheck.toml", "fail-on = 'never'\n"),
    "settings of a project": lambda d: d.write(
        "pyproject.toml", "[tool.factcheck]\nfail-on = 'never'\n"
    ),
    "a baseline": lambda d: d.write("claims/baseline.jsonl", "\n"),
    "a decision": lambda d: d.write("claims/resolutions/a.yaml", "finding: 0123456789ab\n"),
    "a link in place of a source": _link,
    "a pipe in place of a source": _pipe,
}


@pytest.mark.parametrize("later", [False, True], ids=["by contents", "by marks"])
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_after_a_change_the_run_is_made_anew(
    desk: Desk, change: Callable[[Desk], object], later: bool
) -> None:
    if later:
        with desk.later():
            desk.run(*CHECK)
            assert desk.is_kept(*CHECK)
            change(desk)
            told = desk.run(*CHECK)
    else:
        desk.run(*CHECK)
        assert desk.is_kept(*CHECK)
        change(desk)
        told = desk.run(*CHECK)
    assert not desk.finds[-1]
    assert told == desk.cold(*CHECK)


def test_settings_above_a_repository_change_nothing_and_one_that_appears_does(desk: Desk) -> None:
    desk.write("factcheck.toml", "fail-on = 'never'\n")
    assert desk.run(*CHECK).code == 0
    (desk.corpus / ".git").mkdir()  # from here on, the settings above are somebody else's
    assert desk.run(*CHECK).code == 1


def test_what_is_only_touched_is_still_known(desk: Desk) -> None:
    with desk.later():
        desk.run(*CHECK)
        (desk.corpus / "sources/wire.yaml").touch()
        assert desk.is_kept(*CHECK)


def test_where_times_are_coarse_contents_decide_on_what_was_written_just_now(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places._Thing, "marks", "the same")
    assert desk.run(*CHECK).code == 1
    add(desk.corpus, "Wire", "attribute: budget, value: 85 million euros, period: 2025")
    assert desk.run(*CHECK).code == 0


def test_a_large_file_is_known_by_its_marks(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "LARGEST", 10)
    desk.run(*CHECK)
    assert not desk.is_kept(*CHECK), "it was written just now"
    with desk.later():
        desk.run(*CHECK)
        assert desk.is_kept(*CHECK)
        _set_back(desk)
        assert not desk.is_kept(*CHECK)


def test_an_endless_tree_is_not_looked_through_for_the_cache(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "MOST_FILES", 10)
    asked = (*CHECK, "--archive", "archive")
    for number in range(10):
        desk.write(f"archive/{number}.txt", "")
    desk.run(*asked)
    assert desk.is_kept(*asked)
    for number in range(10, 30):
        desk.write(f"archive/{number}.txt", "")
    desk.run(*asked)
    assert not desk.is_kept(*asked)


def test_a_terminal_and_a_pipe_get_runs_of_their_own(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.run(*CHECK)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert not desk.is_kept(*CHECK)


def test_what_was_there_before_is_known_again(desk: Desk) -> None:
    path = desk.corpus / "sources/wire.yaml"
    text = path.read_text("utf-8")
    first = desk.run(*CHECK)
    path.write_text(text.replace("150", "85"), "utf-8")
    assert desk.run(*CHECK).code == 0
    path.write_text(text, "utf-8")
    assert desk.run(*CHECK) == first
    assert desk.finds[-1]


@pytest.mark.parametrize(
    "other",
    [
        ("check", "--today", "2026-03-02"),
        (*CHECK, "-o", "text"),
        (*CHECK, "--fail-on", "never"),
        (*CHECK, "./claims"),
        ("report", "-o", "-", "--today", "2026-03-01"),
    ],
    ids=" ".join,
)
def test_another_question_is_another_run(desk: Desk, other: tuple[str, ...]) -> None:
    desk.run(*CHECK)
    assert not desk.is_kept(*other)


def test_another_working_directory_is_another_run(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = ("check", str(desk.corpus))
    assert "claims/sources/wire.yaml:" in desk.run(*whole).out
    monkeypatch.chdir(desk.corpus)
    assert "claims/sources/wire.yaml:" not in desk.run(*whole).out


def test_another_day_is_another_run(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.run("check")

    class Tomorrow(cli.datetime):  # type: ignore[name-defined, misc]
        @classmethod
        def now(cls, zone: object = None) -> Tomorrow:
            return cls(2031, 1, 1, tzinfo=cli.UTC)  # type: ignore[attr-defined]

    monkeypatch.setattr(cli, "datetime", Tomorrow)
    assert not desk.is_kept("check")


def test_kept_copies_are_part_of_a_run(desk: Desk) -> None:
    text = source("Wire", "attribute: staff, value: 3, quote: three people")
    desk.write("claims/sources/wire.yaml", text.replace(", lang", ", archive: {file: w.txt}, lang"))
    desk.write("archive/w.txt", "They are three people.")
    asked = (*CHECK, "--archive", "archive")
    assert "quote-not-found" not in desk.run(*asked).out
    assert desk.is_kept(*asked)
    desk.write("archive/w.txt", "They are four people.")
    assert "quote-not-found" in desk.run(*asked).out


def test_an_earlier_run_is_part_of_a_run(desk: Desk) -> None:
    desk.run("check", "-o", "json:old.json")
    asked = ("report", "-o", "-", "--since", "old.json")
    desk.run(*asked)
    assert desk.is_kept(*asked)
    (desk.root / "old.json").write_text("{}", "utf-8")
    assert desk.run(*asked).code == 2


def test_another_version_makes_its_own_runs(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.run(*CHECK)
    monkeypatch.setattr(factcheck, "__version__", "99")
    assert not desk.is_kept(*CHECK)


def test_a_library_of_another_version_makes_its_own_runs(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    desk.run(*CHECK)
    (tmp_path / "babel-99.dist-info").mkdir()
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    assert not desk.is_kept(*CHECK)


def test_a_program_that_was_edited_under_the_same_version_makes_its_own_runs(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    package = tmp_path / "package"
    (package / "rules").mkdir(parents=True)
    rule = package / "rules/any.py"
    rule.write_text("tolerance = 1", "utf-8")
    os.utime(rule, (1, 1))
    monkeypatch.setattr(program, "PACKAGE", package)
    with desk.later():
        desk.run(*CHECK)
        assert desk.is_kept(*CHECK)
        rule.write_text("tolerance = 2", "utf-8")
        os.utime(rule, (1, 1))
        assert not desk.is_kept(*CHECK)
