"""What the gazetteer holds, and that its generated part is up to date."""

import pytest

from reportedly.lexicon import load
from reportedly.pipes.entities.entries import Entry
from reportedly.pipes.entities.forms import fold, words_of
from reportedly.pipes.entities.lexicon import gazetteer


def entries(language: str, form: str) -> list[Entry]:
    listed = gazetteer(language).table.get(fold(words_of(form)[0]))
    return [entry for _, entry in listed if entry.form == form]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_territories_are_what_cldr_says(language: str) -> None:
    territories = pytest.importorskip("training.territories")
    assert load("territories", language)["names"] == territories.names(language)


def test_every_code_is_a_territory() -> None:
    known = set(load("territories", "en")["names"])
    for language in ("en", "fr"):
        table = load("countries", language)
        used = {code for name in ("aliases", "demonyms", "people", "capitals") for code in table[name]}
        assert used - known == set()
    places, persons = load("places", "ontology"), load("persons", "ontology")
    assert {*places["towns"], *places["unrecognised"], *persons["leaders"]} - known == set()
    used = {
        code
        for sections in load("organisations", "ontology").values()
        for c in sections.values()
        for code in c
    }
    used |= {code for countries in load("outlets", "ontology").values() for code in countries}
    assert used - known == {"XXX"}


def test_the_languages_know_the_same_countries() -> None:
    french, english = load("countries", "fr"), load("countries", "en")
    assert set(french["capitals"]) == set(english["capitals"])


@pytest.mark.parametrize(
    ("language", "form", "role", "country", "sector"),
    [
        ("fr", "Birmanie", "country", "MMR", None),
        ("fr", "nigériennes", "demonym", "NER", None),
        ("fr", "nigérianes", "demonym", "NGA", None),
        ("fr", "Kremlin", "organization", "RUS", "GOV"),
        ("fr", "Tcherniguiv", "town", "UKR", None),
        ("en", "Ivory Coast", "country", "CIV", None),
        ("en", "Frenchmen", "demonym", "FRA", None),
        ("en", "Prishtina", "capital", "XKX", None),
        ("en", "Shin Bet", "organization", "ISR", "SPY"),
        ("en", "Reuters", "outlet", "GBR", "JRN"),
    ],
)
def test_forms(language: str, form: str, role: str, country: str, sector: str | None) -> None:
    assert (role, country, sector) in {(e.role, e.country, e.sector) for e in entries(language, form)}


def test_keys_are_the_same_in_both_languages() -> None:
    for form in ("Reuters", "OSCE", "Shahed-136"):
        keys = {entry.key for language in ("en", "fr") for entry in entries(language, form)}
        assert len(keys) == 1, form


def test_the_gazetteer_is_made_once() -> None:
    assert gazetteer("fr") is gazetteer("fr")
