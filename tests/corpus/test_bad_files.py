"""The gallery: every bad file in `bad_files`, and beside it the exact text that its curator sees.

A file `x.yaml` stands in for a source; a folder `x` is laid over the corpus in `good`. The faults
in `BUILT` cannot be stored in git and are built here.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.corpus import load, read_files

HERE = Path(__file__).parent
GALLERY = HERE / "bad_files"
CASES = sorted(path for path in GALLERY.iterdir() if path.suffix != ".expected")

Golden = Callable[[Path, str], None]


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The good corpus, in a folder that the curator calls `claims`."""
    shutil.copytree(HERE / "good", tmp_path / "claims")
    (tmp_path / "archive").mkdir()
    monkeypatch.chdir(tmp_path)
    return Path("claims")


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_bad_file_gives_its_text_and_hides_no_other(
    case: Path, corpus: Path, golden: Golden
) -> None:
    if case.is_dir():
        shutil.copytree(case, corpus, dirs_exist_ok=True)
    else:
        shutil.copy(case, corpus / "sources" / case.name)
    shown, claims = _seen(corpus)
    assert shown, "a bad file that nobody complains of"
    golden(GALLERY / f"{case.stem}.expected", shown)
    if case.is_file() and case.stem != "duplicate-source-id":
        assert {"good/spending-2025", "good/staff"} <= set(claims)


def test_the_good_corpus_has_no_fault(corpus: Path) -> None:
    shown, claims = _seen(corpus)
    assert shown == ""
    assert claims == ["good/spending-2025", "good/staff"]


def _folder(path: Path) -> None:
    path.mkdir()


def _no_permission(path: Path) -> None:
    path.write_text("source:\n")
    path.chmod(0)


def _too_large(path: Path) -> None:
    path.write_text("source:\n")
    os.truncate(path, 65 * 1024 * 1024)


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _dangling_link(path: Path) -> None:
    path.symlink_to("nowhere.yaml")


def _link_to_itself(path: Path) -> None:
    path.symlink_to(path.name)


def _leaving_link(path: Path) -> None:
    outside = path.parents[2] / "outside.yaml"
    outside.write_text("source:\n")
    path.symlink_to(outside.absolute())


def _forbidding(open_: Callable[..., int]) -> Callable[..., int]:
    """Root may read everything: refuse in its place what others could not open."""

    def refuse(path: Path, *arguments: int) -> int:
        if path.stat().st_mode & 0o400:
            return open_(path, *arguments)
        raise PermissionError(errno.EACCES, "", str(path))

    return refuse


BUILT = {
    "folder": _folder,
    "no-permission": _no_permission,
    "too-large": _too_large,
    "pipe": _pipe,
    "dangling-link": _dangling_link,
    "link-to-itself": _link_to_itself,
    "leaving-link": _leaving_link,
}


@pytest.mark.parametrize("case", BUILT)
def test_what_git_cannot_keep_gives_its_text(
    case: str, corpus: Path, golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    BUILT[case](corpus / "sources" / "bad.yaml")
    if case == "no-permission" and os.geteuid() == 0:
        monkeypatch.setattr(os, "open", _forbidding(os.open))
    shown, claims = _seen(corpus)
    golden(GALLERY / f"built-{case}.expected", shown)
    assert "good/staff" in claims


def test_a_link_inside_the_corpus_is_followed(corpus: Path) -> None:
    shutil.move(corpus / "subjects.yaml", corpus / "sources" / ".subjects")
    (corpus / "subjects.yaml").symlink_to("sources/.subjects")
    assert _seen(corpus)[0] == ""


def _seen(corpus: Path) -> tuple[str, list[str]]:
    loaded = load(read_files(corpus), Path("archive"))
    shown = "".join(f"{diagnostic}\n" for diagnostic in loaded.diagnostics)
    return shown, [claim.name for claim in loaded.claims]
