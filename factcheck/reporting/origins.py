"""Whom the outlets go back to, as a graph: who names whom, who cites whom, who belongs to whom.

Anonymous people stand beside the outlet that quotes them, never between two outlets, as nobody can
tell that they are the same; and so does an origin that is unknown. What a header cites is drawn
where it is an outlet that was read: what it says of single claims, nobody can tell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from factcheck.comparing import Compared
from factcheck.model import Claim, Vocabulary, own
from factcheck.reporting.layers import circling, layout
from factcheck.reporting.pictures import EdgeView, NodeView, OriginsView
from factcheck.reporting.routes import BOX, Routes
from factcheck.reporting.scale import shortened
from factcheck.reporting.translating import Translator
from factcheck.sourcing import OriginGraph
from factcheck.sourcing.chains import Links
from factcheck.sourcing.houses import ANONYMOUS

MOST_NODES = 40
LONGEST = 21

SIGNS = {
    "read": ("■", own("an outlet that was read")),
    "named": ("○", own("named, but not read")),
    "anonymous": ("?", own("people who are not named")),
    "unknown": ("∅", own("nobody can tell from whom")),
}
HOW = {
    "names": own("names"),
    "cites": own("cites in general"),
    "belongs": own("belongs to"),
    "unknown": own("does not say"),
}
"""What a line of each kind means."""

UNNAMED = {"anonymous": own("people not named"), "unknown": own("origin unknown")}


@dataclass(frozen=True, slots=True)
class _Graph:
    """Who leads to whom, by kind, with how many claims; and how many each outlet makes."""

    edges: Counter[tuple[str, str, str]]
    said: Counter[str]
    labels: Mapping[str, str]


def origins(compared: Compared, graph: OriginGraph, words: Translator) -> OriginsView | None:
    """The graph; None where every outlet speaks for itself."""
    whole = _graph(compared, graph, words)
    if not whole.edges:
        return None
    nodes = _kept(whole)
    edges = {e: n for e, n in sorted(whole.edges.items()) if e[0] in nodes and e[1] in nodes}
    circular = circling({(a, b) for a, b, kind in edges if kind != "belongs"})
    routes = Routes(layout(nodes, {(a, b) for a, b, _ in edges}))
    beyond = len(_ends(whole)) - len(nodes)
    alone = sorted(whole.labels[id] for id in whole.said if id not in _ends(whole))
    used = {_kind(id, whole) for id in nodes}
    return OriginsView(
        lead=words.text(
            "From left to right: each outlet leads to those whom it names for its claims."
        ),
        width=routes.width,
        height=routes.height,
        box=BOX,
        nodes=tuple(_node(id, whole, compared.vocabulary, routes, words) for id in sorted(nodes)),
        edges=tuple(
            _edge(edge, count, whole, (edge[0], edge[1]) in circular, routes, words)
            for edge, count in edges.items()
        ),
        legend=tuple(
            (sign, words.text(said)) for kind, (sign, said) in SIGNS.items() if kind in used
        ),
        alone=tuple(alone),
        remarks=tuple(_remarks(beyond, bool(circular), words)),
    )


def _graph(compared: Compared, graph: OriginGraph, words: Translator) -> _Graph:
    houses, known = graph.houses, compared.vocabulary.origins
    edges: Counter[tuple[str, str, str]] = Counter()
    said: Counter[str] = Counter()
    labels = {id: words.fact(origin.label) for id, origin in known.items()}
    for source in compared.sources:
        labels.setdefault(houses.key(source.outlet), source.outlet)
    for claim in compared.claims:
        links = Links(houses, claim)
        said[links.here] += 1
        edges.update(_of_claim(claim, links, graph))
    for source in compared.sources:
        here = houses.key(source.outlet)
        for id in source.cites:
            if id in said and id != here and (here, id, "names") not in edges:
                edges[here, id, "cites"] = 0
    waiting = sorted({end for _, end, _ in edges} | set(said))
    for id in waiting:
        above = known[id].publisher if id in known else None
        if above is not None and above in known and (id, above, "belongs") not in edges:
            edges[id, above, "belongs"] = 0
            waiting.append(above)
    return _Graph(edges, said, labels)


def _of_claim(claim: Claim, links: Links, graph: OriginGraph) -> Iterator[tuple[str, str, str]]:
    """To whom one claim leads: whom it names, or that nobody can tell."""
    here = links.here
    anonymous = False
    for id in claim.attributed_to:
        if graph.houses.origin(id).kind == ANONYMOUS:
            anonymous = True
        elif id != here:
            yield here, id, "names"
    if anonymous:
        yield here, f"{ANONYMOUS} {here}", "names"
    if not claim.attributed_to and not graph.trace(claim).roots:
        yield here, f"unknown {here}", "unknown"


def _ends(whole: _Graph) -> set[str]:
    return {id for start, end, _ in whole.edges for id in (start, end)}


def _kept(whole: _Graph) -> frozenset[str]:
    """The nodes with the most claims: their own, and those that lead to them."""
    weight = Counter(whole.said)
    for (_, end, _), count in whole.edges.items():
        weight[end] += count
    ranked = sorted(_ends(whole), key=lambda id: (id not in whole.said, -weight[id], id))
    return frozenset(ranked[:MOST_NODES])


def _kind(id: str, whole: _Graph) -> str:
    if id in whole.said:
        return "read"
    kind = id.partition(" ")[0]
    return kind if kind in UNNAMED and " " in id else "named"


def _label(id: str, whole: _Graph, words: Translator) -> str:
    kind = _kind(id, whole)
    return words.text(UNNAMED[kind]) if kind in UNNAMED else whole.labels[id]


def _node(
    id: str, whole: _Graph, vocabulary: Vocabulary, routes: Routes, words: Translator
) -> NodeView:
    kind = _kind(id, whole)
    detail = ""
    if kind == "read":
        detail = words.many("read: {count} claim", "read: {count} claims", whole.said[id])
    if kind == "named":
        detail = words.text(vocabulary.origins[id].kind.replace("-", " "))
    if kind in UNNAMED:
        detail = words.text("says {outlet}", outlet=whole.labels[id.partition(" ")[2]])
    x, y = routes.corner(id)
    sign, _ = SIGNS[kind]
    label = shortened(_label(id, whole, words), LONGEST)
    return NodeView(kind, sign, label, shortened(detail, LONGEST + 4), x, y)


def _edge(
    edge: tuple[str, str, str],
    count: int,
    whole: _Graph,
    circular: bool,
    routes: Routes,
    words: Translator,
) -> EdgeView:
    start, end, kind = edge
    circle = circular and kind != "belongs"
    how = words.text(HOW[kind])
    label = words.many("{count} claim", "{count} claims", count) if count else how
    route = routes.route(start, end)
    return EdgeView(
        start=_label(start, whole, words),
        end=_label(end, whole, words),
        how=how,
        count=count,
        kind=kind,
        circular=circle,
        path=route.path,
        head=route.head,
        label=f"↺ {label}" if circle else label,
        x=route.x,
        y=route.y,
    )


def _remarks(beyond: int, circular: bool, words: Translator) -> Iterable[str]:
    if circular:
        yield words.text("↺ marks a circle: outlets that name one another.")
    if beyond > 0:
        yield words.many(
            "Only the {most} with the most claims are drawn; {count} other has no room.",
            "Only the {most} with the most claims are drawn; {count} others have no room.",
            beyond,
            most=MOST_NODES,
        )
