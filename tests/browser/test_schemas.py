"""The patterns of the schemas are those of ECMA-262 with its u flag, as JSON Schema has them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from factcheck.commands.schema import YAML_FILES, kept

COMPILES = "patterns => patterns.filter(p => { try { RegExp(p, 'u') } catch { return true } })"
MATCHES = "([pattern, text]) => RegExp(pattern, 'u').test(text)"


def patterns(schema: Any) -> Iterator[str]:
    """Every pattern in a schema, those of keys included."""
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key == "pattern" and isinstance(value, str):
                yield value
            elif key == "patternProperties":
                yield from value
            yield from patterns(value)
    elif isinstance(schema, list):
        for one in schema:
            yield from patterns(one)


@pytest.mark.parametrize("name", [*YAML_FILES, "check", "explain"])
def test_every_pattern_compiles_where_editors_and_validators_run(name: str, page: Page) -> None:
    found = sorted(set(patterns(json.loads(kept(name)))))
    assert found
    assert page.evaluate(COMPILES, found) == []


def test_a_pattern_that_does_not_compile_is_seen(page: Page) -> None:
    assert page.evaluate(COMPILES, [r"[^\"]", "a"]) == [r"[^\"]"]


@pytest.mark.parametrize(
    ("address", "is_one"),
    [("https://a.example/b?c#d", True), ('https://a.example/"x"', False), ("ftp://a", False)],
)
def test_an_address_is_judged_alike_by_both_dialects(
    page: Page, address: str, is_one: bool
) -> None:
    from factcheck.corpus.yaml.patterns import URL

    assert page.evaluate(MATCHES, [URL, address]) is is_one
