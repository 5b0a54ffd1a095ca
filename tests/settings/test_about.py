"""The reach of "about" is set in one place, and all values are read by it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from factcheck.corpus import Files, load
from factcheck.pipeline import look
from factcheck.settings import Settings
from factcheck.values.measures.measured import Measured

TEXTS = {
    "subjects.yaml": "subjects: [{id: pier, label: Pier}]\n",
    "attributes.yaml": "attributes: [{id: length, label: length, kind: quantity, unit: m}]\n",
    "sources/a.yaml": "source: {outlet: A, title: T, published: 2026-01-05, language: en}\n"
    "claims: [{subject: pier, attribute: length, value: about 47 m}]\n",
    "sources/b.yaml": "source: {outlet: B, title: T, published: 2026-01-05, language: en}\n"
    "claims: [{subject: pier, attribute: length, value: 49.0 m}]\n",
}
FILES = Files({path: text.encode() for path, text in TEXTS.items()})


def settings(**shares: str) -> Settings:
    return Settings({("about", key.replace("_", "-")): Decimal(s) for key, s in shares.items()})


@pytest.mark.parametrize(("share", "high"), [("0.1", "51.7"), ("0.03", "48.41")])
def test_the_reach_of_two_digits_is_that_of_the_settings(share: str, high: str) -> None:
    reaches = settings(two_digits=share).reaches()
    claims = load(replace(FILES, reaches=reaches)).claims
    (value,) = (c.value for c in claims if c.text.startswith("about"))
    assert isinstance(value, Measured)
    assert value.high == Decimal(high)


def test_the_last_digit_is_the_shortest_reach_and_one_digit_the_longest() -> None:
    for share, high in (("0.001", "48"), ("0.5", "51.7")):
        claims = load(replace(FILES, reaches=settings(two_digits=share).reaches())).claims
        assert {c.value.high for c in claims if isinstance(c.value, Measured)} >= {Decimal(high)}


def test_a_check_compares_by_it() -> None:
    found = {
        share: look(FILES, settings=settings(two_digits=share)).compared.topics[0].scopes[0].verdict
        for share in ("0.05", "0.03")
    }
    assert found["0.05"] == "consistent"
    assert found["0.03"] == "contradicts"


def test_a_folder_with_settings_is_read_by_them(tmp_path: Path) -> None:
    import factcheck

    for path, text in TEXTS.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    assert dict(factcheck.check(tmp_path).summary.counts)["contradicts"] == 0
    (tmp_path / "factcheck.toml").write_text('[about]\ntwo-digits = "3 %"\n', encoding="utf-8")
    assert dict(factcheck.check(tmp_path).summary.counts)["contradicts"] == 1
