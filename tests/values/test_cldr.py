"""What CLDR says of one language hangs on no other that was asked before."""

from __future__ import annotations

import subprocess
import sys

ASK = """
from factcheck.text import cldr
for tag in {tags}:
    said = (cldr.quarter_names, cldr.month_names, cldr.weekdays, cldr.era_names, cldr.day_periods)
    found = [sorted(ask(tag)) for ask in said]
    print(tag, found) if tag in ("zh", "de") else None
"""


def test_a_language_says_the_same_whatever_was_asked_before() -> None:
    orders = (["zh", "de"], ["zh-TW", "ja", "zh", "de-AT", "de"])
    stated = [
        subprocess.run(
            [sys.executable, "-c", ASK.format(tags=tags)],
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for tags in orders
    ]
    assert stated[0] == stated[1] != ""
