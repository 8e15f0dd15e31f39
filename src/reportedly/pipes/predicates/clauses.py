"""Who stands where in a verb's clause, once voice, control, raising and relatives are undone."""

from __future__ import annotations

from reportedly.pipes.predicates.agreement import agreeing, held_to
from reportedly.pipes.predicates.context import Context
from reportedly.pipes.predicates.lists import listed
from reportedly.pipes.predicates.owners import act_subjects, owners
from reportedly.pipes.predicates.subjects import own_subjects
from reportedly.pipes.predicates.tree import (
    base,
    case_of,
    feature,
    is_gerund,
    is_infinitive,
    is_mark,
    is_marked_gerund,
    is_participle,
    is_reflexive,
    is_reflexive_pronoun,
    kids,
    lemma,
    plain,
)
from reportedly.pipes.predicates.voice import continued, described, passive
from reportedly.pipes.tokens import Token
from reportedly.pipes.words import children

DEPTH = 8
#: What a parser may take a subject behind its verb for.
MISTAKEN = ("obj", "ccomp", "xcomp", "parataxis")


def resolved(token: Token, verb: Token) -> list[Token]:
    """What a relative pronoun stands for; any other word stands for itself."""
    if "Rel" not in feature(token, "PronType") or token.pos_ not in ("PRON", "DET", "SCONJ", "ADV"):
        return [token]
    antecedent = _antecedent(verb)
    return [antecedent] if antecedent is not None else []


def _antecedent(verb: Token) -> Token | None:
    """The noun that the nearest relative clause around a verb describes."""
    for _ in range(DEPTH):
        if (base(verb) == "acl" or verb.dep_ == "advcl:cleft") and verb.head.i != verb.i:
            return verb.head
        if base(verb) not in ("xcomp", "conj", "ccomp", "advcl", "obj", "obl") or verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


def surface_subjects(verb: Token, context: Context, depth: int = 0) -> list[Token]:
    """The words in a clause's subject position, shared and understood ones included."""
    own = [
        kid for kid in own_subjects(verb) if not is_time(kid, context) and not _is_dummy(kid, verb, context)
    ]
    if own:
        own = (_cut_off(verb, own[0]) or _opening(verb, own[0], context)) + own
        return [word for subject in own for word in resolved(subject, verb)]
    turned = inverted(verb, context) or described(verb, context)
    if turned:
        return turned
    closed = verb.head.i == verb.i or any(base(kid) == "csubj" for kid in children(verb))
    if depth > DEPTH or (closed and not is_of_somebody(verb, context)):
        return []
    empty = [kid for kid in kids(verb, "expl") if kid.dep_ in ("expl", "expl:subj") and kid.i < verb.i]
    if empty:
        return empty if is_of_somebody(verb, context) else []
    return _inherited(verb, context, depth + 1)


def _is_dummy(subject: Token, verb: Token, context: Context) -> bool:
    """Whether a pronoun only announces what a passive verb's act is done to: « il leur est demandé une somme »."""
    if subject.pos_ != "PRON" or "Sing" not in feature(subject, "Number") or not passive(verb, context):
        return False
    thing = [kid for kid in kids(verb, "obj") if kid.i > verb.i and kid.pos_ == "NOUN"]
    return bool(thing) and any(kids(verb, "iobj")) and "Prs" in feature(subject, "PronType")


def is_of_somebody(head: Token, context: Context) -> bool:
    """Whether an adjective says what somebody is ready for, so that "it" before it is nobody's dummy."""
    ready = head.pos_ == "ADJ" and lemma(head) in context.lexicon.adjectives
    return ready and any(is_infinitive(kid) for kid in kids(head, "csubj", "xcomp"))


def inverted(verb: Token, context: Context) -> list[Token]:
    """The subject behind its verb after a quotation, taken for an object: "», a menacé le ministre"."""
    if base(verb) not in ("ROOT", "root", "parataxis") or own_subjects(verb) or passive(verb, context):
        return []
    first = min([verb.i, *(kid.i for kid in kids(verb, "aux"))])
    if first == verb.sent.start or not verb.doc[first - 1].is_punct:
        return []
    if not any("Fin" in feature(word, "VerbForm") for word in (verb, *kids(verb, "aux"))):
        return []
    behind = [kid for kid in kids(verb, *MISTAKEN) if kid.i > verb.i and not is_reflexive_pronoun(kid)]
    near = len(behind) == 1 and behind[0].left_edge.i == verb.i + 1
    return behind if near and is_speaker(behind[0], context) else []


def is_speaker(token: Token, context: Context) -> bool:
    """Whether a phrase's head is somebody who may have said what stands before."""
    mention = context.by_token.get(token.i)
    return mention is not None and mention.kind in ("person", "organization", "group", "country")


def _cut_off(verb: Token, subject: Token) -> list[Token]:
    """The first of two subjects that the parser took for a sentence of its own: "Rome et Tunis ont signé"."""
    head = verb.head
    apart = base(verb) == "conj" and head.pos_ in ("NOUN", "PROPN") and head.i < subject.i
    if not apart or own_subjects(head):
        return []
    near = (*children(verb), *children(subject))
    joins = any(base(kid) == "cc" and head.i < kid.i < subject.i for kid in near)
    return [head] if joins and not any(base(kid) == "cop" for kid in children(head)) else []


def _opening(verb: Token, subject: Token, context: Context) -> list[Token]:
    """The first members of a list of subjects that the parser took for a phrase: "Two men, a nurse and a boy fled"."""
    offers = [kid for kid in kids(verb, "obl", "dep", "dislocated", "parataxis") if kid.i < subject.i]
    bare = [kid for kid in offers if case_of(kid, context.lexicon) is None and not is_time(kid, context)]
    return next(([kid] for kid in bare if any(one.i == subject.i for one in listed(kid))), [])


def _inherited(verb: Token, context: Context, depth: int) -> list[Token]:
    """The subject that a clause without one takes from its surroundings."""
    label, head = base(verb), continued(verb)
    if label == "acl":
        return _of_described(verb, context, depth)
    if (
        label == "xcomp"
        or (label == "csubj" and is_of_somebody(head, context))
        or (label == "ccomp" and not _is_finite(verb))
    ):
        return controllers(verb, head, context, depth)
    if label in ("advcl", "obl") and not _is_finite(verb):
        marked = {plain(kid, context.lexicon) for kid in kids(verb, "mark", "case")}
        if marked & context.lexicon.of and lemma(head) in context.lexicon.object_control:
            return controllers(verb, head, context, depth)
        if marked & context.lexicon.cause and lemma(head) in context.lexicon.cause_control:
            return culprits(verb, head, context, depth)
        return held_to(verb, head) or surface_subjects(head, context, depth)
    told = _told_of(verb, head) if label == "ccomp" else []
    shared = label == "conj" or (label in ("parataxis", "dep") and is_gerund(verb))
    return told or (agreeing(verb, head, surface_subjects(head, context, depth)) if shared else [])


def _told_of(verb: Token, head: Token) -> list[Token]:
    """The subject that the parser hung on the verb of saying: "Oslo said Rome, its ally, had been warned"."""
    if any(base(kid) == "mark" for kid in children(verb)):
        return []
    between = [
        kid for kid in kids(head, "xcomp", "obj") if head.i < kid.i < verb.i and kid.pos_ in ("NOUN", "PROPN")
    ]
    return between[-1:]


def _is_finite(verb: Token) -> bool:
    """Whether a clause has a finite verb, auxiliaries included."""
    if is_infinitive(verb) or is_gerund(verb) or is_participle(verb):
        return False
    helpers = [kid for kid in children(verb) if base(kid) in ("aux", "cop")]
    return not helpers or any("Fin" in feature(kid, "VerbForm") for kid in helpers)


def controllers(verb: Token, head: Token, context: Context, depth: int) -> list[Token]:
    """Who is understood to do a complement's act: the governor's subject, or whom it asks or drives."""
    lexicon, word = context.lexicon, lemma(head)
    if is_reflexive(head):
        return surface_subjects(head, context, depth)  # "Rome se dit préoccupée"
    if word in lexicon.object_control and not passive(head, context):
        objects = [
            kid
            for kid in kids(head, "obj", "iobj")
            if not is_reflexive_pronoun(kid) and kid.i != verb.i and not is_mark(kid)
        ]
        if objects:
            return [word for kid in objects for word in resolved(kid, head)]
    if word in lexicon.dative_control or word in lexicon.object_control:
        asked = [kid for kid in kids(head, "iobj", "obl") if _is_dative(kid, context) and kid.i < verb.i]
        if asked:
            return asked
        if word in lexicon.dative_control:
            return []
    return surface_subjects(head, context, depth)


def culprits(verb: Token, head: Token, context: Context, depth: int) -> list[Token]:
    """Who did what somebody is jailed, thanked or criticized for: "Rome jailed a man for helping Tunis"."""
    done = is_gerund(verb) or any(base(kid) == "aux" for kid in children(verb))
    if not done or passive(head, context):
        return surface_subjects(head, context, depth)  # "pour aider" is what it is for
    objects = [kid for kid in kids(head, "obj") if not is_reflexive_pronoun(kid)]
    return [word for kid in objects for word in resolved(kid, head)]


def _is_dative(kid: Token, context: Context) -> bool:
    if base(kid) == "iobj":
        return not is_reflexive_pronoun(kid)
    return case_of(kid, context.lexicon) in context.lexicon.dative


def _of_described(verb: Token, context: Context, depth: int) -> list[Token]:
    """The subject of a clause that describes a noun."""
    noun = verb.head
    relative = verb.dep_ == "acl:relcl" or any("Rel" in feature(kid, "PronType") for kid in children(verb))
    if not relative and is_gerund(verb):
        return _of_gerund(verb, context, depth)
    if relative or not is_infinitive(verb):
        return [noun]
    if is_aim(verb, context):
        return []
    if noun.pos_ in ("ADJ", "VERB") or any(base(kid) == "cop" for kid in children(noun)):
        return surface_subjects(noun, context, depth)
    governor = noun.head
    if governor.i != noun.i and base(noun) in ("obj", "obl", "nmod") and governor.pos_ in ("VERB", "AUX"):
        return surface_subjects(governor, context, depth)
    of = [kid for kid in kids(noun, "nmod") if case_of(kid, context.lexicon) in context.lexicon.of]
    return owners(noun, context) or [kid for kid in of if context.is_actor(kid) and kid.i < verb.i]


def _of_gerund(verb: Token, context: Context, depth: int) -> list[Token]:
    """The subject of a gerund beside a noun: the noun, unless a preposition parts them: "plans for selling"."""
    noun = verb.head
    if doing := act_subjects(noun):
        return doing
    if not is_marked_gerund(verb):
        return [noun]
    held = base(noun) == "obj" and noun.head.i != noun.i
    return owners(noun, context) or (surface_subjects(noun.head, context, depth) if held else [])


def is_aim(verb: Token, context: Context) -> bool:
    """Whether an infinitive describes the thing that it is done to: "Rome is no place to visit"."""
    noun = verb.head
    thing = (
        noun.pos_ == "NOUN" and not context.is_actor(noun) and lemma(noun) not in context.lexicon.periphrases
    )
    predicative = any(base(kid) == "cop" for kid in children(noun))
    helped = any(base(kid) in ("obj", "ccomp", "xcomp", "obl", "iobj", "aux") for kid in children(verb))
    return thing and predicative and base(verb) == "acl" and not helped


def is_time(token: Token, context: Context) -> bool:
    """Whether a phrase only says when."""
    return lemma(token) in context.lexicon.times or token.text.lower() in context.lexicon.times
