"""Compares a corpus with an earlier revision: its findings then, and the records that a change
alters.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from factcheck.comparing import compare
from factcheck.comparing.rule import Rule
from factcheck.corpus import Base, Files, UnusableBaseline
from factcheck.corpus.load import load
from factcheck.corpus.revisions.moving import followed, touched
from factcheck.judging import Gate, Record, judge
from factcheck.judging.against_earlier import NEVER, Before, announced, compared_with, known_at_each
from factcheck.judging.baseline import read as read_baseline
from factcheck.judging.earlier_run import EarlierRun
from factcheck.judging.resolutions import under_todays_names
from factcheck.model import (
    Announcement,
    AnnouncementKind,
    Diagnostic,
    KnownFinding,
    Loaded,
    Location,
    say,
)
from factcheck.model.frozen import dataclass
from factcheck.rules import every_rule
from factcheck.text.numbers.precision import Reaches


@dataclass(frozen=True, slots=True)
class Change:
    """A change: the earlier findings to compare with, the altered records, and the changed
    claims.
    """

    record: Record
    announced: tuple[Announcement, ...] = ()
    touched: frozenset[str] = frozenset()


def read_by(base: Base, reaches: Reaches) -> Base:
    """The base, of which all values are read by the same reaches as those of today."""
    return base if base.files is None else replace(base, files=replace(base.files, reaches=reaches))


def change_to(
    new: Loaded,
    record: Record,
    base: Base,
    gate: Gate,
    rules: Sequence[Rule],
    altered: Iterable[Announcement],
) -> Change:
    """The change from a base to `new` with its `record`; `altered` are its changes to settings.

    The current rules and gate are applied to the base too, so that a new rule or another day makes
    no finding new.
    """
    described = (_compared_with(base), *_several(base), *altered)
    old = _loaded(base, new)
    before = _before(base, old, gate, rules)
    if base.tip is not None:
        others = (_before(one, _loaded(one, new), gate, rules) for one in base.others)
        tip = _before(base.tip, _loaded(base.tip, new), gate, rules)
        before = known_at_each((before, *others), tip)
    described = (*described, *announced(record, before))
    changed = frozenset() if old is None else touched(old, new)
    return Change(compared_with(record, before), described, changed)


def _loaded(base: Base, new: Loaded) -> Loaded | None:
    """The claims of a base under the names of today; None where it has no corpus."""
    return None if base.files is None else followed(load(base.files, base.archives), new)


def change_since(run: EarlierRun, record: Record) -> Change:
    """The change since an earlier run, of which only the findings are known."""
    described = [
        Announcement(
            AnnouncementKind.BASE, say("Compared with the findings in {name}.", name=run.name)
        )
    ]
    if run.diagnostics:
        message = say(
            "Files had errors in that run ({count}). What they hid counts as new.",
            count=run.diagnostics,
        )
        described.append(Announcement(AnnouncementKind.ERRORS_THERE, message))
    return Change(replace(record, known=(*record.known, *run.findings)), tuple(described))


def _before(base: Base, old: Loaded | None, gate: Gate, rules: Sequence[Rule]) -> Before:
    files = base.files
    if old is None or files is None:
        return NEVER
    lines, diagnostic = _baseline(files)
    record = Record(lines, under_todays_names(old.resolutions), files.partial)
    findings = compare(old, rules, every_rule()).findings
    judged = judge(findings, gate, record)
    diagnostics = tuple(sorted({*old.diagnostics, *judged.diagnostics, *diagnostic}))
    return Before(findings, judged, record, diagnostics)


def _baseline(files: Files) -> tuple[tuple[KnownFinding, ...], tuple[Diagnostic, ...]]:
    """The lines of a baseline, or the diagnostic if it cannot be read."""
    if files.baseline is None:
        return (), ()
    path, content = files.baseline
    try:
        return read_baseline(path, content), ()
    except UnusableBaseline:
        return (), (Diagnostic(Location(path, 1, 1), "the baseline cannot be used"),)


def _several(base: Base) -> tuple[Announcement, ...]:
    """That merges crossed, and what counts as known then."""
    if not base.others:
        return ()
    commits = ", ".join(sorted(one.revision.commit[:12] for one in (base, *base.others)))
    message = say(
        "HEAD and {ref} have several merge bases ({commits}): a finding is known if it is found "
        "at each of them, or at {ref} itself.",
        ref=base.ref,
        commits=commits,
    )
    return (Announcement(AnnouncementKind.BASE, message),)


def _compared_with(base: Base) -> Announcement:
    commit = base.revision.commit[:12]
    if base.files is None:
        return Announcement(
            AnnouncementKind.NO_CORPUS_THERE,
            say(
                "Compared with {commit}, the merge base of HEAD and {ref}: it has no claims in "
                "this place, so that everything is new.",
                commit=commit,
                ref=base.ref,
            ),
        )
    message = say(
        "Compared with {commit}, the merge base of HEAD and {ref}.", commit=commit, ref=base.ref
    )
    return Announcement(AnnouncementKind.BASE, message)
