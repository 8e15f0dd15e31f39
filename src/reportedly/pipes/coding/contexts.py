"""The codebook's contexts of an event, told by the words around it."""

from __future__ import annotations

from reportedly.pipes.coding.parties import Parties
from reportedly.pipes.draft import Predicate
from reportedly.pipes.predicates.tree import lemma

#: Tokens on each side of the act that still tell its topic.
WINDOW = 12


def contexts_of(predicate: Predicate, parties: Parties) -> tuple[str, ...]:
    """The contexts of a predicate, in the alphabet's order."""
    table = parties.lexicon.contexts
    sent = parties.doc[predicate.head].sent
    start, end = max(sent.start, predicate.anchor[0] - WINDOW), min(sent.end, predicate.anchor[1] + WINDOW)
    words = {lemma(token) for token in parties.doc[start:end]}
    for argument in predicate.arguments:
        words |= {
            lemma(token)
            for token in parties.doc[argument.start : min(argument.end, argument.start + 2 * WINDOW)]
        }
    return tuple(sorted({name for word in words for name in table.get(word, ())}))
