"""Every rule, by its own examples; and what must hold of every rule whatever it looks for."""

from __future__ import annotations

import inspect
import re
from dataclasses import replace

import pytest

from factcheck.comparing import compare
from factcheck.model import Finding
from factcheck.report import rulebook
from factcheck.rules import every_rule
from factcheck.rules.base import Example, Rule, Statement

FLAGS = [pytest.param(r, e, id=f"{r.name}: {e.title}") for r in every_rule() for e in r.flags]
ALLOWS = [pytest.param(r, e, id=f"{r.name}: {e.title}") for r in every_rule() for e in r.allows]
RULES = [pytest.param(r, id=r.name) for r in every_rule()]


def content(findings: tuple[Finding, ...]) -> list[object]:
    """What the findings are about: rule, anchor, verdict, and the sides with their outlets."""
    return [
        (f.rule, f.anchor, f.verdict, [(p.label, p.sources) for p in f.positions]) for f in findings
    ]


_FOUND: dict[tuple[str, str], tuple[Finding, ...]] = {}


def found(rule: Rule, example: Example) -> tuple[Finding, ...]:
    """What a rule says of an example of its own as it stands, worked out once."""
    key = rule.name, example.title
    if key not in _FOUND:
        _FOUND[key] = rulebook.found(rule, example)
    return _FOUND[key]


@pytest.mark.parametrize(("rule", "example"), FLAGS)
def test_flags(rule: Rule, example: Example) -> None:
    findings = found(rule, example)
    assert [f.rule for f in findings] == [rule.name]
    described = {c.source.outlet for c in findings[0].claims}
    assert described == {s.outlet for s in example.stated}, (
        "a finding names every side of its example"
    )


@pytest.mark.parametrize(("rule", "example"), ALLOWS)
def test_allows(rule: Rule, example: Example) -> None:
    findings = [f for f in found(rule, example) if f.verdict != "scope-differs"]
    assert [str(f.message) for f in findings] == []


@pytest.mark.parametrize(("rule", "example"), FLAGS + ALLOWS)
def test_order_of_claims_changes_nothing(rule: Rule, example: Example) -> None:
    turned = replace(example, stated=tuple(reversed(example.stated)))
    assert content(rulebook.found(rule, turned)) == content(found(rule, example))


REPEATABLE = [p for p in FLAGS + ALLOWS if "duplicate-claim" not in str(p.id)]  # its very point


@pytest.mark.parametrize(("rule", "example"), REPEATABLE)
def test_a_source_that_repeats_itself_changes_nothing(rule: Rule, example: Example) -> None:
    again = replace(example.stated[0], keys={**example.stated[0].keys, "id": "again"})
    louder = replace(example, stated=(*example.stated, again))
    before, after = found(rule, example), rulebook.found(rule, louder)
    about_claims = {f.anchor for f in before if len(f.claims) == 1}
    if about_claims:  # a fault of a claim is there twice when the claim is
        assert {f.rule for f in after} == {rule.name}
    else:
        assert content(after) == content(before)


AMOUNT = re.compile(r"(about |more than |up to )?([\d,.]+)( million euros| ?%)?")
ITALIAN = {
    "about ": "circa ",
    "more than ": "oltre ",
    "up to ": "fino a ",
    " million euros": " milioni di euro",
}


def in_italian(stated: Statement) -> Statement:
    """The same claim as an Italian source writes it, where its value is a plain amount."""
    match = AMOUNT.fullmatch(stated.value) if isinstance(stated.value, str) else None
    if match is None or stated.language != "en" or {"language", "read_as"} & stated.keys.keys():
        return stated
    bound, number, unit = match.groups(default="")
    turned = number.translate(str.maketrans(",.", ".,"))
    value = f"{ITALIAN.get(bound, '')}{turned}{ITALIAN.get(unit, unit)}"
    return replace(stated, value=value, keys={**stated.keys, "language": "it"})


UNQUOTED = [
    p
    for p in FLAGS + ALLOWS
    if not any("quote" in s.keys for e in p.values if isinstance(e, Example) for s in e.stated)
]


@pytest.mark.parametrize(("rule", "example"), UNQUOTED)
def test_the_same_in_another_language_is_the_same(rule: Rule, example: Example) -> None:
    other = replace(example, stated=tuple(in_italian(s) for s in example.stated))
    assert content(rulebook.found(rule, other)) == content(found(rule, example))


@pytest.mark.parametrize(("rule", "example"), FLAGS + ALLOWS)
def test_the_same_under_other_file_names_is_the_same(rule: Rule, example: Example) -> None:
    """Claims of one source may move to another file, and its file may be called otherwise."""
    moved = {
        (f"sources/moved-{n}.yaml" if name.startswith("sources/") else name): text
        for n, (name, text) in enumerate(sorted(rulebook.files_of(example).items(), reverse=True))
    }
    turned = compare(rulebook.claims_from(moved, example), [rule], every_rule()).findings
    assert content(turned) == content(found(rule, example))


@pytest.mark.parametrize("rule", RULES)
def test_page(rule: Rule) -> None:
    doc = inspect.getdoc(rule) or ""
    first = doc.partition("\n\n")[0]
    assert first.endswith("."), "a page opens with a sentence"
    assert "\n## Why it matters\n" in doc
    assert "\n## What to do\n" in doc
    page = rulebook.page(rule)
    assert all(str(found(rule, e)[0].message) in page for e in rule.flags)
    for option in rulebook.options(rule):
        assert f"`{option.replace('_', '-')}`" in page


def test_every_file_is_one_rule() -> None:
    names = [rule.name for rule in every_rule()]
    assert names == sorted(names)
    assert {"quantity-mismatch", "name-variant", "confusable-name"} <= set(names)


TYPED = {" million euros": "m", "%": " percent", " %": " percent"}


def typed_otherwise(stated: Statement) -> Statement:
    """The same claim with its unit typed in another way: "€85m", "13.4 percent"."""
    match = AMOUNT.fullmatch(stated.value) if isinstance(stated.value, str) else None
    if match is None or stated.language != "en" or match[3] is None or "read_as" in stated.keys:
        return stated
    bound, number, unit = match.groups(default="")
    symbol = "€" if unit == " million euros" else ""
    return replace(stated, value=f"{bound}{symbol}{number}{TYPED[unit]}")


@pytest.mark.parametrize(("rule", "example"), UNQUOTED)
def test_the_same_amount_typed_otherwise_is_the_same(rule: Rule, example: Example) -> None:
    other = replace(example, stated=tuple(typed_otherwise(s) for s in example.stated))
    assert content(rulebook.found(rule, other)) == content(found(rule, example))
