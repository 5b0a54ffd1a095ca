"""Finds the Java that Spark runs on. Run as a program, it installs Debian's if it may."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

PACKAGE = "openjdk-17-jre-headless"
HOW_TO_GET_ONE = (
    f"Spark needs a Java 17: install one (on Debian: apt-get install {PACKAGE}), or name its "
    "folder in JAVA_HOME. Its tests are skipped."
)


def main() -> None:
    """Makes sure that there is a Java, or says how to get one; the tests of Spark skip."""
    if find() is None:
        if _may_install():
            print("No Java found: installing Debian's with apt-get …", flush=True)
            _install()
        if find() is None:
            print(HOW_TO_GET_ONE, file=sys.stderr)


def find() -> str | None:
    """The path of a Java: that of JAVA_HOME, else the first on PATH."""
    home = os.environ.get("JAVA_HOME")
    return shutil.which(str(Path(home) / "bin" / "java") if home else "java")


def _may_install() -> bool:
    return (
        os.geteuid() == 0
        and shutil.which("apt-get") is not None
        and not os.environ.get("JAVA_HOME")
    )


def _install() -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update"], ["install", "--yes", "--no-install-recommends", PACKAGE]):
        done = subprocess.run(["apt-get", "--quiet", *words], env=environment, check=False)
        if done.returncode != 0:
            print(f"apt-get {words[0]} failed; see above.", file=sys.stderr)


if __name__ == "__main__":
    main()
