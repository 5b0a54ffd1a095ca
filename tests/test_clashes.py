"""No clash is silent: every kind of value, alone and in lists, from YAML to finding or fault."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations, product

import pytest

from factcheck.comparing import Compared, UnreportedClash, compare
from factcheck.corpus import Files
from factcheck.corpus.load import load
from factcheck.model import Scope, Verdict
from factcheck.rules import every_rule
from factcheck.rules.base import Rule
from factcheck.rules.quantity_mismatch import QuantityMismatch
from factcheck.values import KINDS, kind_of
from factcheck.values.time import TimeKind

VALUES = {kind: kind_of(kind).examples for kind in KINDS}
CHOICES = (
    "choices: ["
    + ", ".join(
        f"{{id: {v}, label: {v}, excludes: [{', '.join(o for o in VALUES['choice'] if o != v)}]}}"
        for v in VALUES["choice"]
    )
    + "]"
)

SHAPES = ("", "many: true", "many: true, closed: true")


def compared(attribute: str, *claims: str, rules: tuple[Rule, ...] | None = None) -> Compared:
    """A corpus of one attribute, with a source for each claim (the inside of a YAML mapping)."""
    files = {
        "subjects.yaml": "subjects:\n  - {id: quay, label: Quay}\n",
        "attributes.yaml": f"attributes:\n  - {{id: a, label: a, {attribute}}}\n",
    }
    for number, claim in enumerate(claims):
        files[f"sources/s{number}.yaml"] = (
            f"source: {{outlet: Outlet {number}, title: T, published: 2026-01-05, language: en}}\n"
            f"claims:\n  - {{subject: Quay, attribute: a, {claim}}}\n"
        )
    loaded = load(Files({path: text.encode() for path, text in files.items()}, ()))
    assert loaded.diagnostics == ()
    assert len(loaded.claims) == len(claims)
    chosen = every_rule() if rules is None else rules
    return compare(loaded, chosen, every_rule())


def declared(kind: str, shape: str = "", more: str = "") -> str:
    choices = CHOICES if kind == "choice" else ""
    return ", ".join(part for part in (f"kind: {kind}", shape, more, choices) if part)


def values_of(kind: str, shape: str) -> Iterator[tuple[str, str]]:
    """Pairs of values that clash, as YAML: of lists each has two members, in every order."""
    one, two, three, four = VALUES[kind]
    if not shape:
        yield from permutations((f'"{one}"', f'"{two}"'))
        return
    for a, b in product(permutations((one, two)), permutations((three, four))):
        yield f'["{a[0]}", "{a[1]}"]', f'["{b[0]}", "{b[1]}"]'
    if "closed" in shape:
        yield f'["{one}", "{two}"]', f'["{two}"]'


CASES = [
    pytest.param(kind, shape, id=f"{kind} {shape}") for kind in sorted(KINDS) for shape in SHAPES
]


def test_every_kind_is_walked() -> None:
    short = [kind for kind in KINDS if len(set(VALUES[kind])) != 4]
    assert not short, f"{short[0]}: give its class four examples"


@pytest.mark.parametrize(("kind", "shape"), CASES)
def test_values_that_clash_are_reported_or_listed_as_not_checked(kind: str, shape: str) -> None:
    expected = Verdict.UNDETERMINED if shape == "many: true" else Verdict.CONTRADICTS
    for a, b in values_of(kind, shape):
        result = compared(declared(kind, shape), f"value: {a}", f"value: {b}")
        if kind == "text":
            assert [u.reason for u in result.unmatched] == ["free-text"] * 2
            assert result.findings == ()
            continue
        (found,) = (f for f in result.findings if len(f.claims) == 2)
        assert found.verdict is expected, (a, b)
        assert result.unmatched == ()


@pytest.mark.parametrize(("kind", "shape"), CASES)
def test_clashes_between_scopes_are_reported_too(kind: str, shape: str) -> None:
    (a, b), *_ = values_of(kind, shape)
    for period in ("", ", period: 2024", ", period: H1 2025", ", as_of: 2025-03-01"):
        for key in ("[period]", "[as_of]", "[period, as_of]"):
            attribute = declared(kind, shape, f"key: {key}, measure: stock")
            result = compared(attribute, f"value: {a}, period: 2025", f"value: {b}{period}")
            found = [f for f in result.findings if f.attribute is not None and len(f.claims) == 2]
            lost = {u.claim for u in result.unmatched}
            assert found or len(lost) == 2, (key, period)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"text"}))
def test_equal_lists_agree_in_any_order(kind: str, shape: str) -> None:
    one, two, *_ = VALUES[kind]
    a, b = (f'["{one}", "{two}"]', f'["{two}", "{one}"]') if shape else (f'"{one}"',) * 2
    result = compared(declared(kind, shape), f"value: {a}", f"value: {b}")
    assert result.findings == ()
    assert [s.verdict for t in result.topics for s in t] == [Verdict.AGREE]


CLASH = ("value: 08:15", "value: 11:40")


def test_a_kind_that_names_no_rule_there_is_ends_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(TimeKind, "mismatch", "clock-mismatch")
    with pytest.raises(UnreportedClash, match=r"'contradicts': quay / a \(time\)"):
        compared("kind: time", *CLASH)


def test_a_rule_that_keeps_a_clash_to_itself_ends_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.rules.base.MismatchRule.check", lambda *_: iter(()))
    with pytest.raises(UnreportedClash, match="date-mismatch does not report"):
        compared("kind: time", *CLASH)


def test_a_rule_that_reports_one_of_two_clashes_ends_the_run(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    check = QuantityMismatch.check
    monkeypatch.setattr(QuantityMismatch, "check", lambda *given: iter(list(check(*given))[:1]))
    claims = [f"value: {number}, period: {year}" for year in (2024, 2025) for number in (207, 405)]
    with pytest.raises(UnreportedClash, match="2025"):
        compared("kind: quantity, key: [period]", *claims)


def test_what_settings_leave_out_is_no_fault() -> None:
    left = tuple(rule for rule in every_rule() if rule.name != "date-mismatch")
    assert compared("kind: time", *CLASH, rules=left).findings == ()
    narrowed = QuantityMismatch()
    narrowed.smallest_gap = narrowed.smallest_gap + 1
    near = ("value: 207", "value: 209")
    assert compared("kind: quantity", *near).findings
    assert compared("kind: quantity", *near, rules=(narrowed,)).findings == ()


@pytest.mark.parametrize(("kind", "shape"), CASES)
def test_one_rule_answers_for_each_clash_of_a_kind(kind: str, shape: str) -> None:
    (a, b), *_ = values_of(kind, shape)
    (topic,) = compared(declared(kind, shape), f"value: {a}", f"value: {b}").topics
    scope = Scope((), (), Verdict.CONTRADICTS)
    answering = [rule.name for rule in every_rule() if rule.answers_for(topic, scope)]
    assert len(answering) == (kind != "text")
