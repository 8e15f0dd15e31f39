"""Who does what in a verb's clause, once voice, control, raising, relatives and coordination are undone."""

from __future__ import annotations

from spacy.tokens import Token

from reportedly.pipes.predicates.context import Context
from reportedly.pipes.predicates.phrases import core
from reportedly.pipes.predicates.tree import (
    base,
    case_of,
    conjuncts,
    is_gerund,
    is_infinitive,
    is_participle,
    is_passive,
    is_reflexive_pronoun,
    kids,
    lemma,
    plain,
)

DEPTH = 8
#: What can be coordinated with a party; a verb here is a slip of the parser.
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "SYM"})


def passive(verb: Token, context: Context) -> bool:
    """Whether a verb is passive; a coordinated participle is what the verb that it continues is."""
    if (
        base(verb) == "conj"
        and is_participle(verb)
        and is_participle_form(verb.head)
        and not _own_subjects(verb)
    ):
        if not any(kid.dep_ == "aux:pass" for kid in verb.children):
            return passive(verb.head, context)
    return is_passive(verb, context.lexicon)


def is_participle_form(token: Token) -> bool:
    """A past participle, with or without auxiliaries."""
    return "Part" in token.morph.get("VerbForm") and "Past" in token.morph.get("Tense")


def _own_subjects(verb: Token) -> list[Token]:
    found = []
    for kid in verb.children:
        if base(kid) == "nsubj" and kid.dep_ != "nsubj:outer" and not kid.is_space and not kid.is_punct:
            found.append(kid)
    return found


def resolved(token: Token, verb: Token) -> list[Token]:
    """What a relative pronoun stands for; any other word stands for itself."""
    if "Rel" not in token.morph.get("PronType") or token.pos_ not in ("PRON", "DET", "SCONJ", "ADV"):
        return [token]
    antecedent = _antecedent(verb)
    return [antecedent] if antecedent is not None else []


def _antecedent(verb: Token) -> Token | None:
    """The noun that the nearest relative clause around a verb describes."""
    for _ in range(DEPTH):
        if base(verb) == "acl" and verb.head.i != verb.i:
            return verb.head
        if base(verb) not in ("xcomp", "conj", "ccomp", "advcl", "obj", "obl") or verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


def surface_subjects(verb: Token, context: Context, depth: int = 0) -> list[Token]:
    """The words in a clause's subject position, shared and understood ones included."""
    own = [kid for kid in _own_subjects(verb) if not is_time(kid, context)]
    if own:
        own = _cut_off(verb, own[0]) + own
        return [word for subject in own for word in resolved(subject, verb)]
    if depth > DEPTH or verb.head.i == verb.i or any(base(kid) == "csubj" for kid in verb.children):
        return []
    if any(kid.dep_ in ("expl", "expl:subj") and kid.i < verb.i for kid in verb.children):
        return []
    return _inherited(verb, context, depth + 1)


def _cut_off(verb: Token, subject: Token) -> list[Token]:
    """The first of two subjects, where the parser took it for a sentence of its own: "Rome et Tunis ont signé"."""
    head = verb.head
    if (
        base(verb) != "conj"
        or head.pos_ not in ("NOUN", "PROPN")
        or head.i > subject.i
        or _own_subjects(head)
    ):
        return []
    joins = any(
        base(kid) == "cc" and head.i < kid.i < subject.i for kid in (*verb.children, *subject.children)
    )
    return [head] if joins and not any(base(kid) == "cop" for kid in head.children) else []


def _inherited(verb: Token, context: Context, depth: int) -> list[Token]:
    label, head = base(verb), verb.head
    if label == "conj":
        return surface_subjects(head, context, depth)
    if label in ("xcomp", "ccomp") and (label == "xcomp" or not _is_finite(verb)):
        return controllers(verb, head, context, depth)
    if label in ("advcl", "obl") and not _is_finite(verb):
        marked = {plain(kid, context.lexicon) for kid in kids(verb, "mark", "case")}
        if marked & context.lexicon.of and lemma(head) in context.lexicon.object_control:
            return controllers(verb, head, context, depth)
        return surface_subjects(head, context, depth)
    if label == "acl":
        return _of_described(verb, context, depth)
    if label in ("parataxis", "dep") and is_gerund(verb):
        return surface_subjects(head, context, depth)
    return []


def _is_finite(verb: Token) -> bool:
    """Whether a clause has a finite verb, auxiliaries included."""
    if is_infinitive(verb) or is_gerund(verb) or is_participle(verb):
        return False
    helpers = [kid for kid in verb.children if base(kid) in ("aux", "cop")]
    return not helpers or any("Fin" in kid.morph.get("VerbForm") for kid in helpers)


def controllers(verb: Token, head: Token, context: Context, depth: int) -> list[Token]:
    """Who is understood to do a complement's act: the governor's subject, or whom it asks or drives."""
    lexicon, word = context.lexicon, lemma(head)
    if word in lexicon.object_control and not passive(head, context):
        objects = [
            kid for kid in kids(head, "obj", "iobj") if not is_reflexive_pronoun(kid) and kid.i != verb.i
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


def _is_dative(kid: Token, context: Context) -> bool:
    if base(kid) == "iobj":
        return not is_reflexive_pronoun(kid)
    return case_of(kid, context.lexicon) in context.lexicon.dative


def _of_described(verb: Token, context: Context, depth: int) -> list[Token]:
    """The subject of a clause that describes a noun."""
    noun = verb.head
    relative = verb.dep_ == "acl:relcl" or any("Rel" in kid.morph.get("PronType") for kid in verb.children)
    if relative or not is_infinitive(verb):
        return [noun]
    if noun.pos_ in ("ADJ", "VERB") or any(base(kid) == "cop" for kid in noun.children):
        return surface_subjects(noun, context, depth)
    governor = noun.head
    if governor.i != noun.i and base(noun) in ("obj", "obl", "nmod") and governor.pos_ in ("VERB", "AUX"):
        return surface_subjects(governor, context, depth)
    return owners(noun, context)


def owners(noun: Token, context: Context) -> list[Token]:
    """Whose a noun's act is, by its possessor or agent alone."""
    lexicon = context.lexicon
    found = [kid for kid in noun.children if kid.dep_ == "nmod:poss"]
    return found or [kid for kid in kids(noun, "nmod", "obl") if case_of(kid, lexicon) in lexicon.agent]


def agents(verb: Token, context: Context) -> list[Token]:
    """Who does a passive verb's act."""
    lexicon = context.lexicon
    found = [kid for kid in verb.children if kid.dep_ in ("obl:agent", "obj:agent", "iobj:agent")]
    if found:
        return found
    found = [kid for kid in kids(verb, "obl", "nmod") if case_of(kid, lexicon) in lexicon.agent]
    return found or _agents_astray(verb, context)


def _agents_astray(verb: Token, context: Context) -> list[Token]:
    """An agent that the parser hung on the place before it: "touchés dans la région par des drones"."""
    lexicon = context.lexicon
    for kid in kids(verb, "obl", "nsubj", "obj"):
        for inner in kids(kid, "nmod", "obl"):
            behind = inner.i > verb.i and lemma(kid) not in lexicon.events
            if behind and case_of(inner, lexicon) in lexicon.agent and not is_time(inner, context):
                return [inner]
    return []


def surface_objects(verb: Token, context: Context) -> list[Token]:
    """The words in a clause's object position, those of relatives and of coordinated verbs included."""
    own = [kid for kid in kids(verb, "obj") if not is_reflexive_pronoun(kid) and kid.dep_ != "obj:agent"]
    own = [kid for kid in own if not is_time(kid, context)] + in_time(verb, context)
    if own:
        return [word for kid in own for word in resolved(kid, verb)]
    if passive(verb, context):
        return []
    counted = [
        core(kid, context) for kid in kids(verb, "obl", "obj", "advmod") if is_amount(kid, verb, context)
    ]
    if counted:
        return counted
    late = in_time(verb, context, bare=False)
    if late:
        return late
    swallowed = [word for kid in kids(verb, "obl", "iobj") for word in partitives(kid, context)]
    if swallowed:
        return swallowed
    if verb.dep_ == "acl:relcl" and _own_subjects(verb) and not _resumes(verb):
        return [verb.head]
    after = [
        kid
        for kid in kids(verb, "conj")
        if kid.pos_ == "VERB" and kid.i - verb.i <= 3 and not _own_subjects(kid)
    ]
    if after and not any(base(kid) in ("obl", "ccomp", "xcomp") for kid in verb.children):
        return [kid for kid in kids(after[0], "obj") if not is_reflexive_pronoun(kid)]
    return []


def is_amount(kid: Token, verb: Token, context: Context) -> bool:
    """Whether a phrase that looks like an adjunct is a counted object: "plus de cent civils", "jusqu'à mille réfugiés"."""
    lexicon = context.lexicon
    if kid.i < verb.i or is_time(core(kid, context), context):
        return False
    case = case_of(kid, lexicon)
    if case is not None:
        first = kid.left_edge.i
        before = kid.doc[first - 1].text.lower() if first > verb.i + 1 else ""
        amount = case in lexicon.approximate or f"{before} {case}" in lexicon.approximate
        return amount and kid.pos_ in NOMINAL
    if base(kid) == "obl" and kid.pos_ == "NOUN" and kid.dep_ != "obl:unmarked":
        return any(base(word) in ("det", "nummod", "amod") for word in kid.children)
    return lemma(kid) in lexicon.quantifiers and core(kid, context).i != kid.i


def is_time(token: Token, context: Context) -> bool:
    """Whether a phrase only says when."""
    return lemma(token) in context.lexicon.times or token.text.lower() in context.lexicon.times


def in_time(verb: Token, context: Context, *, bare: bool = True) -> list[Token]:
    """Objects that the parser hung on the day before them: "a levé vendredi le blocus"."""
    lexicon, found = context.lexicon, []
    for day in kids(verb, "obj", "obl", "nmod"):
        if day.i < verb.i or not is_time(day, context) or (case_of(day, lexicon) is None) != bare:
            continue
        # "deported a man Friday": the man as a part of the day's name.
        found += [kid for kid in kids(day, "compound") if kid.pos_ == "NOUN" and not is_time(kid, context)]
        for kid in kids(day, "nmod", "appos", "conj"):
            article = next(
                (word for word in kid.children if word.i < kid.i and base(word) in ("case", "det")), None
            )
            starts = article is None or base(article) == "det" or article.text.lower() in lexicon.partitive
            starts = starts if bare else article is not None and article.text.lower() in lexicon.partitive
            if kid.i > day.i and starts and not is_time(kid, context) and kid.pos_ in NOMINAL:
                found.append(kid)
    return found


def partitives(token: Token, context: Context) -> list[Token]:
    """An object that the parser hung on the name before it: "livre à l'Ukraine des chars"."""
    if not context.is_actor(token):
        return []
    found = []
    for kid in kids(token, "nmod"):
        near = next((word for word in kid.children if base(word) in ("case", "det") and word.i < kid.i), None)
        if near is not None and near.text.lower() in context.lexicon.partitive and not context.is_actor(kid):
            found.append(kid)
    return found


def _resumes(verb: Token) -> bool:
    """Whether a relative clause already has its antecedent in it, or takes no object."""
    for kid in verb.children:
        if "Rel" in kid.morph.get("PronType") or base(kid) in ("ccomp", "xcomp", "obj", "cop"):
            return True
        if any("Rel" in word.morph.get("PronType") for word in kid.children):
            return True
    return False


def deep_roles(verb: Token, context: Context) -> tuple[list[Token], list[Token]]:
    """Who does it and what it is done to."""
    if passive(verb, context):
        doing, bearing = agents(verb, context), surface_subjects(verb, context)
    else:
        doing, bearing = surface_subjects(verb, context), surface_objects(verb, context)
    return _parties(doing, context), _parties(bearing, context)


def _parties(heads: list[Token], context: Context) -> list[Token]:
    return [word for word in spread(heads) if not is_time(word, context)]


def is_verbal(word: Token) -> bool:
    """Whether a coordinated word is a clause of its own."""
    return any(base(kid) in ("nsubj", "aux", "cop") for kid in word.children)


def spread(heads: list[Token]) -> list[Token]:
    """Heads with all that is coordinated with them, in order."""
    seen: dict[int, Token] = {}
    for head in heads:
        for word in conjuncts(head):
            if word.i != head.i and (word.pos_ not in NOMINAL or is_verbal(word)):
                continue
            seen.setdefault(word.i, word)
    return [seen[place] for place in sorted(seen)]
