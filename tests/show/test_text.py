"""The text view says what an editor wants to see, in order, in the article's language."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from reportedly.model import Reading
from reportedly.show.plain import encoded
from reportedly.show.text import Style, render
from tests.show.readings import SAMPLE, english, french, sample


def order(text: str, *parts: str) -> bool:
    """Whether the parts stand in the text in this order."""
    position = -1
    for part in parts:
        position = text.find(part, position + 1)
        assert position >= 0, part
    return True


def test_the_headline_and_its_warning_come_first() -> None:
    lines = render(french()).splitlines()
    assert lines[0] == "L'Arménie va recevoir des dizaines de drones indiens"
    assert lines[2] == "La Gazette · 2026-03-04 · fr · 4 affirmations · 2 événements · 2 constats"
    assert lines[4] == "! Le titre en dit plus que l'article"


def test_an_event_says_who_whom_what_when_and_how_sure() -> None:
    text = render(french())
    assert order(
        text,
        "RAPPORTÉ PAR D'AUTRES",
        "1. Inde → Arménie · fourniture [AID → AGREE]",
        "attendu, non confirmé",
        "des dizaines de drones de surveillance (20 à 99)",
        "en mai (mai 2026)",
        "le titre : attendu, non confirmé",
        "deux employés d'une agence indienne, identité non",
        "New Delhi : démenti",
    )


def test_the_chain_is_told_from_the_article_to_the_fact() -> None:
    text = re.sub(r"\s+", " ", render(french()))
    assert (
        "Reuters ← deux employés d'une agence indienne, identité non précisée ← un rapport confidentiel"
        in text
    )


def test_what_only_a_source_vouches_for_is_not_shown_as_fact() -> None:
    assert order(
        render(french()), "2. des officiers arméniens → Inde", "a eu lieu, selon cette source", "Source"
    )


def test_the_evidence_has_its_act_and_its_cues_marked() -> None:
    text = re.sub(r"\s+", " ", render(french()))
    assert "L'Arménie [devrait] *recevoir* en mai" in text
    assert "{selon} deux employés" in text


def test_a_denial_is_shown_beside_what_it_denies() -> None:
    assert "New Delhi a [démenti] toute *livraison*." in render(french())


def test_the_article_s_own_voice_comes_after_the_others() -> None:
    assert order(
        render(english()),
        "REPORTED BY OTHERS",
        "1. Portugal → Chile",
        "IN THE ARTICLE'S OWN VOICE",
        "2. Chile",
    )


def test_findings_name_their_events_and_problems_come_last() -> None:
    text = render(french())
    assert order(
        text, "CONSTATS", "! Une seule source, anonyme (1, 2)", "CE QUI N'A PAS PU ÊTRE LU", "« New Delhi »"
    )
    assert text.count("Le titre en dit plus que l'article") == 1


def test_a_source_that_says_it_is_unnamed_is_not_told_twice() -> None:
    text = render(english())
    assert "an unnamed official" in text
    assert "official, unnamed" not in text


def test_an_act_without_a_label_is_shown_by_its_name() -> None:
    assert "sale of trams [COOPERATE]" in render(english())


def test_reasons_are_shown_when_asked_for() -> None:
    assert "Why" not in render(english())
    text = re.sub(r"\s+", " ", render(english(), Style(explain=True)))
    steps = "“will” puts the act in the future. - “reportedly” hedges. - So it is probable that it will take place"
    assert f"Why c1 “sell” - {steps}" in text


def test_the_labels_can_be_in_another_language() -> None:
    text = render(french(), Style(labels="en"))
    assert order(text, "REPORTED BY OTHERS", "supply", "expected, not confirmed", "(20–99)", "(May 2026)")
    assert "Objet" not in text


@pytest.mark.parametrize("language", [None, "de"])
def test_an_article_in_no_known_language_has_english_labels(language: str | None) -> None:
    reading = english()
    document = dataclasses.replace(reading.document, language=language)
    assert "REPORTED BY OTHERS" in render(dataclasses.replace(reading, document=document))


@pytest.mark.parametrize("width", [60, 80, 100])
@pytest.mark.parametrize("reading", [french(), english()], ids=["fr", "en"])
def test_no_line_is_wider_than_the_terminal(reading: Reading, width: int) -> None:
    assert all(cell_len(line) <= width for line in render(reading, Style(width=width)).splitlines())


def test_no_colour_means_no_escape_codes() -> None:
    assert "\x1b" not in render(french())
    assert "\x1b[" in render(french(), Style(colour=True))


def test_plain_ascii_terminals_lose_accents_but_no_words() -> None:
    text = encoded(render(french()), "ascii").decode("ascii")
    assert order(
        text, "L'Armenie va recevoir", "-----", "1. Inde -> Armenie - fourniture", "Reuters <- deux employes"
    )
    assert "?" not in text


def test_an_article_without_claims_says_so() -> None:
    reading = dataclasses.replace(english(), claims=(), events=())
    assert "No claim of a known type was found." in render(reading)


def test_claims_outside_the_ontology_are_a_line_each() -> None:
    assert order(render(french()), "HORS DE L'ONTOLOGIE", "- appuyant · en cours")


def test_an_empty_reading_is_shown() -> None:
    document = dataclasses.replace(english().document, text="", headline=None, id=None)
    empty = Reading("reportedly.reading/1", document, *[()] * 9)  # type: ignore[arg-type]
    assert render(empty).startswith("Article without a headline\n")


def test_words_that_look_like_markup_are_words() -> None:
    reading = english()
    document = dataclasses.replace(reading.document, outlet="[bold]x[/bold] :smile:")
    assert "[bold]x[/bold] :smile:" in render(dataclasses.replace(reading, document=document))


def test_what_could_move_the_cursor_is_made_visible() -> None:
    reading = english()
    start = reading.claims[1].evidence.start
    text = reading.document.text[:start] + "\x1b[2J\x00\u202e" + reading.document.text[start + 6 :]
    document = dataclasses.replace(reading.document, text=text, outlet="\x1b]0;x\x07")
    shown = render(dataclasses.replace(reading, document=document))
    assert not set(shown) & set("\x00\x07\x1b\u202e")
    assert "\ufffd[2J" in shown


def test_the_documentation_shows_what_is_printed() -> None:
    page = (Path(__file__).parents[2] / "docs" / "reading.md").read_text(encoding="utf-8")
    assert f"```text\n{SAMPLE}\n```" in page
    assert f"<!-- sample -->\n\n```text\n{render(sample())}```" in page
