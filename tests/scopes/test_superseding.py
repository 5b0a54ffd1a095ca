"""An outlet that revised its figure contradicts nobody with the old one; who copies it, may."""

from __future__ import annotations

import pytest

from factcheck.comparing import Compared, collate
from factcheck.comparing.scopes.scope_steps import steps_of
from factcheck.corpus import Files
from factcheck.corpus.load import load

REGISTRIES = {
    "subjects.yaml": b"subjects: [{id: tower, label: Tower}]",
    "attributes.yaml": b"attributes: [{id: height, label: height, kind: quantity, unit: m}]",
    "origins.yaml": b"origins: [{id: office, label: Office, kind: regulator}]",
}


def text(outlet: str, published: str, value: str, more: str = "", claim: str = "") -> str:
    return (
        f"source: {{outlet: {outlet}, title: T, published: {published}, language: en{more}}}\n"
        f"claims: [{{id: height, subject: Tower, attribute: height, value: {value}{claim}}}]"
    )


def corpus(*texts: str) -> Compared:
    files = REGISTRIES | {f"sources/s{n}.yaml": t.encode() for n, t in enumerate(texts)}
    loaded = load(Files(files, ()))
    assert loaded.diagnostics == ()
    return collate(loaded)


def verdict(*texts: str) -> str:
    ((scope,),) = [t.scopes for t in corpus(*texts).topics]
    return scope.verdict.value


def steps(*texts: str) -> list[str]:
    (topic,) = corpus(*texts).topics
    (scope,) = topic.scopes
    return [str(s) for s in steps_of(scope, topic.attribute)]


OLD = text("Post", "2025-01-05", "40 m")
NEW = text("Post", "2025-09-01", "91 m")


def test_a_revised_figure_is_superseded() -> None:
    assert verdict(OLD, NEW) == "superseded"
    assert "Post gave 40 m in its text of 2025-01-05, and 91 m in that of 2025-09-01." in steps(
        OLD, NEW
    )


def test_who_still_carries_the_old_figure_is_named() -> None:
    copy = text("Wire", "2025-10-01", "40 m")
    assert verdict(OLD, NEW, copy) == "superseded"
    described = steps(OLD, NEW, copy)
    assert "Wire (2025-10-01) carries 40 m: a stale copy since 2025-09-01." in described


def test_a_third_figure_still_contradicts_the_new_one() -> None:
    other = text("Wire", "2025-10-01", "62 m")
    assert verdict(OLD, NEW, other) == "contradicts"


def test_two_outlets_that_cite_one_origin_revise_nothing() -> None:
    cited = ", attributed_to: [office]"
    first = text("Post", "2025-01-05", "40 m", claim=cited)
    assert verdict(first, text("Wire", "2025-09-01", "91 m", claim=cited)) == "contradicts"


def test_two_outlets_that_revise_towards_each_other_contradict() -> None:
    back = (text("Wire", "2025-01-05", "91 m"), text("Wire", "2025-09-01", "40 m"))
    assert verdict(OLD, NEW, *back) == "contradicts"


def test_two_texts_of_one_day_revise_nothing() -> None:
    assert verdict(OLD, text("Post", "2025-01-05", "91 m")) == "contradicts"


def test_an_update_is_what_counts_as_the_day() -> None:
    updated = text("Post", "2025-01-05", "40 m", ", updated: 2025-12-01")
    described = steps(updated, NEW)
    assert "Post gave 91 m in its text of 2025-09-01, and 40 m in that of 2025-12-01." in described


def test_an_outlet_that_comes_back_to_its_figure_has_revised_the_other() -> None:
    again = text("Post", "2025-12-01", "40 m")
    described = steps(OLD, NEW, again)
    assert "Post gave 91 m in its text of 2025-09-01, and 40 m in that of 2025-12-01." in described


def test_a_replaced_source_leaves_stale_copies() -> None:
    new = text("Post", "2025-09-01", "91 m", ", replaces: s0")
    copy = text("Wire", "2025-10-01", "40 m")
    assert verdict(OLD, new, copy) == "superseded"
    assert "Wire (2025-10-01) carries 40 m: a stale copy since 2025-09-01." in steps(OLD, new, copy)


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_the_order_of_files_decides_nothing(order: tuple[int, ...]) -> None:
    texts = (OLD, NEW, text("Wire", "2025-10-01", "40 m"))
    assert verdict(*(texts[n] for n in order)) == "superseded"


def test_each_outlet_is_told_with_its_own_figures() -> None:
    about = text("Wire", "2025-02-01", "39.8 m")
    described = steps(text("Post", "2025-01-05", "about 40 m"), about, NEW)
    assert (
        "Post gave about 40 m in its text of 2025-01-05, and 91 m in that of 2025-09-01."
        in described
    )


def test_without_its_day_a_figure_is_not_known_to_be_revised() -> None:
    registries = REGISTRIES | {
        "attributes.yaml": b"attributes: [{id: height, label: h, kind: quantity, key: [as_of]}]"
    }
    files = registries | {f"sources/s{n}.yaml": t.encode() for n, t in enumerate((OLD, NEW))}
    ((scope,),) = [t.scopes for t in collate(load(Files(files, ()))).topics]
    assert scope.verdict == "undetermined"
