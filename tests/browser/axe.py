"""axe on a page: what its rules find in the structure, and what they find in the colours."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

UNFOLD = "document.querySelectorAll('details').forEach(fold => fold.open = true)"

COLOURS = ("color-contrast", "link-in-text-block")
"""The rules of axe that look at colours: all that the colour scheme can change."""

FIRST_OF_EACH_SHAPE = """() => {
  const seen = new Set();
  for (const one of document.querySelectorAll('body *')) {
    const says = [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    let shape = '';
    for (let at = one; at !== document.body; at = at.parentElement)
      shape += [at.localName, ...[...at.attributes].map(
        ({name, value}) => /^(class|type|data-(state|verdict))$/.test(name) ? name + value : name
      ).sort()].join(' ') + '<';
    const first = says && one.checkVisibility() && !seen.has(shape);
    if (first) seen.add(shape);
    one.toggleAttribute('data-first', first);
  }
  return seen.size;
}"""
"""Marks one visible element with text of each shape: the names, classes and states down to it, on
which all colours of the style sheet depend. Of the same row a hundred times axe sees one."""


def violations(page: Page) -> list[str]:
    """Every rule of axe in the scheme that the page is in."""
    return [*violations_of_structure(page), *violations_of_colour(page)]


def violations_of_structure(page: Page) -> list[str]:
    """The rules that no colour changes, on the whole page."""
    return _found(page, None, {"rules": {rule: {"enabled": False} for rule in COLOURS}})


def violations_of_colour(page: Page) -> list[str]:
    """The rules on colours, for one element of each shape that can be seen."""
    assert page.evaluate(FIRST_OF_EACH_SHAPE) > 0
    return _found(page, "[data-first]", {"runOnly": {"type": "rule", "values": list(COLOURS)}})


def _found(page: Page, where: str | None, options: dict[str, Any]) -> list[str]:
    found = Axe().run(page, context=where, options={"resultTypes": ["violations"], **options})
    return [v["id"] + ": " + v["nodes"][0]["html"][:200] for v in found.response["violations"]]
