"""A grammar of noun phrases: from a noun to the narrowest phrase that names who or what.

"le ministre **britannique** de la Défense", "**U.S.** defence **officials**", "un porte-parole du Conseil de sécurité
nationale des États-Unis". It goes by the order of words first and by the parse second, so that one slip of a parser
costs little.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Span, Token

from reportedly.pipes.entities.coding import country_of, sector_of
from reportedly.pipes.entities.forms import fold
from reportedly.pipes.entities.lexicon import Grammar
from reportedly.pipes.entities.parts import Part, head_of

ACTORS = frozenset({"people", "body", "mass"})
_NAMES = frozenset({"country", "capital", "town", "region", "organization", "outlet", "person", "demonym"})
_HYPHENS = frozenset({"-", "‐", "‑", "–"})
_LINKING = frozenset(
    {"compound", "amod", "nmod", "nmod:poss", "flat", "flat:name", "nummod", "det", "nmod:desc"}
)
_BUILT = frozenset({"people", "body", "mass", "arm", "document", "state", "place"})


class PhraseBuilder:
    """Builds the phrases of one sentence, from right to left: what a noun belongs to is built before it."""

    def __init__(self, doc: Doc, grammar: Grammar, language: str, covered: dict[int, Part]) -> None:
        self.doc = doc
        self.grammar = grammar
        self.french = language == "fr"
        self.covered = covered
        self.siblings: list[Part] = []

    def build(self, sentence: Span, parts: Iterable[Part]) -> list[Part]:
        """All parts of a sentence, nouns grown to phrases, with those that coordination adds."""
        parts = sorted(parts, key=lambda part: part.noun[0])
        self.siblings = []
        for part in reversed(parts):
            if part.role in _BUILT and not part.absorbed and not part.grown:
                self._grow(part, sentence.start, sentence.end)
        return [*parts, *self.siblings]

    def _grow(self, part: Part, floor: int, ceiling: int) -> None:
        part.grown = True
        before = self._left(part, floor)
        after = self._right(part, ceiling)
        modifiers = [*before, *after]
        self._absorb(part, before, after)
        if part.role in {"arm", "document", "state", "place"}:
            self._name_thing(part, modifiers)
        national = [m for m in before if m.role == "demonym"] + [m for m in after if m.role == "demonym"]
        rest = [m for m in modifiers if m.role != "demonym"]
        country, international = country_of([*national, *rest])
        part.country = part.country or country
        part.settled = (
            part.country is not None or international or any(m.kind == "organization" for m in rest)
        )
        part.sector = sector_of(self.doc, part, [*rest, *national], self.grammar)
        part.head = self._head(part)
        if any(self._proper(at, part) for at in range(*part.noun)):
            part.type = "name"
        self._take_name(part, ceiling)
        for at in range(part.start, part.end):
            self.covered[at] = part

    def _head(self, part: Part) -> int:
        return head_of(self.doc[part.noun[0] : part.noun[1]], last=not self.french)

    def _proper(self, at: int, part: Part) -> bool:
        token = self.doc[at]
        return token.text[0].isupper() and not token.is_sent_start and at > part.start and part.role == "body"

    # -- to the left ---------------------------------------------------------------------------------------------

    def _left(self, part: Part, floor: int) -> list[Part]:
        """Moves the start over determiners, adjectives and what stands before the noun; gives the modifiers found."""
        modifiers: list[Part] = []
        at = part.noun[0]
        while at > floor:
            token, owner = self.doc[at - 1], self.covered.get(at - 1)
            if owner is not None and owner.absorbed and owner.role in _NAMES:
                at = owner.start
            elif owner is not None and owner is not part:
                if owner.end != at or not self._modifies(owner, part):
                    break
                modifiers.append(owner)
                self._also(owner, part, floor)
                at = owner.start
            elif token.text in self.grammar.possessive and not self.french:
                at = self._possessor(at - 1, floor, modifiers)
                break
            elif token.pos_ == "DET" or "Yes" in token.morph.get("Poss"):
                at -= 1
                break
            elif self._adjoins(token, part, at):
                at -= 1
            else:
                break
        part.start = self._trimmed(at, part.noun[0])
        return modifiers

    def _trimmed(self, at: int, noun: int) -> int:
        """A phrase begins with a word, not with a hyphen or an adverb's end."""
        while at < noun and self.doc[at].pos_ in {"PUNCT", "ADP", "CCONJ", "SPACE"}:
            at += 1
        return at

    def _modifies(self, owner: Part, part: Part) -> bool:
        """Does a part right before the noun belong to it?"""
        if self.french:
            return False
        if owner.role == "demonym":
            return True
        head = self.doc[owner.head]
        inside = owner.end <= head.head.i < part.end
        return inside or (head.dep_ in _LINKING and head.head.i >= owner.end)

    def _adjoins(self, token: Token, part: Part, at: int) -> bool:
        if token.text in _HYPHENS:
            return not token.whitespace_ and bool(token.i) and not self.doc[token.i - 1].whitespace_
        if token.pos_ == "NUM":
            return token.head.i >= at and token.head.i < part.end
        if token.lower_ in self.grammar.modifiers:
            return True
        inside = at <= token.head.i < part.end
        if self.french:
            return token.pos_ == "ADJ" and inside
        if token.pos_ in {"ADJ", "NOUN", "PROPN"}:
            return inside or token.dep_ in {"compound", "amod"}
        return token.pos_ in {"VERB", "ADV"} and token.dep_ in {"amod", "advmod"} and inside

    def _possessor(self, mark: int, floor: int, modifiers: list[Part]) -> int:
        """ "Russia's defence ministry": the start of the possessor, which joins the modifiers."""
        owner = self.covered.get(mark - 1)
        if owner is None or mark - 1 < floor:
            return mark + 1
        if owner.role in _BUILT and not owner.grown:
            self._grow(owner, floor, mark)
        modifiers.append(owner)
        start = owner.start
        if start > floor and self.doc[start - 1].pos_ == "DET":
            start -= 1
        return start

    def _also(self, demonym: Part, part: Part, floor: int) -> None:
        """ "Hungarian and Romanian officials": the first demonym names a party of its own."""
        at = demonym.start - 1
        if demonym.role != "demonym" or at <= floor or self.doc[at].pos_ not in {"CCONJ", "PUNCT"}:
            return
        other = self.covered.get(at - 1)
        if other is not None and other.role == "demonym" and self.doc[at].text not in _HYPHENS:
            self._sibling(other, part)

    def _sibling(self, demonym: Part, part: Part) -> None:
        if demonym.absorbed or part.role not in ACTORS:
            return
        demonym.absorbed = True
        sibling = Part(
            demonym.start, demonym.end, demonym.head, part.role, part.kind, "nominal", self.doc[demonym.start].text,
            demonym.country, part.sector, plural=part.plural, entry=part.entry, noun=(demonym.start, demonym.end),
            settled=True,
        )  # fmt: skip
        sibling.holds = [part]
        self.siblings.append(sibling)

    # -- to the right --------------------------------------------------------------------------------------------

    def _right(self, part: Part, ceiling: int) -> list[Part]:
        """Moves the end over adjectives and what the noun belongs to; gives the modifiers found."""
        modifiers: list[Part] = []
        end = part.noun[1]
        while end < ceiling:
            owner = self.covered.get(end)
            if self.french and owner is not None and owner.start == end and self._adjectival(owner):
                modifiers.append(owner)
                end = owner.end
                self._also_after(end, part, ceiling)
            elif self.french and owner is None and self._adjective(end, part):
                end += 1
            elif part.role in ACTORS or part.role in {"place", "state"}:
                new = self._belongs(end, ceiling, part, modifiers)
                if new == end:
                    break
                end = new
            else:
                break
        part.end = max(part.end, end)
        return modifiers

    def _absorb(self, part: Part, before: list[Part], after: list[Part]) -> None:
        """Takes up the modifiers that are no mentions of their own: adjectives, nouns, and a country as an adjective.

        The demonym beside a weapon or a document stays a mention: "Iranian missiles" says who had them.
        """
        for modifier in [*before, *after]:
            noun = modifier.role in ACTORS and modifier.type == "nominal"
            if noun or (modifier.role == "demonym" and part.role in ACTORS):
                modifier.absorbed = True
        for modifier in before:
            if (
                modifier.role in {"country", "capital"}
                and not self._possesses(modifier)
                and part.role in ACTORS
            ):
                modifier.absorbed = True

    def _possesses(self, owner: Part) -> bool:
        return owner.end < len(self.doc) and self.doc[owner.end].text in self.grammar.possessive

    def _adjectival(self, owner: Part) -> bool:
        """A demonym, or a body's name as an adjective: « rebelles houthis »."""
        lower = self.doc[owner.start].text[0].islower()
        return owner.role == "demonym" or (owner.role == "organization" and lower and owner.type == "name")

    def _adjective(self, at: int, part: Part) -> bool:
        token = self.doc[at]
        qualifies = token.pos_ == "ADJ" and token.dep_ == "amod" and not token.is_space
        return qualifies and part.noun[0] <= token.head.i < at

    def _also_after(self, end: int, part: Part, ceiling: int) -> None:
        """« responsables hongrois et roumains »: the second demonym names a party of its own."""
        while end + 1 < ceiling and self.doc[end].pos_ in {"CCONJ", "PUNCT"}:
            other = self.covered.get(end + 1)
            if other is None or other.role != "demonym" or self.doc[other.start].pos_ not in {"ADJ", "NOUN"}:
                return
            if self.doc[other.start - 1].pos_ == "DET" or self.doc[other.start].text[0].isupper():
                return
            self._sibling(other, part)
            end = other.end

    def _belongs(self, at: int, ceiling: int, part: Part, modifiers: list[Part]) -> int:
        """The end after "of X", « de X » or "in X", where X is a party or a portfolio; else ``at``."""
        link = self.doc[at]
        lower = link.lower_
        home = lower in self.grammar.belonging
        if not home and not (lower in self.grammar.where and link.pos_ == "ADP" and part.role in ACTORS):
            return at
        start = at + 1
        if start < ceiling and self.doc[start].pos_ == "DET":
            start += 1
        if home and (end := self._portfolio(start, ceiling, part)) > start:
            return end
        owner = self.covered.get(start)
        if owner is None and home and start == at + 1 and self.doc[start].lower_ in self.grammar.modifiers:
            return start + 1
        if owner is None or owner.role not in _NAMES | ACTORS | {"place"} or owner.absorbed:
            return at
        if not home:
            self._located(owner, part, modifiers)
            return at
        modifiers.append(owner)
        return owner.end

    def _located(self, owner: Part, part: Part, modifiers: list[Part]) -> None:
        """ "rebels in Darfur": gives its country where the parse says that the place is the noun's."""
        if owner.country and not any(m.country for m in modifiers) and owner.role not in ACTORS:
            governor = self.doc[owner.head].head.i
            if part.noun[0] <= governor < part.end or part.start <= governor < part.end:
                modifiers.append(owner)

    def _portfolio(self, start: int, ceiling: int, part: Part) -> int:
        """The end of « Affaires étrangères », "Foreign Affairs and Trade" after a ministry or its minister."""
        if part.sector != "GOV" or start >= ceiling:
            return start
        for width in (3, 2, 1):
            words = [token.text for token in self.doc[start : min(start + width, ceiling)]]
            if fold(" ".join(words)) in self.grammar.portfolios:
                end = start + width
                linked = (
                    end + 1 < ceiling
                    and self.doc[end].pos_ == "CCONJ"
                    and self.doc[end + 1].text[0].isupper()
                )
                return self._portfolio(end + 1, ceiling, part) if linked else end
        return start

    # -- names ---------------------------------------------------------------------------------------------------

    def _take_name(self, part: Part, ceiling: int) -> None:
        """ "President Jacques Chirac", « l'agence Tass », « la ville de Samarra »: the name joins its title."""
        owner = self.covered.get(part.end) if part.end < ceiling else None
        if owner is None or owner is part or owner.absorbed or owner.type != "name":
            return
        person = part.role == "people" and not part.plural and owner.kind == "person"
        body = (
            part.role in {"body", "document"}
            and owner.role in {"organization", "outlet"}
            and self._lower(part)
        )
        other = (
            part.role == "body" and owner.kind in {"other", "person"} and self.french and self._lower(part)
        )
        if not (person or body or other):
            return
        owner.absorbed = True
        part.end, part.type, part.name, part.key = owner.end, "name", owner.name, owner.key
        part.holds.append(owner)
        part.country = part.country or owner.country
        if person:
            part.sector = part.sector or owner.sector
            part.head = head_of(self.doc[part.start : part.end])
        elif body:
            part.kind, part.sector = owner.kind, owner.sector or part.sector
        part.settled = True

    def _lower(self, part: Part) -> bool:
        return self.doc[part.noun[0]].text[0].islower() or self.doc[part.noun[0]].is_sent_start is True

    def _name_thing(self, part: Part, modifiers: list[Part]) -> None:
        """ "Shahed drones", « chars Leopard 2 »: the noun takes a weapon's name; « la ville de Samarra » a place's."""
        if part.role == "arm":
            beside = [*modifiers, *filter(None, [self.covered.get(part.end)])]
            named = next((m for m in beside if m.role == "weapon" and not m.absorbed), None)
            if named is not None:
                named.absorbed = True
                part.start, part.end = min(part.start, named.start), max(part.end, named.end)
                part.type, part.name, part.key, part.weapon = "name", named.name, named.key, named.weapon
        elif part.role == "place":
            named = next((m for m in modifiers if m.role in {"town", "capital", "region"}), None)
            if named is not None and named.start > part.noun[0]:
                named.absorbed = True
                part.type, part.name, part.key, part.kind = "name", named.name, named.key, named.kind
