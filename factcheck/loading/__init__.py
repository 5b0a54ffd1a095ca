"""Files to claims and diagnostics. `load.py` is the stage; everything else serves it."""

from __future__ import annotations

from factcheck.loading.earlier import Base, base_of
from factcheck.loading.files import Files, MissingPath, UnusableBaseline
from factcheck.loading.folder import folder_of, is_table, read_files
from factcheck.loading.git_tree import NoBase
from factcheck.loading.load import Validated, load, read_values, validate
from factcheck.loading.yaml_text import dump

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
