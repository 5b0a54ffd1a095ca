"""Lists every setting with its value and origin; also writes the table of the docs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.model.frozen import dataclass
from factcheck.rules import every_rule
from factcheck.settings import keys as forms
from factcheck.settings.chosen import Path, Settings, as_written, dotted
from factcheck.settings.keys import SettingKey, described

DEFAULT = "default"
COMMAND_LINE = "command line"


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One setting: its key, its value as the file writes it, and where the value comes from."""

    key: str
    value: str
    origin: str


def rows(settings: Settings, typed: Mapping[str, object]) -> tuple[SettingRow, ...]:
    """All settings, those of rules by rule; `typed` are the values from the command line."""
    known = dict(_known())
    order = list(dict.fromkeys([*known, *settings.written]))
    return tuple(_row(path, known.get(path), settings, typed) for path in sorted(order, key=_group))


def _row(
    path: Path, default: object, settings: Settings, typed: Mapping[str, object]
) -> SettingRow:
    name = dotted(path)
    if name in typed:
        return SettingRow(name, as_written(typed[name]), COMMAND_LINE)
    if path in settings.written:
        return SettingRow(name, as_written(settings.get(*path)), settings.file or "")
    return SettingRow(name, as_written(default), DEFAULT)


def _group(path: Path) -> int:
    """Sort key: keys outside tables first, then the tables in their order."""
    return _TABLES.index(path[0] if len(path) > 1 else "")


_TABLES = ("", "about", "severity", "rules", "resolutions", "sources", "subjects")


def _known() -> Iterator[tuple[Path, object]]:
    """Every key that exists without being set, and its default."""
    yield from (((name,), key.default) for name, key in described(forms.SettingsForm))
    yield from ((("about", name), key.default) for name, key in described(forms.About))
    yield from ((("severity", name), key.default) for name, key in described(forms.Weights))
    for rule in every_rule():
        yield from ((("rules", rule.name, name), key.default) for name, key in _options(rule.name))
    yield from ((("resolutions", name), key.default) for name, key in described(forms.Decisions))


def _options(rule: str) -> Iterator[tuple[str, SettingKey]]:
    return ((name, key) for name, key in described(forms.form_of(rule)) if name != "severity")


def table() -> str:
    """All keys as a table of Markdown."""
    lines = ["| key | takes | default | |", "|---|---|---|---|"]
    for prefix, of_table in (
        ("", forms.SettingsForm),
        ("about.", forms.About),
        ("severity.", forms.Weights),
        ("rules.RULE.", forms.RuleGroup),
        ("sources.ID.", forms.OverrideForm),
        ("subjects.ID.", forms.OverrideForm),
        ("resolutions.", forms.Decisions),
    ):
        lines.extend(_line(f"{prefix}{name}", key) for name, key in described(of_table))
    for rule in every_rule():
        lines.extend(_line(f"rules.{rule.name}.{name}", key) for name, key in _options(rule.name))
    return "\n".join((*lines, ""))


def _line(name: str, key: SettingKey) -> str:
    default = "" if key.default is None else f"`{as_written(key.default)}`"
    return f"| `{name}` | {key.takes} | {default} | {key.about} |"
