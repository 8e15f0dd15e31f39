"""Searching claims and articles, as pages and as JSON."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient


@pytest.mark.parametrize(("query", "status"), [("missiles", "happened"), ("status:denied", "denied")])
def test_claims_as_json(client: TestClient, query: str, status: str) -> None:
    told = client.get("/claims.json", params={"q": query}).json()
    assert told["ok"] is True
    assert status in {row["status"] for row in told["rows"]}


def test_the_page_says_what_json_says(client: TestClient) -> None:
    told = client.get("/claims.json").json()
    page = client.get("/claims")
    assert page.headers["content-type"].startswith("text/html")
    for row in told["rows"]:
        assert f'href="/claims/{row["id"]}"' in page.text


@pytest.mark.parametrize(("lang", "word"), [("fr", "selon"), ("en", "according to")])
def test_both_languages(client: TestClient, lang: str, word: str) -> None:
    page = client.get("/claims", params={"lang": lang}).text
    assert word in page
    assert f'<html lang="{lang}"' in page
    assert f'<html lang="{lang}"' in client.get("/claims").text  # remembered


def test_pages_follow_each_other(client: TestClient) -> None:
    every = [row["id"] for row in client.get("/claims.json").json()["rows"]]
    found, offset = [], 0
    while offset is not None:
        told = client.get("/claims.json", params={"limit": 1, "offset": offset}).json()
        found += [row["id"] for row in told["rows"]]
        offset = told["next"]
    assert found == every
    assert len(every) > 2
    assert 'rel="next"' in client.get("/claims", params={"limit": 1}).text


def test_shapes(client: TestClient) -> None:
    objects = client.get("/articles.json").json()["rows"]
    arrays = client.get("/articles.json", params={"_shape": "arrays"}).json()
    assert [dict(zip(arrays["columns"], row, strict=True)) for row in arrays["rows"]] == objects
    assert client.get("/articles.json", params={"_shape": "array"}).json() == objects


@pytest.mark.parametrize(
    ("address", "status", "word"),
    [
        ("/claims.json?q=colour:red", 400, "colour"),
        ("/claims.json?limit=0", 400, "limit"),
        ("/claims.json?limit=many", 400, "limit"),
        ("/claims.json?colour=red", 400, "colour"),
        ("/claims.json?_shape=round", 400, "round"),
        ("/nowhere.json", 404, "Not Found"),
    ],
)
def test_errors_have_one_shape(client: TestClient, address: str, status: int, word: str) -> None:
    answer = client.get(address)
    told = answer.json()
    assert (answer.status_code, told["ok"], told["status"]) == (status, False, status)
    assert told["error"] == told["errors"][0]
    assert word in told["error"]


def test_errors_are_pages_for_people(client: TestClient) -> None:
    answer = client.get("/claims", params={"q": "colour:red", "lang": "fr"})
    assert answer.status_code == 400
    assert "On ne peut pas demander cela" in answer.text
    assert "colour" in answer.text


def test_addresses_to_keep_hold_nothing_empty(client: TestClient) -> None:
    answer = client.get("/claims?q=missiles+%C3%A9&type=&status=denied&since=", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (
        303,
        "/claims?q=missiles+%C3%A9&status=denied",
    )
    assert client.get("/claims?q=", follow_redirects=False).headers["location"] == "/claims"
