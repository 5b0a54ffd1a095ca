"""The commands that a card offers: what to type next, and its purpose."""

from __future__ import annotations

from shlex import quote

from factcheck.report.explained import CommandView
from factcheck.report.words.translating import Translator


def commands_for(rule: str, id: str, path: str, words: Translator) -> tuple[CommandView, ...]:
    """The commands to type next, in the folder in which the report was made."""
    corpus = "" if path == "claims" else f" {quote(path)}"
    return (
        CommandView(words.text("Record a decision"), f"factcheck resolve {id}{corpus}"),
        CommandView(words.text("Read about the rule"), f"factcheck explain {rule}"),
        CommandView(words.text("See every step"), f"factcheck explain {id}{corpus}"),
    )
