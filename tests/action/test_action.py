"""action.yml on pull requests of a scenario repository, and what else is ready-made for users."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest
import yaml

from tests.action.runner import ACTION, EXPRESSION, ROOT, SCRIPTS, STEPS, Ran, Runner
from tests.against.repository import Repository, clash
from tests.corpora import add, run

BASE = "github.event.pull_request.base.sha || github.event.merge_group.base_sha"
POST, WIRE = "claims/sources/post.yaml", "claims/sources/wire.yaml"
MOLO, FARO = "claims/sources/molo.yaml", "claims/sources/faro.yaml"


def pull_request(repository: Repository, **inputs: str) -> Ran:
    """Commit what is there as a pull request to `main`, and check what GitHub would check out."""
    repository.commit("A change.")
    base = repository.git("rev-parse", "main")
    repository.git("checkout", "-q", "--detach", "main")
    repository.git("merge", "-q", "--no-ff", "-m", "Merge the pull request.", "change")
    values = {f"inputs.{name.replace('_', '-')}": stated for name, stated in inputs.items()}
    temp = repository.root.parent / "temp"
    return Runner(repository.root, temp).run("check", {BASE: base, **values})


def test_a_pull_request_that_adds_a_contradiction_fails_and_names_both_places(
    repository: Repository,
) -> None:
    clash(repository.claims)
    ran = pull_request(repository)
    assert ran.code == 1, ran.log
    assert ran.outputs["exit-code"] == "1"
    (error,) = re.findall(r"^::error .*", ran.log, re.MULTILINE)
    for file in (MOLO, FARO):
        assert file in error
        assert file in ran.summary
        assert file in Path(ran.outputs["sarif"]).read_text("utf-8")
        assert Path(file).name in Path(ran.outputs["report"]).read_text("utf-8")
    (result,) = json.loads(Path(ran.outputs["sarif"]).read_text("utf-8"))["runs"][0]["results"]
    assert result["ruleId"] == "quantity-mismatch"
    assert POST not in error, "what was there before is not this pull request's"


def test_a_pull_request_that_mends_a_typo_passes(repository: Repository) -> None:
    file = repository.root / POST
    file.write_text(file.read_text("utf-8").replace("title: T", "title: Tee"), "utf-8")
    ran = pull_request(repository)
    assert ran.code == 0, ran.log
    assert "::error" not in ran.log


def test_a_pull_request_that_decides_passes(repository: Repository) -> None:
    clash(repository.claims)
    from factcheck.pipeline import run as report

    (id,) = (f.id for f in report(Path("claims")).summary.findings if f.attribute == "staff")
    stated = ("--decision", "not-comparable", "--reason", "They count differently.", "--by", "A.")
    assert run("resolve", id, *stated) == 0
    ran = pull_request(repository)
    assert ran.code == 0, ran.log
    assert "They count differently." in Path(ran.outputs["report"]).read_text("utf-8")


def test_a_pull_request_that_breaks_a_file_exits_with_3(repository: Repository) -> None:
    clash(repository.claims)
    (repository.root / WIRE).write_text("source: {outlet: [\n", "utf-8")
    ran = pull_request(repository, fail_on="never")
    assert ran.code == 3, ran.log
    assert ran.outputs["exit-code"] == "3"
    assert re.search(rf"^::error file={re.escape(WIRE)},line=\d+,", ran.log, re.MULTILINE)


def test_without_a_base_everything_is_checked(repository: Repository) -> None:
    ran = pull_request(repository, against="none")
    assert ran.code == 1
    assert POST in ran.log
    assert pull_request(repository, against="none", fail_on="never").code == 0


def test_against_names_any_commit(repository: Repository) -> None:
    repository.git("tag", "v1")
    clash(repository.claims)
    repository.commit()
    repository.on_main()
    ran = pull_request(repository)
    assert (ran.code, "report" in ran.outputs) == (0, True)
    assert pull_request(repository, against="v1").code == 1
    ran = pull_request(repository, against="v2")
    assert ran.code == 2
    assert "v2" in ran.log
    assert "report" not in ran.outputs, "the page of an earlier run is not this one's"


def test_a_corpus_in_another_folder(repository: Repository) -> None:
    repository.git("mv", "claims", "what we claim")
    repository.commit()
    repository.on_main()
    clash(repository.root / "what we claim")
    ran = pull_request(repository, claims="what we claim")
    assert ran.code == 1, ran.log
    assert "file=what we claim/sources/" in ran.log


def test_stale_records_fail_where_that_is_asked_for(repository: Repository) -> None:
    assert run("baseline", "create", "claims") == 0
    repository.commit()
    repository.on_main()
    add(repository.claims, "Wire", "attribute: staff, value: '3'")
    assert pull_request(repository).code == 0
    ran = pull_request(repository, stale="error")
    assert ran.code == 4, ran.log


NASTY = '"; touch pwned; $(touch pwned) `touch pwned` *\ntouch pwned'


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("claims", NASTY),
        ("against", NASTY),
        ("fail_on", NASTY),
        ("stale", NASTY),
        ("claims", "--fail-on=never"),
    ],
)
def test_an_input_is_never_run(repository: Repository, name: str, text: str) -> None:
    ran = pull_request(repository, **{name: text})
    assert ran.code == 2, ran.log
    assert not list(repository.root.rglob("pwned"))


def test_no_script_holds_an_expression() -> None:
    for step in SCRIPTS.values():
        assert not EXPRESSION.search(step["run"])
        assert step["shell"] == "bash"


def test_what_comes_from_elsewhere_bears_a_version() -> None:
    for step in STEPS:
        assert "uses" not in step or re.fullmatch(r"[\w-]+/[\w/-]+@v\d+", step["uses"])


def test_uploads_wait_for_a_file_and_follow_a_failure() -> None:
    uploads = [step for step in STEPS if "upload" in step.get("uses", "")]
    assert len(uploads) == 2
    for step in uploads:
        assert step["if"].startswith("always() && inputs.")
        assert re.search(r"steps\.check\.outputs\.(report|sarif) != ''$", step["if"])


def test_factcheck_is_installed_from_the_action_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    python = tmp_path / "python 3"
    python.write_text(
        '#!/bin/sh\nprintf "[%s]" "$@" >> "$RUNNER_TEMP/said"\necho >> "$RUNNER_TEMP/said"\n'
        'if [ "$2" = venv ]; then mkdir -p "$3/bin"; cp "$0" "$3/bin/python"; fi\n',
        "utf-8",
    )
    python.chmod(0o755)
    temp = tmp_path / "temp dir"
    ran = Runner(tmp_path, temp).run("install", {"steps.python.outputs.python-path": str(python)})
    assert ran.code == 0, ran.log
    made, installed = (temp / "said").read_text("utf-8").splitlines()
    assert made == f"[-m][venv][{temp}/factcheck-venv]"
    assert installed.endswith(f"[--constraint][{ROOT}/constraints.txt][{ROOT}]")
    assert (temp / "github_path").read_text("utf-8") == f"{temp}/factcheck-venv/bin\n"


def test_the_guide_names_every_input_and_output() -> None:
    guide = (ROOT / "docs/ci.md").read_text("utf-8")
    for name in (*ACTION["inputs"], *ACTION["outputs"]):
        assert f"| `{name}` |" in guide


def test_the_hook_checks_the_corpus_whatever_file_was_touched(repository: Repository) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert hook["pass_filenames"] is False
    assert hook["always_run"] is True, "what a commit deletes is in no list of files"
    assert "files" not in hook
    program, *arguments = shlex.split(hook["entry"])
    assert program == "factcheck"
    assert run(*arguments) == 1
    clean = (*arguments, "--against", "HEAD")
    assert run(*clean) == 0
    clash(repository.claims)
    assert run(*clean) == 1


def test_the_workflow_of_init_gives_the_action_what_it_needs(repository: Repository) -> None:
    assert run("init", "--missing", "--action", "./action") == 0
    workflow = yaml.safe_load(Path(".github/workflows/factcheck.yml").read_text("utf-8"))
    (job,) = workflow["jobs"].values()
    checkout, action = job["steps"]
    assert checkout["with"]["fetch-depth"] == 0
    assert action["with"].keys() <= ACTION["inputs"].keys()
    assert workflow["permissions"] == {"contents": "read"}
    assert {"pull_request", "merge_group"} <= workflow[True].keys(), "YAML 1.1 reads on as true"
    assert "pull_request_target" not in workflow[True]
