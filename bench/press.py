"""Values as the press of nine languages writes them, each with the right answer by construction."""

from __future__ import annotations

import random
from dataclasses import dataclass
from decimal import Decimal

Form = tuple[str, int, str]
"""A way of writing, the exponent that its magnitude word stands for, and its unit.

In it "{d}" is a number with decimals, "{g}" one with its digits in groups, "{w}" one in words, and
"{e}" the upper end of a range that begins with "{d}".
"""


@dataclass(frozen=True)
class Press:
    """How one language writes: its signs, a few numbers in words, and its forms."""

    decimal: str
    group: str
    words: tuple[tuple[str, int], ...]
    forms: tuple[Form, ...]


PRESS = {
    "en": Press(
        ".",
        ",",
        (("three", 3), ("twelve", 12), ("twenty-one", 21), ("forty", 40), ("two hundred", 200)),
        (
            ("${d}bn", 9, "USD"),
            ("£{d}m", 6, "GBP"),
            ("about {d} billion yuan", 9, "CNY"),
            ("more than {d} million", 6, ""),
            ("nearly {d} million users", 6, "user"),
            ("{d}%", 0, "%"),
            ("{g} chips", 0, "chip"),
            ("at least €{g}", 0, "EUR"),
            ("{d}–{e} billion dollars", 9, "USD"),
            ("{w} thousand engineers", 3, ""),
        ),
    ),
    "it": Press(
        ",",
        ".",
        (("tre", 3), ("dodici", 12), ("ventuno", 21), ("quaranta", 40), ("duecento", 200)),
        (
            ("circa {d} miliardi di yuan", 9, "CNY"),
            ("{d} mld di euro", 9, "EUR"),
            ("oltre {d} milioni di utenti", 6, "user"),
            ("{d}%", 0, "%"),
            ("{g} chip", 0, "chip"),
            ("da {d} a {e} miliardi di dollari", 9, "USD"),
            ("{w} milioni", 6, ""),
        ),
    ),
    "de": Press(
        ",",
        ".",
        (("drei", 3), ("zwölf", 12), ("einundzwanzig", 21), ("vierzig", 40), ("zweihundert", 200)),
        (
            ("rund {d} Mrd. Euro", 9, "EUR"),
            ("{d} Millionen Nutzer", 6, "user"),
            ("{d} Prozent", 0, "%"),
            ("mehr als {g} Chips", 0, "chip"),
            ("{w} Millionen Dollar", 6, "USD"),
        ),
    ),
    "fr": Press(
        ",",
        "\u202f",
        (("trois", 3), ("douze", 12), ("vingt et un", 21), ("quarante", 40), ("deux cents", 200)),
        (
            ("près de {d} milliards d'euros", 9, "EUR"),
            ("{d} millions d'utilisateurs", 6, "user"),
            ("{d} %", 0, "%"),
            ("plus de {g} puces", 0, "chip"),
            ("{w} millions de dollars", 6, "USD"),
        ),
    ),
    "es": Press(
        ",",
        ".",
        (("tres", 3), ("doce", 12), ("veintiuno", 21), ("cuarenta", 40), ("doscientos", 200)),
        (
            ("más de {d} millones de euros", 6, "EUR"),
            ("{g} millones de dólares", 6, "USD"),
            ("{d} %", 0, "%"),
            ("{w} mil ingenieros", 3, ""),
        ),
    ),
    "pt": Press(
        ",",
        ".",
        (("três", 3), ("doze", 12), ("vinte e um", 21), ("quarenta", 40), ("duzentos", 200)),
        (
            ("R$ {d} bilhões", 9, "BRL"),
            ("cerca de {d} milhões de usuários", 6, "user"),
            ("{d}%", 0, "%"),
            ("{w} mil engenheiros", 3, ""),
        ),
    ),
    "nl": Press(
        ",",
        ".",
        (("drie", 3), ("twaalf", 12), ("eenentwintig", 21), ("veertig", 40), ("tweehonderd", 200)),
        (
            ("ongeveer {d} miljard euro", 9, "EUR"),
            ("{d} procent", 0, "%"),
            ("meer dan {g} chips", 0, "chip"),
            ("{w} miljoen dollar", 6, "USD"),
        ),
    ),
    "zh": Press(
        ".",
        ",",
        (("三", 3), ("十二", 12), ("二十一", 21), ("四十", 40), ("二百", 200)),
        (
            ("约{d}亿元", 8, "CNY"),
            ("{d}亿美元", 8, "USD"),
            ("超过{d}万用户", 4, "user"),
            ("{d}%", 0, "%"),
            ("{w}万人", 4, "person"),
        ),
    ),
    "ja": Press(
        ".",
        ",",
        (("三", 3), ("十二", 12), ("二十一", 21), ("四十", 40), ("二百", 200)),
        (
            ("約{d}億円", 8, "JPY"),
            ("{g}人", 0, "person"),
            ("{d}%", 0, "%"),
        ),
    ),
}


@dataclass(frozen=True)
class Written:
    """One text, and what it says; of a range, its lower end."""

    text: str
    language: str
    number: Decimal
    unit: str

    @property
    def kind(self) -> str:
        return "money" if len(self.unit) == 3 and self.unit.isupper() else "quantity"


def written(count: int, seed: int) -> list[Written]:
    """So many distinct texts, always the same ones for the same seed."""
    chance = random.Random(seed)
    forms = [(language, form) for language, press in PRESS.items() for form in press.forms]
    found: dict[tuple[str, str], Written] = {}
    while len(found) < count:
        language, form = chance.choice(forms)
        one = _write(language, form, chance)
        found[one.text, language] = one
    return list(found.values())


def _write(language: str, form: Form, chance: random.Random) -> Written:
    press, (pattern, power, unit) = PRESS[language], form
    word, spelled = chance.choice(press.words)
    grouped = chance.randint(1_001, 999_999)
    places = chance.choice((1, 1, 2))
    decimal = Decimal(chance.randint(11, 99_999)).scaleb(-places)
    text = pattern.format(
        d=f"{decimal}".replace(".", press.decimal),
        e=f"{decimal + 2}".replace(".", press.decimal),
        g=f"{grouped:,}".replace(",", press.group),
        w=word,
    )
    number = spelled if "{w}" in pattern else grouped if "{g}" in pattern else decimal
    return Written(text, language, Decimal(number).scaleb(power), unit)
