"""How claims come out of files: what is kept as written, and what is resolved."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from factcheck.corpus import Files, load
from factcheck.corpus.registries.references import cycles
from factcheck.corpus.yaml.documents import Diagnostics
from factcheck.model import Claim, Loaded, Tolerance
from factcheck.values.money import Money

GOOD = {
    f"claims/{path.relative_to(folder).as_posix()}": path.read_bytes()
    for folder in [Path(__file__).parent / "good"]
    for path in folder.rglob("*.yaml")
}
HEADER = "source: {outlet: Post, title: x, published: 2026-01-22, language: en}\nclaims:\n"


def loaded(claims: str, header: str = HEADER, /, **registries: str | None) -> Loaded:
    """The good corpus with one more source; registries replaced, or None: left out."""
    texts = {**GOOD, "claims/sources/more.yaml": (header + claims).encode()}
    for name, text in registries.items():
        if text is None:
            del texts[f"claims/{name}.yaml"]
        else:
            texts[f"claims/{name}.yaml"] = text.encode()
    return load(Files(texts))


def claim(lines: str, header: str = HEADER) -> Claim:
    """The one claim of a source with these lines."""
    result = loaded("  - " + lines.replace("\n", "\n    ") + "\n", header)
    assert result.diagnostics == ()
    [found] = (c for c in result.claims if c.source.id == "more")
    return found


@pytest.mark.parametrize(
    "written", ["borealis", "Borealis", "Borealis Inc.", "Borelais", "BOREALIS", "borealis inc."]
)
def test_a_subject_is_kept_as_written_and_resolved(written: str) -> None:
    found = claim(f"subject: {written}\nattribute: employees\nvalue: 12")
    assert (found.subject_text, found.subject.id) == (written, "borealis")


def test_a_subject_by_its_name_in_another_script() -> None:
    found = claim("subject: 子午线\nattribute: employees\nvalue: 12")
    assert (found.subject_text, found.subject.id) == ("子午线", "meridian")


def test_no_value_given_is_no_fault() -> None:
    assert claim("subject: Borealis\nattribute: employees\nvalue: n/a").value is None


def test_several_values_are_kept_together() -> None:
    found = claim("subject: Borealis\nattribute: partners\nvalue: [Borealis Cloud, Meridian]")
    assert found.value is not None
    assert found.text == "Borealis Cloud, Meridian"


@pytest.mark.parametrize(
    ("subject", "language", "unit"),
    [
        ("Borealis", "en", "CAD"),  # a Canadian company
        ("Borealis", "en-AU", "CAD"),
        ("Meridian", "en-AU", "AUD"),  # of no country that is known
        ("Meridian", "en", "USD"),
    ],
)
def test_the_subjects_country_then_the_languages_region_decide_a_bare_sign(
    subject: str, language: str, unit: str
) -> None:
    lines = f"subject: {subject}\nattribute: ai-spending\nvalue: $85 million"
    found = claim(lines, HEADER.replace("language: en", f"language: {language}"))
    assert isinstance(found.value, Money) and found.value.unit == unit


def test_relative_periods_hang_on_the_copied_passage() -> None:
    claims = (
        "  - {{id: {}, subject: Borealis, attribute: employees, value: '1', period: this year{}}}\n"
    )
    result = loaded(claims.format("a", "") + claims.format("b", ", relative_to: 2023-05-01"))
    years = {c.id: c.period.start.year for c in result.claims if c.period and c.id in ("a", "b")}
    assert years == {"a": 2026, "b": 2023}


def test_equal_texts_of_two_attributes_are_read_each_in_its_own_way() -> None:
    claims = "  - {{id: {0}, subject: Borealis, attribute: {0}, value: open source}}\n"
    result = loaded(claims.format("licence") + claims.format("partners"))
    values = {c.id: type(c.value).__name__ for c in result.claims if c.source.id == "more"}
    assert values["licence"] != values["partners"]


def test_equal_amounts_convert_by_the_period_of_each_claim() -> None:
    lines = "  - {{id: {}, subject: Borealis, attribute: ai-spending, value: $10bn{}}}\n"
    keys = {"old": ", period: 2015", "late": ", as_of: 2024", "now": ", period: 2026", "none": ""}
    result = loaded("".join(lines.format(*item) for item in keys.items()))
    values = {c.id: c.value for c in result.claims if c.source.id == "more"}
    spans = {id: value.span for id, value in values.items() if isinstance(value, Money)}
    years = {name: None if span is None else span.start.year for name, span in spans.items()}
    assert years == {"old": 2015, "late": 2024, "now": None, "none": None}


def test_read_as_is_english_in_every_language() -> None:
    lines = (
        "subject: Borealis\nattribute: employees\nvalue: {}\nread_as: {{value: '1,500', reason: x}}"
    )
    found = claim(lines.format("1.500 e rotti"), HEADER.replace("language: en", "language: it"))
    assert found.value is not None and found.value.strict is not None
    assert (found.text, found.read_as) == ("1.500 e rotti", "1,500")
    assert found.value.strict.low == Decimal(1500)


def test_a_spelling_in_other_capitals_must_leave_no_doubt() -> None:
    subjects = "subjects: [{id: a, label: Aurora}, {id: b, label: AURORA}]"
    claims = "  - {{id: c, subject: {}, attribute: employees, value: '1'}}\n"
    others = "source: {outlet: Post, title: x, published: 2026-01-22, language: en}\n"
    texts = {**GOOD, "claims/subjects.yaml": subjects.encode()}
    texts["claims/sources/good.yaml"] = others.encode()
    del texts["claims/relations.yaml"]
    for written, meant in (("Aurora", "a"), ("AURORA", "b"), ("aurora", None)):
        texts["claims/sources/more.yaml"] = (HEADER + claims.format(written)).encode()
        result = load(Files(texts))
        assert [c.subject.id for c in result.claims] == ([meant] if meant else [])
        assert bool(result.diagnostics) is (meant is None)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2 %", Tolerance(Decimal("0.02"))),
        ("0.5 USD", Tolerance(amount=Decimal("0.5"), unit="USD")),
        ("1,500,000 USD", Tolerance(amount=Decimal(1500000), unit="USD")),
    ],
)
def test_a_tolerance_is_a_share_or_an_amount(written: str, read: Tolerance) -> None:
    attributes = GOOD["claims/attributes.yaml"].decode().replace("2 %", written)
    found = loaded("", attributes=attributes)
    assert found.diagnostics == ()
    assert found.vocabulary.attributes["ai-spending"].tolerance == read


def test_a_claim_without_an_id_is_named_by_what_it_says() -> None:
    lines = "subject: {}\nattribute: employees\nvalue: {}\nnote: {}"
    one = claim(lines.format("Borealis", "12", "a"))
    assert one.id.startswith("x") and len(one.id) == 9
    assert claim(lines.format("Borelais", "12", "b")).id == one.id
    assert claim(lines.format("Borealis", "13", "a")).id != one.id
    assert claim(lines.format("Meridian", "12", "a")).id != one.id


def test_an_unreadable_value_leaves_out_its_claim_only() -> None:
    result = loaded(
        "  - {id: a, subject: Borealis, attribute: employees, value: plenty}\n"
        "  - {id: b, subject: Borealis, attribute: employees, value: '12'}\n"
    )
    assert [c.id for c in result.claims if c.source.id == "more"] == ["b"]
    assert [d.location.line for d in result.diagnostics] == [3]


def test_all_unreadable_texts_of_a_claim_are_told_at_once() -> None:
    result = loaded(
        "  - subject: Borealis\n    attribute: employees\n    value: plenty\n    period: whenever\n"
    )
    assert [d.location.line for d in result.diagnostics] == [5, 6]


DAMAGED = {
    "lost-text": "id: b\n    subject: Borealis\n    attribute: employees\n    value: 12 #13",
    "duplicate-key": '{id: b, id: d, subject: Borealis, attribute: employees, value: "12"}',
    "unseen-character": '{id: b, subject: Borealis, attribute: employees, value: "12\\u202e"}',
}


@pytest.mark.parametrize("damaged", DAMAGED.values(), ids=DAMAGED.keys())
def test_a_claim_of_which_text_was_lost_is_left_out_and_no_other(damaged: str) -> None:
    result = loaded(
        "  - {id: a, subject: Borealis, attribute: employees, value: '12'}\n"
        f"  - {damaged}\n"
        "  - {id: c, subject: Borealis, attribute: employees, value: '12'}\n"
    )
    assert [c.id for c in result.claims if c.source.id == "more"] == ["a", "c"]
    assert len(result.diagnostics) == 1


def test_a_source_of_which_text_was_lost_is_left_out_with_its_claims() -> None:
    header = HEADER.replace("title: x,", "title: x #1\n ,")
    result = loaded("  - {subject: Borealis, attribute: employees, value: '12'}\n", header)
    assert [s.id for s in result.sources] == ["good"]


@pytest.mark.parametrize("name", ["subjects", "attributes"])
@pytest.mark.parametrize("text", [None, "", "subjects: [", "attributes: {}"])
def test_a_registry_that_cannot_be_used_floods_nobody(name: str, text: str | None) -> None:
    many = "".join(
        f"  - {{id: c{n}, subject: Nobody {n}, attribute: nothing-{n}, value: '1'}}\n"
        for n in range(20)
    )
    result = loaded(many, **{name: text})
    of_registry = [d for d in result.diagnostics if d.location.path == f"claims/{name}.yaml"]
    assert of_registry
    other = "subject" if name == "attributes" else "attribute"
    rest = [d.message for d in result.diagnostics if d not in of_registry]
    assert rest == [m for m in rest if m.startswith(f"unknown {other} ")]


def test_without_origins_one_diagnostic_says_so() -> None:
    result = loaded(
        "  - {subject: Borealis, attribute: employees, value: '1', attributed_to: [a, b, c]}\n",
        origins=None,
    )
    assert {str(d.location) for d in result.diagnostics} == {"claims/origins.yaml:1:1"}


def test_a_corpus_without_origins_and_relations_that_names_none_is_whole() -> None:
    texts = {name: text for name, text in GOOD.items() if "sources" not in name}
    texts["claims/sources/one.yaml"] = HEADER.encode()
    del texts["claims/origins.yaml"], texts["claims/relations.yaml"]
    assert load(Files(texts)).diagnostics == ()


def test_the_order_of_files_changes_nothing() -> None:
    claims = "  - {subject: Borealis, attribute: employees, value: '12'}\n"
    texts = {**GOOD, "claims/sources/a.yaml": (HEADER + claims).encode()}
    there, back = load(Files(texts)), load(Files(dict(reversed(list(texts.items())))))
    assert [c.name for c in there.claims] == [c.name for c in back.claims]
    assert [s.id for s in there.sources] == [s.id for s in back.sources] == ["a", "good"]


def test_two_circles_are_both_found() -> None:
    wholes = {"a": ("b",), "b": ("a",), "c": ("c",), "d": ("a",)}
    assert list(cycles(wholes)) == [("a", "b", "a"), ("c", "c")]


def test_circles_are_found_in_deep_chains_too() -> None:
    chain = {f"s{n:05}": (f"s{n + 1:05}",) for n in range(20_000)}
    assert list(cycles(chain)) == []
    assert list(cycles({**chain, "s20000": ("s19998",)})) == [
        ("s19998", "s19999", "s20000", "s19998")
    ]
    assert list(cycles({"a": ("b", "c"), "b": ("d",), "c": ("d",), "d": ()})) == []


def test_faults_are_told_once_and_in_order() -> None:
    first = load(Files({**GOOD, "claims/sources/b.yaml": b"- x", "claims/sources/a.yaml": b"["}))
    diagnostics = Diagnostics([*first.diagnostics, *first.diagnostics])
    assert diagnostics.all() == first.diagnostics
    assert [d.location.path for d in first.diagnostics] == [
        "claims/sources/a.yaml",
        "claims/sources/b.yaml",
    ]


FISCAL = """subjects:
  - {id: borealis, label: Borealis, fiscal_year_starts: 04-01}
  - {id: borealis-cloud, label: Borealis Cloud, part_of: borealis}
  - {id: meridian, label: Meridian}
"""


@pytest.mark.parametrize(
    ("subject", "start"),
    [("borealis", "2024-04-01"), ("borealis-cloud", "2024-04-01"), ("meridian", "2025-01-01")],
)
def test_a_fiscal_year_is_that_of_the_subject_or_of_its_whole(subject: str, start: str) -> None:
    lines = "".join(
        f"  - {{subject: {s}, attribute: employees, value: 12, period: FY 2025}}\n"
        for s in ("borealis", "borealis-cloud", "meridian")
    )
    found = [
        c
        for c in loaded(lines, subjects=FISCAL).claims
        if c.source.id == "more" and c.subject.id == subject
    ]
    assert [c.period.start.isoformat() for c in found if c.period is not None] == [start]
