"""Writes the table of all settings into docs/settings.md; a test compares them."""

from __future__ import annotations

from pathlib import Path

from factcheck.settings.settings_table import table

DOCS = Path("docs/settings.md")
HEADING = "## All settings\n\n"


def main() -> None:
    """Rewrites what stands below the last heading."""
    above, heading, _ = DOCS.read_text("utf-8").partition(HEADING)
    DOCS.write_text(f"{above}{heading}{table()}", "utf-8")


if __name__ == "__main__":
    main()
