"""`factcheck init`: what it writes passes, and nothing that is there is touched."""

from __future__ import annotations

import json
from importlib.metadata import Distribution
from pathlib import Path

import pytest
import yaml

from tests.commands.test_resolve import answer
from tests.corpora import run

ACTION = ("--action", "harbour/factcheck@v1")
WORKFLOW = Path(".github/workflows/factcheck.yml")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, and a factcheck that was not installed from GitHub."""
    monkeypatch.chdir(tmp_path)
    installed_from(monkeypatch, {"url": "file:///somewhere", "dir_info": {}})
    return tmp_path


def installed_from(monkeypatch: pytest.MonkeyPatch, stated: object) -> None:
    class Installed:
        def read_text(self, name: str) -> str | None:
            assert name == "direct_url.json"
            return None if stated is None else json.dumps(stated)

    def installed(name: str) -> Distribution:
        assert name == "factcheck"
        return Installed()  # type: ignore[return-value]

    monkeypatch.setattr("importlib.metadata.distribution", installed)


def there() -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in Path().rglob("*") if p.is_file()}


def used() -> str:
    """The action that the workflow uses."""
    steps = yaml.safe_load(WORKFLOW.read_text("utf-8"))["jobs"]["check"]["steps"]
    assert steps[0]["with"]["fetch-depth"] == 0
    return str(steps[1]["uses"])


def test_what_it_writes_passes(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("init", *ACTION) == 0
    stated = capsys.readouterr()
    assert sorted(stated.out.split()) == sorted(there())
    assert "factcheck check claims " in stated.err
    assert run("check", "claims", "-o", "json") == 0
    document = json.loads(capsys.readouterr().out)
    assert document["diagnostics"] == []
    assert document["findings"] == [], "not even a note: a beginner sees a clean run"
    assert document["summary"]["sources"] == 2
    assert used() == "harbour/factcheck@v1"


def test_files_name_schemas_that_are_there() -> None:
    run("init", *ACTION)
    files = list(Path("claims").rglob("*.yaml"))
    assert len(files) == 5
    for file in files:
        first = file.read_text("utf-8").splitlines()[0]
        schema = file.parent / first.removeprefix("# yaml-language-server: $schema=")
        wanted = "claims" if file.parent.name == "sources" else file.stem
        assert schema.resolve().name == f"{wanted}.json"
        assert schema.is_file()


@pytest.mark.parametrize(
    "file",
    [
        "claims/subjects.yaml",
        "claims/sources/other.yaml",
        "factcheck.toml",
        str(WORKFLOW),
        "claims/.schemas/claims.json",
    ],
)
def test_nothing_is_written_where_a_file_is_in_the_way(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(file).parent.mkdir(parents=True, exist_ok=True)
    Path(file).write_text("mine\n", "utf-8")
    assert run("init", *ACTION) == 2
    assert f"Nothing is written: {file} is there already." in capsys.readouterr().err
    assert there() == {file: b"mine\n"}


def test_what_is_missing_is_written_beside_what_is_there(
    capsys: pytest.CaptureFixture[str],
) -> None:
    run("init", "--no-workflow")
    assert not WORKFLOW.exists()
    Path("claims/subjects.yaml").write_text("mine\n", "utf-8")
    Path("claims/origins.yaml").unlink()
    before = there()
    assert run("init", "--missing", *ACTION) == 0
    assert used() == "harbour/factcheck@v1"
    assert {k: v for k, v in there().items() if k != str(WORKFLOW)} == before
    capsys.readouterr()
    assert run("init", "--missing") == 0, "it asks for no action where no workflow is to write"
    assert "Everything is there already." in capsys.readouterr().err


def test_settings_that_hold_already_stay_alone(capsys: pytest.CaptureFixture[str]) -> None:
    Path("pyproject.toml").write_text('[tool.factcheck]\nstale = "warn"\n', "utf-8")
    Path(".git").mkdir()
    for folder in (".", "below"):
        assert run("init", folder, *ACTION) == 2
        assert "pyproject.toml with settings is there already" in capsys.readouterr().err
        assert run("init", folder, *ACTION, "--missing") == 0
        assert not (Path(folder) / "factcheck.toml").exists()
        assert run("check", str(Path(folder) / "claims")) == 0


def test_the_settings_are_those_that_hold(capsys: pytest.CaptureFixture[str]) -> None:
    run("init", *ACTION)
    capsys.readouterr()
    assert run("config", "-o", "json") == 0
    document = json.loads(capsys.readouterr().out)
    assert document["file"] == "factcheck.toml"
    written = {one["key"] for one in document["settings"] if "factcheck.toml" in one["from"]}
    assert written == {"claims", "fail-on", "stale"}


def test_the_action_is_where_factcheck_came_from(monkeypatch: pytest.MonkeyPatch) -> None:
    commit = "0123456789abcdef0123456789abcdef01234567"
    stated = {"url": "https://github.com/harbour/factcheck.git", "vcs_info": {"commit_id": commit}}
    installed_from(monkeypatch, stated)
    assert run("init") == 0
    assert used() == f"harbour/factcheck@{commit}"


@pytest.mark.parametrize(
    "stated",
    [
        None,
        {},
        {"url": "https://github.com.example/a/b", "vcs_info": {"commit_id": "0" * 40}},
        {"url": "https://github.com/a/b"},
    ],
)
def test_an_action_is_never_guessed(
    stated: object, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The corpus is begun all the same, and the way to the workflow is told."""
    installed_from(monkeypatch, stated)
    assert run("init") == 0
    assert "--missing --action OWNER/NAME@REF" in capsys.readouterr().err
    assert not WORKFLOW.exists()
    assert run("check") == 0
    assert run("init", "--missing", *ACTION) == 0
    assert used() == "harbour/factcheck@v1"


def test_what_it_leaves_behind_is_not_committed() -> None:
    assert run("init", *ACTION) == 0
    assert "report.html" in Path(".gitignore").read_text("utf-8").splitlines()


def test_a_gitignore_that_is_there_stays() -> None:
    Path(".gitignore").write_text("mine\n", "utf-8")
    assert run("init", *ACTION) == 0
    assert Path(".gitignore").read_text("utf-8") == "mine\n"


@pytest.mark.parametrize("given", ["factcheck", "a/b", "a/b@v1\n      - run: x", "$(x)/b@v1", ""])
def test_an_action_that_is_none_is_refused(given: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("init", "--action", given) == 2
    assert there() == {}


def test_on_a_terminal_it_asks_for_the_action(monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, "")
    assert run("init", "first") == 0
    assert not (Path("first") / WORKFLOW).exists()
    answer(monkeypatch, "./tools/factcheck")
    assert run("init", "second") == 0
    assert "uses: ./tools/factcheck\n" in (Path("second") / WORKFLOW).read_text("utf-8")


def test_what_is_next_depends_on_the_repository(capsys: pytest.CaptureFixture[str]) -> None:
    run("init", "a desk", *ACTION)
    assert "next: cd 'a desk'\n      git init -b main\n" in capsys.readouterr().err
    Path("desk/.git").mkdir(parents=True)
    run("init", "desk", *ACTION)
    stated = capsys.readouterr().err
    assert "git init" not in stated
    assert "Note" not in stated
    Path("town/.git").mkdir(parents=True)
    run("init", "town/below", *ACTION)
    assert f"move {WORKFLOW} to {Path('town').absolute()}" in capsys.readouterr().err


def test_a_folder_that_cannot_be_made_is_wrong_usage(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("claims").write_text("", "utf-8")
    assert run("init", *ACTION) == 2
    assert "claims cannot be made" in capsys.readouterr().err.replace("claims/.schemas", "claims")
