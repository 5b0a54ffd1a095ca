"""Writes sentences that an editor may print unchanged, and letters ready to send.

No sentence takes a position: each says who says what. Only a decision prefers a position, and only
the request to correct the others mentions that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence

from factcheck.comparing.origins import PublisherGroups
from factcheck.model import Claim, Finding, JudgedFinding, Position, Scope, Topic, Verdict, Wording
from factcheck.report.cutting import Space, cut
from factcheck.report.letters import corrections, questions
from factcheck.report.page import Cut, PrintableView
from factcheck.report.words.stating import figure_words, stated, topic_of, topic_words, value_words
from factcheck.report.words.translating import Translator
from factcheck.values.measures.measured import Measured
from factcheck.values.period import show_period

EITHER = (
    Verdict.CONTRADICTS,
    Verdict.CONFUSED,
    Verdict.UNDETERMINED,
    Verdict.VARIANT,
)
"""Verdicts whose sides stand against each other in one sentence."""

OF_ONE_OUTLET = (Verdict.SELF_CONTRADICTS, Verdict.IMPOSSIBLE, Verdict.SUPERSEDED)
"""Verdicts that concern readers although one outlet alone may be concerned."""

MOST_POSITIONS = 12
"""Positions that one sentence names."""

MOST_SENTENCES = 12
"""Sentences of one card."""

NOTHING = PrintableView(Cut((), 0), Cut((), 0), ())
"""What may be printed of a finding that concerns our own files only."""


def printable(
    judged: JudgedFinding,
    positions: Sequence[Position],
    publisher_groups: PublisherGroups,
    words: Translator,
    letters: Space,
) -> PrintableView:
    """The printable texts of a finding with these positions, and letters to its outlets.

    `letters` is the room that the page has for questions.
    """
    finding = judged.finding
    if not _concerns_readers(finding):
        return NOTHING
    sentences = tuple(dict.fromkeys(_sentences(finding, positions, publisher_groups, words)))
    return PrintableView(
        sentences=cut(sentences, MOST_SENTENCES),
        questions=questions(finding, positions, words, letters),
        corrections=corrections(judged, positions, words),
    )


def _concerns_readers(finding: Finding) -> bool:
    """Whether outlets differ, rather than only our own files."""
    by_name = any(p.by == "name" for p in finding.positions)
    if finding.verdict is Verdict.UNSUPPORTED or (by_name and _registered(finding) is None):
        return False
    if by_name or finding.verdict in OF_ONE_OUTLET or not _one_topic(finding):
        return True
    return len(_outlets(finding.claims)) > 1


def _registered(finding: Finding) -> Wording | None:
    """The registered name that the positions spell differently."""
    if finding.verdict is not Verdict.VARIANT or finding.subject is None:
        return None
    return finding.subject.label


def _sentences(
    finding: Finding,
    positions: Sequence[Position],
    publisher_groups: PublisherGroups,
    words: Translator,
) -> Iterator[str]:
    name = _registered(finding)
    if name is not None and any(p.by == "name" for p in positions):
        yield from _spellings(name, positions, words)
        return
    if finding.verdict is Verdict.IMPOSSIBLE or not _one_topic(finding):
        yield _misfit(finding, positions, words)
    elif finding.verdict is Verdict.SELF_CONTRADICTS:
        yield from _both(finding, positions, words)
    elif finding.verdict in EITHER:
        yield from _either(finding, positions, words)
    dated = _with_days(finding)
    for position in positions:
        scope = (finding.scope or position.scope) if _one_topic(finding) else ""
        yield from _attributed(position.claims, scope, publisher_groups, words, dated)


def _with_days(finding: Finding) -> frozenset[str]:
    """The outlets with several texts in the finding, whose days must be printed."""
    texts = {(c.source.outlet, c.source.id) for c in finding.claims}
    if finding.verdict is Verdict.SUPERSEDED:
        return frozenset(outlet for outlet, _ in texts)
    counts = Counter(outlet for outlet, _ in texts)
    return frozenset(outlet for outlet, count in counts.items() if count > 1)


def _one_topic(finding: Finding) -> bool:
    """Whether all positions give values for one attribute, of one subject or its family."""
    subject = finding.subject
    if subject is None or len({c.attribute.id for c in finding.claims}) > 1:
        return False
    return all(c.subject.id in (subject.id, subject.family) for c in finding.claims)


def _spellings(name: Wording, positions: Sequence[Position], words: Translator) -> Iterator[str]:
    for position in positions:
        if str(position.label) != str(name):
            yield words.text(
                "{name} (spelled “{spelling}” by {outlets})",
                name=name,
                spelling=position.label,
                outlets=words.all(_outlets(position.claims)),
            )


def _either(finding: Finding, positions: Sequence[Position], words: Translator) -> Iterator[str]:
    """All positions in one sentence; figures from the lowest to the highest."""
    values = [_value(p, words) for p in positions]
    described = tuple(dict.fromkeys(v for v in values if v))
    if len(described) < 2 or not all(values) or len(described) > MOST_POSITIONS:
        return
    topic = topic_words(_label(finding.subject), _label(finding.attribute), finding.scope, words)
    ends = _ends(positions, words)
    if ends is not None:
        low, high = ends
        yield words.text(
            "{topic}: between {low} and {high}, depending on the source.",
            topic=_capital(topic),
            low=low,
            high=high,
        )
        return
    yield words.text(
        "{topic}: {values}, depending on the source.",
        topic=_capital(topic),
        values=words.any(described),
    )


def _value(position: Position, words: Translator) -> str:
    """A position's value with the qualifiers that no other position has; empty without a value."""
    if position.value is None or not position.claims:
        return ""
    value = value_words(position.value, position.claims[0], words)
    if not position.scope:
        return value
    return words.text("{value} ({limits})", value=value, limits=words.printed(position.scope))


def _ends(positions: Sequence[Position], words: Translator) -> tuple[str, str] | None:
    """The lowest and the highest figure; None if they are no plain figures of one unit."""
    values = [p.value for p in positions if isinstance(p.value, Measured) and not p.scope]
    plain = all(
        v.bound in ("exact", "exactly", "about")
        and v.unit != "rank"
        and (v.last is None or v.last == v.number)
        for v in values
    )
    if not plain or len(values) < len(positions) or len({v.unit for v in values}) > 1:
        return None
    low, *_, high = sorted(values, key=lambda v: v.number)
    return figure_words(low, words), figure_words(high, words)


def _both(finding: Finding, positions: Sequence[Position], words: Translator) -> Iterator[str]:
    """A sentence on two statements of one source."""
    values = tuple(dict.fromkeys(_value(p, words) for p in positions))
    if len(values) > 1 and all(values):
        yield words.text(
            "{outlet} itself gives {values} for {topic}.",
            outlet=words.all(_outlets(finding.claims)),
            values=words.all(values),
            topic=topic_words(
                _label(finding.subject), _label(finding.attribute), finding.scope, words
            ),
        )


def _misfit(finding: Finding, positions: Sequence[Position], words: Translator) -> str:
    """A sentence on statements about several things that cannot, or may not, all be true."""
    found = dict.fromkeys(
        words.text(
            "{topic}: {value} ({outlets})",
            topic=topic_of(p.claims[0], p.scope, words),
            value=stated(p.claims[0], p.scope, words),
            outlets=words.all(_outlets(p.claims)),
        )
        for p in positions[:MOST_POSITIONS]
        if p.claims
    )
    statements = "; ".join(found)
    if finding.verdict is Verdict.IMPOSSIBLE and not finding.expected:
        return words.text(
            "As published, these statements do not fit together: {statements}.",
            statements=statements,
        )
    return words.text(
        "As published, these statements may not fit together: {statements}.",
        statements=statements,
    )


def _attributed(
    claims: Iterable[Claim],
    scope: Wording,
    publisher_groups: PublisherGroups,
    words: Translator,
    dated: Container[str],
) -> Iterator[str]:
    """A sentence for each value and each origin, with its outlets."""
    described: dict[tuple[str, ...], list[str]] = {}
    for claim in claims:
        known, unnamed = (words.all(named) for named in _origins(claim, publisher_groups))
        denies = "denied" if claim.status == "denied" else ""
        key = (topic_of(claim, scope, words), stated(claim, scope, words), denies, known, unnamed)
        outlet = claim.source.outlet
        if outlet in dated:
            day = words.printed(show_period(claim.source.published))
            outlet = words.text("{outlet} ({day})", outlet=outlet, day=day)
        described.setdefault(key, []).append(outlet)
    for (topic, value, denies, known, unnamed), outlets in described.items():
        sayers = words.all(sorted(set(outlets)))
        facts = {"outlets": sayers, "topic": topic, "value": value}
        if denies:
            yield words.text("According to {outlets}, this is not so: {topic}.", **facts)
        elif known:
            yield words.text(
                "According to {origins}, as cited by {outlets}, {topic}: {value}.",
                origins=known,
                **facts,
            )
        elif unnamed:
            yield words.text(
                "According to {outlets}, citing {origins}, {topic}: {value}.",
                origins=unnamed,
                **facts,
            )
        else:
            yield words.text("According to {outlets}, {topic}: {value}.", **facts)


def _origins(
    claim: Claim, publisher_groups: PublisherGroups
) -> tuple[tuple[Wording, ...], tuple[Wording, ...]]:
    """The origins that the claim names besides its own outlet: named and anonymous ones."""
    itself = publisher_groups.key(claim.source.outlet)
    origins = [publisher_groups.origin(o) for o in claim.attributed_to if o != itself]
    return (
        tuple(o.label for o in origins if o.kind != "anonymous"),
        tuple(o.label for o in origins if o.kind == "anonymous"),
    )


def agreed(topic: Topic, scope: Scope, words: Translator) -> str:
    """The common statement of several claims as one sentence: each distinct value once."""
    values = dict.fromkeys(stated(c, scope.label, words) for c in scope.claims)
    what = topic_words(topic.subject.label, topic.attribute.label, scope.label, words)
    return words.text("{topic}: {values}.", topic=_capital(what), values="; ".join(values))


def _outlets(claims: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(sorted({c.source.outlet for c in claims}))


def _label(named: object) -> str:
    label: str = getattr(named, "label", "")
    return label


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
