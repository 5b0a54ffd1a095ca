"""What a page of many findings costs: to write, beside loading its corpus, and in a browser.

The peer is a plain table of the same findings, a row for each, in the same browser in the same run:
`python -m bench.report`. Memory is what the process of the page takes for itself.
"""

from __future__ import annotations

import gc
import os
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from pathlib import Path
from time import process_time

from playwright.sync_api import Browser, Page, sync_playwright

from bench.generate import corpus, disputes
from bench.timing import collector_off
from checks.chromium import HOW_TO_GET_ONE, find
from factcheck.corpus import Files, load
from factcheck.formats.base import render
from factcheck.pipeline import described, look
from factcheck.report.explained import RecordView
from factcheck.report.page import Page as View

SIZES = (500, 10_000)
"""Findings: hundreds, which must stay usable, and as many as nobody reads."""

UNEQUAL = 3_000
"""Claims of a corpus in which a few topics are told by everybody: some 560 findings."""

REPETITIONS = 3
WORD = "company 7"
NARROW = """word => new Promise(done => {
  const field = document.querySelector('[name=q]'), start = performance.now();
  field.value = word;
  field.dispatchEvent(new Event('input', {bubbles: true}));
  document.body.offsetHeight;
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
})"""
OPENED = """() => ({
  paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
  load: performance.getEntriesByType('navigation')[0].loadEventEnd,
})"""
TABLE_SCRIPT = """const rows = [...document.querySelectorAll('tbody tr')];
document.querySelector('[name=q]').addEventListener('input', event => {
  const word = event.target.value.toLowerCase();
  for (const row of rows) row.hidden = !row.textContent.toLowerCase().includes(word);
});"""


@dataclass(frozen=True)
class Opened:
    """What a browser took: milliseconds, and megabytes of its own."""

    paint: float
    load: float
    narrowed: float
    memory: float


def main(sizes: tuple[int, ...] = SIZES) -> None:
    """Print what writing takes for each corpus, and what a browser takes for each page."""
    corpora = [(f"{size:,} findings, two claims each", disputes(size)) for size in sizes]
    corpora.append((f"{UNEQUAL:,} claims, a few topics told by all", corpus(UNEQUAL)))
    pages = [(name, *_written(name, files)) for name, files in corpora]
    path = find()
    if path is None:
        print(HOW_TO_GET_ONE)
        return
    print(f"\n{'':44}   size  first paint    load  filter  memory")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:

        @contextmanager
        def browser() -> Iterator[Browser]:
            one = playwright.chromium.launch(
                executable_path=path, args=["--disable-gpu"], chromium_sandbox=os.geteuid() != 0
            )
            yield one
            one.close()

        for name, view, page in pages:
            for kind, text in (("page", page), ("plain table", _table(view))):
                file = Path(folder) / "page.html"
                file.write_text(text, encoding="utf-8")
                _describe(f"{name}: {kind}", len(text.encode()), _opened(browser, file))


def _written(name: str, files: Files) -> tuple[RecordView, str]:
    """The view and the page, with the processor time of both against that of loading."""
    _seconds(lambda: _page(disputes(10)))  # imports and templates are not what is measured
    loading = _seconds(lambda: load(files))
    looked = look(files)
    viewing = _seconds(lambda: described(looked, "corpus").view(View))
    both = _seconds(lambda: render(described(looked, "corpus"), "html"))
    line = _seconds(lambda: render(described(looked, "corpus"), "concise"))
    view = described(looked, "corpus").view(RecordView)
    page = render(described(looked, "corpus"), "html")
    cards = page.count("<article ")
    print(
        f"{name:40} loaded in {loading:5.2f} s; page {both:5.2f} s ({both / loading:4.2f} x), of"
        f" which the view {viewing:4.2f} s; concise {line:4.2f} s ({line / loading:4.2f} x);"
        f" {cards:,} of {len(view.findings):,} findings on the page",
        flush=True,
    )
    return view, page


def _page(files: Files) -> str:
    return render(described(look(files), "corpus"), "html")


def _seconds(task: Callable[[], object]) -> float:
    """Processor time, the best of three: others share the machine."""
    taken = []
    for _ in range(3):
        gc.collect()
        start = process_time()
        with collector_off():
            result = task()
        taken.append(process_time() - start)
        del result
    return min(taken)


def _table(view: RecordView) -> str:
    """All findings as rows, with a field that hides those without a word."""
    rows = (
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"
        for cells in (
            (
                finding.verdict,
                finding.state,
                f"{finding.subject}, {finding.attribute}, {finding.scope}",
                " / ".join(position.value for position in finding.positions),
                finding.message,
                ", ".join(finding.sources),
            )
            for finding in view.findings
        )
    )
    return (
        "<!doctype html><meta charset=utf-8><title>Findings</title><input name=q><table><tbody>"
        + "\n".join(rows)
        + f"</tbody></table><script>{TABLE_SCRIPT}</script>"
    )


def _opened(browser: Callable[[], object], file: Path) -> Opened:
    """The medians of some openings, each in a browser of its own."""
    taken = [_once(browser, file) for _ in range(REPETITIONS)]
    return Opened(*(statistics.median(values) for values in zip(*taken, strict=True)))


def _once(browser: Callable[[], object], file: Path) -> tuple[float, float, float, float]:
    with browser() as one:  # type: ignore[attr-defined]
        page: Page = one.new_page()
        page.goto(file.as_uri(), wait_until="load", timeout=120_000)
        page.wait_for_timeout(200)
        times = page.evaluate(OPENED)
        memory = _memory(one)
        narrowed = statistics.median(page.evaluate(NARROW, word) for word in (WORD, "", WORD))
        return times["paint"], times["load"], narrowed, memory


def _memory(browser: Browser) -> float:
    """Megabytes that the largest process of pages shares with no other."""
    session = browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    pages = [process["id"] for process in processes if process["type"] == "renderer"]
    return max(_unshared(pid) for pid in pages)


def _unshared(pid: int) -> float:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    kilobytes = (int(line.split()[1]) for line in lines if line.startswith("Private_"))
    return sum(kilobytes) / 1e3


def _describe(name: str, size: int, opened: Opened) -> None:
    print(
        f"{name:54} {size / 1e6:4.1f} MB {opened.paint:7.0f} ms {opened.load:7.0f} ms"
        f" {opened.narrowed:5.0f} ms {opened.memory:5.0f} MB",
        flush=True,
    )


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
