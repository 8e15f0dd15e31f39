"""Where places are, by name and country, and how exactly that is known; what is not known is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reportedly.ledger.identities import known, spoken
from reportedly.lexicon import load
from reportedly.model import Place, Precision
from reportedly.naming import countries, folded

_DEGREES = re.compile(r"(?:(.+?) )?(-?\d+(?:\.\d+)?) (-?\d+(?:\.\d+)?)")
#: Tables of the ontology's places, by how exactly they give them.
_TABLES: tuple[tuple[str, Precision], ...] = (
    ("unrecognised", "region"),
    ("provinces", "region"),
    ("towns", "city"),
    ("seats", "city"),
)


def place_of(name: str, kind: str | None, country: str | None) -> Place | None:
    """Where a party of a claim is; None where its name, or its country, leaves that open.

    >>> place_of("Kharkiv", "place", "UKR").precision, place_of("Kharkiv", "place", None)
    ('city', None)
    """
    if country is None:
        return None
    known = named().get((folded(name), country))
    if known is None and kind == "country":
        return centres().get(country)
    return known if kind in ("country", "place", "organization") else None


@cache
def named() -> dict[tuple[str, str], Place]:
    """Places by folded name and country."""
    found: dict[tuple[str, str], Place] = {}
    table = load("places", "ontology")
    for section, precision in _TABLES:
        for code, rows in table[section].items():
            for row in rows:
                found.update(((name, code), place) for name, place in _spelt(row, precision))
    for code, seats in table["seats"].items():
        if len(seats) == 1:
            ((_, place), *_) = _spelt(seats[0], "city")
            found.update(((name, code), place) for name in _capitals(code))
    return found


def _capitals(code: str) -> Iterator[str]:
    """The folded names of a country's capital in both languages."""
    for language in ("en", "fr"):
        forms = load("countries", language)["capitals"].get(code, "")
        yield from (folded(form) for form in forms.split("|") if form)


def _spelt(row: str, precision: Precision) -> Iterator[tuple[str, Place]]:
    """Each spelling of a row with its place; years before it tell when the place had that name."""
    match = _DEGREES.fullmatch(row)
    if match and match.group(1):
        place = Place(float(match.group(2)), float(match.group(3)), precision)
        for form in match.group(1).split("|"):
            yield folded(form.lstrip("=")), place


@cache
def centres() -> dict[str, Place]:
    """A point inside each country."""
    found = {}
    for code, row in load("places", "ontology")["centres"].items():
        match = _DEGREES.fullmatch(row)
        if match:
            found[code] = Place(float(match.group(2)), float(match.group(3)), "country")
    return found


def local_name(name: str, language: str) -> str:
    """A country, a capital or a known body in the reader's language, whatever language its name is in.

    >>> local_name("États-Unis", "en"), local_name("White House", "fr"), local_name("Kharkiv", "fr")
    ('United States', 'Maison Blanche', 'Kharkiv')
    """
    key = folded(name)
    if (code := countries().get(key)) and len(name) > 3:
        return country_name(code, language)
    found = known().get(key)
    return spoken(language).get(found, name) if found else name


@cache
def seats() -> dict[str, str]:
    """The country of each capital, by its folded name: where it acts, its country does. Namesakes are left out."""
    found: dict[str, set[str]] = {}
    for code in load("countries", "en")["capitals"]:
        for name in _capitals(code):
            found.setdefault(name, set()).add(code)
    return {name: min(codes) for name, codes in found.items() if len(codes) == 1}


def country_name(code: str, language: str) -> str:
    """A country's name in the reader's language, by its ISO 3166-1 alpha-3 code."""
    names: dict[str, str] = load("territories", language)["names"]
    return names.get(code, code)
