"""Settling what a gazetteer's form stands for: by the words beside it, its case, or the whole article."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from unicodedata import category

from spacy.tokens import Doc

from reportedly.lexicon import load
from reportedly.pipes.entities.forms import slug
from reportedly.pipes.entities.gazetteer import Hit
from reportedly.pipes.entities.entries import NOUNS, PLACES, Entry
from reportedly.pipes.entities.lexicon import Gazetteer
from reportedly.pipes.entities.scene import HYPHENS

#: A noun for people or things may be tagged as any of these; an adjective in its usual place is none.
_NOMINAL = frozenset({"NOUN", "PROPN"})
#: Sectors of bodies whose nouns are often mere adjectives.
_LOOSE = frozenset({None, "BUS", "JRN"})
_ADJECTIVAL = frozenset({"ADJ", "NUM", "VERB", "X"})
_DETERMINERS = frozenset({"DET", "NUM"})


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
        self.known: set[int] = set()
        self.homonyms = Homonyms.of(doc.text, language).countries

    def settle(self, hits: Iterable[Hit]) -> list[tuple[Hit, Entry]]:
        """Each hit with its reading; hits that are something else are left out."""
        hits = list(hits)
        self.known = {hit.start for hit in hits}
        armed = self._armed_sentences(hits)
        settled = []
        for hit in hits:
            entry = next((entry for entry in hit.entries if self._stands(hit, entry, armed)), None)
            if entry is not None:
                settled.append((hit, self._homonym(entry)))
        return settled

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
            if any(e.role == "arm" or (e.role == "weapon" and not e.ambiguous) for e in hit.entries)
        )

    def _stands(self, hit: Hit, entry: Entry, armed: frozenset[int]) -> bool:
        """Is this what the form stands for here?"""
        if entry.role in NOUNS:
            return self._is_noun(hit, entry)
        if entry.role in PLACES:
            open_ = not entry.ambiguous or self._after_locative(hit)
            return open_ and not self._is_person(hit) and not self._before_sign(hit)
        if entry.role == "demonym":
            return not self._is_language(hit)
        if not entry.ambiguous:
            return True
        if entry.role == "weapon":
            return self.doc[hit.start].sent.start in armed and self._is_name(hit)
        return entry.role != "person" or not self._after_first_name(hit)

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
        loose = entry.role == "people" or (entry.role == "body" and entry.sector in _LOOSE)
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
