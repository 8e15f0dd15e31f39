"""The bundled pipelines, with the entities of a text in readable form."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from reportedly.language import load
from reportedly.pipes.draft import EntityDraft, draft_of

Entities = Callable[[str, str], list[tuple[EntityDraft, list[str]]]]


@pytest.fixture(scope="session")
def pipelines() -> dict[str, Language]:
    return {language: load(language) for language in ("en", "fr")}


@pytest.fixture(scope="session")
def entities(pipelines: dict[str, Language]) -> Entities:
    """The entities of a text, each with the texts of its mentions."""

    def read(language: str, text: str) -> list[tuple[EntityDraft, list[str]]]:
        doc = pipelines[language](text)
        found = draft_of(doc).entities
        return [(e, [" ".join(doc[m.start : m.end].text.split()) for m in e.mentions]) for e in found]

    return read
