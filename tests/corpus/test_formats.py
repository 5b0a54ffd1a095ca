"""The formats as docs/files.md shows them: what stands there loads, and no key is left out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck.corpus import Files, load
from factcheck.corpus.yaml import yaml_text
from factcheck.corpus.yaml.forms import (
    AttributeForm,
    ClaimForm,
    Form,
    OriginForm,
    RelationForm,
    ResolutionForm,
    SourceForm,
    SubjectForm,
)
from factcheck.corpus.yaml.schema import read

PAGE = (Path(__file__).parents[2] / "docs" / "files.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
FORMS: dict[str, type[Form]] = {
    "source": SourceForm,
    "claims": ClaimForm,
    "subjects": SubjectForm,
    "attributes": AttributeForm,
    "origins": OriginForm,
    "relations": RelationForm,
    "finding": ResolutionForm,
}


def documented() -> dict[str, dict[str, object]]:
    """Of each group on the page, its keys with what is shown for them."""
    shown: dict[str, dict[str, object]] = {}
    for block in BLOCKS:
        text = block.replace("0123…", "0" * 64)
        document, diagnostics = yaml_text.parse("docs/files.md", text.encode())
        assert diagnostics == ()
        assert document is not None
        if document.data is None:  # a comment alone, such as the line that an editor goes by
            continue
        assert isinstance(document.data, dict)
        if "finding" in document.data:  # a file of one item, without a key above it
            shown["finding"] = dict(document.data)
            continue
        for name, content in document.data.items():
            item = content[0] if isinstance(content, list) else content
            assert isinstance(item, dict)
            shown[name] = dict(item)
    return shown


@pytest.mark.parametrize("name", FORMS)
def test_what_the_page_shows_is_accepted(name: str) -> None:
    result = read(FORMS[name], documented()[name])
    assert isinstance(result, Form), result


def keys_of_claims() -> set[str]:
    rows = re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)
    assert len(rows) > 10
    return set(rows)


@pytest.mark.parametrize("name", FORMS)
def test_the_page_shows_every_key(name: str) -> None:
    shown = keys_of_claims() if name == "claims" else set(documented()[name])
    assert shown == set(FORMS[name].model_fields)


CORPUS = {
    "claims/subjects.yaml": """\
subjects:
  - {id: borealis, label: Borealis}
""",
    "claims/attributes.yaml": """\
attributes:
  - id: spending
    label: spending
    kind: money
    key: [period]
    coverages: [{id: chips, label: chips}]
""",
    "claims/origins.yaml": "origins: [{id: post, label: The Post, kind: outlet, aliases: [TP]}]\n",
    "claims/sources/all.yaml": """\
source:
  outlet: Evening Post
  title: x
  published: 2026-01-22
  language: en
claims:
  - id: full
    subject: Borealis
    attribute: spending
    value: $ 85 m
    read_as: {value: 85 million USD, reason: The reader takes m for metres.}
    period: 2025
    as_of: 2025-12
    relative_to: 2025-06-01
    place: Canada
    covers: {text: chips and their racks, coverage: chips}
    basis: net
    status: planned
    conditions: if the board agrees
    attributed_to: [TP, post, The Post]
    quote: {exact: 85 m, prefix: some, suffix: on chips}
    locator: page 3
    language: en-CA
    note: for colleagues
    ignore: true
""",
}


def test_every_key_of_a_claim_arrives() -> None:
    loaded = load(Files({path: text.encode() for path, text in CORPUS.items()}))
    assert loaded.diagnostics == ()
    [claim] = loaded.claims
    assert (claim.name, claim.subject_text, claim.subject.id) == (
        "all/full",
        "Borealis",
        "borealis",
    )
    assert (claim.text, claim.read_as) == ("$ 85 m", "85 million USD")
    assert claim.read_as_reason == "The reader takes m for metres."
    assert claim.value is not None
    assert claim.value.text == "85 million USD"
    assert claim.period is not None
    assert (str(claim.period.start), str(claim.period.end)) == ("2025-01-01", "2025-12-31")
    assert claim.period_text == "2025"
    assert claim.as_of is not None
    assert str(claim.as_of.start) == "2025-12-01"
    assert claim.relative_to is not None
    assert str(claim.relative_to.start) == "2025-06-01"
    assert (claim.place, claim.coverage, claim.basis) == ("Canada", "chips", "net")
    assert (claim.covers, claim.conditions) == ("chips and their racks", ("if the board agrees",))
    assert (claim.status, claim.attributed_to) == ("planned", ("post",))
    assert claim.quote is not None
    assert (claim.quote.exact, claim.quote.prefix, claim.quote.suffix) == (
        "85 m",
        "some",
        "on chips",
    )
    assert (claim.locator, claim.language, claim.note) == ("page 3", "en-CA", "for colleagues")
    assert claim.ignore is True
    assert str(claim.at("read_as")) == "claims/sources/all.yaml:11:14"
    assert str(claim.at("period")) == "claims/sources/all.yaml:12:13"
