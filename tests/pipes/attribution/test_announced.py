"""Statements and posts quoted whole, impersonal cues, and what keeps a voice."""

from __future__ import annotations

import pytest

import reportedly
from reportedly.model import Claim, Reading


def read(text: str) -> Reading:
    return reportedly.read(text)


def claim(reading: Reading, word: str) -> Claim:
    return next(each for each in reading.claims if word in each.anchor.text)


def sources(text: str, word: str) -> list[str]:
    reading = read(text)
    known = {each.id: each for each in reading.attributions}
    found = [known[key].source for key in claim(reading, word).attribution]
    return [source.text for source in found if source]


@pytest.mark.parametrize(
    ("text", "word", "source"),
    [
        (
            "The ministry issued this statement on Monday:\n\n“Peru delivered twelve tanks to Chad in March.”",
            "delivered",
            "The ministry",
        ),
        (
            "Le ministère a publié lundi le communiqué suivant :\n\n« Le Pérou a livré douze chars au Tchad en mars. »",
            "livré",
            "Le ministère",
        ),
        (
            "Peru delivered twelve tanks to Chad.\n— Ola Berg (@olaberg) March 3, 2024",
            "delivered",
            "Ola Berg",
        ),
        ("Le Pérou a livré douze chars au Tchad.\n— Ola Berg (@olaberg) 3 mars 2024", "livré", "Ola Berg"),
        (
            "Peru delivered tanks to Chad, it was learned from a diplomatic source.",
            "delivered",
            "a diplomatic source",
        ),
        (
            "Le Pérou a livré des chars au Tchad, a-t-on appris de source diplomatique.",
            "livré",
            "source diplomatique",
        ),
        (
            "Two officials said that Peru sold tanks to Chad, which would use them against Libya.",
            "use",
            "Two officials",
        ),
        (
            "Deux responsables ont dit que le Pérou a vendu des chars au Tchad, qui les utiliserait contre la Libye.",
            "utiliserait",
            "Deux responsables",
        ),
    ],
)
def test_whose_word_it_is(text: str, word: str, source: str) -> None:
    assert sources(text, word) == [source]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (
            "Speaking on condition of anonymity, a diplomat said that Peru delivered tanks to Chad.",
            "delivered",
        ),
        (
            "À condition de ne pas être cité, un diplomate a dit que le Pérou avait livré des chars au Tchad.",
            "livré",
        ),
    ],
)
def test_anonymity_is_no_condition_of_what_is_said(text: str, word: str) -> None:
    found = claim(read(text), word)
    assert found.factuality.status == "happened"
    assert found.attribution


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The soldiers are learning to operate the launchers.", "operate"),
        ("Les soldats apprennent à servir les lanceurs.", "servir"),
    ],
)
def test_a_skill_is_nobody_s_word(text: str, word: str) -> None:
    reading = reportedly.read(text)
    assert [cue for cue in claim(reading, word).factuality.cues if cue.kind == "attribution"] == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Peru reportedly delivered tanks to Chad.", "delivered"),
        ("Le Pérou aurait livré des chars au Tchad.", "livré"),
        ("The alleged delivery of tanks to Chad angered Libya.", "delivery"),
        ("La livraison présumée de chars au Tchad a irrité la Libye.", "livraison"),
    ],
)
def test_hearsay_is_not_certain_and_its_cue_is_told_once(text: str, word: str) -> None:
    fact = claim(read(text), word).factuality
    assert fact.certainty in ("probable", "possible")
    assert fact.status == "happened"
    assert len(fact.cues) == 1


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Le Pérou livrerait des chars au Tchad si le parlement le permettait.", "livrerait"),
        ("Peru would deliver tanks to Chad if parliament allowed it.", "deliver"),
    ],
)
def test_the_ordinary_conditional_is_no_hearsay(text: str, word: str) -> None:
    assert claim(read(text), word).factuality.status == "conditional"
