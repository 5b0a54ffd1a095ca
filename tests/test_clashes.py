"""No clash is silent: every kind of value, alone and in lists, from YAML to finding or fault."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import permutations, product
from pathlib import Path

import pytest

from factcheck.comparing import Compared, UnreportedClash, compare
from factcheck.corpus import Files
from factcheck.corpus.load import load
from factcheck.model import Scope, Verdict
from factcheck.rules import every_rule
from factcheck.rules.base import Rule
from factcheck.rules.quantity_mismatch import QuantityMismatch
from factcheck.values import KINDS
from factcheck.values.time import TimeKind

ROOT = Path(__file__).parents[1]

# Of each kind four values of which no two are compatible.
VALUES = {
    "quantity": ("1,200", "1,507", "2,031", "4,444"),
    "money": ("11 euros", "23 euros", "37 euros", "59 euros"),
    "period": ("2019", "2020", "2021", "2022"),
    "date": ("3 May 2021", "9 May 2021", "12 July 2022", "30 July 2022"),
    "time": ("08:15", "11:40", "17:05", "21:30"),
    "name": ("Ada Lind", "Boris Hale", "Chen Wei", "Dora Quist"),
    "choice": ("red", "blue", "green", "black"),
    "text": ("as it fell", "in good order", "all of them", "at dawn"),
}
CHOICES = (
    "choices: ["
    + ", ".join(
        f"{{id: {v}, label: {v}, excludes: [{', '.join(o for o in VALUES['choice'] if o != v)}]}}"
        for v in VALUES["choice"]
    )
    + "]"
)

SHAPES = ("", "many: true", "many: true, closed: true")


def compared(attribute: str, *claims: str, rules: tuple[Rule, ...] | None = None) -> Compared:
    """A corpus of one attribute, with a source for each claim (the inside of a YAML mapping)."""
    files = {
        "subjects.yaml": "subjects:\n  - {id: quay, label: Quay}\n",
        "attributes.yaml": f"attributes:\n  - {{id: a, label: a, {attribute}}}\n",
    }
    for number, claim in enumerate(claims):
        files[f"sources/s{number}.yaml"] = (
            f"source: {{outlet: Outlet {number}, title: T, published: 2026-01-05, language: en}}\n"
            f"claims:\n  - {{subject: Quay, attribute: a, {claim}}}\n"
        )
    loaded = load(Files({path: text.encode() for path, text in files.items()}, ()))
    assert loaded.diagnostics == ()
    assert len(loaded.claims) == len(claims)
    chosen = every_rule() if rules is None else rules
    return compare(loaded, chosen, every_rule())


def declared(kind: str, shape: str = "", more: str = "") -> str:
    choices = CHOICES if kind == "choice" else ""
    return ", ".join(part for part in (f"kind: {kind}", shape, more, choices) if part)


def values_of(kind: str, shape: str) -> Iterator[tuple[str, str]]:
    """Pairs of values that clash, as YAML: of lists each has two members, in every order."""
    one, two, three, four = VALUES[kind]
    if not shape:
        yield from permutations((f'"{one}"', f'"{two}"'))
        return
    for a, b in product(permutations((one, two)), permutations((three, four))):
        yield f'["{a[0]}", "{a[1]}"]', f'["{b[0]}", "{b[1]}"]'
    if "closed" in shape:
        yield f'["{one}", "{two}"]', f'["{two}"]'


CASES = [
    pytest.param(kind, shape, id=f"{kind} {shape}") for kind in sorted(KINDS) for shape in SHAPES
]


def test_every_kind_is_walked() -> None:
    assert set(VALUES) == set(KINDS), "give the new kind four values that clash"


@pytest.mark.parametrize(("kind", "shape"), CASES)
def test_values_that_clash_are_reported_or_listed_as_not_checked(kind: str, shape: str) -> None:
    expected = Verdict.UNDETERMINED if shape == "many: true" else Verdict.CONTRADICTS
    for a, b in values_of(kind, shape):
        result = compared(declared(kind, shape), f"value: {a}", f"value: {b}")
        if kind == "text":
            assert [u.reason for u in result.unmatched] == ["free-text"] * 2
            assert result.findings == ()
            continue
        (found,) = (f for f in result.findings if len(f.claims) == 2)
        assert found.verdict is expected, (a, b)
        assert result.unmatched == ()


@pytest.mark.parametrize(("kind", "shape"), CASES)
def test_clashes_between_scopes_are_reported_too(kind: str, shape: str) -> None:
    (a, b), *_ = values_of(kind, shape)
    for period in ("", ", period: 2024", ", period: H1 2025", ", as_of: 2025-03-01"):
        for key in ("[period]", "[as_of]", "[period, as_of]"):
            attribute = declared(kind, shape, f"key: {key}, measure: stock")
            result = compared(attribute, f"value: {a}, period: 2025", f"value: {b}{period}")
            found = [f for f in result.findings if f.attribute is not None and len(f.claims) == 2]
            lost = {u.claim for u in result.unmatched}
            assert found or len(lost) == 2, (key, period)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"text"}))
def test_equal_lists_agree_in_any_order(kind: str, shape: str) -> None:
    one, two, *_ = VALUES[kind]
    a, b = (f'["{one}", "{two}"]', f'["{two}", "{one}"]') if shape else (f'"{one}"',) * 2
    result = compared(declared(kind, shape), f"value: {a}", f"value: {b}")
    assert result.findings == ()
    assert [s.verdict for t in result.topics for s in t] == [Verdict.AGREE]


CLASH = ("value: 08:15", "value: 11:40")


def test_a_kind_that_names_no_rule_there_is_ends_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(TimeKind, "mismatch", "clock-mismatch")
    with pytest.raises(UnreportedClash, match=r"'contradicts': quay / a \(time\)"):
        compared("kind: time", *CLASH)


def test_a_rule_that_keeps_a_clash_to_itself_ends_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.rules.base.MismatchRule.check", lambda *_: iter(()))
    with pytest.raises(UnreportedClash, match="date-mismatch does not report"):
        compared("kind: time", *CLASH)


def test_a_rule_that_reports_one_of_two_clashes_ends_the_run(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    check = QuantityMismatch.check
    monkeypatch.setattr(QuantityMismatch, "check", lambda *given: iter(list(check(*given))[:1]))
    claims = [f"value: {number}, period: {year}" for year in (2024, 2025) for number in (207, 405)]
    with pytest.raises(UnreportedClash, match="2025"):
        compared("kind: quantity, key: [period]", *claims)


def test_what_settings_leave_out_is_no_fault() -> None:
    left = tuple(rule for rule in every_rule() if rule.name != "date-mismatch")
    assert compared("kind: time", *CLASH, rules=left).findings == ()
    narrowed = QuantityMismatch()
    narrowed.smallest_gap = narrowed.smallest_gap + 1
    near = ("value: 207", "value: 209")
    assert compared("kind: quantity", *near).findings
    assert compared("kind: quantity", *near, rules=(narrowed,)).findings == ()


@pytest.mark.parametrize(("kind", "shape"), CASES)
def test_one_rule_answers_for_each_clash_of_a_kind(kind: str, shape: str) -> None:
    (a, b), *_ = values_of(kind, shape)
    (topic,) = compared(declared(kind, shape), f"value: {a}", f"value: {b}").topics
    scope = Scope((), (), Verdict.CONTRADICTS)
    answering = [rule.name for rule in every_rule() if rule.answers_for(topic, scope)]
    assert len(answering) == (kind != "text")


NEW_KIND = '''"""Grades from A to E, as schools give them."""

from __future__ import annotations

from factcheck.model.frozen import dataclass

from factcheck.model import Comparison, Value, Verdict, say
from factcheck.values.base import Kind
from factcheck.text.context import Context, ReadingError


@dataclass(frozen=True)
class Grade(Value):
    """A letter."""

    letter: str = ""


class GradeKind(Kind):
    """A grade."""

    name = "grade"
    MISMATCH

    def read(self, text: str, context: Context) -> Value:
        """A Grade. Raises ReadingError."""
        if text not in ("A", "B", "C", "D", "E"):
            raise ReadingError("a grade is a letter from A to E")
        return Grade(text, letter=text)

    def compare(self, a: Value, b: Value) -> Comparison:
        """Equal, or not."""
        assert isinstance(a, Grade) and isinstance(b, Grade)
        same = a.letter == b.letter
        return Comparison(Verdict.AGREE if same else Verdict.CONTRADICTS, (say("by letter"),))

    def show(self, value: Value) -> str:
        return value.text

    def occurs(self, value: Value, passage: str, context: Context) -> bool | None:
        return value.text in passage


KIND = GradeKind()
'''


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A scratch copy of the program, with a corpus beside it that uses a kind `grade`."""
    folder = tmp_path_factory.mktemp("copy")
    shutil.copytree(
        ROOT / "factcheck", folder / "factcheck", ignore=shutil.ignore_patterns("__pycache__")
    )
    sources = folder / "claims/sources"
    sources.mkdir(parents=True)
    (folder / "claims/subjects.yaml").write_text("subjects:\n  - {id: quay, label: Quay}\n")
    (folder / "claims/attributes.yaml").write_text(
        "attributes:\n  - {id: one, label: one, kind: grade}\n"
        "  - {id: some, label: some, kind: grade, many: true, closed: true}\n"
    )
    for outlet, letter in (("post", "A"), ("wire", "B")):
        (sources / f"{outlet}.yaml").write_text(
            f"source: {{outlet: {outlet}, title: T, published: 2026-01-05, language: en}}\n"
            f"claims:\n  - {{subject: Quay, attribute: one, value: {letter}}}\n"
            f"  - {{subject: Quay, attribute: some, value: [C, {letter}]}}\n"
        )
    return folder


def check(copy: Path, mismatch: str) -> subprocess.CompletedProcess[str]:
    """`factcheck check`, with the kind `grade` added as CONTRIBUTING.md has it: one file."""
    kind = NEW_KIND.replace("MISMATCH", mismatch)
    (copy / "factcheck/values/grade.py").write_text(kind, encoding="utf-8")
    command = [sys.executable, "-m", "factcheck", "check", "claims", "-o", "concise"]
    return subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)


def test_a_new_kind_is_one_file_and_is_reported(copy: Path) -> None:
    done = check(copy, 'mismatch = "choice-mismatch"')
    assert done.returncode == 1, done.stderr
    assert "choice-mismatch" in done.stdout
    assert "set-mismatch" in done.stdout


@pytest.mark.parametrize(
    ("mismatch", "stated"),
    [
        ("", "Can't instantiate abstract class GradeKind"),
        ('mismatch = "grade-mismatch"', "No rule reports that the claims of a scope"),
        ('mismatch = ""', "No rule reports that the claims of a scope"),
    ],
)
def test_a_new_kind_that_is_half_done_is_never_silent(
    copy: Path, mismatch: str, stated: str
) -> None:
    done = check(copy, mismatch)
    assert (done.returncode, stated in done.stderr) == (70, True), done.stderr
