"""The steps of action.yml as a runner of GitHub would run them, on this machine."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
SCRIPTS = {step["id"]: step for step in STEPS if "run" in step}
EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")


@dataclass(frozen=True)
class Ran:
    """What a step left behind."""

    code: int
    log: str
    summary: str
    outputs: Mapping[str, str]


@dataclass(frozen=True)
class Runner:
    """A machine with a checkout in `work` and a folder of its own in `temp`."""

    work: Path
    temp: Path

    def run(self, id: str, values: Mapping[str, str]) -> Ran:
        """Run a step; `values` says what its expressions stand for, inputs have their defaults."""
        self.temp.mkdir(exist_ok=True)
        files = {
            name: self.temp / name.lower()
            for name in ("GITHUB_OUTPUT", "GITHUB_PATH", "GITHUB_STEP_SUMMARY")
        }
        for file in files.values():
            file.write_text("", "utf-8")
        step = SCRIPTS[id]
        given = {name: _evaluated(text, values) for name, text in step.get("env", {}).items()}
        environment = {
            **os.environ,
            **{name: str(file) for name, file in files.items()},
            "PATH": f"{self.programs()}:{os.environ['PATH']}",
            "RUNNER_TEMP": str(self.temp),
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_ACTIONS": "true",
            **given,
        }
        script = self.temp / f"{id}.sh"
        script.write_text(step["run"], "utf-8")
        bash = ("bash", "--noprofile", "--norc", "-eo", "pipefail", str(script))
        done = subprocess.run(
            bash, cwd=self.work, env=environment, capture_output=True, text=True, check=False
        )
        stated = (line.split("=", 1) for line in files["GITHUB_OUTPUT"].read_text().splitlines())
        summary = files["GITHUB_STEP_SUMMARY"].read_text("utf-8")
        return Ran(done.returncode, done.stdout + done.stderr, summary, dict(stated))

    def programs(self) -> Path:
        """The folder in which `factcheck` is this checkout."""
        folder = self.temp / "bin"
        folder.mkdir(exist_ok=True)
        command = folder / "factcheck"
        command.write_text(
            f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m factcheck "$@"\n', "utf-8"
        )
        command.chmod(0o755)
        return folder


def _evaluated(text: str, values: Mapping[str, str]) -> str:
    """A value of `env:` with each expression in it looked up; one that nobody knows fails."""
    inputs = {
        f"inputs.{name}": stated.get("default", "") for name, stated in ACTION["inputs"].items()
    }
    known = {**inputs, **values}
    return EXPRESSION.sub(lambda match: known[match[1]], text)
