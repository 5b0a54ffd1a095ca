"""A corpus turned back to the keys of earlier versions: `factcheck migrate` undoes it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from factcheck.corpus.yaml.old_names import RULES
from factcheck.corpus.yaml.yaml_editor import (
    Edit,
    Put,
    RenameKey,
    Replace,
    edited,
)
from factcheck.corpus.yaml.yaml_text import parse

FIRST_NAMES = {new: old for old, new in RULES.items()}


def turn_back(corpus: Path) -> None:
    """Write every file of a corpus as an earlier version had it."""
    for file in sorted(corpus.rglob("*.yaml")):
        content = file.read_bytes()
        document, _ = parse(file.name, content)
        assert document is not None
        edits = list(_edits(document.data))
        file.write_bytes(edited(file.name, content, edits).encode())
    baseline = corpus / "baseline.jsonl"
    if baseline.exists():
        text = baseline.read_bytes().decode()
        for new, old in FIRST_NAMES.items():
            text = text.replace(f'"rule": "{new}"', f'"rule": "{old}"')
        baseline.write_bytes(text.encode())


def _edits(data: Any) -> Iterator[Edit]:
    for number, claim in enumerate(data.get("claims") or ()):
        yield from _of_claim(("claims", number), claim)
    for number, attribute in enumerate(data.get("attributes") or ()):
        yield from _of_attribute(("attributes", number), attribute)
    if "finding" in data and data["rule"] in FIRST_NAMES:
        yield Replace(("rule",), FIRST_NAMES[data["rule"]])


def _of_claim(at: tuple[str | int, ...], claim: dict[str, Any]) -> Iterator[Edit]:
    if "status" in claim:
        yield RenameKey((*at, "status"), "modality")
    match claim.get("covers"):
        case {"text": text, "coverage": coverage}:
            yield Replace((*at, "covers"), text)
            yield Put(at, "perimeter", coverage, after="covers")
        case str(coverage) if "-" in coverage and " " not in coverage:
            yield RenameKey((*at, "covers"), "perimeter")


def _of_attribute(at: tuple[str | int, ...], attribute: dict[str, Any]) -> Iterator[Edit]:
    if attribute.get("coverages"):
        yield RenameKey((*at, "coverages"), "perimeters")
        yield Replace((*at, "key", attribute["key"].index("covers")), "perimeter")
