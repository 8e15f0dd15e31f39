"""The words of a language as entries: countries, capitals, demonyms, titles and common nouns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

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
    for kinds in (_actors(language), _things(language), _arms(language)):
        for row in kinds:
            yield from _noun(row, language)
    for sector, titles in load("entities", language)["titles"].items():
        for title in titles:
            yield Entry(title, "title", title, "person", sector=None if sector == "NONE" else sector)


class _Nouns(NamedTuple):
    """Nouns of one role, with what they all have."""

    role: Role
    kind: EntityKind
    nouns: list[str]
    #: Plurals that no rule makes.
    irregular: dict[str, str]
    sector: str | None = None
    detail: str | None = None
    ambiguous: bool = False


def _noun(row: _Nouns, language: str) -> Iterator[Entry]:
    many: EntityKind = "group" if row.role == "people" else row.kind
    for noun in row.nouns:
        several = plural(noun, language, row.irregular)
        if several != noun:
            yield Entry(
                several, row.role, noun, many, None, None, row.sector, True, row.ambiguous, row.detail
            )
        yield Entry(noun, row.role, noun, row.kind, None, None, row.sector, False, row.ambiguous, row.detail)


def _actors(language: str) -> Iterator[_Nouns]:
    actors = load("actors", language)
    roles: list[tuple[Role, EntityKind, str]] = [
        ("people", "person", "people"),
        ("body", "organization", "bodies"),
        ("mass", "group", "masses"),
    ]
    for role, kind, table in roles:
        for sector, listed in actors[table].items():
            yield _Nouns(role, kind, listed, actors["plurals"], None if sector == "NONE" else sector)


def _things(language: str) -> Iterator[_Nouns]:
    words = load("entities", language)
    roles: list[tuple[Role, EntityKind, str]] = [
        ("state", "country", "states"),
        ("place", "place", "places"),
        ("document", "document", "documents"),
    ]
    for role, kind, table in roles:
        yield _Nouns(role, kind, words[table]["nouns"], words["plurals"])


def _arms(language: str) -> Iterator[_Nouns]:
    """Nouns for weapons by category; light ones and machines are weapons only in some sentences."""
    arms = load("weapons", language)
    for category, row in arms.items():
        if "nouns" in row:
            yield _Nouns("arm", "weapon", row["nouns"], arms["plurals"], None, category)
    for table in ("light", "machines"):
        for category, listed in arms[table].items():
            yield _Nouns("arm", "weapon", listed, arms["plurals"], None, category, ambiguous=True)
