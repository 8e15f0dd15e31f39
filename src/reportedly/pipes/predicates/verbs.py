"""The arguments of verbs and of predicative adjectives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportedly.pipes.draft import Argument
from reportedly.pipes.predicates.clauses import is_time, resolved, surface_subjects
from reportedly.pipes.predicates.complements import adjacent, astray
from reportedly.pipes.predicates.context import Context
from reportedly.pipes.predicates.deep import deep_roles, spread
from reportedly.pipes.predicates.nouns import argument
from reportedly.pipes.predicates.objects import marked
from reportedly.pipes.predicates.phrases import clause_span, core
from reportedly.pipes.predicates.subjects import own_subjects
from reportedly.pipes.predicates.tree import (
    base,
    begins_clause,
    case_of,
    feature,
    is_gerund,
    is_reflexive,
    is_reflexive_pronoun,
    kids,
    lemma,
    plain,
)
from reportedly.pipes.predicates.triggers import Trigger
from reportedly.pipes.predicates.voice import passive
from reportedly.pipes.tokens import Token


def voice_of(verb: Token, context: Context) -> str:
    """``active``, ``passive`` or ``reflexive``."""
    if is_reflexive(verb):
        return "reflexive"
    return "passive" if passive(verb, context) else "active"


def verb_arguments(trigger: Trigger, context: Context) -> list[Argument]:
    """Who does what to whom in a verb's clause, in order of slots and of place."""
    verb = trigger.head
    own = set(range(trigger.start, trigger.end))
    doing, bearing = deep_roles(verb, context)
    found = [argument("subject", word, context) for word in doing if word.i not in own]
    names = trigger.lemma.split()
    inner = {kid.i for kid in kids(verb, "obj") if lemma(kid) not in names and kid.text.lower() not in names}
    found += [argument("object", word, context) for word in bearing if word.i not in own - inner]
    found += _phrases(verb, context, own)
    found += _clauses(verb, context)
    return _behind_particle(found, trigger)


def _behind_particle(found: list[Argument], trigger: Trigger) -> list[Argument]:
    """The object that a parser hung on a particle it took for a preposition: "beat up the reporter"."""
    particle = trigger.lemma.rpartition(" ")[2] if " " in trigger.lemma else None
    if particle is None or any(one.slot == "object" for one in found):
        return found
    return [
        replace(one, slot="object", case=None) if one.slot == "oblique" and one.case == particle else one
        for one in found
    ]


def adjective_arguments(trigger: Trigger, context: Context) -> list[Argument]:
    """Who is ready, about what: the copula's subject, phrases and clauses."""
    head = trigger.head
    found = [argument("subject", word, context) for word in spread(surface_subjects(head, context))]
    found += _phrases(head, context, {head.i}) + _clauses(head, context)
    known = {one.head for one in found}
    for kid, case in adjacent(head, head.i + 1, context):
        if core(kid, context).i not in known:
            found.append(
                argument("indirect" if case in context.lexicon.dative else "oblique", kid, context, case)
            )
    return found


def _phrases(verb: Token, context: Context, own: set[int]) -> list[Argument]:
    lexicon, found = context.lexicon, []
    near = list(_ways(verb, context))
    own_phrases = [*kids(verb, "iobj", "obl", "nmod"), *marked(verb, context), *astray(verb, context)]
    for kid, case in [*((kid, case_of(kid, lexicon)) for kid in own_phrases), *near]:
        if (
            kid.i in own
            or is_reflexive_pronoun(kid)
            or (passive(verb, context) and _is_agent(kid, case, context))
        ):
            continue
        if base(kid) == "iobj" or case in lexicon.dative:
            slot = "indirect"
        elif case is None and not _is_bare_sum(kid, context):
            continue
        elif case is None:
            slot = "object"
        else:
            slot = "oblique"
        for head in resolved(kid, verb):
            found += [argument(slot, word, context, case) for word in spread([head]) if word.i not in own]
    return found


def _ways(verb: Token, context: Context) -> Iterator[tuple[Token, str | None]]:
    """Phrases of an adverb that says how near, with their prepositions: "marched close to the border".

    A second phrase that the parser hung there is the verb's own: « se plaint auprès d'Oslo d'un raid ».
    """
    lexicon = context.lexicon
    for word in kids(verb, "advmod", "xcomp"):
        if (
            word.pos_ in ("ADJ", "ADV")
            and word.i > verb.i
            and not any(base(kid) == "mark" for kid in word.children)
        ):
            first = True
            for kid in kids(word, "obl"):
                case = case_of(kid, lexicon)
                if not first:
                    yield kid, case
                elif case in lexicon.dative or case in lexicon.of:
                    yield kid, f"{lemma(word)} {case}"
                first = False


def _is_bare_sum(kid: Token, context: Context) -> bool:
    """A sum that a parser took for a phrase: "provided $4 million"."""
    return base(kid) == "obl" and kid.pos_ in ("SYM", "NUM") and not is_time(kid, context)


def _is_agent(kid: Token, case: str | None, context: Context) -> bool:
    return kid.dep_.endswith(":agent") or case in context.lexicon.agent


def _clauses(verb: Token, context: Context) -> list[Argument]:
    found = []
    for kid in [*kids(verb, "ccomp", "xcomp", "csubj", "advcl"), *_hung_clauses(verb, context)]:
        marks = [plain(word, context.lexicon) for word in kids(kid, "mark", "case")]
        if _is_joined(kid) or (base(kid) == "advcl" and not _is_governed(kid, marks, context)):
            continue
        case = marks[0] if marks else None
        found += [Argument("clause", word.i, *clause_span(word), case) for word in (kid, *kids(kid, "conj"))]
    return found


def _is_joined(clause: Token) -> bool:
    """Whether a seeming complement is a clause that "and" begins, or that begins with a joined name."""
    joins = clause.doc[clause.left_edge.i].pos_ == "CCONJ"
    named = any(begins_clause(kid) for word in kids(clause.head, "obj") for kid in kids(word, "conj"))
    marked = any(base(kid) == "mark" for kid in clause.children)
    return (
        base(clause) in ("ccomp", "xcomp") and not marked and (joins or (named and not own_subjects(clause)))
    )


def _hung_clauses(verb: Token, context: Context) -> list[Token]:
    """Complement clauses that the parser hung on the party before them.

    "A rappelé à Tunis qu'il devait signer", "a demandé au gouvernement tunisien de signer".
    """
    lexicon, found = context.lexicon, []
    asks = lemma(verb) in lexicon.dative_control | lexicon.object_control
    marks = lexicon.complementizers | (lexicon.of | lexicon.dative if asks else frozenset())
    for noun in kids(verb, "obj", "obl", "iobj"):
        for holder in (noun, *kids(noun, "amod", "appos", "flat")):
            for kid in kids(holder, "acl", "xcomp", "ccomp", "advcl"):
                begins = [plain(word, lexicon) for word in kids(kid, "mark")] or _begun(kid, noun, context)
                if noun.i > verb.i and begins and begins[0] in marks:
                    found.append(kid)
    return found


def _begun(clause: Token, noun: Token, context: Context) -> list[str]:
    """The « que » of a seeming relative clause that has an object besides: « rappelle à Oslo qu'il doit signer »."""
    first = clause.doc[clause.left_edge.i]
    if not context.is_actor(noun) or "Rel" not in feature(first, "PronType") or not own_subjects(clause):
        return []
    words = (clause, *kids(clause, "xcomp"))
    full = any(kid.i != first.i for word in words for kid in kids(word, "obj"))
    # A name takes no relative clause without a comma.
    return [plain(first, context.lexicon)] if full or noun.pos_ == "PROPN" else []


def _is_governed(kid: Token, marks: list[str], context: Context) -> bool:
    """Whether a clause that looks like an adjunct is a complement of the verb before it.

    "A exigé hier que Tunis signe", "accused Tunis of bombing", "a menacé hier de rompre".
    """
    lexicon = context.lexicon
    if not marks or kid.i < kid.head.i:
        return False
    return is_gerund(kid) or marks[0] in (lexicon.complementizers | lexicon.of | lexicon.dative)
