"""No page breaks a rule that axe knows, in light and in dark."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from reportedly.ledger import View
from reportedly.web.page import Page
from reportedly.web.routes import PAGES
from tests.web.browser.conftest import Visit

#: What changes with the theme.
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
EVERYTHING = {"resultTypes": ["violations"]}


@pytest.fixture(scope="module")
def places(demo: Path, keys: dict[str, str]) -> dict[str, str]:
    """For each part of an address something that is there."""
    with View(demo) as view:
        claim = next(view.claims(f"article:{keys['shipped']} actor:Iran", limit=1))
        event = view.events_of([claim.id])[claim.id]
    return {
        "articles": keys["shipped"], "other": keys["expedies"], "claims": claim.id, "events": event,
        "actors": "Iran", "number": "1",
    }  # fmt: skip


def address(path: str, places: dict[str, str]) -> str:
    """A page's address with something that is there in each of its places."""
    found, kind = [], ""
    for part in path.split("/"):
        found.append(places[part[1:-1] if part[1:-1] in places else kind] if part.startswith("{") else part)
        kind = part
    return "/".join(found)


def broken(tab: Tab, options: dict[str, object]) -> list[str]:
    """The rules that a page breaks, with the first place of each."""
    found = Axe().run(tab, options=options).response["violations"]
    return [
        f"{each['id']}: {each['nodes'][0]['html'][:200]} {each['nodes'][0]['failureSummary'][:200]}"
        for each in found
    ]


def unbroken(tab: Tab) -> None:
    """Every rule holds in light, and what changes with the theme also in the dark."""
    tab.emulate_media(color_scheme="light")
    assert broken(tab, EVERYTHING) == []
    tab.emulate_media(color_scheme="dark")
    assert broken(tab, COLOURS) == []


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Tab]:
    """One window for all pages."""
    context = browser.new_context(locale="en")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.name != "taking_back"], ids=lambda page: page.name
)
def test_no_rule_is_broken(tab: Tab, site: str, places: dict[str, str], page: Page) -> None:
    answer = tab.goto(site + address(page.path, places))
    assert answer
    assert answer.status == 200
    assert tab.locator("h1").count() == 1
    unbroken(tab)


def test_no_rule_is_broken_while_correcting(
    visit: Visit, own: tuple[str, Path], keys: dict[str, str]
) -> None:
    site, _ = own
    tab = visit(f"{site}/articles/{keys['kyiv']}")
    tab.keyboard.press("j")
    tab.keyboard.press("r")
    tab.locator("dialog#asking input[name=by]").fill("Ana")
    unbroken(tab)
    tab.keyboard.press("Enter")
    tab.locator(".card .said").first.wait_for()
    tab.locator(".card details summary").first.click()
    unbroken(tab)
    tab.goto(f"{site}/judgements/1/undo")
    unbroken(tab)
