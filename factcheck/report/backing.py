"""Describes the backing of a position: its outlets and origins, in the report's words."""

from __future__ import annotations

from dataclasses import replace

from factcheck.comparing.origins import Backing
from factcheck.report.words.translating import Translator


def backing_of_position(backing: Backing, words: Translator) -> str:
    """The origins of a position whose outlets are listed beside it: "single origin"."""
    if len(backing.origins) == 1 and not backing.unknown and len(backing.outlets) > 1:
        return words.text("single origin")
    return _origins(backing, words)


def backing_of_agreement(backing: Backing, words: Translator) -> str:
    """The numbers of outlets and origins: "2 outlets, 1 origin", and why they may be fewer."""
    outlets = words.many("{count} outlet", "{count} outlets", len(backing.outlets))
    able = replace(backing, origins=backing.knowing)
    stated = words.text("{outlets}, {origins}", outlets=outlets, origins=_origins(able, words))
    return f"{stated} {words.text('(the same words)')}" if backing.copied else stated


def _origins(backing: Backing, words: Translator) -> str:
    count = len(backing.origins)
    if count == 0:
        return words.text("circular") if backing.circular else words.text("origin unknown")
    if backing.unknown:
        return words.many("{count} known origin", "{count} known origins", count)
    return words.many("{count} origin", "{count} origins", count)
