"""What the editors of a corpus set: rules, weights, policy, paths. `reading.py` is the way in."""

from __future__ import annotations

from factcheck.settings.chosen import Setting, Settings
from factcheck.settings.looking import settings_of
from factcheck.settings.reading import UnusableSettings, read_settings

__all__ = ["Setting", "Settings", "UnusableSettings", "read_settings", "settings_of"]
