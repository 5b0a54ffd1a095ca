"""A small corpus in a folder, and factcheck run on it as a user types it."""

from __future__ import annotations

from contextlib import chdir
from functools import cache
from pathlib import Path

import pytest

from factcheck import cli
from factcheck.corpus import read_files
from factcheck.formats import html
from factcheck.judging import Gate
from factcheck.pipeline import Looked, described, look
from factcheck.report.page import Page

ROOT = Path(__file__).parents[1]

VOCABULARY = {
    "subjects.yaml": "subjects:\n  - {id: northwind, label: Northwind}\n",
    "attributes.yaml": """attributes:
  - {id: budget, label: budget, kind: money, unit: EUR, key: [period]}
  - {id: staff, label: staff, kind: quantity}
""",
}


def found(folder: Path) -> Path:
    """An empty corpus in this folder: `claims/` with its registries."""
    corpus = folder / "claims"
    (corpus / "sources").mkdir(parents=True)
    for name, text in VOCABULARY.items():
        (corpus / name).write_text(text, encoding="utf-8")
    return corpus


def source(outlet: str, *claims: str, published: str = "2026-01-05") -> str:
    """A source file; each claim is the inside of a YAML mapping, without its subject."""
    head = f"source: {{outlet: {outlet}, title: T, published: {published}, language: en}}\n"
    return head + "claims:\n" + "".join(f"  - {{subject: Northwind, {c}}}\n" for c in claims)


def add(corpus: Path, outlet: str, *claims: str, published: str = "2026-01-05") -> None:
    """Put a source of this outlet into the corpus."""
    text = source(outlet, *claims, published=published)
    (corpus / "sources" / f"{outlet.lower()}.yaml").write_text(text, "utf-8")


def contradict(corpus: Path) -> None:
    """Two sources that clash on one figure."""
    add(corpus, "Post", "attribute: budget, value: 85 million euros, period: 2025")
    add(corpus, "Wire", "attribute: budget, value: 150 million euros, period: 2025")


def run(*arguments: str) -> int:
    """The exit code of factcheck with these arguments."""
    with pytest.raises(SystemExit) as end:
        cli.main(arguments)
    code = end.value.code or 0
    assert isinstance(code, int)
    return code


@cache
def looked_at(corpus: str) -> Looked:
    """What a shipped corpus gives, worked out once: all that it holds is frozen."""
    with chdir(ROOT):
        return look(read_files(Path(corpus)), gate=Gate())


@cache
def view_of(corpus: str, language: str = "en") -> Page:
    """The page's view of a shipped corpus in a language, made once."""
    view = described(looked_at(corpus), corpus, language).view(Page)
    assert isinstance(view, Page)
    return view


@cache
def page_of(corpus: str, language: str = "en") -> str:
    """The page on a shipped corpus in a language, rendered once."""
    return html.render(view_of(corpus, language))
