"""The page that an editor opens: one self-contained file, complete without JavaScript.

Templates only place what the view holds. Everything that they print is made visible and escaped,
and the content security policy allows nothing but the page's own style and script, by their hashes.
"""

from __future__ import annotations

import re
import sys
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path
from pickle import UnpicklingError
from urllib.parse import urlsplit

import jinja2
from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator
from jinja2.runtime import Context
from markupsafe import Markup, escape

from factcheck.reporting import ReportView, translator
from factcheck.reporting.fitting import LeftOut, fitted
from factcheck.reports.hostile import inert, visible

PAGE = "report.html.j2"
STYLES = ("report.css", "pictures.css", "print.css")

SHORT = 200
"""Characters of a text that is kept once it is escaped: names and labels stand in many places."""

_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}", re.ASCII)


def render(view: ReportView) -> str:
    """The page, of a size that opens. The same view gives the same bytes."""
    return fitted(view, _whole)


def _whole(view: ReportView, left_out: LeftOut) -> Iterator[str]:
    style, script = "".join(map(_text, STYLES)), _text("report.js")
    page = _environment(view.language).get_template(PAGE)
    return page.generate(
        view=view,
        left_out=left_out,
        style=Markup(style),
        script=Markup(script),
        policy=_policy(style, script),
    )


def _policy(style: str, script: str) -> str:
    """No request, no form, no style or script but these two; pictures only from within the page."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


class _Code(CodeGenerator):
    """Leaves escaping to `_finalize`: Jinja would look at every text a second time."""

    def _output_child_pre(self, *of: object) -> None:
        self.write("environment.finalize(")

    def _output_child_post(self, *of: object) -> None:
        self.write(")")


class _Calls(Context):
    """Calls macros and functions as they are: none of ours asks for the context."""

    @staticmethod
    def call(
        of: Callable[..., object], *args: object, _loop_vars: object = None, **facts: object
    ) -> object:
        return of(*args, **facts)


class _Compiled(FileSystemBytecodeCache):
    """Templates as Python compiled them, kept beside them as Python keeps those of modules.

    Compiling takes longer than most pages. Where nothing can be kept, they are compiled again.
    """

    def __init__(self) -> None:
        super().__init__(str(folder() / "__pycache__"), "%s.cache")

    def get_source_checksum(self, source: str) -> str:
        made_by = f"{jinja2.__version__}\n{Path(__file__).read_text(encoding='utf-8')}"
        return sha256(f"{made_by}\n{source}".encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError, ValueError, EOFError, TypeError, UnpicklingError):  # cut off
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                Path(self.directory).mkdir(exist_ok=True)
                super().dump_bytecode(bucket)


class _Environment(Environment):
    """Jinja for a page of many thousand texts: what each of them passes through is short."""

    code_generator_class = _Code
    context_class = _Calls
    getattr = staticmethod(getattr)  # type: ignore[assignment]  # views have attributes, no keys


@cache
def _environment(language: str) -> Environment:
    """Templates in a language: `_` tells a message of ours, `many` one with a count."""
    words = translator(language)
    environment = _Environment(
        loader=FileSystemLoader(folder()),
        bytecode_cache=_Compiled(),
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


def _finalize(value: object) -> str:
    """What every expression of a template goes through: made visible, escaped, dead in a log."""
    if type(value) is Markup:
        return value
    text = str(value)
    return _safe(text) if len(text) < SHORT else _made_safe(text)


def _made_safe(text: str) -> str:
    return str(inert(str(escape(visible(text))), lambda c: f"&#{ord(c)};"))


_safe = lru_cache(maxsize=32_768)(_made_safe)


def language_tag(language: str) -> str:
    """The tag for a `lang` attribute; empty, which says "unknown", where it is no language tag."""
    return language if _LANGUAGE_TAG.fullmatch(language) else ""


def bind_numbers(sentence: str) -> str:
    """The sentence with each number bound to the next word, so that no line ends between them."""
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
    """Where the templates are: inside an installed factcheck, beside it in a checkout."""
    package = Path(__file__).parents[1]
    for candidate in (package / "templates", package.parent / "templates"):
        if (candidate / PAGE).is_file():
            return candidate
    raise FileNotFoundError(
        f"{PAGE} stands neither in {package} nor beside it: this installation is incomplete; "
        "install factcheck again"
    )
