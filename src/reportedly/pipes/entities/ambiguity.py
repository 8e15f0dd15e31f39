"""Settling what a gazetteer's form stands for: by the words beside it, its case, or the whole article."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from unicodedata import category

from reportedly.lexicon import load
from reportedly.pipes.entities.entries import NOUNS, PLACES, Entry
from reportedly.pipes.entities.forms import fold, slug
from reportedly.pipes.entities.gazetteer import Hit
from reportedly.pipes.entities.lexicon import Gazetteer
from reportedly.pipes.entities.scene import HYPHENS
from reportedly.pipes.tokens import Doc

#: A noun for people or things may be tagged as any of these; an adjective in its usual place is none.
_NOMINAL = frozenset({"NOUN", "PROPN"})
#: Sectors of bodies whose nouns are often mere adjectives.
_LOOSE = frozenset({None, "BUS", "JRN"})
_ADJECTIVAL = frozenset({"ADJ", "NUM", "VERB", "X"})
_DETERMINERS = frozenset({"DET", "NUM"})
#: Longest abbreviation in a code.
_CODE = 3
#: How many tokens around a light noun may tell that it is a weapon.
_REACH = 4


#: Names of things in one country, of which another country may have a namesake.
_NAMED = frozenset({"capital", "organization", "outlet", "town"})


def _countries(hits: Iterable[Hit]) -> frozenset[str]:
    """The countries that an article names by words that mean no other."""
    found = set()
    for hit in hits:
        codes = {entry.country for entry in hit.entries}
        if len(codes) == 1 and hit.entry.role in {"capital", "country", "demonym"}:
            found |= codes - {None}
    return frozenset(code for code in found if code)


@dataclass(frozen=True, slots=True)
class Homonyms:
    """Other readings of names, with the words of an article that call for them."""

    countries: dict[str, str]

    @classmethod
    def of(cls, text: str, language: str) -> Homonyms:
        """The other readings that an article calls for."""
        found = {}
        for form, row in load("entities", language)["homonyms"].items():
            cued = any(re.search(rf"\b{re.escape(cue)}\b", text) for cue in row["cues"])
            barred = any(word in text for word in row.get("unless", ["\0"]))
            if cued or ("unless" in row and not barred):
                found[form] = row["country"]
        return cls(found)


class Settler:
    """Chooses among a hit's readings, or none."""

    def __init__(self, doc: Doc, gazetteer: Gazetteer, language: str) -> None:
        self.doc = doc
        self.grammar = gazetteer.grammar
        self.language = language
        self.given = frozenset(load("entities", language)["given"]["words"])
        titles = load("entities", language)["titles"].values()
        self.titles = frozenset(word for words in titles for word in words)
        self.known: set[int] = set()
        self.people: set[int] = set()
        self.countries: frozenset[str] = frozenset()
        #: Does the sentence that starts at a token speak of aircraft?
        self._aloft: dict[int, bool] = {}
        self.homonyms = Homonyms.of(doc.text, language).countries

    def settle(self, hits: Iterable[Hit]) -> list[tuple[Hit, Entry]]:
        """Each hit with its reading; hits that are something else are left out."""
        hits = list(hits)
        self.known = {hit.start for hit in hits}
        self.people = {hit.start for hit in hits if hit.entry.role == "people"}
        self.countries = _countries(hits)
        armed = self._armed_sentences(hits)
        settled = []
        for hit in hits:
            if self._before(hit) in self.grammar.ship_prefixes:  # "HMS Ocean"
                continue
            entry = next((entry for entry in hit.entries if self._stands(hit, entry, armed)), None)
            if entry is not None:
                settled.append((hit, self._homonym(self._which(hit, entry))))
        return settled

    def _which(self, hit: Hit, entry: Entry) -> Entry:
        """Of several things of one name that whose country the article names; a capital if none, else it stays open."""
        rivals = [e for e in hit.entries if e.kind == entry.kind and e.role in _NAMED]
        if entry.role not in _NAMED or len({e.key for e in rivals}) == 1:
            return entry
        near = [e for e in rivals if e.country in self.countries]
        if len({e.key for e in near}) == 1:
            return near[0]
        if entry.role == "capital":
            return entry
        return replace(entry, country=None, place=None, key=f"{entry.kind}:{slug(entry.form)}")

    def _homonym(self, entry: Entry) -> Entry:
        country = self.homonyms.get(entry.form)
        if country is None or entry.role in NOUNS:
            return entry
        if entry.role == "country" and entry.country and country == "USA":
            return replace(entry, role="town", kind="place", country=country, key=f"place:{slug(entry.form)}")
        key = f"country:{country}" if entry.role in {"country", "demonym"} else entry.key
        return replace(entry, country=country, key=key)

    def _armed_sentences(self, hits: Iterable[Hit]) -> frozenset[int]:
        """Starts of the sentences that speak of weapons in words that mean nothing else."""
        return frozenset(
            self.doc[hit.start].sent.start
            for hit in hits
            if any(e.role in {"arm", "weapon"} and not e.ambiguous for e in hit.entries)
        )

    def _stands(self, hit: Hit, entry: Entry, armed: frozenset[int]) -> bool:
        """Is this what the form stands for here?"""
        if entry.role in NOUNS:
            return self._is_meant(hit, entry, armed) and self._is_noun(hit, entry)
        if entry.role in PLACES:
            open_ = not entry.ambiguous or self._after_locative(hit)
            return open_ and not self._is_person(hit) and not self._before_sign(hit)
        if entry.role == "demonym":
            return not self._is_language(hit)
        if entry.role == "person":
            return not self._goes_on(hit) and not (entry.ambiguous and self._after_first_name(hit))
        if entry.role == "outlet" and self._is_namesake(hit, entry):
            return False
        armed_here = self.doc[hit.start].sent.start in armed
        return not entry.ambiguous or entry.role != "weapon" or (armed_here and self._is_name(hit))

    def _is_meant(self, hit: Hit, entry: Entry, armed: frozenset[int]) -> bool:
        """Of nouns for people or things that may be weapons: are they the one or the other here?"""
        if entry.role == "people":
            return entry.name not in self.grammar.machines or not self._flies(hit)
        return entry.role != "arm" or not entry.ambiguous or self._is_weapon(hit, entry, armed)

    def _is_weapon(self, hit: Hit, entry: Entry, armed: frozenset[int]) -> bool:
        """ "military vehicles", « un avion ennemi », or in a sentence that speaks of arms: a light noun is a weapon."""
        if entry.name in self.grammar.machines:
            return self._flies(hit)
        if self.doc[hit.start].sent.start in armed:
            return True
        around = self.doc[max(0, hit.start - _REACH) : hit.end + _REACH]
        return any(
            {token.lower_, token.lemma_.lower()} & self.grammar.beside and hit.start <= token.head.i < hit.end
            for token in around
        )

    def _flies(self, hit: Hit) -> bool:
        """ "fighters and tankers", « deux chasseurs ont décollé »: no persons, but aircraft."""
        start = self.doc[hit.start].sent.start
        if start not in self._aloft:
            sentence = self.doc[hit.start].sent
            words = {word for token in sentence for word in (token.lower_, token.lemma_.lower(), token.text)}
            self._aloft[start] = bool(words & self.grammar.flying)
        return self._aloft[start]

    def _before(self, hit: Hit) -> str:
        return self.doc[hit.start - 1].text if hit.start > self.doc[hit.start].sent.start else ""

    def _is_name(self, hit: Hit) -> bool:
        return not self._before(hit)[:1].isupper() or self.doc[hit.start - 1].is_sent_start is True

    def _is_noun(self, hit: Hit, entry: Entry) -> bool:
        """A noun of one word must be tagged as one, or stand where only a noun can."""
        tokens = self.doc[hit.start : hit.end]
        if self._glued(hit):
            return False
        if len(tokens) > 1:
            return any(token.pos_ in _NOMINAL | {"ADJ"} for token in tokens) or entry.form[0].isupper()
        token, before = tokens[0], self._before(hit)
        if token.text[0].isupper() and before in self.grammar.first_names:
            return False
        if self._only_qualifies(hit, entry):
            return False
        if token.pos_ in _NOMINAL:
            return before.lower() not in self.grammar.locatives or not entry.plural or token.dep_ != "fixed"
        return token.pos_ in _ADJECTIVAL and token.dep_ != "amod" and self._stands_as_noun(hit)

    def _before_sign(self, hit: Hit) -> bool:
        """ "US$14 billion": a currency."""
        following = self.doc[hit.end].text if hit.end < len(self.doc) else ""
        return any(category(text[:1] or " ") == "Sc" for text in (self.doc[hit.end - 1].text[-1:], following))

    def _only_qualifies(self, hit: Hit, entry: Entry) -> bool:
        """ "passenger jet", "press conference": a noun before another one, which is of no party."""
        token = self.doc[hit.start]
        if token.dep_ != "compound" or entry.plural or hit.end >= len(self.doc) or hit.end in self.known:
            return False
        loose = entry.role in {"people", "place"} or (entry.role == "body" and entry.sector in _LOOSE)
        return loose and self.doc[hit.end].pos_ == "NOUN"

    def _glued(self, hit: Hit) -> bool:
        """ "rebel-held", « postes-frontières »: part of another word; « ex-ministre » is a noun all the same."""
        last = self.doc[hit.end - 1]
        after = self.doc[hit.end] if hit.end < len(self.doc) else None
        if after is not None and after.text in HYPHENS and not (last.whitespace_ or after.whitespace_):
            return True
        if (
            hit.start < 2
            or self.doc[hit.start - 1].text not in HYPHENS
            or self.doc[hit.start - 1].whitespace_
        ):
            return False
        before = self.doc[hit.start - 2]
        return not before.whitespace_ and before.lower_ not in self.grammar.stances

    def _stands_as_noun(self, hit: Hit) -> bool:
        """After an article or a number and before no noun: what looks like an adjective there is none."""
        token = self.doc[hit.start]
        before = self.doc[hit.start - 1] if hit.start else None
        following = self.doc[hit.end] if hit.end < len(self.doc) else None
        if before is None or (following is not None and following.pos_ in _NOMINAL):
            return False
        if before.pos_ == "CCONJ" and following is not None:
            return following.lower_ in self.grammar.belonging
        named = self.language == "en" and before.text[0].isupper() and before.pos_ in {"PROPN", "ADJ"}
        return before.pos_ in _DETERMINERS or (named and token.pos_ == "ADJ" and bool(token.whitespace_))

    def _is_namesake(self, hit: Hit, entry: Entry) -> bool:
        """ "M. Havas", "Anna R. Wolff", "Wolff, notary": somebody called as an outlet is."""
        if hit.end - hit.start > 1:
            return False
        if entry.form.isupper():
            return self._in_code(hit)
        if (
            fold(entry.form) == entry.form.lower()
            and fold(self.doc[hit.start].text) != self.doc[hit.start].lower_
        ):
            return True  # "WÖLFF"
        before = self._before(hit).rstrip(".")
        spelt = {before, before.capitalize(), f"{before}."}
        following = self.doc[hit.end].text if hit.end < len(self.doc) else ""
        described = following == "," and hit.end + 1 in self.people
        initial = len(before) == 1 and before.isupper() and hit.start > 1  # "Anna R. Wolff"
        return described or initial or bool(spelt & (self.titles | self.grammar.first_names | self.given))

    def _in_code(self, hit: Hit) -> bool:
        """Does an abbreviation stand between others, as in a code: "SG H AP IS GM"?"""
        beside = [self.doc[i].text for i in (hit.start - 1, hit.end) if 0 <= i < len(self.doc)]
        return len(beside) > 1 and all(text.isupper() and len(text) <= _CODE for text in beside)

    def _goes_on(self, hit: Hit) -> bool:
        """ "Juan Carlos **Ruiz**" is somebody else than Juan Carlos."""
        following = self.doc[hit.end] if hit.end < len(self.doc) else None
        if following is None or hit.end in self.known or not self.doc[hit.end - 1].whitespace_:
            return False
        name = following.pos_ == "PROPN" and following.text.istitle() and not following.is_sent_start
        return name and following.text not in self.grammar.calendar and following.head.i >= hit.start

    def _after_first_name(self, hit: Hit) -> bool:
        before = self._before(hit)
        titled = self.doc[hit.start - 1].pos_ == "PROPN" if before else False
        return before in self.grammar.first_names and titled

    def _is_person(self, hit: Hit) -> bool:
        """ "Michael Jordan", "Jordan Blake": part of a person's name."""
        if hit.end - hit.start > 1:
            return False
        if self._before(hit) in self.grammar.first_names:
            return True
        token = self.doc[hit.start]
        first = token.head
        if token.dep_.startswith("flat") and first.i == token.i - 1 and first.i not in self.known:
            return first.pos_ == "PROPN" and first.text.istitle()
        text = token.text
        if text not in self.given or hit.end >= len(self.doc):
            return False
        following = self.doc[hit.end]
        name = following.text[:1].isupper() and following.text[1:].islower() and following.pos_ == "PROPN"
        return name and following.text not in self.grammar.calendar

    def _after_locative(self, hit: Hit) -> bool:
        before = self._before(hit).lower()
        links = self.grammar.locatives | self.grammar.where | self.grammar.belonging
        return before in links or before == "," or self.doc[hit.start - 1].pos_ == "ADP" if before else False

    def _is_language(self, hit: Hit) -> bool:
        """ "in Russian", « parle le russe »: the language."""
        token = self.doc[hit.start]
        before = self._before(hit).lower()
        following = self.doc[hit.end] if hit.end < len(self.doc) else None
        modifies = token.dep_ in {"amod", "compound", "nmod"} or (
            following is not None and following.pos_ in _NOMINAL
        )
        if self.language == "fr":
            bare = token.text.islower() and token.pos_ == "NOUN" and not modifies
            return bare and before in self.grammar.tongues and not hit.entry.plural
        return (
            before in {"in", "speak", "speaks", "spoke", "into", "from"}
            and not modifies
            and not hit.entry.plural
        )
