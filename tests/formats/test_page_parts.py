"""The page part by part: a golden file for each, small enough for a person to review."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.formats import html
from factcheck.report.page import CardView
from tests.formats.findings import CARDS, STAFF
from tests.formats.views import PAGE

GOLDEN = Path(__file__).parent / "golden" / "page"
PARTS = (
    "agreements",
    "finder",
    "keys",
    "matrix",
    "origins",
    "sources",
    "subjects",
    "summary",
    "timeline",
    "unchecked",
    "work",
)
"""The templates that the page includes; each renders a part by itself."""


def tidy(text: str) -> str:
    """Without empty lines, which say nothing."""
    return "".join(f"{line}\n" for line in text.splitlines() if line.strip())


@pytest.mark.parametrize("part", PARTS)
def test_a_part(part: str, golden: Callable[[Path, str], None]) -> None:
    template = html._environment("en").get_template(f"{part}.html.j2")
    golden(GOLDEN / f"{part}.html", tidy(template.render(view=PAGE)))


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.finding.id)
def test_a_card(card: CardView, golden: Callable[[Path, str], None]) -> None:
    macros = html._environment("en").get_template("finding.html.j2").module
    macro = "note" if card.finding.state == "resolved" else "card"
    text = str(getattr(macros, macro)(card))
    golden(
        GOLDEN / f"card-{card.finding.state}-{card.finding.rule}-{card.finding.verdict}.html",
        tidy(text),
    )


def test_a_row(golden: Callable[[Path, str], None]) -> None:
    macros = html._environment("en").get_template("finding.html.j2").module
    golden(GOLDEN / "row.html", tidy(str(macros.line(STAFF))))  # type: ignore[attr-defined]


def test_every_template_is_in_a_part_or_helps_one() -> None:
    helpers = {"claim", "finding", "plot", "print", "report", "words"}
    names = {file.name.removesuffix(".html.j2") for file in html.folder().glob("*.html.j2")}
    assert names == {*PARTS, *helpers}
