"""The roles of acts outside the ontology: who does it is told from what it only happens to.

"The plane crashed", "sales fell by 45 percent" and "the automakers' collapse" have no actor; what
proto-roles (Dowty 1991) call the patient is an object here, as it is in "Rome lowered its sales".
"""

from __future__ import annotations

from reportedly.pipes.coding.parties import Parties, unique
from reportedly.pipes.draft import Argument, ClaimDraft, Filler, Predicate
from reportedly.pipes.predicates.states import STATE
from reportedly.pipes.predicates.tree import base, feature
from reportedly.pipes.tokens import Token


def plain_roles(claim: ClaimDraft, parties: Parties) -> None:
    """Writes actors, objects and recipients of an act that no frame codes."""
    predicate = claim.predicate
    subjects = _slots(predicate, "subject")
    undergone = [one for one in subjects if _undergoes(one, predicate, parties)]
    doing = [one for one in subjects if one not in undergone]
    objects = [one for one in _slots(predicate, "object") if not _is_act(one, parties)] + undergone
    objects = [one for one in objects if not parties.is_date(parties.doc[one.head])]
    if predicate.pos == "NOUN" and not doing and not objects:
        doing = _beside(predicate, parties)
    claim.actors = unique(map(_filler, doing))
    claim.objects = unique(map(_filler, objects))
    claim.recipients = unique(map(_filler, _slots(predicate, "indirect")))


def _slots(predicate: Predicate, *names: str) -> list[Argument]:
    return [one for one in predicate.arguments if one.slot in names]


def _is_act(argument: Argument, parties: Parties) -> bool:
    """Whether an object is an act, which has a claim of its own: "announced cuts"."""
    act = parties.predicates.get(argument.head)
    return act is not None and act.pos == "NOUN"


def _filler(argument: Argument) -> Filler:
    return Filler(argument.start, argument.end, argument.head)


def _undergoes(subject: Argument, predicate: Predicate, parties: Parties) -> bool:
    """Whether an act only happens to its subject: to what is no party, or whose noun says so."""
    token = parties.doc[subject.head]
    if _is_amount(token, parties):
        return True
    if predicate.pos == "NOUN":
        return predicate.lemma in parties.lexicon.mishaps
    if predicate.pos == STATE:
        return True
    happens = predicate.pos == "ADJ" or predicate.lemma in parties.lexicon.happenings
    if not happens or _slots(predicate, "object"):
        return False
    impersonal = token.pos_ == "PRON" and "Neut" in feature(token, "Gender")
    return impersonal or not parties.is_party(token)


def _is_amount(token: Token, parties: Parties) -> bool:
    """Sums and shares do nothing: "losses of $6 billion", "a plunge by 45 percent"."""
    return parties.is_money(token) or token.pos_ in ("NUM", "SYM")


def _beside(predicate: Predicate, parties: Parties) -> list[Argument]:
    """Parties among the nouns that a noun is compounded with: "Airbus orders"."""
    found = [(one, parties.doc[one.head]) for one in _slots(predicate, "modifier") if predicate.pos == "NOUN"]
    return [
        one
        for one, token in found
        if token.pos_ in ("NOUN", "PROPN")
        and base(token) == "compound"
        and (parties.owns(token) or parties.is_place(token))
    ]
