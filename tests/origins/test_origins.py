"""Whom claims go back to: what an editor would say of each case."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.drawing import examples
from tests.origins.small_world import Described, backing, corpus, roots

SENTENCE = "the tower on the old quay will cost the town 500 crowns before the winter"


def test_outlets_that_name_nobody_speak_for_themselves() -> None:
    assert roots(Described("Wire"), Described("Mill"), Described("Unregistered")) == [
        "Mill",
        "Unregistered",
        "Wire",
    ]


def test_outlets_that_name_one_origin_are_one() -> None:
    assert roots(Described("Wire", ("office",)), Described("Mill", ("office",))) == ["Office"]


def test_outlets_of_one_publisher_are_one_however_far_up_it_stands() -> None:
    assert roots(Described("Post"), Described("Echo"), Described("Wire", ("group",))) == ["House"]


def test_an_outlet_is_found_in_other_capitals_and_by_its_label() -> None:
    assert roots(Described("WIRE"), Described("wire"), Described("Mill", ("wire",))) == ["Wire"]
    assert roots(Described("echo"), Described("Mill", ("echo",))) == ["House"]


def test_a_name_is_followed_to_whom_that_outlet_has_it_from() -> None:
    described = (
        Described("Post", ("wire",)),
        Described("Wire", ("mill",)),
        Described("Mill", ("office",)),
    )
    assert roots(*described) == ["Office"]
    assert [str(backing(t).origins[0].label) for t in described] == ["Wire", "Mill", "Office"]


def test_a_name_is_followed_where_the_other_states_no_period() -> None:
    assert roots(Described("Post", ("wire",)), Described("Wire", ("office",), period=None)) == [
        "Office"
    ]


def test_a_name_is_followed_to_a_place_that_is_named_in_another_language() -> None:
    other = Described("Wire", ("office",), period=None, place="Roma")
    assert roots(Described("Post", ("wire",), place="Rome"), other) == ["Office"]
    assert roots(Described("Post", ("wire",), place="Turin"), other) == ["Office", "Wire"]


def test_a_name_is_not_followed_to_another_period() -> None:
    described = Described("Post", ("wire",)), Described("Wire", ("office",), period="2024")
    assert roots(*described) == ["Office", "Wire"]


def test_a_name_is_not_followed_from_what_is_to_what_is_planned() -> None:
    described = (
        Described("Post", ("wire",)),
        Described("Wire", ("office",), period=None, status="planned"),
    )
    assert roots(*described) == ["Office", "Wire"]


@pytest.mark.parametrize("genre", ["aggregation", "machine-translation", "generated"])
def test_what_reports_nothing_itself_has_an_unknown_origin(genre: str) -> None:
    behind = backing(
        Described("Wire"), Described("Mill", genre=genre), Described("Post", ("mill",))
    )
    assert [str(r.label) for r in behind.origins] == ["Wire"]
    assert behind.unknown == ("Mill", "Post")
    assert roots(Described("Mill", ("office",), genre=genre)) == ["Office"]
    assert roots(Described("Mill", ("insiders",), genre=genre)) == []
    assert roots(Described("Mill", ("mill",), genre=genre)) == []


@pytest.mark.parametrize("genre", ["news", "filing", "data-set"])
def test_what_reports_is_an_origin(genre: str) -> None:
    assert roots(Described("Mill", genre=genre)) == ["Mill"]


def test_who_cites_whom_else_speaks_of_it_may_have_it_from_there() -> None:
    behind = backing(Described("Wire"), Described("Mill", cites=("wire",)))
    assert ([str(r.label) for r in behind.origins], behind.unknown) == (["Wire"], ("Mill",))
    assert roots(Described("Wire", ("office",)), Described("Mill", cites=("office",))) == ["Office"]
    assert roots(Described("Wire"), Described("Mill", cites=("office",))) == ["Mill", "Wire"]


def test_who_cites_somebody_and_says_otherwise_speaks_for_itself() -> None:
    described = corpus([Described("Wire"), Described("Mill", cites=("wire",), value="900")])
    graph = described.origins
    assert [str(r.label) for c in described.claims for r in graph.trace(c).roots] == [
        "Wire",
        "Mill",
    ]


def test_anonymous_origins_of_two_outlets_never_match() -> None:
    assert roots(Described("Wire", ("insiders",)), Described("Mill", ("insiders",))) == [
        "Mill",
        "Wire",
    ]


def test_an_outlet_and_its_anonymous_origins_are_one_voice() -> None:
    described = Described("Wire", ("insiders",)), Described("Wire", ("friends",)), Described("Wire")
    assert roots(*described) == ["Wire"]


def test_an_outlet_that_names_itself_gains_nothing() -> None:
    assert roots(Described("Wire", ("wire",))) == ["Wire"]
    assert roots(Described("Wire", ("wire", "office"))) == ["Office", "Wire"]
    assert not backing(Described("Wire", ("wire",))).circular


def test_a_circle_goes_back_to_nobody() -> None:
    behind = backing(
        Described("Post", ("wire",)), Described("Wire", ("mill",)), Described("Mill", ("post",))
    )
    assert (behind.origins, behind.circular) == ((), True)
    assert behind.unknown == ("Mill", "Post", "Wire")


def test_a_circle_with_a_way_out_goes_back_to_where_it_leads() -> None:
    behind = backing(Described("Post", ("wire",)), Described("Wire", ("post", "office")))
    assert [str(r.label) for r in behind.origins] == ["Office"]
    assert not behind.circular


def test_a_circle_that_leads_to_an_unknown_origin_is_unknown_and_no_circle() -> None:
    described = Described("Post", ("wire",)), Described("Wire", ("post", "mill"))
    behind = backing(*described, Described("Mill", genre="aggregation"))
    assert (behind.origins, behind.circular) == ((), False)


def test_who_names_a_circle_from_outside_is_unknown_but_not_in_it() -> None:
    described = corpus(
        [Described("Wire", ("mill",)), Described("Mill", ("wire",)), Described("Post", ("wire",))]
    )
    graph = described.origins
    (cycle,) = graph.cycles(described.topics[0])
    assert {c.source.outlet for c in cycle.claims} == {"Wire", "Mill"}
    assert (
        backing(
            Described("Wire", ("mill",)), Described("Mill", ("wire",)), Described("Post", ("wire",))
        ).origins
        == ()
    )


def test_a_long_chain_is_followed_to_its_end() -> None:
    """Longer than the interpreter's stack is deep."""
    from factcheck.comparing.origins.cycles import components

    edges = {(n,): ((n + 1,),) if n < 5000 else () for n in range(5001)}
    assert list(components(edges)) == [((n,),) for n in range(5000, -1, -1)]


def test_the_first_text_of_a_passage_stands_for_its_copies() -> None:
    early = Described("Wire", ("office",), quote="500 crowns", archived=SENTENCE)
    late = Described(
        "Mill", quote="500 crowns", archived=f"So: “{SENTENCE}”", published="2026-01-09"
    )
    behind = backing(late, early)
    assert ([str(r.label) for r in behind.origins], behind.copied) == (["Office"], True)


def test_a_text_whose_origin_is_known_stands_for_an_older_copy_without() -> None:
    old = Described("Wire", quote=SENTENCE, genre="aggregation", published="2026-01-01")
    behind = backing(old, Described("Mill", quote=SENTENCE))
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
    other = Described("Wire", quote="500 crowns", archived=f"They say {SENTENCE}.")
    if text is None:
        other = Described("Wire", quote=quote)
    behind = backing(other, Described("Mill", quote=quote, archived=text))
    assert (behind.copied, len(behind.origins)) == (copied, 1 if copied else 2)


def test_letters_of_chinese_are_half_words() -> None:
    passage = "这座塔位于旧码头将在今年冬天之前建成费用五百克朗由市政府支付"
    for size, copied in ((24, True), (23, False)):
        one = Described("Wire", quote=passage[:size])
        assert backing(one, Described("Mill", quote=passage[:size])).copied is copied


OUTLETS = ("Post", "Echo", "Wire", "Mill")
NAMES = ("post", "echo", "wire", "mill", "office", "bank", "group", "insiders", "friends")
QUOTES = (None, SENTENCE, "500 crowns")
SOURCES = st.builds(
    Described,
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
        Described("Post"),
        Described("Post", ("post", "wire"), quote=SENTENCE),
        Described("Echo", ("post", "wire"), quote=SENTENCE),
    ]
)
def test_order_never_matters(described: list[Described]) -> None:
    seen = {
        (b.origins, b.outlets, b.unknown, b.circular, b.copied)
        for b in (backing(*order) for order in permutations(described))
    }
    assert len(seen) == 1


@examples(100)
@given(st.lists(SOURCES, min_size=1, max_size=5), st.sampled_from(OUTLETS), st.data())
def test_an_agreeing_claim_from_a_counted_origin_never_raises_the_count(
    described: list[Described], outlet: str, data: st.DataObject
) -> None:
    before = backing(*described).origins
    counted = [root.id for root in before if root.id != "house"]
    if not counted:
        return
    more = Described(outlet, (data.draw(st.sampled_from(counted)),))
    assert len(backing(*described, more).origins) <= len(before)


@examples(60)
@given(st.lists(SOURCES, min_size=1, max_size=5))
def test_there_are_never_more_origins_than_names_and_outlets(described: list[Described]) -> None:
    behind = backing(*described)
    named = {name for one in described for name in one.names}
    assert len(behind.origins) <= len({one.outlet for one in described}) + len(named)
    assert set(behind.unknown) <= set(behind.outlets)
    assert bool(behind.origins) or behind.unknown == behind.outlets
