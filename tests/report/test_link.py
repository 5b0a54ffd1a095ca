"""Which address of a source the report links to."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.model import Location, Period, Source
from factcheck.report.claim_view import link


@pytest.mark.parametrize(
    ("url", "archived", "linked"),
    [
        ("https://harbour.example/a", "https://kept.example/a", "https://harbour.example/a"),
        (None, "http://kept.example/a", "http://kept.example/a"),
        ("javascript:alert(1)", "https://kept.example/a", "https://kept.example/a"),
        ("http://[half", None, ""),
        (None, None, ""),
    ],
)
def test_only_an_address_that_may_be_followed(
    url: str | None, archived: str | None, linked: str
) -> None:
    day = Period(date(2026, 2, 3), date(2026, 2, 3))
    place = Location("a.yaml", 1, 1)
    source = Source("a", "Harbour Post", "A", day, "en", place, url=url, archived_url=archived)
    assert link(source) == linked
