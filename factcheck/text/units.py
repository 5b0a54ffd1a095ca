"""How units convert into each other, from our own units.txt. Pint's only door."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pint import UnitRegistry

_UNIT = re.compile(r"(?:[^\W\d_][\w]*|[°%‰])?[CF]?[²³]?(?:/[^\W\d_]\w*[²³]?)?")

NO_AMOUNTS = frozenset(
    {
        "%",
        "‰",
        "permille",
        "pp",
        "bp",
        "K",
        "degree",
        "dB",
        "time",
        "rank",
        "point",
        "magnitude",
        "ppm",
        "ppb",
    }
)
"""Units of shares, levels and places in an order: a part may well have more of them."""

DEGREES = {"°C": (Decimal(1), Decimal("273.15")), "°F": (Decimal(5) / 9, Decimal("459.67") * 5 / 9)}
"""Scale and offset of temperatures to kelvin, applied as (n * scale) + offset."""

_SUPERSCRIPTS = str.maketrans({"²": "**2", "³": "**3"})
_PINT_NAMES = {"%": "percent", "‰": "permille", "°": "degree", "in": "in_"}
_DEFINITIONS = (files("factcheck.text") / "units.txt").read_text(encoding="utf-8")

_DEFINED = frozenset(re.findall(r"^(\w+) =", _DEFINITIONS, re.MULTILINE))
COUNTED = frozenset(
    re.findall(r"^(\w+) =", _DEFINITIONS.partition("# What is counted.")[2], re.MULTILINE)
)
"""Units that are things, those below that heading: a bare number beside them counts the same."""
AMONG = dict(
    re.findall(r"^(\w+) = (\w+)$", _DEFINITIONS.partition("# What is counted.")[2], re.MULTILINE)
)
"""Of counted things that are among others, these: an employee is a person, a user is one too."""
PHYSICAL = _DEFINED - COUNTED
"""Units in which something is measured: no currency, no share and no thing that is counted."""

(DAYS_OF_YEAR,) = map(Decimal, re.findall(r"^yr = ([\d.]+) \* d$", _DEFINITIONS, re.MULTILINE))


@cache
def factor(unit: str, to: str) -> Decimal | None:
    """By how much a number in `unit` is multiplied to be in `to`; None where it cannot."""
    if unit == to:
        return Decimal(1)
    from pint.errors import DimensionalityError, UndefinedUnitError

    if not (_UNIT.fullmatch(unit.strip()) and _UNIT.fullmatch(to.strip())):
        return None
    registry = _registry()
    try:
        one = registry.Quantity(Decimal(1), registry.parse_units(_expression(unit)))
        return Decimal(one.to(registry.parse_units(_expression(to))).magnitude)
    except (DimensionalityError, UndefinedUnitError):
        return None


def converted(number: Decimal, unit: str, to: str) -> Decimal | None:
    """`number` of `unit` in `to`, temperatures included; None where they do not compare."""
    if unit == to or number.is_infinite():
        return number
    if unit in DEGREES and (to in DEGREES or to == "K"):
        scale, offset = DEGREES[unit]
        kelvin = number * scale + offset
        below, shift = DEGREES.get(to, (Decimal(1), Decimal(0)))
        return (kelvin - shift) / below
    found = factor(unit, to)
    return None if found is None else number * found


def is_known(unit: str) -> bool:
    """Whether units.txt has the unit, or all parts of a rate such as "t/yr"."""
    if unit in DEGREES or unit == "%" or unit in _DEFINED:
        return True  # without pint, which takes longer to load than a corpus
    return factor(unit, f" {unit}") is not None


def _expression(unit: str) -> str:
    parts = (part.strip() for part in unit.split("/"))
    plain = (_PINT_NAMES.get(part, part.translate(_SUPERSCRIPTS)) for part in parts)
    return " / ".join(part or "dimensionless" for part in plain)


@cache
def _registry() -> UnitRegistry[Decimal]:
    from pint import UnitRegistry

    registry: UnitRegistry[Decimal] = UnitRegistry(None, non_int_type=Decimal)
    lines = (line.partition("#")[0].rstrip() for line in _DEFINITIONS.splitlines())
    registry.load_definitions(list(lines))
    return registry


@cache
def powered(unit: str, power: int) -> str | None:
    """A unit squared or cubed; None where it is no length or time, or a rate of one."""
    base = unit.rpartition("/")[2]
    squared = factor(base, "m") is not None or (base != unit and factor(base, "s") is not None)
    sign = {2: "²", 3: "³"}.get(power)
    return f"{unit}{sign}" if squared and sign and not base.endswith(("²", "³")) else None


def adds_up(unit: str) -> bool:
    """Whether what is measured in it grows with what is counted: amounts do, shares do not."""
    return "/" not in unit and unit not in DEGREES and unit not in NO_AMOUNTS
