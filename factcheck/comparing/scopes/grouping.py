"""Groups claims into topics and topics into scopes; every later stage uses this grouping."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from operator import itemgetter

from factcheck.comparing.scopes.across import across, settled
from factcheck.comparing.scopes.dating import dated
from factcheck.comparing.scopes.denying import denials
from factcheck.comparing.scopes.lattice import Placed
from factcheck.comparing.scopes.missing_qualifiers import missing
from factcheck.comparing.scopes.positions import judge
from factcheck.comparing.scopes.scoping import narrowing, scoped
from factcheck.comparing.scopes.superseding import issued, superseded
from factcheck.comparing.scopes.topic_key import TIMES, Key, topic_key
from factcheck.model import (
    Claim,
    Loaded,
    Narrowing,
    Reason,
    Topic,
    Unmatched,
    Vocabulary,
)
from factcheck.model.frozen import dataclass
from factcheck.values import kind_for

TopicKey = tuple[str, str]  # ids of subject and attribute
Tokens = tuple[tuple[str, str], ...]  # of a narrowing


@dataclass(frozen=True, slots=True)
class Grouped:
    """The topics in order of their ids, and the claims that are unmatched in every scope."""

    topics: tuple[Topic, ...]
    unmatched: tuple[Unmatched, ...]


def group(loaded: Loaded) -> Grouped:
    """Group the claims by topic and scope, and compare the claims of each scope."""
    replaced = {s.replaces for s in loaded.sources if s.replaces is not None}
    excluded = {c: reason for c in loaded.claims if (reason := _exclude(c, replaced)) is not None}
    beside: dict[TopicKey, list[Claim]] = defaultdict(list)
    for claim in excluded:
        beside[claim.subject.id, claim.attribute.id].append(claim)
    topics, unlike = [], {}
    for key, claims in _by_topic(loaded, excluded).items():
        topic, left = _topic(key, claims, loaded.vocabulary, beside.get(key, ()), excluded)
        topics.append(topic)
        unlike.update(left)
    return Grouped(tuple(topics), _unmatched(loaded.claims, topics, excluded | unlike))


def _exclude(claim: Claim, replaced: Set[str]) -> Reason | None:
    """The reason to exclude a claim from comparison; `replaced` are ids of sources."""
    if claim.ignore:
        return Reason.IGNORED
    if claim.source.retracted is not None:
        return Reason.RETRACTED
    if claim.source.id in replaced:
        return Reason.REPLACED
    if claim.status == "denied":
        return Reason.DENIAL
    return Reason.NO_VALUE if claim.value is None else None


def _by_topic(
    loaded: Loaded, excluded: Mapping[Claim, Reason]
) -> dict[TopicKey, tuple[Claim, ...]]:
    """Claims by subject and attribute; the topic of a member also has the claims on its family."""
    own: dict[TopicKey, list[Claim]] = defaultdict(list)
    for claim in sorted((c for c in loaded.claims if c not in excluded), key=lambda c: c.name):
        own[claim.subject.id, claim.attribute.id].append(claim)
    inherited: dict[TopicKey, list[Claim]] = {}
    for subject, attribute in own:
        if kind_for(loaded.vocabulary.attributes[attribute]).inherited:
            of = families(subject, loaded.vocabulary)
            inherited[subject, attribute] = [c for f in of for c in own.get((f, attribute), ())]
    return {
        key: tuple(sorted((*own[key], *inherited.get(key, ())), key=lambda c: c.name))
        for key in sorted(own)
    }


def families(subject: str, vocabulary: Vocabulary) -> Iterable[str]:
    """The families that a subject belongs to, nearest first."""
    seen, family = {subject}, vocabulary.subjects[subject].family
    while family is not None and family not in seen:
        yield family
        seen.add(family)
        family = vocabulary.subjects[family].family


def _topic(
    key: TopicKey,
    claims: Sequence[Claim],
    vocabulary: Vocabulary,
    beside: Iterable[Claim],
    excluded: Mapping[Claim, Reason],
) -> tuple[Topic, dict[Claim, Reason]]:
    """The topic, and its claims whose values cannot be compared with the others.

    `beside` are the claims on it that are excluded, `aside` has the reasons.
    """
    subject, attribute = vocabulary.subjects[key[0]], vocabulary.attributes[key[1]]
    parts = topic_key(claims, attribute)
    by_scope: dict[Tokens, tuple[Narrowing, list[Claim]]] = {}
    for alike in _alike(claims, parts):
        narrowed = narrowing(alike[0], parts, vocabulary.subjects)
        by_scope.setdefault(narrowed.tokens, (narrowed, []))[1].extend(alike)
    former = _by_tokens(beside, excluded, Reason.REPLACED, parts, vocabulary)
    placed, left = [], {}
    for tokens, (narrowed, members) in sorted(by_scope.items(), key=itemgetter(0)):
        judged = judge(members, attribute)
        left.update(judged.unlike)
        if judged.scope is not None:
            scope = superseded(judged.scope, former.get(tokens, ()), attribute)
            placed.append(Placed(scoped(dated(scope, attribute), narrowed)))
    placed = list(settled(placed, attribute))
    between = across(placed, attribute, vocabulary.subjects)
    denied = _by_tokens(beside, excluded, Reason.DENIAL, parts, vocabulary)
    topic = Topic(
        subject,
        attribute,
        tuple(p.scope for p in placed),
        between.scopes,
        tuple(denials(placed, denied, attribute)),
        between.related,
        between.met,
    )
    return topic, left


def _alike(claims: Iterable[Claim], parts: Key) -> Iterable[list[Claim]]:
    """The claims by the texts of their key qualifiers: equal texts give equal scopes."""
    named = [name for name in parts if name not in TIMES]
    alike: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        words = [claim.compared_by(name) for name in named]
        published = issued(claim.source) if claim.attribute.measure == "cumulative" else None
        whom = claim.subject_text
        alike[whom, claim.period, claim.as_of, published, claim.status, *words].append(claim)
    return alike.values()


def _by_tokens(
    beside: Iterable[Claim],
    excluded: Mapping[Claim, Reason],
    reason: Reason,
    parts: Key,
    vocabulary: Vocabulary,
) -> dict[Tokens, list[Claim]]:
    """The claims excluded for one reason, by their scope."""
    found: dict[Tokens, list[Claim]] = defaultdict(list)
    for claim in beside:
        if excluded[claim] is reason:
            found[narrowing(claim, parts, vocabulary.subjects).tokens].append(claim)
    return found


def _unmatched(
    claims: Iterable[Claim], topics: Iterable[Topic], reasons: Mapping[Claim, Reason]
) -> tuple[Unmatched, ...]:
    """Every claim that is unmatched in all of its scopes, with the reason; in order of name."""
    met = {c for topic in topics for c in _met(topic)}
    disputed = {d.claim for topic in topics for d in topic.denials}
    lacks = {c: qualifier for topic in topics for c, qualifier in missing(topic)}
    return tuple(
        Unmatched(claim, reasons[claim])
        if claim in reasons
        else Unmatched(claim, Reason.ALONE, lacks.get(claim, ""))
        for claim in sorted(claims, key=lambda c: c.name)
        if claim not in disputed and (claim in reasons or claim not in met)
    )


def _met(topic: Topic) -> Iterator[Claim]:
    yield from topic.related
    for scope in topic:
        claims = scope.claims
        if len(claims) > 1:
            yield from claims
    for denial in topic.denials:
        for position in denial.positions:
            yield from position.claims
