"""The languages of the report: English, and each that has a catalogue."""

from __future__ import annotations

from pathlib import Path

ENGLISH = "en"
"""The language in which the messages are written; it needs no catalogue."""

FOLDER = Path(__file__).parent / "locale"


def languages() -> tuple[str, ...]:
    """English first, then the languages of the catalogues, sorted."""
    found = (path.parts[-3] for path in FOLDER.glob("*/LC_MESSAGES/factcheck.po"))
    return (ENGLISH, *sorted(found))


def catalogue(language: str) -> Path:
    """The file with the report's words in a language."""
    return FOLDER / language / "LC_MESSAGES" / "factcheck.po"
