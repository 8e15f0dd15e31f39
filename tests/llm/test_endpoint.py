"""Patience with an endpoint, and silence about its key."""

from __future__ import annotations

import socket
from collections.abc import Callable

import pytest

from reportedly.llm import LlmReader
from reportedly.llm.endpoint import Endpoint, EndpointError
from reportedly.llm.prompt import request
from reportedly.model import Article
from tests.llm.answers import TEXT, good
from tests.llm.server import Server, refused, said

Make = Callable[..., LlmReader]
BODY = request("m", Article(text=TEXT["en"]), TEXT["en"])


@pytest.mark.parametrize("status", [429, 500, 503])
def test_what_passes_is_waited_for(server: Server, reader: Make, waits: list[float], status: int) -> None:
    server.script = [refused(status, "later"), refused(status, "later"), said(good("en"))]
    assert reader().endpoint.ask(BODY).whole
    assert waits == [0.5, 1.0]


def test_the_wait_that_is_asked_for_is_kept(server: Server, reader: Make, waits: list[float]) -> None:
    server.script = [refused(429, "later", Retry_After="7"), said(good("en"))]
    reader().endpoint.ask(BODY)
    assert waits == [7.0]


def test_after_all_tries_the_reason_is_told(server: Server, reader: Make, waits: list[float]) -> None:
    server.script = [refused(503, "overloaded")]
    with pytest.raises(EndpointError, match="after 3 tries: HTTP status 503: overloaded"):
        reader(tries=3).endpoint.ask(BODY)
    assert len(server.asked) == 3


def test_a_refusal_is_not_repeated_and_the_key_is_not_told(server: Server, reader: Make) -> None:
    server.script = [refused(401, "wrong key sk-secret-9")]
    made = reader(key="sk-secret-9").endpoint
    with pytest.raises(EndpointError) as caught:
        made.ask(BODY)
    assert len(server.asked) == 1
    assert server.headers[0]["Authorization"] == "Bearer sk-secret-9"
    assert "sk-secret" not in str(caught.value) + repr(made)


def test_a_redirection_is_not_followed(server: Server, reader: Make) -> None:
    server.script = [(307, {"Location": f"{server.url}/elsewhere"}, b"")]
    with pytest.raises(EndpointError, match="307"):
        reader().endpoint.ask(BODY)
    assert len(server.headers) == 1


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<html>", "not JSON"),
        ([], "no JSON object"),
        ({"choices": []}, "no choices"),
        ({"choices": [{"message": {"content": None, "refusal": "I will not."}}]}, "refused: I will not"),
    ],
)
def test_what_is_no_completion_is_told(server: Server, reader: Make, data: object, message: str) -> None:
    server.script = [(200, {}, data)]
    with pytest.raises(EndpointError, match=message):
        reader().endpoint.ask(BODY)


def test_nobody_there_is_told(waits: list[float]) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
    with pytest.raises(EndpointError, match="did not answer after 2 tries"):
        Endpoint(url, "m", tries=2, sleep=waits.append).ask(BODY)


def test_a_slow_endpoint_is_given_up(waits: list[float]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/v1"
        with pytest.raises(EndpointError, match="Timeout"):
            Endpoint(url, "m", tries=1, timeout=0.1, sleep=waits.append).ask(BODY)


def test_without_usage_the_most_is_counted(server: Server, reader: Make) -> None:
    status, headers, data = said(good("en"))
    del data["usage"]
    server.script = [(status, headers, data)]
    endpoint = reader().endpoint
    endpoint.ask(BODY)
    assert endpoint.spent > BODY["max_tokens"]
