"""What the worlds of the fuzz are drawn from."""

from __future__ import annotations

from typing import Any

World = dict[str, Any]  # the data of each file by its path

SUBJECTS = [f"s{n}" for n in range(7)]
NAMES = ["Northwind", "Nordwind AG", "Lantern", "灯笼", "Harbour Bridge", "Birch 2A", "Birch 2B"]
ORIGINS = ["desk", "agency", "group", "people", "office"]
OUTLETS = ["Post", "Wire", "Echo", "Office of Numbers", "Daily"]
SOURCES = ["post", "post-later", "wire", "echo", "daily"]
VALUES = {
    "quantity": [
        "120",
        "1,207",
        "about 1,200",
        "more than 1,000",
        "12 km",
        "0",
        "-3",
        "-3 to 4",
        "between 100 and 150",
        "30 %",
        "3 percentage points",
        "none",
        "1.2 million",
        "up 12 %",
        "two thirds",
        "half",
    ],
    "money": [
        "85 million euros",
        "$100m",
        "€85-90m",
        "up to 150 million euros",
        "CHF 4",
        "0 euros",
        "about 85 million dollars",
        "JPY 12 billion",
        "-3 million euros",
        "n/a",
    ],
    "period": [
        "2024",
        "2024/2025",
        "from 2024 to 2026",
        "Q3 2025",
        "FY 2025",
        "this year",
        "since 2019",
        "until June 2026",
        "2024~",
        "February 2024",
    ],
    "date": [
        "3 May 2024",
        "May 2024",
        "2024-02-29",
        "yesterday",
        "last month",
        "spring 2024",
        "early 2025",
        "in the 1990s",
        "2024~",
        "29 February 2024",
    ],
    "time": ["08:15", "noon", "around 9 pm", "20:15 CET", "midnight", "3 May 2024, 10:00"],
    "name": [*NAMES, "s2", "Ana Berg", "Anna Berg", "nobody"],
    "choice": ["c0", "c1", "c2", "c3", "first"],
    "text": ["as agreed", "As agreed.", "otherwise", "…"],
}
KINDS = sorted(VALUES)
PERIODS = [
    "2024",
    "2025",
    "H1 2025",
    "Q1 2025",
    "2025-03",
    "FY 2025",
    "2025~",
    "this year",
    "2024-02",
    "2023/2025",
    "last year",
    "../2025",
    "2025-02-28",
    "2024-02-29",
]
KEYS = ["period", "as_of", "place", "basis", "conditions", "covers"]
STATUS = [
    "actual",
    "estimate",
    "rumoured",
    "planned",
    "projected",
    "conditional",
    "trial",
    "denied",
]
# Attributes that relations bind: id -> (kind, unit). The others are drawn freely.
BOUND = {
    "count-a": ("quantity", None),
    "count-b": ("quantity", None),
    "count-c": ("quantity", None),
    "share-a": ("quantity", "%"),
    "share-b": ("quantity", "%"),
    "euro-a": ("money", "EUR"),
    "euro-b": ("money", "EUR"),
    "dollar": ("money", "USD"),
    "begun": ("date", None),
    "done": ("date", None),
}
COUNTS, SHARES = ["count-a", "count-b", "count-c"], ["share-a", "share-b"]
EUROS, DATES = ["euro-a", "euro-b"], ["begun", "done"]
RELATIONS: dict[str, World] = {
    "sum": {"whole": COUNTS, "parts": COUNTS},
    "product": {"product": EUROS, "factors": [COUNTS, EUROS]},
    "share": {"part": COUNTS, "whole": COUNTS, "share": SHARES},
    "quotient": {"quotient": EUROS, "dividend": EUROS, "divisor": COUNTS},
    "growth": {"value": COUNTS + EUROS, "growth": SHARES},
    "change": {"value": COUNTS, "change": COUNTS},
    "rate": {"to": EUROS, "from": ["dollar"], "rate": COUNTS},
    "at-most": {"value": COUNTS, "limit": COUNTS},
    "at-least": {"value": EUROS, "limit": EUROS},
    "order": {"earlier": DATES, "later": DATES},
}
