"""What a verb's act is done to, wherever the parser put it."""

from __future__ import annotations

from reportedly.pipes.predicates.clauses import inverted, is_time, resolved
from reportedly.pipes.predicates.context import Context
from reportedly.pipes.predicates.lists import is_clausal
from reportedly.pipes.predicates.phrases import core
from reportedly.pipes.predicates.subjects import is_cut_in, own_subjects, relative_before
from reportedly.pipes.predicates.tree import (
    base,
    case_of,
    feature,
    is_infinitive,
    is_mark,
    is_reflexive_pronoun,
    kids,
    lemma,
    plain,
)
from reportedly.pipes.predicates.voice import passive
from reportedly.pipes.tokens import Token

#: What can be coordinated with a party; a verb here is a slip of the parser.
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "SYM"})


def surface_objects(verb: Token, context: Context) -> list[Token]:
    """The words in a clause's object position, those of relatives and of coordinated verbs included."""
    own = [kid for kid in kids(verb, "obj") if not is_reflexive_pronoun(kid) and kid.dep_ != "obj:agent"]
    turned = {kid.i for kid in inverted(verb, context)} if own else set()
    own = [kid for kid in own if not is_time(kid, context)] + in_time(verb, context) + _second(verb)
    own += _joined(verb, context) if own else []
    left_out = turned | {kid.i for kid in marked(verb, context)}
    own = [kid for kid in own if kid.i not in left_out and not is_mark(kid)]
    if own:
        own += _named_behind(own[-1], verb, context)
        return [word for kid in own for word in resolved(kid, verb)]
    if passive(verb, context):
        return []
    for offer in OFFERS:
        found = offer(verb, context)
        if found:
            return found
    return []


def marked(verb: Token, context: Context) -> list[Token]:
    """Phrases with a preposition that the parser took for second objects: "launched a raid against targets"."""
    objects = [kid for kid in kids(verb, "obj") if kid.i > verb.i]
    cases = [(kid, case_of(kid, context.lexicon)) for kid in objects[1:]]
    return [kid for kid, case in cases if case is not None and case not in context.lexicon.of]


def _named_behind(last: Token, verb: Token, context: Context) -> list[Token]:
    """The names right behind a bare noun that says what they are: "murdered brothers Luis and Juan"."""
    place = last.right_edge.i + 1
    if (
        last.i < verb.i
        or last.pos_ != "NOUN"
        or place >= last.sent.end
        or lemma(last) in context.lexicon.times
    ):
        return []
    found = [kid for kid in kids(verb, "obl", "dep") if kid.left_edge.i == place and kid.pos_ == "PROPN"]
    return [kid for kid in found if case_of(kid, context.lexicon) is None and not is_time(kid, context)]


def _second(verb: Token) -> list[Token]:
    """A second subject, behind the verb, is its object."""
    subjects = [] if is_cut_in(verb) else list(kids(verb, "nsubj"))
    return [
        kid
        for kid in subjects
        if kid.i > verb.i and kid.pos_ in NOMINAL and any(one.i < verb.i for one in subjects)
    ]


def _joined(verb: Token, context: Context) -> list[Token]:
    """Things that a parser joined to the verb instead of its object: « a envoyé des vivres et des tentes »."""
    things = [kid for kid in kids(verb, "conj") if kid.i > verb.i and kid.pos_ in ("ADJ", "NOUN")]
    near = [kid for kid in things if any(kids(kid, "cc")) and not is_clausal(kid)]
    opened = [
        kid for kid in near if any(_is_article(word, context) and word.i < kid.i for word in kid.children)
    ]
    return [kid for kid in opened if not context.is_actor(kid) and not is_time(kid, context)]


def _is_article(word: Token, context: Context) -> bool:
    return base(word) in ("det", "nummod") or (
        base(word) == "case" and word.form in context.lexicon.partitive and len(word.form) > 2
    )


def _apposed(verb: Token, context: Context) -> list[Token]:
    """The object that a parser took for another name of the verb: « ont arrêté Paul Diaz, le chef des rebelles »."""
    near = [kid for kid in kids(verb, "appos") if kid.left_edge.i == verb.i + 1 and kid.pos_ in NOMINAL]
    return [kid for kid in near if not is_time(kid, context)]


def _taken_for_subject(verb: Token, context: Context) -> list[Token]:
    """A relative clause's object, taken for the main verb's: "the man who shot the senator was arrested"."""
    top = verb.head.head
    offers = kids(top, "nsubj") if verb.dep_ == "acl:relcl" and top.i > verb.i else ()
    found = [kid for kid in offers if (inner := relative_before(kid, top)) is not None and inner.i == verb.i]
    return [kid for kid in found if not is_time(kid, context)]


def _nobody(verb: Token, context: Context) -> list[Token]:
    """The pronoun that a parser took for another word: « n'a arrêté personne »."""
    offers = [kid for kid in verb.children if kid.i > verb.i and kid.form in context.lexicon.nobody]
    bare = [kid for kid in offers if not any(base(word) in ("case", "det") for word in kid.children)]
    return bare[:1] if _is_negated(verb) else []


def _neither(verb: Token, context: Context) -> list[Token]:
    """Things that are joined to the verb by what denies them: « n'a livré ni chars ni missiles »."""
    joined = [kid for kid in kids(verb, "conj") if kid.i > verb.i and kid.pos_ in NOMINAL]
    words = context.lexicon.neither
    return [kid for kid in joined if any(word.form in words for word in kids(kid, "cc"))]


def _counted(verb: Token, context: Context) -> list[Token]:
    phrases = kids(verb, "obl", "obj", "advmod")
    return [core(kid, context) for kid in phrases if is_amount(kid, verb, context)]


def _late(verb: Token, context: Context) -> list[Token]:
    return in_time(verb, context, bare=False)


def _bare(verb: Token, context: Context) -> list[Token]:
    return [kid for kid in kids(verb, "obl") if is_partitive(kid, verb, context)]


def _swallowed(verb: Token, context: Context) -> list[Token]:
    return [word for kid in kids(verb, "obl", "iobj") for word in partitives(kid, context)]


def _described(verb: Token, context: Context) -> list[Token]:
    """The noun that a relative clause without a pronoun describes: "the tanks Rome sent"."""
    clause = verb.dep_ == "acl:relcl" or _is_marked_relative(verb, context)
    misses = clause and own_subjects(verb) and not _resumes(verb)
    return [verb.head] if misses and context.doc[verb.head.i].pos_ in NOMINAL else []


def _is_marked_relative(verb: Token, context: Context) -> bool:
    """Whether a describing clause begins with what a parser took for a conjunction: "the bridge that they blew up"."""
    noun = verb.head
    if verb.dep_ != "acl" or noun.pos_ != "NOUN" or verb.pos_ != "VERB" or is_infinitive(verb):
        return False
    told = lemma(noun) in context.lexicon.contents or lemma(noun) in context.lexicon.events
    marks = [plain(kid, context.lexicon) for kid in kids(verb, "mark")]
    return not told and len(marks) == 1 and marks[0] in context.lexicon.complementizers


def _attributive(verb: Token, context: Context) -> list[Token]:
    """The object of a verb that the parser took for its adjective: "Rome eased sanctions"."""
    holds = is_past_taken_for_adjective(verb) and verb.head.pos_ in NOMINAL
    return [verb.head] if holds and not is_time(verb.head, context) else []


def is_past_taken_for_adjective(verb: Token) -> bool:
    """Whether a seeming adjective before a noun has a subject of its own, so that it is the verb."""
    return base(verb) == "amod" and verb.i < verb.head.i and bool(own_subjects(verb))


def _next_verbs(verb: Token, context: Context) -> list[Token]:
    """The object of a verb coordinated with this one: "ont arrêté et expulsé deux espions"."""
    nearest = min((kid.i for kid in kids(verb, "conj")), default=verb.i)
    if any(base(kid) in ("obl", "ccomp", "xcomp") and kid.i < nearest for kid in verb.children):
        return []
    for kid in kids(verb, "conj"):
        if kid.pos_ == "VERB" and kid.i - verb.i <= 3 and not own_subjects(kid):
            return [
                word
                for word in kids(kid, "obj")
                if not is_reflexive_pronoun(word) and not is_time(word, context)
            ]
    return []


def _shared(verb: Token, context: Context) -> list[Token]:
    """The object behind this verb that the parser hung on the verb before it: "ont arrêté et expulsé deux espions"."""
    head = verb.head
    if base(verb) != "conj" or head.pos_ != "VERB" or verb.i - head.i > 3 or own_subjects(verb):
        return []
    if any(base(kid) in ("obl", "ccomp", "xcomp") for kid in verb.children):
        return []
    return [kid for kid in kids(head, "obj") if kid.left_edge.i == verb.i + 1 and not is_time(kid, context)]


def is_amount(kid: Token, verb: Token, context: Context) -> bool:
    """Whether a phrase that looks like an adjunct is a counted object: "plus de cent", "jusqu'à mille réfugiés"."""
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


def is_partitive(kid: Token, verb: Token, context: Context) -> bool:
    """Whether a phrase of "des" right behind a verb is its object: "ont visé des rebelles"."""
    article = next((word for word in kid.children if base(word) == "case" and word.i < kid.i), None)
    if article is None or article.text.lower() not in context.lexicon.partitive:
        return False
    if len(article.text) < 3 and not _is_negated(verb):
        return False
    others = [
        range(one.left_edge.i, one.right_edge.i + 1) for one in kids(verb, "obl", "advmod") if one.i != kid.i
    ]
    between = verb.doc[verb.i + 1 : article.i]
    return kid.i > verb.i and all(
        word.pos_ == "ADV" or any(word.i in one for one in others) for word in between
    )


def _is_negated(verb: Token) -> bool:
    """Whether a negation turns "des" into "de": "ne vise jamais de civils"."""
    helped = [verb, *kids(verb, "aux")]
    return any("Neg" in feature(kid, "Polarity") for word in helped for kid in word.children)


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
        if base(kid) == "mark":
            continue  # "que", "that": no part of the clause, whatever their kind
        if "Rel" in feature(kid, "PronType") or base(kid) in ("ccomp", "xcomp", "obj", "cop"):
            return True
        if any("Rel" in feature(word, "PronType") for word in kid.children):
            return True
    return False


#: Where an object may stand that no arc shows, in the order in which it is looked for there.
OFFERS = (
    _taken_for_subject,
    _apposed,
    _nobody,
    _neither,
    _counted,
    _late,
    _bare,
    _swallowed,
    _described,
    _attributive,
    _next_verbs,
    _shared,
)
