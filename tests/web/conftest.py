"""A page over a small real ledger, asked without a network; and one that is served to nobody in particular."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from reportedly.web.app import create_app
from reportedly.web.settings import Settings
from tests.ledger.conftest import filled, ledger  # noqa: F401  # pytest finds fixtures by name

_TOKEN = re.compile(r'name="token" value="(\w+)"')
Serve = Callable[..., TestClient]


@pytest.fixture
def serve(ledger: Path) -> Iterator[Serve]:  # noqa: F811
    """Serves one's own copy of the ledger with any settings."""
    clients: list[TestClient] = []

    def serve(**settings: object) -> TestClient:
        given = {"ledger": ledger, **settings}
        client = TestClient(create_app(Settings(**given)), base_url="http://localhost")  # type: ignore[arg-type]
        clients.append(client)
        return client

    yield serve
    for client in clients:
        client.close()


@pytest.fixture
def client(serve: Serve) -> TestClient:
    """Somebody with a browser on the same machine."""
    return serve()


def token_of(client: TestClient, address: str = "/") -> str:
    """The token in a form of a page, as a browser would send it back."""
    found = _TOKEN.search(client.get(address).text)
    assert found is not None
    return found.group(1)


def posted(client: TestClient, address: str, data: object) -> Response:
    """JSON as a program sends it, with the token of its session."""
    token = client.get("/token.json").json()["token"]
    return client.post(address, json=data, headers={"x-csrf-token": token})
