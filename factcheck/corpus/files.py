"""The input of the loader: the files of a corpus, a table or a commit, as bytes by their paths."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING

from factcheck.model import Diagnostic, Screened
from factcheck.model.frozen import dataclass
from factcheck.text.numbers.precision import REACHES, Reaches

if TYPE_CHECKING:  # what few runs need: git, and tables
    from pathlib import Path

    from factcheck.corpus.archives import Archives
    from factcheck.corpus.revisions.git_tree import GitRevision
    from factcheck.corpus.tables.table_rows import Picked

REGISTRIES = ("subjects", "attributes", "origins", "relations")
RESOLUTIONS = "resolutions"
BASELINE = "baseline.jsonl"
TABLES = (".csv", ".tsv", ".jsonl", ".parquet")


class MissingPath(Exception):
    """There is no corpus at the path that the user gave. The message is a sentence."""


class UnusableBaseline(Exception):
    """The baseline cannot be used as it is. The message is a sentence with its place."""


@dataclass(frozen=True, slots=True)
class TableFile:
    """A table of claims (None if it is too large for memory) and the file that maps its columns."""

    path: str
    content: bytes | None
    mapping_path: str
    mapping: bytes | None = None
    picked: Picked | None = None  # of a large table, the rows that are looked at in full


@dataclass(frozen=True, slots=True)
class Files:
    """The YAML files of a corpus by the path shown to the user, and the files that cannot be read.

    `partial` where the files of other sources were left out: naming one of them is no fault.
    `baseline` is the path and the content of the baseline, None where there is none. `screened`
    says what of a large table is here. `is_earlier` where nobody can edit the files any more, as
    those of a commit: what they call by an old name is read under today's.
    `reaches` is what the settings say of "about", by which all values are read.
    """

    texts: Mapping[str, bytes]
    diagnostics: tuple[Diagnostic, ...] = field(default=())
    partial: bool = False
    baseline: tuple[str, bytes] | None = None
    table: TableFile | None = None
    screened: Screened | None = None
    is_earlier: bool = False
    reaches: Reaches = REACHES


@dataclass(frozen=True, slots=True)
class Base:
    """The revision to compare a corpus with: the merge base of HEAD and the branch `ref`.

    `files` is None where there was no corpus at that commit; `archives` are the archived copies of
    that commit, or their folder where git does not keep them.
    """

    ref: str
    revision: GitRevision
    files: Files | None
    archives: Path | Archives | None = None
    others: tuple[Base, ...] = ()  # after crossing merges, the further merge bases
    tip: Base | None = None  # and then `ref` itself
