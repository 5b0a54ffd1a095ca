"""Lists the claims that were not compared, and quotes that were not searched for, with reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.model import Claim, Reason
from factcheck.model.frozen import dataclass
from factcheck.report.run import RunView
from factcheck.report.words.phrases import LACKS, NOT_LOOKED_FOR, QUALIFIERS, UNCHECKED


@dataclass(frozen=True, slots=True)
class NotCompared:
    """Claims not compared for one reason, and what would make them comparable."""

    reason: str
    sentence: str
    todo: str
    claims: Sequence[Claim]


def not_compared(look: RunView) -> Iterator[NotCompared]:
    """The claims that were not compared, by reason, in the order of the reasons."""
    words, unchecked = look.words, look.compared.unmatched
    for reason in Reason:
        claims = [u.claim for u in unchecked if u.reason is reason and not u.lacks]
        if claims:
            sentence, todo = (words.text(text) for text in UNCHECKED[reason])
            yield NotCompared(reason.value, sentence, todo, claims)
    for qualifier in sorted({u.lacks for u in unchecked if u.lacks}):
        claims = [u.claim for u in unchecked if u.lacks == qualifier]
        named = words.text(QUALIFIERS[qualifier])
        sentence, todo = words.text(LACKS[0], qualifier=named), words.text(LACKS[1], key=qualifier)
        yield NotCompared(f"lacks-{qualifier.replace('_', '-')}", sentence, todo, claims)
    yield from _not_looked_for(look)


def _not_looked_for(look: RunView) -> Iterator[NotCompared]:
    """With archived copies given: the claims whose quotes could not be searched for."""
    compared, words = look.compared, look.words
    quoted = [c for c in compared.claims if c.quote is not None and compared.archived]
    no_copy = [c for c in quoted if c.source.archive is None]
    unread = [
        c for c in quoted if c.source.archive is not None and c.source.id not in compared.archives
    ]
    for reason, claims in (("no-archive", no_copy), ("archive-not-read", unread)):
        if claims:
            sentence, todo = (words.text(text) for text in NOT_LOOKED_FOR[reason])
            yield NotCompared(reason, sentence, todo, claims)
