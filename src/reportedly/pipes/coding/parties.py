"""Who a phrase names: the party itself, or the one inside a phrase about a thing or an act."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterable

from reportedly.pipes.coding.antecedents import Antecedents, is_pronoun
from reportedly.pipes.coding.lexicon import NONE, CodingLexicon, Words
from reportedly.pipes.coding.nations import by_nation
from reportedly.pipes.draft import Draft, Filler, Predicate
from reportedly.pipes.predicates.agents import agents
from reportedly.pipes.predicates.clauses import is_time
from reportedly.pipes.predicates.context import Context
from reportedly.pipes.predicates.dateline import dateline_end
from reportedly.pipes.predicates.deep import spread
from reportedly.pipes.predicates.lexicon import predicate_lexicon
from reportedly.pipes.predicates.phrases import core, narrow
from reportedly.pipes.predicates.tree import base, case_of, feature, is_gerund, kids, lemma
from reportedly.pipes.tokens import Doc, Token

PARTIES = frozenset({"country", "organization", "person", "group", "outlet"})
#: How deep a party may stand in a phrase: "les attaques de rebelles du nord du pays".
DEPTH = 3


class Parties:
    """The parties of one document; looks at mentions first, then at the lexicon's nouns for people and bodies."""

    def __init__(self, doc: Doc, draft: Draft, lexicon: CodingLexicon, language: str) -> None:
        self.doc, self.draft, self.lexicon = doc, draft, lexicon
        self.context = Context.of(doc, draft, predicate_lexicon(language))
        self.predicates: dict[int, Predicate] = {one.head: one for one in draft.predicates}
        # A support verb answers for its noun.
        self.by_word = {one.light: one for one in draft.predicates if one.light is not None} | self.predicates
        self.antecedents = Antecedents(self)
        money = [one for one in draft.quantities if one.dimension == "money"]
        self._sums = sorted((one.span.start, one.span.end) for one in money)
        self._leads: dict[int, int] = {}
        self._dates = sorted((time.span.start, time.span.end) for time in draft.times)

    def is_party(self, token: Token) -> bool:
        """Whether a phrase's head names somebody who can act."""
        if is_time(token, self.context):
            return False
        mention = self.context.by_token.get(token.i)
        if mention is not None and (mention.head == token.i or mention.type == "name"):
            return mention.kind in PARTIES or (mention.kind == "other" and mention.type == "name")
        if self._is_nobody(token):
            return True
        if token.pos_ == "PRON":
            return bool(set(feature(token, "PronType")) & {"Prs"}) and "1" not in feature(token, "Person")
        if token.pos_ == "PROPN":
            named = not self.is_date(token) and any(char.isalpha() for char in token.text)
            return named and token.i not in self.predicates  # "the Gulf War"
        return (
            token.pos_ in ("NOUN", "ADJ", "NUM")
            and not _is_attribute(token)
            and bool({lemma(token), token.text.lower()} & self.lexicon.classes["actor"])
        )

    def _is_nobody(self, token: Token) -> bool:
        return token.form in self.context.lexicon.nobody and base(token) != "det"

    def is_place(self, token: Token) -> bool:
        """Whether a phrase's head is a named place or country."""
        mention = self.context.by_token.get(token.i)
        if mention is not None:
            return mention.kind == "country" or (mention.kind == "place" and mention.type == "name")
        return token.pos_ == "PROPN" and not self.is_date(token) and not is_time(token, self.context)

    def is_somebody(self, filler: Filler) -> bool:
        """Whether a filler names a party or a place."""
        token = self.doc[filler.head]
        return self.is_party(token) or self.is_place(token)

    def is_act(self, head: int) -> bool:
        """Whether a common noun names what is done, not who does it: "on patrol"."""
        return head in self.predicates and head not in self.context.by_token

    def is_ground(self, token: Token) -> bool:
        """Whether a phrase's head is a place, named or not: "the northern districts"."""
        return self.is_place(token) or lemma(token) in self.lexicon.classes["territory"]

    def is_land(self, token: Token) -> bool:
        """Whether a phrase's head is a stretch of land, which does nothing: "the city, which killed"."""
        mention = self.context.mention(token)
        return (mention is not None and mention.kind == "place") or lemma(token) in self.lexicon.classes[
            "territory"
        ]

    def is_site(self, token: Token) -> bool:
        """Whether a phrase's head is a building, a work or a vehicle, with a name or without."""
        mention = self.context.by_token.get(token.i)
        if mention is not None and mention.head == token.i and mention.kind == "place":
            return True
        return token.pos_ in ("NOUN", "PROPN") and lemma(token) in self.lexicon.classes["site"]

    def is_target(self, token: Token) -> bool:
        """Whether a phrase's head may be hit, and is not what one hits with: "killed the mayor, his cook and a dog"."""
        made = [token, *kids(token, "nmod", "compound")]
        used = any(self.is_weapon(word) for word in made) or self.is_money(token) or self.is_date(token)
        return not used and token.pos_ == "NOUN" and token.i not in self.predicates

    def is_thing(self, token: Token) -> bool:
        """Whether a phrase's head names neither somebody nor a day."""
        return not (self.is_party(token) or self.is_date(token))

    def is_weapon(self, token: Token) -> bool:
        """Whether a phrase's head is a weapon, or what explodes."""
        mention = self.context.by_token.get(token.i)
        if mention is not None and mention.head == token.i and mention.kind == "weapon":
            return True
        return token.pos_ in ("NOUN", "PROPN") and bool(
            {lemma(token), token.text.lower()}
            & (self.lexicon.classes["explosive"] | self.lexicon.classes["weapon"])
        )

    def is_money(self, token: Token) -> bool:
        """Whether a word stands in a sum of money."""
        return covers(self._sums, token.idx)

    def is_date(self, token: Token) -> bool:
        """Whether a word stands in a time."""
        return covers(self._dates, token.idx)

    def filler(self, token: Token) -> Filler:
        """The narrow phrase around a head; a word inside a name stands for the whole name."""
        head = core(token, self.context)
        mention = self.context.by_token.get(head.i)
        if mention is not None and mention.type == "name" and mention.start <= mention.head < mention.end:
            head = self.doc[mention.head]
        start, end = narrow(head, self.context)
        start = max(start, dateline_end(head.sent)) if start == head.sent.start else start
        while start < head.i and self.doc[start].is_punct:
            start += 1
        return Filler(min(start, head.i), end, head.i)

    def is_in_dateline(self, token: Token) -> bool:
        """Whether a word stands in the dateline of a lead, which names nobody who acts: "LIMA, 3 May (AP) — …"."""
        sent = token.sent
        if sent.start not in self._leads:
            self._leads[sent.start] = dateline_end(sent)
        return token.i < self._leads[sent.start]

    def named(self, token: Token, *, places: bool = False) -> list[Filler]:
        """The party that a head names itself, one for each of two coordinated nationalities, else nothing."""
        if self.is_in_dateline(token):
            return []
        if is_pronoun(token):
            stands = self.antecedents.of(token)
            if stands:
                return [one for word in stands for one in self._by_nation(word)]
        if self.is_party(token) or (places and self.is_place(token)):
            return self._by_nation(token)
        return []

    def _by_nation(self, token: Token) -> list[Filler]:
        """One party for each nation or home that a phrase names: "des soldats français et tchadiens"."""
        return by_nation(token, self.filler(token), self.context, self.lexicon.cases["home"])

    def _is_nation(self, token: Token) -> bool:
        mention = self.context.by_token.get(token.i)
        return mention is not None and mention.kind == "country" and token.pos_ in ("ADJ", "PROPN", "NOUN")

    def inside(
        self, token: Token, *, places: bool = False, depth: int = DEPTH, but: Words = NONE
    ) -> list[Filler]:
        """The nearest parties within a phrase about something else: its owner, maker or nation.

        :param but: prepositions of phrases to leave out.
        """
        level = [
            kid
            for kid in token.children
            if base(kid) in ("nmod", "amod", "compound", "obl", "acl", "appos")
            and not (but and case_of(kid, self.context.lexicon) in but)
        ]
        for kid in level:
            words = self._in_clause(kid) if base(kid) == "acl" else [kid]
            found = [one for word in spread(words) for one in self._at(word, places)]
            if found:
                return found
        if depth > 1:
            for kid in level:
                if base(kid) == "acl":
                    continue
                found = self.inside(kid, places=places, depth=depth - 1, but=but)
                if found:
                    return found
        return []

    def owns(self, word: Token) -> bool:
        """Whether a word before a thing is a party: in "the BX-3 missile", "an association agreement" none is."""
        mention, thing = self.context.by_token.get(word.i), self.context.by_token.get(word.head.i)
        if mention is None and word.pos_ != "PROPN":
            return False
        unknown = mention is None or (mention.key is None and mention.country is None)
        return self.is_party(word) and not (unknown and thing is not None and thing.kind == "weapon")

    def _in_clause(self, clause: Token) -> list[Token]:
        """Who a clause about a thing names: who made it, or where it leads: "roads leading into Oslo"."""
        found = agents(clause, self.context)
        if found or not is_gerund(clause):
            return found
        ways = self.lexicon.cases["to"] | self.lexicon.cases["from"]
        return [kid for kid in kids(clause, "obl") if case_of(kid, self.context.lexicon) in ways]

    def _at(self, word: Token, places: bool) -> list[Filler]:
        if is_pronoun(word) or self.is_force(word):
            return []
        if base(word) in ("amod", "compound") or (word.pos_ == "ADJ" and base(word) == "conj"):
            if self.is_money(word.head) or lemma(word.head) in self.lexicon.classes["money"]:
                return []
            nation = self._is_nation(word) or (base(word) == "compound" and self.owns(word))
            return [Filler(*narrow(word, self.context), word.i)] if nation else []
        return self.named(word, places=places)

    def is_force(self, word: Token) -> bool:
        """Whether nameless troops are meant, which are sent rather than met: "the sending of troops"."""
        bare = not any(base(kid) in ("amod", "compound", "det", "nmod", "appos") for kid in word.children)
        return bare and word.pos_ == "NOUN" and lemma(word) in self.lexicon.classes["troops"]

    def sends(self, filler: Filler) -> bool:
        """Whether a filler is nameless troops."""
        return self.is_force(self.doc[filler.head])


def _is_attribute(token: Token) -> bool:
    """Whether an adjective says of what kind a thing is: "une grève générale"."""
    return token.pos_ == "ADJ" and base(token) == "amod"


def covers(spans: list[tuple[int, int]], place: int) -> bool:
    """Whether one of some sorted spans that do not overlap holds a place."""
    at = bisect_right(spans, (place, sys.maxsize)) - 1
    return at >= 0 and spans[at][0] <= place < spans[at][1]


def within(filler: Filler, others: Iterable[Filler]) -> bool:
    """Whether a filler is a part of another: the nation in "Norwegian officials"."""
    return any(one.start <= filler.start and filler.end <= one.end for one in others)


def unique(fillers: Iterable[Filler]) -> list[Filler]:
    """Fillers in order of place, none within another's head."""
    seen: dict[int, Filler] = {}
    for one in fillers:
        seen.setdefault(one.head, one)
    return sorted(seen.values(), key=lambda one: (one.start, one.end))
