"""Writes the JSON Schemas of the YAML files into their folder; a test compares them."""

from __future__ import annotations

from pathlib import Path

from factcheck.corpus.yaml.editor_schema import FORMATS, text

FOLDER = Path("factcheck/formats/schemas")


def main() -> None:
    """Rewrites each of them in place."""
    for format in FORMATS:
        (FOLDER / f"{format}.json").write_text(text(format), "utf-8")


if __name__ == "__main__":
    main()
