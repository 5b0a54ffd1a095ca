"""A check of 100,000 claims in 1,000 files: anew, with nothing changed, and with one file changed.

The aims: 60 ms more than `factcheck --help` where nothing changed, 100 ms more where one file was
edited. The shipped corpus is measured in `startup.py`.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from bench import generate
from bench.startup import FACTCHECK, HELP, in_turn, seconds

CLAIMS, SOURCES = 100_000, 1_000


def main(claims: int = CLAIMS) -> None:
    """Print what each takes of the processor."""
    generate.CLAIMS_PER_SOURCE = claims // SOURCES
    with tempfile.TemporaryDirectory() as folder:
        corpus, cache = Path(folder) / "claims", Path(folder) / "cache"
        generate.write(corpus, claims)
        time.sleep(3)  # what was written just now is read again, whatever its marks say
        check = (*FACTCHECK, "check", str(corpus), "-o", f"concise:{folder}/out")
        one = corpus / "sources/source-00500.yaml"
        anew = seconds(check, cache)
        medians = in_turn({HELP: (*FACTCHECK, "--help"), "nothing changed": check}, cache)
        for name, found in {"anew": anew, **medians}.items():
            _say(name, found, medians[HELP])
        one.touch()
        _say("one file touched", seconds(check, cache), medians[HELP])
        one.write_text(
            one.read_text("utf-8").replace("What the accounts", "What accounts"), "utf-8"
        )
        _say("one file edited", seconds(check, cache), medians[HELP])


def _say(name: str, found: float, help_: float) -> None:
    more = 1000 * (found - help_)
    print(f"{name:18} {found:8.3f} s  {found / help_:7.2f} x help  {more:+9.0f} ms", flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
