"""`make bench`: all benchmarks, one after the other."""

from __future__ import annotations

from bench import (
    bulk,
    checking,
    comparing,
    loading,
    reading,
    report,
    stages,
    startup,
    tables,
)

if __name__ == "__main__":
    reading.main()
    loading.main()
    checking.main((1_000, 10_000))
    stages.main((10_000,))
    tables.main()
    comparing.main()
    report.main((500,))
    startup.main()
    bulk.main((1_000_000,))
