"""Kept copies of sources: read where they are as kept, never from outside their folder."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from factcheck.loading import Files, load
from factcheck.model import Loaded

TEXT = "Borealis spends 85 million.\n"
DIGEST = hashlib.sha256(TEXT.encode()).hexdigest()


def loaded_with(archive: str, folder: Path | None) -> Loaded:
    source = (
        "source: {outlet: Evening Post, title: x, published: 2026-01-22, language: en,\n"
        f"  archive: {{{archive}}}}}\n"
    )
    texts = {
        "subjects.yaml": b"subjects: []\n",
        "attributes.yaml": b"attributes: []\n",
        "sources/post.yaml": source.encode(),
    }
    return load(Files(texts), folder)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    (folder / "2026").mkdir(parents=True)
    (folder / "2026/post.txt").write_text(TEXT)
    (tmp_path / "secret.txt").write_text("secret")
    return folder


@pytest.mark.parametrize("digest", [DIGEST, DIGEST.upper()])
def test_a_copy_is_read_by_its_source(archive: Path, digest: str) -> None:
    loaded = loaded_with(f"file: 2026/post.txt, sha256: {digest}, retrieved: 2026-01-23", archive)
    assert loaded.diagnostics == ()
    assert loaded.archives == {"post": TEXT}


def test_without_a_folder_nothing_is_read_and_nothing_is_missing(archive: Path) -> None:
    loaded = loaded_with("file: nowhere.txt", None)
    assert loaded.diagnostics == ()
    assert loaded.archives == {}


@pytest.mark.parametrize(
    "file",
    ["../secret.txt", "/etc/hostname", "2026/../../secret.txt", "..", "'..\\secret.txt'", "'C:x'"],
)
@pytest.mark.parametrize("given", [True, False])
def test_a_path_that_leaves_the_folder_is_always_refused(
    archive: Path, file: str, given: bool
) -> None:
    loaded = loaded_with(f"file: {file}", archive if given else None)
    assert [d.message for d in loaded.diagnostics] == [
        f"'{file.strip(chr(39))}' leaves the folder of the archive"
    ]
    assert loaded.archives == {}


def message(archive: Path, file: str, more: str = "") -> str:
    loaded = loaded_with(f"file: {file}{more}", archive)
    assert loaded.archives == {}
    [diagnostic] = loaded.diagnostics
    assert (diagnostic.location.line, diagnostic.location.column) == (2, 19)
    return diagnostic.message


def test_a_missing_copy_is_named(archive: Path) -> None:
    assert message(archive, "2026/nowhere.txt").startswith(
        "'2026/nowhere.txt' is not in the archive"
    )


def test_a_link_is_not_followed(archive: Path) -> None:
    (archive / "link.txt").symlink_to("2026/post.txt")
    (archive / "up").symlink_to("..")
    assert message(archive, "link.txt").startswith("'link.txt' is a link")
    assert message(archive, "up/secret.txt").startswith("'up/secret.txt' is a link")


def test_a_copy_that_was_changed_is_refused(archive: Path) -> None:
    (archive / "2026/post.txt").write_text("Borealis spends 58 million.\n")
    expected = "'2026/post.txt' is not the copy that was kept"
    assert message(archive, "2026/post.txt", f", sha256: {DIGEST}").startswith(expected)


def test_a_folder_and_a_file_that_is_no_text_are_refused(archive: Path) -> None:
    (archive / "scan.pdf").write_bytes(b"%PDF\xe2\xe3")
    assert message(archive, "2026") == "'2026': this is a folder, where a file is expected"
    assert message(archive, "scan.pdf") == "'scan.pdf' is not UTF-8"
