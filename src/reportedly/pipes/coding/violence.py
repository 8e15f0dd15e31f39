"""What is done with weapons: at whom they are aimed, and which they are."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.pipes.coding.parties import Parties, unique
from reportedly.pipes.draft import Argument, Filler, Predicate
from reportedly.pipes.predicates.tree import case_of, kids
from reportedly.pipes.tokens import Token

#: Types of acts done to buildings and vehicles too, and with weapons.
VIOLENT = frozenset({"ASSAULT", "COERCE"})


def aimed(things: Iterable[Token], parties: Parties) -> list[Filler]:
    """At whom or what the thing thrown or fired is aimed: "threw grenades at the town hall"."""
    lexicon = parties.context.lexicon
    cases = (parties.lexicon.cases["against"] | parties.lexicon.cases["place"]) - lexicon.of
    aims = [kid for token in things for kid in kids(token, "nmod") if case_of(kid, lexicon) in cases]
    found = [one for token in aims for one in parties.named(token, places=True)]
    return unique(found or [parties.filler(token) for token in aims if parties.is_site(token)])


def struck(predicate: Predicate, parties: Parties) -> list[Argument]:
    """The things that an act is said to be against: "their attacks against ships"."""
    if predicate.pos != "NOUN":
        return []
    against = parties.lexicon.cases["against"]
    found = [one for one in predicate.arguments if one.slot == "oblique" and one.case in against]
    return [one for one in found if not parties.is_act(one.head)]


def struck_too(objects: Iterable[Argument], parties: Parties, taken: set[int]) -> list[Filler]:
    """Who or what is hit beside a party: "killed the mayor and his wife", "shelled Lima and two bridges"."""
    hit = [one for one in objects if parties.named(parties.doc[one.head], places=True)]
    found = [one for one in objects if one.head not in taken and parties.is_target(parties.doc[one.head])]
    apart = [
        one for one in found if not any(one.start < other.end and other.start < one.end for other in hit)
    ]
    return [Filler(one.start, one.end, one.head) for one in apart]


def instruments(predicate: Predicate, parties: Parties) -> list[Filler]:
    """What an act is done with: "a bomb destroyed the bank", "attacked with rockets"."""
    cases = parties.lexicon.cases["with"] | parties.context.lexicon.agent
    offers = [
        one
        for one in predicate.arguments
        if one.slot == "subject" or (one.slot == "oblique" and one.case in cases)
    ]
    return [
        Filler(one.start, one.end, one.head) for one in offers if parties.is_weapon(parties.doc[one.head])
    ]
