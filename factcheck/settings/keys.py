"""The form of a settings file: each key with its type, default, and purpose.

One more form beside those of `loading/forms.py`, and read by the same code. A door to pydantic.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, get_type_hints

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    create_model,
)

from factcheck.corpus.yaml.forms import Form
from factcheck.corpus.yaml.patterns import FOLDER, SHARE
from factcheck.corpus.yaml.sentences import Keys
from factcheck.formats.base import formats
from factcheck.judging.judge import SEVERITIES
from factcheck.model.frozen import dataclass
from factcheck.report.rulebook import about, options
from factcheck.rules import every_rule, named_now
from factcheck.text.numbers.precision import REACHES


@dataclass(frozen=True, slots=True)
class SettingKey:
    """The documentation of a setting; `default` is None if nothing is set by default."""

    takes: str
    default: object
    about: str


def _dashed(name: str) -> str:
    return name.replace("_", "-")


def _as_text(given: object) -> object:
    """A number or other scalar as text, for its pattern."""
    return given if isinstance(given, list | dict) else str(given)


def _as_share(text: str) -> Decimal:
    """A share as a Decimal: "2 %" is 0.02."""
    digits = text.removesuffix("%").rstrip()
    return Decimal(digits) / (100 if text.endswith("%") else 1)


def _present(name: object) -> object:
    return named_now(name) if isinstance(name, str) else name


def _shape(given: object) -> str:
    return type(given).__name__


Folder = Annotated[str, StringConstraints(pattern=FOLDER)]
Share = Annotated[
    str, BeforeValidator(_as_text), StringConstraints(pattern=SHARE), AfterValidator(_as_share)
]
Days = Annotated[int, Field(ge=1, le=36_525)]
Count = Annotated[int, Field(ge=1, le=1_000_000)]
Weight = Literal["error", "warning", "note"]
RULES = tuple(rule.name for rule in every_rule())
RuleName = Annotated[
    Literal[RULES],  # type: ignore[valid-type]
    BeforeValidator(_present),
]
Rules = list[RuleName]

_FOLDER, _RULES = "a path, as seen from the settings", "a list of rules"
_WEIGHT = "`error` or `warning` or `note`"
_OF_OPTIONS = {
    Decimal: (Share, 'a share: `"2 %"` or `0.02`'),
    int: (Count, "a number"),
}


class Group(Form):
    """A table of settings; TOML writes its keys with dashes."""

    model_config = ConfigDict(alias_generator=_dashed)


Weights: type[Group] = create_model(
    "Weights",
    __base__=Group,
    **{
        verdict.value.replace("-", "_"): (
            Annotated[
                Weight | None,
                SettingKey(_WEIGHT, severity.value, f"What `{verdict.value}` weighs, in any rule."),
            ],
            None,
        )
        for verdict, severity in SEVERITIES.items()
    },
)  # type: ignore[call-overload]


class OverrideForm(Group):
    """Settings for the claims of a source, or on a subject."""

    ignore: Annotated[
        Rules | None, SettingKey(_RULES, (), "Rules that pass over these claims.")
    ] = None
    severity: Annotated[
        Weight | None,
        SettingKey(
            _WEIGHT,
            None,
            "The most that a finding weighs which would not be there without these claims.",
        ),
    ] = None


class Decisions(Group):
    """The conditions for a recorded decision to apply."""

    ticket_required: Annotated[
        bool | None,
        SettingKey("`true` or `false`", False, "A decision without a `ticket` does not hold."),
    ] = None
    longest_days: Annotated[
        Days | None,
        SettingKey(
            "a number of days",
            None,
            "A decision holds for so many days from its `on` at most; "
            "one without `expires` does not.",
        ),
    ] = None
    never_on: Annotated[
        Rules | None, SettingKey(_RULES, (), "Rules on whose findings no decision holds.")
    ] = None


class About(Group):
    """How far "about", "nearly" and "just over" reach, by the digits that are written."""

    one_digit: Annotated[
        Share | None, SettingKey(_OF_OPTIONS[Decimal][1], REACHES[0], '"About 4", "about 40,000".')
    ] = None
    two_digits: Annotated[
        Share | None, SettingKey(_OF_OPTIONS[Decimal][1], REACHES[1], '"About 47".')
    ] = None
    three_digits: Annotated[
        Share | None, SettingKey(_OF_OPTIONS[Decimal][1], REACHES[2], '"About 473".')
    ] = None
    more_digits: Annotated[
        Share | None, SettingKey(_OF_OPTIONS[Decimal][1], REACHES[3], '"About 4,731".')
    ] = None


class RuleGroup(Group):
    """The keys of every rule; `form_of` adds a rule's own options."""

    severity: Annotated[
        Annotated[
            Annotated[Weight, Tag("str")] | Annotated[Weights, Tag("dict")],  # type: ignore[valid-type]
            Discriminator(_shape),
        ]
        | None,
        SettingKey(
            _WEIGHT,
            None,
            "What all findings of the rule weigh, or a table with a weight for each verdict.",
        ),
    ] = None


class SettingsForm(Group):
    """The whole file. `form_of` validates the tables of single rules."""

    claims: Annotated[
        Folder | None, SettingKey(_FOLDER, "claims", "The corpus, where no PATH is given.")
    ] = None
    archive: Annotated[
        Folder | None,
        SettingKey(_FOLDER, None, "The folder with the archived copies of sources: `--archive`."),
    ] = None
    fail_on: Annotated[
        Literal["error", "warning", "never"] | None,
        SettingKey(
            "`error` or `warning` or `never`",
            "error",
            "The least severity that fails the check: `--fail-on`.",
        ),
    ] = None
    stale: Annotated[
        Literal["ignore", "warn", "error"] | None,
        SettingKey(
            "`ignore` or `warn` or `error`",
            "warn",
            "What becomes of records that no longer fit: `--stale`.",
        ),
    ] = None
    drafts: Annotated[
        Literal["ignore", "warn", "fail"] | None,
        SettingKey(
            "`ignore` or `warn` or `fail`",
            "ignore",
            "What becomes of claims that nobody has confirmed: `--drafts`.",
        ),
    ] = None
    output: Annotated[
        Literal[formats()] | None,  # type: ignore[valid-type]
        SettingKey(
            " or ".join(f"`{name}`" for name in formats()),
            None,
            "The format of `check` where no `-o` is given; "
            "files are named on the command line only.",
        ),
    ] = None
    select: Annotated[
        Rules | None, SettingKey(_RULES, None, "The rules that run; without it, all of them.")
    ] = None
    ignore: Annotated[
        Rules | None, SettingKey(_RULES, (), "Rules that do not run, though they are selected.")
    ] = None
    severity: Weights | None = None  # type: ignore[valid-type]
    rules: dict[RuleName, dict[str, Any]] | None = None
    about: About | None = None
    resolutions: Decisions | None = None
    sources: dict[str, OverrideForm] | None = None
    subjects: dict[str, OverrideForm] | None = None


@cache
def form_of(rule: str) -> type[RuleGroup]:
    """The form of the table `rules.RULE`: a severity, and the options of that rule."""
    (found,) = (one for one in every_rule() if one.name == rule)
    hints = get_type_hints(type(found))
    fields: dict[str, Any] = {}
    for option, default in options(found).items():
        kind, takes = _OF_OPTIONS[hints[option]]
        fields[option] = (
            Annotated[kind | None, SettingKey(takes, default, about(found, option))],
            None,
        )
    return create_model(rule, __base__=RuleGroup, **fields)


def described(form: type[Group]) -> Iterator[tuple[str, SettingKey]]:
    """The plain keys of a table as written in the file, and their documentation."""
    for name, field in form.model_fields.items():
        for stated in field.metadata:
            if isinstance(stated, SettingKey):
                yield field.alias or name, stated


def keys_of(form: type[Group]) -> Keys:
    """The allowed keys of a form's tables, by the path of keys; * is any key."""
    tables: dict[tuple[str, ...], type[Group]] = {(): form}
    if form is SettingsForm:
        tables |= {
            ("severity",): Weights,
            ("about",): About,
            ("resolutions",): Decisions,
            ("sources", "*"): OverrideForm,
            ("subjects", "*"): OverrideForm,
        }
    else:
        tables |= {("severity",): Weights}
    return {path: tuple(map(_dashed, table.model_fields)) for path, table in tables.items()}
