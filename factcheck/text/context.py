"""What a reader of texts knows besides the text, and how it says that the text gives no value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from factcheck.model import Attribute, Period, Subject
from factcheck.model.frozen import dataclass
from factcheck.text.numbers.precision import REACHES, Reaches


class ReadingError(ValueError):
    """The text gives no value of this kind. The message is a sentence for a curator."""


class NoValueGiven(ReadingError):
    """The text says that there is no value: "n/a", "not disclosed", "—"."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a reader needs to know besides the text.

    `language` is a language tag as the source declares it ("it", "zh-Hant"); `on` the day by which
    relative dates and exchange rates are understood (None: unknown); `country` the ISO 3166 code
    that decides what "$" means; `subjects` the registry against which names are resolved; `period`
    what the claim is about, which decides the exchange rate of an amount that flowed in it;
    `fiscal_year_starts` the month and day on which the subject's fiscal year begins (None: not
    declared); `fiscal_year_named_by` whether the year of its "start" or its "end" names it;
    `reaches` how far a word like "about" reaches, as a share of a number of 1, 2, 3, 4 digits.
    """

    language: str
    on: date | None = None
    attribute: Attribute | None = None
    subjects: Mapping[str, Subject] = field(default_factory=dict)
    country: str | None = None
    period: Period | None = None
    fiscal_year_starts: tuple[int, int] | None = None
    fiscal_year_named_by: str = "end"
    reaches: Reaches = REACHES
