"""Stories end to end: a folder of claims, and the exact words that its editor reads."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck import cli

HERE = Path(__file__).parent
STORIES = sorted(path.parent for path in HERE.glob("*/claims"))


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.name)
def test_story(
    story: Path,
    golden: Callable[[Path, str], None],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(story)
    archive = ["--archive", "archive"] if Path("archive").is_dir() else []
    with pytest.raises(SystemExit) as end:
        cli.main(["check", "claims", "-o", "text", *archive])
    stated = capsys.readouterr()
    golden(story / "expected.txt", f"{stated.out}{stated.err}exit code {end.value.code or 0}\n")


def test_every_story_has_its_page() -> None:
    assert [s.name for s in STORIES if not (s / "story.md").is_file()] == []
