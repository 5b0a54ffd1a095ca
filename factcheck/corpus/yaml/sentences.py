"""Words validation errors as sentences for a curator, never in the validator's own words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from factcheck.corpus.yaml.old_names import ATTRIBUTE_KEYS, CLAIM_KEYS, QUALIFIERS
from factcheck.corpus.yaml.suggestions import suggest
from factcheck.model.frozen import dataclass

Path = tuple[str | int, ...]
Keys = Mapping[tuple[str, ...], tuple[str, ...]]
Patterns = Mapping[str, tuple[str, str]]
WayOut = Callable[[str, object, Path], str]
"""What to write where a key takes something else: what it takes, what is there, where."""

_TAGS = {"str", "list", "dict", "bool"}
_EXPECTED = {
    "string_type": "a text",
    "list_type": "a list",
    "dict_type": "keys with values",
    "model_type": "keys with values",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "union_tag_invalid": "a text",
    "union_tag_not_found": "a text",
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """An error of form: the path of the item, whether it concerns the key, and the message."""

    path: Path
    at_key: bool
    message: str
    hint: str


MANY = "one of many words"
"""What a key takes that has more than so many words to choose from."""
MOST_OFFERED = 16

_CUT = "inside { } a comma ends a value: put a value that has one in quotes"


def sentences(
    errors: Iterable[Mapping[str, Any]],
    data: object,
    keys: Keys,
    whole: str,
    patterns: Patterns,
    way_out: WayOut,
) -> list[Sentence]:
    """A sentence for each error of a validation of `data`; `whole` is the curator's name for it."""
    return [_sentence(error, data, keys, whole, patterns, way_out) for error in errors]


def _sentence(
    error: Mapping[str, Any],
    data: object,
    keys: Keys,
    whole: str,
    patterns: Patterns,
    way_out: WayOut,
) -> Sentence:
    path, found, at_key = _resolve(error["loc"], data)
    names = tuple(step for step in path if isinstance(step, str))
    within = keys.get(names[:-1]) or keys.get((*names[:-2], "*"), ())
    kind = error["type"]
    if kind == "literal_error" and at_key:
        kind, within = "extra_forbidden", _offered(error)
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
        return Sentence(path, False, *_wrong_shape(path, name, found, error, way_out))
    if kind == "literal_error":
        return Sentence(path, False, *_not_offered(path, name, found, error, way_out))
    return Sentence(path, at_key, *_unfit_text(name, kind, str(found), error, patterns))


def _not_offered(
    path: Path, name: str, found: object, error: Mapping[str, Any], way_out: WayOut
) -> tuple[str, str]:
    """The message for a word that the key does not allow."""
    if (now := QUALIFIERS.get(str(found))) is not None:
        message = f"{name} cannot be '{found}' any more: it is called '{now}' now"
        return message, f"write '{now}', or {_MIGRATE}"
    offered = _offered(error)
    hint = f"it can be: {', '.join(offered)}"
    if len(offered) > MOST_OFFERED:
        hint = way_out(MANY, found, path)
    if isinstance(found, str):
        hint = suggest(found, offered, hint)
    return f"{name} cannot be {describe(found)}", hint


def _offered(error: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(re.findall(r"'([^']*)'", error["ctx"]["expected"]))


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
    *("choices", "coverages", "conditions", "confusable_with", "positions", "skipped"),
}


# Groups of which each key is the tag of a language, and what one entry of them is called.
_BY_LANGUAGE = {"labels": "the label", "names": "the name"}


def _resolve(loc: Path, data: Any) -> tuple[Path, Any, bool]:
    """The path without the validator's own steps, its value, and whether the key is meant."""
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
    """The value in words."""
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


def _wrong_shape(
    path: Path, name: str, found: object, error: Mapping[str, Any], way_out: WayOut
) -> tuple[str, str]:
    kind = error["type"]
    expected = _EXPECTED[kind]
    tags = str(error.get("ctx", {}).get("expected_tags")) if kind.startswith("union_tag") else ""
    if "'list'" in tags:
        expected = "a text or a list of texts"
    elif "'bool'" in tags:
        expected = "true or false"
    return f"{name} takes {expected}, not {describe(found)}", way_out(expected, found, path)


def in_yaml(expected: str, found: object, path: Path) -> str:
    """How to write a value of the required type in YAML."""
    key = path[-1] if path else ""
    if expected == "a list" and key in _GROUPS:
        return _BEGIN_ITEMS
    if expected == "keys with values" and key in _BY_LANGUAGE:
        return "write each behind the code of its language, as in {it: …, de: …}"
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
    return hints.get((expected, type(found)), "docs/files.md shows what each key takes")


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
    bounds = {"greater_than_equal": ("at least", "ge"), "less_than_equal": ("at most", "le")}
    if kind in bounds:
        word, bound = bounds[kind]
        return f"{name} cannot be {describe(found)}", f"write {word} {context[bound]:,}"
    return f"{name} cannot be {describe(found)}", "docs/files.md shows what each key takes"


def _plain_word(found: str) -> str:
    return re.sub(r"[^a-z0-9._]+", "-", found.lower()).strip("-._")[:40] or "ai-spending"
