"""A run is kept with all that it looks at: whatever it opens is among that."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.caching.store import NAME
from tests.caching.desk import Desk

WATCHED = """
import sys
opened = set()
def hook(event, arguments):
    if event in ("open", "os.listdir", "os.scandir") and isinstance(arguments[0], (str, bytes)):
        opened.add(str(arguments[0]))
sys.addaudithook(hook)
from factcheck import cli
try:
    cli.main(sys.argv[2:])
finally:
    with open(sys.argv[1], "w") as out:
        out.write("\\n".join(sorted(opened)))
"""


@pytest.mark.usefixtures("ours")
@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "-o", "json"),
        ("check", "claims/sources/wire.yaml"),
        ("check", "claims/table.csv", "--archive", "archive"),
        ("check", "--archive", "archive"),
        ("report", "-o", "out/page.html", "--since", "old.json"),
    ],
    ids=" ".join,
)
def test_a_run_opens_nothing_that_it_is_not_kept_for(
    desk: Desk, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    desk.run("check", "-o", "json:old.json", "--no-cache")
    desk.run("baseline", "create")
    desk.write("factcheck.toml", "fail-on = 'warning'\n")
    desk.write(
        "claims/table.csv", "source,subject,attribute,value\nWire,Northwind,budget,3 euros\n"
    )
    desk.write("claims/table.map.yaml", "columns: {source: source}\n")
    path = desk.corpus / "sources/wire.yaml"
    path.write_text(path.read_text("utf-8").replace(", lang", ", archive: {file: w.txt}, lang"))
    desk.write("archive/w.txt", "Text.")
    log = tmp_path / "log"
    subprocess.run([sys.executable, "-P", "-c", WATCHED, log, *arguments], check=False)
    opened = {Path(name).absolute() for name in log.read_text("utf-8").splitlines()}
    ours = {path for path in opened if path.is_relative_to(desk.root)}
    assert desk.root / "claims/subjects.yaml" in ours
    unknown = {p for p in ours if p not in _looked_at(desk) and p.parent != desk.out}
    assert not unknown, "what is read must be looked at first: commands/configured.py, look_at"


def _looked_at(desk: Desk) -> set[Path]:
    """The places of the run that was kept, and the files in them."""
    with sqlite3.connect(desk.cache / NAME) as runs:
        [(places,)] = runs.execute("SELECT places FROM runs").fetchall()
    runs.close()
    found = set()
    for kind, name, endings in json.loads(places):
        path = Path(name).absolute()
        found.add(path)
        if kind == "tree":
            found |= {*path.rglob("*")}
        elif kind == "folder" and path.is_dir():
            found |= {p for p in path.iterdir() if p.suffix in endings}
    return found
