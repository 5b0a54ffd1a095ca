"""What it takes to add something: in a copy of the code base, the files that CONTRIBUTING names.

The copy gets one of each, and then the tests that hold of every rule, format, language and kind run
there. None of them is edited.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.corpora import ROOT

RULE = '''"""A claim that its curator marked with a question mark."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Claim, Finding, Position, Verdict, say
from factcheck.rules.base import ClaimRule, Example, Statement

ASKED = Statement("Harbour Post", "Northwind", "staff", "412", {"note": "All of them?"})
SURE = Statement("Harbour Post", "Northwind", "staff", "412", {"note": "All of them."})


class OpenNote(ClaimRule):
    """A note on a claim ends with a question.

    ## Why it matters

    A question that nobody answers is forgotten, and the claim is compared as if it were sure.

    ## What to do

    Answer it, or take the question out of the note.
    """

    flags = (Example("a note that asks", (ASKED,)),)
    allows = (Example("a note that says", (SURE,)),)

    def check_claim(self, claim: Claim, text: str | None) -> Iterator[Finding]:
        if (claim.note or "").endswith("?"):
            yield Finding(
                rule=self.name,
                verdict=Verdict.UNDETERMINED,
                anchor=(claim.source.id, claim.id),
                positions=(Position(claim.text, (claim,), claim.value),),
                message=say("The note on {claim} is a question.", claim=claim.name),
                todo=say("Answer it."),
                subject=claim.subject,
                attribute=claim.attribute,
            )
'''

FORMAT = '''"""How many findings there are, and which rules report them."""

from __future__ import annotations

from factcheck.report.summary import Summary
from factcheck.text.hostile import inert, visible

VIEW = Summary


def render(view: Summary) -> str:
    """One line for each finding, with its values and where they stand."""
    lines = (
        f"{visible(f.rule)} {visible(' / '.join(map(str, (*f.values, f.at, *f.against))))}"
        for f in view.findings
    )
    return inert("".join(f"{line}\\n" for line in lines))
'''

COMMAND = '''"""`factcheck salute`: says hello."""

from __future__ import annotations

import click


@click.command()
def command() -> None:
    """Say hello."""
    click.echo("Hello.")
'''

KIND = '''"""Grades from A to E, as schools give them."""

from __future__ import annotations

from factcheck.model import Comparison, Value, Verdict, say
from factcheck.model.frozen import dataclass
from factcheck.text.context import Context, ReadingError
from factcheck.values.base import Kind


@dataclass(frozen=True)
class Grade(Value):
    """A letter."""

    letter: str = ""


class GradeKind(Kind):
    """A grade."""

    name = "grade"
    examples = ("A", "B", "C", "D")
    mismatch = "choice-mismatch"

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

ADDED = {
    "factcheck/rules/open_note.py": RULE,
    "factcheck/formats/counted.py": FORMAT,
    "factcheck/commands/salute.py": COMMAND,
    "factcheck/values/grade.py": KIND,
    # Haitian dates are written as French ones, so that the examples of French hold for it.
    "factcheck/text/languages/ht.toml": (ROOT / "factcheck/text/languages/fr.toml").read_text(),
}
UNIT = "furlong = 201.168 * m\n"
HOLDING = (
    "tests/rules/test_examples.py",
    "tests/formats/test_formats.py",
    "tests/values/test_languages.py",
    "tests/test_clashes.py",
)
"""The tests that hold of each rule, format, language and kind, whichever there are."""

SOURCE = """source: {outlet: OUTLET, title: T, published: 2026-01-05, language: LANGUAGE}
claims:
  - {subject: Quay, attribute: one, value: LETTER, note: "Sure?"}
  - {subject: Quay, attribute: some, value: [C, LETTER]}
  - {subject: Quay, attribute: width, value: LENGTH}
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program, with a corpus that uses the kind and the unit that will be added."""
    folder = tmp_path_factory.mktemp("copy")
    for name in ("factcheck", "tests", "templates", "checks"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "pyproject.toml", folder)
    sources = folder / "claims/sources"
    sources.mkdir(parents=True)
    (folder / "claims/subjects.yaml").write_text("subjects:\n  - {id: quay, label: Quay}\n")
    (folder / "claims/attributes.yaml").write_text(
        "attributes:\n  - {id: one, label: one, kind: grade}\n"
        "  - {id: some, label: some, kind: grade, many: true, closed: true}\n"
        "  - {id: width, label: width, kind: quantity, unit: furlong}\n"
    )
    for name, facts in {
        "post": ("Post", "ht", "A", "mille mètres"),
        "wire": ("Wire", "en", "B", "603 metres"),
    }.items():
        text = SOURCE
        for word, fact in zip(("OUTLET", "LANGUAGE", "LETTER", "LENGTH"), facts, strict=True):
            text = text.replace(word, f'"{fact}"')
        (sources / f"{name}.yaml").write_text(text)
    return folder


@pytest.fixture
def added(copy: Path) -> Path:
    """The copy with everything added."""
    for name, text in ADDED.items():
        (copy / name).write_text(text, "utf-8")
    units = (ROOT / "factcheck/text/units.txt").read_text("utf-8")
    (copy / "factcheck/text/units.txt").write_text(units + UNIT, "utf-8")
    return copy


def typed(copy: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """`python -m …` in the copy."""
    command = (sys.executable, "-m", *words)
    return subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)


def test_what_is_not_there_is_named(copy: Path) -> None:
    done = typed(copy, "factcheck", "check", "claims", "-o", "concise")
    assert done.returncode == 3
    for stated in ("'grade'", "'furlong'", "mille"):
        assert stated in done.stdout


def test_each_addition_is_one_file(added: Path) -> None:
    done = typed(added, "factcheck", "check", "claims", "-o", "concise", "-o", "counted:counted")
    assert done.returncode == 1, done.stderr
    for stated in ("choice-mismatch", "set-mismatch", "quantity-mismatch", "open-note"):
        assert stated in done.stdout
    assert "open-note A" in (added / "counted").read_text()
    assert typed(added, "factcheck", "salute").stdout == "Hello.\n"


def test_what_holds_of_all_holds_of_what_is_added(added: Path) -> None:
    names = "open-note or counted or ht or grade or every"
    quiet = ("-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--update-golden")
    done = typed(added, "pytest", *quiet, *HOLDING, "-k", names)
    assert done.returncode == 0, done.stdout
    kept = added / "tests/formats/golden/report.counted"
    assert kept.exists(), "the golden file is written by --update-golden, not by hand"


@pytest.mark.parametrize(
    ("left_out", "code", "stated"),
    [
        (
            '    mismatch = "choice-mismatch"\n',
            70,
            "Can't instantiate abstract class GradeKind",
        ),
        ("KIND = GradeKind()\n", 3, "'kind' cannot be 'grade' (hint: it can be: choice, date,"),
        ("choice-mismatch", 70, "No rule reports that the claims of a scope"),
    ],
    ids=["no rule for its clashes", "no KIND", "no name of a rule"],
)
def test_a_kind_that_is_half_done_is_never_silent(
    added: Path, left_out: str, code: int, stated: str
) -> None:
    (added / "factcheck/values/grade.py").write_text(KIND.replace(left_out, ""), "utf-8")
    done = typed(added, "factcheck", "check", "claims", "-o", "concise")
    assert (done.returncode, stated in done.stderr + done.stdout) == (code, True), (
        done.stderr + done.stdout
    )


def test_a_kind_without_examples_is_named(added: Path) -> None:
    file = added / "factcheck/values/grade.py"
    file.write_text(KIND.replace('    examples = ("A", "B", "C", "D")\n', ""), "utf-8")
    quiet = ("-q", "-p", "no:cacheprovider", "-p", "no:xdist")
    done = typed(added, "pytest", *quiet, "tests/test_clashes.py", "-k", "every_kind")
    assert "grade: give its class four examples" in done.stdout
