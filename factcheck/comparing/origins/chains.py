"""Traces each claim of one topic to its origins, from outlet to outlet along the names they credit.

Editorial choices: a news story that credits nobody is its own origin; a text that only gathers,
translates or generates is not, and its origin is unknown. An outlet answers for its own anonymous
sources, so that those of two outlets never match. If the outlet that a source credits is itself a
source here, the chain continues with that source's own origins. A source that credits nobody for a
claim may have it from somebody whom its header cites for the same value.
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
    """The origins of a claim; without roots they are unknown."""

    roots: frozenset[Root]
    circular: bool = False  # the chain of names leads back to the claim's outlet, and nowhere else
    copied: bool = False  # it shares its words with another source's claim, whose roots it has


@dataclass(frozen=True, slots=True)
class CitationCycle:
    """Outlets that credit one another as the origin of their claims on a topic."""

    scopes: tuple[Scope, ...]  # in order of anchor
    claims: tuple[Claim, ...]  # in order of name


class Links:
    """The origins that one claim states: roots, where its chain ends, and outlets that it
    credits.
    """

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
        """The roots, for outlets without a claim of their own on the topic."""
        yield from self.named.values()
        if self.itself:
            yield self.root


class Chains:
    """The citation graph of a topic: a node for each outlet in each scope, an edge for each
    credit.
    """

    def __init__(
        self,
        scopes: tuple[Scope, ...],
        publisher_groups: PublisherGroups,
        first: Mapping[str, Claim],
    ) -> None:
        """`first` maps the name of a copied claim to the claim with the original passage."""
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
        """For each claim of a position whose source cites somebody: its speaker or credited
        origin.
        """
        speakers: set[str] = set()
        for claim in position.claims:
            links = links_of[claim]
            speakers.update((links.here, *links.named))
            if links.cites:
                self._alike[claim.name].append(speakers)

    def _resolve(self, scopes: tuple[Scope, ...]) -> None:
        """The roots of every node: its own, and those of all nodes that it derives from."""
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
        """The roots that the claim states itself: credited parties that are no source here, or
        itself.
        """
        for id, root in links.named.items():
            if not any(True for _ in self._followed(node[0], id)):
                yield root
        if links.itself and not self._leans(links):
            yield links.root

    def _followed(self, number: int, outlet: str) -> Iterator[Node]:
        """The nodes of a credited outlet: in this scope, or else in scopes that may be the same."""
        if (number, outlet) in self._links:
            yield number, outlet
            return
        here = self._scopes[number]
        for names, others in self._where[outlet].items() if outlet in self._where else ():
            if names != frozenset(here):
                yield from ((o, outlet) for o in others if _may_be(here, self._scopes[o]))

    def _leans(self, links: Links) -> bool:
        """Whether a claim that credits nobody may come from an outlet that its source cites
        elsewhere.
        """
        cited = set(links.cites) - {links.here}
        return any(cited.intersection(position) for position in self._alike[links.claim.name])


def _copied(links: Links, first: Mapping[str, Claim], publisher_groups: PublisherGroups) -> Links:
    """The claim with the credits of the original passage, unless these name the claim's own outlet.

    In that case the outlet's own text is nearer to the origin, although it appeared later.
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
    """Whether two scopes of a topic differ only by a qualifier that one of them leaves out."""
    if any(a.get(name) != b.get(name) for name in STATED):
        return False
    return all(a[name] == b[name] for name in a.keys() & b.keys())


def _token(name: str, words: str, subjects: Mapping[str, Subject]) -> str:
    """The comparable form of a qualifier: a registered place has one form for all of its names."""
    place, _ = registered(words, subjects) if name == "place" else (None, False)
    return place.id if place is not None else _fold(words)


def _fold(text: str) -> str:
    return " ".join(text.casefold().split())
