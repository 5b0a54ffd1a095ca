"""Whatever is edited, and in whatever order: a run with the cache says what one without it says."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from random import Random

import pytest

from tests.caching.desk import Desk, Seen
from tests.corpora import add, source

EDITS = 100
QUESTIONS = (
    ("check",),
    ("check", "-o", "text", "--color", "always", "--stale", "error"),
    ("check", "-o", "json:out/a.json", "-o", "github", "--fail-on", "warning"),
    ("check", "--archive", "archive", "-o", "sarif:out/a.sarif"),
    ("check", "claims/sources/wire.yaml"),
    ("check", "claims/table.csv"),
    ("report", "-o", "out/page.html"),
    ("report", "-o", "-", "--language", "it", "--archive", "archive"),
    ("report", "-o", "page.html"),
    ("export", "-o", "out/claims.csv", "-o", "out/findings.tsv"),
    ("relations", "--suggest"),
    ("explain", "wire/c1", "post/c1"),
)
DAYS = ("2026-03-01", "2026-06-01")
SETTINGS = (None, "fail-on = 'never'", "archive = '.'", "ignore = ['near-key']", "unknown = 1")
QUOTES = ("a budget of 85 million", "a budget of 95 million")


class Editor:
    """Edits a desk at random, always in the same way for the same seed."""

    def __init__(self, desk: Desk, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
        self.desk, self.chance, self.patch = desk, Random(seed), monkeypatch
        self.numbers = count()
        self.edits: tuple[Callable[[], object], ...] = (
            self.claim, self.claim, self.claim, self.add, self.delete, self.rename, self.touch,
            self.set_back, self.registry, self.settings, self.baseline, self.decide, self.keep_copy,
            self.row, self.break_file, self.link_source, self.link_report, self.summary, self.undo,
        )  # fmt: skip
        self.before: dict[str, bytes] = {}

    def edit(self) -> str:
        """One edit; its name."""
        chosen = self.chance.choice(self.edits)
        state = self._state() if chosen != self.undo else self.before
        chosen()
        self.before = state
        return chosen.__name__

    def claim(self) -> None:
        outlet, value = self.chance.choice(("Wire", "Post")), self.chance.choice((85, 95, 150))
        quote = self.chance.choice(QUOTES)
        body = f"id: c1, attribute: budget, value: {value} million euros, period: 2025"
        text = source(outlet, f"{body}, quote: {quote}")
        archived = text.replace(", language", ", archive: {file: kept.txt}, language")
        self._put(f"claims/sources/{outlet.lower()}.yaml", archived)

    def add(self) -> None:
        add(self.desk.corpus, f"Paper{next(self.numbers)}", "attribute: staff, value: 3")

    def delete(self) -> None:
        for path in self._sources()[-1:]:
            path.unlink()

    def rename(self) -> None:
        for path in self._sources()[-1:]:
            path.rename(path.with_name(f"renamed-{next(self.numbers)}.yaml"))

    def touch(self) -> None:
        for path in self._sources()[:1]:
            path.touch()

    def set_back(self) -> None:
        """As many bytes as before, under the old time."""
        for path in self._sources()[:1]:
            status, text = path.stat(), path.read_text("utf-8")
            path.write_text(text.replace("85 ", "35 ") if "85 " in text else text[::-1], "utf-8")
            os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))

    def registry(self) -> None:
        kind = self.chance.choice(("money, unit: EUR", "money, unit: USD", "quantity"))
        text = f"attributes:\n  - {{id: budget, label: budget, kind: {kind}, key: [period]}}\n"
        self._put("claims/attributes.yaml", text)

    def settings(self) -> None:
        self._put("factcheck.toml", None)
        self._put("claims/factcheck.toml", None)
        text = self.chance.choice(SETTINGS)
        self._put(self.chance.choice(("factcheck.toml", "claims/factcheck.toml")), text)

    def baseline(self) -> None:
        path = self.desk.corpus / "baseline.jsonl"
        if path.exists():
            path.unlink()
        else:
            self.desk.run("baseline", "create")

    def decide(self) -> None:
        kept = sorted((self.desk.corpus / "resolutions").glob("*.yaml"))
        if kept:
            kept[0].unlink()
            return
        listed = self.desk.run("resolve", "--list").out
        for line in listed.splitlines()[:1]:
            said = ("--reason", "They differ.", "--by", "A. Berg", "--expires", "2026-04-01")
            self.desk.run("resolve", line.split()[0], "--decision", "pending", *said)

    def keep_copy(self) -> None:
        self._put("archive/kept.txt", self.chance.choice((*QUOTES, None)))

    def row(self) -> None:
        head = "source,subject,attribute,value,period\n"
        value = self.chance.randint(1, 3)
        self._put("claims/table.csv", f"{head}Wire,Northwind,budget,{value} million euros,2025\n")

    def break_file(self) -> None:
        self._put("claims/sources/broken.yaml", self.chance.choice(("a: [", "claims:", None)))

    def link_source(self) -> None:
        path = self.desk.corpus / "sources/linked.yaml"
        path.unlink(missing_ok=True)
        path.symlink_to(self.chance.choice(("wire.yaml", "nowhere.yaml", "../../factcheck.toml")))

    def link_report(self) -> None:
        path = self.desk.root / "page.html"
        path.unlink(missing_ok=True)
        if self.chance.random() < 0.5:
            path.symlink_to(self.chance.choice(("claims/sources/wire.yaml", "out/elsewhere.html")))

    def summary(self) -> None:
        if "GITHUB_STEP_SUMMARY" in os.environ:
            self.patch.delenv("GITHUB_STEP_SUMMARY")
        else:
            self.patch.setenv("GITHUB_STEP_SUMMARY", str(self.desk.out / f"{next(self.numbers)}"))

    def undo(self) -> None:
        """All files as they were before the last edit."""
        for path in self._files():
            path.unlink()
        for name, content in self.before.items():
            path = self.desk.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)

    def _put(self, name: str, text: str | None) -> None:
        if text is None:
            (self.desk.root / name).unlink(missing_ok=True)
        else:
            self.desk.write(name, text)

    def _sources(self) -> list[Path]:
        found = sorted((self.desk.corpus / "sources").iterdir())
        return [path for path in found if path.name != "linked.yaml" or not path.is_symlink()]

    def _files(self) -> Iterator[Path]:
        return (p for p in self.desk.root.rglob("*") if p.is_file() or p.is_symlink())

    def _state(self) -> dict[str, bytes]:
        here = self.desk.root
        return {str(p.relative_to(here)): p.read_bytes() for p in self._files() if p.is_file()}


def test_cached_equals_cold_after_100_random_edits(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor, chance, refused = Editor(desk, 0, monkeypatch), Random(0), 0
    for number in range(EDITS):
        name = editor.edit()
        for question in chance.sample(QUESTIONS, 2):
            asked = (*question, *(("--today", chance.choice(DAYS)) if "-o" in question else ()))
            told = [_told(desk, asked, later=chance.random() < 0.5) for _ in range(2)]
            cold = desk.cold(*asked)
            where = f"edit {number}, {name}: {' '.join(asked)}"
            assert told == [cold, cold], where
            assert desk.finds[-1] == (cold.code != 2), where
            refused += cold.code == 2
    assert refused < EDITS / 2, "most runs were refused, so that little was compared"


def _told(desk: Desk, asked: tuple[str, ...], later: bool) -> Seen:
    if not later:
        return desk.run(*asked)
    with desk.later():
        return desk.run(*asked)
