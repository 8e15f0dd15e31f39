from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

Story = Callable[[], str]


def drawings(page: str) -> list[ET.Element]:
    return [ET.fromstring(each) for each in re.findall(r"<svg[^>]*xmlns.*?</svg>", page, re.DOTALL)]  # noqa: S314


def test_an_event_tells_who_whom_what_how_many(reader: TestClient, story: Story) -> None:
    told = reader.get(f"/events/{story()}.json").json()
    assert told["ok"]
    assert "Iran" in told["actors"]
    assert "Russia" in told["recipients"]
    assert any(one["quantity"]["low"] for one in told["figures"])
    assert told["act"] in {"supply", "delivery", "transfer"}


def test_one_line_for_each_origin_with_its_articles_beneath(reader: TestClient, story: Story) -> None:
    told = reader.get(f"/events/{story()}.json").json()
    wire = next(line for line in told["lines"] if line["origin"]["label"] == "Reuters")
    assert {"Reuters", "Harbour Post", "Daily Ledger"} <= {one["outlet"] for one in wire["tellings"]}
    page = reader.get(f"/events/{story()}").text
    assert page.count('<li id="o') == len(told["lines"])
    assert page.count('class="telling"') == len(told["tellings"])


def test_what_speaks_against_it_stands_by_itself(reader: TestClient, story: Story) -> None:
    told = reader.get(f"/events/{story()}.json").json()
    assert any(row["outlet"] == "Tehran Desk" for row in told["denials"])
    page = reader.get(f"/events/{story()}").text
    against = page[page.index('class="contrary"') :]
    assert "Tehran Desk" in against[: against.index("</section>")]


def test_a_retelling_that_dropped_a_hedge_is_surer(reader: TestClient, story: Story) -> None:
    told = reader.get(f"/events/{story()}.json").json()
    sure = {one["outlet"]: one["sureness"] for one in told["tellings"]}
    assert sure["Daily Ledger"] > sure["Reuters"]
    assert 'class="link surer"' in reader.get(f"/events/{story()}").text


def test_the_drawings_are_sound_and_named(reader: TestClient, story: Story) -> None:
    found = drawings(reader.get(f"/events/{story()}").text)
    named = {each.get("aria-label") for each in found}
    assert {"Status over time", "Certainty of each retelling", "Where the articles have it from"} <= named


def test_nothing_of_a_hostile_article_runs(reader: TestClient, story: Story) -> None:
    page = reader.get(f"/events/{story()}").text
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page
    assert not re.search(r"<[^>]*\s(on\w+|style)=", page)


@pytest.mark.parametrize(("language", "words"), [("en", "Who says so"), ("fr", "Qui le dit")])
def test_both_languages(reader: TestClient, story: Story, language: str, words: str) -> None:
    page = reader.get(f"/events/{story()}", params={"lang": language})
    assert words in page.text
    assert page.headers["content-language"] == language


@pytest.mark.parametrize("zoom", [0, 4])
def test_the_graph_can_be_enlarged_without_script(reader: TestClient, story: Story, zoom: int) -> None:
    page = reader.get(f"/events/{story()}", params={"zoom": zoom}).text
    assert ("zoomed" in page) is bool(zoom)


def test_an_event_is_found_by_a_claim(reader: TestClient, story: Story) -> None:
    told = reader.get(f"/events/{story()}.json").json()
    claim = told["tellings"][0]["claims"][0]["id"]
    assert reader.get(f"/events/{claim}.json").json()["id"] == told["id"]


def test_no_such_event(reader: TestClient) -> None:
    assert reader.get("/events/nonsense").status_code == 404
    assert reader.get("/events/nonsense.json").json()["ok"] is False
