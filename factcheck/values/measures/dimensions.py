"""In which unit each term of a relation is calculated, and whether their units fit at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.model import Attribute
from factcheck.model.frozen import dataclass
from factcheck.model.relation_kinds import FORMS, MEASURED, Law, RelationKind, Term
from factcheck.text.units import COUNTED, factor


@dataclass(frozen=True, slots=True)
class Misfit:
    """Why attributes cannot be terms of one relation: the first term to blame, and what to do."""

    term: str
    message: str
    hint: str


Placed = Sequence[tuple[Term, Attribute]]
Units = tuple[str | None, ...]


def units_of(kind: str, placed: Placed) -> Units | Misfit:
    """The unit of each term, in the order of the form; None: that of the claims themselves.

    A plain number has the unit "". `placed` names the attribute of each term, with repetitions.
    """
    form = FORMS[kind]
    for term, attribute in placed:
        misfit = _unfit_kind(kind, form, term, attribute)
        if misfit is not None:
            return misfit
    if form.law is Law.ORDER and form.kinds != MEASURED:
        return (None,) * len(placed)
    if form.law is not Law.PRODUCT:
        return _alike(placed)
    if any(term.percent for term, _ in placed):
        return _around_a_percentage(placed)
    return _rate(placed) if kind == "rate" else _factors(placed)


def _unfit_kind(kind: str, form: RelationKind, term: Term, attribute: Attribute) -> Misfit | None:
    stated = f"'{attribute.id}'"
    if attribute.many:
        hint = "name an attribute that takes one value"
        return Misfit(
            term.given_as, f"{stated} takes many values at once, and a term takes one", hint
        )
    if attribute.kind not in form.kinds:
        either = " or ".join(f"'{k}'" for k in form.kinds)
        message = f"{stated} is of kind '{attribute.kind}', and a relation of kind '{kind}' takes"
        return Misfit(term.given_as, f"{message} {either}", "name another attribute")
    if term.percent and (attribute.kind != "quantity" or attribute.unit not in (None, "%")):
        message = f"the term '{term.name}' is a percentage, and {stated} is given in"
        unit = attribute.unit or attribute.kind
        return Misfit(term.given_as, f"{message} {unit}", 'name an attribute with the unit "%"')
    if attribute.unit == "%" and kind in ("product", "quotient"):
        hint = "write it as 'kind: share' with the terms part, share and whole"
        return Misfit(term.given_as, f"{stated} is a percentage and no factor", hint)
    return None


def _alike(placed: Placed) -> Units | Misfit:
    """All terms in one unit."""
    shared = _shared_unit(placed)
    return shared if isinstance(shared, Misfit) else (shared,) * len(placed)


def _around_a_percentage(placed: Placed) -> Units | Misfit:
    """A percentage among terms in one unit."""
    shared = _shared_unit([(t, a) for t, a in placed if not t.percent])
    if isinstance(shared, Misfit):
        return shared
    return tuple("%" if term.percent else shared for term, _ in placed)


def _shared_unit(placed: Placed) -> str | Misfit | None:
    """The first unit that is declared, if all others convert to it."""
    (_, first), *others = placed
    unit = next((a.unit for _, a in placed if a.unit is not None), None)
    for term, attribute in others:
        if attribute.kind != first.kind:
            return _unlike(term, attribute, first)
    if first.kind == "money":
        return unit
    for term, attribute in placed:
        if not convertible(attribute.unit, unit):
            named = next(a for _, a in placed if a.unit == unit)
            return _unlike(term, attribute, named)
    return unit or ""


def _unlike(term: Term, attribute: Attribute, first: Attribute) -> Misfit:
    message = (
        f"{_measured(attribute)} and {_measured(first)} have no unit in common, and this relation "
        "puts them in one sum or beside each other"
    )
    return Misfit(term.given_as, message, "name attributes of one dimension")


def _measured(attribute: Attribute) -> str:
    what = attribute.unit or ("money" if attribute.kind == "money" else "a plain number")
    return f"'{attribute.id}' ({what})"


def convertible(unit: str | None, other: str | None) -> bool:
    """Whether two units of quantities convert; None and "" are plain numbers, as are counts."""
    if unit == other:
        return True
    plain = COUNTED | {"", None}
    if unit in plain and other in plain:
        return True
    return unit is not None and other is not None and factor(unit, other) is not None


def _rate(placed: Placed) -> Units | Misfit:
    """Two amounts in currencies of their own, and what one unit of the second costs."""
    (to_term, to), (from_term, base), (rate_term, rate) = placed
    for term, attribute in ((to_term, to), (from_term, base)):
        if attribute.kind != "money" or attribute.unit is None:
            message = f"'{attribute.id}' declares no currency, and an exchange rate needs two"
            return Misfit(term.given_as, message, "name attributes of kind money with a 'unit'")
    if to.unit == base.unit:
        message = f"'{to.id}' and '{base.id}' are both in {to.unit}: no rate lies between them"
        return Misfit(from_term.given_as, message, "name attributes in two currencies")
    fits = rate.unit in (None, to.unit)
    if not fits:
        message = f"'{rate.id}' is in {rate.unit}, and a rate tells how many {to.unit} one costs"
        return Misfit(rate_term.given_as, message, f"give it no unit, or 'unit: {to.unit}'")
    return to.unit, base.unit, (to.unit if rate.kind == "money" else "")


def _factors(placed: Placed) -> Units | Misfit:
    """The first term in the unit that its factors make."""
    (_, result), *factors = placed
    carriers = [n for n, (_, a) in enumerate(factors, 1) if a.kind == "money" or not _plain(a)]
    money = [n for n, (_, a) in enumerate(factors, 1) if a.kind == "money"]
    unit = result.unit or ""
    if result.kind == "money" and carriers == money and len(money) == 1:
        shared = result.unit or placed[money[0]][1].unit
        return _placed_units(len(placed), {0: shared, money[0]: shared})
    if result.kind == "money" or money:
        return _no_product(placed)
    if not carriers and _plain(result):
        return _placed_units(len(placed), {0: unit})
    if len(carriers) == 1 and convertible(placed[carriers[0]][1].unit, unit):
        return _placed_units(len(placed), {0: unit, carriers[0]: unit})
    return _per(placed, carriers, unit) if len(carriers) == 2 else _no_product(placed)


def _per(placed: Placed, carriers: Sequence[int], unit: str) -> Units | Misfit:
    """A rate times what it is a rate of: 5 t/yr × 3 yr."""
    for rate, base in (carriers, carriers[::-1]):
        above, slash, below = (placed[rate][1].unit or "").partition("/")
        if slash and convertible(above, unit) and convertible(placed[base][1].unit, below):
            units: dict[int, str | None] = {0: unit, rate: f"{unit}/{below}", base: below}
            return _placed_units(len(placed), units)
    return _no_product(placed)


def _placed_units(size: int, units: dict[int, str | None]) -> Units:
    return tuple(units.get(n, "") for n in range(size))


def _plain(attribute: Attribute) -> bool:
    return attribute.unit is None or attribute.unit in COUNTED


def _no_product(placed: Iterable[tuple[Term, Attribute]]) -> Misfit:
    (first_term, first), *others = placed
    factors = " × ".join(_measured(a) for _, a in others)
    message = f"{factors} does not give the unit of {_measured(first)}"
    hint = "one factor has the unit of the product, and the others are counts or plain numbers"
    return Misfit(first_term.given_as, message, hint)
