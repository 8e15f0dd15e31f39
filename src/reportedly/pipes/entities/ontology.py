"""The rows of the ontology as entries: bodies, outlets, places, persons and weapons, the same in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reportedly.lexicon import load
from reportedly.model import Place
from reportedly.pipes.entities.entries import Entry, Row
from reportedly.pipes.entities.forms import slug

#: The country of what belongs to several or to none.
_NONE = "XXX"
#: Before a name that counts only as it is written.
EXACT = "="
_YEARS = re.compile(r"(\d{4}-(?:\d{4})?) ")
_HEADS = re.compile(r"(?:^|\|)[^\w|]*([^\W\d_]+|\d+)")
_DEGREES = re.compile(r"(.+?) (-?\d+(?:\.\d+)?) (-?\d+(?:\.\d+)?)")


def forms_of(text: str) -> list[str]:
    """The spellings in a row, without its years and degrees."""
    years = _YEARS.match(text)
    text = text[years.end() :] if years else text
    placed = _DEGREES.fullmatch(text)
    return (placed.group(1) if placed else text).split("|")


@cache
def _listed(table: str, section: str) -> frozenset[str]:
    return frozenset(load(table, "ontology")[section]["names"])


def heads_of(text: str) -> list[str]:
    """The first word of each spelling in a row."""
    years = _YEARS.match(text) if text[0].isdigit() else None
    return _HEADS.findall(text[years.end() :] if years else text)


def _years(text: str) -> str | None:
    found = _YEARS.match(text)
    return found.group(1) if found else None


def degrees(text: str, precision: str) -> Place | None:
    """Where a row says that its place is, None if it does not."""
    found = _DEGREES.fullmatch(text)
    if found is None:
        return None
    return Place(float(found.group(2)), float(found.group(3)), precision)  # type: ignore[arg-type]


def _spoken(text: str, language: str) -> str:
    """A row's names in a language: "English / French", or one for both."""
    english, mark, french = text.partition(" / ")
    if language == "en" or not mark:
        return english
    years = _years(english)
    return f"{years} {french}" if years else french


def _country(code: str) -> str | None:
    return None if code == _NONE else code


def _key(text: str | None) -> str:
    """What the first English name of a row is as part of a key, the same in both languages."""
    return slug(forms_of((text or "").partition(" / ")[0])[0].lstrip(EXACT))


def bodies(language: str) -> Iterator[Row]:
    """Organisations by section, sector and country."""
    for sections in load("organisations", "ontology").values():
        for sector, countries in sections.items():
            for code, rows in countries.items():
                for text in rows:
                    spoken = _spoken(text, language) if " / " in text else text
                    yield Row(_body, spoken, (sector, _country(code), text))


def _body(row: Row) -> Iterator[Entry]:
    sector, country, text = row.about
    forms = forms_of(row.text)
    name = forms[0].lstrip(EXACT)
    key = f"org:{_key(text)}"
    for form in forms:
        yield Entry(
            form.lstrip(EXACT), "organization", name, "organization", key, country, sector,
            detail=_years(row.text), exact=form.startswith(EXACT),
        )  # fmt: skip


def outlets(language: str) -> Iterator[Row]:
    """News agencies, newspapers and broadcasters by country."""
    for countries in load("outlets", "ontology").values():
        for code, rows in countries.items():
            for text in rows:
                spoken = _spoken(text, language) if " / " in text else text
                yield Row(_outlet, spoken, (_country(code), text))


def _outlet(row: Row) -> Iterator[Entry]:
    country, text = row.about
    key = f"outlet:{_key(text)}"
    forms = row.text.split("|")
    name = forms[0].lstrip(EXACT)
    for form in forms:
        exact = form.startswith(EXACT)
        yield Entry(form.lstrip(EXACT), "outlet", name, "outlet", key, country, "JRN", exact=exact)


def places() -> Iterator[Row]:
    """Towns, provinces, lands that few recognise, and regions of no one country."""
    table = load("places", "ontology")
    sections = (("towns", None, "city"), ("provinces", None, "region"), ("unrecognised", "PRE", "region"))
    for section, sector, precision in sections:
        for code, rows in table[section].items():
            for text in rows:
                yield Row(_town, text, (code, sector, precision))
    for text in table["regions"]["names"]:
        yield Row(_region, text, ())


def _town(row: Row) -> Iterator[Entry]:
    code, sector, precision = row.about
    ambiguous = _listed("places", "ambiguous")
    forms = forms_of(row.text)
    key = f"place:{code}:{slug(forms[0])}"
    place = degrees(row.text, str(precision))
    for form in forms:
        yield Entry(
            form, "town", forms[0], "place", key, code, sector, ambiguous=form in ambiguous, place=place
        )


def _region(row: Row) -> Iterator[Entry]:
    forms = row.text.split("|")
    for form in forms:
        yield Entry(form, "region", forms[0], "place", f"place:{slug(forms[0])}")


def persons() -> Iterator[Row]:
    """Persons in office by country, and those who lead bodies of several countries."""
    table = load("persons", "ontology")
    alone = _listed("persons", "alone")
    rows = [(code, "GOV", text) for code, listed in table["leaders"].items() for text in listed]
    rows += [(None, sector, text) for sector, listed in table["bodies"].items() for text in listed]
    for code, sector, text in rows:
        forms = text.split("|")
        lasts = {form.rpartition(" ")[2] for form in forms} & alone
        lasts = lasts - set(forms_of(text)) if lasts else lasts
        yield Row(_person, "|".join([text, *sorted(lasts)]), (code, sector, str(len(forms))))


def _person(row: Row) -> Iterator[Entry]:
    code, sector, full = row.about
    forms = forms_of(row.text)
    alone = _listed("persons", "alone")
    key = f"person:{slug(forms[0])}"
    for at, form in enumerate(forms):
        last = at >= int(full or 0) or form in alone
        yield Entry(
            form, "person", forms[0], "person", key, code, sector, detail=_years(row.text), ambiguous=last
        )


def weapons() -> Iterator[Row]:
    """Weapons by name, by category."""
    for category, rows in load("weapons", "ontology").items():
        if category != "ambiguous":
            for text in rows["names"]:
                yield Row(_weapon, text, (category,))


def _weapon(row: Row) -> Iterator[Entry]:
    (category,) = row.about
    ambiguous = _listed("weapons", "ambiguous")
    forms = row.text.split("|")
    name = forms[0].rstrip("#-")
    for form in forms:
        yield Entry(
            form.rstrip("#"), "weapon", name, "weapon", f"weapon:{slug(name)}",
            ambiguous=form in ambiguous, detail=category, open=form.endswith("#"),
        )  # fmt: skip
