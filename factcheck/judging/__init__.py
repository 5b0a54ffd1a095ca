"""The stage that adds to findings what people decided: their ids, weights and states."""

from __future__ import annotations

from factcheck.judging.judge import NOTHING, PLAIN, Gate, Record, judge

__all__ = ["NOTHING", "PLAIN", "Gate", "Record", "judge"]
