"""The type of a table's rows, for every format."""

from __future__ import annotations

from collections.abc import Mapping

Cell = str | int | bool | tuple[str, ...] | None
"""None where there is nothing to say. Figures of claims are texts: they stay as written."""

Row = Mapping[str, Cell]
