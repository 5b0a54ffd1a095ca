"""What the subject, the source and the claim decide of how a period is read."""

from __future__ import annotations

from factcheck.corpus import Files, load

FILES = {
    "subjects.yaml": """\
subjects:
  - {id: line, label: Line, fiscal_year_starts: 04-01, fiscal_year_named_by: start, country: NZ}
  - {id: branch, label: Branch, part_of: line}
  - {id: north, label: North, fiscal_year_starts: 04-01}
""",
    "attributes.yaml": "attributes: [{id: trips, label: trips, kind: quantity}]\n",
    "sources/first.yaml": """\
source: {outlet: First, title: T, published: 2022-01-05, language: en}
claims:
  - {id: a, subject: line, attribute: trips, value: 1, period: FY2020}
  - {id: b, subject: branch, attribute: trips, value: 1, period: FY2020}
  - {id: c, subject: north, attribute: trips, value: 1, period: FY2020}
  - {id: d, subject: line, attribute: trips, value: 1, period: FY2020, fiscal_year_named_by: end}
  - {id: e, subject: line, attribute: trips, value: 1, period: year ended March 2020}
  - {id: f, subject: branch, attribute: trips, value: 1, period: summer 2020}
  - {id: g, subject: north, attribute: trips, value: 1, period: summer 2020}
""",
    "sources/second.yaml": """\
source:
  {outlet: Second, title: T, published: 2022-01-05, language: en, fiscal_year_named_by: end}
claims:
  - {id: h, subject: line, attribute: trips, value: 1, period: FY2020}
  - {id: i, subject: line, attribute: trips, value: 1, as_of: FY2020, fiscal_year_named_by: start}
""",
}


def test_the_nearest_that_says_so_names_a_fiscal_year_and_the_half_of_the_earth() -> None:
    found = load(Files({path: text.encode() for path, text in FILES.items()}))
    assert found.diagnostics == ()
    starts = {c.id: (c.period or c.as_of) for c in found.claims}
    assert {id: period.start.isoformat() for id, period in starts.items() if period} == {
        "a": "2020-04-01",
        "b": "2020-04-01",
        "c": "2019-04-01",
        "d": "2019-04-01",
        "e": "2019-04-01",
        "f": "2020-12-01",
        "g": "2020-06-01",
        "h": "2019-04-01",
        "i": "2020-04-01",
    }
