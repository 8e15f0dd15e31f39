"""The phrases around a noun that names an act, and who among them does it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reportedly.pipes.predicates.clauses import is_time
from reportedly.pipes.predicates.context import Context
from reportedly.pipes.predicates.deep import deep_roles
from reportedly.pipes.predicates.phrases import core, counted, is_of_act
from reportedly.pipes.predicates.tree import base, case_of, is_gerund, is_participle, kids, lemma
from reportedly.pipes.predicates.triggers import Trigger
from reportedly.pipes.predicates.voice import passive
from reportedly.pipes.tokens import Token

#: How deep a phrase may hang on the act's other phrases: countries take no complements of their own.
CLINGING = 3

#: Sectors of those who strike: "the raids of the army in the north".
ARMED = frozenset({"COP", "MIL", "REB", "SPY", "UAF"})

Phrase = tuple[Token, str | None]


@dataclass(slots=True)
class Complements:
    """A noun's possessors, what follows "de" or "of", and its other phrases with their prepositions."""

    possessors: list[Token] = field(default_factory=list)
    ofs: list[Token] = field(default_factory=list)
    others: Sequence[Phrase] = ()
    #: Whether somebody is named as the doer already.
    agent: bool = False
    #: Whether it stands bare behind a preposition of place: "in support of Rome" is for Rome.
    led: bool = False

    @classmethod
    def of(cls, trigger: Trigger, context: Context) -> Complements:
        """The complements of a noun, those that the parser hung near it included."""
        noun, lexicon = trigger.head, context.lexicon
        phrases = list(_phrases(noun, context))
        known = {kid.i for kid, _ in phrases}
        near = adjacent(noun, trigger.name[1], context)
        phrases += [(kid, case) for kid, case in near if kid.i not in known]
        others = [(kid, case) for kid, case in phrases if case not in lexicon.of and case is not None]
        helped = trigger.light is not None and not trigger.patient
        doing = deep_roles(trigger.light, context)[0] if trigger.light is not None and helped else []
        return cls(
            possessors=[kid for kid in noun.children if _is_possessor(kid, context)],
            ofs=[kid for kid, case in phrases if case in lexicon.of],
            others=others,
            agent=bool(doing) or any(case in lexicon.agent for _, case in others),
            led=case_of(noun, lexicon) in lexicon.where and not any(kids(noun, "det", "amod", "nummod")),
        )

    def share(self, trigger: Trigger, context: Context) -> tuple[list[Token], list[Token]]:
        """Who does it and what it is done to, among the possessor and what follows "de" or "of"."""
        if trigger.patient and (givers := self._givers(context)):
            return givers, [kid for kid in self.ofs if kid not in givers]
        if self.possessors and self.ofs:
            return self.possessors, self.ofs
        if self.agent:
            return [], self._named(trigger) + self.ofs
        if len(self.ofs) > 1:
            return self._two(trigger.lemma, context)
        heads = self._named(trigger) or self.ofs
        if heads and self._does(heads[0], trigger.lemma, context):
            return heads, []
        return [], heads

    def _named(self, trigger: Trigger) -> list[Token]:
        """The possessors; beside a support verb a pronoun says no more than its subject: "a exprimé son inquiétude"."""
        pronoun = bool(self.possessors) and self.possessors[0].pos_ in ("PRON", "DET")
        return [] if pronoun and self.agent and trigger.light is not None else self.possessors

    def _givers(self, context: Context) -> list[Token]:
        """Who does what the support verb's subject bears: "faces pressure from Rome", "a reçu l'aide de Rome"."""
        source = context.lexicon.source
        offers = [*(kid for kid, case in self.others if case in source), *self.ofs, *self.possessors]
        offers += [kid for thing in self.ofs for kid in kids(thing, "amod")]  # "deliveries of Italian tanks"
        return [kid for kid in offers if context.is_actor(core(kid, context)) and kid.pos_ != "PRON"][:1]

    def _two(self, word: str, context: Context) -> tuple[list[Token], list[Token]]:
        """ "Le transfert de missiles de l'Iran": the party does it, else what stands second, or who leaves."""
        does = [kid for kid in self.ofs if context.is_actor(core(kid, context))]
        acted = [kid for kid in self.ofs if kid not in does]
        if not acted and word in context.lexicon.of_subject:
            return does[:1], does[1:2]  # "le retrait du Mali du Tchad"
        return (does[:1], acted[:1]) if does and acted else (self.ofs[1:2], self.ofs[:1])

    def _does(self, head: Token, word: str, context: Context) -> bool:
        """Whether the one complement of a noun does the act."""
        lexicon = context.lexicon
        aimed = any(case not in lexicon.agent for _, case in self.others)
        if word in lexicon.of_subject:
            return not self.led
        if word in lexicon.of_either and self.ofs and not self.possessors:
            aimed = any(case not in lexicon.agent | lexicon.where for _, case in self.others) or (
                aimed and _is_armed(core(head, context), context)
            )
        if word in lexicon.of_either:
            pronoun = bool(self.possessors) and head.pos_ in ("PRON", "DET")
            return (pronoun and aimed) or (
                context.is_actor(core(head, context)) and (aimed or bool(self.possessors))
            )
        named = bool(self.possessors) and context.is_actor(head) and head.pos_ != "PRON"
        return named and aimed and word in lexicon.events


def _is_armed(token: Token, context: Context) -> bool:
    """Whether a party is likelier to strike than to be struck."""
    mention = context.mention(token)
    return mention is not None and (mention.kind == "country" or mention.sector in ARMED)


def _is_possessor(kid: Token, context: Context) -> bool:
    if kid.dep_ == "nmod:poss":
        return True
    return kid.pos_ in ("DET", "PRON") and kid.text.lower() in context.lexicon.possessive


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
    yield from _outbreak(top, context)


def _outbreak(noun: Token, context: Context) -> Iterator[tuple[Token, str | None]]:
    """Between whom an act takes place, as its verb tells: "Clashes broke out between soldiers and rebels"."""
    verb, lexicon = noun.head, context.lexicon
    if base(noun) not in ("nsubj", "obj") or verb.pos_ not in ("VERB", "AUX"):
        return  # « ont eu lieu »: what takes place may hang as an object
    particles = [lemma(kid) for kid in verb.children if kid.dep_ == "compound:prt"]
    if {lemma(verb), " ".join([lemma(verb), *particles])} & lexicon.breaks_out:
        phrases = list(kids(verb, "obl", "nmod"))
        phrases += [kid for phrase in phrases for kid in kids(phrase, "nmod")]  # "in Lima between"
        for kid in phrases:
            if (case := case_of(kid, lexicon)) in lexicon.between:
                yield kid, case


def _clinging(token: Token, context: Context, depth: int) -> Iterator[tuple[Token, str | None]]:
    """Phrases that hang on one of the act's phrases and yet may be the act's own."""
    if not depth:
        return
    lexicon = context.lexicon
    for kid in kids(token, "nmod", "obl"):
        case = case_of(kid, lexicon)
        if case is None or kid.i < token.i or kid.dep_ == "nmod:poss":
            continue
        if core(token, context).i == core(kid, context).i:
            continue  # "une centaine de marins" is one phrase
        if token.pos_ == "PROPN" or is_of_act(kid, context):
            free = True  # names take no complements
        elif case in lexicon.of:
            # « des frappes sur le sud du Liban »: behind another preposition it is of the phrase, not of the act.
            bare = not any(base(one) in ("det", "nummod") for one in token.children)
            led = bare or not _is_apart(token, context)
            free = led and not context.is_actor(token) and context.is_actor(kid)
            free = free and lemma(token) not in lexicon.events
        else:
            free = context.is_actor(token) or lemma(token) not in lexicon.events
        if free:
            yield kid, case
            yield from _clinging(kid, context, depth - 1)


def adjacent(head: Token, end: int, context: Context) -> list[tuple[Token, str]]:
    """A phrase that stands right behind a noun or adjective, whatever the parser hung it on.

    "Cela aggraverait le soutien de l'Iran à la guerre": the support goes to the war. Phrases of "de" and those that
    tell when are left alone.
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
    if case is None or case in lexicon.of or is_time(word, context) or not above:
        return []
    if case in lexicon.agent and (passive(word.head, context) or not context.is_actor(word)):
        return []  # "died in the shelling of Lima by the army": only a passive has its own doer
    return [(word, case)] if base(word) in ("obl", "nmod") else []


def _own_end(head: Token) -> int:
    """Where the phrase around a noun ends: behind its adjectives and its "de" phrases."""
    end = head.i + 1
    for kid in head.children:
        if (
            kid.i >= head.i
            and base(kid) in ("amod", "nmod", "flat", "appos", "compound", "fixed")
            and kid.left_edge.i <= end
        ):
            end = max(end, kid.right_edge.i + 1)
    return end


def astray(verb: Token, context: Context) -> list[Token]:
    """Phrases of the verb that the parser hung on a name after it: names take no complements."""
    found = _behind_participle(verb, context) + _of_goods(verb, context)
    ways = [kid for word in kids(verb, "advmod") if word.pos_ == "ADV" for kid in kids(word, "obl")]
    for kid in [*kids(verb, "obj", "obl", "iobj", "nsubj"), *ways]:
        if kid.i < verb.i:
            continue
        mention = context.by_token.get(kid.i)
        for name in [kid, *kids(kid, "appos", "flat")]:
            end = name.i + 1 if name.pos_ == "PROPN" else 0
            if mention is not None and mention.kind == "person" and mention.end > kid.i + 1:
                end = mention.end  # "le président Paul Biya": whatever follows is not his
            inner = [
                one for one in kids(name, "nmod", "obl") if end and one.i >= end and one.dep_ != "nmod:poss"
            ]
            found += [one for one in inner if _is_apart(one, context) or is_of_act(one, context)]
    return found


def _is_apart(phrase: Token, context: Context) -> bool:
    """Whether a phrase has a preposition that does not tie it to the noun before it."""
    case = case_of(phrase, context.lexicon)
    return case is not None and case not in context.lexicon.of


def _behind_participle(verb: Token, context: Context) -> list[Token]:
    """A participle's phrase that the parser hung on the noun before it: "les chars livrés à Tunis"."""
    if base(verb) != "acl" or not (is_participle(verb) or is_gerund(verb)):
        return []
    end = verb.right_edge.i + 1
    offers = [kid for kid in kids(verb.head, "nmod", "obl") if kid.left_edge.i == end]
    return [kid for kid in offers if _is_apart(kid, context)]


def _of_goods(verb: Token, context: Context) -> list[Token]:
    """Whom something is handed to, hung on what is handed over: "livrer du blé à Tunis"."""
    lexicon, found = context.lexicon, []
    for thing in kids(verb, "obj"):
        if thing.i < verb.i or lemma(thing) in lexicon.events or context.is_actor(thing):
            continue
        aimed = [kid for kid in kids(thing, "nmod") if case_of(kid, lexicon) in lexicon.dative]
        found += [kid for kid in aimed if context.is_actor(kid)]
    return found
