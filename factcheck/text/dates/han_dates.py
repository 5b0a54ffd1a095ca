"""Numbers that a date writes in Chinese characters, turned into figures: 二〇二五年 is 2025年."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.text.numbers.tokens import HAN
from factcheck.text.scripts import LatePattern, may_be_unspaced

_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")}
_DIGITS |= {"零": 0, "○": 0, "两": 2, "兩": 2}
_TENS = {"十": 10, "廿": 20, "卅": 30}
_NUMERAL = "".join((*_DIGITS, *_TENS))
# What a number of a date stands before: year, month, day, century, season, week, hour.
_BEFORE = "年月日号號世季周週個个點点時时分半天代歲ヶカか"
_RUN = LatePattern(
    rf"[{_NUMERAL}]+(?=四半期)"
    rf"|(?<![{_NUMERAL}期周週拜])(?!四半期)[{_NUMERAL}]+(?=[{_BEFORE}])"
    rf"|(?<=第)[{_NUMERAL}]+"
    rf"|(?<![公西纪紀])元(?=年)"  # the first year of an era: 令和元年
)


_GAP = LatePattern(rf"(?<=[\d{HAN}]) (?=[{HAN}])|(?<=[{HAN}]) (?=\d)")
"""A blank that a typesetter puts between figures and characters: 2019 年 10 月 30 日."""

Place = tuple[int, int]


def with_figures(text: str) -> str:
    """`text` with the numbers of its dates in figures; other characters stay as they are."""
    if not may_be_unspaced(text):
        return text
    return _RUN.compiled.sub(lambda found: _number(found.group()), _GAP.compiled.sub("", text))


def changes(text: str) -> bool:
    """Whether `with_figures` writes a text otherwise."""
    return may_be_unspaced(text) and bool(_GAP.compiled.search(text) or _RUN.compiled.search(text))


def figures_with_places(text: str, places: Sequence[Place]) -> list[Place]:
    """For each character of `with_figures(text)`, its place, given those of the characters."""
    if not may_be_unspaced(text):
        return list(places)
    gaps = {gap.start() for gap in _GAP.compiled.finditer(text)}
    kept = [place for at, place in enumerate(places) if at not in gaps]
    found: list[Place] = []
    at = 0
    for run in _RUN.compiled.finditer(_GAP.compiled.sub("", text)):
        found += kept[at : run.start()]
        whole = (kept[run.start()][0], kept[run.end() - 1][1])
        found += [whole] * len(_number(run.group()))
        at = run.end()
    return found + kept[at:]


def _number(run: str) -> str:
    if run == "元":
        return "1"
    if not any(c in _TENS for c in run):
        return "".join(str(_DIGITS[c]) for c in run)
    total = last = 0
    for char in run:
        if char in _TENS:
            total += (last or 1) * 10 if char == "十" else _TENS[char]
            last = 0
        else:
            last = _DIGITS[char]
    return str(total + last)
