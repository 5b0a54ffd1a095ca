"""What a release needs and a change does not: all translations, and its entry in the changelog."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from checks.catalogue import missing_in
from factcheck.report.words.catalogues import languages

ROOT = Path(__file__).parents[1]


def main() -> None:
    """Exits 1 with a sentence for each thing that the release lacks."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    lacks = [
        *(sentence for language in languages()[1:] for sentence in missing_in(language)),
        *missing_entry(changelog, version),
    ]
    sys.exit("\n".join(lacks) if lacks else 0)


def missing_entry(changelog: str, version: str) -> Iterator[str]:
    """A sentence where the newest entry is not of this version, or says nothing."""
    heads = re.split(r"^## +(.+)$", changelog, flags=re.MULTILINE)[1:]
    newest, text = heads[:2] if heads else ("", "")
    if re.split(r"[ ,–(]", newest)[0] != version:
        yield (
            f"CHANGELOG.md: the newest entry is '{newest}', and pyproject.toml has version "
            f"{version}: give the entry the version's name"
        )
    elif not text.strip():
        yield f"CHANGELOG.md: the entry for {version} is empty: say what users will notice"


if __name__ == "__main__":
    main()
