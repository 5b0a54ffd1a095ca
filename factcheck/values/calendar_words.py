"""Reads dates and periods from a language's words: month names, halves, relative phrases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.model import Period, Phrase, say
from factcheck.values import edtf
from factcheck.values.base import Context, NoValueGiven, ReadingError
from factcheck.values.calendar_days import count_out
from factcheck.values.calendar_lexicon import lexicon, range_words, visible
from factcheck.values.calendar_phrases import Said, put_together
from factcheck.values.calendar_scan import scan
from factcheck.values.han_dates import with_figures
from factcheck.values.language import Language, fold, language_of
from factcheck.values.numeric_dates import full_year, read_numeric
from factcheck.values.tokens import normalise

MAX_LENGTH = 200

_DASH = re.compile(r" ?[–—~～〜至] ?| - |(?<=\w)-(?=\w)| / ")
_SLASHED_FISCAL = re.compile(r"(?<!\d)(\d{4}|\d{2})[/–-](\d{4}|\d{2})(?!\d)")
_DAY = re.compile(r"\d{1,2}")
_BUDDHIST_FROM = 2400


def read_words(text: str, context: Context) -> Period:
    """The days that a text in words gives. Raises ReadingError."""
    if len(text) > MAX_LENGTH:
        raise ReadingError(f"a date of {len(text)} characters is too long: give its words alone")
    language = language_of(context.language)
    plain_text = _plain(text, language)
    if not plain_text:
        raise ReadingError("the text is empty: write the date as the source gives it")
    if "no_value" in language.meanings(plain_text):
        raise NoValueGiven(f'"{text.strip()}" says that no date is given')
    if (found := edtf.read_edtf(normalise(text).upper())) is not None:
        _check_era(found, text, context)
        return found
    if (found := _figures(plain_text, context)) is not None:
        return found
    if (found := _fiscal_pair(plain_text, text, context)) is not None:
        return found
    if (found := _range(plain_text, text, context, only_dashes=True)) is not None:
        return found
    try:
        return _one(plain_text, text, context)
    except ReadingError:
        # "October to December 2025": no dash divides it, and nothing else makes sense of it.
        if (found := _range(plain_text, text, context, only_dashes=False)) is None:
            raise
        return found


def _plain(text: str, language: Language) -> str:
    plain_text = fold(normalise(visible(text))).strip(" .,;:")
    return with_figures(plain_text) if language.data.get("hanzi") else plain_text


def _figures(text: str, context: Context) -> Period | None:
    found = edtf.read_edtf(text.upper()) or read_numeric(text, context.language)
    if found is None and text[:1].isdigit() and not text[-1:].isdigit():
        figures, _, word = text.rpartition(" ")  # Bulgarian "1.01.2025 г."
        if "filler" in lexicon(context.language).get(word, {}):
            found = read_numeric(figures, context.language)
    if found is not None:
        _check_era(found, text, context)
    return found


def _check_era(period: Period, original: str, context: Context) -> None:
    """A Thai source that writes 2568 counts from the Buddha."""
    if context.language.partition("-")[0] == "th" and 9999 > period.end.year >= _BUDDHIST_FROM:
        raise ReadingError(
            f'"{original.strip()[:60]}" may count its years from the Buddha: write the year of the '
            "common era"
        )


def _one(text: str, original: str, context: Context) -> Period:
    if (found := _figures(text, context)) is not None:
        return found
    return _counted(_said(text, original, context), original, context)


def _counted(said: Said, original: str, context: Context) -> Period:
    notes: list[Phrase] = []
    _place_numbers(said, original, notes)
    found = count_out(said, original, context, notes)
    _check_era(found, original, context)
    return found


def _said(text: str, original: str, context: Context) -> Said:
    return put_together(scan(text, original, context.language), original)


def _place_numbers(said: Said, original: str, notes: list[Phrase]) -> None:
    """Which number is the year and which the day."""
    if "bce" in said.marks:
        raise ReadingError(
            f'"{original.strip()[:60]}" lies before the common era, which is not read: leave it out'
        )
    for number in sorted(said.numbers, key=lambda n: -len(n.lstrip("'"))):
        digits = number.lstrip("'")
        if len(digits) == 4 or (len(digits) == 2 and number.startswith("'")):
            target = "year"
        elif len(digits) <= 2 and said.day is None and said.month and len(said.numbers) <= 2:
            target = "day"
        elif (len(digits) == 2 and said.year is None and (said.nth or said.marks & {"fiscal"})) or (
            len(digits) == 2 and said.year is None and said.first and not said.month
        ):
            target = "year"
        else:
            raise ReadingError(
                f'"{original.strip()[:60]}" has the number {digits[:20]}, which is no date'
            )
        if getattr(said, target) is not None:
            raise ReadingError(f'"{original.strip()[:60]}" gives more than one date: give one')
        value = int(digits)
        if target == "year":
            value, why = full_year(digits)
            notes.extend(why)
        setattr(said, target, value)
    said.numbers = []


def _fiscal_pair(text: str, original: str, context: Context) -> Period | None:
    """As in "FY2025/26": the fiscal year that begins in the one and ends in the other."""
    pair = _SLASHED_FISCAL.search(text)
    if pair is None:
        return None
    first, last = int(pair[1]), int(pair[2])
    if first % 100 + 1 != last % 100 and (first % 100, last % 100) != (99, 0):
        return None
    try:
        said = _said(text[: pair.start()] + pair[2] + text[pair.end() :], original, context)
    except ReadingError:
        return None
    if "fiscal" not in said.marks:
        return None
    starts = context.fiscal_year_starts
    if starts is not None and starts != (1, 1):
        return _counted(said, original, context)
    if said.nth or said.first:
        raise ReadingError(
            f'"{original.strip()[:60]}" names a part of a fiscal year, and no fiscal calendar is '
            "declared: give the subject 'fiscal_year_starts', as in 04-01"
        )
    both, _ = full_year(f"{last % 100:02}" if last < 100 else str(last))
    note = say("both years are taken: the subject declares no fiscal calendar")
    return replace(_span(both), assumed=True, notes=(note,))


def _span(last: int) -> Period:
    from factcheck.values.spans import year_period

    return year_period(last - 1, last)


def _range(text: str, original: str, context: Context, only_dashes: bool) -> Period | None:
    """As in "from 2019 to 2021", "2024–2026", "ottobre-dicembre 2025"."""
    for first, last in _cuts(text, context, only_dashes):
        try:
            found = _between(first, last, original, context)
        except ReadingError:
            continue
        if found is not None:
            return found
    return None


def _cuts(text: str, context: Context, only_dashes: bool) -> Iterator[tuple[str, str]]:
    openings, connectors = range_words(context.language)
    certain = language_of(context.language).data.get("ranges", {}).get("connector", ())
    opening = openings.match(text)
    begin = opening.end() if opening else 0
    if only_dashes and not opening:
        yield from ((text[: cut.start()], text[cut.end() :]) for cut in _DASH.finditer(text))
        return
    for pattern in (_DASH, connectors):
        for cut in pattern.finditer(text, begin):
            # "2025 and 2026" are two years; "2025 to 2026" is a range, opened or not.
            if not opening and pattern is connectors and cut.group().strip() not in certain:
                continue
            yield text[begin : cut.start()], text[cut.end() :]


def _between(first: str, last: str, original: str, context: Context) -> Period | None:
    whole = [_figures(part.strip(" .,"), context) for part in (first, last)]
    if whole[0] is not None and whole[1] is not None and _same(whole[0], whole[1]):
        return _joined(whole[0], whole[1])
    start, end = (_half(part, context) for part in (first, last))
    if start is None or end is None or start.marks & _OPEN or end.marks & _OPEN:
        return None
    notes: list[Phrase] = []
    if language_of(context.language).data.get("hanzi"):
        _share_month(start, end)
    inherits = _complete(start, end)
    if inherits is None:
        return None
    _place_numbers(start, original, notes)
    _place_numbers(end, original, notes)
    if inherits == "start" and start.year is None:
        start.year = end.year
    elif inherits == "end" and end.year is None:
        end.year = start.year
    a, b = (count_out(said, original, context, notes) for said in (start, end))
    if a.start > b.end and inherits == "start" and start.year is not None:
        start.year -= 1
        a = count_out(start, original, context, notes)
    elif a.start > b.end and inherits == "end" and end.year is not None:
        end.year += 1
        b = count_out(end, original, context, notes)
    return _joined(a, b)


_OPEN = {"since", "until", "after", "before", "to_date", "bce"}


def _same(start: Period, end: Period) -> bool:
    """Whether two spans are of one size: two days, two months, two years."""
    sizes = [(p.end - p.start).days for p in (start, end)]
    return sizes[0] == sizes[1] or (min(sizes) >= 27 and max(sizes) <= 30) or min(sizes) >= 364


def _joined(start: Period, end: Period) -> Period | None:
    if start.start > end.end or start.end > end.end or start.start == end.start:
        return None
    notes = tuple(dict.fromkeys((*start.notes, *end.notes)))
    approximate, assumed = start.approximate or end.approximate, start.assumed or end.assumed
    return Period(start.start, end.end, approximate, notes, assumed)


def _half(text: str, context: Context) -> Said | None:
    """One end of a range, which may be a bare day."""
    if not text.strip(" .,"):
        return None
    return _said(text.strip(" .,"), text, context)


def _complete(start: Said, end: Said) -> str | None:
    """Gives each end what only the other says; which of them lacks a year; None: unlike ends."""
    years = [_names_year(said) for said in (start, end)]
    days = [any(_DAY.fullmatch(n) for n in said.numbers) for said in (start, end)]
    if days[0] and days[1]:
        if start.month is None and end.month is not None:
            start.month = end.month
        elif end.month is None and start.month is not None:
            end.month = start.month
        elif start.month is None:
            return None
    elif years[0] != years[1] and _shape(start) != _shape(end):
        return None
    if years == [False, True]:
        if end.shift is not None:
            start.shift = end.shift
        return "start"
    if years == [True, False]:
        return "end"
    return "none"


def _share_month(start: Said, end: Said) -> None:
    """As in "2025年1~9月" and "4~6月期", where the first figure is a month as well."""
    bare = [n for n in start.numbers if _DAY.fullmatch(n)]
    if end.month is None or start.month is not None or len(bare) != 1:
        return
    if not any(_DAY.fullmatch(n) for n in end.numbers) and 1 <= int(bare[0]) <= 12:
        start.month, start.numbers = int(bare[0]), [n for n in start.numbers if n != bare[0]]
        end.ended = None


def _names_year(said: Said) -> bool:
    named = any(len(n.lstrip("'")) == 4 or n[0] == "'" for n in said.numbers)
    return bool(named or said.years or said.shift or said.toward or said.recent)


def _shape(said: Said) -> tuple[object, ...]:
    """What an end names besides its year: a month, a day, a quarter, a season."""
    days = any(_DAY.fullmatch(n) for n in said.numbers)
    units = tuple(unit for unit, _ in said.nth)
    named = (said.month, said.season, said.weekday, said.third, said.first)
    return (days, units, *(part is not None for part in named))
