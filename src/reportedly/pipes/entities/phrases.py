"""A grammar of noun phrases: from a noun to the narrowest phrase that names who or what.

"le ministre **britannique** de la Défense", "**U.S.** defence **officials**", "un porte-parole du Conseil
de sécurité nationale des États-Unis". It goes by the order of words first and by the parse second, so that
one slip of a parser costs little.
"""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.pipes.entities.after import grow_right
from reportedly.pipes.entities.before import grow_left
from reportedly.pipes.entities.coding import country_of, sector_of
from reportedly.pipes.entities.forms import shouted
from reportedly.pipes.entities.lexicon import Grammar
from reportedly.pipes.entities.naming import name_thing, take_name, take_nation
from reportedly.pipes.entities.parts import Part, head_of
from reportedly.pipes.entities.scene import ACTORS, BUILT, Scene
from reportedly.pipes.tokens import Doc, Span


class PhraseBuilder:
    """Builds the phrases of one sentence, from right to left: what a noun belongs to is built before it."""

    def __init__(self, doc: Doc, grammar: Grammar, language: str, covered: dict[int, Part]) -> None:
        self.scene = Scene(doc, grammar, language == "fr", covered)
        self.shouted = False

    def build(self, sentence: Span, parts: Iterable[Part]) -> list[Part]:
        """All parts of a sentence, nouns grown to phrases, with those that coordination adds."""
        self.shouted = shouted(sentence.text)
        parts = sorted(parts, key=lambda part: part.noun[0])
        self.scene.siblings = []
        for part in reversed(parts):
            if part.role in BUILT and not part.absorbed and not part.grown:
                self._grow(part, sentence.start, sentence.end)
            elif part.role == "organization" and not part.absorbed and part.country is None:
                take_nation(self.scene, part)
        for sibling in self.scene.siblings:
            if sibling.leader is not None:
                sibling.sector = sibling.leader.sector
        return [*parts, *self.scene.siblings]

    def _grow(self, part: Part, floor: int, ceiling: int) -> None:
        scene = self.scene
        part.grown = True
        before = grow_left(scene, part, floor, self._grow)
        after = grow_right(scene, part, ceiling)
        modifiers = [*before, *after]
        self._absorb(part, before, after)
        name_thing(scene, part, modifiers)
        self._code(part, modifiers)
        part.head = head_of(scene.doc.span(*part.noun), last=not scene.french)
        if any(self._proper(at, part) for at in range(*part.noun)):
            part.type = "name"
        take_name(scene, part, ceiling)
        self._swallow(part, modifiers)
        kept = {at for m in modifiers if not m.absorbed and m.type == "name" for at in range(m.start, m.end)}
        scene.covered.update((at, part) for at in range(part.start, part.end) if at not in kept)
        scene.outer[part.start] = part

    def _swallow(self, part: Part, modifiers: list[Part]) -> None:
        """Takes up names of no table that lie inside the phrase: the words of a portfolio."""
        for at in range(part.noun[1], part.end):
            owner = self.scene.covered.get(at)
            if owner is not None and owner is not part and owner.entry is None and owner not in modifiers:
                owner.absorbed = True

    def _code(self, part: Part, modifiers: list[Part]) -> None:
        """Country and sector, where an adjective counts before a noun: « ministre russe à Cuba »."""
        national = [modifier for modifier in modifiers if modifier.role == "demonym"]
        rest = [modifier for modifier in modifiers if modifier.role != "demonym"]
        country, international = country_of([*national, *rest])
        part.country = country or part.country
        bodies = any(modifier.kind == "organization" for modifier in rest)
        part.settled = part.country is not None or international or bodies
        part.sector = sector_of(self.scene.doc, part, [*rest, *national], self.scene.grammar)

    def _proper(self, at: int, part: Part) -> bool:
        token = self.scene.doc[at]
        if self.shouted:
            return part.role == "body" and token.pos_ == "PROPN"
        return part.role == "body" and token.text[0].isupper() and not token.is_sent_start and at > part.start

    def _absorb(self, part: Part, before: list[Part], after: list[Part]) -> None:
        """Takes up the modifiers that are no mentions of their own: adjectives, nouns, bare countries.

        The demonym beside a weapon or a document stays a mention: "Iranian missiles" says who had them.
        """
        for modifier in [*before, *after]:
            noun = modifier.role in ACTORS and modifier.type == "nominal"
            adjective = modifier.role == "demonym" and part.role in ACTORS
            modifier.absorbed = modifier.absorbed or noun or adjective
        for modifier in before:
            bare = modifier.role in {"country", "capital"} or self._names(modifier, part)
            arm = modifier.role == "arm" and modifier.type == "nominal"
            taken = (bare or arm) and part.role in ACTORS and not self._possesses(modifier)
            modifier.absorbed = modifier.absorbed or taken

    def _names(self, modifier: Part, part: Part) -> bool:
        """ "the **Vermont Air** National Guard", "the **Al Salem** hospital": a name of no table is the noun's own."""
        return modifier.entry is None and modifier.type == "name" and modifier.end <= part.noun[0]

    def _possesses(self, owner: Part) -> bool:
        token = self.scene.token(owner.end)
        return token is not None and token.text in self.scene.grammar.possessive
