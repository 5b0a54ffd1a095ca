"""What an editor may print, and whom to ask: no side is preferred unless somebody decided so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.judging import Gate
from factcheck.pipeline import described, look
from factcheck.report.page import CardView, LetterView, Page, PrintableView
from factcheck.report.printable import NOTHING
from tests.drawing import examples
from tests.judging.world import TODAY, claim, decided, files, judged, only, source

ORIGINS = """origins:
  - {id: registry, label: Port Registry, kind: regulator}
  - {id: insiders, label: people in the port, kind: anonymous}
"""
TWO = {
    "post": source("Post", claim("budget", "about 85 million euros", "a")),
    "wire": source("Wire", claim("budget", "150 million euros", "b")),
}


def reported(
    sources: Mapping[str, object],
    resolutions: Mapping[str, object] | None = None,
    language: str = "en",
) -> Page:
    given = files(sources, resolutions)
    texts = dict(given.texts) | {"claims/origins.yaml": ORIGINS.encode()}
    looked = look(replace(given, texts=dict(sorted(texts.items()))), gate=Gate(TODAY))
    assert looked.diagnostics == (), looked.diagnostics
    return described(looked, "claims", language).view(Page)


def cards(view: Page) -> list[CardView]:
    return [card for group in view.groups for card in group.cards]


def printed(view: Page) -> PrintableView:
    (card,) = cards(view)
    return card.printable


def text_of(letter: LetterView) -> str:
    return "\n".join(letter.paragraphs)


def test_figures_are_a_range_and_then_what_each_outlet_says() -> None:
    assert set(printed(reported(TWO)).sentences.shown) == {
        "Budget of Northwind (2025): between about 85 million euros and 150 million euros,"
        " depending on the source.",
        "According to Post, budget of Northwind (2025): about 85 million euros.",
        "According to Wire, budget of Northwind (2025): 150 million euros.",
    }


def test_whom_an_outlet_has_it_from_is_said_by_name_or_as_cited() -> None:
    sources = {
        "post": source("Post", claim("budget", "85 million euros", attributed_to=["registry"])),
        "wire": source("Wire", claim("budget", "150 million euros", attributed_to=["insiders"])),
    }
    stated = printed(reported(sources)).sentences.shown
    assert (
        "According to Port Registry, as cited by Post, budget of Northwind (2025):"
        " 85 million euros." in stated
    )
    assert (
        "According to Wire, citing people in the port, budget of Northwind (2025):"
        " 150 million euros." in stated
    )


def test_a_rumour_is_never_printed_as_a_fact() -> None:
    sources = {
        "post": source("Post", claim("budget", "85 million euros", status="rumoured")),
        "wire": source("Wire", claim("budget", "150 million euros")),
    }
    (rumour,) = (s for s in printed(reported(sources)).sentences.shown if "to Post" in s)
    assert rumour.endswith("85 million euros (rumoured).")


def test_an_open_bound_is_no_end_of_a_range() -> None:
    sources = {
        "post": source("Post", claim("budget", "up to 85 million euros")),
        "wire": source("Wire", claim("budget", "150 million euros")),
    }
    either = printed(reported(sources)).sentences.shown[0]
    assert "between" not in either
    assert "up to 85 million euros" in either


def test_two_texts_of_one_outlet_bear_their_days() -> None:
    sources = {
        "early": source("Post", claim("length", "900 m"), published="2024-02-01"),
        "late": source("Post", claim("length", "1200 m"), published="2026-01-05"),
        "wire": source("Wire", claim("length", "700 m")),
    }
    stated = " ".join(s for c in cards(reported(sources)) for s in c.printable.sentences.shown)
    assert "Post (Feb 1, 2024)" in stated
    assert "Post (Jan 5, 2026)" in stated


def test_a_question_quotes_both_passages_and_takes_no_side() -> None:
    sources = {
        "post": source("Post", claim("length", "900 m", quote="a quay of 900 m")),
        "wire": source("Wire", claim("length", "700 m", quote="the quay, 700 m long")),
    }
    letters = {q.outlet: text_of(q) for q in printed(reported(sources)).questions.shown}
    assert set(letters) == {"Post", "Wire"}
    for letter in letters.values():
        assert "“a quay of 900 m”" in letter
        assert "“the quay, 700 m long”" in letter
    other = letters["Wire"].replace("Wire", "Post")
    assert other.splitlines()[:2] == letters["Post"].splitlines()[:2]
    assert other.splitlines()[-2:] == letters["Post"].splitlines()[-2:]


@pytest.mark.parametrize(
    ("languages", "report", "opening"),
    [
        (["it"], "en", "Alla redazione di Post"),
        (["it-CH"], "en", "Alla redazione di Post"),
        (["en-AU"], "it", "To the editors of Post"),
        (["en", "it", "it"], "en", "Alla redazione di Post"),
        (["de"], "en", "To the editors of Post"),
        (["de"], "it", "Alla redazione di Post"),
    ],
)
def test_an_outlet_is_written_to_in_its_own_language_where_the_report_has_it(
    languages: list[str], report: str, opening: str
) -> None:
    """Else in that of the report; of several languages in the one that is used most."""
    stated = claim("length", "900 m", quote="900 m")
    texts = {f"post-{n}": source("Post", stated, language=tag) for n, tag in enumerate(languages)}
    wire = {"wire": source("Wire", claim("length", "700 m", quote="700 m"))}
    (post, other) = printed(reported(texts | wire, language=report)).questions.shown
    assert post.paragraphs[0] == opening
    assert post.language == ("it" if opening.startswith("Alla") else "en")
    assert other.paragraphs[0] == "To the editors of Wire"


def test_a_preferred_value_is_told_in_the_language_of_the_report() -> None:
    one = only(judged(files(TWO)))
    made = {"x": decided(one, decision="prefer", prefer="150 mn EUR")}
    (card,) = cards(reported(TWO, made, language="it"))
    finding = card.finding
    assert finding.resolution is not None
    assert finding.resolution.prefer == "150 milioni di EUR"
    (letter,) = card.printable.corrections
    assert "“150 mn EUR”" in text_of(letter), "the outlet writes in English"


def test_nobody_writes_to_our_own_desk() -> None:
    ours = TWO | {"post": source("Post", claim("budget", "85 million euros"), ours=True)}
    assert [q.outlet for q in printed(reported(ours)).questions.shown] == ["Wire"]


def test_only_a_decision_that_prefers_one_side_asks_the_other_to_correct() -> None:
    one = only(judged(files(TWO)))
    assert printed(reported(TWO)).corrections == ()
    for keys, asked in (
        ({"decision": "prefer", "prefer": "150 mn EUR", "evidence": "the accounts"}, ["Post"]),
        ({"decision": "prefer", "prefer": "about 85 mn EUR"}, ["Wire"]),
        ({"decision": "not-comparable"}, []),
    ):
        view = printed(reported(TWO, {"x": decided(one, **keys)}))
        assert [c.outlet for c in view.corrections] == asked
        for letter in view.corrections:
            assert keys["prefer"] in text_of(letter)
            assert "One counts more." in text_of(letter)
            assert keys.get("evidence", "") in text_of(letter)


def test_a_decision_that_no_longer_holds_corrects_nobody() -> None:
    one = only(judged(files(TWO)))
    keys = {"decision": "prefer", "prefer": "150 mn EUR", "expires": "2026-03-02"}
    assert printed(reported(TWO, {"x": decided(one, **keys)})).corrections == ()


def test_what_only_our_files_have_wrong_is_not_printed() -> None:
    quoted = claim("length", "900 m", quote="a quay of 600 m")
    (card,) = cards(reported({"post": source("Post", quoted)}))
    assert card.finding.verdict == "unsupported"
    assert card.printable == NOTHING


def test_agreed_facts_name_every_value_and_their_origins() -> None:
    sources = {
        "post": source("Post", claim("budget", "85 million euros", attributed_to=["registry"])),
        "wire": source("Wire", claim("budget", "€85m")),
    }
    (agreement,) = reported(sources).several.shown
    assert agreement.sentence == "Budget of Northwind (2025): 85 million euros."
    assert agreement.origin_names == ("Port Registry",), "nobody knows whom the wire has it from"


OUTLETS = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12
).filter(lambda name: name.strip("~") and not name.startswith(tuple("&*!|>%@`-?:,[]{}#'\"")))
FIGURES = st.lists(st.integers(1, 10**7), min_size=2, max_size=4, unique=True)


@examples(25)
@given(FIGURES, st.lists(OUTLETS, min_size=4, max_size=4, unique_by=str.casefold))
def test_every_outlet_is_named_and_every_value_told_alike(
    figures: list[int], outlets: list[str]
) -> None:
    """One sentence form for all sides: what differs is the outlet and its value, nothing else."""
    pairs = list(zip(outlets, figures, strict=False))
    sources = {f"s{n}": source(o, claim("staff", str(f))) for n, (o, f) in enumerate(pairs)}
    for card in cards(reported(sources)):
        if card.finding.rule == "quantity-mismatch":
            _, *stated = card.printable.sentences.shown
            assert set(stated) == {_stated(o, f) for o, f in pairs}
            assert card.printable.corrections == ()


def _stated(outlet: str, figure: int) -> str:
    million = figure >= 10**6 and round(figure, -3) == figure
    shown = f"{figure / 10**6:g} million" if million else f"{figure:,}"
    return f"According to {outlet}, staff of Northwind: {shown}."
