"""The arguments of nouns that name acts: "la livraison de missiles par l'Iran à la Russie"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from reportedly.pipes.draft import Argument
from reportedly.pipes.predicates.clauses import deep_roles, is_time, spread
from reportedly.pipes.predicates.context import Context
from reportedly.pipes.predicates.phrases import clause_span, core, counted, narrow
from reportedly.pipes.predicates.tree import (
    base,
    case_of,
    first_conjunct,
    is_gerund,
    is_infinitive,
    is_participle,
    kids,
    lemma,
)
from reportedly.pipes.predicates.triggers import Trigger

#: A case that hangs on a party's name belongs to the act: countries take no complements of their own.
CLINGING = 3


def argument(slot: str, token: Token, context: Context, case: str | None = None) -> Argument:
    """An argument around a head, quantities looked through."""
    head = core(token, context)
    start, end = narrow(head, context)
    return Argument(slot, head.i, start, end, case)


def noun_arguments(trigger: Trigger, context: Context) -> list[Argument]:
    """What a noun's own phrase and its support verb say of who does what to whom."""
    noun = trigger.head
    phrases = list(_phrases(noun, context))
    known = {kid.i for kid, _ in phrases}
    phrases += [(kid, case) for kid, case in adjacent(noun, trigger.name[1], context) if kid.i not in known]
    found = list(_by_case(trigger, phrases, context))
    found += _modifiers(noun, context)
    found += _from_clauses(noun, trigger, context)
    if trigger.light is not None:
        found += _from_support(trigger, found, context)
    elif not any(one.slot == "subject" for one in found):
        found += _from_governor(noun, context)
    inside = range(*trigger.name)
    return [one for one in found if one.head not in inside]


def _from_governor(noun: Token, context: Context) -> list[Argument]:
    """Whoever announces, decides or orders an act does it: "Rome a annoncé la suspension des vols"."""
    top = first_conjunct(counted(noun, context))
    verb = top.head
    held = base(top) in ("obj", "nsubj", "nmod", "obl") and lemma(verb) in context.lexicon.commits
    if not held or verb.pos_ not in ("VERB", "AUX"):
        return []
    doing, bearing = deep_roles(verb, context)
    if not any(word.i == top.i for word in bearing):
        return []
    return [argument("subject", word, context) for word in doing]


def _phrases(noun: Token, context: Context) -> Iterator[tuple[Token, str | None]]:
    """The prepositional phrases of a noun, those that cling to a party's name or to its measure included."""
    top = counted(noun, context)
    holders = [noun] if top.i == noun.i else [noun, top]
    for holder in holders:
        for kid in kids(holder, "nmod", "obl"):
            if kid.dep_ == "nmod:poss" or kid.i == noun.i:
                continue
            yield kid, case_of(kid, context.lexicon)
            yield from _clinging(kid, context, CLINGING)


def adjacent(head: Token, end: int, context: Context) -> list[tuple[Token, str]]:
    """A phrase that stands right behind a noun or adjective, whatever the parser hung it on.

    "Cela aggraverait le soutien de l'Iran à la guerre": the support goes to the war. Phrases of "de" and those that tell
    when are left alone.
    """
    place = max(end, _own_end(head))
    doc, lexicon = head.doc, context.lexicon
    if place >= head.sent.end:
        return []
    first = doc[place]
    if is_gerund(first) and first.pos_ in ("VERB", "ADP") and first.head.i != first.i:
        return [(word, lemma(first)) for word in kids(first, "obj")]
    if base(first) not in ("case", "fixed") or first.head.i < place:
        return []
    word, case = first.head, case_of(first.head, lexicon)
    above = word.head.i < head.i or word.head.i == head.i
    if case is None or case in lexicon.of or case in lexicon.agent or is_time(word, context) or not above:
        return []
    return [(word, case)] if base(word) in ("obl", "nmod") else []


def _own_end(head: Token) -> int:
    """Where the phrase around a noun ends: behind its adjectives and its "de" phrases, in reach of the parser's tree."""
    end = head.i + 1
    for kid in head.children:
        if (
            kid.i >= head.i
            and base(kid) in ("amod", "nmod", "flat", "appos", "compound", "fixed")
            and kid.left_edge.i <= end
        ):
            end = max(end, kid.right_edge.i + 1)
    return end


def _clinging(token: Token, context: Context, depth: int) -> Iterator[tuple[Token, str | None]]:
    if not depth:
        return
    for kid in kids(token, "nmod", "obl"):
        case = case_of(kid, context.lexicon)
        loose = case is not None and kid.i > token.i and kid.dep_ != "nmod:poss"
        if (
            loose
            and (case not in context.lexicon.of or not context.is_actor(token))
            and _free(token, case, context)
        ):
            if case in context.lexicon.of and not context.is_actor(kid):
                continue
            yield kid, case
            yield from _clinging(kid, context, depth - 1)


def _free(token: Token, case: str | None, context: Context) -> bool:
    """Whether a phrase under this word may be the act's instead."""
    return (
        context.is_actor(token)
        or case not in context.lexicon.of
        or lemma(token) not in context.lexicon.events
    )


def _by_case(
    trigger: Trigger, phrases: list[tuple[Token, str | None]], context: Context
) -> Iterator[Argument]:
    lexicon = context.lexicon
    possessors = [kid for kid in trigger.head.children if _is_possessor(kid, context)]
    ofs = [kid for kid, case in phrases if case in lexicon.of]
    others = [(kid, case) for kid, case in phrases if case not in lexicon.of and case is not None]
    doers = [kid for kid, case in others if case in lexicon.agent] + _verb_agents(trigger, context)
    yield from _of_roles(trigger, possessors, ofs, bool(doers), context, others)
    for kid, case in others:
        slot = "subject" if case in lexicon.agent else "indirect" if case in lexicon.dative else "oblique"
        for word in spread([kid]):
            yield argument(slot, word, context, None if slot == "subject" else case)


def _verb_agents(trigger: Trigger, context: Context) -> list[Token]:
    if trigger.light is None:
        return []
    return [] if trigger.patient else deep_roles(trigger.light, context)[0]


def _is_possessor(kid: Token, context: Context) -> bool:
    if kid.dep_ == "nmod:poss":
        return True
    return kid.pos_ in ("DET", "PRON") and kid.text.lower() in context.lexicon.possessive


def _of_roles(
    trigger: Trigger,
    possessors: list[Token],
    ofs: list[Token],
    agent: bool,
    context: Context,
    others: list[tuple[Token, str | None]],
) -> Iterator[Argument]:
    doing, bearing = _share(trigger, possessors, ofs, agent, context, others)
    for slot, heads in (("subject", doing), ("object", bearing)):
        for word in spread(heads):
            yield argument(slot, word, context)


def _share(
    trigger: Trigger,
    possessors: list[Token],
    ofs: list[Token],
    agent: bool,
    context: Context,
    others: list[tuple[Token, str | None]],
) -> tuple[list[Token], list[Token]]:
    """Who does it and what it is done to, among the possessor and what follows "de" or "of"."""
    lexicon = context.lexicon
    if possessors and ofs:
        return possessors, ofs
    if agent:
        return [], possessors + ofs
    if len(ofs) > 1:
        does = [kid for kid in ofs if context.is_actor(core(kid, context))]
        acted = [kid for kid in ofs if kid not in does]
        return (does[:1], acted[:1]) if does and acted else (ofs[1:2], ofs[:1])
    if trigger.light is not None and possessors and possessors[0].pos_ in ("PRON", "DET"):
        # "Rome a exprimé son inquiétude": the pronoun says no more than the subject does.
        possessors = []
    heads = possessors or ofs
    if not heads:
        return [], []
    word = trigger.lemma
    if word in lexicon.of_subject:
        return heads, []
    if word in lexicon.of_either:
        aimed = any(case not in lexicon.agent for _, case in others)
        acts = context.is_actor(core(heads[0], context)) and (aimed or bool(possessors))
        return (heads, []) if acts else ([], heads)
    if possessors and any(case not in lexicon.agent for _, case in others) and word in lexicon.events:
        return (
            (possessors, [])
            if context.is_actor(possessors[0]) and possessors[0].pos_ != "PRON"
            else ([], possessors)
        )
    return [], heads


def _modifiers(noun: Token, context: Context) -> list[Argument]:
    found = []
    for kid in kids(noun, "amod", "compound", "nmod"):
        if base(kid) == "nmod" and (kid.dep_ == "nmod:poss" or case_of(kid, context.lexicon) is not None):
            continue
        for word in [kid, *(extra for extra in kids(kid, "conj"))]:
            start, end = (word.i, word.i + 1) if base(kid) == "amod" else narrow(word, context)
            found.append(Argument("modifier", word.i, start, end))
    return found


def _from_clauses(noun: Token, trigger: Trigger, context: Context) -> list[Argument]:
    """What clauses that describe the noun add: "frappes visant X", "accord pour livrer", "une guerre menée par X"."""
    found = []
    for clause in kids(noun, "acl", "xcomp", "ccomp"):
        if trigger.light is not None and clause.i == trigger.light.i:
            continue
        relative = clause.dep_ == "acl:relcl"
        if not relative and (is_infinitive(clause) or base(clause) in ("ccomp", "xcomp")):
            found.append(Argument("clause", clause.i, *clause_span(clause)))
        elif is_gerund(clause) and clause.pos_ == "VERB":
            found += [
                argument("oblique", word, context, lemma(clause)) for word in deep_roles(clause, context)[1]
            ]
        elif is_participle(clause) and not relative:
            found += [argument("subject", word, context) for word in deep_roles(clause, context)[0]]
    return found


def _from_support(trigger: Trigger, own: list[Argument], context: Context) -> list[Argument]:
    """The support verb's parties, where the noun's own phrase does not name them."""
    verb = trigger.light
    assert verb is not None  # noqa: S101
    doing, bearing = deep_roles(verb, context)
    skip = {trigger.head.i, counted(trigger.head, context).i} | set(range(trigger.start, trigger.end))
    taken = {one.head for one in own}
    found = []
    slot = "object" if trigger.patient else "subject"
    for word in doing:
        if word.i not in skip and core(word, context).i not in taken:
            found.append(argument(slot, word, context))
    for kid in kids(verb, "iobj", "obl"):
        case = case_of(kid, context.lexicon)
        if kid.i in skip or (case is None and base(kid) != "iobj") or case in context.lexicon.agent:
            continue
        aimed = base(kid) == "iobj" or case in context.lexicon.dative
        for word in spread([kid]):
            if word.i not in skip and core(word, context).i not in taken:
                found.append(argument("indirect" if aimed else "oblique", word, context, case))
    for kid in kids(verb, "xcomp", "ccomp", "advcl"):
        if kid.i not in skip and not (base(kid) == "advcl" and not is_infinitive(kid)):
            found.append(Argument("clause", kid.i, *clause_span(kid)))
    return found
