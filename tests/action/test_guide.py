"""docs/ci.md, typed as it stands by somebody who has nothing but it."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.action.runner import ROOT, Runner
from tests.against.repository import Repository

GUIDE = (ROOT / "docs/ci.md").read_text("utf-8")
LATER = ("pip install", "factcheck baseline")  # not for whoever begins from nothing


def commands() -> Iterator[tuple[str, int]]:
    """Each command of the first two sections, and the code with which it says that it exits."""
    begin, change = GUIDE.index("\n## Begin\n"), GUIDE.index("\n## On GitHub\n")
    joined = GUIDE[begin:change].replace("\\\n", " ")
    for line in re.findall(r"^ {4,}((?:factcheck|git|pip) .*)$", joined, re.MULTILINE):
        typed, _, note = line.partition("   #")
        code = re.search(r"exits with (\d+)", note)
        yield typed.strip(), int(code[1]) if code else 0


def test_a_newcomer_comes_to_a_failing_and_then_a_passing_check(repository: Repository) -> None:
    desk = repository.root.parent / "new desk"
    desk.mkdir()
    repository.git("init", "-q", at=desk)
    codes, log = [], ""
    for typed, code in commands():
        if typed.startswith(LATER):
            continue
        (id,) = set(re.findall(r"^[0-9a-f]{12}(?=  new)", log, re.MULTILINE)) or {"ID"}
        command = typed.replace("resolve ID", f"resolve {id}")
        if command == "factcheck init":
            command += " --action harbour/factcheck@v1"
        done, stated = _typed(desk, command)
        assert done == code, f"{command}\n{stated}"
        if command.startswith("factcheck check"):
            codes.append(done)
        if done:
            assert "claims/sources/city-wire-2026-01-09.yaml:10:" in stated
            assert "claims/sources/il-molo-2026-01-07.yaml:12:" in stated
        log += stated
    assert codes == [0, 1, 0]


def _typed(desk: Path, command: str) -> tuple[int, str]:
    temp = desk.parent / "temp"
    temp.mkdir(exist_ok=True)
    environment = {**os.environ, "PATH": f"{Runner(desk, temp).programs()}:{os.environ['PATH']}"}
    done = subprocess.run(
        ("bash", "-c", command), cwd=desk, env=environment, capture_output=True, text=True
    )
    return done.returncode, done.stdout + done.stderr
