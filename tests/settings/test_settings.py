"""What a file sets, where its keys stand, where files are looked for; nothing is passed over."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.judging.judge import SEVERITIES
from factcheck.model import Severity, Verdict
from factcheck.rules import every_rule
from factcheck.settings import UNSET, Settings, UnusableSettings, read_settings
from factcheck.settings import keys as forms
from factcheck.settings.chosen import dotted
from factcheck.settings.settings_files import folders
from factcheck.settings.settings_table import rows, table

DOCS = Path(__file__).parents[2] / "docs" / "settings.md"


def read(text: str, path: str = "factcheck.toml") -> Settings:
    return read_settings({path: text.encode()})


def by_name(settings: Settings) -> dict[str, object]:
    return {rule.name: rule for rule in settings.rules()}


def test_nothing_set_is_every_rule_with_its_own_options_and_the_gate_as_it_is() -> None:
    assert read("") == Settings({}, "factcheck.toml")
    assert by_name(UNSET) == {rule.name: rule for rule in every_rule()}
    gate = UNSET.gate()
    assert (gate.severities, gate.by_rule, gate.left_out) == (SEVERITIES, {}, frozenset())
    assert gate.fail_on is Severity.ERROR
    assert not gate.overrides.sources


def test_select_and_ignore() -> None:
    settings = read('select = ["near-key", "name-variant"]\nignore = ["near-key"]')
    assert list(by_name(settings)) == ["name-variant"]
    assert settings.gate().left_out == {rule.name for rule in every_rule()} - {"name-variant"}
    assert "near-key" not in by_name(read('ignore = ["near-key"]'))


@pytest.mark.parametrize("written", ['"2 %"', '"2%"', "0.02", '"0.02"'])
def test_an_option_reaches_its_rule_and_no_other_run(written: str) -> None:
    settings = read(f"[rules.quantity-mismatch]\nsmallest-gap = {written}")
    rule = by_name(settings)["quantity-mismatch"]
    assert rule.smallest_gap == Decimal("0.02")  # type: ignore[attr-defined]
    assert by_name(UNSET)["quantity-mismatch"].smallest_gap == 0  # type: ignore[attr-defined]


@pytest.mark.parametrize("severity", ['"note"', '{contradicts = "note"}'])
def test_a_rule_never_knows_what_it_weighs(severity: str) -> None:
    settings = read(f"[rules.quantity-mismatch]\nseverity = {severity}\nsmallest-gap = 0.1")
    assert vars(by_name(settings)["quantity-mismatch"]) == {"smallest_gap": Decimal("0.1")}


def test_every_option_of_every_rule_can_be_set() -> None:
    for name in forms.RULES:
        for key, _ in forms.described(forms.form_of(name)):
            if key != "severity":
                settings = read(f"[rules.{name}]\n{key} = 3")
                assert getattr(by_name(settings)[name], key.replace("-", "_")) == 3


def test_what_a_rule_weighs_goes_before_what_a_verdict_weighs() -> None:
    gate = read(
        'severity.contradicts = "note"\n'
        "[rules]\n"
        'name-mismatch.severity = "warning"\n'
        'date-mismatch.severity = {contradicts = "error"}\n'
    ).gate()
    assert gate.severities[Verdict.CONTRADICTS] is Severity.NOTE
    assert gate.severities[Verdict.UNDETERMINED] is Severity.WARNING
    assert gate.by_rule[("name-mismatch", Verdict.CONTRADICTS)] is Severity.WARNING
    assert gate.by_rule[("name-mismatch", Verdict.SCOPE_DIFFERS)] is Severity.WARNING
    assert {k: v for k, v in gate.by_rule.items() if k[0] == "date-mismatch"} == {
        ("date-mismatch", Verdict.CONTRADICTS): Severity.ERROR
    }


def test_overrides_and_policy() -> None:
    gate = read(
        '[sources.post]\nignore = ["near-key"]\nseverity = "note"\n'
        '[subjects."north wind"]\nignore = ["name-variant"]\n'
        '[resolutions]\nticket-required = true\nlongest-days = 90\nnever-on = ["near-key"]\n'
    ).gate()
    assert gate.overrides.sources["post"].ignore == {"near-key"}
    assert gate.overrides.sources["post"].most is Severity.NOTE
    assert gate.overrides.subjects["north wind"].ignore == {"name-variant"}
    assert gate.overrides.subjects["north wind"].most is None
    assert "sum-mismatch" in gate.overrides.common
    assert "quantity-mismatch" not in gate.overrides.common
    policy = gate.policy
    assert (policy.ticket, policy.longest, set(policy.never)) == (True, 90, {"near-key"})


@pytest.mark.parametrize(
    ("fail_on", "typed", "least"),
    [
        ("warning", None, Severity.WARNING),
        ("warning", "error", Severity.ERROR),
        ("never", None, None),
        ("never", "error", Severity.ERROR),
        ("error", "never", None),
    ],
)
def test_the_command_line_goes_before_the_file(
    fail_on: str, typed: str | None, least: Severity | None
) -> None:
    assert read(f'fail-on = "{fail_on}"').gate(fail_on=typed).fail_on is least


def test_a_pyproject_without_our_table_is_not_ours() -> None:
    texts = {"factcheck.toml": b'stale = "error"', "pyproject.toml": b"[tool.black]\nx = 1"}
    assert read_settings(texts).file == "factcheck.toml"
    assert read("[tool]\nblack = 1", "pyproject.toml").file is None
    assert read("[project]\nname = 'x'", "pyproject.toml").written == {}


def test_paths_are_those_of_the_file() -> None:
    settings = read('claims = "news/claims"', "../factcheck.toml")
    assert settings.get("claims") == "../news/claims"


def test_both_names_of_a_rule_are_one_rule() -> None:
    settings = read(
        'ignore = ["status-gap", "modality-gap"]\n[rules.modality-gap]\nseverity = "note"'
    )
    assert settings.written == {
        ("ignore",): ("status-gap",),
        ("rules", "status-gap", "severity"): "note",
    }
    with pytest.raises(UnusableSettings) as found:
        read('[rules]\nmodality-gap.severity = "note"\nstatus-gap.severity = "error"')
    assert str(found.value) == (
        "factcheck.toml: rules.status-gap: this rule has a table already, as 'modality-gap'\n"
        "  hint: move all of it into one of the two"
    )


def test_a_key_that_is_no_plain_word_stands_in_quotes() -> None:
    assert dotted(("sources", "example.daily", "ignore")) == 'sources."example.daily".ignore'
    with pytest.raises(UnusableSettings, match=r"subjects\.\"north wind\"\.ignor: unknown key"):
        read('[subjects."north wind"]\nignor = []')


NAMES = st.from_regex(r"[a-z]{1,6}(-[a-z]{1,6})?", fullmatch=True)
TABLES: dict[str, type[forms.Group]] = {
    "": forms.SettingsForm,
    "severity": forms.Weights,
    "resolutions": forms.Decisions,
    "sources.post": forms.OverrideForm,
    "subjects.northwind": forms.OverrideForm,
    "rules.quantity-mismatch": forms.form_of("quantity-mismatch"),
    "rules.near-key.severity": forms.Weights,
}


@given(NAMES, st.sampled_from(sorted(TABLES)), st.sampled_from(['"x"', "1", "[]", "{}", "true"]))
def test_an_unknown_key_is_never_passed_over(name: str, into: str, value: str) -> None:
    if name.replace("-", "_") in TABLES[into].model_fields:
        return
    text = (f"# first\n[{into}]\n" if into else "# first\n\n") + f"{name} = {value}\n"
    with pytest.raises(UnusableSettings) as found:
        read(text)
    (diagnostic,) = found.value.diagnostics
    key = f"{into}.{name}" if into else name
    assert diagnostic.message.startswith(f"{key}: unknown key '{name}' in ")
    assert diagnostic.location.path == "factcheck.toml"
    assert diagnostic.hint


@given(st.text(max_size=200))
def test_any_text_is_settings_or_a_fault_with_a_hint(text: str) -> None:
    try:
        read(text.encode("utf-8", "replace").decode())
    except UnusableSettings as why:
        assert all(d.location.path and d.message and d.hint for d in why.diagnostics)


@pytest.mark.parametrize(
    ("corpus", "here", "expected"),
    [
        ("claims", "/r/news", ["/r/news/claims", "/r/news", "/r"]),
        ("news/claims", "/r", ["/r/news/claims", "/r/news", "/r"]),
        ("../news/claims", "/r/docs", ["/r/news/claims", "/r/news", "/r"]),
        ("/r/news/claims/sources/post.yaml", "/x", ["/r/news/claims", "/r/news", "/r"]),
        ("a/claims", "/x", ["/x/a/claims", "/x/a", "/x"]),
        (".", "/x", ["/x"]),
        ("../claims", "/x/here", ["/x/claims"]),
        ("/y/claims", "/x", ["/y/claims"]),
    ],
)
def test_where_files_are_looked_for(
    corpus: str, here: str, expected: list[str], tmp_path: Path
) -> None:
    """`/r` is a repository, `/x` and `/y` are not."""
    (tmp_path / "r" / ".git").mkdir(parents=True)

    def placed(path: str) -> Path:
        return tmp_path / path.lstrip("/") if path.startswith("/") else Path(path)

    found = folders(placed(corpus), placed(here))
    assert list(found) == [placed(path) for path in expected]


def test_every_setting_is_told_with_its_default() -> None:
    described = {row.key: (row.value, row.origin) for row in rows(UNSET, {})}
    assert described["fail-on"] == ('"error"', "default")
    assert described["rules.syndicated-copy.words"] == ("12", "default")
    assert described["severity.undetermined"] == ('"warning"', "default")
    described = {
        row.key: (row.value, row.origin)
        for row in rows(
            read('\nstale = "error"\n[sources.post]\nignore = ["near-key"]'), {"fail-on": "never"}
        )
    }
    assert described["stale"] == ('"error"', "factcheck.toml")
    assert described["fail-on"] == ('"never"', "command line")
    assert described["sources.post.ignore"] == ('["near-key"]', "factcheck.toml")


def test_what_config_prints_may_be_written_into_the_file() -> None:
    """Every value in the form in which it is read: a round trip of all that can be set."""
    text = "".join(
        f"{row.key} = {row.value}\n" for row in rows(UNSET, {}) if row.value != "not set"
    )
    settings = read(text)
    again = {row.key: row.value for row in rows(settings, {})}
    assert again == {row.key: row.value for row in rows(UNSET, {})}
    assert {row.origin for row in rows(settings, {})} == {"factcheck.toml", "default"}


def test_the_docs_have_every_key_as_it_is() -> None:
    assert DOCS.read_text("utf-8").endswith(f"\n\n{table()}"), "type: make docs"


def test_the_example_of_the_docs_can_be_used() -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)
    assert len(read(example).written) > 8
