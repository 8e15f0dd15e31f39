"""Nouns that take up an act told before have its parties: "Rebels attacked a bus. In the attack three men died."."""

from __future__ import annotations

from reportedly.pipes.coding.absent import is_told_absent
from reportedly.pipes.coding.parties import Parties
from reportedly.pipes.coding.violence import VIOLENT
from reportedly.pipes.draft import ClaimDraft, Filler
from reportedly.pipes.predicates.tree import feature, kids, lemma
from reportedly.pipes.tokens import Token

#: How many sentences back a noun may point, and how many acts it may pass over.
FAR, MOST = 6, 12


def is_definite(noun: Token, parties: Parties) -> bool:
    """Whether a noun points at something known: "the order", "ces transferts", "no such order"."""
    if noun.pos_ != "NOUN":
        return False
    return any(
        "Def" in feature(kid, "Definite")
        or "Dem" in feature(kid, "PronType")
        or lemma(kid) in parties.lexicon.such
        for kid in kids(noun, "det", "amod")
    )


def point_back(claims: list[ClaimDraft], parties: Parties) -> list[ClaimDraft]:
    """The claims, where acts of violence that a definite noun takes up have the parties they had when told."""
    told: list[tuple[int, ClaimDraft]] = []
    starts = {sent.start: number for number, sent in enumerate(parties.doc.sents)}
    for claim in claims:
        if claim.type not in VIOLENT:
            continue
        noun = parties.doc[claim.predicate.head]
        at = starts[noun.sent.start]
        lone = claim.predicate.light is None  # "inflicted the worst bombardment on Lima" tells it anew
        if lone and not (claim.actors and claim.recipients) and is_definite(noun, parties):
            near = [other for place, other in told[-MOST:] if at - place <= FAR]
            sources = [other for other in reversed(near) if _same(claim, other, parties)]
            claim.actors = claim.actors or next((list(one.actors) for one in sources if one.actors), [])
            claim.recipients = claim.recipients or next(
                (list(one.recipients) for one in sources if one.recipients), []
            )
        told.append((at, claim))
    _die_in(claims)
    for claim in claims:
        if claim.type == "ASSAULT" and _says_nothing(claim) and not is_told_absent(claim, parties):
            claim.type, claim.mode, claim.act, claim.cameo, claim.contexts = None, None, None, None, ()
    return claims


def _says_nothing(claim: ClaimDraft) -> bool:
    """A noun of violence with nobody, nothing and no place is no event that could be entered: "since the attacks"."""
    if claim.predicate.pos != "NOUN" or claim.predicate.light is not None:
        return False
    return not (claim.actors or claim.recipients or claim.objects or claim.locations)


def _same(claim: ClaimDraft, other: ClaimDraft, parties: Parties) -> bool:
    """Whether an act may be the one that was told: of its type, with the same parties and places if both name any.

    Victims that a verb told of ("five died in the attack") are no contradiction.
    """
    if other.type != claim.type or not (other.actors or other.recipients):
        return False
    if claim.mode and other.mode and claim.mode != other.mode:
        return False
    own = {one.head for one in claim.predicate.arguments}
    pairs = (
        (claim.actors, other.actors),
        ([one for one in claim.recipients if one.head in own], other.recipients),
        (claim.locations, other.locations),
    )
    return all(not one or not two or _words(one, parties) & _words(two, parties) for one, two in pairs)


def _words(fillers: list[Filler], parties: Parties) -> set[str]:
    return {lemma(parties.doc[one.head]) for one in fillers}


def _die_in(claims: list[ClaimDraft]) -> None:
    """Whoever died or was killed in an attack was so by those who carried it out."""
    nouns = {claim.predicate.head: claim for claim in claims if claim.predicate.pos == "NOUN"}
    for claim in claims:
        if claim.type != "ASSAULT" or claim.predicate.pos != "VERB" or claim.actors:
            continue
        for argument in claim.predicate.arguments:
            attack = nouns.get(argument.head)
            if argument.slot == "oblique" and attack is not None and attack.type == "ASSAULT":
                claim.actors = list(attack.actors)
                break
