"""The scenario repository of the gate, for the tests of what runs it."""

from __future__ import annotations

from tests.against.conftest import repository

__all__ = ["repository"]
