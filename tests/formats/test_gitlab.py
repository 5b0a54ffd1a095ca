"""GitLab Code Quality: the keys that GitLab reads, an issue for each position, stable names."""

from __future__ import annotations

import json
from typing import Any

from tests.formats.altering import with_columns, with_fields
from tests.formats.findings import BUDGET_CARD
from tests.formats.views import render, with_cards

SEVERITIES = {"info", "minor", "major", "critical", "blocker"}


def issues(*cards: Any) -> list[dict[str, Any]]:
    given = (with_cards(*cards),) if cards else ()
    found: list[dict[str, Any]] = json.loads(render("gitlab", *given))
    return found


def test_an_issue_has_what_gitlab_reads_and_no_two_have_one_fingerprint() -> None:
    found = issues()
    for issue in found:
        keys = {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue.keys() == keys
        assert issue["severity"] in SEVERITIES
        assert issue["location"]["lines"]["begin"] >= 1
        assert not issue["location"]["path"].startswith("./")
    fingerprints = [issue["fingerprint"] for issue in found]
    assert len(set(fingerprints)) == len(fingerprints) > 0


def test_each_position_of_a_finding_is_an_issue_at_its_claim() -> None:
    found = [i for i in issues(BUDGET_CARD) if i["check_name"] == "quantity-mismatch"]
    assert len(found) == len(BUDGET_CARD.columns.shown)
    assert len({issue["location"]["path"] for issue in found}) == len(found)
    assert all("budget" in issue["description"] for issue in found)


def test_an_issue_stays_the_same_when_positions_change_places() -> None:
    moved = with_columns(BUDGET_CARD, *BUDGET_CARD.columns.shown[::-1])
    first, second = ({i["fingerprint"] for i in issues(card)} for card in (BUDGET_CARD, moved))
    assert first == second


def test_what_is_known_or_decided_is_no_issue() -> None:
    def named(state: str) -> list[str]:
        found = issues(with_fields(BUDGET_CARD, state=state))
        return [i["check_name"] for i in found if i["check_name"] != "file-error"]

    assert not named("known")
    assert not named("resolved")
    assert named("new")
