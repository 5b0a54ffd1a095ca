"""Writes a table of any number of claims as Parquet or CSV, always the same for the same number.

As in life, most who speak of one thing agree, each in its own words: exactly, "about", "more
than", in another language, in thousands. One row of two hundred is off.
"""

from __future__ import annotations

import random
from pathlib import Path

import polars as pl

ATTRIBUTES = ("spending", "revenue", "profit", "valuation", "funding", "sales", "orders", "debt")
AMOUNTS = 1_000
FORMS = 6
YEARS = tuple(range(2019, 2027))
ROWS_A_SUBJECT = 200
ROWS_A_SOURCE = 40
ODD = 200
"""Of this many rows, one is off."""

MAPPING = f"kinds: {{{', '.join(f'{name}: money' for name in ATTRIBUTES)}}}\n"
SEED = 20260122


def claims(rows: int) -> pl.LazyFrame:
    """Columns source, subject, attribute, value, period, published and language."""
    number = pl.int_range(rows, eager=False).alias("number")
    frame = pl.LazyFrame().select(number)
    subject = _drawn(1) % max(rows // ROWS_A_SUBJECT, 5)
    attribute, year = _drawn(2) % len(ATTRIBUTES), _drawn(3) % len(YEARS)
    truth = pl.struct(s=pl.col("s"), a=pl.col("a"), y=pl.col("y")).hash(SEED) % AMOUNTS
    off = _drawn(5) % ODD == 0
    amount = pl.when(off).then(_drawn(6) % AMOUNTS).otherwise(truth)
    texts = pl.Series(_texts(), dtype=pl.String)
    form = _drawn(4) % FORMS
    source = pl.col("number") // ROWS_A_SOURCE
    return (
        frame.with_columns(s=subject, a=attribute, y=year)
        .with_columns(form=form, text=amount * FORMS + form)
        .select(
            source=pl.format("source-{}", source),
            subject=pl.format("Company {}", pl.col("s")),
            attribute=pl.lit(pl.Series(ATTRIBUTES)).gather(pl.col("a")),
            value=pl.lit(texts).gather(pl.col("text")),
            period=pl.lit(pl.Series([str(y) for y in YEARS])).gather(pl.col("y")),
            published=pl.format("2026-{}-{}", _two(source % 12 + 1), _two(source % 28 + 1)),
            language=pl.when(pl.col("form") == 3).then(pl.lit("it")).otherwise(pl.lit("en")),
        )
    )


def _drawn(stream: int) -> pl.Expr:
    return pl.col("number").hash(SEED + stream)


def _two(number: pl.Expr) -> pl.Expr:
    return number.cast(pl.String).str.zfill(2)


def _texts() -> list[str]:
    """Each amount in each of its forms."""
    chance = random.Random(SEED)
    found = []
    for _ in range(AMOUNTS):
        tenths = chance.randint(1_000, 9_999)
        whole, tenth = divmod(tenths, 10)
        found += [
            f"{whole}.{tenth} million USD",
            f"{whole},{tenth}00,000 USD",
            f"about {whole} million USD",
            f"circa {whole} milioni USD",
            f"more than {whole} million USD",
            f"{tenths / 10_000:.4f} billion USD",
        ]
    return found


def write(path: Path, rows: int) -> None:
    """The table at `path`, as its name ends, and beside it what its attributes are."""
    frame = claims(rows)
    if path.suffix == ".parquet":
        frame.sink_parquet(path)
    else:
        frame.sink_csv(path)
    path.with_suffix(".map.yaml").write_text(MAPPING, encoding="utf-8")
