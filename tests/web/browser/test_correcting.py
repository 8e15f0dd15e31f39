"""Corrections by keyboard and without script: shown at once, written down, taken back."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from reportedly.ledger import View, Writer
from reportedly.ledger.intake import read_waiting
from reportedly.ledger.records import Judgement
from reportedly.model import Article
from reportedly.reading import Reader
from tests.web.browser.conftest import Visit
from tests.web.test_long import text

Own = tuple[str, Path]


def judgements(ledger: Path) -> list[Judgement]:
    with View(ledger) as view:
        return view.judgements()


def named(page: Page, name: str) -> None:
    """The first judgement, for which the page asks who judges."""
    page.locator(".card").first.focus()
    page.keyboard.press("a")
    dialog = page.locator("dialog#asking")
    dialog.get_by_label("Your name").fill(name)
    page.keyboard.press("Enter")
    expect(page.locator(".card").first.locator(".said")).to_contain_text(name)
    page.wait_for_load_state()


def test_by_keyboard_from_the_first_claim_to_the_undo(visit: Visit, own: Own, keys: dict[str, str]) -> None:
    site, ledger = own
    page = visit(f"{site}/articles/{keys['shipped']}")
    cards = page.locator(".card")
    page.keyboard.press("j")
    expect(cards.nth(0)).to_be_focused()
    named(page, "Ana")
    page.keyboard.press("j")
    expect(cards.nth(1)).to_be_focused()
    page.keyboard.press("r")
    said = cards.nth(1).locator(".said")
    expect(said).to_contain_text("Rejected")
    expect(said).to_contain_text("Ana")
    expect(cards.nth(1)).to_be_focused()
    expect(page.locator("#heard")).to_contain_text("Rejected")
    page.keyboard.press("u")
    expect(said).to_contain_text("Taken back")
    expect(cards.nth(1)).to_be_focused()
    page.keyboard.press("k")
    expect(cards.nth(0)).to_be_focused()
    with View(ledger) as view:
        ids = {claim.local: claim.id for claim in view.claims(f"article:{keys['shipped']}", limit=None)}
    local = [card.get_attribute("id") or "" for card in cards.all()]
    assert [(one.verdict, one.left, one.by, one.undone) for one in judgements(ledger)] == [
        ("right", ids[local[0]], "Ana", False),
        ("wrong", ids[local[1]], "Ana", True),
    ]


def test_same_event_and_not_the_same(visit: Visit, own: Own, keys: dict[str, str]) -> None:
    site, ledger = own
    page = visit(f"{site}/articles/{keys['shipped']}")
    page.keyboard.press("j")
    page.keyboard.press("s")
    dialog = page.locator("dialog#asking")
    expect(dialog.get_by_role("heading")).to_have_text("Which claim tells the same event?")
    choice = dialog.get_by_role("radio").first
    other = choice.get_attribute("value")
    choice.check()
    dialog.get_by_label("Your name").fill("Ben")
    dialog.get_by_role("button", name="Same as…").click()
    expect(page.locator(".card").first.locator(".said")).to_contain_text("Same event as")
    page.locator(".card").first.focus()
    page.keyboard.press("d")
    expect(dialog.get_by_role("heading")).to_have_text("Which claim tells another event?")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    assert [(one.verdict, one.right, one.by) for one in judgements(ledger)] == [("same", other, "Ben")]


def test_help_tells_the_keys_and_turns_them_off(visit: Visit, own: Own, keys: dict[str, str]) -> None:
    site, ledger = own
    page = visit(f"{site}/articles/{keys['shipped']}")
    page.keyboard.press("?")
    dialog = page.locator("dialog#keys")
    expect(dialog).to_be_visible()
    expect(dialog).to_contain_text("next claim")
    dialog.get_by_label("Use single keys").uncheck()
    dialog.get_by_role("button", name="Close").click()
    page.keyboard.press("j")
    assert page.locator(".card:focus").count() == 0
    page.reload()
    page.keyboard.press("j")
    assert page.locator(".card:focus").count() == 0
    assert judgements(ledger) == []


def test_without_script_forms_do_it(visit: Visit, own: Own, keys: dict[str, str]) -> None:
    site, ledger = own
    page = visit(f"{site}/articles/{keys['shipped']}", java_script_enabled=False)
    card = page.locator(".card").nth(2)
    local = card.get_attribute("id")
    card.get_by_role("link", name="Reject").click()
    page.get_by_label("Your name").fill("Zoé")
    page.get_by_role("button", name="Reject").click()
    assert page.url == f"{site}/articles/{keys['shipped']}#{local}"
    expect(card.locator(".said")).to_contain_text("Zoé")
    card.get_by_role("button", name="Undo").click()
    expect(card.locator(".said")).to_contain_text("Taken back")
    card.get_by_role("button", name="Accept").click()
    expect(card.locator(".said")).to_contain_text("Accepted")
    assert [(one.verdict, one.by, one.undone) for one in judgements(ledger)] == [
        ("wrong", "Zoé", True), ("right", "Zoé", False),
    ]  # fmt: skip


def test_of_many_claims_buttons_and_reasons_come_into_the_card(visit: Visit, own: Own) -> None:
    site, ledger = own
    with Writer(ledger) as writer:
        (stored,) = writer.store_many([(Article(text=text(70), title="Maize", language="en"), "test")])
        list(read_waiting(writer, Reader()))
    page = visit(f"{site}/articles/{stored.id}")
    cards = page.locator(".card")
    cards.nth(1).get_by_role("link", name="Why this verdict").click()
    expect(cards.nth(1).locator(".argument")).to_contain_text("officials")
    named(page, "Ana")
    page.keyboard.press("j")
    page.keyboard.press("r")
    expect(cards.nth(1).locator(".said")).to_contain_text("Rejected")
    expect(cards.nth(1).get_by_role("button", name="Reject")).to_be_disabled()
    assert [(one.verdict, one.by) for one in judgements(ledger)] == [("right", "Ana"), ("wrong", "Ana")]
