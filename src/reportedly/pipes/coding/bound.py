"""Parties that a preposition binds to a thing: "its border with Tunis", "force against Tunis"."""

from __future__ import annotations

from collections.abc import Callable

from reportedly.pipes.coding.codebook import types
from reportedly.pipes.coding.lexicon import Frame, Words
from reportedly.pipes.coding.parties import Parties
from reportedly.pipes.draft import Argument, ClaimDraft, Filler, Predicate
from reportedly.pipes.predicates.clauses import surface_subjects
from reportedly.pipes.predicates.deep import spread
from reportedly.pipes.predicates.tree import base, case_of, kids
from reportedly.pipes.tokens import Token

#: Gives the claim of the predicate that a token heads.
Code = Callable[[int], ClaimDraft | None]

#: The quarters of the ontology in which an act hurts whom it is done to.
CONFLICT = frozenset({"verbal conflict", "material conflict"})

#: Types, with their mode, in which somebody takes a stand on what others do.
STANDS = frozenset({("ACCUSE", "disapprove"), ("REJECT", None), ("SUPPORT", None)})

#: Classes of prepositions that bind a party to a thing rather than own it.
BINDING = ("against", "on", "to", "with")


def bound(token: Token, parties: Parties, topics: Words) -> list[Filler]:
    """Whom a thing is bound to: "closed its border with Tunis" is done to Tunis.

    :param topics: prepositions that only tell what the act is about.
    """
    cases = {case for name in BINDING for case in parties.lexicon.cases[name]}
    behind = _behind(token, parties, frozenset(cases) - parties.context.lexicon.of - topics)
    return [one for kid in behind if parties.is_party(kid) for one in parties.named(kid)]


def targets(token: Token, parties: Parties) -> list[Filler]:
    """Whom a means is turned against: "threatened to use force against Tunis"."""
    behind = _behind(token, parties, parties.lexicon.cases["against"])
    return [one for kid in behind for one in parties.named(kid, places=True)]


def judged(predicate: Predicate, frame: Frame | None, parties: Parties, code: Code) -> list[ClaimDraft]:
    """Acts on which a stand is taken, which is none against those they hit: "condemned strikes on Tunis"."""
    if frame is None or (frame.type == "ACCUSE" and frame.object):
        return []  # where what is done belongs to the act, it is done to them: "called for sanctions against Tunis"
    if predicate.lemma in parties.lexicon.warnings:
        slots: tuple[str, ...] = ("indirect", "oblique")
    elif (frame.type, frame.mode) in STANDS:
        slots = ("object",)
    else:
        return []
    claims = [code(one.head) for one in predicate.arguments if one.slot in slots]
    typed = [claim for claim in claims if claim is not None and claim.type is not None and claim.recipients]
    return [claim for claim in typed if types()[claim.type or ""].quad in CONFLICT]


def authors(tokens: list[Token], parties: Parties) -> list[Filler]:
    """Who put out documents that say something: "published a report accusing Tunis"."""
    mentions = [(token, parties.context.mention(token)) for token in tokens if base(token) == "obj"]
    written = [token for token, mention in mentions if mention is not None and mention.kind == "document"]
    doers = [word for token in written for word in surface_subjects(token.head, parties.context)]
    return [one for word in doers for one in parties.named(word)]


def by_aim(predicate: Predicate, parties: Parties) -> list[Argument]:
    """The arguments of an act, the likeliest to name whom it is aimed at first."""
    against = parties.lexicon.cases["against"]
    offers = [one for one in predicate.arguments if one.slot == "oblique" and one.case in against]
    for slot in ("indirect", "object", "oblique"):
        offers += [one for one in predicate.arguments if one.slot == slot]
    return offers


def _behind(token: Token, parties: Parties, cases: Words) -> list[Token]:
    lexicon = parties.context.lexicon
    return spread([kid for kid in kids(token, "nmod", "obl") if case_of(kid, lexicon) in cases])
