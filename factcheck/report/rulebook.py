"""Builds a rule's page for the docs; `factcheck explain`, `make docs` and the tests use it."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from importlib.resources import files
from typing import get_type_hints

from factcheck.comparing import compare
from factcheck.corpus import Files
from factcheck.corpus.load import load
from factcheck.model import Finding, Loaded
from factcheck.rules import every_rule
from factcheck.rules.base import Example, Rule, Statement

REGISTRIES = ("subjects.yaml", "attributes.yaml", "origins.yaml", "relations.yaml")


class FaultyExampleError(Exception):
    """An example of a rule is not a usable corpus."""


def claims_of(example: Example) -> Loaded:
    """The example's claims, as the loader reads them from equivalent files."""
    return claims_from(files_of(example), example)


def files_of(example: Example) -> dict[str, bytes]:
    """The registries of the examples, and a file for each source of the example, by path."""
    world = files("factcheck.rules").joinpath("examples")
    texts = {name: world.joinpath(name).read_bytes() for name in REGISTRIES}
    by_source: dict[str, list[Statement]] = {}
    days = {
        s.outlet: min(o.published for o in example.stated if o.outlet == s.outlet)
        for s in example.stated
    }
    for stated in example.stated:
        later = "" if stated.published == days[stated.outlet] else f"-{stated.published}"
        by_source.setdefault(f"{_id(stated.outlet)}{later}", []).append(stated)
    return texts | {f"sources/{id}.yaml": _source(id, stated) for id, stated in by_source.items()}


def claims_from(texts: Mapping[str, bytes], example: Example) -> Loaded:
    """The claims in these files, with the archived texts of the example's sources."""
    loaded = load(Files(dict(texts), ()))
    if loaded.diagnostics:
        raise FaultyExampleError("\n".join(str(d) for d in loaded.diagnostics))
    archives = {_id(s.outlet): s.archived for s in example.stated if s.archived is not None}
    return replace(loaded, archives=archives)


def found(rule: Rule, example: Example) -> tuple[Finding, ...]:
    """The rule's findings in the example."""
    return compare(claims_of(example), [rule], every_rule()).findings


def page(rule: Rule) -> str:
    """The rule's page as Markdown: its docstring, options, and examples with their messages."""
    parts = [
        f"# {rule.name}\n",
        f"{inspect.getdoc(rule)}\n",
        *_options(rule),
        "## What it flags\n",
        *(_example(rule, example) for example in rule.flags),
        "## What it allows\n",
        *(_example(rule, example) for example in rule.allows),
    ]
    return "\n".join(parts)


def summary(rule: Rule) -> str:
    """The first sentence of the rule's docstring."""
    return (inspect.getdoc(rule) or "").partition("\n\n")[0].replace("\n", " ")


def explanation(rule: Rule) -> str:
    """The rest of the rule's docstring after its first sentence, as Markdown."""
    return (inspect.getdoc(rule) or "").partition("\n\n")[2]


def index(rules: Iterable[Rule]) -> str:
    """A page that lists all rules."""
    rows = (f"| [{r.name}]({r.name}.md) | {summary(r)} |" for r in rules)
    return "\n".join(("# The rules\n", "| rule | what it reports |", "|---|---|", *rows, ""))


def options(rule: Rule) -> Mapping[str, object]:
    """The rule's options with their defaults: its public annotated attributes."""
    own = {n for n in vars(type(rule)).get("__annotations__", {}) if not n.startswith("_")}
    return {name: getattr(rule, name) for name in sorted(own)}


def _options(rule: Rule) -> Iterable[str]:
    if options(rule):
        yield "## Options\n"
        for name, default in options(rule).items():
            kind = get_type_hints(type(rule))[name]
            word = "number" if kind is Decimal else kind.__name__
            stated = about(rule, name)
            yield f"- `{name.replace('_', '-')}` ({word}, default {default}): {stated}\n"


def about(rule: Rule, name: str) -> str:
    """The string below an attribute in the class's source."""
    source = inspect.getsource(type(rule))
    match = re.search(rf'^    {name}: .*\n    """(.*?)"""', source, re.MULTILINE | re.DOTALL)
    return " ".join(match.group(1).split()) if match else ""


def _example(rule: Rule, example: Example) -> str:
    rows = [f"| {_cell(s.outlet)} | {_cell(_claim(s))} |" for s in example.stated]
    messages = [f"> {f.message!s} (`{f.verdict}`)" for f in found(rule, example)]
    return "\n".join(
        (
            f"**{example.title[0].upper()}{example.title[1:]}**\n",
            "| source | says |",
            "|---|---|",
            *rows,
            "",
            *(messages or ["> nothing"]),
            "",
        )
    )


def _claim(stated: Statement) -> str:
    keys = "".join(f", {key} {_listed(value)}" for key, value in stated.keys.items())
    value = stated.value if isinstance(stated.value, str) else "”, “".join(stated.value)
    return f"{stated.subject}, {stated.attribute}: “{value}”{keys}"


def _listed(value: object) -> object:
    return ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else value


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _id(outlet: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", outlet.lower()).strip("-")


def _source(id: str, stated: Sequence[Statement]) -> bytes:
    """An equivalent source file, in JSON, which is valid YAML."""
    header = {
        "id": id,
        "outlet": stated[0].outlet,
        "title": "An example",
        "published": stated[0].published,
        "language": stated[0].language,
    }
    claims = [
        {"subject": s.subject, "attribute": s.attribute, "value": s.value, **s.keys} for s in stated
    ]
    return json.dumps({"source": header, "claims": claims}, ensure_ascii=False).encode()
