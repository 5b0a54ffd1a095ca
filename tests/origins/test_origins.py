"""Whom claims go back to: what an editor would say of each case."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.drawing import examples
from tests.origins.small_world import Told, backing, corpus, roots

SENTENCE = "the tower on the old quay will cost the town 500 crowns before the winter"


def test_outlets_that_name_nobody_speak_for_themselves() -> None:
    assert roots(Told("Wire"), Told("Mill"), Told("Unregistered")) == [
        "Mill",
        "Unregistered",
        "Wire",
    ]


def test_outlets_that_name_one_origin_are_one() -> None:
    assert roots(Told("Wire", ("office",)), Told("Mill", ("office",))) == ["Office"]


def test_outlets_of_one_publisher_are_one_however_far_up_it_stands() -> None:
    assert roots(Told("Post"), Told("Echo"), Told("Wire", ("group",))) == ["House"]


def test_an_outlet_is_found_in_other_capitals_and_by_its_label() -> None:
    assert roots(Told("WIRE"), Told("wire"), Told("Mill", ("wire",))) == ["Wire"]
    assert roots(Told("echo"), Told("Mill", ("echo",))) == ["House"]


def test_a_name_is_followed_to_whom_that_outlet_has_it_from() -> None:
    told = Told("Post", ("wire",)), Told("Wire", ("mill",)), Told("Mill", ("office",))
    assert roots(*told) == ["Office"]
    assert [str(backing(t).origins[0].label) for t in told] == ["Wire", "Mill", "Office"]


def test_a_name_is_followed_where_the_other_states_no_period() -> None:
    assert roots(Told("Post", ("wire",)), Told("Wire", ("office",), period=None)) == ["Office"]


def test_a_name_is_followed_to_a_place_that_is_named_in_another_language() -> None:
    other = Told("Wire", ("office",), period=None, place="Roma")
    assert roots(Told("Post", ("wire",), place="Rome"), other) == ["Office"]
    assert roots(Told("Post", ("wire",), place="Turin"), other) == ["Office", "Wire"]


def test_a_name_is_not_followed_to_another_period() -> None:
    told = Told("Post", ("wire",)), Told("Wire", ("office",), period="2024")
    assert roots(*told) == ["Office", "Wire"]


def test_a_name_is_not_followed_from_what_is_to_what_is_planned() -> None:
    told = Told("Post", ("wire",)), Told("Wire", ("office",), period=None, status="planned")
    assert roots(*told) == ["Office", "Wire"]


@pytest.mark.parametrize("genre", ["aggregation", "machine-translation", "generated"])
def test_what_reports_nothing_itself_has_an_unknown_origin(genre: str) -> None:
    behind = backing(Told("Wire"), Told("Mill", genre=genre), Told("Post", ("mill",)))
    assert [str(r.label) for r in behind.origins] == ["Wire"]
    assert behind.unknown == ("Mill", "Post")
    assert roots(Told("Mill", ("office",), genre=genre)) == ["Office"]
    assert roots(Told("Mill", ("insiders",), genre=genre)) == []
    assert roots(Told("Mill", ("mill",), genre=genre)) == []


@pytest.mark.parametrize("genre", ["news", "filing", "data-set"])
def test_what_reports_is_an_origin(genre: str) -> None:
    assert roots(Told("Mill", genre=genre)) == ["Mill"]


def test_who_cites_whom_else_speaks_of_it_may_have_it_from_there() -> None:
    behind = backing(Told("Wire"), Told("Mill", cites=("wire",)))
    assert ([str(r.label) for r in behind.origins], behind.unknown) == (["Wire"], ("Mill",))
    assert roots(Told("Wire", ("office",)), Told("Mill", cites=("office",))) == ["Office"]
    assert roots(Told("Wire"), Told("Mill", cites=("office",))) == ["Mill", "Wire"]


def test_who_cites_somebody_and_says_otherwise_speaks_for_itself() -> None:
    told = corpus([Told("Wire"), Told("Mill", cites=("wire",), value="900")])
    graph = told.origins
    assert [str(r.label) for c in told.claims for r in graph.trace(c).roots] == ["Wire", "Mill"]


def test_anonymous_origins_of_two_outlets_never_match() -> None:
    assert roots(Told("Wire", ("insiders",)), Told("Mill", ("insiders",))) == ["Mill", "Wire"]


def test_an_outlet_and_its_anonymous_origins_are_one_voice() -> None:
    told = Told("Wire", ("insiders",)), Told("Wire", ("friends",)), Told("Wire")
    assert roots(*told) == ["Wire"]


def test_an_outlet_that_names_itself_gains_nothing() -> None:
    assert roots(Told("Wire", ("wire",))) == ["Wire"]
    assert roots(Told("Wire", ("wire", "office"))) == ["Office", "Wire"]
    assert not backing(Told("Wire", ("wire",))).circular


def test_a_circle_goes_back_to_nobody() -> None:
    behind = backing(Told("Post", ("wire",)), Told("Wire", ("mill",)), Told("Mill", ("post",)))
    assert (behind.origins, behind.circular) == ((), True)
    assert behind.unknown == ("Mill", "Post", "Wire")


def test_a_circle_with_a_way_out_goes_back_to_where_it_leads() -> None:
    behind = backing(Told("Post", ("wire",)), Told("Wire", ("post", "office")))
    assert [str(r.label) for r in behind.origins] == ["Office"]
    assert not behind.circular


def test_a_circle_that_leads_to_an_unknown_origin_is_unknown_and_no_circle() -> None:
    told = Told("Post", ("wire",)), Told("Wire", ("post", "mill"))
    behind = backing(*told, Told("Mill", genre="aggregation"))
    assert (behind.origins, behind.circular) == ((), False)


def test_who_names_a_circle_from_outside_is_unknown_but_not_in_it() -> None:
    told = corpus([Told("Wire", ("mill",)), Told("Mill", ("wire",)), Told("Post", ("wire",))])
    graph = told.origins
    (circle,) = graph.circles(told.topics[0])
    assert {c.source.outlet for c in circle.claims} == {"Wire", "Mill"}
    assert (
        backing(Told("Wire", ("mill",)), Told("Mill", ("wire",)), Told("Post", ("wire",))).origins
        == ()
    )


def test_a_long_chain_is_followed_to_its_end() -> None:
    """Longer than the interpreter's stack is deep."""
    from factcheck.comparing.origins.cycles import components

    edges = {(n,): ((n + 1,),) if n < 5000 else () for n in range(5001)}
    assert list(components(edges)) == [((n,),) for n in range(5000, -1, -1)]


def test_the_first_text_of_a_passage_stands_for_its_copies() -> None:
    early = Told("Wire", ("office",), quote="500 crowns", archived=SENTENCE)
    late = Told("Mill", quote="500 crowns", archived=f"So: “{SENTENCE}”", published="2026-01-09")
    behind = backing(late, early)
    assert ([str(r.label) for r in behind.origins], behind.copied) == (["Office"], True)


def test_a_text_whose_origin_is_known_stands_for_an_older_copy_without() -> None:
    old = Told("Wire", quote=SENTENCE, genre="aggregation", published="2026-01-01")
    behind = backing(old, Told("Mill", quote=SENTENCE))
    assert ([str(r.label) for r in behind.origins], behind.unknown) == (["Mill"], ())


@pytest.mark.parametrize(
    ("quote", "text", "copied"),
    [
        ("500 crowns", SENTENCE.upper().replace(" ", "\n"), True),
        ("500 crowns", "the tower will cost the town 500 crowns before the winter comes", False),
        (SENTENCE, None, True),
        ("will cost the town 500 crowns", None, False),
        ("500 crowns", f"It costs 500 crowns. {'And much more. ' * 20} {SENTENCE[:45]}", False),
    ],
)
def test_a_copy_is_a_long_run_of_words_at_the_quote(
    quote: str, text: str | None, copied: bool
) -> None:
    other = Told("Wire", quote="500 crowns", archived=f"They say {SENTENCE}.")
    if text is None:
        other = Told("Wire", quote=quote)
    behind = backing(other, Told("Mill", quote=quote, archived=text))
    assert (behind.copied, len(behind.origins)) == (copied, 1 if copied else 2)


def test_letters_of_chinese_are_half_words() -> None:
    passage = "这座塔位于旧码头将在今年冬天之前建成费用五百克朗由市政府支付"
    for size, copied in ((24, True), (23, False)):
        one = Told("Wire", quote=passage[:size])
        assert backing(one, Told("Mill", quote=passage[:size])).copied is copied


OUTLETS = ("Post", "Echo", "Wire", "Mill")
NAMES = ("post", "echo", "wire", "mill", "office", "bank", "group", "insiders", "friends")
QUOTES = (None, SENTENCE, "500 crowns")
SOURCES = st.builds(
    Told,
    outlet=st.sampled_from(OUTLETS),
    names=st.lists(st.sampled_from(NAMES), max_size=2, unique=True).map(tuple),
    period=st.sampled_from(("2025", None)),
    genre=st.sampled_from(("news", "aggregation", "data-set")),
    cites=st.lists(st.sampled_from(NAMES), max_size=1).map(tuple),
    quote=st.sampled_from(QUOTES),
    published=st.sampled_from(("2026-01-05", "2026-01-06")),
)


@examples(40)
@given(st.lists(SOURCES, min_size=1, max_size=3))
@example(  # two of one day, of which either may be the copy
    [
        Told("Post"),
        Told("Post", ("post", "wire"), quote=SENTENCE),
        Told("Echo", ("post", "wire"), quote=SENTENCE),
    ]
)
def test_order_never_matters(told: list[Told]) -> None:
    seen = {
        (b.origins, b.outlets, b.unknown, b.circular, b.copied)
        for b in (backing(*order) for order in permutations(told))
    }
    assert len(seen) == 1


@examples(100)
@given(st.lists(SOURCES, min_size=1, max_size=5), st.sampled_from(OUTLETS), st.data())
def test_an_agreeing_claim_from_a_counted_origin_never_raises_the_count(
    told: list[Told], outlet: str, data: st.DataObject
) -> None:
    before = backing(*told).origins
    counted = [root.id for root in before if root.id != "house"]
    if not counted:
        return
    more = Told(outlet, (data.draw(st.sampled_from(counted)),))
    assert len(backing(*told, more).origins) <= len(before)


@examples(60)
@given(st.lists(SOURCES, min_size=1, max_size=5))
def test_there_are_never_more_origins_than_names_and_outlets(told: list[Told]) -> None:
    behind = backing(*told)
    named = {name for one in told for name in one.names}
    assert len(behind.origins) <= len({one.outlet for one in told}) + len(named)
    assert set(behind.unknown) <= set(behind.outlets)
    assert bool(behind.origins) or behind.unknown == behind.outlets
