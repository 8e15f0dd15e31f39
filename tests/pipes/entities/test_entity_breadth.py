"""Breadth of the ontology and what it is used for: pins, namesakes, slips, designations, machines."""

from __future__ import annotations

import pytest
from spacy.language import Language

from reportedly.language import load as pipeline
from reportedly.lexicon import load
from reportedly.pipes.draft import Mentioned
from reportedly.pipes.entities.ontology import degrees, forms_of, heads_of
from reportedly.pipes.entities.pipe import EntityFinder
from reportedly.pipes.entities.slips import one_slip


@pytest.fixture(scope="module")
def pipelines() -> dict[str, Language]:
    return {language: pipeline(language) for language in ("en", "fr")}


def mentions(pipelines: dict[str, Language], language: str, text: str) -> dict[str, Mentioned]:
    nlp = pipelines[language]
    doc = nlp(text)
    return {doc[m.start : m.end].text: m for m in EntityFinder(nlp).process(doc)}


def test_every_degree_is_on_earth() -> None:
    table = load("places", "ontology")
    rows = [
        row
        for section in ("towns", "provinces", "unrecognised", "seats")
        for listed in table[section].values()
        for row in listed
    ]
    rows += [f"centre {degree}" for degree in table["centres"].values()]
    for row in rows:
        place = degrees(row, "city")
        assert place is not None, row
        assert -90 <= place.latitude <= 90, row
        assert -180 <= place.longitude <= 180, row


def test_every_country_has_a_centre_and_every_capital_degrees() -> None:
    table, names = load("places", "ontology"), load("territories", "en")["names"]
    assert set(table["centres"]) == set(names)
    assert set(load("countries", "en")["capitals"]) == set(table["seats"])


@pytest.mark.parametrize(
    ("row", "forms", "heads"),
    [
        ("Kyiv|Kiev 50.5 30.5", ["Kyiv", "Kiev"], ["Kyiv", "Kiev"]),
        ("2021- Ann Roe|A. Roe", ["Ann Roe", "A. Roe"], ["Ann", "A"]),
        ("1990-1995 =FACT|Front", ["=FACT", "Front"], ["FACT", "Front"]),
        ("10 Downing Street", ["10 Downing Street"], ["10"]),
    ],
)
def test_rows(row: str, forms: list[str], heads: list[str]) -> None:
    assert (forms_of(row), heads_of(row)) == (forms, heads)


@pytest.mark.parametrize(
    ("language", "text", "place", "pin"),
    [
        ("en", "Spanish police searched a flat in Cordoba.", "Cordoba", (37.9, -4.8)),
        ("en", "Argentine police searched a flat in Cordoba.", "Cordoba", (-31.4, -64.2)),
        ("en", "Police searched a flat in Cordoba.", "Cordoba", None),
        ("fr", "La police espagnole a fouillé un appartement à Cordoba.", "Cordoba", (37.9, -4.8)),
        ("fr", "Le sommet se tient à Oslo.", "Oslo", (59.9, 10.8)),
    ],
)
def test_namesakes_are_settled_by_the_countries_named(
    pipelines: dict[str, Language], language: str, text: str, place: str, pin: tuple[float, float] | None
) -> None:
    found = mentions(pipelines, language, text)[place].place
    assert (None if found is None else (found.latitude, found.longitude)) == pin


@pytest.mark.parametrize(
    ("word", "name", "expected"),
    [
        ("afganistan", "afghanistan", True),
        ("ethopia", "ethiopia", True),
        ("columbia", "colombia", True),
        ("isreal", "israel", True),
        ("algeria", "nigeria", False),
        ("austria", "australia", False),
        ("romania", "romania", False),
    ],
)
def test_slips(word: str, name: str, expected: bool) -> None:
    assert one_slip(word, name) is expected


@pytest.mark.parametrize(
    ("language", "text", "phrase", "designation", "category"),
    [
        ("en", "The Kronos-7 missile hit a depot.", "The Kronos-7 missile", "Kronos-7", "missiles"),
        ("fr", "Le missile Kronos-7 a touché un dépôt.", "Le missile Kronos-7", "Kronos-7", "missiles"),
        ("en", "Two fighters took off; the pilots saw nothing.", "Two fighters", None, "aircraft"),
        ("fr", "Deux chasseurs ont décollé.", "Deux chasseurs", None, "aircraft"),
    ],
)
def test_weapons_of_no_table(
    pipelines: dict[str, Language],
    language: str,
    text: str,
    phrase: str,
    designation: str | None,
    category: str,
) -> None:
    weapon = mentions(pipelines, language, text)[phrase].weapon
    assert weapon is not None
    assert (weapon.designation, weapon.category) == (designation, category)


@pytest.mark.parametrize(
    ("language", "text", "phrase", "kind", "country"),
    [
        ("en", "Both capitals exchanged prisoners.", "Both capitals", "organization", None),
        ("fr", "Les deux capitales ont échangé des prisonniers.", "Les deux capitales", "organization", None),
        ("en", "The Kenya Wildlife Council refused.", "The Kenya Wildlife Council", "organization", "KEN"),
        ("en", "The Iranian Red Crescent agreed.", "Iranian Red Crescent", "organization", "IRN"),
        ("fr", "Le Croissant-Rouge iranien a accepté.", "Le Croissant-Rouge iranien", "organization", "IRN"),
        ("en", "Rebel fighters attacked the village.", "Rebel fighters", "group", None),
        ("en", "Egyptian police opened fire on demonstrators.", "demonstrators", "group", "EGY"),
        ("fr", "La police égyptienne a dispersé des manifestants.", "des manifestants", "group", "EGY"),
    ],
)
def test_actors(
    pipelines: dict[str, Language], language: str, text: str, phrase: str, kind: str, country: str | None
) -> None:
    found = mentions(pipelines, language, text)
    assert phrase in found, sorted(found)
    assert (found[phrase].kind, found[phrase].country) == (kind, country)


@pytest.mark.parametrize(
    ("language", "text", "outlet"),
    [
        ("en", "Two aides told the Meridian Journal that the road was closed.", "Meridian Journal"),
        ("en", "The road was closed, the Daily Lantern said.", "Daily Lantern"),
        ("fr", "La route était fermée, affirme Le Messager du Nord.", "Le Messager du Nord"),
        ("fr", "La route était fermée, selon le Westbrook Herald.", "le Westbrook Herald"),
        ("fr", "La route était fermée, selon le Meridian Journal.", "le Meridian Journal"),
    ],
)
def test_the_words_of_its_name_tell_an_outlet(
    pipelines: dict[str, Language], language: str, text: str, outlet: str
) -> None:
    assert mentions(pipelines, language, text)[outlet].kind == "outlet"


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("en", "LIMA, May 9 (Reuters) - Dozens of Libyan soldiers were trained in Oslo.", "Dozens"),
        ("fr", "LIMA (AFP) — Quelques soldats libyens ont été formés à Oslo.", "Quelques"),
    ],
)
def test_a_dateline_lends_no_capital_to_the_word_behind_it(
    pipelines: dict[str, Language], language: str, text: str, word: str
) -> None:
    assert word not in mentions(pipelines, language, text)
