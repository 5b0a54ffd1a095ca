"""The table of origins: a row for each outlet, and for each origin that its claims derive from.

Anonymous sources belong to the outlet that quotes them, as those of two outlets are never known to
be the same. Outlets cited in a header are listed if their texts are in the corpus; which single
claims they support is unknown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from factcheck.comparing import Compared
from factcheck.comparing.origins import OriginGraph
from factcheck.comparing.origins.chains import Links, Trace
from factcheck.comparing.origins.publisher_groups import ANONYMOUS
from factcheck.model import Claim, Source, own
from factcheck.model.frozen import dataclass
from factcheck.report.pictures.picture_parts import OriginRow, OriginsView
from factcheck.report.words.translating import Translator
from factcheck.values.period import show_period

MOST_ROWS = 200

NAMES, COPIES, CITES, BELONGS = (
    "",
    own("in the words of another text"),
    own("cites in general"),
    own("belongs to"),
)
"""How an outlet has something from an origin: most name it, which goes without saying."""

UNKNOWN = ""
UNNAMED = {ANONYMOUS: own("people not named"), UNKNOWN: own("origin unknown")}
"""What stands for the id of an origin, and what it is called."""


@dataclass(frozen=True, slots=True)
class _Link:
    """The origins of an outlet's claims, by keys of outlets and ids of origins, and the kind of
    link.
    """

    outlet: str
    origin: str
    how: str
    through: tuple[str, ...] = ()  # whom the outlet names, and who have it from the origin
    circular: bool = False


def origins(compared: Compared, words: Translator) -> OriginsView | None:
    """The table; None if every outlet is its own origin."""
    graph = compared.origins
    read = {graph.publisher_groups.key(source.outlet): source.outlet for source in compared.sources}
    claims = _of_claims(compared, graph)
    sources: dict[_Link, set[Source]] = {k: {c.source for c in of} for k, of in claims.items()}
    for link, source in _cited(compared, graph, read):
        sources.setdefault(link, set()).add(source)
    for link in _belonging(compared, {*read, *(link.origin for link in sources)}):
        sources[link] = set()
    if not sources:
        return None
    labels = _labels(compared, graph, read, words)
    rows = sorted(
        (
            _row(link, claims.get(link, ()), of, labels, compared, words)
            for link, of in sources.items()
        ),
        key=lambda row: (row.outlet.casefold(), -row.claims, row.origin.casefold(), row.how),
    )
    quiet = set(read) - {link.outlet for link in sources}
    return OriginsView(
        lead=words.text("From whom each outlet has what it says, as far as names lead."),
        rows=tuple(rows[:MOST_ROWS]),
        alone=tuple(sorted(read[key] for key in quiet)[:MOST_ROWS]),
        remarks=tuple(_remarks(rows, words)),
    )


def _of_claims(compared: Compared, graph: OriginGraph) -> Mapping[_Link, Sequence[Claim]]:
    roots: dict[tuple[str, str, str], set[str]] = defaultdict(set)  # by topic and outlet
    traced = [(c, Links(graph.publisher_groups, c), graph.trace(c)) for c in compared.claims]
    for claim, links, trace in traced:
        key = (claim.subject.id, claim.attribute.id, links.here)
        roots[key].update(root.id for root in trace.roots)
    found: dict[_Link, list[Claim]] = defaultdict(list)
    for claim, links, trace in traced:
        topic = (claim.subject.id, claim.attribute.id)
        leads = {id: roots[*topic, id] for id in links.named if (*topic, id) in roots}
        for link in _of_claim(links, trace, leads):
            found[link].append(claim)
    return found


def _of_claim(links: Links, trace: Trace, leads: Mapping[str, Set[str]]) -> Iterator[_Link]:
    """The links of one claim.

    `leads` maps each outlet that it credits to the ids of that outlet's own origins on the topic.
    """
    here, named = links.here, links.named
    if any(id not in named and id != here for id in links.claim.attributed_to):
        yield _Link(here, ANONYMOUS, NAMES)
    if not trace.roots:
        yield from (_Link(here, id, NAMES, circular=trace.circular) for id in named)
        if not links.claim.attributed_to:
            yield _Link(here, UNKNOWN, NAMES)
        return
    direct = [id for id, root in named.items() if root in trace.roots]
    yield from (_Link(here, id, NAMES) for id in direct)
    for root in trace.roots - {links.root, *(named[id] for id in direct)}:
        through = tuple(sorted(id for id in leads if root.id in leads[id]))
        yield _Link(here, root.id, COPIES if trace.copied and not through else NAMES, through)


def _cited(
    compared: Compared, graph: OriginGraph, read: Mapping[str, str]
) -> Iterator[tuple[_Link, Source]]:
    """The outlets that headers cite beyond the credits of single claims."""
    named: dict[str, set[str]] = defaultdict(set)
    for claim in compared.claims:
        named[graph.publisher_groups.key(claim.source.outlet)].update(claim.attributed_to)
    for source in compared.sources:
        here = graph.publisher_groups.key(source.outlet)
        for id in source.cites:
            if id in read and id != here and id not in named[here]:
                yield _Link(here, id, CITES), source


def _belonging(compared: Compared, ids: Set[str]) -> Iterator[_Link]:
    """Which of these belong to another one, and to which."""
    known = compared.vocabulary.origins
    waiting = [id for id in sorted(ids) if id in known]
    seen = set(waiting)
    for id in waiting:
        above = known[id].publisher
        if above is not None and above in known:
            yield _Link(id, above, BELONGS)
            if above not in seen:
                seen.add(above)
                waiting.append(above)


def _labels(
    compared: Compared, graph: OriginGraph, read: Mapping[str, str], words: Translator
) -> Mapping[str, str]:
    """The labels of outlets and origins, by key and by id."""
    roots = (graph.publisher_groups.of_outlet(source.outlet) for source in compared.sources)
    return {
        **{root.id: words.fact(root.label) for root in roots},
        **read,
        **{id: words.fact(o.label) for id, o in compared.vocabulary.origins.items()},
        **{id: words.text(label) for id, label in UNNAMED.items()},
    }


def _row(
    link: _Link,
    claims: Sequence[Claim],
    sources: Set[Source],
    labels: Mapping[str, str],
    compared: Compared,
    words: Translator,
) -> OriginRow:
    origin = compared.vocabulary.origins.get(link.origin)
    first = min((source.published for source in sources), default=None)
    return OriginRow(
        outlet=labels[link.outlet],
        origin=labels[link.origin],
        kind="" if origin is None else words.text(origin.kind.replace("-", " ")),
        how=words.text(link.how),
        through=tuple(labels[id] for id in link.through),
        claims=len(claims),
        sources=len(sources),
        since="" if first is None else words.fact(show_period(first)),
        circular=link.circular,
    )


def _remarks(rows: Sequence[OriginRow], words: Translator) -> Iterator[str]:
    if any(row.circular for row in rows):
        yield words.text("↺ marks a citation cycle: outlets that name one another.")
    if len(rows) > MOST_ROWS:
        yield words.many(
            "{count} more row is left out.",
            "{count} more rows are left out.",
            len(rows) - MOST_ROWS,
        )
