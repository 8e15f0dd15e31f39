"""News agencies: in the small letters of credits, and apart from people of their name."""

from functools import cache

import pytest

from reportedly.model import Article, Mention
from reportedly.reading import Reader


@cache
def reader() -> Reader:
    return Reader()


def outlets(language: str, text: str) -> list[Mention]:
    """The mentions of outlets in a text, in order."""
    reading = reader().read(Article(text=text, language=language))
    found = [each for entity in reading.entities if entity.kind == "outlet" for each in entity.mentions]
    return sorted(found, key=lambda each: each.start)


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("fr", "Le port est fermé. (afp)", ["afp"]),
        ("fr", "Le port est fermé, a dit le maire. / ats-afp", ["ats", "afp"]),
        ("fr", "Le port est ap fermé.", []),
        ("en", "The port is closed. (upi/ap)", ["upi", "ap"]),
        ("en", "The port is up for sale.", []),
    ],
)
def test_agencies_in_small_letters_stand_in_credits(language: str, text: str, names: list[str]) -> None:
    assert [text[m.start : m.end] for m in outlets(language, text)] == names


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "M. Havas, libraire à Genève, vend du miel."),
        ("fr", "Selon Victor Wolff, le port est fermé."),
        ("fr", "Les plaques SG AP IS sont livrées."),
        ("en", "Mr. Reuter sells honey in Geneva."),
        ("en", "Peter Wolff closed the port."),
        ("en", "The port was closed by Eric R. Wolff."),
    ],
)
def test_namesakes_of_agencies_are_none(language: str, text: str) -> None:
    assert outlets(language, text) == []
