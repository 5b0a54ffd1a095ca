"""The report's own sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.model import JudgedFinding, Reason, Severity, State, Verdict

HARMLESS = (Verdict.AGREE, Verdict.CONSISTENT, Verdict.REFINES)
"""Verdicts that are agreement, and never a finding."""

UNCHECKED = {
    Reason.ALONE: (
        "No other source speaks of the same thing in the same scope.",
        "Look for a second source, or for the same thing under another attribute.",
    ),
    Reason.NO_VALUE: ("The source says that it gives no value.", "Ask the source for one."),
    Reason.NO_RATE: (
        "No exchange rate is known for its currency and day.",
        "Give the amount in the attribute's currency with read_as, if the source does.",
    ),
    Reason.OTHER_DIMENSION: (
        "Its unit measures something else than the other values do.",
        "Correct the unit, or use an attribute of its own.",
    ),
    Reason.FREE_TEXT: (
        "Free text is compared word for word, and these words differ.",
        "Use a kind that can be compared: a choice, a name, a quantity or a date.",
    ),
    Reason.DENIAL: ("A denial disputes, but gives no value.", "Read it beside the other claims."),
    Reason.RETRACTED: (
        "The outlet has retracted its source.",
        "Look for a source that still stands.",
    ),
    Reason.REPLACED: (
        "Its source was replaced by a later one, which is compared in its stead.",
        "Nothing, if the later source repeats the claim or drops it.",
    ),
    Reason.IGNORED: ("Marked with ignore: true.", "Its note should say why."),
}
"""For each reason: why the claims were not compared, and what would have them compared."""

LACKS = (
    "Another source speaks of the same thing and states its {key}; here it is left out.",
    "Add {key} where the source gives it: these claims are then compared.",
)
"""What is said of claims that one key qualifier more would bring together, and what to add."""

NOT_LOOKED_FOR = {
    "no-archive": (
        "The quote was not looked for: the source has no archive: {file: …}.",
        "Keep a copy of the source's text, and add archive: {file: …, sha256: …} to its header.",
    ),
    "archive-not-read": (
        "The quote was not looked for: the kept copy of the source cannot be read.",
        "Mend what the faults above say of the copy.",
    ),
}
"""Why a quote was not looked for although kept copies were given, and what to add."""


def headline(findings: Sequence[JudgedFinding], counts: Mapping[str, int]) -> tuple[str, ...]:
    """The answer in words: what is open, what it was found in, what could not be told."""
    return tuple(_sentences(findings, counts))


def _sentences(findings: Sequence[JudgedFinding], counts: Mapping[str, int]) -> Iterator[str]:
    errors = [j for j in findings if j.severity is Severity.ERROR]
    open_ = [j for j in errors if j.state is not State.RESOLVED]
    if errors and not open_:
        yield "Nothing is open: every contradiction is decided."
    elif not open_ and counts["claims"]:
        yield "No source contradicts another."
    elif open_:
        yield f"{_and(_kinds(open_))} {'is' if len(open_) == 1 else 'are'} open."
    verdicts = [j.finding.verdict for j in findings if j.state is not State.RESOLVED]
    weak = [w for w in (_many(verdicts.count(Verdict.VARIANT), "spelling varies", "spellings vary"),
                        _many(verdicts.count(Verdict.UNDETERMINED), "case cannot be told",
                              "cases cannot be told"),
                        _many(_unexpected(findings), "sum is not as expected",
                              "sums are not as expected")) if w]  # fmt: skip
    if weak:
        yield _and(weak) + "."
    yield from _settled(counts)
    read = f"{_many(counts['claims'], 'claim', 'claims')} from"
    read += f" {_many(counts['sources'], 'source', 'sources')}"
    match counts["not-compared"]:
        case _ if not counts["claims"]:
            yield "There are no claims to compare."
        case 0:
            yield f"{read}, each compared with another one."
        case 1:
            yield f"{read}; 1 met no other claim and was not checked."
        case alone:
            yield f"{read}; {alone} met no other claim and were not checked."
    if counts["diagnostics"]:
        faults = _many(counts["diagnostics"], "fault", "faults")
        yield f"The check is incomplete: the files have {faults}."


def _settled(counts: Mapping[str, int]) -> Iterator[str]:
    """What the gate lets pass, and what no longer fits."""
    known = _many(counts["known"] + counts["grown"], "finding was", "findings were")
    if known:
        yield f"{known} known before."
    said = [
        s
        for s in (
            _many(counts["resolved"], "finding is decided", "findings are decided"),
            _many(counts["reopened"], "decision is open again", "decisions are open again"),
            _many(counts["gone"], "known finding is gone", "known findings are gone"),
        )
        if s
    ]
    if said:
        yield f"{_and(said)}."
    left_out = [
        s
        for s in (
            _many(counts["ignored"], "finding", "findings"),
            _many(counts["rules-left-out"], "rule", "rules"),
        )
        if s
    ]
    if left_out:
        yield f"The settings leave out {_and(left_out)}."


def _unexpected(findings: Sequence[JudgedFinding]) -> int:
    """How many relations do not hold that are only expected to."""
    return sum(
        j.finding.verdict is Verdict.IMPOSSIBLE and j.finding.expected
        for j in findings
        if j.state is not State.RESOLVED
    )


def _kinds(open_: Sequence[JudgedFinding]) -> list[str]:
    verdicts = [j.finding.verdict for j in open_]
    plain = sum(v in (Verdict.CONTRADICTS, Verdict.SELF_CONTRADICTS) for v in verdicts)
    said = [
        _many(plain, "contradiction", "contradictions"),
        _many(verdicts.count(Verdict.CONFUSED), "confused name", "confused names"),
        _many(verdicts.count(Verdict.IMPOSSIBLE), "impossible sum", "impossible sums"),
        _many(verdicts.count(Verdict.UNSUPPORTED), "unsupported claim", "unsupported claims"),
    ]
    return [s for s in said if s] or [_many(len(open_), "finding", "findings")]


def _many(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}" if count else ""


def _and(parts: Sequence[str]) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return ", ".join(parts[:-1]) + " and " + parts[-1]
