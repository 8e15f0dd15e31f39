"""The gazetteer and the words of the grammar of names, compiled once per language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain

from reportedly.lexicon import load
from reportedly.pipes.entities import ontology, vocabulary
from reportedly.pipes.entities.entries import Entry, Role, Row
from reportedly.pipes.entities.forms import WORD, fold, words_of
from reportedly.pipes.entities.slips import Slips

Listed = tuple[tuple[str, ...], Entry]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The closed classes around names, in lower case unless said otherwise."""

    particles: frozenset[str]
    #: As they are written.
    first_names: frozenset[str]
    body_words: frozenset[str]
    body_heads: frozenset[str]
    outlet_begins: frozenset[str]
    outlet_ends: frozenset[str]
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
    #: Place nouns that act where they are several: "both capitals".
    acting: frozenset[str]
    #: Lemmas beside a noun that make it a weapon, and those in a sentence that make people machines.
    beside: frozenset[str]
    flying: frozenset[str]
    machines: frozenset[str]
    lookalikes: frozenset[str]


class Table:
    """Entries by the folded first word of their form, the longest first, made when that word is met."""

    def __init__(self, entries: Iterator[Entry], rows: Iterator[Row]) -> None:
        self._ready: dict[str, list[Listed]] = {}
        self._entries: dict[str, list[Entry]] = {}
        self._rows: dict[str, list[Row]] = {}
        for entry in entries:
            if (first := WORD.search(entry.form)) is not None:
                self._entries.setdefault(fold(first.group()), []).append(entry)
        for row in rows:
            for head in ontology.heads_of(row.text):
                self._rows.setdefault(fold(head), []).append(row)

    def get(self, first: str) -> list[Listed]:
        """The folded words of each form that begins with a word, with its entry."""
        found = self._ready.get(first)
        if found is None:
            if first not in self._entries and first not in self._rows:
                return []
            found = self._ready[first] = self._made(first)
        return found

    def __contains__(self, first: str) -> bool:
        """Whether a form may begin with a folded word."""
        return first in self._entries or first in self._rows

    def __iter__(self) -> Iterator[str]:
        yield from dict.fromkeys([*self._entries, *self._rows])

    def _made(self, first: str) -> list[Listed]:
        found = list(self._entries.get(first, ()))
        for row in dict.fromkeys(self._rows.get(first, ())):
            found += row.make(row)
        seen: set[tuple[str, Role, str | None, str]] = set()
        listed = []
        for entry in found:
            folded = tuple(fold(word) for word in words_of(entry.form))
            mark = (entry.form, entry.role, entry.country, entry.name)
            if folded[:1] == (first,) and mark not in seen:
                seen.add(mark)
                listed.append((folded, entry))
        listed.sort(key=lambda row: -len(row[0]))
        return listed


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All that is known of names in a language."""

    table: Table
    grammar: Grammar
    #: Country code → its usual name.
    countries: dict[str, str]
    slips: Slips


def _grammar(language: str) -> Grammar:
    words, actors, arms = load("entities", language), load("actors", language), load("weapons", language)
    return Grammar(
        particles=frozenset(words["particles"]["words"]),
        first_names=frozenset(words["first_names"]["words"]),
        body_words=frozenset(words["bodies"]["words"]),
        body_heads=frozenset(words["body_heads"]["words"]),
        outlet_begins=frozenset(words["outlets"]["begins"]),
        outlet_ends=frozenset(words["outlets"]["ends"]),
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
        acting=frozenset(words["acting"]["nouns"]),
        beside=frozenset(arms["words"]["beside"]),
        flying=frozenset(arms["words"]["flying"]),
        machines=frozenset(noun for nouns in arms["machines"].values() for noun in nouns),
        lookalikes=frozenset(words["lookalikes"]["words"]),
    )


@cache
def gazetteer(language: str) -> Gazetteer:
    """Everything that is known of names in a language."""
    nations = [*vocabulary.names(language), *vocabulary.demonyms(language)]
    entries = chain(nations, vocabulary.nouns(language))
    sources = (ontology.bodies(language), ontology.outlets(language), ontology.places())
    rows = (row for source in (*sources, ontology.persons(), ontology.weapons()) for row in source)
    grammar = _grammar(language)
    slips = Slips(nations, grammar.lookalikes)
    return Gazetteer(Table(entries, rows), grammar, load("territories", language)["names"], slips)
