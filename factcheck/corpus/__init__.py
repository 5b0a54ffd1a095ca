"""From files to claims and diagnostics. `load.py` is the stage; the other modules serve it."""

from __future__ import annotations

from factcheck.corpus.files import Base, Files, MissingPath, UnusableBaseline
from factcheck.corpus.folder import folder_of, is_table
from factcheck.corpus.load import Validated, load, read_values, validate
from factcheck.corpus.reading_files import read_files
from factcheck.corpus.yaml.yaml_text import dump

__all__ = [
    "Base",
    "Files",
    "MissingPath",
    "UnusableBaseline",
    "Validated",
    "dump",
    "folder_of",
    "is_table",
    "load",
    "read_files",
    "read_values",
    "validate",
]
