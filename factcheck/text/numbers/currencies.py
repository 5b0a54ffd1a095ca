"""What a sign or a word for money means: which country's dollar, whose franc, how many pence."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from factcheck.model import Phrase, say
from factcheck.text.cldr import base_language, named, territory
from factcheck.text.language import Language

COUNTRIES: Mapping[str, Mapping[str, str]] = {
    "$": {
        "US": "USD",
        "CA": "CAD",
        "AU": "AUD",
        "NZ": "NZD",
        "SG": "SGD",
        "HK": "HKD",
        "TW": "TWD",
        "MX": "MXN",
        "AR": "ARS",
        "CL": "CLP",
        "CO": "COP",
        "UY": "UYU",
    },
    "¥": {"JP": "JPY", "CN": "CNY"},
    "pound": {"GB": "GBP", "EG": "EGP", "LB": "LBP", "SY": "SYP", "SD": "SDG"},
    "franc": {"CH": "CHF", "LI": "CHF", "FR": "FRF", "BE": "BEF", "LU": "LUF"},
    "rupee": {"IN": "INR", "PK": "PKR", "LK": "LKR", "NP": "NPR", "ID": "IDR", "MU": "MUR"},
    "peso": {"MX": "MXN", "AR": "ARS", "CL": "CLP", "CO": "COP", "PH": "PHP", "UY": "UYU"},
    "krone": {"DK": "DKK", "NO": "NOK", "SE": "SEK", "IS": "ISK", "CZ": "CZK"},
    "mark": {"DE": "DEM", "FI": "FIM"},
    "lira": {"TR": "TRY", "IT": "ITL"},
    "dinar": {"KW": "KWD", "IQ": "IQD", "JO": "JOD", "RS": "RSD", "DZ": "DZD", "TN": "TND"},
    "dirham": {"AE": "AED", "MA": "MAD"},
    "riyal": {"SA": "SAR", "QA": "QAR", "IR": "IRR", "OM": "OMR"},
    "real": {"BR": "BRL"},
    "guilder": {"NL": "NLG"},
    "peseta": {"ES": "ESP"},
    "rouble": {"RU": "RUB", "BY": "BYN"},
    "shilling": {"KE": "KES", "UG": "UGX", "TZ": "TZS", "SO": "SOS", "AT": "ATS"},
}
USUAL = {"$": "USD", "pound": "GBP", "rouble": "RUB", "peseta": "ESP", "real": "BRL"}
"""What the press means where it says no more, and says so in a note."""
LANGUAGES: Mapping[str, Mapping[str, str]] = {
    "¥": {"zh": "CNY", "ja": "JPY"},
    "krone": {"sv": "SEK", "da": "DKK", "nb": "NOK", "nn": "NOK", "no": "NOK", "is": "ISK"},
    "lira": {"it": "ITL", "tr": "TRY"},
    "mark": {"de": "DEM"},
    "guilder": {"nl": "NLG"},
    "shilling": {"sw": "KES"},
}
"""What a word means in the language of the one country that has, or had, such money."""

_YUAN = {"TW": "TWD", "HK": "HKD", "MO": "MOP", "SG": "SGD"}
WRITTEN = dict.fromkeys(("元", "圓", "圆", "块", "塊"), _YUAN)
"""What a word of one currency means where its language is spoken in other countries."""

_DOLLARS = frozenset(COUNTRIES["$"].values())


def same_currency(a: str, b: str) -> bool:
    """Whether two signs can be the same currency, as "$" and "dollar" or "CAD" and "$" can."""
    other = b if a == "$" else a
    return a == b or ("$" in (a, b) and other in _DOLLARS) or {a, b} <= {"¥", "CNY", "JPY"}


def resolve(
    sign: str, text: str, language: str, country: str | None
) -> tuple[str, tuple[Phrase, ...]]:
    """The ISO 4217 code of a sign that is written as `text`, with a note where it was ambiguous.

    `country` is that of the subject; where it has no such money, the region of the language
    decides. A word for which several countries compete ("franc") stays as it is: it is no code, and
    converts into nothing.
    """
    sign, stroke, coin = sign.partition("/")
    below, text, region = stroke + coin, text or sign, territory(language) or ""
    meanings = COUNTRIES.get(sign)
    if meanings is None:
        return WRITTEN.get(text, {}).get(region, sign) + below, ()
    places = (country.upper() if country else "", region)
    place = next((place for place in places if place in meanings), None)
    if place is None:
        code, note = _without_country(sign, text, language)
        return code + below, (note,)
    note = say(
        '"{sign}" is taken as {code}, the currency of {country}',
        sign=text,
        code=meanings[place],
        country=place,
    )
    return meanings[place] + below, (note,)


def _without_country(sign: str, text: str, language: str) -> tuple[str, Phrase]:
    """What a sign means in a language, or else to the press."""
    worded = base_language(language)
    code = LANGUAGES.get(sign, {}).get(worded, "")
    if code and sign != "¥":
        return code, say(
            '"{sign}" is taken as {code}, as it means in {language}',
            sign=text,
            code=code,
            language=named(worded),
        )
    code = code or ("JPY" if sign == "¥" else USUAL.get(sign, ""))
    if not code:
        return sign, say(
            '"{sign}" does not say of which country: write the code of its currency with read_as',
            sign=text,
        )
    return code, say('"{sign}" is taken as {code}, as no country is given', sign=text, code=code)


def split_factor(code: str) -> tuple[str, Decimal]:
    """The code and what its unit is worth: "GBP/100" is 0.01 GBP."""
    base, _, below = code.partition("/")
    return (base, 1 / Decimal(below)) if below in ("10", "100") else (code, Decimal(1))


def national(word: str, sign: str, text: str, language: Language) -> str:
    """The code of the dollar that `word` says behind its sign: "$5bn Canadian"; "" for others.

    `sign` is what the sign means, `text` the sign as it is written.
    """
    sign = "pound" if text == "£" else sign
    countries = COUNTRIES.get(sign)
    if countries is None:
        return ""
    names = language.data.get("currencies", {}).get("words", {}).get(sign, ())
    for name in names:
        for phrase in (f"{word} {name}", f"{name} {word}"):
            code = language.meanings(phrase).get("currency", "")
            if code in countries.values() and code != sign:
                return str(code)
    return ""
