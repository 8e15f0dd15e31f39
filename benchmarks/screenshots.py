"""Pictures of the page for the documentation: ``python -m benchmarks.screenshots``.

What they show is the demonstration's ledger, as `make demo` makes it and one correction later.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from benchmarks.browser import browsing, make_ledger, serving
from reportedly.ledger import View, Writer

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FOLDER = Path(__file__).parent.parent / "docs" / "images"
#: Bytes that all pictures together may have.
LIMIT = 1_500_000


@dataclass(frozen=True, slots=True)
class Picture:
    """What is photographed, and in which light."""

    name: str
    path: str
    width: int = 1280
    height: int = 860
    scheme: Literal["light", "dark"] = "light"
    language: str = "en"
    #: The card that is pointed at, from 0.
    card: int | None = None
    #: What is scrolled to.
    to: str | None = None


def places(ledger: Path) -> dict[str, str]:
    """The ledger's ids of the demonstration's articles, and that of its event."""
    with View(ledger) as view:
        found = {str(view.article(row.id).extra["given_id"]): row.id for row in view.articles(limit=None)}
        claim = next(view.claims(f"article:{found['shipped']} actor:Iran", limit=1))
        return {**found, "event": view.events_of([claim.id])[claim.id]}


def plain(at: dict[str, str]) -> Iterator[Picture]:
    """The ledger as it was made."""
    yield Picture("front", "/")
    yield Picture("event", f"/events/{at['event']}")
    yield Picture("provenance", f"/events/{at['event']}", scheme="dark", to="#provenance-h")
    yield Picture("actor", "/actors/Iran")
    yield Picture("map", "/map")
    yield Picture("sources", "/sources")


def corrected(at: dict[str, str]) -> Iterator[Picture]:
    """Articles, after somebody judged a claim."""
    yield Picture("article", f"/articles/{at['training']}", height=1000, card=1)
    yield Picture("article-dark", f"/articles/{at['formation']}", scheme="dark", language="fr", card=0)
    yield Picture("article-narrow", f"/articles/{at['training']}", width=360, height=1400)
    yield Picture("beside", f"/articles/{at['va-livrer']}/beside/{at['formation']}")


def judge(ledger: Path) -> None:
    """One claim accepted, so that it is seen what that looks like."""
    with View(ledger) as view:
        claim = min(view.claims("article:training", limit=None), key=lambda row: row.start)
    with Writer(ledger) as writer:
        writer.judge("right", claim.id, by="Ada")


def take(browser: Browser, site: str, one: Picture) -> bytes:
    """One picture."""
    context = browser.new_context(
        viewport={"width": one.width, "height": one.height}, color_scheme=one.scheme, locale=one.language
    )
    page: Page = context.new_page()
    page.goto(site + one.path)
    if one.card is not None:
        page.locator(".card h3").nth(one.card).dispatch_event("mouseover", {"bubbles": True})
    if one.to:
        page.locator(one.to).evaluate("element => element.scrollIntoView({behavior: 'instant'})")
    found = page.screenshot(animations="disabled")
    context.close()
    return found


def main() -> int:
    FOLDER.mkdir(parents=True, exist_ok=True)
    total = 0
    with tempfile.TemporaryDirectory() as folder:
        ledger = make_ledger(Path(folder) / "demo.db")
        at = places(ledger)
        with serving(ledger) as site, browsing() as browser:
            for group in (plain, corrected):
                for one in group(at):
                    image = take(browser, site, one)
                    total += len(image)
                    (FOLDER / f"{one.name}.png").write_bytes(image)
                    print(f"{one.name:16} {len(image):>8} bytes")
                judge(ledger)
    print(f"{'all':16} {total:>8} bytes of {LIMIT}")
    return int(total > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
