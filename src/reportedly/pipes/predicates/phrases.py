"""Narrow phrases: who or what an argument names, without what is said about it besides."""

from __future__ import annotations

from reportedly.pipes.predicates.context import Context
from reportedly.pipes.predicates.tree import base, case_of, feature, kids, lemma, name_before
from reportedly.pipes.tokens import Token
from reportedly.pipes.words import children

#: Said about the phrase, not part of its name.
LEFT_OUT = frozenset(
    {
        "acl",
        "advcl",
        "appos",
        "advmod",
        "case",
        "cc",
        "conj",
        "cop",
        "csubj",
        "dep",
        "discourse",
        "expl",
        "mark",
        "nsubj",
    }
    | {
        "obl",
        "orphan",
        "parataxis",
        "punct",
        "vocative",
        "aux",
        "ccomp",
        "xcomp",
        "obj",
        "list",
        "reparandum",
    }
)


def core(token: Token, context: Context) -> Token:
    """The noun that a noun of quantity counts: "des centaines de missiles" gives "missiles"."""
    lexicon = context.lexicon
    for _ in range(3):
        counts = lemma(token) in lexicon.quantifiers or (token.pos_ == "NUM" and base(token) != "nummod")
        if not counts or context.mention(token) is not None:
            return token
        inner = [
            kid
            for kid in kids(token, "nmod", "obl")
            if case_of(kid, lexicon) in lexicon.of and kid.i > token.i
        ]
        if not inner:
            return token
        token = inner[0]
    return token


def counted(token: Token, context: Context) -> Token:
    """The noun of quantity that counts a noun, if any, else the noun: the way back from ``core``."""
    for _ in range(3):
        head = token.head
        amount = lemma(head) in context.lexicon.quantifiers or head.pos_ == "NUM"
        counts = base(token) in ("nmod", "obl") and amount and head.i < token.i
        if not counts or case_of(token, context.lexicon) not in context.lexicon.of:
            return token
        token = head
    return token


def narrow(token: Token, context: Context) -> tuple[int, int]:
    """The tokens of the narrowest phrase around a head that still names it."""
    mention = context.by_token.get(token.i)
    start, end = token.i, token.i + 1
    if mention is not None and mention.head == token.i:
        start, end = mention.start, max(mention.end, end)
    country = (
        mention is not None and mention.kind == "country" and mention.head == token.i and token.pos_ != "NOUN"
    )
    kept = [
        kid for kid in children(token) if _belongs(kid, context) and not (country and base(kid) == "nmod")
    ]
    for kid in reversed([k for k in kept if k.i < token.i]):
        left = kid.left_edge.i
        if kid.right_edge.i + 1 >= start:
            start = min(start, left)
    for kid in sorted((k for k in kept if k.i > token.i), key=lambda k: k.i):
        first, last = kid.left_edge.i, narrow(kid, context)[1]
        if first <= end:
            end = max(end, last)
    while (
        start < token.i
        and token.doc[start].pos_ == "ADP"
        and lemma(token.doc[start]) in context.lexicon.agent
    ):
        start += 1  # "by a surface-to-air missile": the parser may hang "by" on "surface"
    return start, end


def _is_name(token: Token) -> bool:
    """A proper name takes no complement: what the parser hangs on it belongs elsewhere."""
    return token.pos_ == "PROPN"


def _belongs(kid: Token, context: Context) -> bool:
    label = base(kid)
    if any(name_before(word) and kid.i <= word.i for word in kids(kid.head, "amod")):
        return False  # "Rome eased sanctions"
    if label == "amod" and any(base(word) == "nsubj" for word in children(kid)):
        return False
    if label in LEFT_OUT or kid.is_punct or lemma(kid) in context.lexicon.times:
        return False
    if label == "nmod" and (is_of_act(kid, context) or (kid.i > kid.head.i and kid.left_edge.text == ",")):
        return False
    if label == "nmod":
        case = case_of(kid, context.lexicon)
        return case is None or case in context.lexicon.of
    return True


def is_of_act(kid: Token, context: Context) -> bool:
    """Whether a phrase behind a party completes the act before both: « l'expulsion par Oslo de dix agents ».

    A name takes no such complement; of other words only the doer that has one already passes it on.
    """
    lexicon, doer = context.lexicon, kid.head
    if kid.i < doer.i or kid.pos_ != "NOUN" or case_of(kid, lexicon) not in lexicon.of:
        return False
    if not any(base(word) == "nummod" or "Ind" in feature(word, "Definite") for word in kid.children):
        return False
    if doer.pos_ == "PROPN":
        return True
    full = any(base(word) in ("amod", "nmod") and doer.i < word.i < kid.i for word in doer.children)
    return full and case_of(doer, lexicon) in lexicon.agent and not context.is_actor(core(kid, context))


def clause_span(token: Token) -> tuple[int, int]:
    """All tokens of a clause."""
    return token.left_edge.i, token.right_edge.i + 1
