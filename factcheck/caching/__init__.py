"""Whole runs kept from one to the next: `runs.py` finds and keeps them; the rest serves it.

A run is a function of what it was asked, of the program, and of what it looked at. Where all of
that is the same, so is what it says, and it need not be made again.
"""

from __future__ import annotations
