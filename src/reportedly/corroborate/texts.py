"""An article as corroboration sees it: its reading, its words, its credits, what it puts in quotation marks."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import takewhile
from operator import itemgetter

from reportedly.byid import ById
from reportedly.corroborate.credits import Credit, credits_of, own_agency
from reportedly.corroborate.kin import kin
from reportedly.corroborate.passages import Hashes, Places, Words, keys_of, places_of, words_in
from reportedly.lexicon import load
from reportedly.model import Anchor, Claim, Entity, Quantity, Reading, Span
from reportedly.naming import folded

#: Roles of sources whose word is their body's.
OFFICIAL = ("group", "official", "organization", "spokesperson")
#: Letters of punctuation that may close a headline.
CLOSE = 1
#: Letters around the word of an act that its phrase may take.
BEHIND, AHEAD = 4, 40


@dataclass(frozen=True, eq=False)
class Text(ById):
    """One article of the set, with what is worked out of it once."""

    id: str
    reading: Reading

    @cached_property
    def outlet(self) -> str | None:
        return self.reading.document.outlet

    @cached_property
    def told_in(self) -> str | None:
        """The language that it is known to be in."""
        return self.reading.document.language

    @cached_property
    def language(self) -> str:
        """The language that it is read in."""
        return self.told_in or "en"

    @cached_property
    def published(self) -> str:
        """When it appeared, as a string that sorts; empty where that is not known."""
        return self.reading.document.published or ""

    @cached_property
    def day(self) -> date | None:
        """The day on which it appeared."""
        try:
            return date.fromisoformat(self.published[:10])
        except ValueError:
            return None

    @property
    def order(self) -> tuple[str, str]:
        """Earlier articles first; those of unknown time last."""
        return (self.published or "~", self.id)

    @cached_property
    def words(self) -> Words:
        return words_in(self.keys)

    @cached_property
    def keys(self) -> Hashes:
        """Its words by their own keys and those of their stems."""
        return keys_of(self.reading.document.text)

    @cached_property
    def terse(self) -> bool:
        """Whether it has one thing to say: it is a headline and no more, or of a headline's length."""
        document = self.reading.document
        headline = document.headline
        whole = headline is not None and len(document.text.rstrip()) - headline.end <= CLOSE
        return whole or len(self.words) <= load("corroborate", "ontology")["story"]["headline"]

    @cached_property
    def places(self) -> Places:
        """Where its words stand, in code points."""
        return places_of(self.reading.document.text)

    @cached_property
    def credits(self) -> list[Credit]:
        """The agencies that it was made from, if it is not an agency's own."""
        return [] if self.agency else credits_of(self.reading.document)

    @cached_property
    def agency(self) -> str | None:
        """The agency that published it."""
        return own_agency(self.reading.document)

    @cached_property
    def folded(self) -> str:
        """Its words folded, with a space before and behind each: what names are looked for in."""
        return f" {folded.__wrapped__(self.reading.document.text)} "

    @cached_property
    def officials(self) -> frozenset[str]:
        """The entities that speak as officials somewhere in it."""
        sources = (attribution.source for attribution in self.reading.attributions)
        return frozenset(
            source.entity for source in sources if source and source.entity and source.role in OFFICIAL
        )

    @cached_property
    def cues(self) -> frozenset[int]:
        """Where the words stand by which somebody says something."""
        return frozenset(each.cue.start for each in self.reading.attributions if each.cue)

    @cached_property
    def kin(self) -> dict[str, frozenset[str]]:
        """By claim, the families of the word that names its act."""
        return {
            each.id: kin(each.anchor.lemma, *self.around(each.anchor), self.language)
            for each in self.reading.claims
        }

    def placed(self, claim: Claim) -> tuple[str, str] | None:
        """The first and the last day on which a claim is put; "at night" alone puts it on none."""
        time = self.times.get(claim.time or "")
        if time is None or not time.earliest or not time.latest:
            return None
        if time.type == "TIME" and len(folded(time.span.text).split()) == 1:
            return None
        return time.earliest[:10], time.latest[:10]

    def in_headline(self, claim: Claim) -> bool:
        """Whether the headline makes a claim."""
        headline = self.reading.document.headline
        return headline is not None and claim.anchor.start < headline.end

    def quantities_in(self, sentence: Span) -> Iterator[Quantity]:
        """The quantities of a sentence."""
        places = self._measured
        first = bisect_left(places, sentence.start, key=itemgetter(0))
        yield from (each for _, each in takewhile(lambda place: place[0] < sentence.end, places[first:]))

    @cached_property
    def _measured(self) -> list[tuple[int, Quantity]]:
        """The quantities by their places."""
        return sorted(((each.span.start, each) for each in self.reading.quantities), key=itemgetter(0))

    @cached_property
    def counting(self) -> dict[str, list[Claim]]:
        """By quantity, the claims that it belongs to."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.reading.claims:
            for key in claim.quantities:
                found[key].append(claim)
        return found

    @cached_property
    def names(self) -> dict[str, Span]:
        """All that it names, folded, each with its first place; countries by their codes, so in any language."""
        found: dict[str, Span] = {}
        for entity in self.reading.entities:
            key = f"country:{entity.country}" if entity.kind == "country" else folded(entity.name)
            for each in entity.mentions:
                if each.type == "name":
                    found.setdefault(key, Span(each.start, each.end, each.text))
        return found

    @cached_property
    def states(self) -> frozenset[str]:
        """The countries that it speaks of, by themselves or by what is theirs."""
        return frozenset(entity.country for entity in self.reading.entities if entity.country)

    @cached_property
    def named(self) -> dict[str, list[tuple[int, str, Span]]]:
        """By kind of entity, where each name stands and what it is known by: a person's last name, a place's whole."""
        found: dict[str, list[tuple[int, str, Span]]] = {"person": [], "place": []}
        for entity in self.reading.entities:
            if entity.kind in found and (key := known_by(entity)):
                names = (each for each in entity.mentions if each.type == "name")
                found[entity.kind] += [
                    (each.start, key, Span(each.start, each.end, each.text)) for each in names
                ]
        return {kind: sorted(places, key=itemgetter(0)) for kind, places in found.items()}

    def names_in(self, kind: str, sentence: Span) -> Iterator[tuple[str, Span]]:
        """The names of a kind within a sentence, each with its place."""
        places = self.named[kind]
        first = bisect_left(places, sentence.start, key=itemgetter(0))
        yield from (
            (key, span) for _, key, span in takewhile(lambda place: place[0] < sentence.end, places[first:])
        )

    def around(self, word: Anchor) -> tuple[str, str]:
        """A few letters before a word, and those behind it among which a phrase may go on."""
        text = self.reading.document.text
        return text[max(0, word.start - BEHIND) : word.start], text[word.end : word.end + AHEAD]

    def holds(self, name: str) -> bool:
        """Whether a folded name stands anywhere in it."""
        if name not in self._held:
            self._held[name] = f" {name} " in self.folded
        return self._held[name]

    @cached_property
    def _held(self) -> dict[str, bool]:
        """The names that were looked for."""
        return {}

    @cached_property
    def quoted(self) -> list[tuple[int, int]]:
        """Stretches that it gives as somebody's own words."""
        told = (each for each in self.reading.attributions if each.kind != "indirect")
        return [(span.start, span.end) for each in told for span in each.content]


def known_by(entity: Entity) -> str:
    """A person's last name, anything else's whole name, folded."""
    name = folded(entity.name)
    return name.split()[-1] if name and entity.kind == "person" else name


def texts_of(readings: list[Reading]) -> list[Text]:
    """The articles in order of time, each under its own id or, where it has none, its place in the list."""
    found = [
        Text(reading.document.id or f"article-{place}", reading) for place, reading in enumerate(readings, 1)
    ]
    return sorted(found, key=lambda text: text.order)
