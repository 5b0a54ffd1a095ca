"""The bytes of settings files to Settings; every fault in one run, each with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from factcheck.model import Diagnostic
from factcheck.reports.terminal import fault
from factcheck.settings import keys
from factcheck.settings.chosen import Path, Setting, Settings
from factcheck.settings.keys import Key
from factcheck.settings.kinds import FOLDER, Unfit, shown, suggested
from factcheck.settings.toml_text import Document, FaultyToml, parse

OWN = "factcheck.toml"
PROJECT = "pyproject.toml"
NAMES = (OWN, PROJECT)


class UnusableSettings(Exception):
    """The settings cannot be used. The message has a line for each fault, with its place."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(sorted(diagnostics))
        super().__init__("\n".join(fault(d) for d in self.diagnostics))


def read_settings(texts: Mapping[str, bytes]) -> Settings:
    """The settings in these files, by the path that the user is shown; none are plain Settings.

    A pyproject.toml counts only where it has a table `tool.factcheck`. Raises UnusableSettings.
    """
    found, faults = [], []
    for path, content in texts.items():
        try:
            document = parse(path, content)
        except FaultyToml as fault:
            faults.append(fault.diagnostic)
            continue
        above = () if PurePosixPath(path).name == OWN else ("tool", "factcheck")
        if not above or "factcheck" in _table(document.data.get("tool")):
            found.append((document, above))
    if len(found) > 1:
        faults.extend(_too_many([document for document, _ in found]))
    if faults:
        raise UnusableSettings(faults)
    for document, above in found:
        return _Reader(document, above).settings()
    return Settings()


def _too_many(documents: list[Document]) -> Iterator[Diagnostic]:
    first, *others = documents
    for other in others:
        yield Diagnostic(
            other.at(("tool", "factcheck")),
            f"there are settings in {first.path} too, and only one file may have them",
            "move all of them to one of the two",
        )


def _table(data: object) -> Mapping[str, Any]:
    return data if isinstance(data, Mapping) else {}


class _Reader:
    """Collects what one file sets, and everything that is wrong with it."""

    def __init__(self, document: Document, above: Path) -> None:
        self.document, self.above = document, above
        self.folder = PurePosixPath(document.path).parent
        self.faults: list[Diagnostic] = []
        self.written: dict[Path, Setting] = {}

    def settings(self) -> Settings:
        data: Any = self.document.data
        for part in self.above:
            data = data[part]
        self._top(data)
        if not self.faults and not Settings(self.written).rules():
            key = "ignore" if ("ignore",) in self.written else "select"
            self._fault((key,), "no rule is left that could run", "select one, or ignore fewer")
        if self.faults:
            raise UnusableSettings(self.faults)
        return Settings(self.written, self.document.path)

    def _top(self, data: object) -> None:
        table = self._expect_table((), data)
        tables = {name: table[name] for name in keys.TABLES if name in table}
        plain = {name: value for name, value in table.items() if name not in tables}
        self._keys((), plain, keys.TOP, also=keys.TABLES)
        for name, value in tables.items():
            self._of_table(name, self._expect_table((name,), value))

    def _of_table(self, name: str, table: Mapping[str, Any]) -> None:
        match name:
            case "severity":
                self._keys((name,), table, keys.VERDICTS)
            case "resolutions":
                self._keys((name,), table, keys.RESOLUTIONS)
            case "rules":
                for rule, inner in table.items():
                    self._rule(rule, inner)
            case _:
                for id, inner in table.items():
                    path = (name, id)
                    self._keys(path, self._expect_table(path, inner), keys.OVERRIDES)

    def _rule(self, rule: str, data: object) -> None:
        path = ("rules", rule)
        if rule not in keys.rules():
            hint = suggested(rule, keys.rules(), "`factcheck rules` lists them all")
            self._fault(path, f"there is no rule {shown(rule)}", hint)
            return
        table = dict(self._expect_table(path, data))
        if isinstance(table.get("severity"), Mapping):
            self._keys((*path, "severity"), table.pop("severity"), keys.VERDICTS)
        self._keys(path, table, keys.of_rule(rule))

    def _keys(
        self, path: Path, table: Mapping[str, Any], known: Iterable[Key], also: Iterable[str] = ()
    ) -> None:
        by_name = {key.name: key for key in known}
        for name, value in table.items():
            if name in by_name:
                self._read((*path, name), by_name[name], value)
                continue
            listed = ", ".join(sorted({*by_name, *also}))
            hint = suggested(name, (*by_name, *also), f"there are: {listed}")
            where = f" in '{'.'.join(path)}'" if path else ""
            self._fault((*path, name), f"there is no setting {shown(name)}{where}", hint)

    def _read(self, path: Path, key: Key, value: object) -> None:
        try:
            read = key.kind.read(value)
        except Unfit as why:
            self._fault(path, f"'{key.name}': {why}", why.hint, why.item)
            return
        if key in keys.TOP and key.kind is FOLDER:
            read = str(self.folder / read)
        self.written[path] = Setting(read, self.document.at((*self.above, *path)))

    def _expect_table(self, path: Path, data: object) -> Mapping[str, Any]:
        if isinstance(data, Mapping):
            return data
        name = path[-1] if path else "factcheck"
        header = ".".join((*self.above, *path))
        self._fault(path, f"'{name}' must be a table", f"begin it with [{header}]")
        return {}

    def _fault(self, path: Path, message: str, hint: str, item: str | None = None) -> None:
        place = self.document.at((*self.above, *path), item)
        self.faults.append(Diagnostic(place, message, hint))
