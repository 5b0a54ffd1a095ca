"""The page as text: everything is placed, and nothing that a source wrote becomes markup."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from factcheck.formats import html
from factcheck.report.page import AgreementView, CardView, Cut, Page
from tests.formats.altering import with_columns
from tests.formats.bricks import HARBOUR, column_of, stated, whole
from tests.formats.findings import BUDGET, BUDGET_CARD
from tests.formats.rewriting import rewritten
from tests.formats.views import PAGE, VIEWS, grouped

NOT_PLACED = {
    ("AnnouncementView", "about"),  # its message says so
    ("StaleView", "lapse"),  # its message says so, and of which topic
    ("StaleView", "topic"),
    ("StaleView", "finding"),
    ("GoneView", "finding"),  # nothing on the page bears its id any more
    ("FindingView", "attribute_id"),  # its label is
}
"""What a page deliberately leaves out, or says by another field."""


class Tags(HTMLParser):
    """Every start tag of a page, with its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    @property
    def shape(self) -> list[tuple[str, list[str]]]:
        return [(tag, list(attributes)) for tag, attributes in self.found]


def poisoned(text: str) -> str:
    """The page of a view in which every text is this one, but for names that the page goes by."""

    def write(kind: str, field: str, old: str) -> str:
        ours = field in ("severity", "counts") or (kind, field) == ("Summary", "language")
        return old if ours else text

    view = rewritten(VIEWS[Page], write)
    assert isinstance(view, Page)
    return html.render(view)


def test_what_is_decided_folds_away_at_the_end_and_stays_readable() -> None:
    page = html.render(PAGE)
    _, decided = page.split('<section class="group resolved"')
    assert '<details class="fold">' in decided.partition("Decided: prefer")[0]
    assert "The port&#39;s own accounts say so." in decided
    assert 'href="https://port.example/accounts"' in decided
    assert "Decided, and open again" in page.partition('<section class="group resolved"')[0]
    (index,) = re.findall(r'<section class="index".*?</section>', page, re.DOTALL)
    assert "dec1ded00003" in index
    assert "dec1ded00002" not in index, "what is decided is not open"


def placed(page: Page) -> Page:
    """The page without what it says in another part of it: lines of the summary, and of cards."""
    groups = tuple(
        replace(group, cards=tuple(without_lines(card) for card in group.cards))
        for group in page.groups
    )
    lines = replace(page.summary, findings=(), agreements=(), unchecked=())
    return replace(page, summary=lines, groups=groups, open=whole([]))


def without_lines(card: CardView) -> CardView:
    """The card without what its columns and its own steps say as well."""
    finding = replace(card.finding, positions=(), values=(), steps=(), sources=())
    return replace(card, finding=finding)


def test_every_field_of_the_view_is_placed() -> None:
    fields_of: dict[str, tuple[str, str]] = {}

    def write(kind: str, field: str, old: str) -> str:
        if not old or field in ("severity", "url", "language", "counts"):
            return old
        token = f"t{len(fields_of)}t"
        fields_of[token] = (kind, field)
        return token

    view = rewritten(placed(PAGE), write)
    assert isinstance(view, Page)
    shown = {fields_of[token] for token in re.findall(r"t\d+t", html.render(view))}
    assert set(fields_of.values()) - shown == NOT_PLACED


HOSTILE = {
    "script": "<script>alert(1)</script>",
    "end of style": "</style></title><script>alert(1)</script>",
    "end of attribute": '"><img src=x onerror=alert(1)>',
    "new attribute": "' onmouseover='alert(1)",
    "comment and template": "<!-- ]]> {{ 7 * 7 }} {% raw %} &lt;b&gt;",
    "unseen": "a\x00b\u202ec\u200bd\ud800e\u2028f",
    "long": "x" * 100_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_text_becomes_markup(text: str) -> None:
    assert Tags(poisoned(text)).shape == Tags(poisoned("plain")).shape


def test_what_cannot_be_seen_is_spelled_out_everywhere() -> None:
    page = poisoned("a\x00b\u202ec\u200bd\ud800e")
    assert "a&lt;U+0000&gt;b&lt;U+202E&gt;c&lt;U+200B&gt;d&lt;U+D800&gt;e" in page
    assert not re.search("[\x00\u202e\u200b\ud800]", page)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "file:///etc/passwd",
        "//evil.example/x",
        "http://[",
        "https:",
    ],
)
def test_only_web_addresses_are_links(url: str) -> None:
    source = replace(HARBOUR, url=url)
    card = with_columns(BUDGET_CARD, column_of("1", stated(source, 1, "1")))
    nothing: Cut[AgreementView] = whole([])
    page = html.render(
        replace(
            PAGE,
            groups=grouped([card]),
            agreed=nothing,
            several=nothing,
            unchecked=(),
            sources=whole([source]),
        )
    )
    addresses = [a["href"] or "" for tag, a in Tags(page).found if tag == "a"]
    assert addresses
    assert [a for a in addresses if not a.startswith("#")] == []


def test_links_tell_their_target_nothing() -> None:
    links = [
        a for tag, a in Tags(html.render(PAGE)).found if tag == "a" and "http" in str(a["href"])
    ]
    assert {a["href"] for a in links} == {
        "https://harbour.example/cranes?id=1&page=2",
        "https://port.example/accounts",
        "https://quay.example/",
    }
    assert {a.get("rel") for a in links} == {"noopener noreferrer"}


def test_the_policy_allows_the_inlined_blocks_and_nothing_else() -> None:
    page = html.render(PAGE)
    policy = next(a["content"] or "" for tag, a in Tags(page).found if a.get("http-equiv"))
    allowed = dict(part.split(" ", 1) for part in policy.split("; "))
    assert allowed == {
        "default-src": "'none'",
        "style-src": f"'{digest(page, 'style')}'",
        "script-src": f"'{digest(page, 'script')}'",
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def digest(page: str, tag: str) -> str:
    """The hash that a browser computes for the one inlined block of this tag."""
    [block] = re.findall(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
    return "sha256-" + base64.b64encode(hashlib.sha256(block.encode()).digest()).decode()


def test_no_attribute_carries_style_or_script_or_a_request() -> None:
    for tag, attributes in Tags(html.render(PAGE)).found:
        forbidden = [a for a in attributes if a in ("style", "src", "srcset") or a.startswith("on")]
        assert not forbidden, (tag, attributes)


def test_quotes_say_their_language_and_a_false_one_is_left_out() -> None:
    languages = [a["lang"] for tag, a in Tags(html.render(PAGE)).found if tag == "blockquote"]
    assert set(languages) == {"en", "it"}
    assert html.language_tag("zh-Hant-TW") == "zh-Hant-TW"
    assert html.language_tag('it" onclick="x') == ""
    assert html.language_tag("it\n") == ""


def test_ids_are_unique() -> None:
    ids = [a["id"] or "" for _, a in Tags(html.render(PAGE)).found if "id" in a]
    assert sorted(ids) == sorted(set(ids))
    assert f"f-{BUDGET.id}" in ids


def test_a_template_that_names_what_is_not_there_fails() -> None:
    with pytest.raises(UndefinedError):
        html._environment("en").from_string("{{ view.nothing }}").render(view=PAGE)


def inside(root: Path, *parts: str) -> Iterator[Path]:
    for part in parts:
        place = root / part
        place.mkdir(parents=True)
        (place / html.PAGE).touch()
        yield place


@pytest.mark.parametrize(
    "parts", [("templates",), ("factcheck/templates",), ("factcheck/templates", "templates")]
)
def test_templates_are_found_installed_and_in_a_checkout(
    parts: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = next(iter(list(inside(tmp_path, *parts))))
    monkeypatch.setattr(html, "__file__", str(tmp_path / "factcheck" / "formats" / "html.py"))
    assert html.folder.__wrapped__() == first


def test_an_installation_without_templates_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(html, "__file__", str(tmp_path / "factcheck" / "formats" / "html.py"))
    with pytest.raises(FileNotFoundError, match="incomplete; install factcheck again"):
        html.folder.__wrapped__()
