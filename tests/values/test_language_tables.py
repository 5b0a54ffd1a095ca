"""The tables of languages that are kept are those that their data files and CLDR give today."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from checks.languages import tags, worked_out
from factcheck.text import cldr, language, language_tables
from factcheck.text.dates import calendar_lexicon
from factcheck.text.language import language_of
from factcheck.text.language_tables import FOLDER, as_text, tables_of


@pytest.mark.parametrize("tag", tags())
def test_they_are_what_is_worked_out(tag: str) -> None:
    tables = tables_of(tag)
    assert tables is not None
    for name, table in worked_out(tag).items():
        assert tables[name] == (list(table) if name == "separators" else table), "type: make docs"
        assert repr(tables[name]) == repr(list(table) if name == "separators" else table)
    assert (FOLDER / f"{tag}.json").read_text("utf-8") == as_text(tag, worked_out(tag))


def test_no_file_is_left_of_a_language_that_went() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == set(tags())


@pytest.mark.parametrize("tag", tags())
def test_a_language_is_the_same_with_tables_and_without(
    tag: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, lexicon = language_of.__wrapped__(tag), calendar_lexicon.lexicon.__wrapped__(tag)
    marks = cldr.separators.__wrapped__(tag), cldr.territory.__wrapped__(tag)
    for module in (language, calendar_lexicon, cldr):
        monkeypatch.setattr(module, "tables_of", lambda _: None)
    made = language_of.__wrapped__(tag)
    assert vars(kept) == vars(made)
    assert lexicon == calendar_lexicon.lexicon.__wrapped__(tag)
    assert marks == (cldr.separators.__wrapped__(tag), cldr.territory.__wrapped__(tag))


@pytest.mark.parametrize("changed", ["it.toml", "symbols.toml"])
def test_a_word_that_was_added_is_known_before_the_tables_are_written_again(
    changed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in language_tables.DATA.glob("*.toml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(language_tables, "DATA", tmp_path)
    assert tables_of.__wrapped__("it") is not None
    with (tmp_path / changed).open("ab") as file:
        file.write(b"\n# Changed.\n")
    assert tables_of.__wrapped__("it") is None
    assert (tables_of.__wrapped__("en") is None) is (changed == "symbols.toml")


@pytest.mark.parametrize("tag", ["it-CH", "tlh", "", "..", "../../secrets", "IT", "symbols"])
def test_what_is_no_bare_language_with_a_data_file_has_none(tag: str) -> None:
    assert tables_of(tag) is None


LOADED = """
import contextlib, io, sys
from factcheck import cli
sys.argv = ["factcheck", "check", "claims"]
with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()):
    cli.main()
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def test_a_check_of_languages_with_tables_loads_none_of_the_large_libraries() -> None:
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", LOADED], cwd=root, capture_output=True, text=True)
    loaded = set(done.stdout.split())
    assert {"factcheck", "pydantic"} <= loaded, done.stderr
    assert not loaded & {"babel", "pint", "jinja2", "currency_converter", "polars", "narwhals"}


def test_they_are_plain_json() -> None:
    for tag in tags():
        assert json.loads((FOLDER / f"{tag}.json").read_text("utf-8"))["made_from"]
