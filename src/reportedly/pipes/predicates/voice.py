"""Whether a verb's subject does what it says or bears it, the slips of the parser around participles undone."""

from __future__ import annotations

from reportedly.pipes.predicates.context import Context
from reportedly.pipes.predicates.subjects import own_subjects
from reportedly.pipes.predicates.tree import (
    base,
    feature,
    is_participle,
    is_passive,
    is_reflexive,
    kids,
    lemma,
    name_before,
    plain,
)
from reportedly.pipes.tokens import Token
from reportedly.pipes.words import children, tables_of

DEPTH = 8


def passive(verb: Token, context: Context) -> bool:
    """Whether a verb is passive; a coordinated participle is what the verb that it continues is."""
    answers, key = tables_of(verb.doc).answers, (f"{__name__}.passive", verb.i)
    if key not in answers:
        answers[key] = _passive(verb, context)
    return bool(answers[key])


def _passive(verb: Token, context: Context) -> bool:
    head = continued(verb)
    if described(verb, context) or _is_seen(verb, context):
        return True
    if lemma(verb) in context.lexicon.resolved and _is_resolved(verb, context):
        return False
    continues = base(verb) == "conj" and is_participle(verb) and is_participle_form(head)
    bare = not own_subjects(verb) and not any(kid.dep_ == "aux:pass" for kid in children(verb))
    if continues and bare:
        return passive(head, context)
    if name_before(verb) or (bare and _goes_on(verb)):
        return False
    if is_reflexive(verb) and any(context.is_actor(kid) for kid in own_subjects(verb)):
        return False  # « Les troupes se sont retirées »: whoever can act did it themselves
    return is_reduced(verb) or is_passive(verb, context.lexicon)


def described(verb: Token, context: Context) -> list[Token]:
    """Whom a participle right behind a noun describes that a parser took for a joined verb.

    "Jailed the brother of a man suspected of a raid": nothing joins the two verbs, and the second has no object.
    """
    if base(verb) != "conj" or verb.pos_ != "VERB" or "Past" not in feature(verb, "Tense"):
        return []
    labels = {base(kid) for kid in verb.children if kid.i < verb.i}
    if labels & {"cc", "punct", "aux", "nsubj", "advmod"} or any(kids(verb, "obj", "ccomp")):
        return []
    before = verb.doc[verb.i - 1]
    while base(before) in ("flat", "compound") and before.head.i < verb.i and before.head.i != before.i:
        before = before.head
    return [before] if before.i > verb.head.i and context.is_actor(before) else []


def _is_seen(verb: Token, context: Context) -> bool:
    """Whether a seeming past tense is what somebody saw or had done: "a raid that saw ten men killed"."""
    held = base(verb) in ("ccomp", "xcomp") and lemma(verb.head) in context.lexicon.sees
    past = "Past" in feature(verb, "Tense") and verb.head.i < verb.i
    alone = not any(base(kid) in ("aux", "cop", "mark", "obj", "ccomp", "xcomp") for kid in verb.children)
    return held and past and alone


def _is_resolved(verb: Token, context: Context) -> bool:
    """Whether somebody is said to have a mind to something: "Rome is committed to leaving"."""
    aims = [kid for kid in kids(verb, "obl", "advcl", "xcomp") if kid.i > verb.i]
    marks = {plain(word, context.lexicon) for kid in aims for word in kids(kid, "case", "mark")}
    return bool(marks & context.lexicon.dative) and any(context.is_actor(kid) for kid in own_subjects(verb))


def is_reduced(verb: Token) -> bool:
    """Whether a seeming main verb is a participle of the subject of the next: "The men jailed in Rome were freed"."""
    if any(
        base(kid) in ("obj", "aux", "cop", "xcomp", "ccomp") for kid in children(verb)
    ) or not own_subjects(verb):
        return False
    later = [kid for kid in kids(verb, "conj") if kid.i > verb.i and not own_subjects(kid)]
    return any(
        not any(base(word) == "cc" or word.text == "," for word in children(kid))
        and any(base(word) in ("aux", "cop") for word in children(kid))
        for kid in later
    )


def continued(verb: Token) -> Token:
    """The head of a clause; of a participle hung on an adjective, the verb above: "ont expulsé deux agents russes et
    suspendu une aide"."""
    head = verb.head
    if base(verb) != "conj" or not is_participle(verb) or head.pos_ not in ("ADJ", "NOUN", "PROPN"):
        return head
    if any(base(kid) in ("nsubj", "cop", "aux") for kid in (*children(verb), *children(head))):
        return head
    for _ in range(DEPTH):
        if head.pos_ == "VERB":
            return head
        if head.head.i == head.i:
            break
        head = head.head
    return verb.head


def _goes_on(verb: Token) -> bool:
    """Whether a seeming participle is the past tense of a verb coordinated with a finite one: "met and signed"."""
    return base(verb) == "conj" and is_participle(verb) and "Fin" in feature(verb.head, "VerbForm")


def is_participle_form(token: Token) -> bool:
    """A past participle, with or without auxiliaries."""
    return "Part" in feature(token, "VerbForm") and "Past" in feature(token, "Tense")
