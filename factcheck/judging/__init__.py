"""The judging stage: adds ids, severities, states and people's decisions to the findings."""

from __future__ import annotations

from factcheck.judging.judge import NOTHING, PLAIN, Gate, Record, judge

__all__ = ["NOTHING", "PLAIN", "Gate", "Record", "judge"]
