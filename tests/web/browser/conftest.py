"""The page over the demonstration's ledger in a real Chromium; without one these tests skip, and say so."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from benchmarks.browser import NAMES, browsing, chromium, make_ledger, serving
from reportedly.ledger import View

Visit = Callable[..., Page]
#: Milliseconds for which anything may take.
PATIENCE = 10_000


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


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Opens an address in a fresh browser profile; whatever the page complains of fails the test."""
    complaints: list[str] = []
    with ExitStack() as stack:

        def open_(address: str, **settings: object) -> Page:
            context: BrowserContext = browser.new_context(**{"locale": "en", **settings})  # type: ignore[arg-type]
            stack.callback(context.close)
            context.set_default_timeout(PATIENCE)
            page = context.new_page()
            page.on("console", lambda told: complaints.append(told.text) if told.type == "error" else None)
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.goto(address)
            return page

        yield open_
    assert complaints == []


@pytest.fixture(scope="session")
def keys(demo: Path) -> dict[str, str]:
    """The ledger's ids of the demonstration's articles, by the ids that they came with."""
    with View(demo) as view:
        rows = [view.article(row.id) for row in view.articles(limit=None)]
    return {str(row.extra["given_id"]): str(row.id) for row in rows}
