"""The stage that adds to findings what people decided: their ids, weights and states."""

from __future__ import annotations

from factcheck.judging.judge import PLAIN, Gate, judge

__all__ = ["PLAIN", "Gate", "judge"]
