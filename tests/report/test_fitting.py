"""What fits several positions is a group of its own, in every format, and in no position."""

from __future__ import annotations

import json

import pytest

from factcheck.corpus import Files
from factcheck.formats import html as html_format
from factcheck.formats import json as json_format
from factcheck.formats import markdown as markdown_format
from factcheck.formats import text as text_format
from factcheck.pipeline import report_on
from factcheck.report.build import Report
from factcheck.report.detail import explained, record
from factcheck.report.page import Page

ATTRIBUTES = """attributes:
  - {id: seats, label: seats, kind: quantity}
  - {id: opened, label: opened, kind: date}
  - id: openness
    label: openness
    kind: choice
    choices:
      - {id: open, label: open}
      - {id: free, label: free, refines: [open], excludes: [paid]}
      - {id: paid, label: paid, refines: [open]}
"""


def report(attribute: str, *values: str) -> Report:
    texts = {
        "subjects.yaml": "subjects:\n  - {id: hall, label: Hall}\n",
        "attributes.yaml": ATTRIBUTES,
    }
    for number, value in enumerate(values):
        head = (
            f"{{outlet: Outlet {number}, title: T, published: 2025-03-0{number + 1}, language: en}}"
        )
        claim = f"  - {{id: c, subject: hall, attribute: {attribute}, value: '{value}'}}"
        texts[f"sources/s{number}.yaml"] = f"source: {head}\nclaims:\n{claim}\n"
    return report_on(Files({path: text.encode() for path, text in texts.items()}, ()))


FITS = [
    ("seats", ("nearly 40,000", "at least 41,219", "above 38,000"), "above 38,000"),
    ("seats", ("85", "150", "80 to 160"), "80 to 160"),
    ("opened", ("3 May 1907", "9 May 1907", "May 1907"), "May 1907"),
    ("openness", ("free", "paid", "open"), "open"),
]


@pytest.mark.parametrize(("attribute", "values", "several"), FITS)
def test_it_is_named_with_the_positions_that_it_fits(
    attribute: str, values: tuple[str, ...], several: str
) -> None:
    for ordered in (values, values[::-1]):
        run = report(attribute, *ordered)
        (found,) = json.loads(json_format.render(record(run.summary, run.run)))["findings"]
        (group,) = found["fits_several"]
        assert [claim["text"] for claim in group["claims"]] == [several]
        labels = [position["value"] for position in found["positions"]]
        assert group["value"] in {f"fits both: {a} / {b}" for a in labels for b in labels}
        stated = {c["text"] for position in found["positions"] for c in position["claims"]}
        assert stated == set(values) - {several}


def test_every_format_shows_it() -> None:
    run = report("seats", *FITS[0][1])
    view = explained(run.summary, run.run)
    for shown in (
        text_format.render(view),
        markdown_format.render(view),
        html_format.render(run.view(Page)),
    ):
        assert "fits both: " in shown
        assert "above 38,000" in shown


def test_without_such_claims_there_is_no_group() -> None:
    run = report("seats", "85", "150")
    (found,) = json.loads(json_format.render(record(run.summary, run.run)))["findings"]
    assert found["fits_several"] == []
