"""What validation finds wrong, in sentences for a curator: never in the validator's own words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from factcheck.loading.migrating import ATTRIBUTE_KEYS, CLAIM_KEYS, QUALIFIERS
from factcheck.loading.suggestions import suggest

Path = tuple[str | int, ...]
Keys = Mapping[tuple[str, ...], tuple[str, ...]]
Patterns = Mapping[str, tuple[str, str]]

_TAGS = {"str", "list", "dict"}
_EXPECTED = {
    "string_type": "a text",
    "list_type": "a list",
    "dict_type": "keys with values",
    "model_type": "keys with values",
    "bool_type": "true or false",
    "union_tag_invalid": "a text",
    "union_tag_not_found": "a text",
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A fault of shape: the path of the item, whether its key is meant, and what to say."""

    path: Path
    at_key: bool
    message: str
    hint: str


_CUT = "inside { } a comma ends a value: put a value that has one in quotes"


def sentences(
    errors: Iterable[Mapping[str, Any]], data: object, keys: Keys, whole: str, patterns: Patterns
) -> list[Sentence]:
    """A sentence for each error of a validation of `data`; `whole` is what a curator calls it."""
    return [_sentence(error, data, keys, whole, patterns) for error in errors]


def _sentence(
    error: Mapping[str, Any], data: object, keys: Keys, whole: str, patterns: Patterns
) -> Sentence:
    path, found, at_key = _resolve(error["loc"], data)
    names = tuple(step for step in path if isinstance(step, str))
    within = keys.get(names[:-1], ())
    kind = error["type"]
    if kind == "extra_forbidden":
        if (now := _RENAMED.get(str(path[-1]))) is not None and now[0] in within:
            return Sentence(path, True, now[1], now[2])
        hint = suggest(str(path[-1]), within, f"it may have: {', '.join(sorted(within))}")
        if found is None and str(path[-1])[:1].isdigit():
            hint = _CUT
        owner = f"'{names[-2]}'" if len(names) > 1 else whole
        return Sentence(path, True, f"unknown key '{path[-1]}' in {owner}", hint)
    if kind == "missing":
        owner = f"'{names[-2]}'" if len(names) > 1 else whole
        key = str(path[-1])
        hint = _WHAT_TO_ADD.get(key, f"add '{key}: …'")
        return Sentence(path[:-1], False, f"{owner} needs '{key}'", hint)
    name = _name(path, whole)
    if found is None or kind == "string_too_short":
        hint = _EMPTY_ITEM if not path or isinstance(path[-1], int) else "write what it is"
        return Sentence(path, False, f"{name} is empty", hint)
    if kind in _EXPECTED:
        return Sentence(path, False, *_wrong_shape(name, kind, found, error))
    if kind == "literal_error":
        if str(found) in QUALIFIERS:
            now_called = QUALIFIERS[str(found)]
            message = f"{name} cannot be '{found}' any more: it is called '{now_called}' now"
            return Sentence(path, False, message, f"write '{now_called}', or {_MIGRATE}")
        offered = re.findall(r"'([^']*)'", error["ctx"]["expected"])
        hint = suggest(str(found), offered, "") or f"it can be: {', '.join(offered)}"
        return Sentence(path, False, f"{name} cannot be {describe(found)}", hint)
    return Sentence(path, at_key, *_unfit_text(name, kind, str(found), error, patterns))


_MIGRATE = "have all files of the corpus rewritten: factcheck migrate"

_RENAMED = {
    old: (now, f"the key '{old}' is called '{now}' now", f"write '{now}', or {_MIGRATE}")
    for old, now in {**CLAIM_KEYS, **ATTRIBUTE_KEYS}.items()
} | {
    "perimeter": (
        "covers",
        "the key 'perimeter' is a part of 'covers' now",
        f"write covers: {{text: …, coverage: …}}, or {_MIGRATE}",
    )
}
"""By an old key: the key of today, and what to say."""

_EMPTY_ITEM = "write it, or delete the item"

_WHAT_TO_ADD = {
    "source": "begin the file with 'source:' and its outlet, title, published and language",
    "value": "add 'value: …', as the source writes it",
    "reason": "add 'reason: …', so that a colleague can follow",
    "by": "add 'by: …': who decided",
    "on": "add 'on: …': the day of the decision, as in 2026-03-04",
    "published": "add 'published: …', as in 2026-01-22",
    "language": "add 'language: …', as in it or en; it decides how numbers are read",
}

_BEGIN_ITEMS = "write each item on lines of its own, the first of them beginning with '- '"

# Lists of which each item has keys of its own.
_GROUPS = {
    *("claims", "subjects", "attributes", "origins", "relations"),
    *("choices", "coverages", "confusable_with", "positions"),
}


# Groups of which each key is the tag of a language, and what one entry of them is called.
_BY_LANGUAGE = {"labels": "the label", "names": "the name"}


def _resolve(loc: Path, data: Any) -> tuple[Path, Any, bool]:
    """The path without the validator's own steps, what stands there, whether the key is meant."""
    path: list[str | int] = []
    for step in loc:
        if isinstance(step, int) or (isinstance(data, dict) and step in data):
            data = data[step]
        elif step == "[key]":
            return tuple(path), path[-1], True
        elif step in _TAGS:
            continue
        path.append(step)
    return tuple(path), data, False


def _name(path: Path, whole: str) -> str:
    if not path:
        return whole
    if isinstance(path[-1], int):
        return f"an item of '{path[-2]}'" if len(path) > 1 else "an item"
    if len(path) > 1 and path[-2] in _BY_LANGUAGE:
        return f"{_BY_LANGUAGE[str(path[-2])]} in '{path[-1]}'"
    return f"'{path[-1]}'"


def describe(found: object) -> str:
    """What stands there, in words."""
    match found:
        case bool():
            return "true" if found else "false"
        case list():
            return "a list"
        case dict():
            return "a group of keys"
        case _:
            text = str(found)
            return f"'{text if len(text) <= 60 else text[:59] + '…'}'"


def _wrong_shape(name: str, kind: str, found: object, error: Mapping[str, Any]) -> tuple[str, str]:
    expected = _EXPECTED[kind]
    if kind.startswith("union_tag") and "'list'" in str(error.get("ctx", {}).get("expected_tags")):
        expected = "a text or a list of texts"
    hints = {
        ("a text", bool): f'put it in quotes: "{describe(found)}"',
        (
            "a text",
            list,
        ): "write one text, without brackets or '- '; a text with [ ] goes in quotes",
        ("a text", dict): "a text with ': ' or { } in it goes in quotes",
        ("a list", str): f"put it in brackets: [{found}]",
        ("a list", dict): _BEGIN_ITEMS,
        ("keys with values", str): "write its keys, each as 'key: value'",
        ("keys with values", list): "write its keys without '- '",
        ("true or false", str): "write true or false, without quotes",
    }
    hint = hints.get((expected, type(found)), "docs/files.md shows what each key takes")
    if expected == "a list" and name.strip("'") in _GROUPS:
        hint = _BEGIN_ITEMS
    if expected == "keys with values" and name.strip("'") in _BY_LANGUAGE:
        hint = "write each behind the code of its language, as in {it: …, de: …}"
    return f"{name} takes {expected}, not {describe(found)}", hint


def _unfit_text(
    name: str, kind: str, found: str, error: Mapping[str, Any], patterns: Patterns
) -> tuple[str, str]:
    context = error.get("ctx", {})
    if kind == "string_too_long":
        most = f"{context['max_length']:,}"
        message = f"{name} is {len(found):,} characters long; {most} are allowed"
        return message, "shorten it; a claim carries the shortest phrase that says it"
    if kind == "string_pattern_mismatch":
        message, hint = patterns[context["pattern"]]
        shown = found if len(found) <= 60 else found[:59] + "…"
        return message.format(found=shown), hint.format(word=_plain_word(found))
    return f"{name} cannot be {describe(found)}", "docs/files.md shows what each key takes"


def _plain_word(found: str) -> str:
    return re.sub(r"[^a-z0-9._]+", "-", found.lower()).strip("-._")[:40] or "ai-spending"
