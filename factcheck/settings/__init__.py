"""The settings of a corpus: rules, severities, policy, paths. Start in `settings_reading.py`."""

from __future__ import annotations

from factcheck.settings.chosen import UNSET, Settings
from factcheck.settings.settings_files import folder_named, settings_of
from factcheck.settings.settings_reading import UnusableSettings, read_settings

__all__ = [
    "UNSET",
    "Settings",
    "UnusableSettings",
    "folder_named",
    "read_settings",
    "settings_of",
]
