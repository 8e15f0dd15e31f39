"""A clause under the word that asks for it, and what is said of that word in turn: "rejects claims that …"."""

from __future__ import annotations

from dataclasses import replace

from reportedly.pipes.draft import VerdictCue
from reportedly.pipes.factuality.frames import Clause
from reportedly.pipes.factuality.governors import content_effect, group_span, undoing_effect
from reportedly.pipes.factuality.lexicon import Effect, effects, lemma
from reportedly.pipes.factuality.moods import cue
from reportedly.pipes.factuality.nominal import Trail
from reportedly.pipes.factuality.placing import place
from reportedly.pipes.factuality.signs import contrasted
from reportedly.pipes.factuality.state import SCALE, State, inherit, reasons
from reportedly.pipes.factuality.tales import VOUCHING, accused, condemned, mannered, qualified, scant
from reportedly.pipes.factuality.tense import form
from reportedly.pipes.factuality.tree import Tree

#: Nouns for what is meant to be done, which the verb above may undo: "withdrew its offer to buy".
MEANT = {"plan", "consider", "demand", "attempt", "hope"}
#: Nouns for what is said, whose truth the verb above may deny or confirm.
TOLD = {"allegation", "say", "accusation", "suspect", "belief", "factive"}


def governed(here: Clause, effect: Effect, state: State, trail: Trail) -> State:
    """The clause under a governing word; what is said of a claim ("rejects claims that") comes first."""
    tree = here.tree
    governor, outer = trail[-1]
    if len(trail) > 1 and (judged := _judged(here, effect, state, trail)):
        return judged
    if effect.name == "belief" and outer.negative and _incredulous(tree, governor):
        return state
    if effect.name == "question":
        mark = _question_mark(tree, here.i, governor)
        return replace(state, certainty="unknown", tense=state.tense or "future").with_cue(mark)
    if effect.name == "factive" and outer.negative and _own_ignorance(tree, governor):
        return replace(state, certainty="unknown", lean=-1.0).with_cue(*outer.cues)
    effect, outer = _weighed(here, effect, trail)
    placed = place(here, effect, state, outer, group_span(tree, governor))
    if tree.doc[governor].pos_ == "NOUN":
        placed = qualified(tree, governor, placed)
    elif effect.name == "confirm" and SCALE[outer.certainty] < SCALE[placed.certainty]:
        placed = placed.at_most(outer.certainty).with_cue(*reasons(outer))  # "appears to show that"
    elif effect.name in VOUCHING and not outer.negative and not apart(here):
        placed = mannered(tree, governor, placed)
    doubtful = outer.negative and outer.tense != "past" and effect.affirmed == "own"
    return replace(placed, lean=-1.0) if doubtful and not state.negative else placed


def _weighed(here: Clause, effect: Effect, trail: Trail) -> tuple[Effect, State]:
    """The class of a governing word and its state, once its own surroundings are looked at."""
    tree, (governor, outer) = here.tree, trail[-1]
    if effect.name == "accusation":
        unsure = outer.negative or outer.certainty != "certain"  # "could be charged with"
        return (effects()["suspect"] if unsure else accused(tree, governor) or effect), outer
    scarce = scant(tree, governor)
    if scarce is not None:  # "little evidence that", "few signs that"
        return effect, replace(outer, negative=not outer.negative).with_cue(
            cue(scarce, scarce + 1, "negation")
        )
    before = tree.words[max(governor - 1 - tree.start, 0)]
    if before in tree.lexicon.words("negation", "prefix") and not outer.negative:  # « non coupable de »
        return effect, replace(outer, negative=True)
    if effect.name == "factive" and len(trail) > 1:
        above = tree.lexicon.effect("infinitive", lemma(tree.doc[trail[-2][0]]))
        if above is not None and above.name == "belief":  # « croit savoir que »
            return above, trail[-2][1]
    return effect, outer


def _judged(here: Clause, effect: Effect, state: State, trail: Trail) -> State | None:
    """What the word above says of a claim or a plan: denied, confirmed, false, dropped."""
    tree, governor, (above, over) = here.tree, trail[-1][0], trail[-2]
    bare = lemma(tree.doc[governor]) in tree.lexicon.words("nouns", "content")
    if tree.doc[governor].pos_ != "NOUN" and (not bare or tree.children(governor, "nsubj")):
        return None
    if effect.name in TOLD:
        told = content_effect(tree, governor, above) or condemned(tree, governor, above)
        if told is not None:
            return place(here, told, state, over, group_span(tree, above))
    return undone_by(here, effect, state, governor, over)


def apart(here: Clause) -> bool:
    """Is the clause set against what is said, so that the article says it: "…, but he was found alive"?"""
    return here.i != here.place and contrasted(here.tree, here.i)


def _incredulous(tree: Tree, governor: int) -> bool:
    """ "Cannot believe that he left": he has left."""
    if lemma(tree.doc[governor]) not in tree.lexicon.words("verbs", "incredulous"):
        return False
    if tree.group(governor).modal == "can":
        return True
    above = tree.governor(governor)
    if (
        tree.lexicon.language == "en"
        or above is None
        or (not tree.introducers(governor) and form(tree.doc[governor]) != "inf")
    ):
        return False
    effect = tree.lexicon.effect("infinitive", lemma(tree.doc[above]))
    return tree.lexicon.modals.get(lemma(tree.doc[above])) == "can" or (
        effect is not None and effect.name == "manage"
    )


def undone_by(here: Clause, effect: Effect, state: State, noun: int, over: State) -> State | None:
    """The act of a plan that its verb undoes: "withdrew its offer to buy"."""
    above = here.tree.governor(here.tree.position(noun))
    if above is None or effect.name not in MEANT or here.tree.doc[noun].pos_ != "NOUN" or over.negative:
        return None
    if undoing_effect(here.tree, noun, above) is None:
        return None
    undone = replace(inherit(state, over, flip=True), tense="future")
    return undone.with_cue(cue(*group_span(here.tree, above), "negation"))


def _own_ignorance(tree: Tree, governor: int) -> bool:
    """ "I don't know that …" presupposes nothing, unlike "they don't know that …"."""
    asks_too = tree.lexicon.effect("whether", lemma(tree.doc[governor]))
    return asks_too is not None and any(
        "1" in tree.doc[c].morph.get("Person", []) for c in tree.children(governor, "nsubj")
    )


def _question_mark(tree: Tree, i: int, governor: int) -> VerdictCue:
    at = tree.any_word(tree.lexicon.words("marks", "whether"), governor, i)
    return cue(governor, governor + 1, "question") if at is None else cue(at, at + 1, "question")
