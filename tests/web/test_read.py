"""The box that reads: texts, addresses, what is kept and what is not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from reportedly.ledger import View
from tests.site import served
from tests.web.conftest import Serve, posted, token_of

TEXTS = {
    "en": "Norway delivered tanks to Estonia on Friday, two officials told Reuters.",
    "fr": "La Norvège a livré des chars à l'Estonie vendredi, ont dit deux responsables à Reuters.",
}


def articles(ledger: Path) -> int:
    with View(ledger) as view:
        return int(view.stats()["articles"])


@pytest.mark.parametrize("language", TEXTS)
def test_a_text_is_read_without_javascript_and_not_kept(
    client: TestClient, ledger: Path, language: str
) -> None:
    before = articles(ledger)
    page = client.post("/read", data={"text": TEXTS[language], "token": token_of(client)})
    assert page.status_code == 200
    assert "Reuters" in page.text
    assert articles(ledger) == before


def test_lines_end_as_they_were_typed(client: TestClient) -> None:
    form = {"text": "Rome signed.\r\n\r\nLima did not.", "token": token_of(client)}
    told = client.post("/read.json", data=form).json()
    assert told["reading"]["document"]["text"] == "Rome signed.\n\nLima did not."


def test_a_text_is_kept_where_somebody_asks_for_it(client: TestClient, ledger: Path) -> None:
    before = articles(ledger)
    form = {"text": TEXTS["en"], "keep": "true", "published": "2024-08-20", "token": token_of(client)}
    told = client.post("/read.json", data=form).json()
    assert told["ok"] is True
    assert articles(ledger) == before + 1
    with View(ledger) as view:
        assert view.article(told["kept"]).text == TEXTS["en"]
        assert {row.article for row in view.claims("Estonia")} == {told["kept"]}
    again = client.post("/read.json", data={**form, "token": token_of(client)}).json()
    assert again["kept"] == told["kept"]
    assert articles(ledger) == before + 1


def test_programs_send_json(client: TestClient) -> None:
    told = posted(client, "/read.json", {"text": TEXTS["en"]}).json()
    assert told["reading"]["format"] == "reportedly.reading/1"
    assert told["kept"] is None


def test_it_works_without_a_ledger(serve: Serve) -> None:
    client = serve(ledger=None)
    assert client.get("/").status_code == 200
    assert (
        posted(client, "/read.json", {"text": TEXTS["fr"]}).json()["reading"]["document"]["language"] == "fr"
    )
    assert client.get("/claims.json").status_code == 404
    assert posted(client, "/read.json", {"text": TEXTS["fr"], "keep": True}).status_code == 404


def test_an_address_is_fetched(serve: Serve) -> None:
    with served() as (_, root):
        told = posted(serve(private=True), "/read.json", {"text": f"{root}/treaty"}).json()
    assert "Peru and Chile signed" in told["reading"]["document"]["text"]


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://169.254.169.254/latest/meta-data",
        "http://[::ffff:127.0.0.1]/",
        "http://user:word@example.org/",
    ],
)
def test_addresses_of_private_networks_are_refused(client: TestClient, address: str) -> None:
    answer = posted(client, "/read.json", {"text": address})
    assert answer.status_code == 422
    assert re.search("private network|passwords", answer.json()["error"])


@pytest.mark.parametrize("path", ["/etc/passwd", "file:///etc/passwd", "-", "../../etc/passwd"])
def test_a_path_is_a_text_like_any_other(client: TestClient, path: str) -> None:
    told = posted(client, "/read.json", {"text": path}).json()
    assert told["reading"]["document"]["text"] == path


@pytest.mark.parametrize(
    ("sent", "status", "word"),
    [
        ({"text": "   "}, 400, "nothing to read"),
        ({}, 400, "text"),
        ({"text": 7}, 400, "text"),
        ({"text": "x", "published": "tomorrow"}, 400, "published"),
        ({"text": "x", "colour": "red"}, 400, "colour"),
        ({"text": "x" * 100_001}, 413, "100000"),
    ],
)
def test_what_cannot_be_read_is_told(
    client: TestClient, sent: dict[str, object], status: int, word: str
) -> None:
    answer = posted(client, "/read.json", sent)
    assert answer.status_code == status
    assert word in answer.json()["error"]


def test_bodies_are_bounded(serve: Serve) -> None:
    client = serve(largest_body=1000)
    assert posted(client, "/read.json", {"text": "x" * 2000}).status_code == 413
    chunks = (b"x" * 100 for _ in range(100))  # without a length
    assert client.post("/read.json", content=chunks).status_code == 413


@pytest.mark.parametrize("body", [b"", b"{", b"[1]", b"\xff", b'{"text": "\\ud800"}'])
def test_broken_bodies_are_told(client: TestClient, body: bytes) -> None:
    headers = {"content-type": "application/json", "x-csrf-token": token_of(client)}
    answer = client.post("/read.json", content=body, headers=headers)
    assert answer.status_code in (200, 400)
    assert answer.json()["ok"] is (answer.status_code == 200)
