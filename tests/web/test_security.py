"""What stands before every request."""

from __future__ import annotations

import re

import pytest
from starlette.routing import Route
from starlette.testclient import TestClient

from reportedly.web import sessions
from reportedly.web.routes import all_routes
from tests.web.conftest import Serve

ADDRESSES = ("/claims", "/claims.json", "/nowhere", "/nowhere.json", "/static/page.css", "/claims?limit=0")


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_carries_strict_headers(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "access-control-allow-origin" not in headers


def test_pages_hold_no_inline_script_or_style(client: TestClient) -> None:
    page = client.get("/claims").text
    assert re.search(r"<style|style=|<script(?![^>]*\bsrc=)|\son\w+=", page) is None


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example:8321", ""]
)
def test_other_names_are_not_answered(client: TestClient, host: str) -> None:
    answer = client.get("/claims.json", headers={"host": host})
    assert answer.status_code == 421
    assert answer.json()["ok"] is False


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8321", "127.0.0.1:9", "[::1]:8321", "[::1]"])
def test_our_own_names_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/claims.json", headers={"host": host}).status_code == 200


def test_long_addresses_are_refused(client: TestClient) -> None:
    assert client.get("/claims.json?q=" + "a" * 9000).status_code == 414


@pytest.mark.parametrize(
    "name",
    [
        "../pyproject.toml",
        "..%2f..%2fpyproject.toml",
        "%2e%2e/app.py",
        "page.css/../../app.py",
        "/etc/passwd",
    ],
)
def test_no_path_reaches_the_file_system(client: TestClient, name: str) -> None:
    answer = client.get(f"/static/{name}")
    assert answer.status_code == 404


def test_static_files_may_be_kept(client: TestClient) -> None:
    answer = client.get("/static/page.css")
    assert "immutable" in answer.headers["cache-control"]
    assert client.get("/claims").headers["cache-control"] == "no-store"


def test_nothing_is_shown_to_strangers(serve: Serve) -> None:
    client = serve(token="t0ken")  # noqa: S106
    for route in all_routes():
        assert isinstance(route, Route)
        if route.path.startswith(("/static/", "/login")):
            continue
        address = route.path.replace("{", "").replace("}", "")
        for method in route.methods or ():
            assert client.request(method, address).status_code == 401, (method, address)
    assert client.get("/claims.json", headers={"authorization": "Bearer t0ke"}).status_code == 401
    assert client.get("/claims.json", headers={"authorization": "Bearer t0ken"}).status_code == 200


def test_sessions_cannot_be_made_up() -> None:
    session = sessions.fresh()
    cookie = sessions.sealed(session, b"one")
    assert sessions.opened(cookie, b"one") == session
    assert sessions.opened(cookie, b"two") is None
    assert sessions.opened(cookie.replace(".0.", ".1."), b"one") is None
    for value in ("", ".", "...", "a.b.c.d", "é.1.1.x", cookie[:-1]):
        assert sessions.opened(value, b"one") is None
