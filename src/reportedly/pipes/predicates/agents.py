"""Who does a passive verb's act, wherever the parser put the phrase that says so."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.pipes.predicates.clauses import is_time
from reportedly.pipes.predicates.context import Context
from reportedly.pipes.predicates.tree import base, case_of, kids, lemma
from reportedly.pipes.tokens import Token


def agents(verb: Token, context: Context) -> list[Token]:
    """Who does a passive verb's act."""
    lexicon = context.lexicon
    found = [kid for kid in verb.children if kid.dep_ in ("obl:agent", "obj:agent", "iobj:agent")]
    if found:
        return found
    found = [kid for kid in kids(verb, "obl", "nmod") if case_of(kid, lexicon) in lexicon.agent]
    return found or _agents_astray(verb, context)


def _agents_astray(verb: Token, context: Context) -> list[Token]:
    """An agent that the parser hung on what stands before it.

    "Touchés dans la région par des drones", "opposed earlier by Rome", "hit by a missile believed to be Rome's".
    """
    lexicon = context.lexicon
    for inner in _near(verb):
        behind = inner.i > verb.i and (lemma(inner.head) not in lexicon.events or _is_bare(inner.head))
        if behind and _begins_with_agent(inner, context) and not is_time(inner, context):
            return [inner]
    return []


def _is_bare(noun: Token) -> bool:
    """Whether a noun has nothing but its preposition, as in a set phrase: "put under sanctions by Rome"."""
    return all(base(kid) in ("case", "nmod") for kid in noun.children)


def _near(verb: Token) -> Iterator[Token]:
    for kid in kids(verb, "xcomp"):  # "were forced to flee by the army"
        yield from kids(kid, "obl")
    for kid in kids(verb, "obl", "nsubj", "obj", "advmod"):
        yield from kids(kid, "nmod", "obl")
    for kid in kids(verb, "advcl", "ccomp", "parataxis"):
        if kid.i > verb.i:
            yield from kids(kid, "nsubj")


def _begins_with_agent(token: Token, context: Context) -> bool:
    """Whether a phrase begins with "by", on whichever of its words the parser hung that."""
    lexicon, first = context.lexicon, token.doc[token.left_edge.i]
    return case_of(token, lexicon) in lexicon.agent or (
        token.dep_.startswith("nsubj") and first.pos_ == "ADP" and lemma(first) in lexicon.agent
    )
