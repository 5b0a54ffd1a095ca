"""What is derived from the claims is derived once in a run, whatever is asked of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from factcheck.comparing.origins import OriginGraph
from factcheck.comparing.relations import relating
from factcheck.formats.base import formats
from tests.against.repository import Repository
from tests.corpora import ROOT, run

CLAIMS = str(ROOT / "claims")
COUNTRIES = str(ROOT / "examples" / "countries")


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each relation was bound, each topic grouped, and the graph of origins made."""
    counted: Counter[str] = Counter()

    def count(owner: object, function: str, named: Callable[..., str]) -> None:
        original = getattr(owner, function)

        def counting(*given: Any, **keys: Any) -> Any:
            counted[named(*given)] += 1
            return original(*given, **keys)

        monkeypatch.setattr(owner, function, counting)

    count(relating, "bind", lambda relation, *_, **__: f"relation {relation.id}")
    count(
        import_module("factcheck.comparing.scopes.grouping"),
        "_topic",
        lambda key, *_: f"topic {key}",
    )
    count(OriginGraph, "__init__", lambda *_, **__: "graph")
    return counted


def once(made: Counter[str]) -> None:
    assert {name for name, times in made.items() if times > 1} == set()
    assert {name.partition(" ")[0] for name in made} == {"relation", "topic", "graph"}


@pytest.mark.parametrize("corpus", [CLAIMS, COUNTRIES])
def test_a_check_in_all_formats_derives_everything_once(
    corpus: str, made: Counter[str], tmp_path: Path
) -> None:
    asked = [word for name in formats() for word in ("-o", f"{name}:{tmp_path / name}")]
    run("check", corpus, *asked)
    assert all((tmp_path / name).stat().st_size > 0 for name in formats())
    once(made)


def test_an_explanation_of_two_claims_derives_nothing_anew(
    made: Counter[str], capsys: pytest.CaptureFixture[str]
) -> None:
    pair = ("cia-2020/norway-population", "cia-2020/norway-gdp")
    assert run("explain", *pair, COUNTRIES) == 0, capsys.readouterr().err
    once(made)


def test_each_of_the_two_revisions_of_a_comparison_is_one_run(
    made: Counter[str], repository: Repository
) -> None:
    run("check", "--against", "main", "-o", "concise")
    assert made["graph"] == 2
    assert set(made.values()) == {2}
