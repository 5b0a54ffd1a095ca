"""What a newcomer finds by name: no cycles, one name for one thing, plug-ins in their folders."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable, Mapping

from tests.modules import MODULES, ROOT, Module, imports

MOST_FOLDERS = 14

# Folders of which each file is one plug-in, under the name that a user types, and what it defines.
PLUGINS = {
    "values": "Kind",
    "rules": "Rule",
    "formats": "VIEW",
    "commands": "command",
    "corpus/tables/engines": "Engine",
}


def graph(modules: Iterable[Module]) -> Mapping[str, set[str]]:
    """Which modules of factcheck each of them imports, wherever in its text."""
    own = {module.name: module for module in modules if module.path.startswith("factcheck/")}
    found: dict[str, set[str]] = {}
    for name, module in own.items():
        imported = [target.removeprefix("factcheck.") for _, target in imports(module.tree)]
        known = (n if n in own else n.rpartition(".")[0] for n in imported)
        found[name] = {n for n in known if n in own and n != name}
    return found


def cycles(edges: Mapping[str, set[str]]) -> list[list[str]]:
    """Groups of modules that import each other in a circle (Kosaraju's algorithm)."""
    order: list[str] = []
    backward: dict[str, set[str]] = defaultdict(set)
    for one, others in edges.items():
        for other in others:
            backward[other].add(one)
    seen: set[str] = set()
    for one in edges:
        order += _reached(one, edges, seen)
    seen = set()
    groups = (_reached(one, backward, seen) for one in reversed(order))
    return [sorted(group) for group in groups if len(group) > 1]


def _reached(start: str, edges: Mapping[str, set[str]], seen: set[str]) -> list[str]:
    """Everything new that leads on from `start`, each behind what it leads to."""
    if start in seen:
        return []
    seen.add(start)
    return [n for other in sorted(edges.get(start, ())) for n in _reached(other, edges, seen)] + [
        start
    ]


def test_no_modules_import_each_other_in_a_circle() -> None:
    assert cycles(graph(MODULES)) == []


def test_a_seeded_cycle_is_found() -> None:
    first = Module("factcheck/text/a.py", "from factcheck.text.b import x")
    second = Module("factcheck/text/b.py", "def f():\n    from factcheck.text import a")
    package = Module("factcheck/text/__init__.py", "")
    assert cycles(graph([package, first, second])) == [["text.a", "text.b"]]


def _is_plugin(module: Module) -> bool:
    folder, _, name = module.path.removeprefix("factcheck/").rpartition("/")
    return folder in PLUGINS and name not in ("__init__.py", "base.py")


def same_names(modules: Iterable[Module]) -> dict[str, list[str]]:
    """Modules of one name, plug-ins apart, whose names users choose; and public classes."""
    found: dict[str, list[str]] = defaultdict(list)
    for module in modules:
        if module.path.startswith("factcheck/"):
            name = module.path.rpartition("/")[2]
            if not _is_plugin(module) and name not in ("__init__.py", "base.py"):
                found[name].append(module.path)
            for node in module.tree.body:
                if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                    found[f"class {node.name}"].append(module.path)
    return {name: paths for name, paths in found.items() if len(paths) > 1}


def test_each_module_and_each_public_class_has_a_name_of_its_own() -> None:
    assert same_names(MODULES) == {}


def test_a_seeded_name_that_two_bear_is_found() -> None:
    text = "class Row: ..."
    two = [Module("factcheck/model/a.py", text), Module("factcheck/report/a.py", text)]
    paths = ["factcheck/model/a.py", "factcheck/report/a.py"]
    assert same_names(two) == {"a.py": paths, "class Row": paths}


def test_a_folder_of_plugins_holds_nothing_else() -> None:
    plugins = [module for module in MODULES if _is_plugin(module)]
    assert {m.path for m in plugins if not _defines(m)} == set()
    languages = (ROOT / "factcheck" / "text" / "languages").iterdir()
    assert not [path.name for path in languages if path.suffix == ".py"]


def _defines(module: Module) -> bool:
    """Whether a plug-in's file holds what its folder is for: a class of it, or a name."""
    wanted = PLUGINS[module.path.removeprefix("factcheck/").rpartition("/")[0]]
    for node in module.tree.body:
        match node:
            case ast.ClassDef(bases=bases):
                if any(wanted in ast.unparse(base) for base in bases):
                    return True
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.FunctionDef(name=name):
                if name == wanted:
                    return True
    return False


def test_the_code_base_is_seen_at_a_glance() -> None:
    folders = [p for p in (ROOT / "factcheck").iterdir() if p.is_dir() and p.name[0] not in "_."]
    assert len(folders) <= MOST_FOLDERS, "join what belongs together, or put it into its stage"


def test_no_formatter_is_told_to_skip_a_line() -> None:
    mark = "# fmt: {}".format("skip")
    assert [module.path for module in MODULES if mark in module.text] == []
