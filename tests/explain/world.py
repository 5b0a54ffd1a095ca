"""A small invented corpus in a folder, and `factcheck explain` on it as a user types it."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest

from tests.corpora import run

REGISTRIES = {
    "subjects.yaml": """subjects:
  - {id: northwind, label: Northwind}
  - {id: models, label: Northwind's models}
  - {id: lantern, label: Lantern, family: models, part_of: northwind}
  - {id: lanthorn, label: Lanthorn, confusable_with: [{subject: lantern, reason: a lamp maker}]}
""",
    "attributes.yaml": """attributes:
  - {id: budget, label: budget, kind: money, unit: EUR, key: [period],
     measure: flow, tolerance: 2 %}
  - {id: tools, label: budget for tools, kind: money, unit: EUR, key: [period], part_of: budget}
  - {id: growth, label: growth of the budget, kind: quantity, unit: "%", key: [period]}
  - {id: staff, label: staff, kind: quantity, key: [as_of], measure: stock}
  - {id: users, label: users, kind: quantity, key: [as_of], measure: stock, drift: 10 %}
  - {id: rate, label: rate, kind: quantity, unit: "%", key: [period]}
  - {id: height, label: height, kind: quantity, unit: m}
  - {id: motto, label: motto, kind: text}
  - id: licence
    label: licence
    kind: choice
    choices:
      - {id: open, label: open, words: {en: [open]}, excludes: [closed]}
      - {id: closed, label: closed, words: {en: [closed]}}
""",
    "relations.yaml": """relations:
  - {id: budget-growth, kind: growth, holds: must, terms: {value: budget, growth: growth}}
""",
}


SCHEMA = json.loads(files("factcheck.formats").joinpath("schemas/explain.json").read_text("utf-8"))


def rows(stated: str, section: str) -> list[str]:
    """The rows of a section, their blanks made one."""
    blocks = dict(block.partition("\n")[::2] for block in stated.rstrip().split("\n\n"))
    return [" ".join(line.split()) for line in blocks.get(section, "").splitlines()]


class World:
    """An empty corpus in `claims/`, to be filled with a line for each claim."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._corpus = folder / "claims"
        self._capsys = capsys
        (self._corpus / "sources").mkdir(parents=True)
        for name, text in REGISTRIES.items():
            (self._corpus / name).write_text(text, encoding="utf-8")

    def describe(self, source: str, *claims: str, header: str = "") -> None:
        """A source, and the insides of its claims; the subject is Northwind's if none is given."""
        outlet = f"outlet: {source.title()}" if "outlet" not in header else ""
        when = "published: 2026-01-05" if "published" not in header else ""
        keys = ", ".join(key for key in (outlet, when, header) if key)
        head = f"source: {{title: T, language: en, {keys}}}\n"
        stated = "".join(
            f"  - {{{'' if 'subject:' in c else 'subject: Northwind, '}{c}}}\n" for c in claims
        )
        (self._corpus / "sources" / f"{source}.yaml").write_text(
            f"{head}claims:\n{stated}", "utf-8"
        )

    def explain(self, *arguments: str) -> str:
        """What the program says, and nothing else: it ends well."""
        code = run("explain", *arguments)
        stated = self._capsys.readouterr()
        assert (code, stated.err) == (0, "")
        return stated.out

    def refused(self, *arguments: str) -> str:
        """What the program says to a wrong use of it."""
        code = run("explain", *arguments)
        stated = self._capsys.readouterr()
        assert (code, stated.out) == (2, "")
        return stated.err
