"""What somebody at a terminal sees of a long run, and what becomes of one that is stopped."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from io import StringIO
from pathlib import Path
from threading import Event

import pytest

from factcheck.pipeline import run as run_on
from factcheck.progress import STOPPED, Watch, doing, watched
from tests.corpora import contradict, found, run


class Terminal(StringIO):
    """Keeps what is shown, and says when something was."""

    def __init__(self) -> None:
        super().__init__()
        self.shown = Event()

    def write(self, text: str) -> int:
        self.shown.set()
        return super().write(text)

    def isatty(self) -> bool:
        return True


class Clock:
    """Gives the seconds that it is set to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def seen(text: str) -> str:
    """What still stands on a terminal after these characters."""
    return text.rpartition("\x1b[K")[2]


def test_what_takes_longer_is_said_and_taken_away() -> None:
    clock, terminal = Clock(), Terminal()
    with watched(Watch(terminal, clock)):
        clock.now = 103.0
        with doing("Comparing the claims"):
            assert terminal.shown.wait(30)
            assert seen(terminal.getvalue()) == "Comparing the claims, 3 s"
    assert seen(terminal.getvalue()) == ""


def test_it_is_taken_away_before_a_fault_is_told() -> None:
    clock, terminal = Clock(), Terminal()
    with watched(Watch(terminal, clock)):
        clock.now = 103.0
        with pytest.raises(KeyboardInterrupt), doing("Comparing the claims"):
            assert terminal.shown.wait(30)
            raise KeyboardInterrupt
    assert seen(terminal.getvalue()) == ""


def test_nothing_is_said_within_the_first_second(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.progress._PAUSE", 0)
    looked = Event()
    clock, terminal = Clock(), Terminal()

    def described() -> float:
        if clock.now > 100.0:
            looked.set()
        return clock()

    with watched(Watch(terminal, described)):
        clock.now = 100.9
        with doing("Comparing the claims"):
            assert looked.wait(30)
    assert terminal.getvalue() == ""


def test_a_terminal_that_went_away_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone(Terminal):
        def write(self, text: str) -> int:
            super().write(text)
            raise BrokenPipeError

    clock, terminal = Clock(), Gone()
    with watched(Watch(terminal, clock)):
        clock.now = 103.0
        with doing("Comparing the claims"):
            assert terminal.shown.wait(30)


def test_every_stage_of_a_run_says_what_it_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stated: list[str] = []
    over = Watch.over

    def heard(watch: Watch, what: str) -> AbstractContextManager[None]:
        stated.append(what)
        return over(watch, what)

    monkeypatch.setattr(Watch, "over", heard)
    contradict(found(tmp_path))
    with watched(Watch(Terminal(), Clock())):
        run_on(tmp_path / "claims")
    assert stated == [
        "Reading the claims",
        "Comparing the claims",
        "Judging the findings",
        "Putting the report together",
    ]


@pytest.mark.parametrize(("kind", "on_terminal"), [("xterm", True), ("dumb", False)])
def test_only_a_terminal_that_can_erase_is_written_to(
    kind: str, on_terminal: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched_on = []

    def watch(terminal: Terminal, clock: Callable[[], float]) -> Watch:
        watched_on.append(terminal)
        return Watch(terminal, clock)

    terminal = Terminal()
    monkeypatch.setenv("TERM", kind)
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setattr("factcheck.cli.Watch", watch)
    monkeypatch.chdir(tmp_path)
    contradict(found(tmp_path))
    assert run("check", "claims", "-o", "json:out.json") == 1
    assert (watched_on == [terminal]) is on_terminal
    assert seen(terminal.getvalue()) == ""


def test_a_pipe_is_never_written_to(tmp_path: Path) -> None:
    contradict(found(tmp_path))
    program = "from factcheck import cli, progress as p; p.PATIENCE = p._PAUSE = 0; cli.main()"
    done = subprocess.run(
        [sys.executable, "-c", program, "check", str(tmp_path / "claims")],
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (1, "")


def test_stopped_while_writing_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.chdir(tmp_path)
    contradict(found(tmp_path))
    Path("page.html").write_text("old", "utf-8")
    monkeypatch.setattr(Path, "replace", stop)
    assert run("report", "-o", "page.html") == 130
    assert capsys.readouterr().err.strip() == STOPPED
    assert Path("page.html").read_text("utf-8") == "old"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["claims", "page.html"]


STOPPED_AT = """
import sys

class Stop:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            raise KeyboardInterrupt

sys.meta_path.insert(0, Stop())
from factcheck.__main__ import main
main()
"""


@pytest.mark.parametrize("module", ["click", "factcheck.cli_support.exits"])
def test_stopped_while_loading_is_a_sentence(module: str) -> None:
    program = STOPPED_AT.format(module=module)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (done.returncode, done.stderr.strip(), done.stdout) == (130, STOPPED, "")


LOADED = """
import sys
from factcheck import cli
try:
    cli.main(sys.argv[1:])
except SystemExit:
    print(*sorted(sys.modules), file=sys.stderr)
"""


def loaded(*arguments: str) -> set[str]:
    """The modules that a run of the program has loaded at its end."""
    run = [sys.executable, "-c", LOADED, *arguments]
    return set(subprocess.run(run, capture_output=True, text=True).stderr.split())


def test_help_loads_commands_and_nothing_that_they_work_with() -> None:
    ours = {name for name in loaded("--help") if name.startswith("factcheck.")}
    assert "factcheck.commands.resolve" in ours
    shown = {"values", "formats", "report"}  # names of kinds, formats and languages, no classes
    assert {name.split(".")[1] for name in ours} == {
        "cli",
        "cli_support",
        "commands",
        "progress",
    } | shown
    assert len([name for name in ours if name.startswith("factcheck.values")]) == 1


def test_a_check_loads_nothing_for_what_its_corpus_has_not(tmp_path: Path) -> None:
    contradict(found(tmp_path))
    there = loaded("check", str(tmp_path / "claims"))
    assert "factcheck.rules.quantity_mismatch" in there
    tables = "factcheck.corpus.tables."
    assert not there & {"subprocess", "factcheck.corpus.revisions.git_tree"}
    assert not {name for name in there if name.startswith(tables) and ".engines" not in name}


PLUG_IN = """
class Unstrict:
    def new_schema_validator(self, *_):
        print("a package that is installed beside us changes what is valid")
        return None, None, None

plug_in = Unstrict()
"""


def test_no_package_beside_us_changes_what_is_valid(tmp_path: Path) -> None:
    contradict(found(tmp_path))
    (tmp_path / "unstrict.py").write_text(PLUG_IN, "utf-8")
    metadata = tmp_path / "unstrict-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Name: unstrict\nVersion: 1.0\n", "utf-8")
    (metadata / "entry_points.txt").write_text("[pydantic]\nany = unstrict:plug_in\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", "check", "claims"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert "changes what is valid" not in done.stdout
