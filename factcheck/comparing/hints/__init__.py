"""Likely causes of a disagreement about figures or days: what an editor would look at first.

A hint never changes a verdict. It says what is known of the two figures elsewhere in the corpus,
and what slip would turn one into the other, each with its evidence.
"""

from __future__ import annotations

from factcheck.comparing.hints.finding_hints import Hints

__all__ = ["Hints"]
