"""Corpora at random through a whole run: their faults are told, and none is of our own."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from tests.corpora import run
from tests.drawing import chance, size
from tests.fuzzing.mutants import mutant

CHUNKS = 4
MUTANTS = size(80, 4_000) // CHUNKS
OUTPUTS = ("text", "concise", "html", "json", "markdown", "sarif", "junit", "github")


def written(number: int, folder: Path) -> Path:
    for path, text in mutant(chance(number)).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder


@pytest.mark.drawn
@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_no_corpus_crashes_a_run(
    chunk: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    codes: Counter[int] = Counter()
    crashed = []
    for number in range(chunk * MUTANTS, (chunk + 1) * MUTANTS):
        folder = written(number, tmp_path / str(number))
        monkeypatch.chdir(folder)
        output = chance(f"output of {number}").choice(OUTPUTS)
        codes[code := run("check", "-o", "json:found.json", "-o", output)] += 1
        described = capsys.readouterr()
        if code not in (0, 1, 3):
            crashed.append(f"chance({number}), -o {output}: {described.err[-1500:]}")
            continue
        ids = [f["id"] for f in json.loads(Path("found.json").read_text("utf-8"))["findings"]]
        assert len(ids) == len(set(ids)), f"chance({number}): two findings have one id"
    assert not crashed, "\n".join((f"{len(crashed)} of {MUTANTS}", *crashed[:3]))
    loaded = codes[0] + codes[1]
    assert loaded * 3 >= codes.total(), codes
    assert codes[1] * 10 >= codes.total(), "the rules have too little to find"
