"""factcheck finds where sources disagree, and explains why."""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers take it; `typing` takes time, in which Ctrl-C would crash
if TYPE_CHECKING:
    from factcheck.api import check, compare, read
    from factcheck.text.context import NoValueGiven, ReadingError

__version__ = "0.1.0"
__all__ = ["NoValueGiven", "ReadingError", "__version__", "check", "compare", "read"]

_HOMES = {
    "NoValueGiven": "factcheck.text.context",
    "ReadingError": "factcheck.text.context",
    "check": "factcheck.api",
    "compare": "factcheck.api",
    "read": "factcheck.api",
}


def __getattr__(name: str) -> object:
    """Load a public name when it is first used, so that `factcheck --help` loads none of them."""
    if name not in _HOMES:
        raise AttributeError(f"module 'factcheck' has no attribute {name!r}")
    from importlib import import_module

    globals()[name] = found = getattr(import_module(_HOMES[name]), name)
    return found
