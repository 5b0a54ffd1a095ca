"""Lets `python -m factcheck` do what the command `factcheck` does."""

from __future__ import annotations

from factcheck.cli import main

main()
