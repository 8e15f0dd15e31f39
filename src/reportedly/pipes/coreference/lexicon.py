"""A typed view on the words with which a language takes up what it has named."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from reportedly.lexicon import load

Reach = Literal["speaker", "person", "thing", "several", "nearest", "relative", "either"]
#: In the order of the lexicon; a pronoun has the first reach that lists it.
_REACHES: tuple[Reach, ...] = ("speaker", "person", "thing", "several", "nearest", "relative", "either")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Closed classes in lower case."""

    reaches: dict[str, Reach]
    feminine: frozenset[str]
    masculine: frozenset[str]
    plural: frozenset[str]
    definite: frozenset[str]
    demonstrative: frozenset[str]
    indefinite: frozenset[str]
    partitives: frozenset[str]
    owners: frozenset[str]
    informants: frozenset[str]
    #: A noun → the sectors of the persons, or bodies, that it may stand for; "*" is any.
    takeup: dict[str, frozenset[str]]
    bodies: dict[str, frozenset[str]]
    #: A noun for a place → how exactly the places that it may take up are known: "city", "region".
    places: dict[str, str]


@cache
def lexicon(language: str) -> Lexicon:
    """The words of a language."""
    table = load("coreference", language)
    pronouns, articles = table["pronouns"], table["articles"]
    reaches: dict[str, Reach] = {}
    for reach in _REACHES:
        for word in pronouns.get(reach, ()):
            reaches.setdefault(word.lower(), reach)
    return Lexicon(
        reaches=reaches,
        feminine=frozenset(pronouns["feminine"]),
        masculine=frozenset(pronouns["masculine"]),
        plural=frozenset(pronouns["plural"]),
        definite=frozenset(articles["definite"]),
        demonstrative=frozenset(articles["demonstrative"]),
        indefinite=frozenset(articles["indefinite"]),
        partitives=frozenset(table["partitives"]["words"]),
        owners=frozenset(table["owners"]["words"]),
        informants=frozenset(table["informants"]["nouns"]),
        takeup={noun: frozenset(sectors) for noun, sectors in table["takeup"].items()},
        bodies={noun: frozenset(sectors) for noun, sectors in table["bodies"].items()},
        places={noun: precision for precision, nouns in table["places"].items() for noun in nouns},
    )
