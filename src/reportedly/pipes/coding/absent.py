"""What is told not to be: nobody who was arrested, no attack that took place.

Nobody is no party, but that nobody was arrested is news; and an act that did not take place needs no parties.
"""

from __future__ import annotations

from reportedly.pipes.coding.parties import Parties
from reportedly.pipes.draft import ClaimDraft, Filler
from reportedly.pipes.predicates.tree import base, feature, kids, lemma
from reportedly.pipes.predicates.voice import passive
from reportedly.pipes.tokens import Token


def without_nobody(claims: list[ClaimDraft], parties: Parties) -> list[ClaimDraft]:
    """The claims, without fillers that stand for nobody: "arrested nobody", « n'a arrêté personne »."""
    for claim in claims:
        for name in ("actors", "recipients", "objects"):
            fillers: list[Filler] = getattr(claim, name)
            kept = [one for one in fillers if not _is_nobody(one, parties)]
            if len(kept) < len(fillers):
                setattr(claim, name, kept)
    return claims


def _is_nobody(filler: Filler, parties: Parties) -> bool:
    words = " ".join(token.form for token in parties.doc[filler.start : filler.end])
    return words in parties.context.lexicon.nobody


def is_told_absent(claim: ClaimDraft, parties: Parties) -> bool:
    """Whether a noun's act is said not to have taken place: "no attack took place", « il n'y a eu aucun raid »."""
    noun = parties.doc[claim.predicate.head]
    if claim.predicate.pos != "NOUN" or not has_no(noun) or base(noun) not in ("nsubj", "obj"):
        return False
    verb = noun.head
    there = any(kids(verb, "expl")) and lemma(verb) in parties.context.lexicon.states
    told = passive(verb, parties.context) and lemma(verb) in parties.lexicon.records
    return there or told or claim.predicate.light == verb.i or lemma(verb) in parties.lexicon.occurs


def has_no(noun: Token) -> bool:
    """Whether a noun's article says that there is none: "no attack", « aucune attaque »."""
    articles = kids(noun, "det", "advmod")
    return any("Neg" in feature(one, name) for one in articles for name in ("PronType", "Polarity"))
