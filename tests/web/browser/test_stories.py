"""Events, actors, the map and reports in a real browser, without script."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from reportedly.ledger import View
from tests.web.browser.conftest import Visit

PATHS = (
    "/events/{event}",
    "/events/{event}?zoom=4",
    "/events/{event}/report",
    "/actors/Iran",
    "/map",
    "/timeline",
)


@pytest.fixture(scope="module")
def event(demo: Path) -> str:
    """The event that most articles tell."""
    with View(demo) as view:
        return str(max(view.events(limit=None), key=lambda row: row.articles).id)


def width(drawing: Locator) -> float:
    box = drawing.bounding_box()
    assert box
    return box["width"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_telephone_scrolls_drawings_but_no_page(
    visit: Visit, site: str, event: str, path: str, lang: str
) -> None:
    settings = {"viewport": {"width": 360, "height": 740}, "java_script_enabled": False}
    page = visit(f"{site}{path.format(event=event)}", locale=lang, **settings)
    assert page.locator("main").bounding_box()["width"] <= 360  # type: ignore[index]
    assert page.locator("body").bounding_box()["width"] <= 360  # type: ignore[index]
    expect(page.locator("h1")).to_be_visible()


def test_an_origin_unfolds_to_its_articles(visit: Visit, site: str, event: str) -> None:
    page = visit(f"{site}/events/{event}", java_script_enabled=False)
    line = page.locator(".lines > li").first
    expect(line.locator(".telling").first).to_be_hidden()
    line.locator("summary").first.click()
    first = line.locator(".telling").first
    expect(first).to_be_visible()
    first.locator("p a").first.click()
    assert "/articles/" in page.url


def test_the_graph_is_enlarged_by_a_link(visit: Visit, site: str, event: str) -> None:
    page = visit(f"{site}/events/{event}", java_script_enabled=False)
    before = width(page.locator(".drawing.graph"))
    for _ in range(3):
        page.get_by_role("link", name="Larger").click()
    assert width(page.locator(".drawing.graph")) > 1.5 * before
    page.get_by_role("link", name="Fit to the page").click()
    assert width(page.locator(".drawing.graph")) == before


def test_a_mark_leads_to_its_article(visit: Visit, site: str, event: str) -> None:
    page = visit(f"{site}/events/{event}", java_script_enabled=False)
    page.locator(".drawing.graph a:has(.mark)").first.click()
    expect(page.locator(f"[id='{page.url.partition('#')[2]}']")).to_be_visible()


def test_a_spot_leads_to_what_is_told_of_it(visit: Visit, site: str) -> None:
    page = visit(f"{site}/map", java_script_enabled=False)
    page.locator(".drawing.map a").first.click()
    assert "/claims?q=place" in page.url
    expect(page.locator(".row").first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_report_stands_alone(browser: Browser, site: str, event: str, tmp_path: Path, scheme: str) -> None:
    """Saved as a file and opened without a network it looks the same, and asks for nothing."""
    context = browser.new_context(color_scheme=scheme, offline=True)  # type: ignore[arg-type]
    try:
        saved = tmp_path / "report.html"
        context.set_offline(False)
        saved.write_bytes(context.request.get(f"{site}/events/{event}/report").body())
        context.set_offline(True)
        page = context.new_page()
        asked: list[str] = []
        complaints: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda told: complaints.append(told.text))
        page.goto(saved.as_uri())
        expect(page.locator(".drawing.graph")).to_be_visible()
        dark = page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgb(252, 251, 248)"
        assert dark is (scheme == "dark")
        assert asked == [saved.as_uri()]
        assert complaints == []
        assert page.pdf()[:5] == b"%PDF-"
    finally:
        context.close()
