"""Hostile text in every field, in a real Chromium: it does not run, and breaks no layout."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page

from factcheck.corpus import Files
from factcheck.formats import html
from factcheck.judging import Gate
from factcheck.pipeline import described, look
from factcheck.report.page import Page as View
from tests.browser.axe import UNFOLD
from tests.browser.conftest import written
from tests.browser.test_report import DESKTOP, PHONE, SMALL, TABLET
from tests.formats.rewriting import rewritten
from tests.formats.test_html import poisoned
from tests.formats.views import PAGE

if TYPE_CHECKING:
    from tests.browser.conftest import Watch

RAN = "window.ran = true"
HOSTILE = {
    "script": f"<script>{RAN}</script>",
    "script in an attribute": f"\"><img src=x onerror='{RAN}'> ' onfocus='{RAN}' autofocus x='",
    "style": "</style><style>* { display: none !important; width: 9999px }</style>",
    "svg": f"<svg onload='{RAN}' width='9999'><script>{RAN}</script><style>*{{opacity:0}}</style>",
    "bidi": "\u202e\u2066abc\u2069\u202dדבר\u200f\u061c 85 \u2067" * 3,
    "right to left": "ديوباو مليار 85 · שלום עולם · " * 8,
    "emoji": "👩\u200d🚒🇮🇹❤\ufe0f\u200d🔥" * 60,
    "null": "a\x00b\x00" * 40,
    "one word": "x" * 5_000,
    "a tower of marks": "a" + "\u0301" * 400,
}
LONG = "x" * 100_000


def once_each(text: str) -> str:
    """The page of the view by hand, where each field of each kind has the text in one place."""
    seen: set[tuple[str, str]] = set()

    def write(kind: str, field: str, old: str) -> str:
        if field in ("severity", "counts") or (kind, field) in {*seen, ("Summary", "language")}:
            return old
        seen.add((kind, field))
        return text

    view = rewritten(PAGE, write)
    assert isinstance(view, View)
    assert len(seen) > 130
    return html.render(view)


def elements(page: Page) -> int:
    found = page.evaluate("document.querySelectorAll('*').length")
    assert isinstance(found, int)
    return found


def is_whole(page: Page) -> None:
    """Everything unfolded, the page is as wide as its window and shows its headline."""
    page.evaluate(UNFOLD)
    for width, height in (DESKTOP, TABLET, PHONE, SMALL):
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.locator("h1").is_visible()
        left, right = page.locator("h1").evaluate(
            "h => [h.getBoundingClientRect().left, h.getBoundingClientRect().right]"
        )
        assert 0 <= left < right <= width
    assert page.evaluate("window.ran") is None


@pytest.fixture(autouse=True)
def nothing_goes_wrong(watch: Watch) -> object:
    """No error, no refusal of the security policy, no request, no dialog."""
    yield
    assert watch.errors == []
    assert watch.requests == []


def test_hostile_text_in_every_field(page: Page, tmp_path: Path) -> None:
    page.goto(written(tmp_path / "plain.html", poisoned("plain")))
    expected = elements(page)
    for name, text in HOSTILE.items():
        page.goto(written(tmp_path / f"{name}.html", poisoned(text)))
        assert elements(page) == expected, name
        is_whole(page)


def test_a_hundred_thousand_characters_in_every_field(page: Page, tmp_path: Path) -> None:
    page.goto(written(tmp_path / "report.html", once_each(LONG)))
    is_whole(page)


def test_hostile_text_on_paper(page: Page, tmp_path: Path) -> None:
    page.goto(written(tmp_path / "report.html", poisoned(HOSTILE["svg"] + HOSTILE["one word"])))
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    assert page.pdf(format="A4").startswith(b"%PDF-")
    assert page.evaluate("window.ran") is None


SUBJECTS = """subjects:
  - {id: northwind, label: "%(label)s", names: {it: "%(it)s"}, note: "%(label)s"}
  - {id: harbour, label: Harbour, names: {it: "%(it)s 2"}}
"""
ATTRIBUTES = """attributes:
  - id: budget
    label: "%(label)s"
    labels: {it: "%(it)s", en: "%(label)s!"}
    kind: money
    unit: EUR
    key: [period, place]
    coverages: [{id: all, label: "%(label)s", labels: {it: "%(it)s"}}]
  - id: licence
    label: "%(label)s 2"
    labels: {it: "%(it)s 2"}
    kind: choice
    choices:
      - {id: open, label: "%(label)s a", labels: {it: "%(it)s a"}, excludes: [closed]}
      - {id: closed, label: "%(label)s b", labels: {it: "%(it)s b"}}
"""
ORIGINS = """origins:
  - {id: registry, label: "%(label)s", labels: {it: "%(it)s"}, kind: regulator}
  - {id: insiders, label: "%(label)s 2", labels: {it: "%(it)s 2"}, kind: anonymous}
"""
SOURCE = """source:
  {outlet: "%(outlet)s", title: "%(label)s", published: 2026-01-05, language: %(tongue)s}
claims:
  - {id: a, subject: northwind, attribute: budget, value: "%(sum)s million euros", period: 2025,
     place: harbour, attributed_to: [registry], covers: {text: "%(label)s", coverage: all},
     note: "%(label)s", basis: "%(label)s"}
  - {id: b, subject: northwind, attribute: licence, value: %(choice)s, attributed_to: [insiders],
     quote: "q %(label)s"}
"""
LABELS = {
    "script": f"<script>{RAN}</script>",
    "style": "</style><style>*{display:none!important}</style>",
    "svg": f"<svg onload={RAN.replace(' ', '')}>",
    "template": "{{ 7*7 }} {label} %s {count}",
    "right to left": "ديوباو שלום",
    "emoji": "👩\u200d🚒❤\ufe0f\u200d🔥",
    "longest": "x" * 290,
}


@pytest.mark.parametrize("label", LABELS.values(), ids=LABELS)
def test_hostile_labels_in_the_files(page: Page, tmp_path: Path, label: str) -> None:
    """Labels in both languages, from the files to the page; bidi and null no file may have."""
    facts = {"label": label, "it": f"ò{label}"}
    texts = {
        "claims/subjects.yaml": SUBJECTS % facts,
        "claims/attributes.yaml": ATTRIBUTES % facts,
        "claims/origins.yaml": ORIGINS % facts,
        "claims/sources/post.yaml": SOURCE
        % (facts | {"outlet": "Post", "sum": "85", "choice": "open", "tongue": "it"}),
        "claims/sources/wire.yaml": SOURCE
        % (facts | {"outlet": f"{label} W", "sum": "150", "choice": "closed", "tongue": "en"}),
    }
    looked = look(Files({path: text.encode() for path, text in texts.items()}), gate=Gate())
    assert looked.diagnostics == ()
    assert {"choice-mismatch", "quantity-mismatch"} <= {
        j.finding.rule for j in looked.judged.findings
    }
    for language, shown in (("it", f"ò{label}"), ("en", label)):
        report = html.render(described(looked, "claims", language).view(View))
        page.goto(written(tmp_path / f"{language}.html", report))
        heads = page.locator("article.finding h3").all_inner_texts()
        assert any(shown in head for head in heads)
        is_whole(page)
