from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace
from html import unescape

import pytest
from starlette.testclient import TestClient

from reportedly.web import pictures
from reportedly.web.pages import event

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
    wire = next(line for line in told["lines"] if "Reuters" in (line["label"] or ""))
    assert sum(line["counted"] for line in told["lines"]) == told["independent_origins"]
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


def test_copies_as_sure_as_their_original_share_a_point(reader: TestClient, story: Story) -> None:
    page = reader.get(f"/events/{story()}").text
    start = page.index('aria-label="Certainty of each retelling"')
    drawn = page[start : page.index("</svg>", start)]
    assert "Reuters + 1" in drawn
    assert "Harbour Post" not in drawn
    assert "Daily Ledger" in drawn


def test_the_dropped_words_are_named(reader: TestClient, story: Story) -> None:
    told = reader.get(f"/events/{story()}.json").json()
    ledger = next(one["article"] for one in told["tellings"] if one["outlet"] == "Daily Ledger")
    lost = {cue["text"] for one in told["drift"] if one["to"]["article"] == ledger for cue in one["lost"]}
    assert "may" in lost
    assert "− may" in reader.get(f"/events/{story()}").text


def test_not_the_same_event_is_kept_as_a_judgement(reader: TestClient, story: Story) -> None:
    page = reader.get(f"/events/{story()}").text
    asking = re.search(r'class="unlike" href="([^"]+)"', page)
    assert asking
    asked = reader.get(unescape(asking.group(1))).text
    form = re.search(r'<form method="post" action="(/claims/[^"]+/judge)">(.*?)</form>', asked, re.DOTALL)
    assert form
    fields = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form.group(2)))
    (fields["other"],) = re.findall(r'name="other" value="([^"]*)" required checked', form.group(2))
    answer = reader.post(
        form.group(1), data={**fields, "by": "Ada", "why": "another shipment"}, follow_redirects=False
    )
    assert answer.status_code == 303
    assert reader.get(f"{answer.headers['location']}.json").json()["id"] == story()
    judged = reader.get("/judgements.json").json()["rows"][0]
    assert (judged["verdict"], judged["by"], judged["right"]) == ("different", "Ada", fields["other"])


def test_a_judgement_without_our_token_is_refused(reader: TestClient, story: Story) -> None:
    page = reader.get(f"/events/{story()}").text
    action = re.search(r'href="(/claims/[^"?]+/judge)\?', page)
    assert action
    fields = {"verdict": "different", "other": "c", "by": "Eve", "token": "wrong"}
    assert reader.post(action.group(1), data=fields).status_code == 403


@pytest.mark.parametrize("language", ["en", "fr"])
def test_reasons_are_told_in_the_readers_language(reader: TestClient, story: Story, language: str) -> None:
    page = reader.get(f"/events/{story()}", params={"lang": language}).text
    words = {"en": "The same word names the act", "fr": "Le même mot nomme l'acte".replace("'", "&#39;")}
    assert words[language] in page


def test_no_such_event(reader: TestClient) -> None:
    assert reader.get("/events/nonsense").status_code == 404
    assert reader.get("/events/nonsense.json").json()["ok"] is False


def test_each_outlet_is_named_once_with_how_often_it_tells(reader: TestClient, story: Story) -> None:
    told = reader.app.state.desk  # type: ignore[attr-defined]
    with told.view() as view:
        it = event.build(view, event.Asked(id=story()))
    refs = [one.step.by for one in it.tellings]
    found = pictures.houses(it, refs)
    assert len({one.outlet for one, _ in found}) == len(found)
    assert sum(times for _, times in found) == len(it.tellings)


def test_what_it_is_about_stands_there_once_and_amounts_elsewhere(reader: TestClient, story: Story) -> None:
    with reader.app.state.desk.view() as view:  # type: ignore[attr-defined]
        it = event.build(view, event.Asked(id=story()))
    some = replace(it, objects=("tanks", "a tank", "the tanks", "old tanks"))
    assert pictures.things(some) == ["tanks", "old tanks"]
    counted = [f"{one.quantity.span.text} tanks" for one in it.figures]
    assert counted
    assert pictures.things(replace(some, objects=("tanks", *counted))) == ["tanks"]
