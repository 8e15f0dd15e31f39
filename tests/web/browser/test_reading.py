"""People open, filter and read: with a mouse, with keys, in French, in the dark, on a telephone, without script."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.conftest import Visit

Keys = dict[str, str]


def test_open_filter_read(visit: Visit, site: str) -> None:
    page = visit(f"{site}/articles")
    page.get_by_role("searchbox").fill("denies")
    page.keyboard.press("Enter")
    expect(page.locator(".row")).to_have_count(2)
    page.get_by_role("link", name="Iran denies missile deliveries to Russia").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("denies")
    expect(page.locator(".text .words")).to_contain_text("These accusations")
    card = page.locator(".card", has_text="denied").first
    expect(card).to_be_visible()
    page.go_back()
    assert "q=denies" in page.url


def test_pointing_at_a_claim_lights_its_words_and_pointing_at_words_its_claim(
    visit: Visit, site: str, keys: Keys
) -> None:
    page = visit(f"{site}/articles/{keys['shipped']}")
    card = page.locator(".card").nth(1)
    claim = card.get_attribute("id")
    words = page.locator(f".text .words .k-{claim}")
    card.hover()
    expect(words.locator("visible=true").first).to_have_class(lit())
    assert (
        words.count() == page.locator(".words .lit").count() > 2
    )  # its act, its source and its cue at least
    page.locator("h1").hover(position={"x": 1, "y": 1})
    words.first.hover()
    expect(card).to_have_class(lit())


def lit() -> object:
    import re

    return re.compile(r"\blit\b")


def test_layers_can_be_hidden(visit: Visit, site: str, keys: Keys) -> None:
    page = visit(f"{site}/articles/{keys['shipped']}")
    mark = page.locator(".text mark.source").first
    colour = "element => getComputedStyle(element).backgroundColor"
    shown = mark.evaluate(colour)
    page.get_by_label("sources").uncheck()
    hidden = mark.evaluate(colour)
    assert hidden != shown
    assert hidden == "rgba(0, 0, 0, 0)"


def test_french(visit: Visit, site: str, keys: Keys) -> None:
    page = visit(f"{site}/articles/{keys['va-livrer']}", locale="fr-FR")
    assert page.locator("html").get_attribute("lang") == "fr"
    expect(page.get_by_role("heading", name="Ce qu'il rapporte")).to_be_visible()
    page.get_by_label("Langue").click()
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", name="What it reports")).to_be_visible()
    assert page.locator(".text .words").get_attribute("lang") == "fr"


def test_dark(visit: Visit, site: str, keys: Keys) -> None:
    colour = "getComputedStyle(document.body).backgroundColor"
    address = f"{site}/articles/{keys['shipped']}"
    light, dark = (visit(address, color_scheme=scheme).evaluate(colour) for scheme in ("light", "dark"))
    assert brightness(light) > 200
    assert brightness(dark) < 60
    page = visit(address)
    page.get_by_label("Appearance").click()
    page.get_by_role("link", name="Dark").click()
    assert page.evaluate(colour) == dark


def brightness(colour: str) -> float:
    parts = [float(each) for each in colour.partition("(")[2].rstrip(")").split(",")[:3]]
    return sum(parts) / 3


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_telephone_shows_everything_without_scrolling_sideways(
    visit: Visit, site: str, keys: Keys, lang: str
) -> None:
    page = visit(f"{site}/", viewport={"width": 360, "height": 740}, locale=lang)
    for path in (
        "/", "/articles", "/claims?q=missiles", "/events", "/judgements", f"/articles/{keys['allies']}",
        f"/articles/{keys['hundreds']}/beside/{keys['training']}", f"/articles/{keys['shipped']}/versions",
    ):  # fmt: skip
        page.goto(f"{site}{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path


def test_without_script_links_tie_words_and_claims(visit: Visit, site: str, keys: Keys) -> None:
    page = visit(f"{site}/articles/{keys['shipped']}", java_script_enabled=False)
    act = page.locator(".text .words mark.act a").first
    act.click()
    claim = page.url.partition("#")[2]
    card = page.locator(f"#{claim}")
    assert claim
    expect(card).to_be_visible()
    card.get_by_role("link", name="to the text").click()
    assert page.url.endswith(f"#t-{claim}")


def test_side_by_side_each_passage_leads_to_its_twin(visit: Visit, site: str, keys: Keys) -> None:
    page = visit(f"{site}/articles/{keys['va-livrer']}")
    page.get_by_role("link", name="Side by side").first.click()
    left, right = page.locator(".side .words").all()
    link = left.locator("mark a").first
    link.hover()
    expect(right.locator("mark:has(a.p1)").first).to_have_class(lit())
    assert link.inner_text().split()[:5] == right.locator("a.p1").first.inner_text().split()[:5]
    link.click()
    assert page.url.endswith("#r1")


def test_versions_show_what_changed(visit: Visit, site: str, keys: Keys) -> None:
    page = visit(f"{site}/articles/{keys['shipped']}")
    page.get_by_role("link", name="2 versions").click()
    expect(page.locator("ins").first).to_contain_text("about 220")


def test_every_page_is_there_as_json(visit: Visit, site: str, keys: Keys) -> None:
    page = visit(f"{site}/articles/{keys['shipped']}")
    address = page.locator("link[rel=alternate][type='application/json']").get_attribute("href")
    told = json.loads(page.request.get(f"{site}{address}").text())
    assert told["ok"] is True
    assert told["article"]["id"] == keys["shipped"]


def test_a_text_is_read_and_kept_only_when_asked(visit: Visit, own: tuple[str, object]) -> None:
    site, _ = own
    page = visit(f"{site}/")
    page.locator("textarea[name=text]").fill(
        "Kenya sends maize\n\nKenya sent maize to Malawi on Monday, two officials said."
    )
    page.locator("form.box button").click()
    expect(page.locator(".card").first).to_contain_text("Kenya")
    assert told(page, site, "maize") == []
    page.get_by_role("button", name="Keep it").click()
    page.get_by_role("link", name="kept in the ledger").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Kenya sends maize")
    assert len(told(page, site, "maize")) == 1


def told(page: Page, site: str, query: str) -> list[object]:
    rows: list[object] = page.request.get(f"{site}/articles.json?q={query}").json()["rows"]
    return rows
