"""Claims become topics, and topics scopes: sorted once here, for everybody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set

from factcheck.grouping.positions import judge
from factcheck.grouping.scoping import across, scope_key, scoped
from factcheck.model import Claim, Corpus, Loaded, Reason, Scope, Topic, Unchecked, Vocabulary
from factcheck.values import kind_for

TopicKey = tuple[str, str]  # ids of subject and attribute


def group(loaded: Loaded) -> Corpus:
    """The corpus with its topics, and the claims that were compared with nothing."""
    replaced = {s.replaces for s in loaded.sources if s.replaces is not None}
    aside = {c: reason for c in loaded.claims if (reason := _set_aside(c, replaced)) is not None}
    topics, unlike = [], {}
    for key, claims in _by_topic(loaded, aside).items():
        topic, left = _topic(key, claims, loaded.vocabulary)
        topics.append(topic)
        unlike.update(left)
    return Corpus(
        vocabulary=loaded.vocabulary,
        sources=loaded.sources,
        claims=loaded.claims,
        topics=tuple(topics),
        archives=loaded.archives,
        unchecked=_unchecked(loaded.claims, topics, aside | unlike),
        archived=loaded.archived,
    )


def _set_aside(claim: Claim, replaced: Set[str]) -> Reason | None:
    """Why a claim is not compared, whatever the others say; `replaced` are ids of sources."""
    if claim.ignore:
        return Reason.IGNORED
    if claim.source.retracted is not None:
        return Reason.RETRACTED
    if claim.source.id in replaced:
        return Reason.REPLACED
    if claim.modality == "denied":
        return Reason.DENIAL
    return Reason.NO_VALUE if claim.value is None else None


def _by_topic(loaded: Loaded, aside: Mapping[Claim, Reason]) -> dict[TopicKey, tuple[Claim, ...]]:
    """Claims by subject and attribute; a member's topic also holds what is said of its family."""
    own: dict[TopicKey, list[Claim]] = defaultdict(list)
    for claim in sorted((c for c in loaded.claims if c not in aside), key=lambda c: c.name):
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
    """The families that a subject belongs to, the nearest first."""
    seen, family = {subject}, vocabulary.subjects[subject].family
    while family is not None and family not in seen:
        yield family
        seen.add(family)
        family = vocabulary.subjects[family].family


def _topic(
    key: TopicKey, claims: Iterable[Claim], vocabulary: Vocabulary
) -> tuple[Topic, dict[Claim, Reason]]:
    """The topic, and the claims in it whose value cannot stand beside the others."""
    subject, attribute = vocabulary.subjects[key[0]], vocabulary.attributes[key[1]]
    by_key: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        by_key[scope_key(claim)].append(claim)
    scopes, left = [], {}
    for _, members in sorted(by_key.items()):
        judged = judge(members, attribute)
        left.update(judged.unlike)
        if judged.scope is not None:
            scopes.append(scoped(judged.scope, members[0]))
    return Topic(subject, attribute, tuple(scopes), across(scopes, attribute)), left


def _unchecked(
    claims: Iterable[Claim], topics: Iterable[Topic], reasons: Mapping[Claim, Reason]
) -> tuple[Unchecked, ...]:
    """Every claim that met no other one in any scope, with the reason; in order of name."""
    met = {c for topic in topics for scope in topic for c in _met(scope)}
    return tuple(
        Unchecked(claim, reasons.get(claim, Reason.ALONE))
        for claim in sorted(claims, key=lambda c: c.name)
        if claim in reasons or claim not in met
    )


def _met(scope: Scope) -> tuple[Claim, ...]:
    return scope.claims if len(scope.claims) > 1 else ()
