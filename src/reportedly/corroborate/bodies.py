"""For whom officials speak: the state that an office, a ministry or an army belongs to, as far as the words tell."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import takewhile

from reportedly.lexicon import load

LANGUAGES = ("en", "fr")
#: Sectors whose word is their government's.
STATE = ("GOV", "MIL", "SPY")
#: Letters by which a country and its adjective are known in both languages: "Utopia", "utopien".
STOCK = 4
#: An owner that the words do not tell.
OPEN = ""


@cache
def organs() -> frozenset[str]:
    """The words of offices and bodies of a state, in both languages."""
    found: set[str] = set()
    for language in LANGUAGES:
        table = load("actors", language)
        for part in ("people", "bodies", "masses"):
            found.update(word for sector in STATE for word in table[part].get(sector, ()))
        found.update(table["modifiers"].get("MIL", ()))
        found.update(table["portfolios"]["words"])
        found.update(load("voices", language)["offices"])
    small = words("links") | words("possessives") | words("indefinite")
    return frozenset(word for phrase in found for word in _words(phrase) if len(word) > 2) - small


@cache
def words(key: str) -> frozenset[str]:
    """A list of the lexicon in both languages, folded."""
    return frozenset(word for one in LANGUAGES for form in load("voices", one)[key] for word in _words(form))


def is_state(label: str) -> bool:
    """Whether somebody is an office, a body or a spokesman of some state.

    >>> is_state("the defence ministry"), is_state("l'état-major"), is_state("a fisherman")
    (True, True, False)
    """
    return any(word in organs() for word in _head(label))


def unnamed(label: str) -> bool:
    """Whether a source is only one of many: "a minister", « deux responsables », "Utopian officials"."""
    told = _head(label)
    if not told or told[0] in words("links"):
        return False
    return told[0] in words("indefinite") or not words("several").isdisjoint(told)


def owned(label: str) -> bool:
    """Whether it is the body of whoever acts: "its navy", « son état-major »."""
    return bool(_head(label)) and _head(label)[0] in words("possessives")


def own(label: str) -> bool:
    """Whether it is somebody of the outlet's: "our reporter", « notre envoyée spéciale »."""
    return bool(_head(label)) and _head(label)[0] in words("own")


def owner(label: str) -> str:
    """The state that a body's name tells, by the beginning of its name; `OPEN` where it tells none.

    >>> owner("le ministre utopien de la Défense"), owner("Utopia's army"), owner("the army")
    ('utop', 'utop', '')
    """
    aside = organs() | words("links") | words("possessives") | words("indefinite")
    return next((word[:STOCK] for word in _head(label) if len(word) > 2 and word not in aside), OPEN)


def _words(text: str) -> list[str]:
    """Words without accents, articles among them."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return re.findall(r"\w+", "".join(letter for letter in plain if not unicodedata.combining(letter)))


def _head(label: str) -> list[str]:
    """The words up to where more is told of it."""
    told = _words(re.split(r"[,;:(]", label, maxsplit=1)[0])
    return list(takewhile(lambda word: word not in _relative(), told))


@cache
def _relative() -> frozenset[str]:
    forms = (form for one in LANGUAGES for form in load("coreference", one)["pronouns"]["relative"])
    return frozenset(word for form in forms for word in _words(form) if len(word) > 2)
