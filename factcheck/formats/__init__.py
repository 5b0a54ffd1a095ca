"""Output formats, one file each. The folder is the registry: `-o NAME` finds `reports/NAME.py`."""

from __future__ import annotations
