"""Who is meant by a source's name in either language: countries, capitals, bodies known by name, ministries."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

from reportedly.lexicon import load
from reportedly.naming import countries, folded

LANGUAGES = ("en", "fr")
#: The years in which a body governs, before its names.
_YEARS = re.compile(r"^\d{4}-(?:\d{4})? ")


@lru_cache(maxsize=65536)
def identity(name: str) -> str:
    """What stands for all names of one source, of a folded name: itself where nothing is known of it.

    >>> identity("teheran") == identity("tehran"), identity("maison blanche") == identity("white house")
    (True, True)
    >>> identity("ministere russe de la defense") == identity("russian defence ministry") != identity("russia")
    True
    """
    return known().get(name) or ministry(name) or name


@cache
def known() -> dict[str, str]:
    """Folded names that mean one and the same in both languages; a name of two bodies means neither."""
    meant: dict[str, set[str]] = defaultdict(set)
    for name, key in (*_countries(), *_capitals(), *_bodies()):
        meant[folded(name)].add(key)
    return {name: next(iter(keys)) for name, keys in meant.items() if len(keys) == 1}


def _countries() -> Iterator[tuple[str, str]]:
    english = load("territories", "en")["names"]
    for language in LANGUAGES:
        yield from (
            (name, folded(english[code])) for code, name in load("territories", language)["names"].items()
        )


def _capitals() -> Iterator[tuple[str, str]]:
    english = load("countries", "en")["capitals"]
    for language in LANGUAGES:
        for code, names in load("countries", language)["capitals"].items():
            yield from ((name, folded(english[code].partition("|")[0])) for name in names.split("|"))


def _bodies() -> Iterator[tuple[str, str]]:
    for row in _rows():
        names = [name.lstrip("=") for name in _YEARS.sub("", row).replace(" / ", "|").split("|")]
        yield from ((name, folded(names[0])) for name in names)


@cache
def spoken(language: str) -> dict[str, str]:
    """Capitals and bodies as a language calls them, by who is meant."""
    capitals = load("countries", language)["capitals"]
    english = load("countries", "en")["capitals"]
    found = {folded(_first(english[code])): _first(names) for code, names in capitals.items()}
    for row in _rows():
        names = _YEARS.sub("", row).split(" / ")
        found.setdefault(folded(_first(names[0])), _first(names[-1 if language == "fr" else 0]))
    return found


def _first(names: str) -> str:
    return names.partition("|")[0].lstrip("=")


def _rows() -> Iterator[str]:
    """The bodies that are known by name: "English names / French names"."""
    sections = load("organisations", "ontology").values()
    return (
        row for section in sections for sector in section.values() for some in sector.values() for row in some
    )


def ministry(name: str) -> str | None:
    """The ministry of a country, by its words in any order: both languages put the country where they like."""
    words = frozenset(name.split()) - _small()
    for portfolio, said in _ministries():
        if said < words:
            owner = " ".join(word for word in name.split() if word in words - said)
            if code := _owners().get(owner):
                return f"ministry:{portfolio}:{code}"
    return None


@cache
def _small() -> frozenset[str]:
    tables = [load("ledger", language) for language in LANGUAGES]
    return frozenset(word for table in tables for key in ("articles", "links") for word in table[key])


@cache
def _ministries() -> list[tuple[str, frozenset[str]]]:
    """What each is for, and the words that say so."""
    return [
        (portfolio, frozenset(folded(form).split()) - _small())
        for language in LANGUAGES
        for portfolio, forms in load("ledger", language)["ministries"].items()
        for form in forms
    ]


@cache
def _owners() -> dict[str, str]:
    """Countries by their folded names and adjectives."""
    adjectives = {
        folded(word): code
        for language in LANGUAGES
        for code, words in load("countries", language)["demonyms"].items()
        for word in words
    }
    return adjectives | countries()
