"""Whom each claim of one topic goes back to: from outlet to outlet, as far as names lead.

Choices, in the words of an editor: a news story that names nobody speaks for itself; a text that
only gathers, translates or generates does not, and its origin is unknown. An outlet answers for
its own anonymous sources, so that those of two outlets never match. Who names an outlet that is a
source here has what that one has from others. A source that names nobody for a claim, and cites
in its header somebody who says the same, may have it from there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from factcheck.comparing.origins.cycles import components
from factcheck.comparing.origins.publisher_groups import ANONYMOUS, PublisherGroups, Root
from factcheck.model import Claim, Position, Scope, Subject
from factcheck.model.frozen import dataclass
from factcheck.values.naming.subject_names import registered

SECOND_HAND = frozenset({"aggregation", "machine-translation", "generated"})
"""Genres of texts that report nothing themselves."""

STATED = frozenset({"status", "conditions"})
"""Qualifiers that a source states where it means them: one that is not written is none."""

Node = tuple[int, str]  # number of a scope in its topic, key of an outlet that speaks in it


@dataclass(frozen=True, slots=True)
class Trace:
    """Whom a claim goes back to; without roots, nobody can tell."""

    roots: frozenset[Root]
    circular: bool = False  # the chain of names leads back to the claim's outlet, and nowhere else
    copied: bool = False  # it shares its words with another source's claim, whose roots it has


@dataclass(frozen=True, slots=True)
class CitationCycle:
    """Outlets that name one another as the origin of what they say of a topic."""

    scopes: tuple[Scope, ...]  # in order of anchor
    claims: tuple[Claim, ...]  # in order of name


class Links:
    """What one claim says of its origin: roots at which it ends, and outlets that it names."""

    def __init__(self, publisher_groups: PublisherGroups, claim: Claim) -> None:
        self.claim = claim
        self.here = publisher_groups.key(claim.source.outlet)
        self.named: dict[str, Root] = {}
        own = not claim.attributed_to
        for id in claim.attributed_to:
            origin = publisher_groups.origin(id)
            if origin.kind == ANONYMOUS or id == self.here:
                own = True
            else:
                self.named[id] = publisher_groups.of_origin(origin)
        self.copied = False
        self.cites = () if claim.attributed_to else claim.source.cites
        self.itself = own and claim.source.genre not in SECOND_HAND
        self.root = publisher_groups.of_outlet(claim.source.outlet)

    @property
    def roots(self) -> Iterator[Root]:
        """The roots, where nobody else speaks of the topic."""
        yield from self.named.values()
        if self.itself:
            yield self.root


class Chains:
    """The nodes of a topic, one for each outlet in each scope, and where the names lead."""

    def __init__(
        self,
        scopes: tuple[Scope, ...],
        publisher_groups: PublisherGroups,
        first: Mapping[str, Claim],
    ) -> None:
        """`first` holds, by the name of a claim that is a copy, the claim whose words it has."""
        self._scopes = [
            {n: _token(n, str(words), publisher_groups.subjects) for n, words in s.qualifiers}
            for s in scopes
        ]
        self._links: dict[Node, list[Links]] = defaultdict(list)
        self._alike: dict[str, list[set[str]]] = defaultdict(list)
        # outlet -> names of qualifiers -> scopes with these: two of one kind are never the same
        self._where: dict[str, dict[frozenset[str], list[int]]] = defaultdict(
            lambda: defaultdict(list)
        )
        for number, scope in enumerate(scopes):
            links_of = {claim: Links(publisher_groups, claim) for claim in scope.claims}
            for links in links_of.values():
                if (number, links.here) not in self._links:
                    self._where[links.here][frozenset(self._scopes[number])].append(number)
                self._links[number, links.here].append(_copied(links, first, publisher_groups))
            if any(links.cites for links in links_of.values()):
                for position in scope.positions:
                    self._note_speakers(position, links_of)
        self._resolved: dict[Node, frozenset[Root]] = {}
        self._cyclic: set[str] = set()
        self.cycles: list[CitationCycle] = []
        every = [links for there in self._links.values() for links in there]
        if any(id in self._where for links in every for id in links.named):
            self._resolve(scopes)  # else nobody names anybody who speaks here
        self.traces = {
            links.claim.name: Trace(
                self._roots(node, links), links.claim.name in self._cyclic, links.copied
            )
            for node, there in self._links.items()
            for links in there
        }

    def _note_speakers(self, position: Position, links_of: Mapping[Claim, Links]) -> None:
        """For each claim of a side whose source cites somebody, who speaks or is named there."""
        speakers: set[str] = set()
        for claim in position.claims:
            links = links_of[claim]
            speakers.update((links.here, *links.named))
            if links.cites:
                self._alike[claim.name].append(speakers)

    def _resolve(self, scopes: tuple[Scope, ...]) -> None:
        """The roots of every node: its own, and those of all nodes that it leads to."""
        edges = {
            node: tuple(dict.fromkeys(t for x in described for t in self._targets(node, x)))
            for node, described in self._links.items()
        }
        for group in components(edges):
            roots = {r for node in group for x in self._links[node] for r in self._ends(node, x)}
            for node in group:
                roots.update(r for t in edges[node] for r in self._resolved.get(t, ()))
            self._resolved.update(dict.fromkeys(group, frozenset(roots)))
            inside = set(group)
            leads_out = any(t not in inside for node in group for t in edges[node])
            if len({outlet for _, outlet in group}) > 1 and not roots and not leads_out:
                self._note(inside, scopes)

    def _note(self, group: set[Node], scopes: tuple[Scope, ...]) -> None:
        claims = {
            x.claim.name: x.claim
            for node in group
            for x in self._links[node]
            if group.intersection(self._targets(node, x))
        }
        self._cyclic.update(claims)
        described = tuple(
            sorted((scopes[n] for n in {number for number, _ in group}), key=lambda s: s.anchor)
        )
        self.cycles.append(CitationCycle(described, tuple(claims[name] for name in sorted(claims))))

    def _roots(self, node: Node, links: Links) -> frozenset[Root]:
        followed = (r for t in self._targets(node, links) for r in self._resolved[t])
        return frozenset((*self._ends(node, links), *followed))

    def _targets(self, node: Node, links: Links) -> Iterator[Node]:
        for id in links.named:
            yield from self._followed(node[0], id)

    def _ends(self, node: Node, links: Links) -> Iterator[Root]:
        """The roots at which the claim itself ends: whom it names who is no source here, itself."""
        for id, root in links.named.items():
            if not any(True for _ in self._followed(node[0], id)):
                yield root
        if links.itself and not self._leans(links):
            yield links.root

    def _followed(self, number: int, outlet: str) -> Iterator[Node]:
        """The nodes of an outlet that is named: in this scope, else where it may be the same."""
        if (number, outlet) in self._links:
            yield number, outlet
            return
        here = self._scopes[number]
        for names, others in self._where[outlet].items() if outlet in self._where else ():
            if names != frozenset(here):
                yield from ((o, outlet) for o in others if _may_be(here, self._scopes[o]))

    def _leans(self, links: Links) -> bool:
        """Whether a claim that names nobody may come from whom its source cites elsewhere."""
        cited = set(links.cites) - {links.here}
        return any(cited.intersection(position) for position in self._alike[links.claim.name])


def _copied(links: Links, first: Mapping[str, Claim], publisher_groups: PublisherGroups) -> Links:
    """The claim with what its first text says of its origin, unless that names the claim's outlet.

    Then the outlet's text, though it came later, is nearer to the origin.
    """
    earlier = first.get(links.claim.name, links.claim)
    if earlier is links.claim:
        return links
    other = Links(publisher_groups, earlier)
    if links.here in other.named:
        return links
    links.named, links.itself, links.root = other.named, other.itself, other.root
    links.cites, links.copied = other.cites, True
    return links


def _may_be(a: Mapping[str, str], b: Mapping[str, str]) -> bool:
    """Whether two scopes of a topic differ in nothing but what one of them does not say."""
    if any(a.get(name) != b.get(name) for name in STATED):
        return False
    return all(a[name] == b[name] for name in a.keys() & b.keys())


def _token(name: str, words: str, subjects: Mapping[str, Subject]) -> str:
    """What a qualifier is compared by: a place that is registered is one, however it is named."""
    place, _ = registered(words, subjects) if name == "place" else (None, False)
    return place.id if place is not None else _fold(words)


def _fold(text: str) -> str:
    return " ".join(text.casefold().split())
