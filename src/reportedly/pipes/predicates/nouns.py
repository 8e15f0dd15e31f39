"""The arguments of nouns that name acts: "la livraison de missiles par l'Iran à la Russie"."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.pipes.draft import Argument
from reportedly.pipes.predicates.companions import mate
from reportedly.pipes.predicates.complements import Complements, astray
from reportedly.pipes.predicates.context import Context
from reportedly.pipes.predicates.culprits import culprits
from reportedly.pipes.predicates.deep import deep_roles, gathered, spread
from reportedly.pipes.predicates.objects import marked
from reportedly.pipes.predicates.owners import act_subjects
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
from reportedly.pipes.tokens import Token


def argument(slot: str, token: Token, context: Context, case: str | None = None) -> Argument:
    """An argument around a head, quantities looked through."""
    head = core(token, context)
    start, end = narrow(head, context)
    return Argument(slot, head.i, start, end, case)


def noun_arguments(trigger: Trigger, context: Context) -> list[Argument]:
    """What a noun's own phrase and its support verb say of who does what to whom."""
    noun = trigger.head
    found = list(_by_case(trigger, context))
    found += [argument("subject", word, context) for word in spread(act_subjects(noun))]
    found += _modifiers(noun, context)
    found += _from_clauses(noun, trigger, context)
    if trigger.light is not None:
        found += _from_support(trigger, found, context)
    elif not any(one.slot == "subject" for one in found):
        found = _with_doers(found, noun, context)
    inside = range(*trigger.name)
    return [one for one in found if one.head not in inside]


def _by_case(trigger: Trigger, context: Context) -> Iterator[Argument]:
    """The arguments that the noun's complements give."""
    lexicon = context.lexicon
    complements = Complements.of(trigger, context)
    doing, bearing = complements.share(trigger, context)
    for slot, heads in (("subject", doing), ("object", bearing)):
        yield from (argument(slot, word, context) for word in gathered(heads, context))
    for kid, case in complements.others:
        slot = "subject" if case in lexicon.agent else "indirect" if case in lexicon.dative else "oblique"
        other = mate(kid, context)
        for word in gathered([kid] if other is None else [kid, other], context):
            yield argument(slot, word, context, None if slot == "subject" else case)


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
        elif is_participle(clause) and not relative and lemma(clause) not in context.lexicon.asks:
            found += [argument("subject", word, context) for word in deep_roles(clause, context)[0]]
    return found


def _with_doers(found: list[Argument], noun: Token, context: Context) -> list[Argument]:
    """The arguments with those whom the words around the noun's phrase tell to have done it."""
    above = _from_governor(noun, context)
    if not above:
        act = first_conjunct(counted(noun, context))
        above = [argument("subject", word, context) for word in spread(culprits(act, context))]
    doing = {one.head for one in above}
    return [one for one in found if one.head not in doing] + above


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


def _from_support(trigger: Trigger, own: list[Argument], context: Context) -> list[Argument]:
    """The support verb's parties, where the noun's own phrase does not name them."""
    verb = trigger.light
    assert verb is not None  # noqa: S101
    verb = verb.head if base(verb) == "cop" else verb  # "is under attack"
    own_words = {trigger.head.i, counted(trigger.head, context).i} | set(range(trigger.start, trigger.end))
    taken = {one.head for one in own}

    def is_new(word: Token) -> bool:
        return word.i not in own_words and core(word, context).i not in taken

    slot = "object" if trigger.patient else "subject"
    found = [argument(slot, word, context) for word in deep_roles(verb, context)[0] if is_new(word)]
    near = [*marked(verb, context), *astray(verb, context), *_behind_agent(verb, context)]
    for kid in [*kids(verb, "iobj", "obl"), *near]:
        case = case_of(kid, context.lexicon)
        if kid.i in own_words or (case is None and base(kid) != "iobj") or case in context.lexicon.agent:
            continue
        aimed = "indirect" if base(kid) == "iobj" or case in context.lexicon.dative else "oblique"
        gives = trigger.patient and case in context.lexicon.source and context.is_actor(core(kid, context))
        aimed = "subject" if gives else aimed
        found += [argument(aimed, word, context, case) for word in spread([kid]) if is_new(word)]
    clauses = [
        kid for kid in kids(verb, "xcomp", "ccomp", "advcl") if base(kid) != "advcl" or is_infinitive(kid)
    ]
    found += [
        Argument("clause", kid.i, *clause_span(kid))
        for kid in clauses
        if kid.i not in own_words and not _is_inquit(kid)
    ]
    return found


def _is_inquit(clause: Token) -> bool:
    """Whether a seeming complement only says who says so: "received shipments of rice, the mayor said"."""
    first = clause.left_edge
    apart = "," in (first.text, first.nbor(-1).text if first.i else "")
    return base(clause) == "ccomp" and apart and not any(kids(clause, "mark")) and any(kids(clause, "nsubj"))


def _behind_agent(verb: Token, context: Context) -> list[Token]:
    """Phrases of the act that the parser hung on its doer: "carried out by the rebels against the town"."""
    of = (None, *context.lexicon.of)
    doers = [kid for kid in kids(verb, "obl") if case_of(kid, context.lexicon) in context.lexicon.agent]
    return [kid for doer in doers for kid in kids(doer, "nmod") if case_of(kid, context.lexicon) not in of]
