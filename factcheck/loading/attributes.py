"""What an attribute declares, and whether its unit, tolerance and choices go with its kind."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from factcheck.loading.documents import Faults, Item
from factcheck.loading.references import check_cycles
from factcheck.loading.schema import AttributeForm
from factcheck.loading.sentences import Path
from factcheck.loading.suggestions import suggest
from factcheck.model import Attribute, Choice, Perimeter
from factcheck.values.language import language_of
from factcheck.values.units import is_known

_MEASURED = ("quantity", "money")
_TOLERANCE = re.compile(r"(\d{1,2}(?:\.\d{1,6})?)\s?%")
_CURRENCY = re.compile(r"[A-Z]{3}")

# What is often typed for a currency, and its ISO 4217 code.
_CURRENCIES = {
    "RMB": "CNY",
    "YUAN": "CNY",
    "$": "USD",
    "US$": "USD",
    "DOLLAR": "USD",
    "DOLLARS": "USD",
    "€": "EUR",
    "EURO": "EUR",
    "EUROS": "EUR",
    "£": "GBP",
    "YEN": "JPY",
}


def build_attribute(item: Item[AttributeForm]) -> Attribute:
    """The attribute that a form declares; a tolerance that cannot be read counts as none."""
    form = item.form
    return Attribute(
        form.id,
        form.label,
        form.kind,
        item.places.here,
        form.unit,
        form.measure,
        bool(form.many),
        tuple(form.key or ()),
        _tolerance(form.tolerance) or Decimal(0),
        form.part_of,
        tuple(
            Choice(
                choice.id,
                choice.label,
                tuple((language, tuple(words)) for language, words in (choice.words or {}).items()),
                tuple(choice.excludes or ()),
                tuple(choice.refines or ()),
            )
            for choice in form.choices or ()
        ),
        tuple(Perimeter(p.id, p.label, p.part_of) for p in form.perimeters or ()),
        form.note or "",
    )


def check_attribute(item: Item[AttributeForm], faults: Faults) -> None:
    """Note everything in one attribute that does not fit together."""
    _check_unit(item, faults)
    _check_tolerance(item, faults)
    _check_choices(item, faults)
    _check_perimeters(item, faults)


def _check_unit(item: Item[AttributeForm], faults: Faults) -> None:
    unit, kind = item.form.unit, item.form.kind
    if unit is None:
        return
    fault = _fault_of_currency(unit) if kind == "money" else _fault_of_unit(unit)
    if kind not in _MEASURED:
        message = f"'unit' means nothing for values of kind '{kind}'"
        fault = message, f"delete it, or give the kind {_either(_MEASURED)}"
    if fault is not None:
        faults.add(item.places["unit"], *fault)


def _fault_of_currency(unit: str) -> tuple[str, str] | None:
    meant = _CURRENCIES.get(unit.upper(), unit.upper())
    if _CURRENCY.fullmatch(unit) and meant == unit:
        return None
    hint = f"write '{meant}'" if _CURRENCY.fullmatch(meant) else "write its code, as in CNY or USD"
    return f"'{unit}' is not the code of a currency", hint


def _fault_of_unit(unit: str) -> tuple[str, str] | None:
    """What is wrong with a unit by which nothing could be compared."""
    if is_known(unit):
        return None
    meant = language_of("en").meanings(unit).get("unit")
    hint = (
        f"write '{meant}'"
        if meant is not None
        else ("write a symbol such as m, km, t, kWh, GB, t/yr or %; leave it out for counts")
    )
    return f"'{unit}' is not a unit that is known", hint


def _check_tolerance(item: Item[AttributeForm], faults: Faults) -> None:
    text, kind = item.form.tolerance, item.form.kind
    if text is None:
        return
    if kind not in _MEASURED:
        message = f"'tolerance' means nothing for values of kind '{kind}'"
        faults.add(item.places["tolerance"], message, "delete it")
    elif _tolerance(text) is None:
        message = f"'{text}' is not a tolerance"
        hint = "write a percentage below 100, as in '2 %' or '0.5 %'"
        faults.add(item.places["tolerance"], message, hint)


def _tolerance(text: str | None) -> Decimal | None:
    """A written percentage as a fraction: "2 %" is 0.02."""
    match = _TOLERANCE.fullmatch(text or "")
    return None if match is None else Decimal(match[1]) / 100


def _check_choices(item: Item[AttributeForm], faults: Faults) -> None:
    form = item.form
    if form.kind == "choice" and not form.choices:
        hint = "add 'choices:', each with its id, its label and its words in each language"
        faults.add(
            item.places["kind"], f"'{form.id}' is of kind 'choice' and offers no choices", hint
        )
    if form.kind != "choice" and form.choices:
        message = f"'choices' mean nothing for values of kind '{form.kind}'"
        faults.add(item.places["choices"], message, "delete them, or write 'kind: choice'")
    choices = form.choices or []
    known = {choice.id for choice in choices}
    _check_ids(item, "choices", [choice.id for choice in choices], faults)
    for number, choice in enumerate(choices):
        for key in ("excludes", "refines"):
            for place, id in enumerate(getattr(choice, key) or ()):
                path = ("choices", number, key, place)
                _check_inner(item, path, id, "choice", known, faults)
                if id == choice.id and key == "excludes":
                    message = f"the choice '{id}' excludes itself"
                    faults.add(item.places.at(*path), message, "name another choice")
    places = {choice.id: ("choices", number, "refines") for number, choice in enumerate(choices)}
    check_cycles(
        {choice.id: choice.refines or () for choice in choices},
        lambda id: item.places.at(*places[id]),
        faults,
        "refines",
    )
    _check_words(item, faults)


def _check_words(item: Item[AttributeForm], faults: Faults) -> None:
    """A word that gives two choices in one language decides nothing."""
    seen: dict[tuple[str, str], str] = {}
    for number, choice in enumerate(item.form.choices or ()):
        for language, words in (choice.words or {}).items():
            for place, word in enumerate(words):
                other = seen.setdefault((language, word.casefold()), choice.id)
                if other != choice.id:
                    faults.add(
                        item.places.at("choices", number, "words", language, place),
                        f"'{word}' stands for two choices: for '{other}' and for '{choice.id}'",
                        "keep it for one of them",
                    )


def _check_perimeters(item: Item[AttributeForm], faults: Faults) -> None:
    perimeters = item.form.perimeters or []
    ids = [perimeter.id for perimeter in perimeters]
    _check_ids(item, "perimeters", ids, faults)
    if "perimeter" in (item.form.key or ()) and not perimeters:
        message = f"'{item.form.id}' has the perimeter in its key, and declares no perimeters"
        hint = "add 'perimeters:', each with its id and its label, or take it out of 'key'"
        faults.add(item.places["key"], message, hint)
    for number, perimeter in enumerate(perimeters):
        if perimeter.part_of is not None:
            path = ("perimeters", number, "part_of")
            _check_inner(item, path, perimeter.part_of, "perimeter", set(ids), faults)
    places = {perimeter.id: number for number, perimeter in enumerate(perimeters)}
    check_cycles(
        {p.id: (p.part_of,) for p in perimeters if p.part_of is not None},
        lambda id: item.places.at("perimeters", places[id], "part_of"),
        faults,
    )


def _check_ids(item: Item[AttributeForm], key: str, ids: list[str], faults: Faults) -> None:
    seen: set[str] = set()
    for number, id in enumerate(ids):
        if id in seen:
            faults.add(
                item.places.at(key, number, "id"),
                f"two {key} of '{item.form.id}' have the id '{id}'",
                "rename one of them, or delete it",
            )
        seen.add(id)


def _check_inner(
    item: Item[AttributeForm], path: Path, id: str, what: str, known: set[str], faults: Faults
) -> None:
    if id not in known:
        otherwise = f"add it to the {what}s of this attribute"
        faults.add(
            item.places.at(*path),
            f"'{item.form.id}' has no {what} '{id}'",
            suggest(id, known, otherwise),
        )


def _either(words: Iterable[str]) -> str:
    return " or ".join(f"'{word}'" for word in words)
