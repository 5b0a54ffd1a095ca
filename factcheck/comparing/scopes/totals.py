"""Checks totals that only grow, such as the toll of a disaster: falls, and sources with an old
total.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from factcheck.comparing.scopes.lattice import Placed
from factcheck.comparing.scopes.positions import written
from factcheck.comparing.scopes.superseding import issued
from factcheck.model import (
    Attribute,
    Claim,
    End,
    Interval,
    Period,
    Phrase,
    Position,
    Scope,
    Stated,
    Verdict,
    own,
    say,
)
from factcheck.model.frozen import dataclass
from factcheck.values import kind_for
from factcheck.values.period import show_days, show_period

RULE = "falling-total"
"""The rule that reports these."""


@dataclass(frozen=True, eq=False)
class Total:
    """One source's total for one day."""

    claim: Claim
    stated: Stated
    placed: Placed
    time: Period
    reach: Interval

    @property
    def published(self) -> Period:
        """The day on which the source published it."""
        return issued(self.claim.source)


Fall = tuple[Total, Total]  # the highest total known before, and one that is less


def falling_totals(line: Sequence[Placed], attribute: Attribute) -> Iterator[Scope]:
    """Falling totals among scopes that differ only in time: within a source, and across sources.

    The latest total of each source is compared with all totals of the others. Takes n log n steps.
    """
    every = list(_totals(line))
    by_source: dict[str, list[Total]] = defaultdict(list)
    for total in every:
        by_source[total.claim.source.id].append(total)
    latest = []
    for source in sorted(by_source):
        totals = by_source[source]
        yield from _by_record(_falls(totals, totals), Verdict.SELF_CONTRADICTS, attribute)
        last = max(total.time for total in totals)
        latest += [total for total in totals if total.time == last]
    falls = [f for f in _falls(latest, every) if _of_two_sources(f)]
    stale = [f for f in _printed_late(latest, every) if _of_two_sources(f)]
    copies = {fallen for _, fallen in _copies(falls, every)}
    copied = [(r, f) for r, f in falls if f in copies]
    copied += [(r, f) for r, f in stale if all(f is not fallen for _, fallen in falls)]
    yield from _by_record(copied, Verdict.SUPERSEDED, attribute)
    yield from _by_record(
        [(r, f) for r, f in falls if f not in copies], Verdict.UNDETERMINED, attribute
    )


def _totals(line: Iterable[Placed]) -> Iterator[Total]:
    for placed in line:
        for stated in placed.scope.stated:
            reach = stated.value.loose
            if placed.time is not None and reach is not None:
                for claim in stated.claims:
                    yield Total(claim, stated, placed, placed.time, reach)


def _of_two_sources(fall: Fall) -> bool:
    """The falls between two sources; falls within one source are found separately."""
    record, fallen = fall
    return record.claim.source is not fallen.claim.source


def _falls(totals: Iterable[Total], every: Iterable[Total]) -> Iterator[Fall]:
    """Each total below that of an earlier day, with the highest of these."""
    begin = sorted(totals, key=lambda t: (t.time, t.claim.name))
    ended = sorted(every, key=lambda t: (t.time.end, t.claim.name))
    record: Total | None = None
    passed = 0
    for total in begin:
        while passed < len(ended) and ended[passed].time.end < total.time.start:
            record = _higher(record, ended[passed])
            passed += 1
        if record is not None and _is_less(total, record):
            yield record, total


def _printed_late(totals: Iterable[Total], every: Iterable[Total]) -> Iterator[Fall]:
    """Each total of an earlier day that was printed after a higher one was known."""
    ordered = sorted(totals, key=lambda t: (t.published, t.claim.name))
    known = sorted(every, key=lambda t: (t.published.end, t.claim.name))
    record: Total | None = None
    passed = 0
    for total in ordered:
        while passed < len(known) and known[passed].published.end < total.published.start:
            record = _higher(record, known[passed])
            passed += 1
        if record is not None and total.time.end < record.time.start and _is_less(total, record):
            yield record, total


def _higher(record: Total | None, total: Total) -> Total:
    if record is None or total.reach.ends[0] > record.reach.ends[0]:
        return total
    return record


def _is_less(total: Total, record: Total) -> bool:
    return total.reach.ends[1] < record.reach.ends[0]


def _copies(falls: Sequence[Fall], totals: Iterable[Total]) -> Iterator[Fall]:
    """The falls to a figure that a source gave before the higher one: copies of an old total.

    A bound is no figure that somebody could copy.
    """
    figures = (t for t in totals if t.reach.low.is_finite() and t.reach.high.is_finite())
    before = sorted(figures, key=lambda t: t.time.end)
    lows: list[End] = []
    highs: list[End] = []
    passed = 0
    for record, fallen in sorted(falls, key=lambda fall: fall[0].time.start):
        while passed < len(before) and before[passed].time.end < record.time.start:
            low, high = before[passed].reach.ends
            lows.insert(bisect_right(lows, low), low)
            highs.insert(bisect_right(highs, high), high)
            passed += 1
        low, high = fallen.reach.ends
        if bisect_right(lows, high) > bisect_left(highs, low):
            yield record, fallen


def _by_record(falls: Iterable[Fall], verdict: Verdict, attribute: Attribute) -> Iterator[Scope]:
    """One scope for each day of a highest total, with all totals that fall below it."""
    by_day: dict[Placed, list[Fall]] = defaultdict(list)
    for fall in falls:
        by_day[fall[0].placed].append(fall)
    for day in by_day.values():
        record, fallen = day[0][0], [one for _, one in day]
        totals = (record, *fallen)
        alone = record.claim.source.id if verdict is Verdict.SELF_CONTRADICTS else ""
        rest = [q for q in record.placed.scope.qualifiers if q[0] not in ("period", "as_of")]
        yield Scope(
            tuple(rest),
            tuple(_position(stated, totals, attribute) for stated in _in_order(totals)),
            verdict,
            tuple(_step(record, one, verdict, attribute) for one in fallen),
            anchor=f"{record.placed.narrowed.anchor}; {RULE} {verdict} {alone}".rstrip(),
            reported_by=RULE,
        )


Place = tuple[Stated, Placed]


def _in_order(totals: Iterable[Total]) -> list[Place]:
    return list(dict.fromkeys((total.stated, total.placed) for total in totals))


def _position(place: Place, totals: Iterable[Total], attribute: Attribute) -> Position:
    stated, placed = place
    claims = {t.claim for t in totals if t.stated is stated}
    day = placed.label
    return Position(
        label=say(own("{value} · {day}"), value=kind_for(attribute).show(written(stated)), day=day),
        own=tuple(sorted(claims, key=attrgetter("name"))),
        value=stated.value,
        scope=day,
    )


def _step(record: Total, fallen: Total, verdict: Verdict, attribute: Attribute) -> Phrase:
    show = kind_for(attribute).show
    sentences = {
        Verdict.SUPERSEDED: own(
            "{outlet} ({day}) carries {less}, after {other} gave {more} for {then}: a stale copy."
        ),
        Verdict.SELF_CONTRADICTS: own(
            "{outlet} gives {more} for {then} and {less} for {when}: a total does not fall."
        ),
        Verdict.UNDETERMINED: own(
            "{other} gave {more} for {then}, {outlet} gives {less} for {when}: a total does not "
            "fall, so that one of the two is wrong or counts something else."
        ),
    }
    return say(
        sentences[verdict],
        outlet=fallen.claim.source.outlet,
        other=record.claim.source.outlet,
        day=show_period(fallen.published),
        less=show(written(fallen.stated)),
        more=show(written(record.stated)),
        then=show_days(record.time.start, record.time.end),
        when=show_days(fallen.time.start, fallen.time.end),
    )
