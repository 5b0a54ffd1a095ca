"""The rules, one file each. The folder is the registry: nothing else names them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from factcheck.comparing import RuleCrash
from factcheck.comparing.rule import Rule


@cache
def every_rule() -> tuple[Rule, ...]:
    """One instance of each rule in the folder, by name. Refuses a file without exactly one."""
    found = []
    for module in iter_modules(__path__):
        if module.name == "base":
            continue
        loaded = import_module(f"factcheck.rules.{module.name}")
        own = [
            c
            for c in vars(loaded).values()
            if isinstance(c, type) and issubclass(c, Rule) and c.__module__ == loaded.__name__
        ]
        if len(own) != 1 or own[0]().name != module.name.replace("_", "-"):
            expected = module.name.title().replace("_", "")
            raise RuleCrash(f"{loaded.__file__} must define exactly one rule, named {expected}.")
        found.append(own[0]())
    return tuple(sorted(found, key=lambda rule: rule.name))


@cache
def _renamed() -> Mapping[str, str]:
    """The name of each rule that was renamed, by the name that it had first."""
    return {rule.identity: rule.name for rule in every_rule() if rule.identity != rule.name}


def named_now(rule: str) -> str:
    """What a rule is called today, by any name that it had: records and settings keep old ones."""
    return _renamed().get(rule, rule)


def first_name(rule: str) -> str:
    """The identity of the rule of this name: what the ids of its findings are made of."""
    return next((first for first, now in _renamed().items() if now == rule), rule)
