"""Finds the Chromium that browser tests drive. Run as a program, it installs Debian's if it may."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

COMMANDS = ("chromium", "chromium-browser", "google-chrome")
HOW_TO_GET_ONE = (
    "Browser tests need a Chromium: install one (on Debian: apt-get install chromium), "
    "or name its path in FACTCHECK_CHROMIUM."
)


def main() -> None:
    """Makes sure that there is a Chromium, or says how to get one; the tests skip or fail."""
    if find() is None:
        if _may_install():
            print("No Chromium found: installing Debian's with apt-get …", flush=True)
            _install()
        if find() is None:
            print(HOW_TO_GET_ONE, file=sys.stderr)


def find() -> str | None:
    """The path of a Chromium: what FACTCHECK_CHROMIUM names, else the first on PATH."""
    named = os.environ.get("FACTCHECK_CHROMIUM")
    candidates = (named,) if named else COMMANDS
    return next((path for command in candidates if (path := shutil.which(command))), None)


def _may_install() -> bool:
    return (
        os.geteuid() == 0
        and shutil.which("apt-get") is not None
        and not os.environ.get("FACTCHECK_CHROMIUM")
    )


def _install() -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update"], ["install", "--yes", "--no-install-recommends", "chromium"]):
        done = subprocess.run(["apt-get", "--quiet", *words], env=environment, check=False)
        if done.returncode != 0:
            print(f"apt-get {words[0]} failed; see above.", file=sys.stderr)


if __name__ == "__main__":
    main()
