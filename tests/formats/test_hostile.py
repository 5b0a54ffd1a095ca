"""Characters that cannot be seen are spelled out; what people really write stays as it is."""

from __future__ import annotations

import pytest

from factcheck.text.hostile import inert, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("right\u202eleft", "right<U+202E>left"),
        ("Nor\u200bthwind", "Nor<U+200B>thwind"),
        ("Nor\u200dthwind", "Nor<U+200D>thwind"),
        ("a\x00b\x1b[31mc\x85d\x7f", "a<U+0000>b<U+001B>[31mc<U+0085>d<U+007F>"),
        ("soft\xadhyphen \ufeffmark", "soft<U+00AD>hyphen <U+FEFF>mark"),
        ("\u2066isolate\u2069", "<U+2066>isolate<U+2069>"),
        ("tag \U000e0041", "tag <U+E0041>"),
        ("half a pair \ud83d", "half a pair <U+D83D>"),
        ("line\u2028separator", "line<U+2028>separator"),
        ("two\nlines\r\n\tand a tab", "two lines and a tab"),
        ("overwritten\rline", "overwritten<U+000D>line"),
    ],
)
def test_what_cannot_be_seen_is_spelled_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "",
        "l'è già così – “85 %”, 10\xa0000",
        "می\u200cخواهم",  # Persian needs its non-joiner
        "क्\u200dष",
        "👩\u200d🚒 and ❤\ufe0f\u200d🔥",
        "字節跳動 · Дубао · ديوباو",
    ],
)
def test_what_people_write_stays(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::error::x", "<U+003A>:error::x"),
        ("one\n \x1b[31m\t::stop-commands::x", "one\n \x1b[31m\t<U+003A>:stop-commands::x"),
        ("a ##[add-mask]x", "a <U+0023>#[add-mask]x"),
        ("###[group]", "#<U+0023>#[group]"),
        ("##vso[task.complete]", "<U+0023>#vso[task.complete]"),
        ("##teamcity[buildStop]", "<U+0023>#teamcity[buildStop]"),
    ],
)
def test_what_a_log_would_run_is_spelled_out(text: str, shown: str) -> None:
    assert inert(text) == shown


@pytest.mark.parametrize("text", ["std::map", "a ::b", "# a", "## b [3]", "\n\n:\n:", "#" * 9])
def test_what_no_log_runs_stays(text: str) -> None:
    assert inert(text) == text
