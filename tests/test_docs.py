"""What the pages say exists: every link leads somewhere, every command and option is one."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from factcheck.cli import group

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    path
    for path in (*ROOT.glob("*.md"), *ROOT.glob("*/**/*.md"))
    if not any(part.startswith(".") for part in path.relative_to(ROOT).parts)
)
GUIDE = [page for page in PAGES if page.name != "CHANGELOG.md" and "decisions" not in page.parts]
LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(#[^)\s]+)?\)")
COMMAND = re.compile(r"(?:^ {4,}|`)(factcheck [^`#\n]+)", re.MULTILINE)
TWO_SCREENS = 100
"""Lines of the README: what it is, the picture, two commands, a claim, what it found, links."""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    lost = [link for link in _links(page) if not _leads_somewhere(page, *link)]
    assert not lost, f"{page} links to what is not there: {lost}"


def _links(page: Path) -> list[tuple[str, str]]:
    return LINK.findall(page.read_text("utf-8"))


def _leads_somewhere(page: Path, path: str, anchor: str) -> bool:
    target = (page.parent / path) if path else page
    if not target.exists():
        return False
    return not anchor or target.is_dir() or anchor[1:] in set(_anchors(target))


def _anchors(page: Path) -> Iterator[str]:
    """The anchors that a renderer of Markdown gives to the headings of a page."""
    for heading in re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE):
        plain = re.sub(r"[^\w\- ]", "", heading.lower())
        yield plain.strip().replace(" ", "-")


@pytest.mark.parametrize("page", GUIDE, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_and_option_exists(page: Path) -> None:
    unknown = [
        diagnostic
        for words in COMMAND.findall(page.read_text("utf-8"))
        for diagnostic in _diagnostics(words)
    ]
    assert not unknown, f"{page}: {unknown}"


def _diagnostics(words: str) -> Iterator[str]:
    """What a command line of a page names that the program does not have."""
    try:
        _, name, *rest = shlex.split(words.rstrip("\\ "))
    except ValueError:  # a command that goes on in the next line, or stands alone
        return
    if name.startswith("-"):
        return
    command = group.get_command(click.Context(group), name)
    if command is None:
        yield f"'{words}': there is no command {name}"
        return
    known = {option for parameter in _parameters(command, rest) for option in parameter.opts}
    known |= {"--help", "-h"}
    for word in rest:
        option = word.partition("=")[0]
        if option.startswith("--") and option not in known:
            yield f"'{words}': {name} has no option {option}"


def _parameters(command: click.Command, rest: list[str]) -> Iterator[click.Parameter]:
    """Those of the command, and of the command below it that the next word names."""
    yield from command.params
    if isinstance(command, click.Group):
        for word in rest:
            below = command.get_command(click.Context(command), word)
            if below is not None:
                yield from below.params


def test_the_readme_fits_on_two_screens() -> None:
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) <= TWO_SCREENS
