"""Files to claims and diagnostics. `load.py` is the stage; everything else serves it."""

from __future__ import annotations

from factcheck.corpus.files import Files, MissingPath, UnusableBaseline
from factcheck.corpus.folder import folder_of, is_table
from factcheck.corpus.load import Validated, load, read_values, validate
from factcheck.corpus.reading_files import read_files
from factcheck.corpus.revisions.base_files import Base, base_of
from factcheck.corpus.revisions.git_tree import NoBase
from factcheck.corpus.yaml.yaml_text import dump

__all__ = [
    "Base",
    "Files",
    "MissingPath",
    "NoBase",
    "UnusableBaseline",
    "Validated",
    "base_of",
    "dump",
    "folder_of",
    "is_table",
    "load",
    "read_files",
    "read_values",
    "validate",
]
