"""What imports and names show of the code base: layers, only importers, no cycles, unique names.

Every fault is a sentence with its place and what to do; a seeded violation shows that it is found.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.modules import MODULES, ROOT, Module, imports

FORBIDDEN_NAMES = {"utils", "helpers", "common", "misc", "manager", "types", "data"}

# A module imports from layers to its left. Folders of one layer do not know each other.
LAYERS = (
    {"progress"},
    {"model"},
    {"text"},
    {"values"},
    {"corpus", "comparing"},  # comparing reads no file: it is given the claims of the corpus
    {"rules"},
    {"judging"},
    {"report"},
    {"formats"},
    {"explain", "export"},
    {"settings"},
    {"pipeline"},
    {"api"},
    {"__init__"},  # the public names, which the commands call like anybody else
    {"cli_support"},
    {"commands"},
    {"cli"},
    {"__main__"},
)
LAYER_OF = {name: depth for depth, layer in enumerate(LAYERS) for name in layer}

# Who alone imports what. What nobody may import would make two runs differ or call the network.
ONLY_IMPORTERS: dict[str, tuple[str, ...]] = {
    "yaml": ("corpus.yaml.yaml_text",),
    "subprocess": ("corpus.revisions.git_tree",),
    "pydantic": ("corpus.yaml.forms", "corpus.yaml.schema", "settings.keys"),
    "pydantic_core": ("corpus.yaml.schema",),
    "babel": ("text.cldr", "text.cldr_formats"),
    "rapidfuzz": ("values.naming.likeness",),
    "anyascii": ("values.naming.likeness",),
    "currency_converter": ("values.exchange.rates",),
    "pint": ("text.units",),
    "narwhals": ("corpus.tables",),
    "polars": ("corpus.tables.parquet_files", "corpus.tables.engines.polars"),
    **dict.fromkeys(("pyspark", "py4j"), ("corpus.tables.engines.spark",)),
    "jinja2": ("formats.html",),
    "markupsafe": ("formats.html",),
    "click": ("cli", "cli_support", "commands"),
    "time": ("cli",),
    "locale": ("cli",),
    **dict.fromkeys(("http", "random", "secrets", "socket", "urllib.request", "uuid"), ()),
}
OUTSIDE = (
    "datetime.now",
    "datetime.utcnow",
    "datetime.today",
    "date.today",
    "os.environ",
    "os.getenv",
)


def diagnostics(module: Module) -> Iterator[str]:
    """Everything that one file does against the rules of this code base."""
    yield from _errors_of_form(module)
    if module.path.startswith("factcheck/"):
        for line, imported in imports(module.tree):
            place = f"{module.path}:{line}"
            yield from (
                f"{place} imports {imported}: {diagnostic}"
                for diagnostic in _errors_of_import(module, imported)
            )
        yield from _reads_from_outside(module)


def _errors_of_form(module: Module) -> Iterator[str]:
    if forbidden := FORBIDDEN_NAMES.intersection(Path(module.path).with_suffix("").parts):
        yield f"{module.path} is named '{min(forbidden)}': name it for what it holds"
    if module.text and ast.get_docstring(module.tree) is None:
        yield f"{module.path}:1 has no docstring: open with a sentence on what the module is for"


def _errors_of_import(module: Module, imported: str) -> Iterator[str]:
    root, *rest = imported.split(".")
    if imported == "factcheck":
        return
    if root == "factcheck":
        yield from _errors_of_layer(module, rest)
        return
    importers = ONLY_IMPORTERS.get(root, ONLY_IMPORTERS.get(".".join((root, *rest[:1]))))
    if importers is None and root not in sys.stdlib_module_names:
        yield f"{root} has no door: choose the one module that imports it, and name it in DOORS"
    elif importers == ():
        yield "nothing may, because two runs give the same bytes and nothing calls the network"
    elif importers and not any(
        f"{module.name}.".startswith(f"{importer}.") for importer in importers
    ):
        yield f"only {' and '.join(importers)} may; ask there, or pass in what was read there"


def _errors_of_layer(module: Module, imported: list[str]) -> Iterator[str]:
    here, there = module.name.split(".")[0].replace("factcheck", "__init__"), imported[0]
    if there == "__version__":
        return
    depth = LAYER_OF.get(there, LAYER_OF["__init__"] if not _is_module(there) else None)
    if here not in LAYER_OF or depth is None:
        yield f"'{there if depth is None else here}' has no layer: give it its place in LAYERS"
    elif here != there and depth >= LAYER_OF[here]:
        yield f"{here} may know only the layers to its left; move the code, or pass the value in"
    if here == "rules" and there == "corpus":
        yield "rules read no file and know no engine: they are given the claims of the corpus"
    if (
        there == "rules"
        and imported[1:]
        and imported[1] != "base"
        and _is_module(f"rules/{imported[1]}")
    ):
        yield "nothing names a single rule: the folder is the registry, and rules/base.py is shared"


def _is_module(path: str) -> bool:
    return any((ROOT / "factcheck" / end).exists() for end in (f"{path}.py", f"{path}/__init__.py"))


def _reads_from_outside(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Attribute) and module.name != "cli":
            read = ".".join(ast.unparse(node).split(".")[-2:])
            if read in OUTSIDE:
                yield f"{module.path}:{node.lineno} reads {read}: only cli may; pass the value in"


def test_every_module_keeps_the_rules() -> None:
    found = [diagnostic for module in MODULES for diagnostic in diagnostics(module)]
    assert not found, "\n".join(found)


SEEDED = [
    ("values/money.py", "import yaml", "only corpus.yaml.yaml_text may"),
    (
        "rules/any.py",
        "from pydantic.types import Json",
        "only corpus.yaml.forms and corpus.yaml.schema and settings.keys may",
    ),
    ("pipeline.py", "def f():\n    import click", "only cli and cli_support and commands may"),
    ("values/money.py", "import numpy", "numpy has no door"),
    ("rules/any.py", "import polars", "only corpus.tables.parquet_files and"),
    (
        "rules/any.py",
        "from factcheck.corpus.tables.engines import engine_of",
        "rules read no file and know no engine",
    ),
    ("values/exchange/rates.py", "from urllib.request import urlopen", "nothing may"),
    ("comparing/any.py", "from factcheck.corpus.load import load", "comparing may know only"),
    ("corpus/load.py", "from factcheck.comparing import compare", "corpus may know only"),
    ("comparing/any.py", "from factcheck.rules.base import Rule", "comparing may know only"),
    ("judging/judge.py", "from factcheck import pipeline", "judging may know only"),
    ("model/claim.py", "from factcheck import compare", "model may know only"),
    ("judging/judge.py", "import factcheck\nx = factcheck.check", "judging may know only"),
    ("newcomer.py", "from factcheck.model import Claim", "'newcomer' has no layer"),
    (
        "report/rulebook.py",
        "from factcheck.rules.name_variant import NameVariant",
        "nothing names a single",
    ),
    ("rules/any.py", "from factcheck.rules import name_variant", "nothing names a single rule"),
    ("commands/check.py", "import datetime as d\nday = d.date.today()", "reads date.today"),
    ("formats/html.py", "import os\nhome = os.environ['HOME']", "reads os.environ"),
    ("formats/html.py", "from time import time", "only cli may"),
    ("formats/utils.py", "", "is named 'utils'"),
]


@pytest.mark.parametrize(("path", "text", "found"), SEEDED)
def test_a_seeded_violation_is_found(path: str, text: str, found: str) -> None:
    [diagnostic] = diagnostics(Module(f"factcheck/{path}", f'"""Seeded."""\n{text}\n'))
    assert diagnostic.startswith(f"factcheck/{path}")
    assert found in diagnostic


def test_a_module_without_a_docstring_is_found() -> None:
    [diagnostic] = diagnostics(Module("bench/loading.py", "RUNS = 3\n"))
    assert diagnostic.startswith("bench/loading.py:1 has no docstring")


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("corpus/yaml/yaml_text.py", "import yaml"),
        ("commands/check.py", "import click"),
        ("cli.py", "import datetime\nday = datetime.date.today()"),
        ("cli.py", "from factcheck import __version__"),
        ("pipeline.py", "import factcheck\nversion = factcheck.__version__"),
        ("rules/any.py", "from factcheck.comparing.rule import TopicRule"),
        ("pipeline.py", "from factcheck.corpus.load import load"),
    ],
)
def test_what_the_rules_allow_is_not_refused(path: str, text: str) -> None:
    assert list(diagnostics(Module(f"factcheck/{path}", f'"""Allowed."""\n{text}\n'))) == []
