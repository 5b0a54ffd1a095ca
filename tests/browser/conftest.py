"""One page in a real Chromium, which remembers every error and every request of a test."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, sync_playwright

from checks.chromium import HOW_TO_GET_ONE, find
from factcheck.formats.html import render
from tests.corpora import page_of
from tests.formats.views import PAGE

ARGUMENTS = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@dataclass
class Watch:
    """What a page did that a report must never do, and all that it asked for."""

    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def on(self, page: Page) -> Callable[[], None]:
        """Notes errors, refusals by the content security policy, dialogs and requests."""
        heard = {
            "pageerror": lambda error: self.errors.append(str(error)),
            "console": lambda stated: self._hear(stated.type, stated.text),
            "request": lambda request: self._note(request.url),
            "dialog": self._close,
        }
        for event, listener in heard.items():
            page.on(event, listener)  # type: ignore[call-overload]

        def off() -> None:
            for event, listener in heard.items():
                page.remove_listener(event, listener)

        return off

    def _hear(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.errors.append(text)

    def _note(self, url: str) -> None:
        self.asked.append(url)
        if not url.startswith(("file:", "data:", "blob:", "about:")):
            self.requests.append(url)

    def _close(self, dialog: Dialog) -> None:
        self.errors.append(f"dialog: {dialog.message}")
        dialog.dismiss()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, headless, started once. Without one: skipped, and in CI failed."""
    path = find()
    if path is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(HOW_TO_GET_ONE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path,
            args=list(ARGUMENTS),
            chromium_sandbox=os.geteuid() != 0,  # Chromium refuses to run its sandbox as root
        )
        yield browser
        browser.close()


@pytest.fixture
def watch() -> Watch:
    """What the pages of this test did wrong; empty is well."""
    return Watch()


@pytest.fixture(scope="session")
def open_page(browser: Browser) -> Iterator[Callable[[bool], Page]]:
    """The page with scripts and the one without, each opened once: a report keeps nothing."""

    @cache
    def opened(scripts: bool) -> Page:
        return browser.new_context(java_script_enabled=scripts).new_page()

    yield opened


def fresh(page: Page, watch: Watch) -> Iterator[Page]:
    """The page as a new one is, watched until the test ends."""
    page.goto("about:blank")
    page.set_viewport_size({"width": 1280, "height": 800})
    page.emulate_media(media="null", color_scheme="null")
    off = watch.on(page)
    yield page
    off()


@pytest.fixture
def page(open_page: Callable[[bool], Page], watch: Watch) -> Iterator[Page]:
    """A page of 1280 x 800, watched. For another size: `page.set_viewport_size`."""
    yield from fresh(open_page(True), watch)


@pytest.fixture
def page_without_scripts(open_page: Callable[[bool], Page], watch: Watch) -> Iterator[Page]:
    """The same with JavaScript off."""
    yield from fresh(open_page(False), watch)


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of the hand-made view, as a file."""
    return written(tmp_path_factory.mktemp("report") / "report.html", render(PAGE))


@pytest.fixture(scope="session")
def address_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], str]:
    """The report on a shipped corpus in a language, as a file."""
    folder = tmp_path_factory.mktemp("shipped")

    def address(corpus: str, language: str = "en") -> str:
        file = folder / f"{corpus.replace('/', '-')}-{language}.html"
        return written(file, page_of(corpus, language))

    return address


def written(file: Path, page: str) -> str:
    """The address of a page, written to this file."""
    file.write_text(page, encoding="utf-8")
    return file.as_uri()
