"""The most ordinary ways of reporting, each with several sources: all but a very few must be read without a fault."""

from __future__ import annotations

from itertools import product

import pytest
from said import said

#: The least share of a grid's sentences with exactly one attribution, its source and its content right.
FLOOR = 0.97

CLAIMS = {
    "en": ("Sweden delivered twelve tanks to Estonia", "The rebels have released 40 hostages"),
    "fr": ("La Suède a livré douze chars à l'Estonie", "Les rebelles ont libéré quarante otages"),
}
SOURCES = {
    "en": (
        "its defence minister",
        "a senior U.S. official",
        "President Jane Berg",
        "Ola Berg, the country's chief negotiator,",
    ),
    "fr": (
        "son ministre de la Défense",
        "un haut responsable américain",
        "le ministère des Affaires étrangères",
        "Ola Berg, le négociateur en chef du pays",
    ),
}
FRAMES = {
    "en": (
        "{c}, {s} said on Tuesday.",
        "{c}, {s} told Reuters.",
        "{c}, {s} told the BBC, speaking on condition of anonymity.",
        "{c}, {s} said in a statement.",
        "{c}, said {z}.",
        "{c}, according to {z}.",
        "According to {z}, {c}.",
        "On Tuesday, {s} announced that {c}.",
        "{S} warned in a statement that {c}.",
        "{S} also said {c}.",
        "As {s} said on Monday, {c}.",
        "Speaking in Paris, {s} said that {c}.",
        "“{c},” {s} told reporters.",
        "“{c},” said {z}.",
        "{S} wrote on Monday: “{c}.”",
        "OSLO, May 3 (AFP) - {c}, {s} said on Monday.",
        "The port was closed. {c}, {s} said.",
    ),
    "fr": (
        "{c}, a déclaré mardi {s}.",
        "{c}, a précisé à la BBC {s}.",
        "{c}, a fait savoir {s}.",
        "{c}, a indiqué {s}.",
        "{c}, rapporte {s}.",
        "{c}, selon {s}.",
        "Selon {s}, {c}.",
        "D'après {s}, {c}.",
        "Mardi, {s}, a annoncé que {c}.",
        "{S} a averti dans un communiqué que {c}.",
        "{S} a également affirmé que {c}.",
        "Dans un rapport publié lundi, {s} a dit que {c}.",
        "Interrogé par Reuters, {s} a répondu que {c}.",
        "« {c} », a lancé {s}.",
        "« {c} », a ajouté {s}.",
        "{S} a écrit lundi : « {c}. »",
        "OSLO, 3 mai (AFP) - {c}, a déclaré lundi {s}.",
        "Le port a été fermé. {c}, a dit {s}.",
    ),
}
PRONOUNS = {
    "en": ("“{c},” he said.", "{c}, she added.", "He said on Monday that {c}.", "{c}, they told Reuters."),
    "fr": (
        "« {c} », a-t-il dit mardi.",
        "{c}, a-t-elle ajouté.",
        "« {c} », affirme-t-il.",
        "Il a dit que {c}.",
    ),
}


def is_read(language: str, text: str, source: str, claim: str) -> bool:
    found = said(language, text)
    if len(found) != 1:
        return False
    spoken = (found[0].source or "").lower().strip(",-")
    content = " ".join(found[0].content)
    return spoken == source.lower().strip(",") and claim[4:] in content


def faults(language: str) -> tuple[list[str], int]:
    missed, total = [], 0
    for claim, source, frame in product(CLAIMS[language], SOURCES[language], FRAMES[language]):
        plain = source.strip(",")
        text = frame.format(c=claim, s=source, z=plain, S=source[0].upper() + source[1:])
        if language == "fr":
            text = text.replace("Mardi, " + source + ", a", "Mardi, " + source + " a")
        total += 1
        if not is_read(language, text, source, claim):
            missed.append(text)
    return missed, total


@pytest.mark.parametrize("language", ["en", "fr"])
def test_ordinary_reports_are_read(language: str) -> None:
    missed, total = faults(language)
    assert len(missed) <= (1 - FLOOR) * total, missed


@pytest.mark.parametrize(
    ("language", "frame"), [(language, frame) for language in PRONOUNS for frame in PRONOUNS[language]]
)
def test_pronouns_speak(language: str, frame: str) -> None:
    for claim in CLAIMS[language]:
        found = said(language, frame.format(c=claim))
        assert [(each.source or "").lower().strip("-") for each in found] in (
            [["he"], ["she"], ["they"], ["il"], ["elle"]]
        ), found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", 'Its army would respond in a "prompt and severe" manner.'),
        ("fr", "Son armée riposterait de façon « prompte et sévère »."),
        ("fr", "Ces soldats s'étaient rendus à Oslo pour se familiariser avec les chars."),
        ("fr", "Leurs discussions ont duré trois heures."),
    ],
)
def test_nobody_reports(language: str, text: str) -> None:
    assert not said(language, text)


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        (
            "en",
            "A clerk who asked not to be named said that the dam had burst.",
            "A clerk who asked not to be named",
        ),
        (
            "fr",
            "À Berne, la Fédération internationale se dit inquiète de ce retard.",
            "la Fédération internationale",
        ),
        ("fr", "Le pont a été miné, a indiqué l'état-major.", "l'état-major"),
    ],
)
def test_source_is_whole(language: str, text: str, source: str) -> None:
    assert [each.source for each in said(language, text)] == [source]


@pytest.mark.parametrize(
    ("language", "text", "quotes"),
    [
        ("en", "The walls were painted.\n\n“We will never leave this valley of ours.”", 1),
        ("en", "“We will never leave this valley,” the farmer said.", 0),
        ("en", "The ship “Star of the Northern Sea” sank in a “terrible” storm.", 0),
        ("fr", "Les murs étaient peints.\n\n« Nous ne quitterons jamais cette vallée. »", 1),
        ("fr", "« Nous ne quitterons jamais cette vallée », a dit le fermier.", 0),
        ("fr", "Le navire « Étoile de la mer du Nord » a sombré dans une tempête « terrible ».", 0),
    ],
)
def test_quotations_of_nobody_are_kept(language: str, text: str, quotes: int) -> None:
    from said import pipeline

    from reportedly.pipes.attribution import Attributor
    from reportedly.pipes.draft import draft_of

    doc = Attributor(pipeline(language))(pipeline(language)(text))
    assert len(draft_of(doc).quotes) == quotes
