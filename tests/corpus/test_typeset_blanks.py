"""The blanks of typesetters are read in files and tables, and refused where YAML mistakes them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.corpus import Files, load
from factcheck.model.claim import Loaded
from factcheck.values.measures.measured import Measured

BLANKS = ["\u00a0", "\u202f", "\u2009", "\u2007"]
REGISTRIES = {
    "subjects.yaml": "subjects: [{id: quay, label: The Quay}]\n",
    "attributes.yaml": "attributes: [{id: cost, label: cost, kind: money, unit: EUR}]\n",
}
HEAD = "source: {outlet: A, title: T, published: 2026-01-05, language: fr}\nclaims:\n"


def loaded(claim: str) -> Loaded:
    files = REGISTRIES | {"sources/s.yaml": f"{HEAD}  - {claim}\n"}
    return load(Files({path: text.encode() for path, text in files.items()}))


@pytest.mark.parametrize("blank", BLANKS)
def test_a_typeset_number_is_read(blank: str) -> None:
    found = loaded(
        f"{{subject: The{blank}Quay, attribute: cost, value: 2{blank}345{blank}678{blank}EUR}}"
    )
    assert found.diagnostics == ()
    (claim,) = found.claims
    assert isinstance(claim.value, Measured)
    assert (claim.value.number, claim.value.unit) == (Decimal(2345678), "EUR")
    assert claim.subject.id == "quay"


@pytest.mark.parametrize("blank", ["\u00a0", "\u202f", "\u2007"])
@pytest.mark.parametrize(
    "claim",
    [
        "{{subject: quay, attribute: cost, value:{blank}5 EUR}}",
        "{{subject: quay, attribute: cost,{blank}value: 5 EUR}}",
        "{{subject: quay, attribute: cost, value: 5 EUR}}{blank}#",
        "{{subject: quay, attribute: cost, value{blank}: 5 EUR}}",
    ],
)
def test_a_blank_beside_a_sign_of_yaml_is_named(claim: str, blank: str) -> None:
    first = loaded(claim.format(blank=blank)).diagnostics[0]
    assert "a space that looks like any other" in first.message
    assert first.hint == "type an ordinary space"


@pytest.mark.parametrize("unseen", ["\u200b", "\u00ad"])
def test_what_cannot_be_seen_is_named(unseen: str) -> None:
    (diagnostic,) = loaded(f"{{subject: quay, attribute: cost, value: 5{unseen} EUR}}").diagnostics
    assert "cannot be seen" in diagnostic.message
