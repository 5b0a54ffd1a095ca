"""Who finds the disagreements among claims that are normalised already, how many, and how fast.

The same claims (source, subject, attribute, period, number) go through factcheck and through peers,
each in the form that it likes best, which is made before the clock starts. What counts is the
processor's time, of all threads, because machines are shared. `make bench-peers`, or
`python -m bench.peers [N …]` where the peers are installed.
"""

from __future__ import annotations

import gc
import sys
import types
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from time import process_time
from typing import Any

from bench.planted import Key, Planted, loaded, planted
from bench.timing import collector_off
from factcheck.comparing import compare
from factcheck.comparing.scopes import group
from factcheck.model import Loaded, Verdict
from factcheck.rules import every_rule
from factcheck.values.measures.kernel import IntervalRow, disagreeing

SIZES = (10_000, 100_000, 1_000_000)
CAP = 120.0
"""Seconds that one run may take; a size that would need more, by the size before it, is cut."""
CLASHES = (Verdict.CONTRADICTS, Verdict.SELF_CONTRADICTS)

Find = Callable[[], Iterable[Key]]
"""The part that is timed: gives the groups in which claims disagree."""
Prepare = Callable[[list[Planted]], Find]
"""Puts the claims into the form that a peer likes best, and imports it."""


@dataclass(frozen=True, slots=True)
class Reached:
    """What one of them took, and how much of the truth it found."""

    seconds: float
    precision: float
    recall: float


def main(sizes: tuple[int, ...] = SIZES) -> None:
    """Print a line for each size and peer: seconds, ratio to factcheck, precision and recall."""
    warnings.simplefilter("ignore")
    print(f"{'claims':>9}  {'':30} {'seconds':>9} {'ratio':>8}  precision  recall")
    last: dict[str, float] = {}
    for size in sizes:
        claims, truth = planted(size)
        ours = None
        for name, prepare in PEERS.items():
            if last.get(name, 0.0) * 11 > CAP:
                print(f"{size:>9,}  {name:30} cut: it would take more than {CAP:.0f} s")
                continue
            try:
                reached = _reached(prepare, claims, truth)
            except ImportError as error:
                print(f"{size:>9,}  {name:30} left out ({error}): make bench-peers installs it")
                continue
            ours = ours or reached.seconds
            last[name] = reached.seconds
            print(
                f"{size:>9,}  {name:30} {reached.seconds:9.3f} {reached.seconds / ours:8.3f}"
                f"  {reached.precision:9.1%} {reached.recall:7.1%}",
                flush=True,
            )


def _reached(prepare: Prepare, claims: list[Planted], truth: set[Key]) -> Reached:
    find = prepare(claims)
    gc.collect()
    with collector_off():  # as factcheck does for itself: what is compared is the work
        start = process_time()
        found = set(find())
        seconds = process_time() - start
    right = len(found & truth)
    return Reached(seconds, right / max(1, len(found)), right / len(truth))


def _all_rules(claims: list[Planted]) -> Find:
    known = loaded(claims)

    def find() -> Iterable[Key]:
        for finding in compare(known, every_rule()).findings:
            if finding.rule == "quantity-mismatch" and finding.verdict in CLASHES:
                subject, attribute, scope, *_ = finding.anchor
                yield subject, attribute, scope.removeprefix("period ")[:4]

    return find


def _grouping(claims: list[Planted]) -> Find:
    known = loaded(claims)

    def find() -> Iterable[Key]:
        for topic in group(known).topics:
            for scope in topic.scopes:
                if scope.verdict in CLASHES:
                    period = scope.anchor.removeprefix("period ")[:4]
                    yield topic.subject.id, topic.attribute.id, period

    return find


def _intervals(claims: list[Planted]) -> Find:
    """The one question behind every mismatch, from the values that were read."""
    known: Loaded = loaded(claims)

    def rows() -> Iterable[IntervalRow]:
        for claim in known.claims:
            assert claim.value is not None and claim.value.loose is not None
            assert claim.period is not None
            days = claim.period.start.toordinal(), claim.period.end.toordinal()
            key = claim.subject.id, claim.attribute.id, claim.period_text
            yield IntervalRow(key, *days, *claim.value.loose.ends)

    return lambda: disagreeing(rows())  # type: ignore[return-value]  # groups are keys


def _truthdiscovery(algorithm: str, ahead: bool) -> Prepare:
    """It decides whom to believe; where it knows of several values, sources disagree.

    Its data set is made from triples as part of what is timed, or, with `ahead`, before.
    """

    def prepare(claims: list[Planted]) -> Find:
        # Its pictures need cairo, for which there is no wheel, and nothing else needs them.
        sys.modules.setdefault("truthdiscovery.graphs", types.ModuleType("graphs"))
        import truthdiscovery.algorithm
        from truthdiscovery.input.dataset import Dataset

        triples = [(c.source, c.group, c.number) for c in claims]
        made = Dataset(triples) if ahead else None
        chosen = getattr(truthdiscovery.algorithm, algorithm)()

        def find() -> Iterable[Key]:
            believed = chosen.run(made or Dataset(triples)).belief
            return (variable for variable, values in believed.items() if len(values) > 1)

        return find

    return prepare


def _statements(claims: list[Planted]) -> dict[Key, list[Any]]:
    """An entity for each group, with its identifier and the amount that each source states."""
    from followthemoney import Statement

    found: dict[Key, list[Any]] = defaultdict(list)
    for claim in claims:
        entity = "/".join(claim.group)
        if claim.group not in found:
            found[claim.group].append(_statement(Statement, entity, "id", entity, "claims"))
        amount = _statement(Statement, entity, "amount", str(claim.number), "claims")
        amount.origin = str(claim.source)
        found[claim.group].append(amount)
    return found


def _statement(made: Any, entity: str, prop: str, value: str, dataset: str) -> Any:
    return made(entity_id=entity, prop=prop, schema="Payment", value=value, dataset=dataset)


def _dataset() -> Any:
    from followthemoney import Dataset

    return Dataset.make({"name": "claims", "title": "claims"})


def _followthemoney(claims: list[Planted]) -> Find:
    """Entities put together from statements that are sorted by entity already."""
    from followthemoney import StatementEntity

    dataset, statements = _dataset(), _statements(claims)

    def find() -> Iterable[Key]:
        for key, described in statements.items():
            if len(StatementEntity.from_statements(dataset, described).get("amount")) > 1:
                yield key

    return find


def _nomenklatura(claims: list[Planted]) -> Find:
    """Its store in memory, filled with the statements and asked for every entity."""
    from nomenklatura.resolver import Linker
    from nomenklatura.store.memory import MemoryStore

    dataset = _dataset()
    statements = [s for described in _statements(claims).values() for s in described]

    def find() -> Iterable[Key]:
        store = MemoryStore(dataset, Linker({}))
        with store.writer() as writer:
            for statement in statements:
                writer.add_statement(statement)
        for entity in store.default_view().entities():
            if len(entity.get("amount")) > 1:
                subject, attribute, period = str(entity.id).split("/")
                yield subject, attribute, period

    return find


SHAPE = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix : <urn:x:> .
:One a sh:NodeShape ; sh:targetClass :Group ; sh:property [ sh:path :value ; sh:maxCount 1 ] ."""


def _pyshacl(claims: list[Planted]) -> Find:
    """A graph with a node for each group, and a shape that says: at most one value."""
    import pyshacl
    from rdflib import RDF, Graph, Literal, URIRef
    from rdflib.namespace import SH

    graph, shape = Graph(), Graph().parse(data=SHAPE, format="turtle")
    for claim in claims:
        node = URIRef("urn:x:" + "/".join(claim.group))
        graph.add((node, RDF.type, URIRef("urn:x:Group")))
        graph.add((node, URIRef("urn:x:value"), Literal(claim.number)))

    def find() -> Iterable[Key]:
        _, report, _ = pyshacl.validate(graph, shacl_graph=shape, inplace=True)
        for node in report.objects(None, SH.focusNode):
            subject, attribute, period = str(node).removeprefix("urn:x:").split("/")
            yield subject, attribute, period

    return find


KEYS = ["subject", "attribute", "period"]


def _columns(claims: list[Planted]) -> dict[str, list[Any]]:
    subject, attribute, period = (
        list(part) for part in zip(*(c.group for c in claims), strict=True)
    )
    numbers = [c.number for c in claims]
    return {"subject": subject, "attribute": attribute, "period": period, "number": numbers}


def _pandas(claims: list[Planted]) -> Find:
    """Groups with more than one distinct number."""
    import pandas

    frame = pandas.DataFrame(_columns(claims)).astype(dict.fromkeys(KEYS, "category"))

    def find() -> Iterable[Key]:
        counts = frame.groupby(KEYS, observed=True, sort=False)["number"].nunique()
        found: Iterable[Key] = counts[counts > 1].index
        return found

    return find


def _polars(claims: list[Planted]) -> Find:
    """The same."""
    import polars

    frame = polars.DataFrame(_columns(claims)).with_columns(
        polars.col(KEYS).cast(polars.Categorical)
    )

    def find() -> Iterable[Key]:
        counts = frame.group_by(KEYS).agg(polars.col("number").n_unique())
        found: Iterable[Key] = counts.filter(polars.col("number") > 1).select(KEYS).iter_rows()
        return found

    return find


PEERS: dict[str, Prepare] = {
    "factcheck, all rules": _all_rules,
    "factcheck, grouping alone": _grouping,
    "factcheck, intervals alone": _intervals,
    "truthdiscovery, Sums": _truthdiscovery("Sums", ahead=False),
    "truthdiscovery, Voting": _truthdiscovery("MajorityVoting", ahead=False),
    "the same, its data set made": _truthdiscovery("MajorityVoting", ahead=True),
    "followthemoney": _followthemoney,
    "nomenklatura": _nomenklatura,
    "pySHACL": _pyshacl,
    "pandas, equality": _pandas,
    "polars, equality": _polars,
}

if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
