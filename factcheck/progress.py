"""Progress messages for a user who waits at a terminal; a run shorter than a second shows none.

Code that may take long runs inside `doing`. Without a watching terminal, `doing` does nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import ContextVar
from threading import Event, Thread
from typing import TextIO

PATIENCE = 1.0
"""Seconds from the beginning of the run before anything is shown."""
STOPPED = "Stopped before the end; no file is half written."

_PAUSE = 0.2  # seconds between two looks at the clock
_ERASE = "\r\x1b[K"


class Watch:
    """Shows the current stage on a terminal, in one line that it erases afterwards.

    `clock` gives seconds.
    """

    def __init__(self, terminal: TextIO, clock: Callable[[], float]) -> None:
        self._terminal, self._clock, self._began = terminal, clock, clock()

    @contextmanager
    def over(self, what: str) -> Iterator[None]:
        """Show progress while the block runs; the terminal line is empty before and after."""
        ended = Event()
        thread = Thread(target=self._show, args=(what, ended), daemon=True)
        thread.start()
        try:
            yield
        finally:
            ended.set()
            thread.join()

    def _show(self, what: str, ended: Event) -> None:
        shown = ""
        while not ended.wait(_PAUSE):
            seconds = self._clock() - self._began
            if seconds >= PATIENCE:
                shown = f"{_ERASE}{what}, {seconds:.0f} s"
                self._write(shown)
        if shown:
            self._write(_ERASE)

    def _write(self, text: str) -> None:
        """Write to the terminal, and ignore a terminal that was closed."""
        try:
            self._terminal.write(text)
            self._terminal.flush()
        except (OSError, ValueError):
            pass


_WATCH: ContextVar[Watch | None] = ContextVar("watch", default=None)


@contextmanager
def watched(watch: Watch | None) -> Iterator[None]:
    """Show the progress of all stages inside the block."""
    before = _WATCH.set(watch)
    try:
        yield
    finally:
        _WATCH.reset(before)


def doing(what: str) -> AbstractContextManager[None]:
    """Name a stage while it runs: `what` is shown, as in "Comparing 1,000 claims"."""
    watch = _WATCH.get()
    return nullcontext() if watch is None else watch.over(what)
