"""The gazetteer and the words of the grammar of names, compiled once per language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from reportedly.lexicon import load
from reportedly.model import EntityKind
from reportedly.pipes.entities.forms import english_demonym, fold, french_demonym, plural, slug, words_of

Role = Literal[
    "country",
    "demonym",
    "capital",
    "town",
    "region",
    "organization",
    "outlet",
    "person",
    "people",
    "body",
    "mass",
    "title",
    "weapon",
    "arm",
    "state",
    "place",
    "document",
]
#: Roles of nouns, which are matched with their accents and in any case.
NOUNS = frozenset({"people", "body", "mass", "arm", "state", "place", "document"})


@dataclass(slots=True, eq=False)
class Entry:
    """One form of one thing that the gazetteer knows; not to be changed, but frozen ones are slow to make."""

    form: str
    role: Role
    name: str
    kind: EntityKind
    key: str | None = None
    country: str | None = None
    sector: str | None = None
    plural: bool = False
    #: Other things have this name too.
    ambiguous: bool = False
    #: A weapon's class; a person's years in office, or those in which a body governs, as "2005-2021".
    detail: str | None = None
    #: A weapon's name that goes on with letters or figures of a variant.
    open: bool = False


@dataclass(frozen=True, slots=True)
class Grammar:
    """The closed classes around names, in lower case unless said otherwise."""

    particles: frozenset[str]
    #: As they are written.
    first_names: frozenset[str]
    body_words: frozenset[str]
    body_heads: frozenset[str]
    place_words: frozenset[str]
    thing_words: frozenset[str]
    ship_prefixes: frozenset[str]
    calendar: frozenset[str]
    ethnic: frozenset[str]
    tongues: frozenset[str]
    locatives: frozenset[str]
    belonging: frozenset[str]
    where: frozenset[str]
    party: frozenset[str]
    governments: frozenset[str]
    possessive: frozenset[str]
    home_compounds: frozenset[str]
    other_compounds: frozenset[str]
    stances: frozenset[str]
    borrowing: frozenset[str]
    borrowed_default: dict[str, str]
    #: A modifier's lemma or form → the sector that it gives.
    modifiers: dict[str, str]
    portfolios: frozenset[str]


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Entries by the folded first word of their form, the longest first."""

    entries: dict[str, list[tuple[tuple[str, ...], Entry]]]
    grammar: Grammar
    #: Country code → its usual name.
    countries: dict[str, str]


def _names(language: str) -> Iterator[Entry]:
    territories, reviewed = load("territories", language)["names"], load("countries", language)
    for code, name in territories.items():
        yield Entry(name, "country", name, "country", f"country:{code}", code)
    for code, names in reviewed["aliases"].items():
        for form in names:
            yield Entry(form, "country", territories.get(code, form), "country", f"country:{code}", code)
    for code, names in reviewed["capitals"].items():
        forms = names.split("|")
        for form in forms:
            yield Entry(form, "capital", forms[0], "place", f"place:{slug(forms[0])}", code)


def _demonym_forms(base: str, language: str, endings: dict[str, Any]) -> Iterable[tuple[str, bool]]:
    if language == "fr":
        forms = french_demonym(base, endings)
        return [(form, at > 1 and form not in forms[:2]) for at, form in enumerate(forms)]
    forms_en = english_demonym(base, endings["plural"])
    return [(form, at == 1 or form.endswith("men")) for at, form in enumerate(forms_en)]


def _demonyms(language: str) -> Iterator[Entry]:
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


def _bodies(language: str) -> Iterator[Entry]:
    for rows in load("organisations", "ontology").values():
        for key, row in rows.items():
            forms = row[language].split("|")
            shared: dict[str, Any] = {
                "key": f"org:{key}",
                "country": row.get("country"),
                "sector": row["sector"],
                "detail": row.get("governs"),
            }
            for form in forms:
                yield Entry(form, "organization", forms[0], "organization", **shared)
    for rows in load("outlets", "ontology").values():
        for key, row in rows.items():
            forms = row[language].split("|")
            for form in forms:
                yield Entry(form, "outlet", forms[0], "outlet", f"outlet:{key}", row.get("country"), "JRN")


def _places() -> Iterator[Entry]:
    table = load("places", "ontology")
    ambiguous = frozenset(table["ambiguous"]["names"])
    for section, sector in (("towns", None), ("unrecognised", "PRE")):
        for code, rows in table[section].items():
            for row in rows:
                forms = row.split("|")
                for form in forms:
                    key = f"place:{slug(forms[0])}"
                    yield Entry(
                        form, "town", forms[0], "place", key, code, sector, ambiguous=form in ambiguous
                    )
    for row in table["regions"]["names"]:
        forms = row.split("|")
        for form in forms:
            yield Entry(form, "region", forms[0], "place", f"place:{slug(forms[0])}")


def _persons() -> Iterator[Entry]:
    table = load("persons", "ontology")
    alone = frozenset(table["alone"]["names"])
    rows = [(code, "GOV", row) for code, rows in table["leaders"].items() for row in rows]
    rows += [(None, sector, row) for sector, rows in table["bodies"].items() for row in rows]
    for code, sector, row in rows:
        years, _, spelled = row.partition(" ")
        forms = spelled.split("|")
        key = f"person:{slug(forms[0])}"
        lasts = {form.split()[-1] for form in forms} & alone
        for form in [*forms, *sorted(lasts - set(forms))]:
            yield Entry(
                form, "person", forms[0], "person", key, code, sector, detail=years, ambiguous=form in lasts
            )


def _nouns(language: str) -> Iterator[Entry]:
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


def _weapons() -> Iterator[Entry]:
    table = load("weapons", "ontology")
    ambiguous = frozenset(table["ambiguous"]["names"])
    for category, rows in table.items():
        if category == "ambiguous":
            continue
        for row in rows["names"]:
            forms = row.split("|")
            name = forms[0].rstrip("#-")
            for form in forms:
                shown = form.rstrip("#")
                open_ = form.endswith("#")
                yield Entry(
                    shown, "weapon", name, "weapon", f"weapon:{slug(name)}",
                    ambiguous=form in ambiguous, detail=category, open=open_,
                )  # fmt: skip


def _grammar(language: str) -> Grammar:
    words, actors = load("entities", language), load("actors", language)
    return Grammar(
        particles=frozenset(words["particles"]["words"]),
        first_names=frozenset(words["first_names"]["words"]),
        body_words=frozenset(words["bodies"]["words"]),
        body_heads=frozenset(words["body_heads"]["words"]),
        place_words=frozenset(words["place_words"]["words"]),
        thing_words=frozenset(words["thing_words"]["words"]),
        ship_prefixes=frozenset(words["ship_prefixes"]["words"]),
        calendar=frozenset(words["calendar"]["words"]),
        ethnic=frozenset(words["ethnic"]["words"]),
        tongues=frozenset(words["tongues"]["words"]),
        locatives=frozenset(words["locatives"]["words"]),
        belonging=frozenset(words["belonging"]["words"]),
        where=frozenset(words["belonging"]["where"]),
        party=frozenset(words["belonging"]["party"]),
        governments=frozenset(actors["government"]["nouns"]),
        possessive=frozenset(words["belonging"]["possessive"]),
        home_compounds=frozenset(words["compounds"]["home"]),
        other_compounds=frozenset(words["compounds"]["other"]),
        stances=frozenset(words["compounds"]["stance"]),
        borrowing=frozenset(actors["borrowing"]["nouns"]),
        borrowed_default=actors["borrowing"]["default"],
        modifiers={word: sector for sector, listed in actors["modifiers"].items() for word in listed},
        portfolios=frozenset(fold(word) for word in actors["portfolios"]["words"]),
    )


@cache
def gazetteer(language: str) -> Gazetteer:
    """Everything that is known of names in a language."""
    entries: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    seen: set[tuple[str, Role, str | None, str]] = set()
    sources = (_names, _demonyms, _bodies, _nouns)
    found = [entry for source in sources for entry in source(language)]
    for entry in [*found, *_places(), *_persons(), *_weapons()]:
        words = words_of(entry.form)
        mark = (entry.form, entry.role, entry.country, entry.name)
        if words and mark not in seen:
            seen.add(mark)
            folded = tuple(fold(word) for word in words)
            entries.setdefault(folded[0], []).append((folded, entry))
    for rows in entries.values():
        rows.sort(key=lambda row: -len(row[0]))
    return Gazetteer(entries, _grammar(language), load("territories", language)["names"])
