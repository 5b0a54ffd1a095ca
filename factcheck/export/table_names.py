"""The available tables, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from factcheck.comparing import Compared
from factcheck.export import claim_rows as claims
from factcheck.export import finding_rows as findings
from factcheck.export import position_rows as positions
from factcheck.export.rows import Row
from factcheck.model import Judged
from factcheck.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class ExportTable:
    """A table: the names of its columns, and the function that makes its rows."""

    columns: tuple[str, ...]
    rows: Callable[[Compared, Judged], Iterable[Row]]


TABLES: Mapping[str, ExportTable] = {
    "claims": ExportTable(claims.COLUMNS, lambda compared, _: claims.rows(compared)),
    "positions": ExportTable(positions.COLUMNS, lambda compared, _: positions.rows(compared)),
    "findings": ExportTable(findings.COLUMNS, lambda _, judged: findings.rows(judged)),
}
