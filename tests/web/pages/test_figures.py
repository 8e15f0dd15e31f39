"""How many: what is counted in the article's own words, in both languages."""

from __future__ import annotations

import pytest

from reportedly.model import Article, Quantity
from reportedly.reading import Reader
from reportedly.show.numbers import amount
from reportedly.web.pages.figures import shortened, worded
from reportedly.web.words import labels

SENTENCES = {
    "Norway has delivered hundreds of these tanks to Estonia.": "hundreds of these tanks",
    "Norway has delivered dozens of tanks to Estonia.": "dozens of tanks",
    "Norway has delivered some 40 of its own tanks to Estonia.": "40 of its own tanks",
    "Norway has delivered more than 40 tanks to Estonia.": "40 tanks",
    "La Norvège a livré des centaines de ces chars à l'Estonie.": "des centaines de ces chars",
    "La Norvège a livré une vingtaine de chars à l'Estonie.": "une vingtaine de chars",
    "La Norvège a livré plusieurs dizaines de chars à l'Estonie.": "plusieurs dizaines de chars",
}


@pytest.fixture(scope="module")
def quantities() -> dict[str, Quantity]:
    readings = Reader().read_many([Article(text=text) for text in SENTENCES])
    return {reading.document.text: reading.quantities[0] for reading in readings}


@pytest.mark.parametrize(("sentence", "words"), SENTENCES.items())
def test_an_amount_is_told_as_its_sentence_has_it(
    quantities: dict[str, Quantity], sentence: str, words: str
) -> None:
    assert worded(quantities[sentence], sentence) == words


def test_what_stands_apart_is_not_joined(quantities: dict[str, Quantity]) -> None:
    some = quantities["Norway has delivered dozens of tanks to Estonia."]
    assert worded(some, "Another sentence.") == "tanks: dozens"


@pytest.mark.parametrize(("language", "words"), [("en", "40 or more"), ("fr", "40 ou plus")])
def test_an_open_end_is_told(quantities: dict[str, Quantity], language: str, words: str) -> None:
    assert (
        amount(quantities["Norway has delivered more than 40 tanks to Estonia."], labels(language)) == words
    )


@pytest.mark.parametrize(
    ("thing", "short"),
    [
        ("the weapons to Utopia", "the weapons"),
        ("short-range missiles from the depots, which", "short-range missiles"),
        ("armes à la Norvège", "armes"),
        ("membres de l'équipage", "membres"),
        ("missiles", "missiles"),
        ("", ""),
    ],
)
def test_what_is_counted_is_told_without_the_rest(thing: str, short: str) -> None:
    assert shortened(thing) == short
