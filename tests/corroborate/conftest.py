"""Articles read by the bundled pipelines, once a session."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from reportedly.model import Article, Reading
from reportedly.reading import Reader

Read = Callable[..., Reading]


@pytest.fixture(scope="session")
def read() -> Read:
    """Read a text as one of an outlet and a day; the same text is read once."""
    reader = Reader()

    @cache
    def reading(
        text: str,
        key: str = "a",
        outlet: str | None = None,
        published: str | None = None,
        language: str = "en",
    ) -> Reading:
        article = Article(text=text, id=key, outlet=outlet, published=published, language=language)
        return next(iter(reader.read_many([article])))

    return reading
