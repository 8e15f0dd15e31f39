"""What stands before every request."""

from __future__ import annotations

import re

import pytest
from starlette.routing import Route
from starlette.testclient import TestClient

from reportedly.web import sessions
from reportedly.web.endpoints import local
from reportedly.web.routes import all_routes
from tests.web.conftest import Serve, token_of

ADDRESSES = ("/claims", "/claims.json", "/nowhere", "/nowhere.json", "/static/page.css", "/claims?limit=0")


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_carries_strict_headers(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
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
    assert client.get("/claims.json?q=" + "a" * 33_000).status_code == 414


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


FORM = {"text": "Kenya sent maize to Malawi."}


def test_forms_of_others_are_refused(client: TestClient, serve: Serve) -> None:
    token = token_of(client)
    assert client.post("/read", data={**FORM, "token": token}).status_code == 200
    assert client.post("/read", data=FORM, headers={"x-csrf-token": token}).status_code == 200
    assert client.post("/read", data=FORM).status_code == 403
    assert client.post("/read", data={**FORM, "token": token[:-1]}).status_code == 403
    assert client.post("/read", data={**FORM, "token": "é"}).status_code == 403
    assert (
        client.post(
            "/read", data={**FORM, "token": token}, headers={"origin": "http://evil.example"}
        ).status_code
        == 403
    )
    assert client.post("/read", json=FORM, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert client.post("/read", content="text=x", headers={"content-type": "text/plain"}).status_code == 403
    other = TestClient(client.app, base_url="http://localhost")
    assert other.post("/read", data={**FORM, "token": token}).status_code == 403  # somebody else's


def test_json_is_not_taken_without_the_token_of_its_session(client: TestClient) -> None:
    answer = client.post("/read.json", json=FORM)
    assert answer.status_code == 403
    assert "/token.json" in answer.json()["error"]
    assert client.post("/read.json", json=FORM, headers={"x-csrf-token": "0" * 64}).status_code == 403
    told = client.get("/token.json")
    assert "samesite=strict" in told.headers["set-cookie"].lower()
    token = {"x-csrf-token": told.json()["token"]}
    assert client.post("/read.json", json=FORM, headers=token).status_code == 200
    assert client.post("/read", json=FORM, headers=token).status_code == 200
    for elsewhere in ({"origin": "http://evil.example"}, {"sec-fetch-site": "cross-site"}):
        assert client.post("/read.json", json=FORM, headers={**token, **elsewhere}).status_code == 403
    client.cookies.clear()
    assert client.post("/read.json", json=FORM, headers=token).status_code == 403  # without its session


def test_a_bearer_token_needs_no_other(serve: Serve) -> None:
    client = serve(token="t0ken")  # noqa: S106
    known = {"authorization": "Bearer t0ken"}
    assert client.post("/read.json", json=FORM, headers=known).status_code == 200
    assert client.get("/token.json").status_code == 401


def test_every_route_that_is_not_for_looking_asks_for_a_token(client: TestClient) -> None:
    asked = 0
    for route in all_routes():
        assert isinstance(route, Route)
        for method in (route.methods or set()) - {"GET", "HEAD"}:
            address = route.path.replace("{", "").replace("}", "")
            assert client.request(method, address, data={"x": "y"}).status_code == 403, (method, address)
            assert client.request(method, address, json={"x": "y"}).status_code == 403, (method, address)
            asked += 1
    assert asked > 2


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_password_opens_the_page(serve: Serve, lang: str) -> None:
    client = serve(password="open sesame")  # noqa: S106
    refused = client.get("/claims", follow_redirects=False)
    assert (refused.status_code, refused.headers["location"]) == (303, "/login")
    assert client.get("/claims.json").status_code == 401
    form = {"token": token_of(client, f"/login?lang={lang}")}
    wrong = client.post("/login", data={**form, "password": "sesame"})
    assert (wrong.status_code, 'role="alert"' in wrong.text) == (401, True)
    right = client.post("/login", data={**form, "password": "open sesame"}, follow_redirects=False)
    assert right.status_code == 303
    assert "httponly" in right.headers["set-cookie"].lower()
    assert "samesite=strict" in right.headers["set-cookie"].lower()
    assert client.get("/claims.json").status_code == 200
    client.post("/logout", data={"token": token_of(client)})
    assert client.get("/claims.json").status_code == 401


def test_there_is_no_login_where_nothing_is_asked(client: TestClient) -> None:
    assert client.get("/login").status_code == 404


@pytest.mark.parametrize("keep", ["true", "1"])
def test_nothing_is_written_where_one_may_only_read(serve: Serve, keep: str) -> None:
    client = serve(read_only=True)
    form = {**FORM, "token": token_of(client)}
    assert client.post("/read", data=form).status_code == 200
    assert client.post("/read", data={**form, "keep": keep}).status_code == 403


@pytest.mark.parametrize(
    "address", ["//evil.example", "https://evil.example", "/\\evil.example", "x", "/a\nb", None]
)
def test_nobody_is_sent_elsewhere(address: str | None) -> None:
    assert local(address) is None
    assert local("/articles/a1?q=x#c1") == "/articles/a1?q=x#c1"
