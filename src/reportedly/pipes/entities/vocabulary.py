"""The words of a language as entries: countries, capitals, demonyms, titles and common nouns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from reportedly.lexicon import load
from reportedly.model import EntityKind
from reportedly.pipes.entities.entries import Entry, Role
from reportedly.pipes.entities.forms import english_demonym, french_demonym, plural, slug
from reportedly.pipes.entities.ontology import degrees, forms_of


def names(language: str) -> Iterator[Entry]:
    """Countries and territories under all their names, and the seats of their governments."""
    territories, reviewed = load("territories", language)["names"], load("countries", language)
    centres = load("places", "ontology")["centres"]
    for code, name in territories.items():
        for form in dict.fromkeys([name, *reviewed["aliases"].get(code, ())]):
            yield Entry(
                form, "country", name, "country", f"country:{code}", code,
                place=degrees(f"{code} {centres[code]}", "country"),
            )  # fmt: skip
    for code, spelled in reviewed["capitals"].items():
        yield from _capitals(code, spelled.split("|"))


def _capitals(code: str, forms: list[str]) -> Iterator[Entry]:
    """The seats of a country's government, each with its spellings and degrees."""
    seats = load("places", "ontology")["seats"][code]
    for form in forms:
        seat = next((row for row in seats if form in forms_of(row)), seats[0])
        name = form if len(seats) > 1 else forms[0]
        key = f"place:{code}:{slug(forms_of(seat)[0])}"
        yield Entry(form, "capital", name, "place", key, code, place=degrees(seat, "city"))


def _demonym_forms(base: str, language: str, endings: dict[str, Any]) -> Iterable[tuple[str, bool]]:
    if language == "fr":
        forms = french_demonym(base, endings)
        return [(form, at > 1 and form not in forms[:2]) for at, form in enumerate(forms)]
    forms_en = english_demonym(base, endings["plural"])
    return [(form, at == 1 or form.endswith("men")) for at, form in enumerate(forms_en)]


def demonyms(language: str) -> Iterator[Entry]:
    """Demonyms in all their forms, of countries and of peoples with no state."""
    reviewed, grammar = load("countries", language), load("entities", language)
    names, endings = load("territories", language)["names"], reviewed["endings"]
    homes = {word: code for code, words in grammar["homes"].items() for word in words}
    bases = [
        (base, code)
        for table in ("demonyms", "people")
        for code, words in reviewed[table].items()
        for base in words
    ]
    national = frozenset(bases)
    for base, code in [*bases, *((word, homes.get(word)) for word in grammar["peoples"]["words"])]:
        key = f"country:{code}" if (base, code) in national else None
        for form, several in dict(_demonym_forms(base, language, endings)).items():
            yield Entry(form, "demonym", names.get(code or "", base), "country", key, code, plural=several)


def nouns(language: str) -> Iterator[Entry]:
    """Common nouns for people, bodies, weapons, places and documents, in both numbers; titles."""
    actors, grammar, arms = load("actors", language), load("entities", language), load("weapons", language)
    roles: list[tuple[Role, EntityKind]] = [("people", "person"), ("body", "organization"), ("mass", "group")]
    rows: list[tuple[Role, EntityKind, str | None, str | None, list[str], dict[str, str]]] = []
    for (role, kind), table in zip(roles, ("people", "bodies", "masses"), strict=True):
        for sector, nouns in actors[table].items():
            rows.append((role, kind, None if sector == "NONE" else sector, None, nouns, actors["plurals"]))
    rows.append(("state", "country", None, None, grammar["states"]["nouns"], grammar["plurals"]))
    rows.append(("place", "place", None, None, grammar["places"]["nouns"], grammar["plurals"]))
    rows.append(("document", "document", None, None, grammar["documents"]["nouns"], grammar["plurals"]))
    for category, row in arms.items():
        if category != "plurals":
            rows.append(("arm", "weapon", None, category, row["nouns"], arms["plurals"]))
    for role, kind, sector, detail, nouns, irregular in rows:
        for noun in nouns:
            several = plural(noun, language, irregular)
            if several != noun:
                many: EntityKind = "group" if role == "people" else kind
                yield Entry(several, role, noun, many, None, None, sector, True, detail=detail)
            yield Entry(noun, role, noun, kind, None, None, sector, detail=detail)
    for sector, titles in grammar["titles"].items():
        for title in titles:
            yield Entry(title, "title", title, "person", None, None, None if sector == "NONE" else sector)
