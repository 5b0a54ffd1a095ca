"""Kept copies of sources: read where they are as kept, never from outside their folder."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

import pytest

from factcheck.corpus import Files, load
from factcheck.model import Loaded

TEXT = "Borealis spends 85 million.\n"
DIGEST = hashlib.sha256(TEXT.encode()).hexdigest()


def loaded_with(archive: str, folder: Path | None, quotes: Iterable[str] = ()) -> Loaded:
    claims = "".join(
        f"- {{id: claim-{n}, subject: borealis, attribute: a, value: x, quote: {q}}}\n"
        for n, q in enumerate(quotes)
    )
    source = (
        "source: {outlet: Evening Post, title: x, published: 2026-01-22, language: en,\n"
        f"  archive: {{{archive}}}}}\n" + ("claims:\n" + claims if claims else "")
    )
    texts = {
        "subjects.yaml": b"subjects: [{id: borealis, label: Borealis}]\n",
        "attributes.yaml": b"attributes: [{id: a, label: a, kind: text}]\n",
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


CHANGED = "Borealis spends 58 million and employs 14.\n"


@pytest.mark.parametrize(
    ("quotes", "described"),
    [
        ((), "nothing is quoted from it"),
        (("spends 58 million", "employs 14"), "every quote from it is still found"),
        (
            ("spends 85 million", "employs 14"),
            "of 2 quotes from it, 1 can no longer be found: claim-0",
        ),
        (("spends 85 million",), "no quote from it is found any more: claim-0"),
    ],
)
def test_a_copy_that_changed_says_what_became_of_its_quotes(
    archive: Path, quotes: tuple[str, ...], described: str
) -> None:
    (archive / "2026/post.txt").write_text(CHANGED)
    loaded = loaded_with(f"file: 2026/post.txt, sha256: {DIGEST}", archive, quotes)
    digest = hashlib.sha256(CHANGED.encode()).hexdigest()
    [diagnostic] = loaded.diagnostics
    assert diagnostic.message == (
        f"'2026/post.txt' is not the copy that was kept: its SHA-256 is {digest[:12]}…; {described}"
    )
    assert digest in diagnostic.hint
    assert (diagnostic.location.line, diagnostic.location.column) == (2, 42)
    assert loaded.archives == {"post": CHANGED}, "the quotes are looked for in it all the same"


def test_a_folder_and_a_file_that_is_no_text_are_refused(archive: Path) -> None:
    (archive / "scan.pdf").write_bytes(b"%PDF\xe2\xe3")
    assert message(archive, "2026") == "'2026': this is a folder, where a file is expected"
    assert message(archive, "scan.pdf") == "'scan.pdf' is not UTF-8"
