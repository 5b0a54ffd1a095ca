"""The policy of a corpus for decisions. A decision that violates it does not apply."""

from __future__ import annotations

from factcheck.model import Phrase, Resolution, say, say_many
from factcheck.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Policy:
    """Whether decisions need a ticket, their longest validity in days, and rules that may not be
    decided on.

    A decision without `expires` never expires, and so exceeds any number of days.
    """

    ticket: bool = False
    longest: int | None = None  # days from the day of the decision
    never: frozenset[str] = frozenset()

    def breach(self, resolution: Resolution) -> tuple[Phrase, Phrase] | None:
        """Why the decision violates the policy, and what to do; None if it does not."""
        if resolution.rule in self.never:
            return (
                say(
                    "The settings let no decision hold on a finding of {rule}.",
                    rule=resolution.rule,
                ),
                say("Correct the claims, and delete the file."),
            )
        if self.ticket and not resolution.ticket.strip():
            return (
                say("The settings ask for a ticket, and the decision names none."),
                say("Add 'ticket:' with the address of one."),
            )
        return self._too_long(resolution)

    def _too_long(self, resolution: Resolution) -> tuple[Phrase, Phrase] | None:
        if self.longest is None:
            return None
        if resolution.expires is None:
            why = say_many(
                "A decision holds for {count} day at most, and this one names no last day.",
                "A decision holds for {count} days at most, and this one names no last day.",
                self.longest,
            )
        elif (days := (resolution.expires - resolution.on).days) > self.longest:
            why = say_many(
                "A decision holds for {count} day at most, and this one is to hold for {set}.",
                "A decision holds for {count} days at most, and this one is to hold for {set}.",
                self.longest,
                set=days,
            )
        else:
            return None
        todo = say_many(
            "Write under 'expires' a day within {count} day of 'on'.",
            "Write under 'expires' a day within {count} days of 'on'.",
            self.longest,
        )
        return why, todo


LENIENT = Policy()
