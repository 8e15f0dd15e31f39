"""Clauses without their verb: "Rome condemned the attack, and Oslo the reprisals"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.pipes.draft import Argument
from reportedly.pipes.predicates.clauses import is_time
from reportedly.pipes.predicates.context import ACTORS, Context
from reportedly.pipes.predicates.nouns import argument
from reportedly.pipes.predicates.subjects import own_subjects
from reportedly.pipes.predicates.tree import base, case_of, feature, kids
from reportedly.pipes.tokens import Token

#: What may begin the rest of such a clause, behind the name.
OPENERS = frozenset({"ADJ", "DET", "NOUN", "NUM"})
CLAUSAL = frozenset({"nsubj", "cop", "aux", "mark"})


@dataclass(slots=True)
class Gap:
    """The word that joins such a clause, who does it, and what it is done to."""

    joint: Token
    who: Token
    what: Token


def gap_of(verb: Token, context: Context) -> Gap | None:
    """The clause behind a verb's own that leaves the verb out, if there is one."""
    if verb.pos_ != "VERB" or not any(context.is_actor(one) for one in own_subjects(verb)):
        return None
    for who in _names(verb, context):
        joint = next((kid for kid in kids(who, "cc") if kid.i < who.i), None)
        what = _rest(who, context)
        # "met the ministers and Oslo's envoy": where people are met, only a bare number tells a clause.
        people = what is not None and context.is_actor(who.head) and what.pos_ != "NUM"
        if joint is not None and what is not None and (who.head.i == verb.i or not people):
            return Gap(joint, who, what)
    return None


def _names(verb: Token, context: Context) -> Iterator[Token]:
    """Names joined to a verb, or to a thing that it is done to: neither is what a name goes with."""
    things = [kid for kid in kids(verb, "obj") if kid.i > verb.i and kid.pos_ == "NOUN"]
    for holder in (verb, *things):
        for kid in kids(holder, "conj"):
            mention = context.mention(kid)
            named = mention is not None and mention.type == "name" and mention.kind in ACTORS
            if named and kid.i > verb.i and not any(base(word) in CLAUSAL for word in kid.children):
                yield kid


def _rest(who: Token, context: Context) -> Token | None:
    """What stands right behind a name in its clause, where no verb does."""
    mention, doc = context.mention(who), who.doc
    start = mention.end if mention is not None else who.i + 1
    if start >= who.sent.end or not _opens(doc[start], context):
        return None
    top = doc[start]
    while top.head.i >= start and top.head.i != top.i:
        top = top.head
    finite = any("Fin" in feature(word, "VerbForm") for word in doc[start : who.sent.end])
    nominal = top.pos_ in ("NOUN", "NUM", "PROPN") and base(top) != "nsubj"
    return top if nominal and not finite and not is_time(top, context) else None


def _opens(token: Token, context: Context) -> bool:
    return token.pos_ in OPENERS or token.text.lower() in context.lexicon.partitive


def gap_arguments(gap: Gap, context: Context) -> list[Argument]:
    """Who does it, what it is done to, and to whom."""
    mention = context.mention(gap.who)
    who = (mention.start, mention.end) if mention is not None else (gap.who.i, gap.who.i + 1)
    found = [Argument("subject", gap.who.i, *who), argument("object", gap.what, context)]
    for holder in (gap.who, gap.what):
        for kid in kids(holder, "nmod", "obl", "orphan"):
            case = case_of(kid, context.lexicon)
            if kid.i > gap.what.i and case is not None and case not in context.lexicon.of:
                slot = "indirect" if case in context.lexicon.dative else "oblique"
                found.append(argument(slot, kid, context, case))
    return found
