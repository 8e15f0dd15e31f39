"""Parties that no argument of an act holds: one named behind it in its clause, and one who must act first."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.pipes.coding.antecedents import is_pronoun
from reportedly.pipes.coding.lexicon import NONE, Words
from reportedly.pipes.coding.parties import Parties, unique
from reportedly.pipes.draft import Filler, Predicate
from reportedly.pipes.predicates.clauses import surface_subjects
from reportedly.pipes.predicates.deep import spread
from reportedly.pipes.predicates.tree import base, case_of, kids, lemma
from reportedly.pipes.tokens import Token

#: How many tokens behind the act its party may stand.
NEAR = 40
#: Words inside a name or beside its head, and the doers of other clauses.
INNER = frozenset({"appos", "conj", "flat", "nmod:desc", "nsubj"})


def near(
    predicate: Predicate, parties: Parties, taken: set[int], sources: tuple[Words, ...], topics: Words = NONE
) -> list[Filler]:
    """The first party behind an act, best one behind a preposition of its type.

    :param taken: the heads (tokens) that have a role already, or can have none.
    :param sources: the prepositions that bring in whom such an act is done to, the best ones first.
    :param topics: those that only tell what it is about.
    """
    given = _given(predicate, parties, taken)
    offers = given or list(_offers(predicate, parties, taken, sources, topics))
    if not offers:
        return []
    best = min(offers, key=lambda token: (_rank(token, parties, sources), token.i))
    found = [one for word in spread([best]) for one in parties.named(word)] or [parties.filler(best)]
    return [one for one in unique(found) if one.head not in taken]


def _given(predicate: Predicate, parties: Parties, taken: set[int]) -> list[Token]:
    """Who stands between a support verb and its noun: "gave Tunis an ultimatum"."""
    if predicate.light is None:
        return []
    between = range(predicate.light + 1, predicate.head)
    inner = kids(parties.doc[predicate.light], "iobj", "obj")
    return [
        kid for kid in inner if kid.i in between and kid.i not in taken and parties.named(kid, places=True)
    ]


def _rank(token: Token, parties: Parties, sources: tuple[Words, ...]) -> int:
    """How good the preposition is that brings a party in."""
    case = _case(token, parties)
    return next((rank for rank, cases in enumerate(sources) if case in cases), len(sources))


def _case(token: Token, parties: Parties) -> str | None:
    """The preposition before a name, also where the parser took the name for part of the next word."""
    case = case_of(token.head if base(token) == "compound" else token, parties.context.lexicon)
    if case is not None and token.head.pos_ == "ADV":  # "autour de Rome"
        return f"{lemma(token.head)} {case}"
    return case


def awaited(predicate: Predicate, parties: Parties) -> list[Filler]:
    """Who must act first: "Rome will not sign until Tunis does", "will strike back if Tunis attacks"."""
    for clause in _clauses_awaited(predicate, parties):
        doers = surface_subjects(clause, parties.context)
        found = unique(one for word in doers for one in parties.named(word))
        if found:
            return found
    return []


def _clauses_awaited(predicate: Predicate, parties: Parties) -> Iterator[Token]:
    """The clauses behind an act that an "until" or "unless" opens, wherever a parse hangs them."""
    top = parties.doc[predicate.head if predicate.light is None else predicate.light]
    for token in parties.doc[predicate.anchor[1] : min(top.right_edge.i + 1, predicate.anchor[1] + NEAR)]:
        if lemma(token) not in parties.lexicon.awaited or token.pos_ not in ("SCONJ", "ADP", "ADV"):
            continue
        clause = token.head
        if clause.pos_ not in ("VERB", "AUX"):  # "jusqu'à ce que le Chili signe"
            clause = next(iter(kids(clause, "acl", "advcl", "ccomp")), clause)
        if clause.i > token.i:
            yield clause


def _offers(
    predicate: Predicate, parties: Parties, taken: set[int], sources: tuple[Words, ...], topics: Words
) -> Iterator[Token]:
    top = parties.doc[predicate.head if predicate.light is None else predicate.light]
    awaiting = {clause.i for clause in _clauses_awaited(predicate, parties)}
    asides = parties.lexicon.cases["aside"] | topics
    between = parties.lexicon.cases["with"] if predicate.pos == "NOUN" else NONE
    start, end = predicate.anchor[1], min(top.right_edge.i + 1, predicate.anchor[1] + NEAR)
    for token in parties.doc[start:end]:
        if token.i in taken or token.pos_ in ("PRON", "DET") or _is_own_force(token, parties):
            continue
        case = _case(token, parties)
        led = any(case in cases for cases in sources)
        if case is None and base(token) == "obl" and any(kid.text == "," for kid in token.lefts):
            continue  # ", a newspaper reported"
        if {token.dep_, base(token)} & INNER and not (led and base(token) == "nsubj"):
            continue
        known = _is_known(token, parties) or (led and parties.is_place(token))
        if known and (case in between or not _is_aside(token, top, parties, awaiting, asides)):
            yield token


def _is_own_force(token: Token, parties: Parties) -> bool:
    """Whether somebody's own troops are meant, with which he acts: "withdraw its troops"."""
    if lemma(token) not in parties.lexicon.classes["troops"]:
        return False
    return parties.is_force(token) or any(is_pronoun(kid) for kid in kids(token, "nmod:poss", "nmod", "det"))


def _is_known(token: Token, parties: Parties) -> bool:
    """A party that is a known name, a nation, or a noun for people: a capital letter alone is too little here."""
    mention = parties.context.by_token.get(token.i)
    heads = mention is not None and mention.head == token.i
    if heads and mention is not None and mention.kind == "country":
        return True
    if base(token) == "compound" and not heads and not any(kids(token, "amod")):
        return False
    return parties.is_party(token) and (token.pos_ != "PROPN" or heads)


def _is_aside(token: Token, top: Token, parties: Parties, awaiting: set[int], asides: Words) -> bool:
    """Whether a party stands in a clause or phrase that only says on whose word, when, why or what about."""
    while token.i not in (top.i, token.head.i):
        if base(token) in ("parataxis", "acl", "vocative", "discourse") or token.dep_ == "obl:agent":
            return True
        if token.i in awaiting or _is_apart(token):
            return True
        if case_of(token, parties.context.lexicon) in asides or lemma(token) in asides:
            return True
        token = token.head
    return token.i != top.i


def _is_apart(verb: Token) -> bool:
    """Whether a verb below the act heads a clause of its own: "delayed talks after a man was seen in Rome"."""
    if base(verb) == "conj" and verb.pos_ == "VERB":
        return True
    labels = {base(kid) for kid in verb.children}
    return base(verb) in ("advcl", "ccomp") and "mark" not in labels and bool(labels & {"nsubj", "aux"})
