"""What a format does not show is not worked out; what it does show is told once, and the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest

from factcheck.loading import read_files
from factcheck.pipeline import look, told
from factcheck.reporting import ReportView, cards, printable
from factcheck.reporting.lazy import LazyView, Unrolled, altered, told_by
from factcheck.reporting.view import UncheckedView
from factcheck.reports.base import formats, renderer

CLAIMS = Path(__file__).parents[2] / "claims"


@pytest.fixture(scope="module")
def view() -> ReportView:
    return told(look(read_files(CLAIMS)), "claims")


class Teller:
    """Counts how often it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def sentence(self) -> str:
        self.asked.append("sentence")
        return "Nobody else speaks of it."

    def claims(self) -> tuple[object, ...]:
        self.asked.append("claims")
        return ()


def test_a_part_is_told_when_it_is_asked_for_and_once_for_all_copies() -> None:
    teller = Teller()
    one = told_by(UncheckedView, teller, reason="alone", todo="Look for one.")
    other = altered(one, todo="Look.")
    assert (one.reason, other.todo, teller.asked) == ("alone", "Look.", [])
    assert one.sentence == other.sentence == "Nobody else speaks of it."
    assert teller.asked == ["sentence"]
    assert replace(one, reason="no-value").sentence == one.sentence


def test_a_part_that_nobody_tells_is_missing_and_named() -> None:
    with pytest.raises(AttributeError, match="UncheckedView has no part 'colour'"):
        getattr(told_by(UncheckedView, Teller()), "colour")  # noqa: B009


def test_a_list_is_made_as_far_as_it_is_read() -> None:
    made: list[int] = []
    numbers = Unrolled((made.append(n) or n for n in range(9)), 9)  # type: ignore[func-returns-value]
    assert (len(numbers), numbers[:2], numbers[1], bool(numbers), made) == (
        9,
        (0, 1),
        1,
        True,
        [0, 1],
    )
    assert numbers[-1] == 8
    assert numbers == tuple(range(9)) and numbers[7:] == (7, 8) and numbers[2:4] == (2, 3)
    assert not Unrolled(())


def _views(item: object) -> Iterator[LazyView]:
    match item:
        case tuple() | Unrolled():
            for part in item:
                yield from _views(part)
    if isinstance(item, LazyView):
        yield item
    if is_dataclass(item) and not isinstance(item, type):
        for field in fields(item):
            yield from _views(getattr(item, field.name))


def test_every_part_of_every_view_is_known_or_told(view: ReportView) -> None:
    kinds = {type(one) for one in _views(view)}
    assert {kind.__name__ for kind in kinds} >= {"ReportView", "FindingView", "ClaimView"}
    for one in _views(view):
        waiting = {f.name for f in fields(one) if hasattr(type(one), f.name)}  # type: ignore[arg-type]
        teller = one.__dict__.get("_told_by", (None,))[0]
        told_of = {name for name, part in vars(type(teller)).items() if callable(part)}
        assert not waiting & told_of, "a default of the class would hide what is told"


def test_a_line_for_a_finding_needs_no_letter_no_picture_and_no_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def never(*_: object) -> None:
        raise AssertionError("worked out for a format that does not show it")

    monkeypatch.setattr(printable, "printable", never)
    for part in ("plot", "steps", "silent", "hints", "causes", "weight", "content"):
        monkeypatch.setattr(cards._Card, part, never)
    lean = told(look(read_files(CLAIMS)), "claims")
    assert "[" in renderer("concise")(lean)


def test_formats_do_not_change_what_others_say() -> None:
    """Each format alone, and after all others of the same view: the same bytes."""
    looked = look(read_files(CLAIMS))
    shared = told(looked, "claims")
    for name in (*formats(), *reversed(formats())):
        assert renderer(name)(shared) == renderer(name)(told(looked, "claims")), name
