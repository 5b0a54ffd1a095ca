"""A kept run does outside what the run itself did; and which runs are kept at all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from factcheck import loading, pipeline
from factcheck.caching import program
from tests.caching.desk import CHECK, Desk
from tests.corpora import run


def test_a_program_that_was_edited_just_now_keeps_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "package").mkdir()
    monkeypatch.setattr(program, "PACKAGE", tmp_path / "package")
    (tmp_path / "package/any.py").write_text("", "utf-8")
    desk.run(*CHECK)
    assert not desk.is_kept(*CHECK)


def test_the_summary_of_ci_is_appended_again_to_the_file_of_the_step(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ("check", "-o", "github")
    plain = desk.run(*asked)
    assert plain.files == {}
    for step in ("one", "two"):
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(desk.out / step))
        told = desk.run(*asked)
        assert b"Sources disagree on budget" in told.files[step]
    assert desk.finds == [False, False, True]
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(desk.root))
    assert desk.run(*asked) == desk.cold(*asked)
    assert "The summary is missing" in desk.run(*asked).err


def test_a_link_in_place_of_a_report_never_leads_a_kept_run_to_what_is_checked(desk: Desk) -> None:
    asked = ("report", "-o", "page.html")
    source_file = desk.corpus / "sources/wire.yaml"
    before = source_file.read_bytes()
    desk.run(*asked)
    (desk.root / "page.html").unlink()
    (desk.root / "page.html").symlink_to(source_file)
    told = desk.run(*asked)
    assert told.code == 2 and "belongs to what is checked" in told.err
    assert source_file.read_bytes() == before


def test_a_kept_run_writes_all_of_its_files_or_none(desk: Desk) -> None:
    asked = (*CHECK, "-o", "json:out/a.json", "-o", "markdown:out/b.md")
    assert [*desk.run(*asked).files] == ["a.json", "b.md"]
    (desk.out / "b.md").mkdir()
    told = run("check", *asked[1:])
    assert (told, desk.finds[-1]) == (2, True)
    assert [path.name for path in desk.out.iterdir()] == ["b.md"]


def test_a_change_while_the_run_is_made_is_no_part_of_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, path = loading.read_files, desk.corpus / "sources/wire.yaml"
    text = path.read_bytes()

    def read_files(*arguments: Any) -> loading.Files:
        path.write_bytes(text.replace(b"150", b"85"))
        files = real(*arguments)
        path.write_bytes(text)
        return files

    monkeypatch.setattr(loading, "read_files", read_files)
    assert desk.run(*CHECK).code == 0, "what was read agrees"
    monkeypatch.setattr(loading, "read_files", real)
    assert desk.run(*CHECK).code == 1, "what stood there before, and stands there now, does not"


@pytest.mark.parametrize("end", [KeyboardInterrupt, RuntimeError])
def test_a_run_that_did_not_come_to_its_end_is_not_kept(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, end: type[BaseException]
) -> None:
    real = pipeline.look

    def stopped(*_: object) -> None:
        raise end

    monkeypatch.setattr(pipeline, "look", stopped)
    assert desk.run(*CHECK).code in (70, 130)
    monkeypatch.setattr(pipeline, "look", real)
    assert desk.run(*CHECK).code == 1
    assert not any(desk.finds)
