"""Sentences that do not support their claim, in seven languages, and honest ones beside them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from factcheck.model import Finding
from factcheck.report import rulebook
from factcheck.rules import every_rule
from factcheck.rules.base import Example, Statement

(RULE,) = [rule for rule in every_rule() if rule.name == "claim-against-passage"]


def found(
    language: str,
    value: str,
    sentence: str,
    attribute: str = "staff",
    keys: Mapping[str, object] = {},
    others: tuple[Statement, ...] = (),
) -> tuple[Finding, ...]:
    given = Statement(
        "Harbour Post",
        "Northwind",
        attribute,
        value,
        {"quote": value, **keys},
        language,
        archived=f"The first paragraph.\n\n{sentence}\n\nThe last one.",
    )
    return rulebook.found(RULE, Example("a passage", (given, *others)))


@pytest.mark.parametrize(
    ("language", "value", "sentence", "verdict", "word"),
    [
        ("en", "8,500", "The firm never had 8,500 sailors.", "unsupported", "never"),
        ("en", "8,500", "The mayor denied that it had 8,500 sailors.", "unsupported", "denied"),
        ("en", "8,500", "At best it has fewer than 8,500 sailors.", "undetermined", "fewer than"),
        ("en", "8,500", "It hopes to reach 8,500 sailors.", "undetermined", "hopes to"),
        ("en", "8,500", "It has between 8,000 and 8,500 sailors.", "undetermined", "between"),
        ("it", "8.500", "La ditta non ha 8.500 marinai.", "unsupported", "non"),
        ("it", "8.500", "La ditta ha fino a 8.500 marinai.", "undetermined", "fino a"),
        ("it", "8.500", "La ditta potrebbe avere 8.500 marinai.", "undetermined", "potrebbe"),
        ("fr", "8 500", "La firme n'a jamais eu 8 500 marins.", "unsupported", "jamais"),
        ("fr", "8 500", "La firme a jusqu'à 8 500 marins.", "undetermined", "jusqu'à"),
        ("fr", "8 500", "La firme devrait avoir 8 500 marins.", "undetermined", "devrait"),
        ("es", "8.500", "La firma no tiene 8.500 marineros.", "unsupported", "no"),
        ("es", "8.500", "La firma tiene casi 8.500 marineros.", "undetermined", "casi"),
        ("es", "8.500", "La firma habría reunido 8.500 marineros.", "undetermined", "habría"),
        ("de", "8.500", "Die Firma hat keine 8.500 Matrosen.", "unsupported", "keine"),
        ("de", "8.500", "Die Firma hat bis zu 8.500 Matrosen.", "undetermined", "bis zu"),
        ("de", "8.500", "Die Firma hat angeblich 8.500 Matrosen.", "undetermined", "angeblich"),
        ("pt", "8.500", "A firma não tem 8.500 marujos.", "unsupported", "não"),
        ("pt", "8.500", "A firma tem até 8.500 marujos.", "undetermined", "até"),
        ("pt", "8.500", "A firma pretende ter 8.500 marujos.", "undetermined", "pretende"),
        ("zh", "8500", "该公司没有8500名水手。", "unsupported", "没有"),
        ("zh", "8500", "该公司计划招收8500名水手。", "undetermined", "计划"),
    ],
)
def test_a_sentence_that_does_not_support_its_claim(
    language: str, value: str, sentence: str, verdict: str, word: str
) -> None:
    (finding,) = found(language, value, sentence)
    assert (finding.verdict.value, word in str(finding.message)) == (verdict, True)
    assert sentence.rstrip(".") in str(finding.remarks[0])


@pytest.mark.parametrize(
    ("language", "value", "sentence"),
    [
        ("en", "8,500", "The firm, which never sold a ship, has 8,500 sailors."),
        ("en", "8,500", "It is not only old: it has 8,500 sailors."),
        ("en", "8,500", "No. 3 in the port, the firm has 8,500 sailors."),
        ("en", "8,500", "Since May the firm has 8,500 sailors."),
        ("it", "8.500", "La ditta, che non vende navi, ha 8.500 marinai."),
        ("fr", "8 500", "La firme ne vend rien, mais elle a 8 500 marins."),
        ("es", "8.500", "La firma no vende barcos, pero tiene 8.500 marineros."),
        ("de", "8.500", "Die Firma verkauft keine Schiffe, hat aber 8.500 Matrosen."),
        ("pt", "8.500", "A firma não vende navios, mas tem 8.500 marujos."),
        ("zh", "8500", "该公司不卖船，但有8500名水手。"),
    ],
)
def test_an_honest_claim_is_not_named(language: str, value: str, sentence: str) -> None:
    assert found(language, value, sentence) == ()


def test_one_passage_that_supports_the_claim_is_enough() -> None:
    twice = "It will not have 8,500 sailors. Later it wrote: we have 8,500 sailors."
    assert found("en", "8,500", twice) == ()


def test_a_denial_may_be_what_the_claim_states() -> None:
    assert found("en", "8,500", "It never had 8,500 sailors.", keys={"status": "denied"}) == ()


def test_a_sentence_on_somebody_else() -> None:
    peer = Statement("Quay Wire", "Maple", "staff", "20")
    (finding,) = found("en", "8,500", "Maple has 8,500 sailors.", others=(peer,))
    assert "opens with Maple" in str(finding.message)
    (finding,) = found(
        "en", "8,500", "Maple has 8,500 sailors, more than Northwind.", others=(peer,)
    )
    assert "opens with Maple" in str(finding.message)
    other = "Maple counts the sailors of Northwind at 8,500."
    assert found("en", "8,500", other, others=(peer,)) == ()


def test_another_year() -> None:
    keys = {"period": "2025"}
    (finding,) = found("en", "8,500", "In 2023 it had 8,500 sailors.", "sales", keys)
    assert "speaks of 2023" in str(finding.message)
    assert found("en", "8,500", "It had 8,500 sailors in 2025.", "sales", keys) == ()
