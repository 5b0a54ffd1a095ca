"""Land and water of nineteen countries, in several editions: what is so is never called broken."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from factcheck.comparing import compare
from factcheck.comparing.hints import Hints
from factcheck.corpus.load import load
from factcheck.corpus.reading_files import read_files
from factcheck.rules import every_rule

COUNTRIES = Path(__file__).parents[2] / "examples" / "countries"


def test_land_and_water_make_the_area_of_every_country() -> None:
    compared = compare(load(read_files(COUNTRIES)), every_rule())
    found = {
        e.binding.subject.id: e.outcome.value for e in compared.relations.of({"sum", "part-of"})
    }
    assert len(found) > 15
    assert Counter(found.values()).keys() <= {"holds", "divided", "broken"}
    described = [f for f in compared.findings if f.subject and f.subject.id == "puerto-rico"]
    (part,) = [f for f in described if f.verdict == "impossible"]
    assert "land area of Puerto Rico, 8,959 km² is stated" in str(part.message)
    known = Hints(compared.claims, compared.relations)
    hints = "\n".join(str(h) for f in described for h in known.of(f))
    assert "“area = land area + water area” fits" in hints
