"""The baseline as a file: what it holds, what is refused, and how two branches of it merge."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest

from factcheck.corpus import UnusableBaseline
from factcheck.judging.baseline import read, still_needed, to_keep, write_lines
from factcheck.model import KnownFinding, KnownValue
from tests.drawing import chance, size
from tests.judging.world import BASELINE, baseline_of, claim, decided, files, judged, source

WORLD = {
    "post": source("Post", claim("budget", "85 million euros", "a"), claim("staff", "4,000", "s")),
    "wire": source("Wire", claim("budget", "150 million euros", "b"), claim("staff", "500", "s")),
}
GOOD = (
    '{"finding": "0123456789ab", "rule": "r", "topic": "t", '
    '"positions": [{"value": "1", "claims": ["a/b"]}]}'
)


def test_a_line_says_by_itself_what_is_known() -> None:
    lines = [json.loads(line) for line in baseline_of(WORLD).splitlines()]
    ids = [line.pop("finding") for line in lines]
    for position in (p for line in lines for p in line["positions"]):
        assert all(re.fullmatch("[0-9a-f]{12}", d) for d in position["claims"].values())
        position["claims"] = list(position["claims"])
    assert ids == sorted(ids)
    assert sorted(lines, key=lambda line: str(line["topic"])) == [
        {
            "rule": "quantity-mismatch",
            "topic": "northwind / budget / 2025",
            "positions": [
                {"value": "150 mn EUR", "claims": ["wire/b"]},
                {"value": "85 mn EUR", "claims": ["post/a"]},
            ],
        },
        {
            "rule": "quantity-mismatch",
            "topic": "northwind / staff",
            "positions": [
                {"value": "4,000", "claims": ["post/s"]},
                {"value": "500", "claims": ["wire/s"]},
            ],
        },
    ]


def test_it_is_read_as_it_was_written() -> None:
    text = baseline_of(WORLD)
    assert write_lines(read(BASELINE, text.encode())) == text
    assert write_lines(reversed(read(BASELINE, text.replace("\n", "\r\n").encode()))) == text


def test_the_line_in_the_docs_is_one() -> None:
    page = (Path(__file__).parents[2] / "docs" / "files.md").read_text("utf-8")
    _, _, block = page.partition("```json\n")
    text = block.partition("```")[0]
    assert write_lines(read(BASELINE, text.encode())) == text


def test_what_is_decided_is_not_kept_and_pruned() -> None:
    first = judged(files(WORLD)).findings[0]
    found = judged(files(WORLD, {"x": decided(first)}, baseline_of(WORLD)))
    assert first.id not in {one.id for one in to_keep(found)}
    known = read(BASELINE, baseline_of(WORLD).encode())
    assert {one.id for one in known} - {one.id for one in still_needed(known, found)} == {first.id}


def test_pruning_never_adds() -> None:
    known = read(BASELINE, baseline_of(WORLD).encode())[:1]
    assert still_needed(known, judged(files(WORLD))) == known
    assert still_needed((), judged(files(WORLD))) == ()


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "this is not a finding"),
        ("[]", "this is not a finding"),
        ("[" * 100_000, "this is not a finding"),
        (GOOD.replace('"r"', "1"), "this is not a finding"),
        (GOOD.replace('"claims": ["a/b"]', '"claims": []'), "this is not a finding"),
        (GOOD.replace('["a/b"]', "[1]"), "this is not a finding"),
        (GOOD.replace('{"value"', '{"more": 1, "value"'), "this is not a finding"),
        (GOOD.replace('"r",', '"r", "severity": "error",'), "this is not a finding"),
        (GOOD.replace("0123456789ab", "0123"), "this is not a finding"),
        (GOOD.replace('"t"', '"\\ud800"'), "this is not a finding"),
        ("<<<<<<< HEAD", "git left a merge here that nobody has finished"),
        (">>>>>>> other", "git left a merge here that nobody has finished"),
    ],
)
def test_a_line_that_is_no_finding_is_refused_with_its_place(line: str, says: str) -> None:
    with pytest.raises(UnusableBaseline) as why:
        read(BASELINE, f"{GOOD}\n{line}\n".encode())
    assert str(why.value).startswith(f"{BASELINE}:2:1: {says}")
    assert "\n  hint: " in str(why.value)


def test_what_is_no_text_is_refused_with_its_place() -> None:
    with pytest.raises(UnusableBaseline, match=f"{BASELINE}:2:1: this is not UTF-8"):
        read(BASELINE, f"{GOOD}\n".encode() + b"\xff\n")


@cache
def known(number: int) -> KnownFinding:
    """Any finding, with an id that is spread as real ones are."""
    id = sha256(str(number).encode()).hexdigest()[:12]
    values = tuple(KnownValue(f"{v} mn EUR", (f"s{v}/c{number}",)) for v in (85, 150))
    return KnownFinding(id, "quantity-mismatch", f"s{number} / budget", values)


def lines(numbers: Iterable[int]) -> str:
    return write_lines(known(number) for number in numbers)


def git(folder: Path, *arguments: str) -> int:
    return subprocess.run(
        ("git", *arguments), cwd=folder, capture_output=True, check=False
    ).returncode


def disjoint(base: str, one: str, other: str) -> bool:
    """Whether no line that one branch touches stands beside one that the other touches.

    Git merges by lines: all that a file can do is to keep the changes away from each other.
    """

    def touched(text: str) -> list[tuple[int, int]]:
        old, new = base.splitlines(), set(text.splitlines())
        gone = [(n, n + 1) for n, line in enumerate(old) if line not in new]
        added = [sum(o < line for o in old) for line in new - set(old)]
        return [*gone, *((n, n) for n in added)]

    return not any(a <= d and c <= b for a, b in touched(one) for c, d in touched(other))


BEFORE, BRANCH, TRIALS = 200, 2, size(30, 600)
"""Lines of the baseline, lines that each branch adds and as many that it takes out, and merges."""


@pytest.mark.drawn
@pytest.mark.usefixtures("quiet_git")
def test_two_branches_merge_as_often_as_sorted_lines_allow(tmp_path: Path) -> None:
    random, clean, possible = chance("merges"), 0, 0
    for trial in range(TRIALS):
        fresh = iter(range(BEFORE + trial * 100, BEFORE + trial * 100 + 100))
        positions = []
        for _ in range(2):
            out = set(random.sample(range(BEFORE), BRANCH))
            added = {next(fresh) for _ in range(BRANCH)}
            positions.append((out, added))
        texts = [lines((set(range(BEFORE)) - out) | added) for out, added in positions]
        base = lines(range(BEFORE))
        for name, text in zip(("ours", "base", "theirs"), (texts[0], base, texts[1]), strict=True):
            (tmp_path / name).write_text(text, "utf-8")
        allowed = disjoint(base, *texts)
        merged = git(tmp_path, "merge-file", "ours", "base", "theirs") == 0
        assert merged or not allowed, "git can merge these"
        clean, possible = clean + merged, possible + allowed
        if merged:
            (out_a, in_a), (out_b, in_b) = positions
            expected = lines((set(range(BEFORE)) - out_a - out_b) | in_a | in_b)
            assert (tmp_path / "ours").read_text("utf-8") == expected
    assert clean >= possible
    assert clean >= TRIALS * 4 // 5


@pytest.mark.usefixtures("quiet_git")
def test_a_real_merge_of_two_branches(tmp_path: Path) -> None:
    file = tmp_path / "baseline.jsonl"
    git(tmp_path, "init", "-q", "-b", "main")

    def commit(numbers: Iterable[int]) -> None:
        file.write_text(lines(numbers), "utf-8")
        assert git(tmp_path, "add", "-A") == 0
        assert git(tmp_path, "commit", "-qm", "x") == 0

    one, other = {*range(1, 200), 1000}, {*range(30), *range(31, 200), 1001}
    assert disjoint(lines(range(200)), lines(one), lines(other))
    commit(range(200))
    git(tmp_path, "checkout", "-qb", "one")
    commit(one)
    git(tmp_path, "checkout", "-q", "main")
    commit(other)
    assert git(tmp_path, "merge", "-q", "-m", "both", "one") == 0
    assert file.read_text("utf-8") == lines((one & other) | {1000, 1001})
