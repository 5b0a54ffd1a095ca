"""The views are plain data, and a run builds those that its formats render, and no others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, FrozenInstanceError, fields, is_dataclass
from importlib import import_module
from pathlib import Path
from typing import get_type_hints

import pytest

from factcheck.corpus import read_files
from factcheck.formats.base import formats, render, rendered
from factcheck.pipeline import Looked, described, look
from factcheck.report import cards, detail, paging
from factcheck.report import finding_view as findings
from factcheck.report.build import Report
from factcheck.report.explained import Explained, RecordView
from factcheck.report.page import Page
from factcheck.report.summary import Summary
from tests.corpora import looked_at

CLAIMS, COUNTRIES = (Path(__file__).parents[2] / name for name in ("claims", "examples/countries"))
KINDS = (Summary, Explained, RecordView, Page)


@pytest.fixture(scope="module")
def looked() -> Looked:
    return looked_at("examples/countries")


@pytest.fixture
def report(looked: Looked) -> Report:
    return described(looked, "examples/countries")


def parts(item: object) -> Iterator[object]:
    """The item and everything that its fields hold."""
    yield item
    match item:
        case tuple():
            inside: tuple[object, ...] = item
        case Mapping():
            inside = tuple(item.values())
        case _ if is_dataclass(item) and not isinstance(item, type):
            inside = tuple(getattr(item, field.name) for field in fields(item))
        case _:
            inside = ()
    for part in inside:
        yield from parts(part)


@pytest.mark.parametrize("kind", KINDS)
def test_a_view_holds_words_numbers_and_places_and_nothing_that_would_compute(
    kind: type[object], report: Report
) -> None:
    for part in parts(report.view(kind)):
        assert not callable(part) and not isinstance(part, Iterator)
        if is_dataclass(part):
            with pytest.raises(FrozenInstanceError):
                setattr(part, fields(part)[0].name, None)
            if type(part).__module__.startswith("factcheck.report."):
                assert not hasattr(part, "__dict__"), f"{type(part)} has room for hidden fields"


@pytest.mark.parametrize(
    "module", ["summary", "explained", "page", "pictures.picture_parts", "record_views"]
)
def test_no_field_of_a_view_has_a_default(module: str) -> None:
    """A field that is forgotten is an error where the view is made, never an empty text."""
    names = import_module(f"factcheck.report.{module}")
    for kind in vars(names).values():
        if is_dataclass(kind) and isinstance(kind, type) and kind.__module__ == names.__name__:
            for field in fields(kind):
                assert field.default is MISSING, f"{kind.__name__}.{field.name}"
                assert field.default_factory is MISSING, f"{kind.__name__}.{field.name}"


@pytest.mark.parametrize("name", formats())
def test_a_format_declares_the_view_that_it_renders(name: str) -> None:
    module = import_module(f"factcheck.formats.{name}")
    assert module.VIEW in KINDS
    assert get_type_hints(module.render) == {"view": module.VIEW, "return": str}


def forbidden(*_: object, **__: object) -> None:
    raise AssertionError("built for a format that does not show it")


def test_a_line_for_a_finding_needs_nothing_that_explains_it(
    report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(findings, "finding_view", forbidden)
    monkeypatch.setattr(detail, "finding_view", forbidden)
    monkeypatch.setattr(paging, "page", forbidden)
    assert "[" in render(report, "concise")


@pytest.mark.parametrize("name", sorted(set(formats()) - {"html"}))
def test_only_the_page_needs_cards_pictures_letters_and_lists(
    name: str, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "page", forbidden)
    monkeypatch.setattr(cards, "card", forbidden)
    assert render(report, name)


def test_what_is_settled_is_not_explained_but_recorded() -> None:
    """The shipped findings are known or decided: a frame for each would be in vain."""
    report = described(look(read_files(CLAIMS)), "claims")
    settled = {line.id for line in report.summary.findings if line.settled}
    explained, record = report.view(Explained), report.view(RecordView)
    assert settled
    assert not settled & set(explained.findings)
    assert [finding.id for finding in record.findings] == [f.id for f in report.summary.findings]
    for line, finding in zip(report.summary.findings, record.findings, strict=True):
        assert report.finding(line.id) == finding


def test_formats_do_not_change_what_others_say(looked: Looked, report: Report) -> None:
    """Each format alone, and after all others of the same run: the same bytes."""
    together = rendered(report, (*formats(), *reversed(formats())))
    for name in formats():
        assert together[name] == render(described(looked, "examples/countries"), name), name
