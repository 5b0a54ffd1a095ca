"""What a claim covers: words that name a coverage of its attribute, and words that name none."""

from __future__ import annotations

import pytest

from factcheck.comparing import Compared, collate
from factcheck.corpus import Files, load

REGISTRIES = {
    "subjects.yaml": "subjects: [{id: tower, label: Tower}]\n",
    "attributes.yaml": """\
attributes:
  - id: visitors
    label: visitors
    kind: quantity
    key: [covers]
    coverages:
      - {id: all, label: all floors, labels: {it: tutti i piani}}
      - {id: top, label: top floor, words: {it: [l'ultimo piano], en: [the roof]}, part_of: all}
      - {id: shop, label: shop, words: {en: [the roof, ground floor]}}
  - id: guests
    label: guests
    kind: quantity
    coverages: [{id: all, label: all floors}, {id: top, label: top floor, part_of: all}]
""",
}


def corpus(*claims: str) -> Compared:
    """One source a claim; a claim is the inside of a YAML flow mapping."""
    files = dict(REGISTRIES)
    for number, claim in enumerate(claims):
        head = f"{{outlet: Outlet {number}, title: T, published: 2026-01-05, language: it}}"
        text = f"source: {head}\nclaims: [{{id: c, subject: Tower, {claim}}}]"
        files[f"sources/s{number}.yaml"] = text
    loaded = load(Files({path: text.encode() for path, text in files.items()}))
    assert loaded.diagnostics == ()
    return collate(loaded)


@pytest.mark.parametrize(
    ("covers", "words", "coverage"),
    [
        ("l'ultimo piano", "l'ultimo piano", "top"),
        ("L’ultimo  Piano", "L’ultimo  Piano", "top"),
        ("Top floor", "Top floor", "top"),
        ("tutti i piani", "tutti i piani", "all"),
        ("top", "", "top"),
        ("the roof", "the roof", None),
        ("l'ultimo piano e il tetto", "l'ultimo piano e il tetto", None),
        ("{text: the roof, coverage: shop}", "the roof", "shop"),
        ("{text: sotto, coverage: shop}", "sotto", "shop"),
        ("''", "", None),
    ],
)
def test_the_whole_text_names_one_coverage_or_none(
    covers: str, words: str, coverage: str | None
) -> None:
    stated = "" if covers == "''" else f", covers: {covers}"
    [claim] = corpus(f"attribute: visitors, value: 10{stated}").claims
    assert (claim.covers, claim.coverage) == (words, coverage)


def verdicts(*claims: str) -> list[str]:
    """Of all scopes and of what lies between them, but for agreement of one claim with itself."""
    [topic] = corpus(*claims).topics
    return [s.verdict.value for s in (*topic.scopes, *topic.across)]


def test_in_the_key_coverages_part_claims() -> None:
    top, all_ = "value: 90, covers: the top floor", "value: 40, covers: tutti i piani"
    known = top.replace("the top floor", "top floor")
    visitors = "attribute: visitors, "
    assert verdicts(visitors + known, visitors + all_) == ["agree", "agree", "impossible"]
    assert verdicts(visitors + known, visitors + "value: 40, covers: shop") == [
        "agree",
        "agree",
        "scope-differs",
    ]
    assert "undetermined" in verdicts(visitors + top, visitors + all_), "these words name none"


def test_outside_the_key_they_part_nothing() -> None:
    guests = "attribute: guests, "
    assert verdicts(guests + "value: 90, covers: top", guests + "value: 40, covers: all") == [
        "contradicts"
    ]
