from __future__ import annotations

import pytest

from reportedly.web.gazetteer import centres, country_name, local_name, named, place_of, seats


@pytest.mark.parametrize(
    ("name", "kind", "country", "precision"),
    [
        ("Kharkiv", "place", "UKR", "city"),
        ("Goma", "place", "COD", "city"),
        ("Téhéran", "place", "IRN", "city"),
        ("Helmand", "place", "AFG", "region"),
        ("Ukraine", "country", "UKR", "country"),
        ("Singapour", "country", "SGP", "country"),
    ],
)
def test_places_have_degrees_and_a_precision(name: str, kind: str, country: str, precision: str) -> None:
    found = place_of(name, kind, country)
    assert found is not None
    assert found.precision == precision


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Kharkiv", "place", None),
        ("Santiago", "place", "IRN"),
        ("the frontier", "place", "RUS"),
        ("Ukraine", "person", "UKR"),
        ("the port", None, None),
    ],
)
def test_what_is_not_known_has_none(name: str, kind: str | None, country: str | None) -> None:
    assert place_of(name, kind, country) is None


def test_all_places_stand_on_the_earth() -> None:
    for place in (*named().values(), *centres().values()):
        assert -90 <= place.latitude <= 90
        assert -180 <= place.longitude <= 180
    assert len(named()) > 2000


def test_capitals_stand_for_their_countries() -> None:
    assert seats()["londres"] == seats()["london"] == "GBR"
    assert "kharkiv" not in seats()


def test_countries_in_both_languages() -> None:
    assert country_name("DEU", "fr") == "Allemagne"
    assert local_name("Allemagne", "en") == "Germany"
    assert local_name("Kharkiv", "fr") == "Kharkiv"


@pytest.mark.parametrize(
    ("name", "english", "french"),
    [
        ("Londres", "London", "Londres"),
        ("the White House", "White House", "Maison Blanche"),
        ("Union européenne", "European Union", "Union européenne"),
        ("Norvège", "Norway", "Norvège"),
        ("the fishermen of the bay", "the fishermen of the bay", "the fishermen of the bay"),
    ],
)
def test_names_are_told_in_the_readers_language(name: str, english: str, french: str) -> None:
    assert (local_name(name, "en"), local_name(name, "fr")) == (english, french)
