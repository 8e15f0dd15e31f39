"""The component ``reportedly.predicates``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc as Parsed

from reportedly.ontology import read_ontology
from reportedly.pipes.draft import Predicate, draft_of, live_sentences
from reportedly.pipes.plain import AnyDoc, plain
from reportedly.pipes.predicates.context import Context
from reportedly.pipes.predicates.culprits import suspicion
from reportedly.pipes.predicates.gapping import gap_arguments, gap_of
from reportedly.pipes.predicates.lexicon import predicate_lexicon
from reportedly.pipes.predicates.nouns import noun_arguments
from reportedly.pipes.predicates.states import STATE, states
from reportedly.pipes.predicates.titles import told_without_verb, without_verdicts
from reportedly.pipes.predicates.tree import lemma
from reportedly.pipes.predicates.triggers import Trigger, triggers
from reportedly.pipes.predicates.verbs import adjective_arguments, verb_arguments, voice_of
from reportedly.pipes.titles.title import title_of


class PredicatesPipe:
    """Finds what happens in each sentence and who takes part; writes ``draft.predicates``."""

    def __init__(
        self, nlp: Language, name: str = "reportedly.predicates", *, ontology: str | None = None
    ) -> None:
        self.name = name
        self.lexicon = predicate_lexicon(str(nlp.lang), read_ontology(ontology) if ontology else None)

    def process(self, doc: AnyDoc) -> list[Predicate]:
        """The predicates of a document's live sentences, in order."""
        doc = plain(doc)
        draft = draft_of(doc)
        context = Context.of(doc, draft, self.lexicon)
        found = []
        for sent in live_sentences(doc):
            for trigger in triggers(sent, context):
                found += told(trigger, context)
        title = title_of(doc, draft)
        return found if title is None else without_verdicts(title, found)

    def states(self, doc: AnyDoc) -> list[Predicate]:
        """What copulas assert in its live sentences, in order, where the draft's predicates have no word."""
        doc = plain(doc)
        draft = draft_of(doc)
        context = Context.of(doc, draft, self.lexicon)
        taken = {i for each in draft.predicates for i in (*range(*each.anchor), each.head)}
        found = [
            predicate(Trigger(head, lemma(head), STATE, start, end), context)
            for sent in live_sentences(doc)
            for head, start, end in states(sent, taken, context)
        ]
        title = title_of(doc, draft)
        if title is None:
            return found
        found = without_verdicts(title, found)
        return [*found, *told_without_verb(title, [*draft.predicates, *found])]

    def __call__(self, doc: Parsed) -> Parsed:
        """Writes the predicates and states into the draft."""
        draft = draft_of(doc)
        draft.predicates = self.process(doc)
        draft.states = self.states(doc)
        return doc


def told(trigger: Trigger, context: Context) -> list[Predicate]:
    """A trigger's predicate, and that of a clause behind it that leaves the verb out."""
    whole = predicate(trigger, context)
    gap = gap_of(trigger.head, context) if trigger.pos == "VERB" and whole.voice == "active" else None
    if gap is None:
        return [whole]
    apart = {gap.who.i, gap.what.i}
    whole.arguments = [one for one in whole.arguments if one.head not in apart]
    again = Predicate(
        head=gap.joint.i,
        anchor=whole.anchor,
        lemma=whole.lemma,
        pos=whole.pos,
        arguments=gap_arguments(gap, context),
        elided=whole.head,
    )
    return [whole, again]


def predicate(trigger: Trigger, context: Context) -> Predicate:
    """A trigger with its voice and its arguments."""
    if trigger.pos == "NOUN":
        arguments, voice = noun_arguments(trigger, context), "active"
        if trigger.light is not None:
            voice = voice_of(trigger.light, context)
    elif trigger.pos in ("ADJ", STATE):
        arguments, voice = adjective_arguments(trigger, context), "active"
    else:
        arguments, voice = verb_arguments(trigger, context), voice_of(trigger.head, context)
    done = any(one.slot == "subject" for one in arguments) and trigger.pos in ("NOUN", "VERB")
    doubt = suspicion(trigger.head, context) if done else None
    return Predicate(
        head=trigger.head.i,
        anchor=(trigger.start, trigger.end),
        lemma=trigger.lemma,
        pos=trigger.pos,
        voice=voice,
        light=None if trigger.light is None else trigger.light.i,
        suspicion=None if doubt is None else doubt.i,
        arguments=arguments,
    )
