"""Likely causes of a conflict between figures or days: what an editor would check first.

A hint never changes a verdict. It names other claims of the corpus with one of the two figures, and
a typing error that would turn one figure into the other, each with its evidence.
"""

from __future__ import annotations

from factcheck.comparing.hints.finding_hints import Hints

__all__ = ["Hints"]
