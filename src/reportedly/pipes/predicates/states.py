"""States that a copula asserts: "the plant was idle", "there is a risk", « le pont est fermé », « il y a un risque ».

They stand outside the ontology, but who says them, and how surely, is asked of them as of acts.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from reportedly.pipes.predicates.context import Context
from reportedly.pipes.predicates.tree import base, kids, lemma
from reportedly.pipes.tokens import Span, Token

#: The part of speech of a state's predicate: no frame of the ontology is asked for it.
STATE = "STATE"
#: How far a copula may stand from its predicate for the two to be shown as one anchor.
REACH = 6


def states(sent: Span, taken: Container[int], context: Context) -> Iterator[tuple[Token, int, int]]:
    """Heads of states with their anchors' tokens ``[start, end)``; ``taken`` are the words of other predicates."""
    for token in sent:
        if token.i in taken or lemma(token) not in context.lexicon.states:
            continue
        label = base(token)
        if label == "cop":
            if token.head.i not in taken and token.head.pos_ not in ("VERB", "AUX"):
                yield token.head, *_anchor(token, token.head, taken)
        elif label not in ("aux", "fixed", "mark", "case", "cc", "advmod") and _exists(token, context):
            yield token, token.i, token.i + 1


def _exists(token: Token, context: Context) -> bool:
    """Is it a full verb: "there was a man", « il y a » (but not the « avoir » that possesses)?"""
    if token.pos_ not in ("VERB", "AUX"):
        return False
    return lemma(token) not in context.lexicon.existential or any(kids(token, "expl"))


def _anchor(copula: Token, head: Token, taken: Container[int]) -> tuple[int, int]:
    """The copula with its predicate where they stand close and nothing else is named between, else the copula."""
    start, end = min(copula.i, head.i), max(copula.i, head.i) + 1
    if end - start <= REACH and not any(i in taken for i in range(start, end)):
        return start, end
    return copula.i, copula.i + 1
