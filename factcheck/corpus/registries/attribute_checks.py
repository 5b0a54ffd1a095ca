"""Builds attributes, and checks that unit, tolerance and choices suit the kind of value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from factcheck.corpus.registries.labels import check_labels_of_attribute, label_of, labels_of
from factcheck.corpus.yaml.documents import Diagnostics, Item
from factcheck.corpus.yaml.forms import AttributeForm, ChoiceForm, ConditionForm, CoverageForm
from factcheck.model import Attribute, Choice, Coverage, Tolerance
from factcheck.text.language import language_of
from factcheck.text.units import is_known

_MEASURED = ("quantity", "money")
_PERCENTAGE = re.compile(r"(\d{1,2}(?:\.\d{1,6})?)\s?%")
_AMOUNT = re.compile(
    r"(?P<number>(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(?:\.\d{1,9})?)\s?(?P<unit>.*)"
)
_RANK = re.compile(r"[1-9]\d{0,4}")
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
    """Build the attribute that a form declares; an unreadable tolerance counts as none."""
    form = item.form
    return Attribute(
        form.id,
        label_of(form),
        form.kind,
        item.places.here,
        unit=form.unit,
        measure=form.measure,
        many=bool(form.many),
        closed=bool(form.closed),
        key=tuple(form.key or ()),
        tolerance=read_tolerance(form.tolerance, form.unit) or Tolerance(),
        drift=_percentage(form.drift),
        ranks=form.ranks,
        part_of=form.part_of,
        choices=tuple(_choice(choice) for choice in form.choices or ()),
        coverages=tuple(_coverage(coverage) for coverage in form.coverages or ()),
        conditions=tuple(_condition(condition) for condition in form.conditions or ()),
        counts=_by_language(form.counts),
        outlets_know=bool(form.outlets_know),
        inherits=None if form.inherit is None else form.inherit.attribute,
        note=form.note or "",
    )


def _choice(form: ChoiceForm) -> Choice:
    return Choice(
        form.id,
        label_of(form),
        _by_language(form.words),
        tuple(dict.fromkeys(form.excludes or ())),
        tuple(dict.fromkeys(form.refines or ())),
        int(form.rank) if form.rank is not None and _RANK.fullmatch(form.rank) else None,
    )


def _coverage(form: CoverageForm) -> Coverage:
    words = _by_language(form.words)
    return Coverage(form.id, label_of(form), _parents(form), labels_of(form.labels), words)


def _condition(form: ConditionForm) -> Choice:
    excludes, refines = tuple(form.excludes or ()), tuple(form.refines or ())
    return Choice(form.id, label_of(form), _by_language(form.words), excludes, refines)


def _by_language(
    words: Mapping[str, Sequence[str]] | None,
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((language, tuple(listed)) for language, listed in (words or {}).items())


def _parents(form: CoverageForm) -> tuple[str, ...]:
    match form.part_of:
        case None:
            return ()
        case str(one):
            return (one,)
        case many:
            return tuple(dict.fromkeys(many))


def check_attribute(item: Item[AttributeForm], diagnostics: Diagnostics) -> None:
    """Report every inconsistency in one attribute."""
    _check_unit(item, diagnostics)
    _check_percentages(item, diagnostics)
    _check_order(item, diagnostics)
    _check_choices(item, diagnostics)
    _check_coverages(item, diagnostics)
    _check_conditions(item, diagnostics)
    _check_counts(item, diagnostics)
    check_labels_of_attribute(item, diagnostics)


def _check_unit(item: Item[AttributeForm], diagnostics: Diagnostics) -> None:
    unit, kind = item.form.unit, item.form.kind
    if unit is None:
        return
    diagnostic = _error_of_currency(unit) if kind == "money" else _error_of_unit(unit)
    if kind not in _MEASURED:
        message = f"'unit' means nothing for values of kind '{kind}'"
        diagnostic = message, f"delete it, or give the kind {_either(_MEASURED)}"
    if diagnostic is not None:
        diagnostics.add(item.places["unit"], *diagnostic)


def _error_of_currency(unit: str) -> tuple[str, str] | None:
    meant = _CURRENCIES.get(unit.upper(), unit.upper())
    if _CURRENCY.fullmatch(unit) and meant == unit:
        return None
    hint = f"write '{meant}'" if _CURRENCY.fullmatch(meant) else "write its code, as in CNY or USD"
    return f"'{unit}' is not the code of a currency", hint


def _error_of_unit(unit: str) -> tuple[str, str] | None:
    """The error of a unit that cannot be used in comparisons."""
    if is_known(unit):
        return None
    meant = language_of("en").meanings(unit).get("unit")
    hint = (
        f"write '{meant}'"
        if meant is not None
        else ("write a symbol such as m, km, t, kWh, GB, t/yr or %; leave it out for counts")
    )
    return f"'{unit}' is not a unit that is known", hint


def _check_percentages(item: Item[AttributeForm], diagnostics: Diagnostics) -> None:
    form = item.form
    for key in ("tolerance", "drift"):
        text = getattr(form, key)
        if text is None:
            continue
        if form.kind not in _MEASURED:
            message = f"'{key}' means nothing for values of kind '{form.kind}'"
            diagnostics.add(item.places[key], message, "delete it")
        elif key == "tolerance" and read_tolerance(text, form.unit) is not None:
            continue
        elif _percentage(text) is None:
            hint = "write a percentage below 100, as in '2 %' or '0.5 %'"
            if key == "tolerance":
                hint += f", or an amount {f'in {form.unit}' if form.unit else 'without a unit'}"
            diagnostics.add(item.places[key], f"'{text}' is not a {key}", hint)
    if form.drift is not None and form.measure != "stock":
        message = "'drift' says how far a stock moves in a year, and this is no stock"
        diagnostics.add(item.places["drift"], message, "delete it, or write 'measure: stock'")


def read_tolerance(text: str | None, unit: str | None) -> Tolerance | None:
    """A written tolerance: a percentage, or an amount in the attribute's unit; else None."""
    if (share := _percentage(text)) is not None:
        return Tolerance(share)
    match = _AMOUNT.fullmatch(text or "")
    if match is None or match["unit"] != (unit or ""):
        return None
    return Tolerance(amount=Decimal(match["number"].replace(",", "")), unit=unit or "")


def _percentage(text: str | None) -> Decimal | None:
    """A written percentage as a fraction: "2 %" is 0.02."""
    match = _PERCENTAGE.fullmatch(text or "")
    return None if match is None else Decimal(match[1]) / 100


def _check_order(item: Item[AttributeForm], diagnostics: Diagnostics) -> None:
    """Check that ranks belong to choices, and a closed list to an attribute that takes lists."""
    form = item.form
    if form.closed and not form.many:
        message = "'closed' says that lists are complete, and this attribute takes no lists"
        diagnostics.add(item.places["closed"], message, "delete it, or write 'many: true'")
    if form.ranks is not None and form.kind != "choice":
        message = f"'ranks' means nothing for values of kind '{form.kind}'"
        diagnostics.add(item.places["ranks"], message, "delete it, or write 'kind: choice'")
    for number, choice in enumerate(form.choices or ()):
        if choice.rank is not None and not _RANK.fullmatch(choice.rank):
            diagnostics.add(
                item.places.at("choices", number, "rank"),
                f"'{choice.rank}' is not a rank",
                "write a whole number, 1 for the first",
            )


def _check_choices(item: Item[AttributeForm], diagnostics: Diagnostics) -> None:
    form = item.form
    if form.kind == "choice" and not form.choices:
        hint = "add 'choices:', each with its id, its label and its words in each language"
        diagnostics.add(
            item.places["kind"], f"'{form.id}' is of kind 'choice' and offers no choices", hint
        )
    if form.kind != "choice" and form.choices:
        message = f"'choices' mean nothing for values of kind '{form.kind}'"
        diagnostics.add(item.places["choices"], message, "delete them, or write 'kind: choice'")
    choices = form.choices or []
    _check_ids(item, "choices", [choice.id for choice in choices], diagnostics)
    _check_words(item, "choices", choices, diagnostics)


def _check_words(
    item: Item[AttributeForm],
    key: str,
    entries: Sequence[ChoiceForm | ConditionForm],
    diagnostics: Diagnostics,
) -> None:
    """Check that no word names two choices in one language: it would be ambiguous."""
    seen: dict[tuple[str, str], str] = {}
    for number, entry in enumerate(entries):
        for language, words in (entry.words or {}).items():
            for place, word in enumerate(words):
                other = seen.setdefault((language, word.casefold()), entry.id)
                if other != entry.id:
                    diagnostics.add(
                        item.places.at(key, number, "words", language, place),
                        f"'{word}' stands for two {key}: for '{other}' and for '{entry.id}'",
                        "keep it for one of them",
                    )


def _check_conditions(item: Item[AttributeForm], diagnostics: Diagnostics) -> None:
    conditions = item.form.conditions or []
    _check_ids(item, "conditions", [condition.id for condition in conditions], diagnostics)
    _check_words(item, "conditions", conditions, diagnostics)


def _check_counts(item: Item[AttributeForm], diagnostics: Diagnostics) -> None:
    """Check that only quantities count things, and that money has a currency."""
    if item.form.counts is not None and item.form.kind != "quantity":
        message = f"'counts' means nothing for values of kind '{item.form.kind}'"
        diagnostics.add(item.places["counts"], message, "delete it, or give the kind 'quantity'")


def _check_coverages(item: Item[AttributeForm], diagnostics: Diagnostics) -> None:
    coverages = item.form.coverages or []
    ids = [coverage.id for coverage in coverages]
    _check_ids(item, "coverages", ids, diagnostics)
    if "covers" in (item.form.key or ()) and not coverages:
        message = f"'{item.form.id}' has 'covers' in its key, and declares no coverages"
        hint = "add 'coverages:', each with its id and its label, or take it out of 'key'"
        diagnostics.add(item.places["key"], message, hint)


def _check_ids(
    item: Item[AttributeForm], key: str, ids: list[str], diagnostics: Diagnostics
) -> None:
    seen: set[str] = set()
    for number, id in enumerate(ids):
        if id in seen:
            diagnostics.add(
                item.places.at(key, number, "id"),
                f"two {key} of '{item.form.id}' have the id '{id}'",
                "rename one of them, or delete it",
            )
        seen.add(id)


def _either(words: Iterable[str]) -> str:
    return " or ".join(f"'{word}'" for word in words)
