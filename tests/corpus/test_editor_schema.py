"""The schemas for editors say of every file what the loader says of its shape."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from factcheck.corpus import dump
from factcheck.corpus.files import REGISTRIES, RESOLUTIONS
from factcheck.corpus.yaml.editor_schema import FOLDER, FORMATS, modeline, text
from factcheck.corpus.yaml.schema import read
from factcheck.corpus.yaml.yaml_text import parse

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
GALLERY = HERE / "bad_files"
GOOD = [
    path
    for corpus in (HERE / "good", ROOT / "claims", *sorted((ROOT / "examples").iterdir()))
    for path in sorted(corpus.rglob("*.yaml"))
]

Golden = Callable[[Path, str], None]


def kept(format: str) -> dict[str, Any]:
    """The schema that users get."""
    found = json.loads(
        files("factcheck.formats").joinpath(f"schemas/{format}.json").read_text("utf-8")
    )
    assert isinstance(found, dict)
    return found


CHECKERS = {name: jsonschema.Draft7Validator(kept(name)) for name in FORMATS}


def format_of(path: Path) -> str:
    """By which schema a file is checked."""
    if path.stem in REGISTRIES and path.parent.name != "sources":
        return path.stem
    return "resolutions" if path.parent.name == RESOLUTIONS else "claims"


def data_of(path: Path) -> Any:
    """What stands in a file; None where its YAML has a fault, which editors see by themselves."""
    document, diagnostics = parse(str(path), path.read_bytes())
    return None if document is None or diagnostics else document.data


def as_editors_read(data: Any) -> Any:
    """The same, with numbers for what YAML 1.2 takes for one (yaml.org/spec/1.2.2, 10.3.2)."""
    match data:
        case dict():
            return {key: as_editors_read(value) for key, value in data.items()}
        case list():
            return [as_editors_read(value) for value in data]
        case str() if re.fullmatch(r"[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?", data):
            return float(data)
        case _:
            return data


def has_error_of_shape(format: str, data: Any) -> bool:
    """Whether the loader refuses the shape of a file, or of anything in it."""
    whole, parts = FORMATS[format]
    if isinstance(read(whole, data), list):
        return True
    for key, form in parts.items():
        given = data.get(key)
        if given is None and key == "claim_defaults":
            continue
        for item in given or () if key == format else (given,):
            if isinstance(read(form, item), list):
                return True
    return False


def cases() -> Iterator[tuple[str, Path]]:
    for path in sorted(GALLERY.iterdir()):
        if path.suffix == ".yaml":
            yield path.stem, path
        elif path.is_dir():
            yield from ((f"{path.name}/{f.stem}", f) for f in sorted(path.rglob("*.yaml")))


@pytest.mark.parametrize("format", FORMATS)
def test_what_is_kept_is_what_the_forms_say(format: str) -> None:
    jsonschema.Draft7Validator.check_schema(kept(format))
    shown = (ROOT / "factcheck/formats/schemas" / f"{format}.json").read_text("utf-8")
    assert shown == text(format), "run python -m checks.schemas"


@pytest.mark.parametrize("path", GOOD, ids=lambda p: str(p.relative_to(ROOT)))
def test_what_is_right_is_right_to_both(path: Path) -> None:
    data = data_of(path)
    checker = CHECKERS[format_of(path)]
    assert [e.message for e in checker.iter_errors(data)] == []
    assert [e.message for e in checker.iter_errors(as_editors_read(data))] == []


def test_schema_and_loader_agree_on_the_gallery(golden: Golden) -> None:
    """What only the loader sees is listed in a file: nobody adds to it without noticing."""
    unseen, seen = [], 0
    for name, path in cases():
        data = data_of(path)
        if data is None:
            continue
        format = format_of(path)
        refused = not CHECKERS[format].is_valid(data)
        assert refused == has_error_of_shape(format, data), f"{name}: {format}.json"
        assert refused == (not CHECKERS[format].is_valid(as_editors_read(data))), name
        seen += refused
        if not refused:
            unseen.append(name)
    assert seen > 40
    golden(HERE / "only_the_loader_sees.txt", "".join(f"{name}\n" for name in unseen))


@pytest.mark.parametrize(
    ("format", "data"),
    [
        ("claims", {"source": None}),
        ("claims", {"source": []}),
        ("subjects", {"subjects": [None]}),
        ("subjects", {"subjects": [{"id": "a", "label": "A", "names": {"English": "A"}}]}),
        ("subjects", {"subjects": [{"id": "a", "label": " "}]}),
        ("relations", {"relations": [{"id": "a", "kind": "sum", "terms": {"whole": {}}}]}),
        ("attributes", {"attributes": [{"id": "a", "label": "A", "kind": "text", "many": "no"}]}),
        ("origins", {"origins": {"id": "a"}}),
        ("resolutions", {"finding": "3f6c0d1b2a9e"}),
    ],
)
def test_shapes_beside_the_gallery(format: str, data: Any) -> None:
    assert has_error_of_shape(format, data)
    assert not CHECKERS[format].is_valid(data)


def test_the_modeline_names_a_file_that_is_there() -> None:
    for format in FORMATS:
        line = modeline(format, "../")
        assert line == f"# yaml-language-server: $schema=../{FOLDER}/{format}.json\n"
        assert files("factcheck.formats").joinpath(f"schemas/{format}.json").is_file()
        document, diagnostics = parse("a.yaml", (line + dump({"a": "b"})).encode())
        assert document is not None
        assert not diagnostics
