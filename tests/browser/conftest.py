"""A page in a real Chromium that remembers every error and every request."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from checks.chromium import HOW_TO_GET_ONE, find

ARGUMENTS = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@dataclass
class Watch:
    """What a page did that a report must never do."""

    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def on(self, page: Page) -> None:
        """Notes errors, refusals by the content security policy and requests beyond the file."""
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda stated: self._hear(stated.type, stated.text))
        page.on("request", lambda request: self._note(request.url))

    def _hear(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.errors.append(text)

    def _note(self, url: str) -> None:
        if not url.startswith(("file:", "data:", "blob:", "about:")):
            self.requests.append(url)


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


@pytest.fixture
def page(browser: Browser, watch: Watch) -> Iterator[Page]:
    """A fresh page of 1280 x 800, watched. For another size: `page.set_viewport_size`."""
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        page = context.new_page()
        watch.on(page)
        yield page


@pytest.fixture
def page_without_scripts(browser: Browser, watch: Watch) -> Iterator[Page]:
    """The same with JavaScript off."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        watch.on(page)
        yield page
