"""What is on screen can be taken away: the filtered lists as files, an article as one page to send."""

from __future__ import annotations

import csv
from pathlib import Path

from playwright.sync_api import expect

from tests.web.browser.conftest import Visit


def test_what_was_filtered_is_what_is_taken_away(visit: Visit, site: str) -> None:
    page = visit(f"{site}/claims?q=status:denied&limit=200")
    shown = page.locator(".row").count()
    assert shown > 1
    page.get_by_text("Take away what was found").click()
    with page.expect_download() as waiting:
        page.get_by_role("link", name="CSV, a claim a row").click()
    with Path(waiting.value.path()).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == shown
    assert {row["status"] for row in rows} == {"denied"}


def test_an_article_as_one_file(visit: Visit, site: str, keys: dict[str, str], tmp_path: Path) -> None:
    page = visit(f"{site}/articles/{keys['shipped']}")
    answer = page.request.get(f"{site}/articles/{keys['shipped']}/report")
    assert answer.status == 200
    alone = tmp_path / "report.html"
    alone.write_bytes(answer.body())
    page.goto(alone.as_uri())
    expect(page.get_by_role("heading", level=1)).to_contain_text("Iran has shipped missiles")
    mark = page.locator(".words mark.act").first
    assert mark.evaluate("element => getComputedStyle(element).backgroundColor") != "rgba(0, 0, 0, 0)"
