"""Who did it, told by the word that ties somebody to an act: "accused the rebels of the attack".

The act's own phrase names no doer; whoever blames, claims or attributes it does. Whether that is so is for the
attribution and the verdict on the act to say: here it is only told whom the sentence means.
"""

from __future__ import annotations

from reportedly.pipes.predicates.clauses import surface_subjects
from reportedly.pipes.predicates.context import Context
from reportedly.pipes.predicates.objects import surface_objects
from reportedly.pipes.predicates.owners import owners
from reportedly.pipes.predicates.tree import (
    base,
    case_of,
    is_infinitive,
    is_reflexive_pronoun,
    kids,
    lemma,
    plain,
)
from reportedly.pipes.predicates.voice import passive
from reportedly.pipes.tokens import Token

#: Labels of phrases and clauses that complete a word.
COMPLEMENTS = ("nmod", "obl", "obj", "acl", "advcl", "xcomp", "ccomp")
#: How far above an act the word that blames for it may stand: "implicated in a plot to kill".
HIGH = 2


def culprits(act: Token, context: Context) -> list[Token]:
    """The heads of those who are said to have done an act, by its phrase's or clause's head."""
    if base(act) in ("nsubj", "obj"):
        found = _attributed(act, context)
        if found:
            return found
    if base(act) not in COMPLEMENTS or _introduced(act, context) not in context.lexicon.culprits.cases:
        return []
    governor = act.head
    for _ in range(HIGH):
        found = _tied(governor, context)
        if found or governor.head.i == governor.i or base(governor) not in COMPLEMENTS:
            return found
        governor = governor.head
    return []


def _introduced(act: Token, context: Context) -> str | None:
    """The preposition or conjunction that begins a phrase or clause."""
    marks = [plain(kid, context.lexicon) for kid in kids(act, "mark")]
    return marks[0] if marks else case_of(act, context.lexicon)


def _tied(governor: Token, context: Context) -> list[Token]:
    """Whom a word ties to what completes it."""
    words, word = context.lexicon.culprits, lemma(governor)
    if word in words.blames and governor.pos_ in ("VERB", "ADJ", "AUX"):
        return _blamed(governor, context)
    if word in words.adjectives:
        described = base(governor) in ("amod", "acl") and governor.head.pos_ in ("NOUN", "PROPN", "PRON")
        return [governor.head] if described else surface_subjects(governor, context)
    if word in words.nouns:
        return _with_part(governor, context)
    return []


def _blamed(verb: Token, context: Context) -> list[Token]:
    """Whom a verb blames: its object, or the subject of its passive or of an adjective made of it."""
    bare = base(verb) in ("amod", "acl") and verb.dep_ != "acl:relcl"
    if bare and verb.head.pos_ in ("NOUN", "PROPN", "PRON"):
        return [verb.head]
    used = passive(verb, context) or any(base(kid) == "cop" for kid in verb.children)
    if used:
        return surface_subjects(verb, context)
    told = [kid for kid in kids(verb, "iobj") if not is_reflexive_pronoun(kid)]  # "charge them with it"
    return surface_objects(verb, context) or told


def _with_part(noun: Token, context: Context) -> list[Token]:
    """Whose responsibility or part it is: its owner, or who claims it or has it."""
    of = [kid for kid in kids(noun, "nmod") if case_of(kid, context.lexicon) in context.lexicon.of]
    named = owners(noun, context) or [kid for kid in of if context.is_actor(kid)]
    if named:
        return named
    verb = noun.head
    takes = base(noun) in ("obj", "nsubj") and lemma(verb) in context.lexicon.culprits.assumes
    return surface_subjects(verb, context) if takes and not passive(verb, context) else []


def _attributed(act: Token, context: Context) -> list[Token]:
    """To whom an act is attributed: "attributed the bombing to the rebels"."""
    verb, words = act.head, context.lexicon.culprits
    if lemma(verb) not in words.attributes or (base(act) == "nsubj") != passive(verb, context):
        return []
    near = [*kids(verb, "obl", "iobj", "nmod", "obj"), *kids(act, "nmod")]
    return [kid for kid in near if kid.i > verb.i and case_of(kid, context.lexicon) in words.to]


def suspicion(act: Token, context: Context) -> Token | None:
    """The word by which somebody is only suspected of an act: "five men accused of the murder"."""
    words, node = context.lexicon.culprits, act
    for _ in range(HIGH + 1):
        if base(node) not in COMPLEMENTS or node.head.i == node.i:
            return None
        governor = node.head
        if lemma(governor) in words.suspects and _introduced(node, context) in words.cases:
            bare = passive(governor, context) or base(governor) in ("acl", "amod")
            return governor if bare or not is_infinitive(node) else None
        node = governor
    return None
