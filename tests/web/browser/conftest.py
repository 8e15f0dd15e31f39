"""The page over the demonstration's ledger in a real Chromium; without one these tests skip, and say so."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from benchmarks.browser import NAMES, browsing, chromium, make_ledger, serving
from reportedly.ledger import View

Visit = Callable[..., Page]
#: Nothing glides: a page stands where it is looked at.
CALM = {"locale": "en", "reduced_motion": "reduce"}
#: Milliseconds for which anything may take.
PATIENCE = 10_000


class Window:
    """A browser profile with one page, used by one test after the other."""

    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self.complaints: list[str] = []
        context.set_default_timeout(PATIENCE)
        self.page = context.new_page()
        self.page.on(
            "console", lambda told: self.complaints.append(told.text) if told.type == "error" else None
        )
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def forget(self) -> None:
        """As if nobody had been here: nothing is kept by the browser, nothing is pointed at."""
        self.page.evaluate("localStorage.clear()")
        self.page.mouse.move(0, 0)
        self.context.clear_cookies()
        self.complaints.clear()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if chromium() is None:
        pytest.skip(f"THE PAGE IS NOT TESTED IN A BROWSER: none of {', '.join(NAMES)} is installed")
    with browsing() as found:
        yield found


@pytest.fixture(scope="session")
def demo(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration's ledger, which nobody writes to."""
    return make_ledger(tmp_path_factory.mktemp("demo") / "demo.db")


@pytest.fixture(scope="session")
def site(demo: Path) -> Iterator[str]:
    """The address of a page where nothing is changed."""
    with serving(demo) as address:
        yield address


@pytest.fixture
def own(demo: Path, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The address of a page over a ledger of one's own, and that ledger."""
    ledger = Path(shutil.copy(demo, tmp_path / "own.db"))
    with serving(ledger) as address:
        yield address, ledger


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Iterator[Callable[..., Window]]:
    """A window for each manner of looking, opened when it is first wanted: opening one costs more than most tests."""
    found: dict[str, Window] = {}

    def window(**settings: object) -> Window:
        key = repr(sorted(settings.items()))
        if key not in found:
            found[key] = Window(browser.new_context(**{**CALM, **settings}))  # type: ignore[arg-type]
        return found[key]

    yield window
    for each in found.values():
        each.context.close()


@pytest.fixture
def visit(windows: Callable[..., Window]) -> Iterator[Visit]:
    """Opens an address as somebody who was never here; whatever the page complains of fails the test."""
    used: dict[int, Window] = {}

    def open_(address: str, **settings: object) -> Page:
        window = windows(**settings)
        used[id(window)] = window
        window.page.goto(address)
        return window.page

    yield open_
    complaints = [told for window in used.values() for told in window.complaints]
    for window in used.values():
        window.forget()
    assert complaints == []


@pytest.fixture(scope="session")
def keys(demo: Path) -> dict[str, str]:
    """The ledger's ids of the demonstration's articles, by the ids that they came with."""
    with View(demo) as view:
        rows = [view.article(row.id) for row in view.articles(limit=None)]
    return {str(row.extra["given_id"]): str(row.id) for row in rows}
