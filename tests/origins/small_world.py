"""Sources that speak of one thing, written in a line each: the world of the tests beside this."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace

from factcheck.comparing import Compared, collate
from factcheck.comparing.origins import Backing
from factcheck.corpus import Files
from factcheck.corpus.load import load

REGISTRIES = {
    "subjects.yaml": b"""subjects:
  - {id: tower, label: Tower}
  - {id: rome, label: Rome, aliases: [Roma]}
""",
    "attributes.yaml": b"""attributes:
  - {id: cost, label: cost, kind: quantity, key: [period, place]}
""",
    "origins.yaml": b"""origins:
  - {id: post, label: The Post, kind: outlet, outlet: Post, publisher: group}
  - {id: echo, label: Echo, kind: outlet, publisher: publisher_group}
  - {id: wire, label: Wire, kind: outlet, outlet: Wire}
  - {id: mill, label: Mill, kind: outlet, outlet: Mill}
  - {id: office, label: Office, kind: regulator}
  - {id: bank, label: Bank, kind: bank}
  - {id: group, label: Group, kind: publisher, publisher: publisher_group}
  - {id: publisher_group, label: House, kind: publisher}
  - {id: insiders, label: insiders, kind: anonymous}
  - {id: friends, label: friends, kind: anonymous}
""",
}


@dataclass(frozen=True)
class Described:
    """One source, and its claim on the tower's cost."""

    outlet: str
    names: tuple[str, ...] = ()
    value: str = "500"
    period: str | None = "2025"
    status: str | None = None
    place: str | None = None
    genre: str = "news"
    cites: tuple[str, ...] = ()
    quote: str | None = None
    archived: str | None = None
    published: str = "2026-01-05"


def corpus(described: Iterable[Described]) -> Compared:
    """The corpus of these sources; each is a file of its own, and so may repeat an outlet."""
    files, archives = dict(REGISTRIES), {}
    for number, one in enumerate(described):
        header = {
            "outlet": one.outlet,
            "title": "T",
            "published": one.published,
            "language": "en",
            "genre": one.genre,
            "cites": list(one.cites),
        }
        claim = {
            "subject": "tower",
            "attribute": "cost",
            "value": one.value,
            "period": one.period,
            "status": one.status,
            "place": one.place,
            "attributed_to": list(one.names),
            "quote": one.quote,
        }
        written = json.dumps({"source": header, "claims": [claim]})
        files[f"sources/s{number}.yaml"] = written.encode()
        if one.archived is not None:
            archives[f"s{number}"] = one.archived
    loaded = load(Files(files, ()))
    assert loaded.diagnostics == ()
    return collate(replace(loaded, archives=archives))


def backing(*described: Described) -> Backing:
    """What stands behind all that they tell, as if it were one agreement."""
    whole = corpus(described)
    return whole.origins.backing(whole.claims)


def roots(*described: Described) -> list[str]:
    """The labels of the origins behind all that they tell."""
    return [str(root.label) for root in backing(*described).origins]
