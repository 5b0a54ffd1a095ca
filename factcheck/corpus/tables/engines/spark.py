"""The Spark engine, local or on a cluster: `at` is its master, as spark://host:7077."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import narwhals as nw
from py4j.protocol import Py4JError
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession
from pyspark.sql import functions as sql
from pyspark.sql.types import LongType, StringType, StructField, StructType

from factcheck.corpus.tables.engines.base import Columns, Engine, NoEngine

JAVA = "openjdk-17-jre-headless"


class Spark(Engine):
    """Uses the executors of a cluster, which read the same path; or threads of this machine."""

    name = "spark"
    addresses = r"local(\[[\d*,]+\])?|yarn|(spark|k8s)://[\w.,:/\-\[\]]+"
    example = "spark://HOST:7077"
    failures = (OSError, PySparkException, Py4JError)

    def __init__(self, at: str = "") -> None:
        super().__init__(at)
        self._session = _session(at or "local[*]")

    def scan(self, path: str, names: Sequence[str]) -> Any:
        read = self._session.read.parquet(path)
        columns = [
            sql.col(f"`{name.replace('`', '``')}`").cast("string").alias(f"c{number}")
            for number, name in enumerate(names)
        ]
        return nw.from_native(read.select(*columns))

    def table(self, columns: Columns) -> Any:
        fields = [
            StructField(n, StringType() if any(isinstance(x, str) for x in v) else LongType())
            for n, v in columns.items()
        ]
        rows = list(zip(*columns.values(), strict=True))
        return nw.from_native(self._session.createDataFrame(rows, StructType(fields)))

    def kept(self, frame: Any) -> Any:
        return nw.from_native(frame.to_native().cache())

    def rows(self, frame: Any) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in frame.to_native().collect()]

    def close(self) -> None:
        self._session.stop()


def _session(master: str) -> SparkSession:
    """Open a session at this master. Raises NoEngine."""
    begun = SparkSession.builder.master(master)
    if master.startswith("local"):
        begun = begun.config("spark.sql.shuffle.partitions", "8")
    try:
        return (
            begun.appName("factcheck")
            .config("spark.sql.caseSensitive", "true")  # else `M` and `m` are one column
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.log.level", "ERROR")
            .config("spark.sql.ansi.enabled", "true")
            .getOrCreate()
        )
    except (PySparkException, Py4JError, OSError) as error:
        raise NoEngine(f"Spark does not start: {_reason(error, master)}") from None


def _reason(error: Exception, master: str) -> str:
    if "JAVA_GATEWAY" in str(error):
        return f"it needs a Java of version 17 or newer; on Debian: apt-get install {JAVA}"
    if not master.startswith("local"):
        return f"no master answers at '{master}', or it takes no work from here"
    return str(error).strip().splitlines()[0]
