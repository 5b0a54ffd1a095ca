"""Reads settings files to Settings; one run reports every error, each with its file and key.

Both files are parsed from TOML to plain data, which the loader's reader of forms validates.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from factcheck.corpus.yaml.sentences import MANY, describe
from factcheck.corpus.yaml.sentences import Path as Place
from factcheck.model import Diagnostic, Location
from factcheck.model.frozen import dataclass
from factcheck.rules import named_now
from factcheck.settings.chosen import Path, Settings, dotted
from factcheck.text.hostile import inert, visible

if TYPE_CHECKING:
    from factcheck.settings.keys import Group

OWN = "factcheck.toml"
PROJECT = "pyproject.toml"
NAMES = (OWN, PROJECT)
LARGEST = 1024 * 1024  # bytes
_FOLDERS = (("claims",), ("archive",))


class UnusableSettings(Exception):
    """The settings have errors. The message has a line for each, with its file and key."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(sorted(diagnostics))
        super().__init__("\n".join(map(_sentence, self.diagnostics)))


def _sentence(diagnostic: Diagnostic) -> str:
    text = f"{visible(diagnostic.location.path)}: {visible(diagnostic.message)}"
    return inert(f"{text}\n  hint: {visible(diagnostic.hint)}" if diagnostic.hint else text)


@dataclass(frozen=True, slots=True)
class File:
    """The settings in one file: its path, the keys of its table, and the table."""

    path: str
    above: Path
    data: Any

    def diagnostic(self, key: Path, message: str, hint: str) -> Diagnostic:
        """The diagnostic for a key of the table."""
        at = f"{dotted((*self.above, *key))}: " if key or self.above else ""
        return Diagnostic(Location(self.path, 1, 1), f"{at}{message}", hint)


def read_settings(texts: Mapping[str, bytes]) -> Settings:
    """The settings in these files, by the path that the user is shown; none are plain Settings.

    A pyproject.toml counts only where it has a table `tool.factcheck`. Raises UnusableSettings.
    """
    found: list[File] = []
    diagnostics: list[Diagnostic] = []
    for path, content in texts.items():
        try:
            found.extend(_settings_in(path, _parsed(content)))
        except _NotToml as why:
            diagnostics.append(Diagnostic(Location(path, 1, 1), *why.args))
    for other in found[1:]:
        stated = f"there are settings in {found[0].path} too, and only one file may have them"
        diagnostics.append(other.diagnostic((), stated, "move all of them to one of the two"))
    if diagnostics:
        raise UnusableSettings(diagnostics)
    return _settings(found[0]) if found else Settings()


class _NotToml(Exception):
    """The reason why a file cannot be read: message and hint."""


def _parsed(content: bytes) -> Mapping[str, Any]:
    """The data of a file. Raises _NotToml."""
    if len(content) > LARGEST:
        raise _NotToml("the file is larger than 1 MB", "write less into it")
    try:
        return tomllib.loads(content.decode("utf-8-sig"), parse_float=Decimal)
    except UnicodeDecodeError:
        raise _NotToml("this is not UTF-8 text", "save the file as UTF-8") from None
    except RecursionError:
        raise _NotToml("the brackets are nested too deeply", "nest less") from None
    except ValueError as why:
        hint = "see https://toml.io; texts stand in quotation marks"
        raise _NotToml(f"this is not TOML: {why}", hint) from None


def _settings_in(path: str, data: Mapping[str, Any]) -> Iterator[File]:
    if PurePosixPath(path).name == OWN:
        yield File(path, (), data)
        return
    tool = data.get("tool")
    if isinstance(tool, dict) and "factcheck" in tool:
        yield File(path, ("tool", "factcheck"), tool["factcheck"])


def _settings(file: File) -> Settings:
    """The settings of one file. Raises UnusableSettings with all its errors."""
    written: dict[Path, object] = {}
    diagnostics = list(_hold(file, written))
    settings = Settings(_as_seen_from(file, written), file.path)
    if not diagnostics and not settings.rules():
        key = ("ignore",) if ("ignore",) in written else ("select",)
        stated = "no rule is left that could run"
        diagnostics.append(file.diagnostic(key, stated, "select one, or ignore fewer"))
    if diagnostics:
        raise UnusableSettings(diagnostics)
    return settings


def _hold(file: File, written: dict[Path, object]) -> Iterator[Diagnostic]:
    """Validate a file with its forms: store the settings in `written`, and return the errors."""
    from factcheck.settings import keys as forms

    if not isinstance(file.data, dict):
        stated = f"'factcheck' takes keys with values, not {describe(file.data)}"
        yield file.diagnostic((), stated, f"begin it with [{dotted(file.above)}]")
        return
    yield from _read(file, (), forms.SettingsForm, file.data, written)
    rules = file.data.get("rules")
    tables = rules.items() if isinstance(rules, dict) else ()
    seen: dict[str, str] = {}
    for name, table in tables:
        now = named_now(name)
        if now in seen:
            stated = f"this rule has a table already, as '{seen[now]}'"
            yield file.diagnostic(("rules", name), stated, "move all of it into one of the two")
        elif isinstance(table, dict) and now in forms.RULES:
            yield from _read(file, ("rules", name), forms.form_of(now), table, written)
        seen[now] = name


def _read(
    file: File, above: Path, form: type[Group], data: object, written: dict[Path, object]
) -> Iterator[Diagnostic]:
    """Validate one table with its form."""
    from factcheck.corpus.yaml.schema import given
    from factcheck.settings import keys as forms

    def way_out(expected: str, found: object, path: Place) -> str:
        return _in_toml(expected, found, dotted((*file.above, *above, *_keys(path))))

    whole = f"'{above[-1]}'" if above else "the settings"
    found = given(form, data, forms.keys_of(form), whole, way_out)
    if isinstance(found, list):
        for one in found:
            yield file.diagnostic((*above, *_keys(one.path)), one.message, one.hint)
        return
    at = ("rules", named_now(above[1])) if above else ()
    written.update(_flat(at, found.model_dump(by_alias=True, exclude_none=True, warnings=False)))


def _flat(path: Path, value: object) -> Iterator[tuple[Path, object]]:
    """Each setting by its full key; the tables of rules are read separately."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if path or key != "rules":
                yield from _flat((*path, key), inner)
    else:
        yield path, tuple(sorted(set(value))) if isinstance(value, list) else value


def _as_seen_from(file: File, written: Mapping[Path, object]) -> Mapping[Path, object]:
    """The same settings, with paths relative to the working directory instead of the file."""
    folder = PurePosixPath(file.path).parent
    return {
        key: str(folder / str(value)) if key in _FOLDERS else value
        for key, value in written.items()
    }


def _keys(path: Place) -> Path:
    """The keys of a path, without list indexes, which the message names."""
    return tuple(step for step in path if isinstance(step, str))


def _in_toml(expected: str, found: object, key: str) -> str:
    """How to write a value of the expected type in TOML."""
    match expected:
        case "a list":
            item = f'"{found[:100]}"' if isinstance(found, str) else '"one", "another"'
            return f"write it in brackets: [{item}]"
        case "a text":
            return f'write it in quotes: "{found}"'
        case "keys with values":
            return f"begin it with [{key}]"
        case "true or false" | "a whole number":
            return f"write {expected}, without quotes"
        case _ if expected == MANY:
            return "`factcheck rules` lists them all"
    return "docs/settings.md shows what each key takes"
