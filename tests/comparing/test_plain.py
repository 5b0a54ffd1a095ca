"""What comparing gives is plain data: it can be pickled, and nothing outside keeps it."""

from __future__ import annotations

import gc
import pickle
import weakref
from pathlib import Path

import pytest

from factcheck.comparing import Compared, compare, steps, verdict
from factcheck.comparing.hints import Hints
from factcheck.corpus.load import load
from factcheck.corpus.reading_files import read_files
from factcheck.rules import every_rule
from tests.corpora import ROOT


def compared(folder: Path) -> Compared:
    return compare(load(read_files(folder)), every_rule(), every_rule())


def stated(known: Compared) -> list[tuple[object, ...]]:
    """Each finding with its steps and its hints."""
    hints = Hints(known.claims, known.relations)
    return [
        (str(f.message), [str(s) for s in steps(known, f)], [str(h) for h in hints.of(f)])
        for f in known.findings
    ]


@pytest.mark.parametrize("name", ["claims", "examples/countries"])
def test_it_can_be_pickled_and_then_says_the_same(name: str) -> None:
    known = compared(ROOT / name)
    again: Compared = pickle.loads(pickle.dumps(known))
    assert stated(again) == stated(known)
    first, *others = known.findings[0].claims
    named = {claim.name: claim for claim in again.claims}
    for other in others:
        there = verdict(again, named[first.name], named[other.name])
        assert there.verdict is verdict(known, first, other).verdict


def test_a_corpus_is_gone_when_nobody_needs_it_any_more() -> None:
    known = compared(ROOT / "examples" / "countries")
    stated(known)
    source = weakref.ref(known.sources[0])
    subject = weakref.ref(known.vocabulary.subjects)
    del known
    gc.collect()
    assert source() is None
    assert subject() is None
