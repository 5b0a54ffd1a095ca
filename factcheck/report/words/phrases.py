"""Sentences of the report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.model import CONTRADICTING, JudgedFinding, Reason, Severity, State, Verdict, own
from factcheck.report.words.translating import Translator

"""Verdicts that are agreement, and never a finding."""

UNCHECKED = {
    Reason.ALONE: (
        own("No other source speaks of the same thing in the same scope."),
        own("Look for a second source, or for the same thing under another attribute."),
    ),
    Reason.NO_VALUE: (
        own("The source says that it gives no value."),
        own("Ask the source for one."),
    ),
    Reason.NO_RATE: (
        own("No exchange rate is known for its currency and day."),
        own("Give the amount in the attribute's currency with read_as, if the source does."),
    ),
    Reason.OTHER_DIMENSION: (
        own("Its unit measures something else than the other values do."),
        own("Correct the unit, or use an attribute of its own."),
    ),
    Reason.FREE_TEXT: (
        own("Free text is compared word for word, and these words differ."),
        own("Use a kind that can be compared: a choice, a name, a quantity or a date."),
    ),
    Reason.DENIAL: (
        own("A denial disputes, but gives no value."),
        own("Read it beside the other claims."),
    ),
    Reason.RETRACTED: (
        own("The outlet has retracted its source."),
        own("Look for a source that still stands."),
    ),
    Reason.REPLACED: (
        own("Its source was replaced by a later one, which is compared in its stead."),
        own("Nothing, if the later source repeats the claim or drops it."),
    ),
    Reason.IGNORED: (own("Marked with ignore: true."), own("Its note should say why.")),
}
"""For each reason: why the claims were not compared, and what would have them compared."""

QUALIFIERS = {
    "period": own("a period"),
    "as_of": own("a day"),
    "place": own("a place"),
    "covers": own("what it covers"),
    "basis": own("a basis"),
    "conditions": own("conditions"),
}
"""What each key of a claim states, to readers who type none."""

LACKS = (
    own("Another source speaks of the same thing and states {qualifier}; here it is left out."),
    own("Add {key} where the source gives it: these claims are then compared."),
)
"""What is said of claims that one key qualifier more would bring together, and what to add."""

NOT_LOOKED_FOR = {
    "no-archive": (
        own("The quote was not looked for: the source has no archive: {file: …}."),
        own(
            "Keep a copy of the source's text, and add archive: {file: …, sha256: …} to its header."
        ),
    ),
    "archive-not-read": (
        own("The quote was not looked for: the archived copy of the source cannot be read."),
        own("Mend what the faults above say of the copy."),
    ),
}
"""Why a quote was not looked for although archived copies were given, and what to add."""


def headline(
    findings: Sequence[JudgedFinding], counts: Mapping[str, int], words: Translator
) -> tuple[str, ...]:
    """The answer in words: the open findings, the checked files, and what stayed undecided."""
    return (
        *_open(findings, counts, words),
        *_settled(findings, counts, words),
        *_read(counts, words),
    )


def _open(
    findings: Sequence[JudgedFinding], counts: Mapping[str, int], words: Translator
) -> Iterator[str]:
    errors = [j for j in findings if j.severity is Severity.ERROR]
    open_ = [j for j in errors if j.state is not State.RESOLVED]
    if errors and not open_:
        yield words.text("Nothing is open: every contradiction is decided.")
    elif not open_ and counts["claims"]:
        yield words.text("No source contradicts another.")
    elif open_:
        kinds = words.all(_kinds(open_, words))
        yield words.many("{kinds} is open.", "{kinds} are open.", len(open_), kinds=kinds)
    weak = _weak(findings, words)
    if weak:
        yield words.text("{sentence}.", sentence=words.all(weak))


def _weak(findings: Sequence[JudgedFinding], words: Translator) -> list[str]:
    """The unclear findings, which contradict nothing."""
    open_ = [j for j in findings if j.state is not State.RESOLVED]
    verdicts = [j.finding.verdict for j in open_]
    revised = verdicts.count(Verdict.SUPERSEDED)
    variants, unclear = verdicts.count(Verdict.VARIANT), verdicts.count(Verdict.UNDETERMINED)
    odd = sum(j.finding.verdict is Verdict.IMPOSSIBLE and j.finding.expected for j in open_)
    stated = (
        revised and words.many("{count} value was revised", "{count} values were revised", revised),
        variants and words.many("{count} spelling varies", "{count} spellings vary", variants),
        unclear
        and words.many(
            "{count} case cannot be decided", "{count} cases cannot be decided", unclear
        ),
        odd
        and words.many("{count} sum is not as expected", "{count} sums are not as expected", odd),
    )
    return [s for s in stated if s]


def _since(findings: Sequence[JudgedFinding], known: int, words: Translator) -> str:
    """The new findings since an earlier state; notes are never recorded, and so never new."""
    states = [j.state for j in findings if j.severity is not Severity.NOTE]
    new, changed = states.count(State.NEW), states.count(State.CHANGED)
    stated = (
        new and words.many("{count} finding is new", "{count} findings are new", new),
        changed and words.many("{count} has changed", "{count} have changed", changed),
    )
    if not any(stated) and State.REOPENED in states:  # which the next sentence tells
        return words.many(
            "{count} finding was known before.", "{count} findings were known before.", known
        )
    if not any(stated):
        return words.many(
            "Nothing is new: {count} finding was known before.",
            "Nothing is new: {count} findings were known before.",
            known,
        )
    before = words.many("{count} was known before", "{count} were known before", known)
    return words.text("{news}; {before}.", news=words.all(s for s in stated if s), before=before)


def _settled(
    findings: Sequence[JudgedFinding], counts: Mapping[str, int], words: Translator
) -> Iterator[str]:
    """The findings that the gate lets pass, and the outdated records."""
    known, resolved = counts["known"] + counts["grown"], counts["resolved"]
    reopened, gone, ignored = counts["reopened"], counts["gone"], counts["ignored"]
    rules = counts["rules-left-out"]
    if known:
        yield _since(findings, known, words)
    stated = (
        resolved
        and words.many("{count} finding is decided", "{count} findings are decided", resolved),
        reopened
        and words.many(
            "{count} decision is open again", "{count} decisions are open again", reopened
        ),
        gone
        and words.many("{count} known finding is gone", "{count} known findings are gone", gone),
    )
    if any(stated):
        yield words.text("{sentence}.", sentence=words.all(s for s in stated if s))
    left_out = (
        ignored and words.many("{count} finding", "{count} findings", ignored),
        rules and words.many("{count} rule", "{count} rules", rules),
    )
    if any(left_out):
        names = words.all(s for s in left_out if s)
        yield words.text("The settings leave out {names}.", names=names)


def _read(counts: Mapping[str, int], words: Translator) -> Iterator[str]:
    """The files that were read, and the unmatched claims."""
    facts = {
        "claims": words.many("{count} claim", "{count} claims", counts["claims"]),
        "sources": words.many("{count} source", "{count} sources", counts["sources"]),
    }
    match counts["not-compared"]:
        case _ if not counts["claims"]:
            yield words.text("There are no claims to compare.")
        case 0:
            yield words.text("{claims} from {sources}, each compared with another one.", **facts)
        case alone:
            yield words.many(
                "{claims} from {sources}; {count} unmatched claim was not checked.",
                "{claims} from {sources}; {count} unmatched claims were not checked.",
                alone,
                **facts,
            )
    if counts.get("drafts"):
        yield words.many(
            "{count} draft is compared with nothing: nobody has confirmed it.",
            "{count} drafts are compared with nothing: nobody has confirmed them.",
            counts["drafts"],
        )
    if counts.get("rows-settled"):
        rows = words.many("{count} row", "{count} rows", counts["rows"])
        yield words.many(
            "Of {rows}, {count} agrees with its topic: only its interval was compared.",
            "Of {rows}, {count} agree with their topics: only their intervals were compared.",
            counts["rows-settled"],
            rows=rows,
        )
    diagnostics = counts["diagnostics"]
    if diagnostics:
        yield words.many(
            "The check is incomplete: the files have {count} error.",
            "The check is incomplete: the files have {count} errors.",
            diagnostics,
        )


def _kinds(open_: Sequence[JudgedFinding], words: Translator) -> list[str]:
    verdicts = [j.finding.verdict for j in open_]
    plain = sum(v in CONTRADICTING for v in verdicts)
    confused, impossible = verdicts.count(Verdict.CONFUSED), verdicts.count(Verdict.IMPOSSIBLE)
    bare = verdicts.count(Verdict.UNSUPPORTED)
    stated = (
        plain and words.many("{count} contradiction", "{count} contradictions", plain),
        confused and words.many("{count} confused name", "{count} confused names", confused),
        impossible and words.many("{count} impossible sum", "{count} impossible sums", impossible),
        bare and words.many("{count} unsupported claim", "{count} unsupported claims", bare),
    )
    return [s for s in stated if s] or [
        words.many("{count} finding", "{count} findings", len(open_))
    ]
