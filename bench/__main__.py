"""`make bench`: all benchmarks, one after the other."""

from __future__ import annotations

from bench import comparing, loading, reading, startup, tables

if __name__ == "__main__":
    reading.main()
    loading.main()
    tables.main()
    comparing.main()
    startup.main()
