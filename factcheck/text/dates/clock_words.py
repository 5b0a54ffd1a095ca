"""Finds the clock time of a text, in figures or words, and leaves what may be its date."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from factcheck.model import Phrase, say
from factcheck.text.context import Context, NoValueGiven, ReadingError
from factcheck.text.dates.accounting import Part
from factcheck.text.dates.calendar_lexicon import visible
from factcheck.text.dates.clock import Beside, Clock, made
from factcheck.text.dates.clock_forms import Forms, forms_of
from factcheck.text.dates.han_dates import with_figures
from factcheck.text.dates.zones import Zone, zone_in, zone_of
from factcheck.text.language import fold, language_of
from factcheck.text.numbers.tokens import normalise

MAX_LENGTH = 200

_ISO = re.compile(
    r"(\d{4}-\d{2}-\d{2})[t ](\d{2}):?(\d{2})(?::?(\d{2})(?:\.\d{1,9})?)?(z|[+-]\d{2}(?::?\d{2})?)?"
)
_ISO_DAY = re.compile(r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")
"""Who writes days so writes times of 24 hours."""
_FOUR_FIGURES = re.compile(r"([01]\d|2[0-3])([0-5]\d)")
_SIGNS = " ,;:.|·–-()[]"


@dataclass
class Remainder:
    """A folded text while its words are taken: blanks stand for those that are, in their place."""

    text: str
    original: str
    parts: list[Part] = field(default_factory=list)
    notes: list[Phrase] = field(default_factory=list)

    def take(self, kind: str, start: int, end: int) -> str:
        """Put down which part a stretch plays, and return its words without signs around them."""
        written = self.text[start:end]
        signs = " ,;()[]" if kind == "zone" else _SIGNS
        words = written.strip(signs) or written.strip()
        if words:
            at = start + written.index(words)
            self.parts.append((kind, at, at + len(words)))
        self.text = self.text[:start] + " " * (end - start) + self.text[end:]
        return words

    def left(self) -> tuple[int, int]:
        """Where what is left begins and ends, without signs around it."""
        kept = self.text.strip(_SIGNS)
        start = self.text.find(kept) if kept else 0
        return start, start + len(kept)

    def refuse(self, why: str) -> ReadingError:
        """The error that says why the text gives no time."""
        return ReadingError(f'"{self.original.strip()[:60]}" {why}')


def read_clock(text: str, context: Context) -> tuple[Clock, Remainder]:
    """The clock time that `text` gives, and what is left of its words. Raises ReadingError."""
    if len(text) > MAX_LENGTH:
        raise ReadingError(f"a time of {len(text)} characters is too long: give its words alone")
    language = language_of(context.language)
    folded = fold(normalise(visible(text))).strip(" .,;:")
    if not folded:
        raise ReadingError("the text is empty: write the time as the source gives it")
    if "no_value" in language.meanings(folded):
        raise NoValueGiven(f'"{text.strip()}" says that no time is given')
    this = Remainder(with_figures(folded) if language.data.get("hanzi") else folded, text)
    if iso := _ISO.fullmatch(this.text):
        return _iso(this, iso), this
    forms = forms_of(context.language)
    for note in reversed(list(forms.notes.finditer(this.text))):
        words = this.take("note", *note.span())
        this.notes.append(say('"{words}" is no part of the time', words=words))
    found = zone_in(this.text, language.code)
    if found is not None:
        this.take("zone", found.start, found.end)
    return _clock(this, found.zone if found else Zone(), forms), this


def _iso(this: Remainder, iso: re.Match[str]) -> Clock:
    noted = Beside(zone=zone_of(iso[5]) if iso[5] else Zone())
    this.take("clock", iso.start(2), iso.end(4) if iso[4] else iso.end(3))
    if iso[5]:
        this.take("zone", *iso.span(5))
    this.take("filler", iso.end(1), iso.end(1) + 1)
    return made((iso[2], iso[3], iso[4]), this.original, noted)


def _clock(this: Remainder, zone: Zone, forms: Forms) -> Clock:
    hits = [hit for hit in forms.figures.finditer(this.text) if _is_time(hit)]
    if len(hits) > 1:  # "03.12. 22:14 Uhr": what has a point is the day
        hits = [hit for hit in hits if hit["sep"] != "."] or hits
    if len(hits) > 1:
        raise this.refuse("gives more than one time: give the words of one")
    if hits:
        return _figures(this, hits[0], zone, forms)
    if zone.name and (four := _FOUR_FIGURES.fullmatch(this.text.strip())):  # "1945Z"
        this.take("clock", *this.left())
        return made((four[1], four[2], None), this.original, Beside(zone=zone))
    return _words(this, zone, forms)


def _is_time(hit: re.Match[str]) -> bool:
    return any(hit[name] is not None for name in ("h", "h2", "h3", "h4"))


def _figures(this: Remainder, hit: re.Match[str], zone: Zone, forms: Forms) -> Clock:
    halves = [half.strip() for half in (hit["half"], hit["half2"]) if half is not None]
    if len(halves) > 1:
        raise this.refuse("says twice which half of the day it means")
    alone = not halves and not (this.text[: hit.start()] + this.text[hit.end() :]).strip(_SIGNS)
    if alone and hit["sep"] == "." and hit["after"] is None:
        raise this.refuse("may be a number: write the time as 13:55")
    if alone and hit["sign"] in forms.lengths and hit["m2"] is None:
        raise this.refuse("may be a length of time: write it as 13:00")
    parts = (
        hit["h"] or hit["h2"] or hit["h3"] or hit["h4"],
        "30" if hit["m2"] == "半" else hit["m"] or hit["m2"] or hit["m4"],
        hit["s"] or hit["s2"],
    )
    this.take("clock", *hit.span())
    about = _introduced(this, hit.span(), forms)
    half = (halves[0] if halves else _half_left(this, forms)) or ""
    if half in forms.fixed and half not in forms.halves:
        return _fixed(this, parts, forms.fixed[half], Beside(None, zone, about))
    named = {"a": "am", "p": "pm"}.get(half, forms.halves.get(half))
    noted = Beside(named, zone, about, forms.noon_is_zero)
    whole_day = parts[0].startswith("0") or zone.whole_day or _ISO_DAY.search(this.text)
    unsure = forms.twelve and named is None and not whole_day
    return made(parts, this.original, noted, unsure=unsure)


def _fixed(
    this: Remainder, parts: tuple[str, str | None, str | None], minutes: int, noted: Beside
) -> Clock:
    """As in "12 noon" and "12:00 midnight", where the word says all that the figures do."""
    hours = ("12",) if minutes else ("12", "0", "00")
    if parts[0] not in hours or parts[1] not in (None, "00") or parts[2] not in (None, "00"):
        raise this.refuse("is a time that no clock shows")
    return made((str(minutes // 60), "00", None), this.original, noted)


def _half_left(this: Remainder, forms: Forms) -> str | None:
    """A word for the half of the day that is all that is left: "nachmittags um 3:15"."""
    start, end = this.left()
    if this.text[start:end] not in forms.halves:
        return None
    return this.take("clock", start, end)


def _words(this: Remainder, zone: Zone, forms: Forms) -> Clock:
    for pattern, minutes, add in forms.words:
        if (found := pattern.search(this.text)) is not None:
            return _worded(this, found, (minutes, add), zone, forms)
    fixed = list(forms.fixed_words.finditer(this.text))
    if len(fixed) > 1:
        raise this.refuse("gives more than one time: give the words of one")
    if not fixed:
        raise this.refuse("is no time of day that can be read: write it as 13:55 or 1:55 pm")
    minutes = forms.fixed[this.take("clock", *fixed[0].span())]
    about = _introduced(this, fixed[0].span(), forms)
    parts = (str(minutes // 60), f"{minutes % 60:02}", None)
    return made(parts, this.original, Beside(None, zone, about))


def _worded(
    this: Remainder, found: re.Match[str], described: tuple[int, int], zone: Zone, forms: Forms
) -> Clock:
    """As in "halb vier nachmittags": `told` is the minutes, and how many hours to add."""
    minutes, add = described
    hour = forms.hours.get(found["hour"], int(found["hour"]) if found["hour"].isdigit() else 0)
    this.take("clock", *found.span())
    half = _half(this, found.span(), forms)
    about = _introduced(this, found.span(), forms)
    on_the_hour = minutes == 0 and add == 0
    # "Quarter to one" counts from twelve, which is no hour of its own before noon.
    full = (hour + add) % 12 or 12 if hour <= 12 else hour + add
    parts = (str(full), None if on_the_hour else f"{minutes:02}", None)
    noted = Beside(half, zone, about, forms.noon_is_zero)
    return made(parts, this.original, noted, unsure=half is None)


def _half(this: Remainder, clock: tuple[int, int], forms: Forms) -> str | None:
    """Which half of the day stands behind a time in words, or before it."""
    for phrase in forms.halves if not this.text.isspace() else ():
        if (place := _beside(this.text, clock, [phrase])) is not None:
            return forms.halves[this.take("clock", *place)]
    return None


def _introduced(this: Remainder, clock: tuple[int, int], forms: Forms) -> bool:
    """Takes the words that only introduce the time; whether one of them says "about"."""
    about = False
    while not this.text.isspace():
        if (place := _beside(this.text, clock, forms.about)) is not None:
            this.take("about", *place)
            about = True
        elif (place := _beside(this.text, clock, forms.filler)) is not None:
            this.take("filler", *place)
        else:
            break
    return about


def _beside(text: str, clock: tuple[int, int], words: Iterable[str]) -> tuple[int, int] | None:
    """Where one of the words stands right before a time or behind it, signs apart."""
    before = text[: clock[0]].rstrip(_SIGNS)
    skipped = len(text[clock[1] :]) - len(text[clock[1] :].lstrip(_SIGNS))
    after = text[clock[1] + skipped :]
    for word in words:
        if before == word or before.endswith(" " + word):
            return len(before) - len(word), len(before)
        if after.rstrip() == word or after.startswith(word + " "):
            start = clock[1] + skipped
            return start, start + len(word)
    return None
