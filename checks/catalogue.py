"""Keeps the catalogues of the report's words: every message that the program can say is in them.

`python -m checks.catalogue` brings all catalogues up to date, and with the tag of a language it
begins one. A message without a translation is shown in English; checks/release.py asks for all.
"""

from __future__ import annotations

import ast
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter
from typing import get_args

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

from factcheck.corpus.yaml.forms import ClaimForm, Form, OriginForm, SourceForm
from factcheck.model import Decision, Severity, State, Verdict
from factcheck.report.claim_view import SHOWN
from factcheck.report.words.catalogues import catalogue, languages

ROOT = Path(__file__).parents[1]
TWO = frozenset({"say_many", "many"})
"""Functions whose first two arguments are a message for one and for more; say, told, own, and the
translator's text have one message, which comes first."""

UPDATE = "run python -m checks.catalogue"
HEAD = "The words of the report. Messages are added by: python -m checks.catalogue"

Message = str | tuple[str, str]


def main() -> None:
    """Updates the catalogues there are, and begins those of the languages that are named."""
    for language in dict.fromkeys([*languages()[1:], *sys.argv[1:]]):
        _update(language)


@cache
def messages() -> dict[Message, set[str]]:
    """Every message, with the files that say it."""
    found: dict[Message, set[str]] = {}
    for path, message in (*_of_code(), *_of_templates(), *_of_words()):
        found.setdefault(message, set()).add(path)
    return found


def errors_of(language: str) -> Iterator[str]:
    """A sentence for each translation that cannot stand for its message."""
    for message, texts in translations(language).items():
        if isinstance(message, tuple) and len(texts) == 1:
            yield f"{_where(language)}: {message!r} lacks its plural: {UPDATE}"
        elif any(holes(text) - {"count"} != _wanted(message) - {"count"} for text in texts):
            yield f"{_where(language)}: the holes of {message!r} are not those of its translation"


def missing_in(language: str) -> Iterator[str]:
    """A sentence for each message that is shown in English, and each that the program lost."""
    known = translations(language)
    for message in messages():
        if message not in known:
            yield f"{_where(language)}: no translation of {message!r}: {UPDATE}"
    left = {m.id for m in _read(language) if m.id} - set(messages())
    for message in sorted(map(str, left)):
        yield f"{_where(language)}: nobody says {message!r} any more: {UPDATE}"


def translations(language: str) -> dict[Message, tuple[str, ...]]:
    """The messages that the program says and the catalogue translates, with their translations."""
    kept, found = _read(language), {}
    for message in messages():
        entry = kept.get(message[0] if isinstance(message, tuple) else message)
        texts = () if entry is None or entry.fuzzy else _texts(entry.string)
        if texts and all(texts):
            found[message] = texts
    return found


def _where(language: str) -> Path:
    return catalogue(language).relative_to(ROOT)


def holes(text: str) -> frozenset[str]:
    """The names of the facts that a message has room for; an empty one for "{}"."""
    try:
        return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)
    except ValueError:
        return frozenset()


def _wanted(message: Message) -> frozenset[str]:
    return holes(message if isinstance(message, str) else message[1])


def _texts(string: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    if string is None:
        return ()
    return (string,) if isinstance(string, str) else tuple(string)


def _of_code() -> Iterator[tuple[str, Message]]:
    for path in sorted((ROOT / "factcheck").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                for message in _stated(node):
                    yield path.relative_to(ROOT).as_posix(), message


def _stated(call: ast.Call) -> Iterator[Message]:
    match call.func:
        case ast.Name("own") if call.args:
            yield ast.literal_eval(call.args[0])
        case ast.Name("say" | "told") if call.args:
            yield from _strings(call.args[0])
        case ast.Attribute(attr="text") if call.args:
            yield from _strings(call.args[0])
        case ast.Name(name) | ast.Attribute(attr=name) if name in TWO and len(call.args) > 1:
            pair = [*_strings(call.args[0]), *_strings(call.args[1])]
            if len(pair) == 2:
                yield pair[0], pair[1]


def _strings(node: ast.expr) -> Iterator[str]:
    """A literal, or both of a choice between two."""
    match node:
        case ast.Constant(str(text)) if text and any(c.isalpha() for c in _bare(text)):
            yield text
        case ast.IfExp(_, body, other):
            yield from (*_strings(body), *_strings(other))


def _bare(text: str) -> str:
    """The text without its holes: "{a} / {b}" has no words to translate."""
    return "".join(literal for literal, *_ in Formatter().parse(text)) if "{" in text else text


def _of_templates() -> Iterator[tuple[str, Message]]:
    for path in sorted((ROOT / "templates").glob("*.j2")):
        with path.open("rb") as file:
            for _, _, stated, _ in babel_extract(file, ("_", "many"), (), {"trimmed": "true"}):
                several = (stated,) if isinstance(stated, str) else (stated or ())
                match [text for text in several if text]:
                    case [one, more, *_]:
                        yield path.relative_to(ROOT).as_posix(), (one, more)
                    case [message]:
                        yield path.relative_to(ROOT).as_posix(), message


def _of_words() -> Iterator[tuple[str, Message]]:
    """Words of the files and of verdicts, which templates translate as they come."""
    names = (name.replace("_", " ") for name in SHOWN)
    genres, statuses = _choices(SourceForm, "genre"), _choices(ClaimForm, "status")
    origins = (kind.replace("-", " ") for kind in _choices(OriginForm, "kind"))
    for word in (*Verdict, *State, *Severity, *Decision, *genres, *statuses, *names, *origins):
        yield "words of the files", str(word)
    for path in sorted((ROOT / "factcheck/text/languages").glob("*.toml")):
        for word in _usages(tomllib.loads(path.read_text("utf-8"))):
            yield path.relative_to(ROOT).as_posix(), word


def _usages(data: object) -> Iterator[str]:
    """What data files of languages say of words whose use is split."""
    if isinstance(data, dict):
        for key, inside in data.items():
            yield from inside.values() if key == "usage" else _usages(inside)


def _choices(form: type[Form], key: str) -> Iterator[str]:
    """The words that a key of a file may have."""
    for part in get_args(form.model_fields[key].annotation):
        yield from (part,) if isinstance(part, str) else get_args(part)


def _update(language: str) -> None:
    """The catalogue with every message that is said today; what is translated stays."""
    kept = _read(language) if catalogue(language).exists() else Catalog()
    fresh = Catalog(language, header_comment=f"# {HEAD}", charset="utf-8", fuzzy=False)
    for message, paths in sorted(messages().items(), key=lambda item: _key(item[0])):
        entry = kept.get(message[0] if isinstance(message, tuple) else message)
        string = entry.string if entry is not None else None
        if isinstance(message, tuple) != isinstance(string, (tuple, list)):
            string = None
        fresh.add(message, string, [(path, 0) for path in sorted(paths)])
    path = catalogue(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, fresh, width=100, omit_header=False, include_lineno=False)
    path.write_text(_without_dates(path.read_text("utf-8")), "utf-8")


def _without_dates(text: str) -> str:
    """The catalogue without what would change with the day or the version of Babel."""
    unwanted = (
        '"POT-Creation-Date',
        '"PO-Revision-Date',
        '"Generated-By',
        '"Last-Translator',
        '"Language-Team',
        '"Report-Msgid-Bugs-To',
        '"Project-Id-Version',
    )
    return "".join(line for line in text.splitlines(True) if not line.startswith(unwanted))


def _read(language: str) -> Catalog:
    with catalogue(language).open("rb") as file:
        return read_po(file, locale=language)


def _key(message: Message) -> tuple[str, ...]:
    return (message,) if isinstance(message, str) else message


if __name__ == "__main__":
    main()
