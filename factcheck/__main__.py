"""Where the program starts, as `factcheck` and as `python -m factcheck`.

Stopping it is no crash at any moment, not even while it is still being loaded.
"""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line, without Python's collector: a run makes millions of objects, no
    garbage, and an end. Switched on between two stages, it would look through them all; frozen,
    they are spared the last search as well, which Python makes at its end in any case.
    """
    gc.disable()
    try:
        from factcheck import cli

        cli.main()
    except KeyboardInterrupt:
        from factcheck.progress import STOPPED

        sys.stderr.write(f"\n{STOPPED}\n")
        sys.exit(130)
    finally:
        gc.freeze()


if __name__ == "__main__":
    main()
