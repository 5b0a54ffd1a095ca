"""Whatever old corpus: its files come to hold what the loader makes of them, and keep the rest."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.corpus import Files
from factcheck.corpus.revisions.migrating_files import migrated_files
from factcheck.corpus.revisions.old_files import migrated
from factcheck.corpus.yaml.yaml_text import parse
from tests.corpus.yaml_texts import Layout, flow, scalar
from tests.drawing import examples

SOURCE, ATTRIBUTES = "claims/sources/a.yaml", "claims/attributes.yaml"
COVERAGES = "[{id: quay, label: the quay}, {id: two, label: Quay}, {id: all}]"


@st.composite
def corpora(draw: st.DrawFn) -> dict[str, bytes]:
    """A source and the attributes, with old keys, in every style."""
    layout = Layout(draw)
    claims = [line for _ in range(draw(st.integers(1, 3))) for line in claim(layout)]
    attributes = [line for id in ("cost", "staff") for line in attribute(layout, id)]
    end = "\r\n" if layout.maybe() else "\n"
    return {
        SOURCE: end.join(["source: {}", "claims:", *claims, ""]).encode(),
        ATTRIBUTES: end.join(["attributes:", *attributes, ""]).encode(),
    }


def claim(layout: Layout) -> list[str]:
    order = layout.draw(st.permutations(("perimeter", "covers", "modality", "attribute", "value")))
    keys = order[: layout.draw(st.integers(1, 5))]
    values = {
        "perimeter": st.sampled_from((" quay", " 'two'", ' "all"', " other", "", " ~")),
        "modality": st.sampled_from((" actual", ' "planned"', "")),
        "attribute": st.sampled_from((" cost", " Cost", " staff")),
    }
    if layout.maybe(3):
        pairs = [
            f"{key}:{layout.draw(values[key])}" if key in values else f"{key}: 'x, y'"
            for key in keys
        ]
        return [*layout.above(2), f"  - {{{', '.join(pairs)} }}{layout.tail()}"]
    lines: list[str] = []
    for number, key in enumerate(keys):
        lines += layout.above(4) if number else []
        if key in values:
            first, *below = [layout.draw(values[key]) + layout.tail()]
        else:
            first, *below = flow(layout, 4) if layout.maybe(8) else scalar(layout, 4)
        lines += [f"  {' ' if number else '-'} {key}:{first}", *below]
    return lines


def attribute(layout: Layout, id: str) -> list[str]:
    lines = [f"  - id: {id}{layout.tail()}", f"    label: {id.title()}"]
    words = layout.draw(st.lists(st.sampled_from(("perimeter", "period", "covers", "place"))))
    if layout.maybe(2):
        lines += [*layout.above(4), f"    key: [{', '.join(words)}]{layout.tail()}"]
    elif words:
        lines += [f"    key:{layout.tail()}", *(f"      - {word}{layout.tail()}" for word in words)]
    if layout.maybe(2):
        lines += [*layout.above(4), f"    perimeters: {COVERAGES}{layout.tail()}"]
    return lines


@examples(200)
@given(corpora())
def test_migrate_and_the_loader_agree_and_nothing_is_lost(texts: dict[str, bytes]) -> None:
    parsed = {path: parse(path, content) for path, content in texts.items()}
    assume(
        all(document is not None and not diagnostics for document, diagnostics in parsed.values())
    )
    wanted = migrated({path: document for path, (document, _) in parsed.items()})
    made = {one.path: one for one in migrated_files(Files(texts), {}, {})}
    for path, content in texts.items():
        one, known = made.get(path), wanted[path]
        if one is not None and one.text is None:
            assert one.diagnostics
            # A text with "|+" would take over the blank lines below what is taken out.
            assert "stands beside" in one.diagnostics[0].message or b"|+" in content
            continue
        text = content.decode() if one is None else one.text or ""
        after, diagnostics = parse(path, text.encode())
        assert after is not None
        assert known is not None
        assert not diagnostics
        assert after.data == known.data
        assert not old_keys(after.data)
        assert sorted(comments(text)) == sorted(comments(content.decode()))
        again = migrated_files(Files({**texts, path: text.encode()}), {}, {})
        assert path not in {one.path for one in again}


def old_keys(data: Any) -> set[str]:
    groups = [*data.get("claims", ()), *data.get("attributes", ())]
    keys = {key for group in groups for key in group}
    keys |= {word for group in groups for word in group.get("key") or ()}
    return keys & {"modality", "perimeter", "perimeters"}


def comments(text: str) -> list[str]:
    return re.findall(r"# \d+ it's, all: \[\{", text)
