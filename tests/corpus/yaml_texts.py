"""YAML texts as people write them, in every style that `parse` takes, for property tests."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

WORDS = ("quay", "two words", "10 %", "no", "2026-01-22", "1:30", "豆包", "l'IA", "a:b", "x#y")
KEYS = ("id", "label", "value", "covers", "status", "note", "key", "long name", "claims", "z")
QUOTED = (*WORDS, "# 1", "a: b", "- a", "", "null", "true", "~", "say \\\\", "[x]", "{", "*", "&x")


class Layout:
    """What a text has throughout, and the numbers of its comments, so that each is another one."""

    def __init__(self, draw: DrawFn) -> None:
        self.draw = draw
        self.step = draw(st.sampled_from((0, 2, 3)))
        self.indent = draw(st.sampled_from((2, 4)))
        self.count = 0

    def maybe(self, one_in: int = 4) -> bool:
        return self.draw(st.integers(1, one_in)) == one_in

    def comment(self) -> str:
        self.count += 1
        return f"# {self.count} it's, all: [{{"

    def tail(self) -> str:
        return f"  {self.comment()}" if self.maybe(5) else "  " if self.maybe(9) else ""

    def above(self, column: int) -> list[str]:
        """Lines of comments and blanks that may stand above an entry."""
        lines = [""] if self.maybe(6) else []
        if self.maybe(6):
            lines.append(
                " " * self.draw(st.sampled_from((column, column, 0, column + 2))) + self.comment()
            )
        return lines


@st.composite
def documents(draw: DrawFn) -> str:
    """A whole text: a mapping, or a list, or nothing."""
    layout = Layout(draw)
    lines = [layout.comment()] if layout.maybe() else []
    lines += ["---"] if layout.maybe(6) else []
    root = draw(st.sampled_from(("mapping", "mapping", "mapping", "list", "none")))
    if root == "mapping":
        lines += mapping(layout, 0, 3)
    elif root == "list":
        lines += sequence(layout, 0, 3)
    lines += [layout.comment()] if layout.maybe() else []
    lines += ["..."] if "---" in lines and layout.maybe(2) else []
    end = "\r\n" if layout.maybe(3) else "\n"
    return end.join(lines) + (end if lines and not layout.maybe(4) else "")


def mapping(layout: Layout, column: int, depth: int) -> list[str]:
    keys = layout.draw(st.lists(st.sampled_from(KEYS), min_size=1, max_size=4, unique=True))
    lines: list[str] = []
    for number, key in enumerate(keys):
        lines += layout.above(column) if number or not column else []
        name = f'"{key}"' if layout.maybe(8) else f"'{key}'" if layout.maybe(8) else key
        first, *below = value(layout, column, depth)
        lines += [f"{' ' * column}{name}:{first}", *below]
    return lines


def sequence(layout: Layout, column: int, depth: int) -> list[str]:
    lines: list[str] = []
    for number in range(layout.draw(st.integers(1, 3))):
        lines += layout.above(column) if number or not column else []
        inner = layout.draw(st.sampled_from(("mapping", "mapping", "list", "value")))
        if inner == "value" or depth == 0:
            first, *below = scalar(layout, column)
            lines += [f"{' ' * column}-{first}", *below]
            continue
        made = (mapping if inner == "mapping" else sequence)(layout, column + 2, depth - 1)
        lines += [f"{' ' * column}- {made[0][column + 2 :]}", *made[1:]]
    return lines


def value(layout: Layout, column: int, depth: int) -> list[str]:
    kind = layout.draw(st.sampled_from(("scalar", "scalar", "block", "block", "flow", "none")))
    if kind == "none":
        word = layout.draw(st.sampled_from(("", "", " ~", " null", " []", " {}", " [ ]")))
        return [word + layout.tail()]
    if kind == "flow" or (kind == "block" and depth == 0):
        return flow(layout, column)
    if kind == "block":
        head = layout.tail()
        if layout.maybe(2):
            return [head, *sequence(layout, column + layout.step, depth - 1)]
        return [head, *mapping(layout, column + layout.indent, depth - 1)]
    return scalar(layout, column)


def scalar(layout: Layout, column: int) -> list[str]:
    """A text in one of YAML's styles, behind a key in `column` or a dash."""
    word, quoted = layout.draw(st.sampled_from(WORDS)), layout.draw(st.sampled_from(QUOTED))
    inner = " " * (column + layout.indent)
    match layout.draw(st.integers(0, 9)):
        case 9:
            return [' "' + quoted + '"' + layout.tail()]
        case 1:
            return [" '" + quoted.replace("'", "''") + "'" + layout.tail()]
        case 2:
            return [f" {word}", f"{inner}goes on", f"{inner}and on{layout.tail()}"]
        case 3:
            style = layout.draw(st.sampled_from(("|", "|-", "|+", ">", ">-", "|2-")))
            inner = " " * (column + 2) if "2" in style else inner
            blank = [""] if layout.maybe() else []
            return [f" {style}{layout.tail()}", f"{inner}# {word}", *blank, f"{inner}on ", *blank]
        case 4:
            return ["" if layout.maybe() else f" {layout.comment()}", f"{inner}{word}"]
        case 5:
            return [" 'in two", "", f"{inner}lines'{layout.tail()}"]
        case _:
            return [f" {word}{layout.tail()}"]


def flow(layout: Layout, column: int) -> list[str]:
    """A list or a mapping in brackets, in one line or in several."""
    pairs = layout.maybe(2)
    words = layout.draw(st.lists(st.sampled_from(WORDS[:4]), min_size=1, max_size=4))
    keys = layout.draw(st.lists(st.sampled_from(KEYS), min_size=4, max_size=4, unique=True))
    inner = ("{a: 1}", "[b, c]", "''", '"x, y"', *words)
    items = [layout.draw(st.sampled_from(inner)) for _ in words]
    if pairs:
        odd = (lambda key, _: key, lambda key, _: f"{key}:", lambda key, v: f'"{key}":{v}')
        plain = [lambda key, v: f"{key}: {v}"] * 4
        items = [
            layout.draw(st.sampled_from((*plain, *odd)))(k, v)
            for k, v in zip(keys, items, strict=False)
        ]
    opening, closing = "{}" if pairs else "[]"
    comma = "," if layout.maybe(3) else ""
    if layout.maybe(2):
        blank = " " if layout.maybe() else ""
        return [f" {opening}{blank}{', '.join(items)}{comma}{blank}{closing}{layout.tail()}"]
    inner_column = " " * (column + layout.indent)
    lines = [f"{inner_column}{item},{layout.tail()}" for item in items[:-1]]
    return [
        f" {opening}",
        *lines,
        f"{inner_column}{items[-1]}{comma}{layout.tail()}",
        f"{' ' * (column + 1)}{closing}{layout.tail()}",
    ]
