"""Every engine that is installed flags the topics that the plain path flags, to the last one."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from factcheck.corpus.files import Files
from factcheck.corpus.load import registries_of
from factcheck.corpus.tables.mapping import read_columns
from factcheck.corpus.tables.screening.streaming import Screening
from factcheck.corpus.tables.screening.texts import Texts
from factcheck.corpus.yaml.documents import Diagnostics

polars = pytest.importorskip("polars", reason="polars is not installed: make test installs it")

from factcheck.corpus.tables.engines import INSTALLS, Engine, NoEngine, engine_of  # noqa: E402
from factcheck.corpus.tables.parquet_files import rows_of, shape_of  # noqa: E402
from factcheck.corpus.tables.screening.columnar import ColumnTable, flagged  # noqa: E402
from tests.drawing import chance  # noqa: E402

LIBRARIES = {"polars": "polars", "spark": "pyspark"}

MAPPING = b"""columns: {value: Value, subject: M, attribute: m}
every_row: {published: 2026-01-05}
leave_out: [value]
"""
REGISTRIES = {
    "corpus/subjects.yaml": b"""subjects:
  - {id: tower, label: Tower, family: towers}
  - {id: towers, label: Towers}
  - {id: northwind, label: Northwind, aliases: [NW]}
  - {id: quay, label: Quay}
"""
    + b"".join(b"  - {id: pier-%d, label: Pier %d}\n" % (n, n) for n in range(60)),
    "corpus/attributes.yaml": b"""attributes:
  - {id: budget, label: budget, kind: money, unit: EUR, measure: flow, key: [period]}
  - {id: staff, label: staff, kind: quantity, measure: stock, key: [as_of]}
  - {id: visits, label: visits, kind: quantity, measure: flow, key: [period, place]}
  - {id: area, label: area, kind: quantity, unit: m2, tolerance: 0.1}
  - {id: people, label: people, kind: quantity, measure: stock, key: [as_of], drift: 0.05}
  - {id: chief, label: chief, kind: name}
  - {id: opened, label: opened, kind: date}
  - {id: note, label: note, kind: text}
  - {id: part, label: part, kind: money, unit: EUR, key: [period], part_of: budget}
""",
}
KINDS = b"""columns: {value: Value, subject: M, attribute: m}
every_row: {published: 2026-01-05}
leave_out: [value]
kinds: {budget: money, staff: quantity, visits: quantity, area: quantity, people: quantity,
  chief: name, opened: date, note: text, part: money}
"""
VALUES = {
    "budget": [
        "85 million euros",
        "85.04 million euros",
        "about 85m euros",
        "1.5 bn euros",
        "$85 million",
        "more than 85 million euros",
        "n/a",
        "85 maybe",
        "up to 0.1 euros",
        "0.1 euros",
        "0.10 euros",
        "0.3 euros",
    ],
    "staff": ["4,125", "more than 4,125", "less than 4,125", "4,610", "a third", "4 thousand", "-"],
    "visits": [
        "1,000",
        "1,040",
        "1,000 to 1,200",
        "12 km",
        "99999999999999999",
        "100000000000000000",
        "1,000 people",
    ],
    "area": ["100 m2", "105 m2", "121 m2", "100 square metres", "20 °C"],
    "people": ["1,000", "1,040", "2,000"],
    "chief": ["A. Berg", "Anna Berg", "B. Molo"],
    "opened": ["2025-01-05", "5 January 2025", "yesterday", "2024"],
    "note": ["grey", "blue"],
    "part": ["1 million euros", "2 million euros"],
}
EXTRA = {
    "language": ["en", "en", "en", "de", "", "Deutsch"],
    "period": ["2025", "2025", "H1 2025", "2024", "last year", "", "2024/2025", "the day after"],
    "as_of": ["2025-03-01", "2025-03", "", "", "2025"],
    "status": ["", "", "", "", "planned", "denied", "trial", "certain"],
    "ignore": ["", "", "", "", "", "true", "yes"],
    "retracted": ["", "", "", "", "", "2026-01-09"],
    "read_as": ["", "", "", "", "", "7 million euros"],
    "place": ["", "", "Berlin"],
}
WORLDS = {"declared": (REGISTRIES, MAPPING), "from the table": ({}, KINDS)}


def table(path: Path, seed: int, rows: int) -> None:
    """A table with all that may stand in one: other names, empty cells, rows nobody can read."""
    draw = chance(seed)
    stated = []
    for number in range(rows):
        attribute = draw.choice(
            [*VALUES, "unheard of", ""] if draw.random() < 0.1 else list(VALUES)
        )
        row = {
            "source": draw.choice(
                ["Post", "Wire", "Daily", ""] if number % 40 == 0 else ["Post", "Wire", "Daily"]
            ),
            "M": draw.choice(
                [
                    "Northwind",
                    "northwind",
                    "NW",
                    "Tower",
                    "Towers",
                    "Quay",
                    "Kai!",
                    *(f"Pier {n}" for n in range(60)),
                ]
            ),
            "m": attribute,
            "Value": draw.choice(VALUES.get(attribute, ["1"])),
            "value": "not this one",
        }
        row |= {key: draw.choice(texts) for key, texts in EXTRA.items()}
        stated.append({k: text or (None if draw.random() < 0.5 else "") for k, text in row.items()})
    polars.DataFrame(stated, schema=dict.fromkeys(stated[0], polars.String)).write_parquet(path)


def loaded(path: Path, world: str) -> tuple[ColumnTable, Texts]:
    registries, mapping = WORLDS[world]
    columns = read_columns("t.map.yaml", mapping, Diagnostics())
    shape, diagnostics = shape_of(path), Diagnostics()
    keys = columns.keys("t.parquet", shape.names, diagnostics)
    assert keys is not None
    assert not diagnostics.all()
    return (
        ColumnTable(path, shape.names, keys, shape.rows, columns),
        Texts(*registries_of(Files(registries)), columns),
    )


def plain(path: Path, world: str) -> tuple[dict[tuple[str, str], int], int, int]:
    """What the plain path flags, each topic with its rows; how many topics, how many bad rows."""
    read, texts = loaded(path, world)
    screening = Screening(texts, read.columns)
    for number, cells in enumerate(rows_of(path)):
        screening.look(read.row(number, cells))
    flags = {topic: screening.counts[topic] for topic in screening.disagreeing()}
    return flags, len(screening.counts), screening.bad


def by(engine: Engine, path: Path, world: str) -> tuple[dict[tuple[str, str], int], int, int]:
    """The same by an engine."""
    read, texts = loaded(path, world)
    found, known = flagged(read, texts, engine)
    flags = {known.topic(number): rows for number, rows in found.disagreeing.items()}
    return flags, found.topics, read.rows - found.rows


@pytest.fixture(scope="module", params=list(INSTALLS))
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    name: str = request.param
    library = LIBRARIES[name]
    if find_spec(library.partition(".")[0]) is None:
        pytest.skip(f"{library} is not installed: make test-engines installs it")
    try:
        made = engine_of(name)
    except NoEngine as why:
        pytest.skip(f"{name}: {why}")
    yield made
    made.close()


@pytest.mark.filterwarnings("ignore")  # those of the engines' own libraries
@pytest.mark.drawn
@pytest.mark.parametrize("world", list(WORLDS))
@pytest.mark.parametrize(("seed", "rows"), [(1, 40), (2, 400), (3, 2_000)])
def test_an_engine_flags_what_the_plain_path_flags(
    engine: Engine, world: str, seed: int, rows: int, tmp_path: Path
) -> None:
    path = tmp_path / "t.parquet"
    table(path, seed, rows)
    expected = plain(path, world)
    assert by(engine, path, world) == expected
    flags, topics, bad = expected
    assert 0 < len(flags) < topics
    assert 0 < bad < rows
    assert topics > 5
