"""The server and a reader that asks it, without waiting between tries."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from reportedly.llm import Endpoint, LlmReader
from reportedly.llm.cache import Cache
from tests.llm.server import Server, serving


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture
def waits() -> list[float]:
    return []


@pytest.fixture
def reader(server: Server, waits: list[float], tmp_path: Path) -> Callable[..., LlmReader]:
    def make(*, cached: bool = False, **settings: Any) -> LlmReader:
        endpoint = Endpoint(server.url, "m", sleep=waits.append, **settings)
        return LlmReader(endpoint, Cache(tmp_path / "cache") if cached else None)

    return make
