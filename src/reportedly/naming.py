"""Names for comparison: without accents, case and articles, and the countries that they mean."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from reportedly.lexicon import load


class _Letters(dict[int, str]):
    """What each letter becomes, by its code point, worked out when it is first met: `str.translate` asks it."""

    def __init__(self, *, spaced: bool) -> None:
        super().__init__()
        self._spaced = spaced

    def __missing__(self, point: int) -> str:
        plain = unicodedata.normalize("NFKD", chr(point)).casefold()
        kept = [letter for letter in plain if not unicodedata.combining(letter)]
        self[point] = found = "".join(
            letter if letter.isalnum() or not self._spaced else " " for letter in kept
        )
        return found


_SPACED, _BARE = _Letters(spaced=True), _Letters(spaced=False)


def bare(text: str) -> str:
    """A text without case and accents, all else as it stands.

    >>> bare("L’Élysée")
    'l’elysee'
    """
    return text.translate(_BARE)


@lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """A name for comparison: lower case, no accents, one space between words, no article in front.

    >>> folded("L’Élysée"), folded("the  White House"), folded("Les États-Unis")
    ('elysee', 'white house', 'etats unis')
    """
    parts = name.translate(_SPACED).split()
    while len(parts) > 1 and parts[0] in articles():
        parts = parts[1:]
    return " ".join(parts)


@cache
def articles() -> frozenset[str]:
    """The articles of both languages, elided ones without their apostrophe."""
    return frozenset(word for language in ("en", "fr") for word in load("ledger", language)["articles"])


@cache
def countries() -> dict[str, str]:
    """ISO 3166-1 alpha-3 codes by the country's folded names in both languages, and by themselves."""
    found: dict[str, str] = {}
    for language in ("en", "fr"):
        for code, name in load("territories", language)["names"].items():
            found[code.casefold()] = code
            found.setdefault(folded(name), code)
        for code, names in load("countries", language)["aliases"].items():
            found.update((folded(name), code) for name in names)
    return found


@cache
def capitals() -> frozenset[str]:
    """The folded names of capitals in both languages: where they act, their country does."""
    tables = [load("countries", language)["capitals"] for language in ("en", "fr")]
    return frozenset(
        folded(form) for table in tables for names in table.values() for form in names.split("|")
    )
