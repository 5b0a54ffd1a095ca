"""The rules, one file each. The folder is the registry: nothing else names them."""

from __future__ import annotations
