"""Which words of a sentence name an act, state or happening."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.pipes.predicates.bearers import borne
from reportedly.pipes.predicates.clauses import is_time, surface_subjects
from reportedly.pipes.predicates.context import Context
from reportedly.pipes.predicates.lexicon import joined
from reportedly.pipes.predicates.objects import surface_objects
from reportedly.pipes.predicates.phrases import core
from reportedly.pipes.predicates.tree import (
    base,
    case_of,
    feature,
    first_conjunct,
    is_participle,
    is_reflexive,
    is_reflexive_pronoun,
    kids,
    lemma,
    matches,
    plain,
)
from reportedly.pipes.predicates.verbhood import is_count, is_mistaken, is_verb, verb_lemma
from reportedly.pipes.predicates.voice import passive
from reportedly.pipes.tokens import Span, Token
from reportedly.pipes.words import children

#: How far a support verb may stand from its noun for the two to be shown as one anchor.
REACH = 6
PARTY_KINDS = frozenset({"person", "group", "organization", "outlet", "weapon", "document", "country"})


@dataclass(slots=True)
class Trigger:
    """A predicate's head with the words that belong to its name."""

    head: Token
    lemma: str
    pos: str
    start: int
    end: int
    light: Token | None = None
    #: The words of the name alone, without the support verb.
    name: tuple[int, int] = (0, 0)
    #: The support verb's subject bears the act instead of doing it.
    patient: bool = False


def triggers(sent: Span, context: Context) -> list[Trigger]:
    """The predicates of a sentence in order; no word belongs to two of them."""
    found: dict[int, Trigger] = {}
    used: set[int] = set()
    for token in sent:
        if token.i in used:
            continue
        trigger = _idiom(token, context) or _predicative(token, context) or _nominal(token, context)
        if trigger is not None:
            trigger.name = (trigger.start, trigger.end)
            found[trigger.head.i] = trigger
            used.update(range(trigger.start, trigger.end))
    used |= _bearing(sent, found, context)
    for token in sent:
        if token.i in used or not is_verb(token, context):
            continue
        held = _held(token, found, context)
        if held is not None:
            _support(held, token, context)
        else:
            found[token.i] = _verbal(token, context)
    for token in sent:
        if token.i not in used and token.i not in found and _is_adjectival(token, context):
            found[token.i] = Trigger(token, lemma(token), "ADJ", token.i, token.i + 1)
    for trigger in found.values():
        trigger.name = trigger.name if any(trigger.name) else (trigger.start, trigger.end)
    return [found[place] for place in sorted(found)]


def _bearing(sent: Span, found: dict[int, Trigger], context: Context) -> set[int]:
    """Gives acts the phrase whose subject bears them; the words of such phrases are used up."""
    used: set[int] = set()
    for verb, end, act in borne(sent, [i for i, one in found.items() if one.pos == "NOUN"], context):
        found[act].light, found[act].patient = verb, True
        used.update(range(verb.i, end))
    for place in used:
        found.pop(place, None)
    return used


def _idiom(token: Token, context: Context) -> Trigger | None:
    """A verb with words that give it a meaning of its own: "ouvrir le feu", "take hostage"."""
    if token.pos_ not in ("VERB", "AUX"):
        return None
    for rest in context.lexicon.idioms.get(lemma(token), ()):
        end = matches(token, rest, context.lexicon, gap=2)
        if end is not None:
            start = _with_reflexive(token)
            return Trigger(_caused(token, end), joined((lemma(token), *rest)), "VERB", start, end)
    return None


def _caused(token: Token, end: int) -> Token:
    """The infinitive that a causative is but the auxiliary of: "ils ont fait sauter le pont"."""
    return token.head if token.dep_ == "aux:caus" and token.i < token.head.i < end else token


def _with_reflexive(token: Token) -> int:
    before = token.i - 1
    if before >= 0 and token.doc[before].head.i == token.i and is_reflexive_pronoun(token.doc[before]):
        return before
    return int(token.i)


def _verbal(token: Token, context: Context) -> Trigger:
    end = token.i + 1
    for kid in children(token):
        if kid.dep_ == "compound:prt" and kid.i == end and not is_count(kid, context):
            end += 1
    return Trigger(token, verb_lemma(token, context), "VERB", _with_reflexive(token), end)


def _nominal(token: Token, context: Context) -> Trigger | None:
    """A noun that names an act, or a set phrase around one."""
    if token.pos_ not in ("NOUN", "PROPN", "VERB", "X", "ADJ", "ADP", "INTJ"):
        return None
    for first in dict.fromkeys((lemma(token), token.text.lower())):
        for rest in context.lexicon.phrases.get(first, ()):
            end = matches(token, rest, context.lexicon)
            if end is not None and (token.pos_ != "VERB" or "-" in rest or len(rest) == 0):
                return Trigger(_head_within(token, end), joined((first, *rest)), "NOUN", token.i, end)
    if token.pos_ != "NOUN" or is_mistaken(token) or not _names_act(token, context):
        return None
    return Trigger(token, lemma(token), "NOUN", token.i, token.i + 1)


def _head_within(token: Token, end: int) -> Token:
    """The word of a phrase that governs the others."""
    inside = range(token.i, end)
    for place in inside:
        if token.doc[place].head.i not in inside or token.doc[place].head.i == place:
            return token.doc[place]
    return token


def _names_act(token: Token, context: Context) -> bool:
    word, lexicon = lemma(token), context.lexicon
    if word in lexicon.not_events or is_time(token, context) or _is_part_of_name(token, context):
        return False
    if _is_prepositional(token, context):
        return False
    known = word in lexicon.events
    made = not known and word.endswith(lexicon.suffixes) and len(word) > 6
    if not known and not (made and _has_arguments(token, context)):
        return False
    return not _is_kind(token, context)


def _is_prepositional(token: Token, context: Context) -> bool:
    """Whether a noun is but a word of a preposition: « à l'aide d'une clé »."""
    lexicon = context.lexicon
    if token.i + 1 >= len(token.doc):
        return False
    last = plain(token.nbor(), lexicon)
    for back in (1, 2):
        before = token.doc[max(token.i - back, 0) : token.i]
        if (*(word.form for word in before), token.form, last) in lexicon.prepositional:
            return True
    return False


def _is_part_of_name(token: Token, context: Context) -> bool:
    """Whether a noun stands in a name, a title or the head of a party: "ministre de la Défense"."""
    if base(token) in ("flat", "compound", "fixed", "goeswith"):
        return True
    mention = context.by_token.get(token.i)
    if mention is not None and (
        mention.type == "name" or (mention.head == token.i and mention.kind in PARTY_KINDS)
    ):
        return True
    shape = token.text[:1].isupper() and not token.text.isupper() and not token.is_sent_start
    return shape and not _is_title_case(token)


def _is_title_case(token: Token) -> bool:
    """Whether a whole sentence is written in capitals, as English headlines are."""
    content = [word for word in token.sent if word.is_alpha and len(word) > 3]
    return len(content) > 2 and sum(word.text[0].isupper() for word in content) >= 0.7 * len(content)


def _has_arguments(token: Token, context: Context) -> bool:
    lexicon = context.lexicon
    for kid in children(token):
        if kid.dep_ == "nmod:poss" or base(kid) == "acl":
            return True
        if base(kid) in ("nmod", "obl") and case_of(kid, lexicon) is not None:
            return True
    return False


def _is_kind(token: Token, context: Context) -> bool:
    """Whether a bare noun only says what kind of thing another is: "avions de combat"."""
    head = token.head
    if base(token) != "nmod" or case_of(token, context.lexicon) not in context.lexicon.of:
        return False
    if lemma(head) in context.lexicon.quantifiers or lemma(head) in context.lexicon.events:
        return False
    if any(base(kid) in ("det", "nmod", "acl", "nummod") for kid in children(token)):
        return False
    return "Plur" not in feature(token, "Number") or not any(base(kid) == "amod" for kid in children(token))


def _held(verb: Token, found: dict[int, Trigger], context: Context) -> Trigger | None:
    """The eventive noun that a support verb carries."""
    word, lexicon = verb_lemma(verb, context), context.lexicon
    if (word not in lexicon.light and word not in lexicon.light_patient) or is_reflexive(verb):
        return None
    for noun in _carried(verb, context):
        trigger = found.get(core(noun, context).i)
        if trigger is not None and trigger.pos == "NOUN" and trigger.light is None:
            return trigger
    return None


def _carried(verb: Token, context: Context) -> Iterator[Token]:
    yield from (noun for noun in surface_objects(verb, context) if abs(noun.i - verb.i) < 15)
    for span in kids(verb, "obj"):
        if is_time(span, context):  # "dix jours de manœuvres"
            yield from (
                kid for kid in kids(span, "nmod") if case_of(kid, context.lexicon) in context.lexicon.of
            )
    if passive(verb, context):
        for word in surface_subjects(verb, context):
            yield word
            if base(word) in ("nmod", "obl"):  # "the attack on Rome carried out by the rebels"
                yield word.head
    for kid in kids(verb, "obl", "xcomp"):
        if case_of(kid, context.lexicon) in context.lexicon.dative and kid.i > verb.i:
            yield kid


def _support(trigger: Trigger, verb: Token, context: Context) -> None:
    word, lexicon = lemma(verb), context.lexicon
    trigger.light = verb
    trigger.patient = (word in lexicon.light_patient and word not in lexicon.light) or (
        f"{word} {trigger.lemma}" in lexicon.light_received
    )
    start, end = min(trigger.start, _with_reflexive(verb)), max(trigger.end, verb.i + 1)
    if end - start <= REACH:
        trigger.start, trigger.end = start, end


def _predicative(token: Token, context: Context) -> Trigger | None:
    """An adjective after a copula that a tagger may well take for a noun: "Ils sont prêts"."""
    if lemma(token) not in context.lexicon.adjectives or not any(
        base(kid) == "cop" for kid in children(token)
    ):
        return None
    if any(base(kid) == "det" for kid in children(token)) or token.pos_ == "VERB":
        return None
    return Trigger(token, lemma(token), "ADJ", token.i, token.i + 1)


def _is_adjectival(token: Token, context: Context) -> bool:
    """An adjective that says of somebody what he is about to do or feels: "prêt à", "concerned"."""
    if token.pos_ not in ("ADJ", "VERB", "NOUN") or lemma(token) not in context.lexicon.adjectives:
        return False
    first = first_conjunct(token)
    if any(base(kid) == "cop" for kid in children(first)):
        return True
    if (token.pos_ == "VERB" and is_participle(token)) or (
        base(first) == "xcomp" and is_reflexive(first.head)
    ):
        return True
    return (
        token.pos_ == "ADJ"
        and base(first) in ("xcomp", "acl", "ccomp", "ROOT", "root", "advcl")
        and any(base(kid) in ("nsubj", "xcomp", "ccomp", "obl", "advcl", "acl") for kid in children(token))
    )
