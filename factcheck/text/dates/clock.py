"""A time of day, made of its figures and of what stands beside them."""

from __future__ import annotations

from decimal import Decimal

from factcheck.model import Phrase, say
from factcheck.model.frozen import dataclass
from factcheck.text.context import ReadingError
from factcheck.text.dates.zones import NO_ZONE, Zone


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: minutes since midnight, and how many minutes the text leaves open."""

    start: Decimal = Decimal(0)
    step: Decimal = Decimal(1)
    zone: Zone = NO_ZONE
    about: bool = False
    half_unknown: bool = False  # whether 3 may be 15: "half past three"
    notes: tuple[Phrase, ...] = ()

    def __str__(self) -> str:
        minutes, rest = divmod(self.start, 1)
        shown = f"{int(minutes) // 60:02}:{int(minutes) % 60:02}"
        if self.step == 60:
            return f"{int(minutes) // 60} o'clock"
        return f"{shown}:{round(rest * 60):02}" if self.step < 1 else shown


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside the figures of a time."""

    half: str | None = None
    zone: Zone = NO_ZONE
    about: bool = False
    noon_is_zero: bool = False


def made(
    parts: tuple[str, str | None, str | None], original: str, noted: Beside, unsure: bool = False
) -> Clock:
    """The time of (hour, minute, second); `unsure`: its half of the day is not told.

    Raises ReadingError where no clock shows it.
    """
    hour, minute, second = int(parts[0]), int(parts[1] or 0), int(parts[2] or 0)
    if hour == 24 and not minute and not second:
        raise ReadingError(
            f'"{original.strip()[:60]}" is the end of a day: write it as 0:00 of the next'
        )
    if hour > 23 or minute > 59 or second > 59:
        raise ReadingError(f'"{original.strip()[:60]}" is a time that no clock shows')
    if noted.half is not None:
        hour = _of_the_day(hour, noted, original)
    unknown = unsure and 1 <= hour <= 12
    notes: list[Phrase] = []
    if unknown:
        notes.append(say("the text does not say whether it is before or after noon"))
    if noted.zone.name:
        notes.append(say("the time is that of {zone}, and is kept there", zone=noted.zone.name))
    step = Decimal(60) if parts[1] is None else Decimal(1) if parts[2] is None else Decimal(1) / 60
    start = Decimal(hour * 60 + minute) + Decimal(second) / 60
    return Clock(start, step, noted.zone, noted.about, unknown, tuple(notes))


def _of_the_day(hour: int, noted: Beside, original: str) -> int:
    """The hour of 24 that a half of the day makes of one of 12."""
    impossible = ReadingError(f'"{original.strip()[:60]}" is a time that no clock shows')
    half = noted.half
    if hour > 12:
        if half in ("am", "noon"):
            raise impossible
        return hour
    match half:
        case "am":
            return hour % 12
        case "noon":
            if 4 <= hour <= 9 or hour == 0:
                raise impossible
            return hour if hour >= 10 else hour + 12
        case "night":
            return hour % 12 + (12 if 6 <= hour < 12 else 0)
        case _:
            if hour == 12 and (noted.noon_is_zero or half == "evening"):
                raise ReadingError(
                    f'"{original.strip()[:60]}" may be noon or midnight: write it as 12:00 or 0:00'
                )
            return hour % 12 + 12
