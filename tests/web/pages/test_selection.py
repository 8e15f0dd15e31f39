from __future__ import annotations

import pytest
from starlette.testclient import TestClient


def test_a_town_that_is_attacked_is_on_the_map(reader: TestClient) -> None:
    rows = reader.get("/map.json").json()["rows"]
    kharkiv = next(row for row in rows if row["name"] == "Kharkiv")
    assert kharkiv["place"]["precision"] == "city"
    assert kharkiv["place"]["latitude"] == pytest.approx(50.0, abs=0.3)
    assert 'class="spot town"' in reader.get("/map").text


def test_nothing_is_pinned_that_is_not_known(reader: TestClient) -> None:
    told = reader.get("/map.json").json()
    unknown = [row["name"] for row in told["rows"] if row["place"] is None]
    page = reader.get("/map").text
    drawn = page[page.index('class="drawing map"') : page.index("</svg>", page.index('class="drawing map"'))]
    assert unknown
    assert all(name not in drawn for name in unknown)
    assert all(name in page for name in unknown)


def test_the_map_shows_the_selection_alone(reader: TestClient) -> None:
    names = {row["name"] for row in reader.get("/map.json", params={"q": "actor:Russia"}).json()["rows"]}
    assert "Kharkiv" in names
    assert "Kharkiv" not in {
        row["name"] for row in reader.get("/map.json", params={"q": "actor:Iran"}).json()["rows"]
    }


def test_claims_without_a_place_are_counted(reader: TestClient) -> None:
    told = reader.get("/map.json").json()
    assert 0 < told["nowhere"] < told["claims"]


def test_a_spot_leads_to_its_claims(reader: TestClient) -> None:
    page = reader.get("/map", params={"q": "actor:Russia"}).text
    assert "/claims?q=actor%3ARussia+place%3A%22Kharkiv%22" in page


@pytest.mark.parametrize("path", ["/map", "/timeline"])
def test_a_query_that_means_nothing_is_refused(reader: TestClient, path: str) -> None:
    assert reader.get(path, params={"q": "colour:red"}).status_code == 400


@pytest.mark.parametrize("path", ["/map", "/timeline"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_selection_of_nothing(reader: TestClient, path: str, language: str) -> None:
    answer = reader.get(path, params={"q": "zebrafinch", "lang": language})
    assert answer.status_code == 200


def test_events_in_time(reader: TestClient) -> None:
    rows = reader.get("/timeline.json").json()["rows"]
    page = reader.get("/timeline").text
    dated = [row for row in rows if row["earliest"]]
    assert dated
    drawing = page[
        page.index('class="drawing timeline"') : page.index("</svg>", page.index('class="drawing timeline"'))
    ]
    assert drawing.count('href="/events/') == len(dated)


def test_a_timeline_goes_on(reader: TestClient) -> None:
    first = reader.get("/timeline.json", params={"limit": 1}).json()
    assert first["next"] == 1
    second = reader.get("/timeline.json", params={"limit": 1, "offset": 1}).json()
    assert first["rows"] != second["rows"]
