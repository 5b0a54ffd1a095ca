"""The HTML report: one self-contained file, complete without JavaScript.

Templates only arrange the data of the view. All that they print is made visible and escaped, and
the content security policy allows nothing but the page's own style and script, by their hashes.
"""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from factcheck.report.page import Page
from factcheck.report.words.translating import translator
from factcheck.text.hostile import inert, visible

VIEW = Page

PAGE = "report.html.j2"
STYLES = ("report.css", "pictures.css", "print.css")

SHORT = 200
"""Characters of a text that is kept once it is escaped: names and labels stand in many places."""

_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}", re.ASCII)


def render(view: Page) -> str:
    """The page. Equal views give equal bytes."""
    style, script = "".join(map(_text, STYLES)), _text("report.js")
    return (
        _environment(view.summary.language)
        .get_template(PAGE)
        .render(
            view=view,
            style=Markup(style),
            script=Markup(script),
            policy=_policy(style, script),
        )
    )


def _policy(style: str, script: str) -> str:
    """The content security policy: no request, no form, only this style and script; pictures only
    from within the page.
    """
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


@cache
def _environment(language: str) -> Environment:
    """The templates' environment in a language: `_` translates a message, `many` one with a
    count.
    """
    words = translator(language)
    environment = Environment(
        loader=FileSystemLoader(folder()),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(_=words.text, many=words.many)
    environment.filters["language_tag"] = language_tag
    environment.filters["bind_numbers"] = bind_numbers
    environment.tests["web_address"] = is_web_address
    return environment


def _finalize(value: object) -> Markup:
    """The filter for every expression of a template: visible, escaped, harmless in a log."""
    if isinstance(value, Markup):
        return value
    text = str(value)
    return _safe(text) if len(text) < SHORT else _made_safe(text)


def _made_safe(text: str) -> Markup:
    return Markup(inert(str(escape(visible(text))), lambda c: f"&#{ord(c)};"))


_safe = lru_cache(maxsize=32_768)(_made_safe)


def language_tag(language: str) -> str:
    """The tag for a `lang` attribute; empty, which means "unknown", if it is no language tag."""
    return language if _LANGUAGE_TAG.fullmatch(language) else ""


def bind_numbers(sentence: str) -> str:
    """The sentence with each number bound to the next word, so that no line break separates
    them.
    """
    return re.sub(r"(\d) ", "\\1\xa0", sentence)


def is_web_address(url: str) -> bool:
    """True for http and https: the only addresses that the page links to."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


@cache
def _text(name: str) -> str:
    return (folder() / name).read_text(encoding="utf-8")


@cache
def folder() -> Path:
    """The folder of the templates: in an installed factcheck, or beside it in a checkout."""
    package = Path(__file__).parents[1]
    for candidate in (package / "templates", package.parent / "templates"):
        if (candidate / PAGE).is_file():
            return candidate
    raise FileNotFoundError(
        f"{PAGE} stands neither in {package} nor beside it: this installation is incomplete; "
        "install factcheck again"
    )
