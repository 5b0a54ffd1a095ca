"""Reads the files of `resolutions/`, one decision each. A file with errors decides nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from factcheck.corpus.yaml.documents import Diagnostics, report
from factcheck.corpus.yaml.forms import PositionForm, ResolutionForm
from factcheck.corpus.yaml.places import Document
from factcheck.corpus.yaml.schema import read
from factcheck.corpus.yaml.sentences import describe
from factcheck.model import Decision, KnownValue, Location, Resolution

LASTING = frozenset({Decision.ACCEPT_UNRESOLVED, Decision.PENDING})
"""Decisions that decide nothing for good, and need a day until which they hold."""


def read_resolutions(
    documents: Iterable[Document], diagnostics: Diagnostics
) -> tuple[Resolution, ...]:
    """The valid resolutions, by finding.

    If two files decide on one finding, neither applies: no rule says which one holds.
    """
    sound = [one for d in documents if (one := read_resolution(d, diagnostics)) is not None]
    by_finding: dict[str, Resolution] = {}
    twice: set[str] = set()
    for one in sound:
        first = by_finding.setdefault(one.finding, one)
        if first is not one:
            twice.add(one.finding)
            diagnostics.add(
                one.at("finding"),
                f"two files decide on {one.finding}: the other is {first.location.path}",
                "delete one of them; until then neither holds",
            )
    return tuple(r for id, r in sorted(by_finding.items()) if id not in twice)


def read_resolution(document: Document, diagnostics: Diagnostics) -> Resolution | None:
    """The decision of one file, or None if the file has errors."""
    data = document.data
    if not isinstance(data, dict):
        diagnostic = (
            "is empty" if data is None else f"begins with {describe(data)} in place of a key"
        )
        hint = "begin it with 'finding:'; 'factcheck resolve' writes such files"
        diagnostics.add(Location(document.path, 1, 1), f"the file {diagnostic}", hint)
        return None
    form = read(ResolutionForm, data)
    if isinstance(form, list):
        report(document, (), form, diagnostics)
        return None
    wrong = list(_diagnostics(form, document))
    for place, message, hint in wrong:
        diagnostics.add(place, message, hint)
    return None if wrong or document.damaged else _resolution(form, document)


def _diagnostics(form: ResolutionForm, document: Document) -> Iterator[tuple[Location, str, str]]:
    places = document.places
    if not form.positions:
        yield places.at("positions"), "'positions' is empty", "write what was judged"
    for number, position in enumerate(form.positions):
        if not position.claims:
            place = places.at("positions", number, "claims")
            yield place, "'claims' is empty", "name the claims that give this value"
    days: dict[str, date] = {}
    for key in ("on", "expires"):
        if (text := getattr(form, key)) is not None:
            try:
                days[key] = date.fromisoformat(text)
            except ValueError:
                yield places.at(key), f"'{text}' is not a day: its month is shorter", "correct it"
    if days.get("expires", date.max) < days.get("on", date.min):
        message = f"the decision expires on {form.expires}, before it was taken on {form.on}"
        yield places.at("expires"), message, "correct one of the two days"
    yield from _diagnostics_of_decision(form, document)


def _diagnostics_of_decision(
    form: ResolutionForm, document: Document
) -> Iterator[tuple[Location, str, str]]:
    """Report keys that the decision lacks, and keys that it must not have."""
    places = document.places
    values = [position.value for position in form.positions]
    decision = Decision(form.decision)
    if decision is Decision.PREFER and form.prefer is None:
        hint = f"add 'prefer: …' with one of the values: {'; '.join(values)}"
        yield places.at("decision"), "the decision 'prefer' does not say which value", hint
    if form.prefer is not None and decision is not Decision.PREFER:
        message = f"'prefer' does not go with the decision '{form.decision}'"
        yield places.at("prefer"), message, "delete it, or write 'decision: prefer'"
    elif form.prefer is not None and form.prefer not in values:
        message = f"'{form.prefer}' is none of the values under 'positions'"
        yield places.at("prefer"), message, f"write one of them: {'; '.join(values)}"
    if decision in LASTING and form.expires is None:
        message = f"the decision '{form.decision}' needs a day until which it holds"
        yield places.at("decision"), message, "add 'expires: …', as in 2026-09-04"


def _known(position: PositionForm) -> KnownValue:
    match position.claims:
        case dict(digests):
            return KnownValue(
                position.value, tuple(sorted(digests)), tuple(sorted(digests.items()))
            )
        case names:
            return KnownValue(position.value, tuple(sorted(names)))


def _resolution(form: ResolutionForm, document: Document) -> Resolution:
    return Resolution(
        finding=form.finding,
        rule=form.rule,
        topic=form.topic,
        values=tuple(_known(position) for position in form.positions),
        decision=Decision(form.decision),
        reason=form.reason,
        by=form.by,
        on=date.fromisoformat(form.on),
        location=document.places.here,
        places=document.places,
        prefer=form.prefer,
        evidence=form.evidence or "",
        expires=None if form.expires is None else date.fromisoformat(form.expires),
        ticket=form.ticket or "",
    )
