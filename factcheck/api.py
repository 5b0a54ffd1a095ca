"""The public functions for programs: read a text, compare two texts, check a corpus."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.model import Comparison, Value, Verdict
from factcheck.text.context import Context
from factcheck.values import kind_of
from factcheck.values.base import Incomparable

if TYPE_CHECKING:
    from factcheck.report.explained import RecordView


def read(text: str, kind: str = "quantity", language: str = "en", on: date | None = None) -> Value:
    """Read the value that `text` gives.

    `on` is the day by which relative dates and exchange rates are understood. Raises ReadingError
    where the text gives no such value, and its kind NoValueGiven where it says so.
    """
    return kind_of(kind).read(text, Context(language, on))


def compare(
    a: str, b: str, kind: str = "quantity", language: str = "en", on: date | None = None
) -> Comparison:
    """Compare two texts as claims of one scope: returns a verdict and the steps that led to it."""
    reader = kind_of(kind)
    values = (read(a, kind, language, on), read(b, kind, language, on))
    first, second = reader.together(values, None)
    for value in (first, second):
        if isinstance(value, Incomparable):
            return Comparison(Verdict.UNDETERMINED, (value.why,))
    assert isinstance(first, Value) and isinstance(second, Value)
    return reader.compare(first, second)


def check(
    path: str | Path, archive: str | Path | None = None, today: date | None = None
) -> RecordView:
    """Check the corpus at `path` by its settings, and return the report.

    `archive` is a folder with the sources' texts (None: as the settings have it), `today` the day
    by which decisions expire (None: none does). Faults of files are its `summary.diagnostics`.
    Raises factcheck.corpus.MissingPath where there is no corpus at `path`, UnusableBaseline where
    its baseline cannot be used, and factcheck.settings.UnusableSettings.
    """
    from factcheck.pipeline import run
    from factcheck.report.explained import RecordView
    from factcheck.settings import folder_named, settings_of

    settings = settings_of(Path(path))
    texts = folder_named(settings, "archive") if archive is None else Path(archive)
    return run(Path(path), texts, settings.gate(today), settings).view(RecordView)
