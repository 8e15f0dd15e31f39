"""What belongs to which claim by grammar: its time, its amounts, and what is said of a weapon."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import replace
from functools import cached_property

from reportedly.lexicon import load
from reportedly.model import Quantity, Weapon, WeaponProperty
from reportedly.pipes.draft import ClaimDraft, Draft, EntityDraft, Filler
from reportedly.pipes.tokens import Doc, Token
from reportedly.reading.when import When


def begin(quantity: Quantity) -> int:
    """Where a quantity begins: they stand in this order."""
    return quantity.span.start


class Attachments:
    """Times and quantities of a document by the claim that they belong to.

    Which time is whose `reportedly.reading.when` decides. A quantity goes to the nearest predicate above it; inside
    a role's filler it belongs to the claim that has this role.
    """

    def __init__(self, doc: Doc, draft: Draft) -> None:
        self.doc = doc
        self.draft = draft
        self.predicates = {claim.predicate.head: claim for claim in draft.claims}
        for claim in draft.claims:
            if claim.predicate.light is not None:
                self.predicates.setdefault(claim.predicate.light, claim)
        self.when = When(doc, draft, self.predicates)
        self.amounts: dict[int, list[Quantity]] = defaultdict(list)
        self.at: dict[str, Token] = {}
        for quantity in draft.quantities:
            root = self.root(quantity.span.start, quantity.span.end)
            if root is not None:
                self.at[quantity.id] = root
                self.put(root, quantity)

    def root(self, start: int, end: int) -> Token | None:
        """The highest token of a stretch of code points."""
        found = self.doc.char_span(start, end, alignment_mode="expand")
        return found.root if found is not None and len(found) else None

    def put(self, root: Token, quantity: Quantity) -> None:
        for token in (root, *root.ancestors):
            if claim := self.predicates.get(token.i):
                self.amounts[id(claim)].append(quantity)
                return

    def time(self, claim: ClaimDraft) -> str | None:
        """The id of the claim's time."""
        time = self.when.of(claim)
        return time.id if time else None

    def quantities(self, claim: ClaimDraft) -> tuple[str, ...]:
        """The ids of the claim's amounts, in order of place."""
        fillers = (*claim.actors, *claim.recipients, *claim.objects)
        inside = [quantity for filler in fillers for quantity in self.within(filler)]
        found = {quantity.id: quantity for quantity in (*inside, *self.amounts[id(claim)])}
        return tuple(sorted(found, key=lambda key: found[key].span.start))

    def within(self, filler: Filler) -> list[Quantity]:
        """The amounts that stand inside a filler's words."""
        words = self.doc.span(filler.start, filler.end)
        first = bisect_left(self.draft.quantities, words.start_char, key=begin)
        last = bisect_left(self.draft.quantities, words.end_char, key=begin)
        return [each for each in self.draft.quantities[first:last] if each.span.end <= words.end_char]

    def weapon(self, entity: EntityDraft) -> Weapon | None:
        """The entity's weapon with the properties that the article states."""
        if entity.weapon is None:
            return None
        stated = {
            (name, quantity.id): WeaponProperty(name, quantity.id)
            for mention in entity.mentions
            for name, quantity in self.stated[mention.head]
        }
        return replace(entity.weapon, properties=tuple(stated.values()))

    @cached_property
    def stated(self) -> dict[int, list[tuple[str, Quantity]]]:
        """What the article states of weapons: by the head of a weapon's mention, a property's name and amount.

        "une portée de 120 km" belongs to the nearest weapon above it in the tree.
        """
        names: dict[str, str] = load("weapon_properties", self.draft.language)["properties"]
        weapons = {mention.head for mention in self.draft.mentions if mention.weapon}
        found: dict[int, list[tuple[str, Quantity]]] = defaultdict(list)
        for quantity in self.draft.quantities:
            root = self.at.get(quantity.id)
            if root is None:
                continue
            above = [root, *root.ancestors]
            name = next((names[token.lemma_] for token in above[:3] if token.lemma_ in names), None)
            weapon = next((token.i for token in above if token.i in weapons), None)
            if name and weapon is not None:
                found[weapon].append((name, quantity))
        return found
