"""Writes the JSON Schemas of the YAML files into factcheck/schemas; a test compares them."""

from __future__ import annotations

from pathlib import Path

from factcheck.loading.editor_schema import FORMATS, text

FOLDER = Path("factcheck/schemas")


def main() -> None:
    """Rewrites each of them in place."""
    for format in FORMATS:
        (FOLDER / f"{format}.json").write_text(text(format), "utf-8")


if __name__ == "__main__":
    main()
