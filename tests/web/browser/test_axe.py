"""No page breaks a rule that axe knows, in light and in dark."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page as Tab

from reportedly.ledger import View
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
        "articles": keys["shipped"], "other": keys["herald-shipped"], "claims": claim.id, "events": event,
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


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.name != "taking_back"], ids=lambda page: page.name
)
def test_no_rule_is_broken(visit: Visit, site: str, places: dict[str, str], page: object) -> None:
    tab = visit(site + address(page.path, places), color_scheme="light")  # type: ignore[attr-defined]
    assert tab.locator("h1").count() == 1
    assert broken(tab, EVERYTHING) == []
    tab.emulate_media(color_scheme="dark")
    assert broken(tab, COLOURS) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_rule_is_broken_while_correcting(
    visit: Visit, own: tuple[str, Path], keys: dict[str, str], scheme: str
) -> None:
    site, _ = own
    tab = visit(f"{site}/articles/{keys['hundreds']}", color_scheme=scheme)
    tab.keyboard.press("j")
    tab.keyboard.press("r")
    tab.locator("dialog#asking input[name=by]").fill("Ana")
    assert broken(tab, EVERYTHING) == []
    tab.keyboard.press("Enter")
    tab.locator(".card .said").first.wait_for()
    tab.locator(".card details summary").first.click()
    assert broken(tab, EVERYTHING) == []
    tab.goto(f"{site}/judgements")
    tab.get_by_role("button", name="Undo").click()
    tab.goto(f"{site}/judgements/1/undo")
    assert broken(tab, EVERYTHING) == []
