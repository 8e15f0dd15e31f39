"""The bundled pipelines, with the mentions of a text in readable form."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from reportedly.language import load
from reportedly.pipes.draft import Mentioned, draft_of
from reportedly.pipes.entities.pipe import EntityFinder

Mentions = Callable[..., dict[str, Mentioned]]


@pytest.fixture(scope="session")
def pipelines() -> dict[str, Language]:
    return {language: load(language) for language in ("en", "fr")}


@pytest.fixture(scope="session")
def mentions(pipelines: dict[str, Language]) -> Mentions:
    """The mentions of a text by their own text."""

    def read(language: str, text: str, published: str | None = None) -> dict[str, Mentioned]:
        nlp = pipelines[language]
        doc = nlp(text)
        draft_of(doc).published = published
        found = EntityFinder(nlp).process(doc)
        return {" ".join(doc[m.start : m.end].text.split()): m for m in found}

    return read
