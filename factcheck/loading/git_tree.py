"""What git knows of a folder. The only door to git."""

from __future__ import annotations

import subprocess
from pathlib import Path


def user_name(folder: Path) -> str | None:
    """The name under which somebody commits there; None where git does not know, or is not."""
    try:
        asked = subprocess.run(
            ("git", "-C", str(folder), "config", "user.name"),
            capture_output=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except OSError:
        return None
    return asked.stdout.decode("utf-8", "replace").strip() or None
