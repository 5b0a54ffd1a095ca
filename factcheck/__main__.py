"""The entry point of the program, both as `factcheck` and as `python -m factcheck`.

Stopping it is no crash at any moment, not even while it is still being loaded.
"""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line with Python's garbage collector switched off. A run makes millions of
    objects and no garbage; a collector switched on between two stages would visit all of them.
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
