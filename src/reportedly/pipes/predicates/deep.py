"""Who does it and what it is done to: the roles that a plain active sentence would show."""

from __future__ import annotations

from reportedly.pipes.predicates.agents import agents
from reportedly.pipes.predicates.clauses import is_time, surface_subjects
from reportedly.pipes.predicates.companions import companions
from reportedly.pipes.predicates.context import Context
from reportedly.pipes.predicates.culprits import culprits
from reportedly.pipes.predicates.lists import added, bearers, listed
from reportedly.pipes.predicates.objects import NOMINAL, surface_objects
from reportedly.pipes.predicates.tree import base, conjuncts, is_marked_gerund, kids
from reportedly.pipes.predicates.voice import passive
from reportedly.pipes.tokens import Token


def deep_roles(verb: Token, context: Context) -> tuple[list[Token], list[Token]]:
    """Who does it and what it is done to."""
    if passive(verb, context):
        doing, bearing = agents(verb, context), surface_subjects(verb, context)
        if not bearing and any(kids(verb, "expl")):  # "il a été livré deux chars"
            bearing = surface_objects(verb, context)
    else:
        doing, bearing = surface_subjects(verb, context), surface_objects(verb, context)
        doing = culprits(verb, context) or doing if is_marked_gerund(verb) else doing
        doing = doing + [one for kid in doing for one in companions(kid, verb, context)]
    return _parties(doing, context), _parties(bearing, context)


def _parties(heads: list[Token], context: Context) -> list[Token]:
    return [word for word in gathered(heads, context) if not is_time(word, context)]


def is_verbal(word: Token) -> bool:
    """Whether a coordinated word is a clause of its own."""
    return any(base(kid) in ("nsubj", "aux", "cop") for kid in word.children)


def gathered(heads: list[Token], context: Context) -> list[Token]:
    """Heads with all that is coordinated with them or added to them, in order."""
    found = spread(heads)
    more = [one for word in found for one in added(word, context.lexicon)]
    return spread([*found, *more]) if more else found


def spread(heads: list[Token]) -> list[Token]:
    """Heads with all that is coordinated with them, in order."""
    seen: dict[int, Token] = {}
    for head in heads:
        for word in (*conjuncts(head), *listed(head), *bearers(head)):
            if word.i != head.i and (word.pos_ not in NOMINAL or is_verbal(word)):
                continue
            seen.setdefault(word.i, word)
    return [seen[place] for place in sorted(seen)]
