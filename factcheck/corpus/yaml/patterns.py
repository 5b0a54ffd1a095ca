"""Patterns for texts with a fixed form, and the message for a text of another form."""

from __future__ import annotations

from collections.abc import Mapping

ID = r"^[a-z0-9][a-z0-9._-]*$"
LANGUAGE = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
COUNTRY = r"^[A-Z]{2}$"
MONTH_DAY = r"^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$"
SHA256 = r"^[0-9A-Fa-f]{64}$"
URL = r'^https?://[^\s/?#<>"]+([/?#][^\s<>"]*)?$'
DIGEST = r"^[a-f0-9]{12}$"
FINDING = r"^[0-9a-f]{12}$"
DAY = r"^[12]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"
CLAIM = r"^[^\s/]+/[^\s/]+$"
SHARE = r"^[0-9]{1,4}(\.[0-9]{1,20})?( ?%)?$"
_STEP = r"(\.|([^./\\:\x00]|\.[^./\\:\x00]|\.\.[^/\\:\x00])[^/\\:\x00]*)"  # never '..'
FOLDER = rf"^{_STEP}(/+{_STEP})*/*$"

# What each pattern asks for: (message, hint).
PATTERNS: Mapping[str, tuple[str, str]] = {
    ID: (
        "'{found}' is not a plain word",
        "an id is made of small letters, digits, '.', '_' and '-', as in '{word}'",
    ),
    LANGUAGE: (
        "'{found}' is not a language tag",
        "write the language's code, as in it, en-AU or zh-Hant",
    ),
    COUNTRY: ("'{found}' is not a country code", "write its two capital letters, as in CN or US"),
    MONTH_DAY: (
        "'{found}' is not a day of every year",
        "write its month and its day up to 28, as in 04-01 for the first of April",
    ),
    SHA256: (
        "'{found}' is not a SHA-256 digest",
        "it has 64 digits 0–9 and a–f; 'sha256sum FILE' prints it",
    ),
    FINDING: (
        "'{found}' is not the id of a finding",
        "it has twelve digits 0–9 and a–f; 'factcheck check' prints it with each finding",
    ),
    DIGEST: (
        "'{found}' is not the digest of a claim",
        "it has twelve digits 0–9 and a–f; `factcheck resolve --renew` writes it",
    ),
    DAY: ("'{found}' is not a day", "write it as in 2026-03-04"),
    CLAIM: (
        "'{found}' does not name a claim",
        "write its source and its id, as in example-daily-2026-01/ai-spend-2025",
    ),
    SHARE: ("'{found}' is no share", 'write "2 %" or 0.02'),
    FOLDER: (
        "'{found}' is no path that stays in the folder of the settings",
        'write one as in "claims"; the command line may name any',
    ),
    URL: (
        "'{found}' is not a web address",
        "write the full address, beginning with https:// or http://",
    ),
}
