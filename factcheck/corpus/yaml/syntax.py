"""Rewords the errors of the YAML parser for a curator."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.model import Diagnostic, Location

_QUOTE_IT = "put the whole value in quotes"
MERGE_MARK = re.compile(r"(<{7}|>{7}|\|{7}) |={7}$")
"""A line that git writes into a file where two changes met."""

_UNFINISHED_MERGE = (
    "git left a merge here that nobody has finished",
    "keep the right lines of both sides, and delete the marks: <<<<<<<, =======, >>>>>>>",
)
_FITS_NOT = (
    "this line does not fit to the lines above it",
    "check its indentation: the keys of one group begin in the same column, and lists with '- '",
)

# In the parser's context; in its problem; whether the place is where the context begins; message;
# hint. The first that matches counts. libyaml and PyYAML's own parser word some differently.
_EXPLANATIONS: tuple[tuple[str, str, bool, str, str], ...] = (
    (
        "quoted scalar",
        "unexpected end of stream|document (indicator|separator)",
        True,
        "the quotation mark that opens here is never closed",
        "close it, or write a quotation mark inside single quotes twice ('')",
    ),
    (
        "quoted scalar",
        "escape|hexdecimal",
        False,
        "a backslash inside double quotes begins an escape, and this one is none",
        "use single quotes, in which a backslash is a backslash",
    ),
    (
        "flow (sequence|mapping)",
        "expected ','|end of stream|expected the node content|<stream end>",
        True,
        "the bracket that opens here is not closed as it should be",
        "close it; a text inside it that contains [ ] { } or a comma goes in quotes",
    ),
    (
        "block scalar",
        "",
        True,
        "a value cannot begin with '>' or '|'",
        _QUOTE_IT + ", or put the text on the next lines",
    ),
    (
        "anchor|alias|tag|directive",
        "",
        True,
        "a value cannot begin with '&', '*' or '!', nor a line with '%'",
        _QUOTE_IT,
    ),
    (
        "",
        "mapping values are not allowed",
        False,
        "a second ': ' in one value",
        _QUOTE_IT + "; a key of its own goes on its own line, indented like its neighbours",
    ),
    (
        "",
        "block sequence entries are not allowed|sequence entries are not allowed",
        False,
        "an item of a list ('- ') cannot begin here",
        "put each item on its own line under the key; a text beginning with '- ' goes in quotes",
    ),
    (
        "simple key",
        "",
        True,
        "this line is neither a key with its value nor part of the text above",
        "write 'key: value'; if the text above goes on here, indent it deeper than its key",
    ),
    ("", "undefined tag handle", False, "a value cannot begin with '!'", _QUOTE_IT),
    ("", "", False, *_FITS_NOT),
)

_TOO_DEEP = (
    "this key is indented deeper than the line above allows",
    "indent it like its neighbours; if it goes on with the text above, put that text in quotes",
)
_ONLY_A_KEY = re.compile(r"\s+[\w-]+")
_AFTER_QUOTES = re.compile(r"""^\s*(?:- )?[\w-]+:\s+("[^"]*"|'[^']*')\s*[^\s#]""")


def explain(
    path: str,
    lines: Sequence[str],
    *,
    context: str,
    opened: tuple[int, int] | None,
    problem: str,
    met: tuple[int, int],
) -> Diagnostic:
    """The parser's error in our words; places are lines and columns from 0."""
    written = lines[met[0]] if met[0] < len(lines) else ""
    for number, line in enumerate(lines):
        if MERGE_MARK.match(line):
            return _diagnostic(path, (number, 0), *_UNFINISHED_MERGE)
    if "cannot start any token" in problem and (value := written[met[1] :].strip()):
        shown = value if len(value) <= 40 else value[:39] + "…"
        return _diagnostic(
            path, met, f"a value cannot begin with '{value[0]}'", f'{_QUOTE_IT}: "{shown}"'
        )
    if "mapping values are not allowed" in problem and _ONLY_A_KEY.fullmatch(written[: met[1]]):
        place = (met[0], len(written) - len(written.lstrip()))
        return _diagnostic(path, place, *_TOO_DEEP)
    for number in (met[0], met[0] - 1):
        if 0 <= number < len(lines) and _AFTER_QUOTES.match(lines[number]):
            message = "text stands after the closing quotation mark"
            end = _AFTER_QUOTES.match(lines[number]).end() - 1  # type: ignore[union-attr]
            return _diagnostic(
                path, (number, end), message, "put the whole value in one pair of quotes"
            )
    for within, complaint, at_context, message, hint in _EXPLANATIONS:
        if re.search(within, context) and re.search(complaint, problem):
            place = opened if at_context and opened is not None else met
            return _diagnostic(path, place, message, hint)
    raise AssertionError("the last explanation matches everything")


def _diagnostic(path: str, place: tuple[int, int], message: str, hint: str) -> Diagnostic:
    return Diagnostic(Location(path, place[0] + 1, place[1] + 1), message, hint)
