"""Free text, shown side by side and never judged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from factcheck.model import Attribute, Comparison, Value, Verdict, say
from factcheck.model.frozen import dataclass
from factcheck.text.context import Context, NoValueGiven, ReadingError
from factcheck.text.language import fold, language_of
from factcheck.values.base import Kind, Meeting

QUOTES = str.maketrans(dict.fromkeys("“”„«»‟″「」", '"') | dict.fromkeys("–—‑‒", "-"))


@dataclass(frozen=True)
class Text(Value):
    """Words as the source writes them; `plain` is what is left without case, quotes and blanks."""

    plain: str = ""


class TextKind(Kind):
    """What a source says in its own words."""

    name = "text"
    examples = ("as it fell", "in good order", "all of them", "at dawn")
    mismatch = ""

    def read(self, text: str, context: Context) -> Value:
        """A Text. Raises ReadingError where nothing is written, NoValueGiven for "n/a"."""
        plain = normal(text)
        if not plain:
            raise ReadingError("the text is empty: write the value as the source gives it")
        if "no_value" in language_of(context.language).meanings(text.strip()):
            raise NoValueGiven(f'"{text.strip()}" says that no value is given')
        return Text(text, plain=plain)

    def compare(self, a: Value, b: Value) -> Comparison:
        """Equal but for case, blanks and quotation marks, or else undetermined."""
        assert isinstance(a, Text) and isinstance(b, Text)
        if a.plain == b.plain:
            return Comparison(Verdict.AGREE, (say("both give the same words"),))
        return Comparison(
            Verdict.UNDETERMINED,
            (say('"{a}" and "{b}" are free text, which is not judged', a=a.text, b=b.text),),
        )

    def meeting(self, values: Sequence[Value]) -> Meeting:
        """By their words alone."""
        groups: dict[str, list[int]] = defaultdict(list)
        for number, value in enumerate(values):
            assert isinstance(value, Text)
            groups[value.plain].append(number)
        disjoint = frozenset({Verdict.UNDETERMINED} if len(groups) > 1 else ())
        return Meeting(tuple(map(tuple, groups.values())), frozenset(), disjoint)

    def show(self, value: Value) -> str:
        assert isinstance(value, Text)
        return " ".join(value.text.split())

    def remembered(self, value: Value, attribute: Attribute) -> str:
        """Without differences of case, blanks, dashes and quotation marks."""
        assert isinstance(value, Text)
        return value.plain

    def occurs(self, value: Value, passage: str, context: Context) -> bool | None:
        """Whether the words stand in the passage."""
        assert isinstance(value, Text)
        return value.plain in normal(passage)


def normal(text: str) -> str:
    """`text` without differences of case, blanks, dashes and quotation marks."""
    return fold(text.translate(QUOTES)).strip(" \"'.,;:")


KIND = TextKind()
