"""`factcheck init`: writes a corpus that passes, its settings, and a workflow for pull requests."""

from __future__ import annotations

import json
import os
import re
import shlex
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli_support.exits import UsageError
from factcheck.cli_support.file_writing import create
from factcheck.commands.schema import YAML_FILES, kept

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

WORKFLOW = ".github/workflows/factcheck.yml"
SETTINGS = "factcheck.toml"
IGNORED = ".gitignore"
NOT_COMMITTED = "# What factcheck writes, and nobody commits.\nreport.html\n.factcheck-*\n"
NO_WORKFLOW = (
    "No workflow for GitHub is written: nothing says where it takes the action from. To add it: "
    "factcheck init --missing --action OWNER/NAME@REF, the repository of factcheck and a version "
    "of it. docs/ci.md has the file for GitLab."
)
ACTION = re.compile(r"\./[\w./-]+|[\w.-]+/[\w.-]+(/[\w.-]+)*@[\w./-]+")
FROM_GITHUB = re.compile(r"(?:https://|ssh://git@)github\.com/([\w.-]+/[\w.-]+?)(?:\.git)?/?")


@click.command()
@click.argument(
    "path", type=click.Path(path_type=Path, file_okay=False), default=Path(), metavar="[PATH]"
)
@click.option(
    "--action",
    metavar="OWNER/NAME@REF",
    help="Where the workflow takes the action from: factcheck's repository and a version of it, or "
    "./FOLDER of yours. Default: whence this factcheck was installed, if that was GitHub.",
)
@click.option("--no-workflow", is_flag=True, help="Write no workflow for GitHub.")
@click.option("--missing", is_flag=True, help="Leave what is there, and write the rest.")
def command(path: Path, action: str | None, no_workflow: bool, missing: bool) -> None:
    """Begin a corpus in the folder PATH (default: here), the root of a repository.

    Writes claims/ with two sources that agree, factcheck.toml, and a workflow that checks pull
    requests on GitHub: all of it, or nothing where a file is in the way. Nothing is overwritten.
    """
    parts = dict(_parts(path))
    if not no_workflow:
        parts["workflow"] = {WORKFLOW: ""}
    in_the_way = {name: tuple(_in_the_way(path, name, part)) for name, part in parts.items()}
    found = [one for names in in_the_way.values() for one in names]
    if found and not missing:
        raise UsageError(
            f"Nothing is written: {', '.join(found)} {'are' if len(found) > 1 else 'is'} there "
            "already. --missing leaves what is there and writes the rest."
        )
    if not no_workflow and not in_the_way["workflow"]:
        workflow = _workflow(action)
        parts["workflow"] = {} if workflow is None else {WORKFLOW: workflow}
    written = [
        (path / name, text)
        for part, texts in parts.items()
        if not in_the_way[part]
        for name, text in texts.items()
    ]
    create(written)
    click.echo("".join(f"{file}\n" for file, _ in written), nl=False)
    click.echo(_next(path, [file for file, _ in written]), err=True)


def _parts(path: Path) -> Iterator[tuple[str, Mapping[str, str]]]:
    """What is written together or not at all: the texts of each part by their paths."""
    skeleton = _skeleton()
    if not os.path.lexists(path / IGNORED):
        yield "ignored", {IGNORED: NOT_COMMITTED}
    yield "claims", dict(_texts(skeleton.joinpath("claims"), "claims"))
    yield "schemas", {f"claims/.schemas/{name}.json": kept(name) for name in YAML_FILES}
    yield "settings", {SETTINGS: skeleton.joinpath(SETTINGS).read_text("utf-8")}


def _skeleton() -> Traversable:
    from importlib.resources import files

    return files("factcheck.cli_support").joinpath("skeleton")


def _texts(folder: Traversable, path: str) -> Iterator[tuple[str, str]]:
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            yield from _texts(item, f"{path}/{item.name}")
        else:
            yield f"{path}/{item.name}", item.read_text("utf-8")


def _in_the_way(path: Path, part: str, texts: Mapping[str, str]) -> Iterator[str]:
    """The existing files of a part, or others that take their place."""
    yield from (str(path / name) for name in texts if os.path.lexists(path / name))
    if part == "claims":
        sources = path / "claims" / "sources"
        others = sorted(sources.iterdir()) if sources.is_dir() else ()
        yield from (str(file) for file in others if f"claims/sources/{file.name}" not in texts)
    if part == "settings" and not os.path.lexists(path / SETTINGS):
        from factcheck.settings.settings_files import settings_of

        given = settings_of(path / "claims").file  # two files of settings would be a fault
        if given is not None:
            yield f"{given} with settings"


def _workflow(action: str | None) -> str | None:
    """The workflow; None where nobody says whence it takes the action. Raises UsageError."""
    if action is None:
        action = _installed_from() or (_asked_for() if sys.stdin.isatty() else None)
    if action is None:
        click.echo(NO_WORKFLOW, err=True)
        return None
    if not ACTION.fullmatch(action):
        raise UsageError(
            f"'{action}' names no action: write OWNER/NAME@REF, or ./FOLDER of your repository."
        )
    text = _skeleton().joinpath("workflow.yml").read_text("utf-8")
    return text.replace("ACTION", action)


def _asked_for() -> str | None:
    asked: str = click.prompt(
        "The workflow's action, as OWNER/NAME@REF of factcheck's repository (empty: no workflow)",
        default="",
        show_default=False,
    )
    return asked.strip() or None


def _installed_from() -> str | None:
    """The GitHub repository and commit from which pip installed factcheck (PEP 610)."""
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        stated = json.loads(distribution("factcheck").read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        return None
    named = FROM_GITHUB.fullmatch(str(stated.get("url", "")))
    commit = stated.get("vcs_info", {}).get("commit_id")
    return None if named is None or not commit else f"{named[1]}@{commit}"


def _next(path: Path, written: list[Path]) -> str:
    """The commands to type next."""
    if not written:
        return "Everything is there already."
    lines = [
        "factcheck check claims        # passes: the two examples agree",
        "factcheck new source          # your first source, then its claims: factcheck new claim",
        "git add --all && git commit   # from now on, what is new is told from what was there",
    ]
    above = [folder for folder in path.absolute().parents if os.path.lexists(folder / ".git")]
    is_root = os.path.lexists(path / ".git")
    if not is_root and not above:
        lines.insert(0, "git init -b main")
    if path != Path():
        lines.insert(0, f"cd {shlex.quote(str(path))}")
    stated = "next: " + "\n      ".join(lines)
    if above and not is_root and path / WORKFLOW in written:
        stated += (
            f"\nNote: GitHub reads workflows in the root of a repository only: move {WORKFLOW} to "
            f"{above[0]}, and let its 'claims' name the folder from there."
        )
    return stated
