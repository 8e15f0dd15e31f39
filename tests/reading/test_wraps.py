"""Hard-wrapped text: a wrap costs no subject, and spans keep the text as it was given."""

from __future__ import annotations

import pytest

from reportedly.model import Article
from reportedly.reading import Reader
from reportedly.reading.wraps import unwrapped

ENGLISH = """ROME, 3 MAY 89 (EFE) -- [TEXT] OFFICIAL SOURCES IN ROME HAVE
ANNOUNCED THAT THE REBELS ATTACKED THE BARRACKS NEAR THE OLD HARBOUR
OF TUNIS YESTERDAY MORNING AND THAT TWO SOLDIERS OF THE GARRISON WERE
KILLED IN THE FIGHTING THAT FOLLOWED, WHICH LASTED FOR NEARLY AN HOUR
BEFORE THE REBELS LEFT THE AREA IN THE DIRECTION OF THE HILLS BEYOND.
"""
FRENCH = """Des sources officielles à Rome, capitale de la République, ont
annoncé que les rebelles avaient attaqué la caserne du vieux port de
Tunis hier matin et que deux soldats de la garnison avaient été tués.
"""


@pytest.mark.parametrize(("language", "text"), [("en", ENGLISH), ("fr", FRENCH)])
def test_a_wrap_costs_no_source(language: str, text: str) -> None:
    reading = Reader().read(Article(text=text, language=language))
    told = [claim for claim in reading.claims if claim.type == "ASSAULT"]
    assert told
    assert told[0].attribution
    assert all(one.source is not None for one in reading.attributions if one.id in told[0].attribution)


@pytest.mark.parametrize(("language", "text"), [("en", ENGLISH), ("fr", FRENCH)])
def test_spans_keep_the_text_as_given(language: str, text: str) -> None:
    reading = Reader().read(Article(text=text, language=language))
    spans = [claim.evidence for claim in reading.claims] + [m for e in reading.entities for m in e.mentions]
    assert spans
    assert all(text[one.start : one.end] == one.text for one in spans)


@pytest.mark.parametrize("text", ["", "\n", "One line.\n\nAnother.\n", "a\r\nb\r\n\r\nc", ENGLISH, FRENCH])
def test_unwrapped_text_is_as_long(text: str) -> None:
    assert len(unwrapped(text)) == len(text)


def test_paragraphs_stay_apart() -> None:
    assert unwrapped("First title\n\nBody.") == "First title\n\nBody."
