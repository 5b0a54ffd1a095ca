"""Files to claims and diagnostics. `load.py` is the stage; everything else serves it."""

from __future__ import annotations

from factcheck.loading.folder import Files, MissingPath, UnusableBaseline, folder_of, read_files
from factcheck.loading.load import Validated, load, read_values, validate
from factcheck.loading.yaml_text import dump

__all__ = [
    "Files",
    "MissingPath",
    "UnusableBaseline",
    "Validated",
    "dump",
    "folder_of",
    "load",
    "read_files",
    "read_values",
    "validate",
]
