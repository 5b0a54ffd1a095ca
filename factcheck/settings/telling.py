"""Every setting with its value and where that comes from; and the table of the docs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from factcheck.rulebook import about
from factcheck.settings import keys
from factcheck.settings.chosen import Path, Settings, as_written
from factcheck.settings.keys import Key

DEFAULT = "default"
COMMAND_LINE = "command line"


@dataclass(frozen=True, slots=True)
class Row:
    """One setting: its key, its value as the file would have it, and where that comes from."""

    key: str
    value: str
    origin: str


def rows(settings: Settings, typed: Mapping[str, object]) -> tuple[Row, ...]:
    """All settings, those of rules by rule; `typed` is what the command line says of any."""
    known = dict(_known())
    order = list(dict.fromkeys([*known, *settings.written]))
    return tuple(_row(path, known.get(path), settings, typed) for path in sorted(order, key=_group))


def _row(path: Path, default: object, settings: Settings, typed: Mapping[str, object]) -> Row:
    name = ".".join(path)
    setting = settings.written.get(path)
    if name in typed:
        return Row(name, as_written(typed[name]), COMMAND_LINE)
    if setting is None:
        return Row(name, as_written(default), DEFAULT)
    origin = f"{setting.location.path}:{setting.location.line}"
    return Row(name, as_written(setting.value), origin)


def _group(path: Path) -> int:
    """Keys outside of tables first, then the tables in their order; inside, as they come."""
    tables = ("", *keys.TABLES)
    return tables.index(path[0] if len(path) > 1 else "")


def _known() -> Iterator[tuple[Path, object]]:
    """Every key that is there without being set, and its default."""
    yield from (((key.name,), key.default) for key in keys.TOP)
    yield from ((("severity", key.name), key.default) for key in keys.VERDICTS)
    for rule in keys.rules():
        for key in keys.of_rule(rule)[1:]:
            yield ("rules", rule, key.name), key.default
    yield from ((("resolutions", key.name), key.default) for key in keys.RESOLUTIONS)


def table() -> str:
    """All keys as a table of Markdown."""
    lines = ["| key | takes | default | |", "|---|---|---|---|"]
    for prefix, of_table in (
        ("", keys.TOP),
        ("severity.", keys.VERDICTS),
        ("rules.RULE.", (keys.RULE_SEVERITY,)),
        ("sources.ID.", keys.OVERRIDES),
        ("subjects.ID.", keys.OVERRIDES),
        ("resolutions.", keys.RESOLUTIONS),
    ):
        lines.extend(_line(prefix, key) for key in of_table)
    for rule in keys.rules():
        for key in keys.of_rule(rule)[1:]:
            said = about(keys.rules()[rule], key.name.replace("-", "_"))
            lines.append(_line(f"rules.{rule}.", replace(key, about=said)))
    return "\n".join((*lines, ""))


def _line(prefix: str, key: Key) -> str:
    default = "" if key.default is None else f"`{as_written(key.default)}`"
    return f"| `{prefix}{key.name}` | {key.kind.takes} | {default} | {key.about} |"
