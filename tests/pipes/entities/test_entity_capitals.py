"""Text in capitals throughout: there a capital letter says nothing of names."""

from __future__ import annotations

from functools import cache

import pytest
from spacy.language import Language

from reportedly.pipes.draft import draft_of
from reportedly.pipes.entities.forms import shouted


@cache
def pipeline(language: str) -> Language:
    from reportedly.language import load

    return load(language)


NAMES = [
    (
        "en",
        "LAST NIGHT A BOMB DESTROYED A SCHOOL, PEDRO RUIZ TOLD REPORTERS IN THE CITY.",
        {"PEDRO RUIZ": "person"},
    ),
    (
        "fr",
        "UNE BOMBE A DÉTRUIT UNE ÉCOLE CETTE NUIT, A DIT PIERRE DURAND À DES JOURNALISTES.",
        {"PIERRE DURAND": "person"},
    ),
]


@pytest.mark.parametrize(("language", "text", "names"), NAMES)
def test_nouns_and_verbs_in_capitals_are_no_names(language: str, text: str, names: dict[str, str]) -> None:
    doc = pipeline(language)(text)
    found = {doc[m.start : m.end].text: m.kind for m in draft_of(doc).mentions if m.type == "name"}
    assert found == names


@pytest.mark.parametrize(
    ("text", "all_capitals"),
    [("REBELS ATTACK THE TOWN HALL", True), ("Rebels attack NATO", False), ("NATO", False), ("", False)],
)
def test_what_is_written_in_capitals(text: str, all_capitals: bool) -> None:
    assert shouted(text) is all_capitals
