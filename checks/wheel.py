"""Builds the wheel, installs it with only what it asks for, and runs it on a corpus elsewhere.

It catches what a checkout hides: a template or a table left out of the wheel, a dependency that
only the tests install, a path that only exists beside the source.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import venv
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]


def main() -> None:
    """Exits with a sentence on the first thing that does not hold."""
    with tempfile.TemporaryDirectory(prefix="factcheck-wheel-") as name:
        folder = Path(name)
        wheel = _built(folder)
        _require_parts(wheel)
        command = _installed(wheel, folder / "bare")
        elsewhere = folder / "elsewhere"
        shutil.copytree(ROOT / "claims", elsewhere / "claims")
        _use(command, elsewhere)


def _built(folder: Path) -> Path:
    """The wheel, built from the source distribution, so that this one is complete too."""
    build = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    _run(build, ROOT)
    [wheel] = folder.glob("*.whl")
    return wheel


def _require_parts(wheel: Path) -> None:
    """Everything in factcheck/ and templates/ but caches is in the wheel, and nothing else is."""
    expected = {
        path.relative_to(ROOT).as_posix()
        for top in ("factcheck", "templates")
        for path in (ROOT / top).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    inside = {f"factcheck/{path}" if path.startswith("templates/") else path for path in expected}
    with zipfile.ZipFile(wheel) as archive:
        found = {name for name in archive.namelist() if ".dist-info/" not in name}
    if found != inside:
        sys.exit(f"the wheel lacks {sorted(inside - found)} and has {sorted(found - inside)} over")


def _installed(wheel: Path, place: Path) -> Path:
    """The command `factcheck` of a virtual environment with the wheel and its dependencies."""
    venv.create(place, with_pip=False)
    pip = [sys.executable, "-m", "pip", "--python", str(place), "install", "--quiet"]
    constraints = ["--disable-pip-version-check", "--constraint", str(ROOT / "constraints.txt")]
    _run([*pip, *constraints, str(wheel)], place)
    return place / "bin" / "factcheck"


def _use(command: Path, elsewhere: Path) -> None:
    """Runs the commands that a new user runs, and asks for the same findings in each output."""
    if "check" not in _run([str(command), "--help"], elsewhere):
        sys.exit("factcheck --help does not name the command check")
    _run([str(command.with_name("python")), "-m", "factcheck", "rules"], elsewhere)
    checked = _run([str(command), "check", "claims", "-o", "json"], elsewhere, codes=(0, 1))
    ids = [finding["id"] for finding in json.loads(checked)["findings"]]
    _run([str(command), "report", "claims", "-o", "report.html"], elsewhere)
    page = (elsewhere / "report.html").read_text(encoding="utf-8")
    if not ids or (missing := [name for name in ids if name not in page]):
        sys.exit(f"factcheck check finds {ids}, but the report lacks {missing if ids else 'all'}")
    begun = elsewhere / "begun"
    _run([str(command), "init", str(begun), "--no-workflow"], elsewhere)
    _run([str(command), "check", str(begun / "claims")], elsewhere)
    print(f"the wheel works outside the checkout: {len(ids)} findings in its report")


def _run(command: list[str], folder: Path, codes: tuple[int, ...] = (0,)) -> str:
    """What the command prints. PYTHONPATH is withheld, so that the checkout cannot help."""
    environment = {name: stated for name, stated in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    if done.returncode not in codes:
        sys.exit(f"{' '.join(command)} exited {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    main()
