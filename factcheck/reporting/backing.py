"""How many stand behind a statement, in the report's words: outlets and origins."""

from __future__ import annotations

from factcheck.sourcing import Backing


def backing_of_side(backing: Backing) -> str:
    """The origins of a side, whose outlets are named beside: "single origin"."""
    match len(backing.origins):
        case 0:
            return "circular" if backing.circular else "origin unknown"
        case 1 if backing.unknown:
            return "1 known origin"
        case 1:
            return "single origin" if len(backing.outlets) > 1 else "1 origin"
        case count:
            return f"{count} {'known ' if backing.unknown else ''}origins"


def backing_of_agreement(backing: Backing) -> str:
    """Outlets against origins: "2 outlets, 1 origin", and why it may be fewer than it seems."""
    outlets = f"{len(backing.outlets)} outlet{'s' if len(backing.outlets) > 1 else ''}"
    origins = backing_of_side(backing).replace("single", "1")
    return f"{outlets}, {origins}{' (the same words)' if backing.copied else ''}"
