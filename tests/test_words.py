"""One word for one thing: what docs/words.md calls by a word of the field bears no other name.

Whole parts of identifiers and headings of the docs are read; an ordinary sentence is free. The
names of tests are sentences.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.modules import MODULES, ROOT, Module

# Words of earlier versions, and the field's word for each. docs/words.md explains those.
INSTEAD = {
    **dict.fromkeys(("sift", "sifted", "sieve", "sifting"), "screen, screening"),
    **dict.fromkeys(("told", "tell", "teller", "telling"), "describe, render, message"),
    **dict.fromkeys(("said", "spoken"), "stated, statement"),
    **dict.fromkeys(("fault", "faults"), "diagnostic in code, error to people"),
    **dict.fromkeys(("ladder", "gravest"), "order of severity"),
    **dict.fromkeys(("house", "houses"), "publisher group"),
    **dict.fromkeys(("circle", "circles"), "citation cycle"),
    **dict.fromkeys(("side", "sides"), "position"),
    **dict.fromkeys(("slip", "slips"), "typing error"),
    **dict.fromkeys(("tension", "tensions"), "expected finding"),
    **dict.fromkeys(("door", "doors", "room", "rooms"), "only importer, module"),
    "modality": "status",
    "perimeter": "covers, coverage",
    "held": "value, given",
    "spread": "shared members",
    "torn": "self-conflicting",
    "harmony": "agreement",
    "discord": "conflict",
    "aside": "excluded",
    "defused": "escaped",
    "parted": "split",
    "lacking": "missing",
    "joint": "common",
    "apart": "disjoint",
}
GONE = re.compile(r"modalit|perimeter|\bsift|\bsieve|\bteller|kept run", re.IGNORECASE)
# Where old names are what is spoken of: data of earlier versions are read under today's.
OF_OLD_DATA = re.compile(
    r"CHANGELOG|migrat|old|docs/decisions/|renamed_rules|docs/files\.md|docs/words\.md|sentences\.py|test_words"
)
FIRST_NAMES = re.compile(r"identity = |FIRST_NAMES|\"(?:modality|perimeter)(?:-[a-z]+)?\"")


def parts(name: str) -> list[str]:
    """The parts of an identifier: `_sidesOfHTML` are sides, of and html."""
    found = re.findall(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])", name)
    return [part.lower() for part in found]


def names(module: Module) -> Iterator[tuple[int, str]]:
    """What a module names: functions, classes, arguments and whatever it assigns to."""
    if OF_OLD_DATA.search(module.path):
        return
    for node in ast.walk(module.tree):
        match node:
            case ast.FunctionDef(name=name) if not name.startswith("test_"):
                yield node.lineno, name
            case ast.ClassDef(name=name):
                yield node.lineno, name
            case ast.arg(arg=name):
                yield node.lineno, name
            case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                yield node.lineno, name


def wrong_names(module: Module) -> list[str]:
    return [
        f"{module.path}:{line} '{name}': '{part}' is called {INSTEAD[part]}"
        for line, name in names(module)
        for part in parts(name)
        if part in INSTEAD
    ]


def test_identifiers_use_the_words_of_the_field() -> None:
    found = [one for module in MODULES for one in wrong_names(module)]
    assert not found, "\n".join(found)


def test_headings_of_the_docs_use_them() -> None:
    found = [
        f"{page.relative_to(ROOT)}: '{line}': {word} is called {INSTEAD[word]}"
        for page in (*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("docs/rules/*.md"))
        for line in page.read_text("utf-8").splitlines()
        if line.startswith("#")
        for word in re.findall(r"[a-z]+", line.lower())
        if word in INSTEAD
    ]
    assert not found, "\n".join(found)


def test_words_that_are_gone_are_gone_everywhere() -> None:
    found = []
    for folder in ("factcheck", "templates", "docs", "checks", "bench", "."):
        for path in sorted((ROOT / folder).glob("*" if folder == "." else "**/*")):
            place = path.relative_to(ROOT).as_posix()
            if path.suffix not in (".py", ".md", ".j2", ".js", ".toml", ".po", ".json"):
                continue
            if OF_OLD_DATA.search(place):
                continue
            for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
                if GONE.search(line) and not FIRST_NAMES.search(line):
                    found.append(f"{place}:{number} {line.strip()}")
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("def sides_of(): ...", "sides"),
        ("class LookAlike:\n    torn = 1", "torn"),
        ("def f(kept, *, _said): ...", "said"),
        ("for slip in (): ...", "slip"),
    ],
)
def test_a_seeded_word_is_found(text: str, wrong: str) -> None:
    (found,) = wrong_names(Module("factcheck/any.py", text))
    assert f"'{wrong}'" in found


def test_every_word_of_the_field_stands_on_the_page() -> None:
    page = Path(ROOT, "docs/words.md").read_text("utf-8").lower()
    words = {word.split(",")[0].split(" in ")[0] for word in INSTEAD.values()}
    assert {word for word in words if word not in page} == set()
