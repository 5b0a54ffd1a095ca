"""What a check finds in a few sources, each given as the insides of its claims."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.comparing import Compared, compare
from factcheck.corpus import Files
from factcheck.corpus.load import load
from factcheck.model import Finding
from factcheck.model.frozen import dataclass
from factcheck.rules import every_rule


@dataclass(frozen=True)
class SmallCorpus:
    """The registries of a small corpus, and what all of its source headers hold."""

    attributes: str
    subjects: str = ""
    origins: str = ""
    days: tuple[str, ...] = ()  # of publication, source by source


def compared(corpus: SmallCorpus, *sources: Iterable[str]) -> Compared:
    """The sources, compared. Their claims are on subject `thing` unless they say otherwise."""
    things = "\n  - {id: thing, label: Thing}\n  - {id: other, label: Other}\n"
    texts = {
        "subjects.yaml": f"subjects:{things}{corpus.subjects.lstrip(chr(10))}",
        "attributes.yaml": f"attributes:{corpus.attributes}",
    }
    if corpus.origins:
        texts["origins.yaml"] = f"origins:{corpus.origins}"
    for number, claims in enumerate(sources):
        day = (*corpus.days, *["2024-06-01"] * 99)[number]
        head = f"outlet: Outlet {number}, title: T, published: {day}, language: en"
        rows = [f"  - {{id: c{n}, {_whole(claim, corpus)}}}" for n, claim in enumerate(claims)]
        texts[f"sources/s{number}.yaml"] = "\n".join((f"source: {{{head}}}", "claims:", *rows))
    loaded = load(Files({path: text.encode() for path, text in texts.items()}, ()))
    assert loaded.diagnostics == (), loaded.diagnostics
    return compare(loaded, every_rule(), every_rule())


def _whole(claim: str, corpus: SmallCorpus) -> str:
    subject = "" if "subject:" in claim else "subject: Thing, "
    attribute = "" if "attribute:" in claim else f"attribute: {first(corpus.attributes)}, "
    return f"{subject}{attribute}{claim}"


def first(attributes: str) -> str:
    """The id of the first attribute."""
    return attributes.split("id:", 1)[1].split("\n")[0].split(",")[0].strip()


def findings(corpus: SmallCorpus, *sources: Iterable[str]) -> list[Finding]:
    """The findings, the gravest first."""
    return list(compared(corpus, *sources).findings)
