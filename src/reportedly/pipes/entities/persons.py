"""Names that no gazetteer has: runs of capitalised words, told apart by the words before and inside."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.model import EntityKind, Weapon
from reportedly.pipes.entities.entries import Role
from reportedly.pipes.entities.forms import fold, shouted, slug
from reportedly.pipes.entities.lexicon import Grammar
from reportedly.pipes.entities.parts import Part, head_of
from reportedly.pipes.tokens import Doc, Span, Token

_HYPHENS = frozenset({"-", "‐", "‑", "–"})
_NEVER = frozenset(
    {"DET", "ADP", "PRON", "AUX", "CCONJ", "SCONJ", "NUM", "PUNCT", "SYM", "INTJ", "ADV", "SPACE", "PART"}
)
_MIN_CAPITALS = 2
_MIN_LETTERS = 2
_BRACKETS = frozenset("([")
_PLACES = frozenset({"capital", "country", "town"})
_ROLES: dict[str, Role] = {
    "organization": "organization",
    "outlet": "organization",
    "person": "person",
    "weapon": "weapon",
}
#: The category of what has a ship's prefix before its name.
SHIPS = "ships"


class NameFinder:
    """Finds the runs in a sentence that no other part covers."""

    def __init__(self, doc: Doc, grammar: Grammar, covered: dict[int, Part], *, french: bool) -> None:
        self.doc = doc
        self.grammar = grammar
        self.covered = covered
        self.french = french
        self.portfolios = frozenset(words.split()[0] for words in grammar.portfolios)
        #: Whether the sentence at hand is all in capitals, so that a capital says nothing.
        self.shouted = False

    def _written(self, token: Token) -> str:
        """A word as lower case prose would have it: only there do the lists tell names from nouns."""
        return token.text.capitalize() if self.shouted else token.text

    def _capital(self, token: Token) -> bool:
        """Could a token be a word of a name?"""
        text = token.text
        if (
            not text[0].isupper()
            or (token.i in self.covered and not self._ends_outlet(token))
            or token.is_space
        ):
            return False
        if text.capitalize() in self.grammar.calendar or self._portfolio(token):
            return False
        if token.pos_ == "PROPN":
            return not (self.shouted and governs(token))
        if self.shouted or token.is_sent_start or token.pos_ in _NEVER:
            return False
        return token.pos_ in {"NOUN", "X", "ADJ", "VERB"} and not self._after_stop(token)

    def _ends_outlet(self, token: Token) -> bool:
        """« le Westbrook **Journal** »: a noun that a name before it makes part of itself."""
        named = self.covered[token.i].type == "nominal" and token.text in self.grammar.outlet_ends
        return (
            named and token.i > 0 and token.i - 1 not in self.covered and self._capital(self.doc[token.i - 1])
        )

    def _portfolio(self, token: Token) -> bool:
        """ "minister for **Interior**", « ministre de l'**Intérieur** »: what follows is another name."""
        at = token.i - 1
        if at > 0 and self.doc[at].pos_ == "DET":
            at -= 1
        linked = at > 0 and self.doc[at].lower_ in self.grammar.belonging and at - 1 in self.covered
        return linked and fold(token.text) in self.portfolios

    def _after_stop(self, token: Token) -> bool:
        """After an opening quote, a colon, a dash or a bullet a capital says nothing."""
        before = self.doc[token.i - 1]
        dash = before.text in _HYPHENS and bool(before.whitespace_)  # "(Reuters) - Dozens of soldiers"
        stop = before.pos_ == "PUNCT" and before.text not in _HYPHENS and before.text != ","
        return before.is_space or dash or stop

    def _link(self, at: int, end: int) -> int:
        """How many tokens of small words (or hyphens) tie the name to a capital after them."""
        for width in (1, 2, 3):
            if at + width >= end:
                return 0
            token = self.doc[at + width - 1]
            if at + width - 1 in self.covered:
                return 0
            tied = (
                not self.doc[at + width - 2].whitespace_ and not token.whitespace_ and token.text in _HYPHENS
            )
            if tied and self._tail(at + width):
                return width
            if not tied and token.text.lower().rstrip("-'’") not in self.grammar.particles:
                return 0
            if self._capital(self.doc[at + width]) and (
                tied or token.pos_ != "ADP" or self._nobiliary(at - 1)
            ):
                return width
        return 0

    def _tail(self, at: int) -> bool:
        """ "Lee Jae-**in**": the end of a double first name, not of a compound ("Moscow-led")."""
        token = self.doc[at]
        compounds = self.grammar.home_compounds | self.grammar.other_compounds
        following = self.doc[at + 1] if at + 1 < len(self.doc) else None
        qualifies = following is not None and following.pos_ == "NOUN"
        return token.is_alpha and token.is_lower and token.text not in compounds and not qualifies

    def _nobiliary(self, before: int) -> bool:
        """ "Charles de Gaulle", « la Gazette du Littoral », but not "Assemblée de Corse"."""
        word = self._written(self.doc[before])
        return word.split("-")[0] in self.grammar.first_names or word in self.grammar.outlet_begins

    def runs(self, sentence: Span) -> Iterator[tuple[int, int]]:
        """Token ranges of runs of capitalised words."""
        at = sentence.start
        while at < sentence.end:
            if not self._capital(self.doc[at]):
                at += 1
                continue
            end = at + 1
            while end < sentence.end:
                if self._capital(self.doc[end]):
                    end += 1
                    continue
                width = self._link(end, sentence.end)
                if not width:
                    break
                end += width + 1
            end = self._with_adjectives(at, end, sentence.end)
            yield self._with_particle(at, sentence.start), end
            at = end

    def _with_adjectives(self, start: int, end: int, ceiling: int) -> int:
        """« le Front **patriotique** »: a body's name goes on with adjectives in lower case (in French)."""
        if self.doc[start].text not in self.grammar.body_words or not self.french:
            return end
        while end < ceiling and end not in self.covered:
            token = self.doc[end]
            if token.pos_ != "ADJ" or not token.is_lower or not start <= token.head.i < end:
                break
            end += 1
        return end

    def _with_particle(self, at: int, floor: int) -> int:
        """A run's start with an "al-", "bin" or "von" before it."""
        start = at
        if start - 2 >= floor and self.doc[start - 1].text in _HYPHENS:
            start -= 2 if self.doc[start - 2].text.lower() in self.grammar.particles else 0
        elif start - 1 >= floor and self.doc[start - 1].text.lower().rstrip("-") in {
            "al",
            "el",
            "bin",
            "ben",
            "von",
            "van",
        }:
            start -= 1
        return start if start not in self.covered else at

    def _opens(self, token: Token) -> bool:
        """A small word of a name that is no preposition or article of the language: "bin", "van"."""
        return token.lower_ in self.grammar.particles and token.pos_ in {"PROPN", "X", "NOUN"}

    def kind(self, start: int, end: int) -> EntityKind:
        """What a run most likely names."""
        words = [self._written(token) for token in self.doc[start:end] if token.text[0].isalnum()]
        before = self.doc[start - 1] if start else None
        owner = self.covered.get(start - 1)
        titled = owner is not None and owner.role in {"people", "title"}
        if titled or words[0].split("-")[0] in self.grammar.first_names:
            return "person"
        if (told := self._told(words, start)) is not None:
            return told
        if before is not None and (before.lower_ in self.grammar.locatives or self._located(start, before)):
            return "place"
        if self.shouted and before is not None and before.text in _BRACKETS and len(words) == 1:
            return "organization"
        return "person" if len(words) >= _MIN_CAPITALS else "other"

    def _thing_before(self, start: int) -> bool:
        """ "Operation **Bright Star**", « l'exercice **Orion** »: what is named is no person."""
        at = start - 1
        while at > 0 and self.doc[at].text in {":", "-", "“", "«", '"'}:
            at -= 1
        return at >= 0 and self.doc[at].text.capitalize() in self.grammar.thing_words

    def _told(self, words: list[str], start: int) -> EntityKind | None:
        """What the words of a name, and the one before it, say of it themselves."""
        if words[0] in self.grammar.ship_prefixes and len(words) > 1:
            return "weapon"
        if self._outlet(words):
            return "outlet"
        if self._thing_before(start) or any(word in self.grammar.thing_words for word in words):
            return "other"
        acronym = len(words) == 1 and words[0].isupper() and len(words[0]) >= _MIN_CAPITALS
        if acronym or any(word in self.grammar.body_words for word in words):
            return "organization"
        if {words[0], words[-1]} & self.grammar.place_words:
            return "place"
        return None

    def _outlet(self, words: list[str]) -> bool:
        """ "The Westbrook **Herald**", « la **Gazette** du Littoral »."""
        grammar = self.grammar
        return len(words) > 1 and (words[-1] in grammar.outlet_ends or words[0] in grammar.outlet_begins)

    def _located(self, start: int, before: Token) -> bool:
        """After a noun of place ("town of X", « ville de X ») or a preposition of place of that language."""
        if before.pos_ != "ADP":
            return False
        noun = self.covered.get(start - 2)
        return (noun is not None and noun.role == "place") or before.lower_ in self.grammar.where

    def find(self, sentence: Span) -> Iterator[Part]:
        """The sentence's names."""
        self.shouted = shouted(sentence.text)
        for start, end in self.runs(sentence):
            span = self.doc.span(start, end)
            if sum(char.isalpha() for char in span.text) < _MIN_LETTERS:
                continue
            kind = self.kind(start, end)
            place = self.covered.get(end)
            headed = self._written(self.doc[end - 1]) in self.grammar.body_heads and place is not None
            if headed and place is not None and place.role in _PLACES:
                place.absorbed = True
                kind, span = "organization", self.doc.span(start, place.end)
            name = " ".join(span.text.split())
            role = _ROLES.get(kind, "town")
            key = f"{kind}:{slug(name)}" if kind != "other" else None
            limits = span.start, span.end
            part = Part(*limits, head_of(span), role, kind, "name", name, key=key, noun=limits)
            part.country = place.country if headed and place is not None and place.absorbed else None
            if kind == "weapon":
                part.weapon = Weapon(name, SHIPS)
            yield part


def governs(token: Token) -> bool:
    """Whether a word has a subject or an auxiliary, as no name has: a verb that the tagger took for one."""
    return any(kid.dep_.partition(":")[0] in {"aux", "nsubj", "obj"} for kid in token.children)
