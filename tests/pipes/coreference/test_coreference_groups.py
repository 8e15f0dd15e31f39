"""Groups, bodies and acronyms that later words take up."""

from __future__ import annotations

from functools import cache

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from reportedly.pipes.draft import draft_of


@cache
def pipeline(language: str) -> Language:
    from reportedly.language import load

    return load(language)


def entity_at(doc: Doc, text: str, *, last: bool = False) -> int | None:
    found = [m.entity for m in draft_of(doc).mentions if doc[m.start : m.end].text == text]
    return found[-1 if last else 0]


#: Language, text, an earlier mention and a later one of the same entity.
ONE = [
    (
        "en",
        "Six Benedictine priests were freed on Friday. The priests are well.",
        "Six Benedictine priests",
        "The priests",
    ),
    (
        "fr",
        "Six prêtres bénédictins ont été libérés vendredi. Les prêtres vont bien.",
        "Six prêtres bénédictins",
        "Les prêtres",
    ),
    (
        "en",
        "The BHM [Blue Harbour Movement] has a new leader. The Blue Harbour Movement met in Oslo.",
        "The BHM",
        "The Blue Harbour Movement",
    ),
]


@pytest.mark.parametrize(("language", "text", "first", "later"), ONE)
def test_they_are_one(language: str, text: str, first: str, later: str) -> None:
    doc = pipeline(language)(text)
    assert entity_at(doc, first) == entity_at(doc, later, last=True)


def test_two_groups_of_one_noun_are_taken_up_by_neither() -> None:
    text = "Three Peruvian soldiers met five Chilean soldiers. The soldiers shook hands."
    doc = pipeline("en")(text)
    assert entity_at(doc, "The soldiers") not in {
        entity_at(doc, "Three Peruvian soldiers"),
        entity_at(doc, "five Chilean soldiers"),
    }
