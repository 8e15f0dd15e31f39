"""Whose act a noun names, by its own phrase alone."""

from __future__ import annotations

from reportedly.pipes.predicates.context import Context
from reportedly.pipes.predicates.tree import base, case_of, kids
from reportedly.pipes.tokens import Token


def owners(noun: Token, context: Context) -> list[Token]:
    """Whose a noun's act is, by its possessor or agent alone."""
    lexicon = context.lexicon
    found = [kid for kid in noun.children if kid.dep_ == "nmod:poss"]
    return found or [kid for kid in kids(noun, "nmod", "obl") if case_of(kid, lexicon) in lexicon.agent]


def act_subjects(noun: Token) -> list[Token]:
    """The subject of a noun that stands where a verb should: "troops clash with", "the minister, held talks"."""
    if noun.pos_ != "NOUN" or any(base(kid) in ("cop", "aux") for kid in noun.children):
        return []
    return [kid for kid in kids(noun, "nsubj") if kid.i < noun.i and not kid.is_punct]
