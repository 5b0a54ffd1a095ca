"""Generates JSON Schemas of the file formats, with which an editor checks and completes entries.

Editors read YAML 1.2, in which `2025` is a number: the schema allows one wherever a text of any
form is allowed. Only a run can check references, and whether a text can be read.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from factcheck.corpus.yaml.forms import (
    AttributeForm,
    AttributesFile,
    ClaimDefaultsForm,
    ClaimForm,
    Form,
    OriginForm,
    OriginsFile,
    RelationForm,
    RelationsFile,
    ResolutionForm,
    SourceFile,
    SourceForm,
    SubjectForm,
    SubjectsFile,
)
from factcheck.corpus.yaml.patterns import DIGEST, FINDING, ID, SHA256
from factcheck.corpus.yaml.schema import json_schema

FOLDER = ".schemas"
"""Where a corpus keeps its copies: editors are to need no network."""

FORMATS: Mapping[str, tuple[type[Form], Mapping[str, type[Form]]]] = {
    "claims": (
        SourceFile,
        {"source": SourceForm, "claim_defaults": ClaimDefaultsForm, "claims": ClaimForm},
    ),
    "subjects": (SubjectsFile, {"subjects": SubjectForm}),
    "attributes": (AttributesFile, {"attributes": AttributeForm}),
    "origins": (OriginsFile, {"origins": OriginForm}),
    "relations": (RelationsFile, {"relations": RelationForm}),
    "resolutions": (ResolutionForm, {}),
}
"""Each kind of file by its name: its whole, and the form of what stands under its keys."""

_MAY_BE_DIGITS = {DIGEST, ID, FINDING, SHA256}
_UNSAID = ("title", "default", "description")


def modeline(format: str, above: str = "") -> str:
    """The first line of a file, which names its schema; `above` leads to the corpus' folder."""
    return f"# yaml-language-server: $schema={above}{FOLDER}/{format}.json\n"


def text(format: str) -> str:
    """The JSON text of the schema for one kind of file."""
    return json.dumps(schema(format), indent=2, ensure_ascii=False) + "\n"


def schema(format: str) -> dict[str, Any]:
    """The JSON Schema (draft 07, which editors know best) of one kind of file."""
    whole, parts = FORMATS[format]
    made = json_schema(whole)
    definitions: dict[str, Any] = made.pop("$defs", {})
    for key, form in parts.items():
        part = json_schema(form)
        definitions |= part.pop("$defs", {})
        definitions[form.__name__] = part
        _place(made["properties"], key, form.__name__)
    made["$defs"] = definitions
    head = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": f"factcheck: {format}",
    }
    return head | {
        key: _described(value) for key, value in sorted(made.items()) if key not in _UNSAID
    }


def _place(properties: dict[str, Any], key: str, name: str) -> None:
    """State the form of the item, or of each list item, under `key`."""
    reference = {"$ref": f"#/$defs/{name}"}

    def refined(node: Any) -> Any:
        match node:
            case {} if not node:
                return reference
            case {"type": "array"}:
                return node | {"items": reference}
            case {"anyOf": choices}:
                return node | {"anyOf": [refined(choice) for choice in choices]}
            case _:
                return node

    node = properties[key]
    properties[key] = refined(node) if "type" in node or "anyOf" in node else reference


def _described(node: Any) -> Any:
    """Convert a node of the validator's schema to the editor's."""
    if isinstance(node, list):
        return [_described(item) for item in node]
    if not isinstance(node, dict):
        return node
    if node.get("type") == "string" and "enum" not in node:
        return _text(node)
    described: dict[str, Any] = {}
    for key, value in node.items():
        if key in ("properties", "$defs", "patternProperties"):
            described[key] = {name: _described(inner) for name, inner in value.items()}
        elif key == "propertyNames":
            described[key] = {k: v for k, v in value.items() if k != "title"}
        elif key not in _UNSAID:
            described[key] = _described(value)
    if "patternProperties" in described:
        described["additionalProperties"] = False
    return described


def _text(node: Mapping[str, Any]) -> dict[str, Any]:
    """A text; spaces alone are refused, and digits may be a number."""
    described = {key: value for key, value in node.items() if key not in _UNSAID}
    pattern = described.get("pattern")
    if described.pop("minLength", None) is not None:
        described["pattern"] = r"\S"
    if pattern is None or pattern in _MAY_BE_DIGITS:
        described["type"] = ["string", "number"]
    return described
