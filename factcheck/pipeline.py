"""The whole flow of a run, stage by stage in the order of execution. Start reading here.

files -> Loaded -> Compared -> Judged -> Report -> text
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import factcheck
from factcheck.comparing import Compared, compare
from factcheck.corpus import Base, Files
from factcheck.corpus.load import load
from factcheck.corpus.reading_files import read_files
from factcheck.judging import PLAIN, Gate, Record, judge
from factcheck.judging.baseline import read as read_baseline
from factcheck.judging.earlier_corpus import Change, change_since, change_to, read_by
from factcheck.judging.earlier_run import EarlierRun
from factcheck.judging.resolutions import under_todays_names
from factcheck.model import Announcement, Diagnostic, Judged
from factcheck.model.frozen import dataclass
from factcheck.progress import doing
from factcheck.report.build import Report, report
from factcheck.report.words.catalogues import ENGLISH
from factcheck.report.words.translating import translator
from factcheck.rules import every_rule
from factcheck.settings import UNSET, Settings
from factcheck.settings.base_settings import NONE_THERE, SettingsThere, alterations


def run(
    path: Path,
    archives: Path | None = None,
    gate: Gate = PLAIN,
    settings: Settings = UNSET,
) -> Report:
    """The report on the corpus at `path`, with source texts from the folder `archives`."""
    return described(look(read_files(path), archives, gate, settings), str(path))


def report_on(
    files: Files, archives: Path | None = None, gate: Gate = PLAIN, path: str = "claims"
) -> Report:
    """Build the report on files that the caller has read; `path` is the user's name for their
    folder.
    """
    return described(look(files, archives, gate), path)


@dataclass(frozen=True, slots=True)
class Looked:
    """The results of a run as data, before the report puts them into words."""

    compared: Compared
    judged: Judged
    diagnostics: tuple[Diagnostic, ...]  # of the files, and of resolutions that fit no finding
    record: Record
    announced: tuple[Announcement, ...] = ()
    touched: frozenset[str] = frozenset()  # names of the claims that a change added or altered
    settings: Settings = UNSET  # those that held


def look(
    files: Files,
    archives: Path | None = None,
    gate: Gate = PLAIN,
    settings: Settings = UNSET,
    earlier: Base | EarlierRun | None = None,
    there: SettingsThere = NONE_THERE,
) -> Looked:
    """Run every stage except the report.

    Raises UnusableBaseline before it compares anything.

    The settings choose the rules to run and make the gate that judges the findings. Against an
    earlier commit the settings `there` apply instead, and the caller makes the gate from them: a
    change to the settings cannot loosen the gate for itself.
    """
    known = () if files.baseline is None else read_baseline(*files.baseline)
    given = there.settings if isinstance(earlier, Base) else settings
    files = replace(files, reaches=given.reaches())
    with doing("Reading the claims"):
        loaded = load(files, archives)
    record = Record(known, under_todays_names(loaded.resolutions), files.partial)
    with doing("Comparing the claims"):
        rules = given.rules()
        compared = compare(loaded, rules, every_rule())
    with doing("Judging the findings"):
        match earlier:
            case Base():
                altered = alterations(there, settings)
                earlier = read_by(earlier, given.reaches())
                change = change_to(loaded, record, earlier, gate, rules, altered)
            case EarlierRun():
                change = change_since(earlier, record)
            case None:
                change = Change(record)
        judged = judge(compared.findings, gate, change.record)
    unknown = () if files.partial else settings.unknown_names(compared.sources, compared.vocabulary)
    diagnostics = tuple(sorted({*loaded.diagnostics, *judged.diagnostics, *unknown}))
    return Looked(compared, judged, diagnostics, change.record, change.announced, change.touched)


def described(looked: Looked, path: str, language: str = ENGLISH) -> Report:
    """Build the report on a run; each output format renders its own view of it.

    Raises ValueError where the report has no words in the language.
    """
    with doing("Putting the report together"):
        return report(
            looked.compared,
            looked.judged,
            looked.diagnostics,
            path=path,
            touched=looked.touched,
            announced=looked.announced,
            words=translator(language),
            known=looked.record.known,
            settings=_settings(looked.settings),
            program=f"factcheck {factcheck.__version__}",
        )


def _settings(settings: Settings) -> str:
    """The identity of the settings: their file and a digest; empty if the corpus has none."""
    return f"{settings.file}, {settings.digest}" if settings.digest else ""
