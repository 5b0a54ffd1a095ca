"""The whole flow, in the order in which it happens. Start reading here.

files -> Loaded -> Corpus -> Compared -> Judged -> ReportView -> text
"""

from __future__ import annotations

from pathlib import Path

import factcheck
from factcheck.comparing import compare
from factcheck.grouping import group
from factcheck.judging import PLAIN, Gate, judge
from factcheck.loading import Files
from factcheck.loading.folder import read_files
from factcheck.loading.load import load
from factcheck.reporting import ReportView, report


def run(path: Path, archives: Path | None = None, gate: Gate = PLAIN) -> ReportView:
    """The report on the corpus at `path`, with source texts from the folder `archives`."""
    return report_on(read_files(path), archives, gate, str(path))


def report_on(
    files: Files, archives: Path | None = None, gate: Gate = PLAIN, path: str = "claims"
) -> ReportView:
    """The report on files that were read already; `path` is how the user calls their folder."""
    loaded = load(files, archives)
    compared = compare(group(loaded))
    return report(
        compared.corpus,
        judge(compared.findings, gate),
        loaded.diagnostics,
        path=path,
        program=f"factcheck {factcheck.__version__}",
    )
