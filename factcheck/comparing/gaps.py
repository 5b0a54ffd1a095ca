"""Finds the figures of an archived text that no claim records, sentence by sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from factcheck.model import Claim, Quote, Source
from factcheck.model.frozen import dataclass
from factcheck.text.passages.standing import paragraphs, sentence_spans, standing
from factcheck.values.measures.measured import Measured
from factcheck.values.measures.mentioned import Mention, figures_in


@dataclass(frozen=True, slots=True)
class Gap:
    """A sentence with figures that no claim records; `paragraph` counts from 1."""

    paragraph: int
    sentence: str
    figures: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Curated:
    """How much of one source's text its claims record: the number of figures, and the gaps."""

    source: Source
    figures: int
    gaps: tuple[Gap, ...]

    @property
    def taken(self) -> int:
        """The number of figures that a claim records, or that a curator marked as skipped."""
        return self.figures - sum(len(gap.figures) for gap in self.gaps)


def curated(source: Source, claims: Iterable[Claim], text: str) -> Curated:
    """Count how much of an archived text the claims of its source record.

    A figure is recorded if the quote of a claim or of a skipped passage contains it, or if a claim
    quotes the same sentence and has the same number.
    """
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    numbers: dict[str, set[object]] = defaultdict(set)
    for quote, number in _quotes(source, claims):
        for place in standing(text, quote):
            spans[place.sentence].append((place.start, place.end))
            numbers[place.sentence].add(number)
    count = 0
    gaps = []
    for paragraph, words in enumerate(paragraphs(text), 1):
        for first, last in sentence_spans(words):
            whole = words[first:last]
            sentence = whole.strip()
            lead = len(whole) - len(whole.lstrip())
            figures = figures_in(sentence, source.language)
            count += len(figures)
            left = tuple(
                one
                for one in figures
                if one.number not in numbers[whole]
                and not any(a <= one.start + lead and one.end + lead <= b for a, b in spans[whole])
            )
            if left:
                gaps.append(Gap(paragraph, sentence, left))
    return Curated(source, count, tuple(gaps))


def _quotes(source: Source, claims: Iterable[Claim]) -> Iterable[tuple[Quote, object]]:
    for claim in claims:
        if claim.quote is not None:
            value = claim.value
            yield claim.quote, value.number if isinstance(value, Measured) else None
    for skipped in source.skipped:
        yield skipped.quote, None
