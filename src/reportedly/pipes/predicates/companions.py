"""Who acts with whom: parties beside a subject or behind "between" that the parse does not coordinate."""

from __future__ import annotations

from reportedly.pipes.predicates.context import Context
from reportedly.pipes.predicates.tree import base, case_of, feature, kids, plain
from reportedly.pipes.tokens import Token


def companions(subject: Token, verb: Token, context: Context) -> list[Token]:
    """Those who act together with a subject: "Oslo, along with Lima, signed"."""
    found = []
    for kid in kids(subject, "nmod", "obl"):
        if not subject.i < kid.i < verb.i:
            continue
        end = _end(kid, context)
        party = next((word for word in (kid, *kids(kid, "nmod")) if end and word.i >= end), None)
        if party is not None and context.is_actor(party):
            found.append(party)
    return found


def _end(phrase: Token, context: Context) -> int | None:
    """Where the words end by which a phrase brings in a companion; a comma may stand before them."""
    doc, start = phrase.doc, phrase.left_edge.i
    start += doc[start].is_punct
    for words in context.lexicon.companions:
        end = start + len(words)
        said = [plain(token, context.lexicon) for token in doc[start:end]]
        written = [token.text.lower() for token in doc[start:end]]
        pairs = list(zip(said, written, strict=True))
        if len(pairs) == len(words) and all(word in pairs[at] for at, word in enumerate(words)):
            return end
    return None


def mate(token: Token, context: Context) -> Token | None:
    """The second of two parties that the parser took for the verb's subject: "the attack on Oslo and Lima was".

    Behind "between" there must be two; elsewhere a verb in the singular shows that they are not its subjects.
    """
    place = token.right_edge.i + 1
    if any(kids(token, "conj")) or place + 1 >= token.sent.end or token.doc[place].pos_ != "CCONJ":
        return None
    word = token.doc[place + 1]
    while base(word) in ("det", "compound", "nummod", "amod") and word.head.i > word.i:
        word = word.head
    begins = word.left_edge.i in (place, place + 1)
    if not begins or base(word) != "nsubj" or word.pos_ not in ("NOUN", "PROPN"):
        return None
    between = case_of(token, context.lexicon) in context.lexicon.between
    return word if between or _is_single(word.head) else None


def _is_single(verb: Token) -> bool:
    """Whether a verb with two subjects agrees with one."""
    words = [verb, *kids(verb, "aux")]
    single = any("Sing" in feature(one, "Number") and "Fin" in feature(one, "VerbForm") for one in words)
    return single and len(list(kids(verb, "nsubj"))) > 1
