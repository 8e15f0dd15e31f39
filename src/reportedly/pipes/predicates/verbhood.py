"""Whether a word is a verb, and which."""

from __future__ import annotations

from reportedly.pipes.predicates.context import Context
from reportedly.pipes.predicates.tree import base, is_mark, lemma, name_before
from reportedly.pipes.tokens import Token


def is_verb(token: Token, context: Context) -> bool:
    """Whether a word is a verb that may name an act."""
    word, label = lemma(token), base(token)
    if token.pos_ in ("ADJ", "NOUN"):
        return is_mistaken(token)
    if (
        token.pos_ not in ("VERB", "AUX")
        or word in context.lexicon.never
        or is_mark(token)
        or _is_prefix(token)
    ):
        return False
    if token.dep_ != "aux:caus" and label in (
        "aux",
        "cop",
        "fixed",
        "case",
        "mark",
        "cc",
        "flat",
        "compound",
        "det",
    ):
        return False
    if (
        label == "amod"
        and not any(base(kid) in ("nsubj", "obl", "obj", "xcomp", "ccomp") for kid in token.children)
        and not name_before(token)
    ):
        return False
    if word in context.lexicon.raising and any(base(kid) in ("xcomp", "ccomp") for kid in token.children):
        return False
    return not (
        token.pos_ == "AUX"
        and label not in ("ROOT", "root", "conj", "ccomp", "xcomp", "acl", "advcl", "parataxis")
    )


def _is_prefix(token: Token) -> bool:
    """Whether a word is cut off from the next by a hyphen: "re" of "re-examine"."""
    if token.whitespace_ or token.i + 2 >= len(token.doc):
        return False
    hyphen, behind = token.doc[token.i + 1], token.doc[token.i + 2]
    return hyphen.text == "-" and not hyphen.whitespace_ and behind.pos_ == "VERB"


def is_mistaken(token: Token) -> bool:
    """A verb that the tagger took for an adjective or noun: its auxiliary or its reflexive pronoun betrays it."""
    return any(
        kid.dep_ in ("aux:pass", "aux:tense", "nsubj:pass", "obl:agent", "expl:pv", "expl:pass")
        for kid in token.children
    )


def verb_lemma(token: Token, context: Context) -> str:
    """A verb's lemma with its particle: "carry out"."""
    word = lemma(token)
    if token.pos_ not in ("VERB", "AUX"):
        form = token.text.lower()
        endings = context.lexicon.participles
        word = next((form[: -len(end)] + to for end, to in endings if form.endswith(end)), word)
    particles = [
        lemma(kid) for kid in token.children if kid.dep_ == "compound:prt" and not is_count(kid, context)
    ]
    behind = token.doc[token.i + 1].text.lower() if token.i + 1 < len(token.doc) else ""
    if not particles and f"{word} {behind}" in context.lexicon.particle_verbs:
        particles = [behind]
    return " ".join([word, *particles])


def is_count(particle: Token, context: Context) -> bool:
    """Whether a seeming particle begins "up to a thousand"."""
    behind = particle.doc[particle.i + 1].text.lower() if particle.i + 1 < len(particle.doc) else ""
    return f"{particle.text.lower()} {behind}" in context.lexicon.approximate
