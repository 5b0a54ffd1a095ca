"""The page of a corpus that a test writes: as a user would see it."""

from __future__ import annotations

from pathlib import Path

from factcheck.pipeline import run
from factcheck.report.page import Page
from tests.corpora import add, found


def seen(folder: Path, *stated: tuple[str, str]) -> Page:
    """The page on claims as (outlet, the inside of a YAML mapping); one source per outlet."""
    corpus = found(folder)
    for outlet in dict.fromkeys(outlet for outlet, _ in stated):
        add(corpus, outlet, *(claim for who, claim in stated if who == outlet))
    return run(corpus).view(Page)
