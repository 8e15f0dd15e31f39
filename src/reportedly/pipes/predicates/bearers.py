"""Phrases whose subject bears an act: "fait l'objet d'une enquête", "came under fire", "is the target of a raid"."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.pipes.predicates.context import Context
from reportedly.pipes.predicates.tree import lemma, matches
from reportedly.pipes.tokens import Doc, Span, Token

#: How many words behind the phrase its act may stand.
REACH = 6
BETWEEN = frozenset({"ADJ", "ADP", "ADV", "DET", "NUM", "PRON"})


def borne(sent: Span, heads: Iterable[int], context: Context) -> list[tuple[Token, int, int]]:
    """The verbs of such phrases, where each phrase ends, and the heads of the acts that are borne.

    :param heads: the tokens at which nouns that name acts stand.
    """
    nouns, found = set(heads), []
    for token in sent:
        for rest in (
            context.lexicon.light_phrases.get(lemma(token), ()) if token.pos_ in ("VERB", "AUX") else ()
        ):
            end = matches(token, rest, context.lexicon, gap=1)
            act = _behind(token.doc, end, nouns, sent.end) if end is not None else None
            if end is not None and act is not None:
                found.append((token, end, act))
                break
    return found


def _behind(doc: Doc, end: int, nouns: set[int], limit: int) -> int | None:
    """The act that a phrase leads to, with function words and adjectives at most between."""
    for place in range(end, min(end + REACH, limit)):
        if place in nouns:
            return place
        if doc[place].pos_ not in BETWEEN:
            return None
    return None
