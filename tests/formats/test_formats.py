"""What holds of every format, those of tomorrow included: the folder is the list."""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from factcheck.formats.base import formats
from tests.formats.altering import with_columns, with_fields
from tests.formats.findings import BUDGET_CARD
from tests.formats.rewriting import views_of
from tests.formats.views import PAGE, SUMMARY, grouped, render, views, with_cards

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden"
OUR_COLORS = re.compile(r"\x1b\[(?:31|33|36|34|1|0)m")
GITHUB = r"::(?:error|warning|notice) file=[^:,]*,line=\d+,col=\d+,title=[^:,]*::"

HOSTILE = {
    "colours of a terminal": "\x1b[32mgreen\x1b]0;title\x07",
    "workflow commands": "::error::x\n::stop-commands::x\r\n ::set-output name=x::y",
    "old workflow commands": "a ##[add-mask]x ##vso[task.complete] ##teamcity[buildStop]",
    "end of a script": "</script><script>alert(1)</script><!--",
    "address that runs": "[x](javascript:alert(1)) javascript:alert(1)",
    "written backwards": "a\u202eb\u2066c\u2069\u200f",
    "without width": "a\u200bb\ufeffc\u2060d\xad",
    "controls": "a\x00b\x08c\x0bd\x0ce\x85f\x9bg\ufffeh\uffff",
    "lines": "one\ntwo\rthree\r\n\u2028four\n\n\u2029five",
    "half a pair": "a\ud800b",
    "markup": "<img src=x onerror=alert(1)> </details> <!-- ]]> & &lt; %0A%25",
    "markdown": "| a | ` ``` ** __ ~~ [x](y) ![x](y) # > * - \\",
    "mentions": "@everyone @org/team #12 GH-12 owner/repo#12 https://x.example www.x.example :+1:",
    "templates": "{0} {{ 7 * 7 }} {% raw %} ${{ github.token }} $(id) `id`",
}


@pytest.fixture(params=formats())
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.mark.parametrize("name", [name for name in formats() if name != "html"])
def test_golden(name: str, golden: Callable[[Path, str], None]) -> None:
    """The page has a golden file for each part: test_page_parts.py."""
    golden(GOLDEN / f"report.{name}", render(name))


@cache
def plainly(name: str) -> str:
    """The format where every text is a plain word."""
    return render(name, views_of("plain"))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_nothing_hostile_survives(name: str, text: str) -> None:
    output = render(name, views_of(text))
    assert_harmless(name, output)
    plain = plainly(name)
    assert output.count("\n") == plain.count("\n"), "no text makes a line of its own"
    output.encode()  # raises on half a pair


def assert_harmless(name: str, output: str) -> None:
    """No character that cannot be seen, and nothing that a CI system would run from its log."""
    shown = OUR_COLORS.sub("", output) if name in ("text", "concise") else output
    categories = {c: unicodedata.category(c) for c in set(shown) - {"\n"}}
    assert not [c for c, kind in categories.items() if kind in ("Cc", "Cf", "Cs", "Zl", "Zp", "Cn")]
    commands = [line for line in shown.splitlines() if line.lstrip().startswith("::")]
    if name == "github":
        assert commands
        assert [line for line in commands if not re.match(GITHUB, line)] == []
    else:
        assert commands == []
    assert re.findall(r"##\w*\[", shown) == []


def test_both_sides_stand_in_every_format_in_the_order_of_the_view(name: str) -> None:
    columns = BUDGET_CARD.columns.shown
    for card in (BUDGET_CARD, with_columns(BUDGET_CARD, *columns[::-1])):
        output = render(name, with_cards(card))
        places = (card.finding.at, *card.finding.against)
        first, second = (output.index(place.path.rpartition("/")[2]) for place in places)
        assert first < second
        assert all(column.value in output for column in columns)


def test_what_people_settled_asks_nothing_of_anybody(name: str) -> None:
    """It is in the document for programs, in a line or folded elsewhere, and never without a word
    on its state."""
    known = with_fields(BUDGET_CARD, state="known", fails=False)
    page = replace(PAGE, groups=grouped([known]))
    output = render(name, views(page, replace(SUMMARY, diagnostics=(), stale=())))
    if BUDGET_CARD.finding.message in html.unescape(output):
        assert re.search(r"\bknown\b", output, re.IGNORECASE)


WORDS = "::error::x ##[mask]x </script> [x](javascript:a) @all #12 | ` {0} ${{ x }} <img onerror=x>"
SOURCE = """source: {{outlet: '{outlet}', title: '{words}', published: {day}, language: en}}
claims:
  - {{subject: Northwind, attribute: budget, value: '{value}', quote: '{words}', note: '{words}'}}
  - {{subject: Northwind, attribute: chief, value: '{words} {outlet}', covers: '{words}'}}
"""
CORPUS = {
    "subjects.yaml": "subjects: [{id: northwind, label: Northwind}]",
    "attributes.yaml": """attributes:
  - {id: budget, label: '::error::x', kind: money, unit: EUR}
  - {id: chief, label: '##[error]', kind: text}
""",
    "sources/a::error::a.yaml": SOURCE.format(
        outlet="@post", day="2026-01-05", value="85 million euros", words=WORDS
    ),
    "sources/b##[b].yaml": SOURCE.format(
        outlet="</b>", day="2026-01-06", value="150 million euros", words=WORDS
    ),
}


def test_two_runs_on_a_hostile_corpus_give_the_same_harmless_bytes(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    for file, text in CORPUS.items():
        (tmp_path / file).write_text(text, encoding="utf-8")
    runs = [outputs(tmp_path, seed) for seed in ("1", "2")]
    assert runs[0] == runs[1]
    for name, output in runs[0].items():
        assert "85 mn EUR" in output, name
        assert_harmless(name, output)


def outputs(folder: Path, seed: str) -> dict[str, str]:
    """All formats of one run, in a process of its own: an order by hash differs between two."""
    asked = [part for name in formats() for part in ("-o", f"{name}:{seed}.{name}")]
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", "check", ".", *asked],
        cwd=folder,
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=100,
    )
    assert done.returncode in (1, 3), done.stderr
    assert_harmless("standard error", done.stderr)
    return {name: (folder / f"{seed}.{name}").read_text("utf-8") for name in formats()}
