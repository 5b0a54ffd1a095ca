"""Finds the declared coverage that a claim's words name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping

from factcheck.corpus.yaml.documents import Diagnostics
from factcheck.corpus.yaml.forms import CoversForm
from factcheck.corpus.yaml.suggestions import suggest
from factcheck.model import Attribute, Coverage, Location, Value
from factcheck.text.language import fold
from factcheck.values.measures.measured import Measured

Covers = str | CoversForm | None


def fits_covers(
    covers: Covers, attribute: Attribute, place: Callable[[], Location], diagnostics: Diagnostics
) -> bool:
    """Whether the attribute declares the coverage that a claim names beside its words."""
    if not isinstance(covers, CoversForm):
        return True
    known = [coverage.id for coverage in attribute.coverages]
    if covers.coverage in known:
        return True
    otherwise = (
        f"write one of {', '.join(known)}, or add it to that attribute"
        if known
        else f"add it to the coverages of that attribute, or write the words alone: "
        f"covers: {covers.text[:60]}"
    )
    message = f"the attribute '{attribute.id}' has no coverage '{covers.coverage}'"
    diagnostics.add_once(place(), message, suggest(covers.coverage, known, otherwise))
    return False


def unstated_exclusion(
    value: Value | None,
    covers: tuple[str, str | None],
    excludes: tuple[str, str | None],
    known: Coverages,
    attribute: Attribute,
) -> str:
    """What the value's own words exclude and the claim does not state; "" if there is nothing.

    The claim may state it in `excludes` or in `covers`, or name the coverage that `excludes` names.
    """
    if not isinstance(value, Measured) or not value.excludes:
        return ""
    words = fold(value.excludes)
    _, coverage = known.words_and_coverage(value.excludes, attribute)
    if coverage is not None and coverage == excludes[1]:
        return ""
    stated = [fold(text) for text, _ in (covers, excludes) if text]
    return "" if any(words in text or text in words for text in stated) else value.excludes


class Coverages:
    """The declared coverages of all attributes, by every text that names one."""

    def __init__(self) -> None:
        self._known: dict[str, Mapping[str, str | None]] = {}

    def words_and_coverage(self, covers: Covers, attribute: Attribute) -> tuple[str, str | None]:
        """The source's own words, and the id of the coverage that they name, or None.

        An id alone is the registry's word and not the source's.
        """
        match covers:
            case None:
                return "", None
            case str(text):
                found = self._names(attribute).get(fold(text))
            case CoversForm(text=text, coverage=found):
                pass
        return ("" if text == found else text), found

    def _names(self, attribute: Attribute) -> Mapping[str, str | None]:
        """The coverage of each folded word, label and id; None for an ambiguous one."""
        if attribute.id not in self._known:
            named: dict[str, set[str]] = defaultdict(set)
            for coverage in attribute.coverages:
                for text in spellings(coverage):
                    named[fold(text)].add(coverage.id)
            self._known[attribute.id] = {
                text: min(ids) if len(ids) == 1 else None for text, ids in named.items()
            }
        return self._known[attribute.id]


def spellings(coverage: Coverage) -> tuple[str, ...]:
    """Every text that names the coverage, in any language."""
    labels = (label for _, label in coverage.labels)
    words = (word for _, words in coverage.words for word in words)
    return (coverage.id, str(coverage.label), *labels, *words)
