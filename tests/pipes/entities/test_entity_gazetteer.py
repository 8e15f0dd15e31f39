"""Names in bare text, whatever its tokens."""

import pytest
import spacy
from spacy.tokens import Doc

from reportedly.pipes.entities.gazetteer import Finder
from reportedly.pipes.entities.lexicon import gazetteer

BLANK = {language: spacy.blank(language) for language in ("en", "fr")}


def found(language: str, text: str) -> list[tuple[str, str]]:
    doc = BLANK[language](text)
    return [(text[hit.first : hit.last], hit.entry.role) for hit in Finder(doc, gazetteer(language)).hits()]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "They told us that the US left.", [("US", "country")]),
        ("en", "U.S. maps", [("U.S", "country")]),
        ("en", "the White\nHouse", [("White\nHouse", "organization")]),
        ("en", "New York Times readers", [("New York Times", "outlet")]),
        ("en", "They ate turkey in Turkey.", [("Turkey", "country")]),
        ("en", "the South China Sea", [("South China Sea", "region")]),
        ("fr", "les Etats-Unis et l’Égypte", [("Etats-Unis", "country"), ("Égypte", "country")]),
        ("fr", "l'Otan, l'ONU", [("Otan", "organization"), ("ONU", "organization")]),
        ("fr", "des familles roms de Rome", [("familles", "body"), ("roms", "demonym"), ("Rome", "capital")]),
        ("fr", "la mer de Chine méridionale", [("mer de Chine méridionale", "region")]),
        ("fr", "des sénatrices turques", [("sénatrices", "people"), ("turques", "demonym")]),
    ],
)
def test_names(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(language, text) == expected


@pytest.mark.parametrize("text", ["F-16", "F16", "F 16", "F-16s"])
def test_designations_in_any_spelling(text: str) -> None:
    assert found("en", f"two {text} in flight") == [(text, "weapon")]


@pytest.mark.parametrize("text", ["Leopard 2A6", "MiG-29", "S-300PMU"])
def test_variants_belong_to_the_name(text: str) -> None:
    assert (text, "weapon") in found("en", f"the {text} battery")


def test_open_names_need_a_figure() -> None:
    assert found("fr", "Su a dit") == []


def test_accents_tell_nouns_apart() -> None:
    assert ("arme", "arm") in found("fr", "une arme")
    assert ("armée", "body") in found("fr", "une armée")


def test_headlines_in_capitals() -> None:
    assert ("IRAN", "country") in found("en", "IRAN AND TURKEY TOLD US TO WAIT FOR NEWS")
    assert ("US", "country") not in found("en", "IRAN AND TURKEY TOLD US TO WAIT FOR NEWS")


def test_a_name_does_not_cross_sentences() -> None:
    assert found("en", "He left the White. House prices fell.") == []


def test_tokens_cover_the_words() -> None:
    doc = Doc(BLANK["en"].vocab, words=["Moscow-based", "banks"])
    (hit, _) = Finder(doc, gazetteer("en")).hits()
    assert (hit.start, hit.end, hit.first, hit.last) == (0, 1, 0, 6)
