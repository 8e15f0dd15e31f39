"""The forms that the lexicons' singulars take."""

import pytest

from reportedly.lexicon import load
from reportedly.pipes.entities.forms import english_demonym, fold, french_demonym, plural, slug, words_of


@pytest.mark.parametrize(
    ("language", "noun", "expected"),
    [
        ("en", "spokesman", "spokesmen"),
        ("en", "secretary", "secretaries"),
        ("en", "chief of staff", "chiefs of staff"),
        ("en", "hostage-taker", "hostage-takers"),
        ("en", "attaché", "attachés"),
        ("en", "coach", "coaches"),
        ("fr", "chef d'Etat", "chefs d'Etat"),
        ("fr", "général", "généraux"),
        ("fr", "bureau", "bureaux"),
        ("fr", "vice-président", "vice-présidents"),
        ("fr", "casque bleu", "casques bleus"),
        ("fr", "garde-côte", "gardes-côtes"),
        ("fr", "agence de renseignement", "agences de renseignement"),
    ],
)
def test_plurals(language: str, noun: str, expected: str) -> None:
    assert plural(noun, language, {}) == expected


def test_irregular_plurals_come_first() -> None:
    assert plural("schoolchild", "en", {"schoolchild": "schoolchildren"}) == "schoolchildren"
    assert plural("aid worker", "en", {"worker": "crew"}) == "aid crew"


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("iranien", {"iranien", "iranienne", "iraniens", "iraniennes"}),
        ("français", {"français", "française", "françaises"}),
        ("turc", {"turc", "turque", "turcs", "turques"}),
        ("grec", {"grec", "grecque", "grecs", "grecques"}),
        ("russe", {"russe", "russes"}),
        ("allemand", {"allemand", "allemande", "allemands", "allemandes"}),
        ("hongrois", {"hongrois", "hongroise", "hongroises"}),
    ],
)
def test_french_demonyms(base: str, forms: set[str]) -> None:
    assert set(french_demonym(base, load("countries", "fr")["endings"])) == forms


def test_english_demonyms() -> None:
    endings = load("countries", "en")["endings"]["plural"]
    assert english_demonym("Iraqi", endings) == ("Iraqi", "Iraqis")
    assert english_demonym("Kurd", endings) == ("Kurd", "Kurds")
    assert english_demonym("Chinese", endings) == ("Chinese",)
    assert english_demonym("French", endings) == ("French",)


def test_words_and_slugs() -> None:
    assert words_of("F-16AM") == ("F", "16", "AM")
    assert fold("Zełensky") == "zelensky"
    assert slug("Fath-360") == slug("Fath 360") == "fath-360"
