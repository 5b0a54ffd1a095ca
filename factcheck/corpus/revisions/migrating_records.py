"""Replaces old rule names in files that are not YAML: the baseline, and settings in TOML.

It replaces only the names. It then parses the result, which must equal the old data under the
current names; otherwise the file is left unchanged.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from pathlib import PurePosixPath
from typing import Any

from factcheck.corpus.yaml.old_names import rule_name

_RULE = re.compile(r'("rule"\s*:\s*")([\w-]+)(")')
_TOKEN = re.compile(r"""#[^\n]*|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|[\w-]+""")
_HEADER = re.compile(r"\s*\[\[?\s*([^\]]*)")
_LISTS = ("select", "ignore", "never-on")


class CannotMigrate(Exception):
    """The file stays unchanged: the line (from 1), the problem, and what to do."""

    def __init__(self, line: int, message: str, hint: str) -> None:
        super().__init__(message)
        self.line, self.hint = line, hint


def baseline_text(_: str, text: str) -> tuple[str, Counter[str]]:
    """The baseline under the current names, and how often each name was replaced."""
    counts: Counter[str] = Counter()
    lines = text.split("\n")
    for number, line in enumerate(lines):
        found = [m for m in _RULE.finditer(line) if rule_name(m[2]) != m[2]]
        if not found:
            continue
        new = _RULE.sub(lambda m: m[1] + rule_name(m[2]) + m[3], line)
        try:
            old_data, new_data = json.loads(line), json.loads(new)
        except (ValueError, RecursionError):
            old_data = new_data = None
        if not isinstance(old_data, dict) or new_data != {
            **old_data,
            "rule": rule_name(str(old_data.get("rule"))),
        }:
            message = "this is not a finding as 'factcheck baseline' writes it"
            raise CannotMigrate(number + 1, message, "correct the line")
        counts[_stated(found[0][2])] += 1
        lines[number] = new
    return "\n".join(lines), counts


def settings_text(path: str, text: str) -> tuple[str, Counter[str]]:
    """The settings under the current names, and how often each name was replaced.

    In a pyproject.toml only the tables of factcheck are looked at.
    """
    own = PurePosixPath(path).name == "factcheck.toml"
    counts: Counter[str] = Counter()
    lines, inside = text.split("\n"), own
    for number, line in enumerate(lines):
        if not own and (header := _HEADER.match(line)):
            inside = header[1].replace('"', "").replace(" ", "").startswith("tool.factcheck")
        if inside:
            lines[number] = _TOKEN.sub(lambda token: _renamed(token[0], counts), line)
    made = "\n".join(lines)
    try:
        wanted, found = _of_today(tomllib.loads(text), own), tomllib.loads(made)
    except (ValueError, RecursionError) as why:
        raise CannotMigrate(1, f"this is not TOML: {why}", "see https://toml.io") from None
    if wanted != found:
        hint = f"write {' and '.join(counts) or 'the names of today'} by hand"
        raise CannotMigrate(1, "the old names of rules here cannot be told from other text", hint)
    return made, counts


def _renamed(token: str, counts: Counter[str]) -> str:
    quote = token[0] if token[0] in "\"'" else ""
    name = token.strip("\"'")
    if rule_name(name) == name:
        return token
    counts[_stated(name)] += 1
    return f"{quote}{rule_name(name)}{quote}"


def _stated(name: str) -> str:
    return f"{name} → {rule_name(name)}"


def _of_today(data: dict[str, Any], own: bool) -> Any:
    """The settings' data under the current names."""
    if own:
        return {key: _setting(key, value) for key, value in data.items()}
    tool = data.get("tool")
    table = tool.get("factcheck") if isinstance(tool, dict) else None
    if not isinstance(table, dict) or not isinstance(tool, dict):
        return data
    return {**data, "tool": {**tool, "factcheck": _of_today(table, own=True)}}


def _setting(key: str, value: Any) -> Any:
    if key in _LISTS and isinstance(value, list):
        return [rule_name(item) if isinstance(item, str) else item for item in value]
    if isinstance(value, dict):
        names = {name: rule_name(name) if key == "rules" else name for name in value}
        if len(set(names.values())) == len(names):
            return {names[name]: _setting(name, inner) for name, inner in value.items()}
    return value
