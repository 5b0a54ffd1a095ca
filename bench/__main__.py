"""`make bench`: all benchmarks, one after the other."""

from __future__ import annotations

from bench import loading, startup

if __name__ == "__main__":
    loading.main()
    startup.main()
