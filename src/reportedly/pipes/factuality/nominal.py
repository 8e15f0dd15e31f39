"""Acts named by nouns: what their words and the word that governs them say of them."""

from __future__ import annotations

from dataclasses import replace

from reportedly.model import Tense
from reportedly.pipes.factuality.attributes import attributed
from reportedly.pipes.factuality.governors import (
    case_of,
    content_effect,
    group_span,
    marker_before,
    noun_effect,
    predicative,
)
from reportedly.pipes.factuality.lexicon import Effect, lemma, plain
from reportedly.pipes.factuality.moods import cue
from reportedly.pipes.factuality.signs import coming
from reportedly.pipes.factuality.state import State, govern, inherit
from reportedly.pipes.factuality.tales import condemned, rumoured
from reportedly.pipes.factuality.tree import VERBAL, Tree

Trail = list[tuple[int, State]]


def durative(tree: Tree, i: int) -> bool:
    """Does the noun name something that lasts, like a war or a partnership?"""
    return lemma(tree.doc[i]) in tree.lexicon.words("nouns", "durative")


def definite(tree: Tree, i: int) -> bool:
    """Is the act taken as known: "the attack", "sa visite"?"""
    words = tree.lexicon.words("determiners", "definite")
    return any(plain(tree.doc[c].text) in words for c in tree.children(i, "det", "nmod:poss")) or bool(
        tree.children(i, "nmod:poss")
    )


def determined_negative(tree: Tree, i: int) -> int | None:
    """ "Aucun" or "no" before the noun."""
    words = tree.lexicon.words("negation", "words")
    limited = tree.lexicon.words("negation", "limited")
    return next(
        (
            c
            for c in tree.children(i, "det", "advmod", "amod")
            if plain(tree.doc[c].text) in words
            and plain(tree.doc[min(c + 1, tree.end - 1)].text) not in limited
        ),
        None,
    )


def settle(tree: Tree, i: int, outer: State) -> State:
    """A noun that its governor takes for granted: it happened, or it lasts."""
    told = outer.tense == "past" and tree.doc[tree.position(i)].dep_.startswith("obl")
    if (words := coming(tree, i, 1)) and outer.certainty == "certain" and not (outer.conditional or told):
        return State(tense="future").with_cue(cue(*words, "future"))
    lasting = durative(tree, i) and outer.tense != "past"
    return State(tense="present" if lasting else "past")


def bare_noun(tree: Tree, i: int, trail: Trail) -> State:
    """The state that a noun's place in the sentence gives it, its own attributes apart."""
    if not trail:
        return State(tense="present" if durative(tree, i) else None)
    found = (reading(tree, i, trail) for reading in (introduced_noun, governed_noun, free_noun))
    placed = next((state for state in found if state is not None), None)
    return placed or placed_noun(tree, i, trail)


def introduced_noun(tree: Tree, i: int, trail: Trail) -> State | None:
    """The noun under a preposition that dates, denies or aims at it; None under any other."""
    governor, outer = trail[-1]
    if marker := marker_before(tree, i, "marks.absence"):
        own = State(negative=True, tense=outer.tense if outer.tense == "future" else "past")
        return own.with_cue(cue(marker.start, marker.end, "negation"))
    if marker_before(tree, i, "marks.since"):
        return State(tense="past")
    if marker_before(tree, i, "marks.given"):
        ahead = outer.tense == "future" and not durative(tree, i)
        return State(tense="future") if ahead else settle(tree, i, outer)
    if marker_before(tree, i, "marks.before"):
        return State(tense="past" if outer.tense == "past" else "future")
    return aimed_noun(tree, i, governor, outer)


def aimed_noun(tree: Tree, i: int, governor: int, outer: State) -> State | None:
    """The noun as an aim: "for a visit"; what a step not taken was for did not come about either."""
    marker = marker_before(tree, i, "marks.purpose")
    # "To" aims only where a verb follows: "aid to the victims" names who is helped.
    aims = marker is not None and plain(tree.doc[marker.start].text) != "to"
    aims = aims or case_of(tree, i) in tree.lexicon.words("links", "purpose")
    if aims and outer.negative and lemma(tree.doc[i]) in tree.lexicon.words("nouns", "sought"):
        return replace(inherit(State(), outer), tense=outer.tense)  # "could not be reached for comment"
    if marker is None or not aims or outer.tense == "past" or noun_effect(tree, i, governor):
        return None
    mark = cue(marker.start, marker.end, "intention")
    return State("possible", tense="future", status="planned").with_cue(mark)


def free_noun(tree: Tree, i: int, trail: Trail) -> State | None:
    """ "Any attack", "toute escalade": supposed, not asserted."""
    outer, label = trail[-1][1], tree.doc[tree.position(i)].dep_
    free = tree.lexicon.words("determiners", "free")
    if not any(plain(tree.doc[c].text) in free for c in tree.children(i, "det")):
        return None
    if outer.negative and label.startswith(("obj", "nsubj")):
        return None
    return State("possible", negative=outer.negative, tense="future")


def placed_noun(tree: Tree, i: int, trail: Trail) -> State:
    """The noun by its grammatical role alone."""
    governor, outer = trail[-1]
    label = tree.doc[tree.position(i)].dep_
    if outer.negative and absent(tree, governor):
        return replace(inherit(State(), outer), tense=outer.tense)
    if label.startswith(("nsubj", "expl")):
        return subject(tree, i, governor, outer)
    if tree.doc[governor].pos_ == "AUX":
        return replace(inherit(State(), outer), tense=outer.tense)
    if label.startswith(("obj", "obl", "xcomp", "ccomp")):
        return complement_noun(tree, i, governor, outer)
    verbal = next((state for node, state in reversed(trail) if tree.doc[node].pos_ in VERBAL), outer)
    return dependent_noun(
        tree, i, governor, replace(outer, tense=verbal.tense) if durative(tree, i) else outer
    )


def absent(tree: Tree, governor: int) -> bool:
    """Is a verb the "be" of "there are not any attacks", whose subject is what there is not?"""
    stands = lemma(tree.doc[governor]) in tree.lexicon.words("negation", "followed")
    return stands and bool(tree.children(governor, "expl"))


def governed_noun(tree: Tree, i: int, trail: Trail) -> State | None:
    """The noun under a word of some class; None if it has none."""
    governor, outer = trail[-1]
    effect = noun_effect(tree, i, governor)
    if effect is None:
        return None
    suffered = lemma(tree.doc[i]) in tree.lexicon.words("nouns", "suffered")
    if effect.name == "opposition" and (suffered or durative(tree, i)):
        return settle(tree, i, outer)
    content = lemma(tree.doc[i]) in tree.lexicon.words("nouns", "content")
    if content and effect.name in {"denial", "refuse", "doubt", "confirm", "fail", "question"}:
        return settle(tree, i, outer)
    if len(trail) > 1 and tree.doc[governor].pos_ == "NOUN":
        above = trail[-2][0]
        verdict = content_effect(tree, governor, above) or condemned(tree, governor, above)
        if verdict is not None and effect.name in {"allegation", "say", "accusation", "suspect", "belief"}:
            return place_noun(tree, i, verdict, trail[-2])
    if effect.affirmed == "own" and not outer.negative:
        told = settle(tree, i, outer).with_cue(cue(governor, governor + 1, "attribution"))
        return rumoured(tree, governor, told)
    return place_noun(tree, i, effect, trail[-1])


def place_noun(tree: Tree, i: int, effect: Effect, over: tuple[int, State]) -> State:
    """The noun under a word of a class, with the tense that the class gives a noun, and its cue."""
    governor, outer = over
    state = govern(State(), outer, effect)
    if effect.cue and (effect.affirmed != "own" or outer.negative):
        state = state.with_cue(cue(*group_span(tree, governor), effect.cue))
    return replace(state, tense=noun_tense(tree, i, effect, outer))


def noun_tense(tree: Tree, i: int, effect: Effect, outer: State) -> Tense:
    """When a noun under a class of word takes place."""
    if effect.time == "later":
        return "future"
    if effect.time in {"past", "present"}:
        return "past" if effect.time == "past" else "present"
    if effect.time in {"same", "attempt"}:
        return outer.tense or "past"
    lasting = durative(tree, i) and effect.name not in {"denial", "suspect", "accusation", "confirm"}
    return "present" if lasting and outer.tense != "past" else "past"


def subject(tree: Tree, i: int, governor: int, outer: State) -> State:
    """The noun as a subject: what occurs, succeeds or fails fares as its verb; else it is as sure as its verb."""
    word = lemma(tree.doc[governor])
    verbs = tree.lexicon.words
    if predicative(tree, governor) and (effect := tree.lexicon.effect("attribute", *tree.keys(governor))):
        return attributed(tree, State(), governor, effect, outer)
    if word in verbs("verbs", "fails") and not durative(tree, i):
        return replace(inherit(State(tense=outer.tense), outer, flip=True), resolved=True).with_cue(
            cue(*group_span(tree, governor), "negation")
        )
    if word in verbs("verbs", "succeeds"):
        return replace(inherit(State(tense=outer.tense), outer), resolved=True)
    made = tree.group(governor).passive and word in verbs("verbs", "perform")
    lasts = any(m.start <= governor < m.end for m in tree.marked("phrase"))
    if occurs(tree, governor) or made or lasts:
        return replace(inherit(State(), outer), tense=outer.tense)
    own = settle(tree, i, outer)
    content = lemma(tree.doc[i]) in tree.lexicon.words("nouns", "content")
    known = definite(tree, i) and (content or durative(tree, i))
    if (outer.tense == "future" or outer.conditional) and not known:
        return replace(inherit(State(), outer), negative=False, tense="future")
    return own


def occurs(tree: Tree, i: int) -> bool:
    """Is a verb, with its object where that is one with it, one of taking place: "survient", "n'a pas lieu"?"""
    verbs, word = tree.lexicon.words("verbs", "occur"), lemma(tree.doc[i])
    own = tree.children(i, "obj", "compound", "fixed", "xcomp")
    return word in verbs or any(f"{word} {lemma(tree.doc[c])}" in verbs for c in own)


def complement_noun(tree: Tree, i: int, governor: int, outer: State) -> State:
    """The noun as an object: brought about by its verb, or taken for granted."""
    word = lemma(tree.doc[governor])
    factive = tree.lexicon.effect("clause", word)
    performs = word in tree.lexicon.words("verbs", "perform") or word in tree.lexicon.words("verbs", "occur")
    if factive is not None and factive.name in {"factive", "say"} and not performs:
        return settle(tree, i, outer)
    effect = tree.lexicon.effect("infinitive", word)
    aspect = effect is not None and effect.name in {"aspect", "manage", "enable", "cause"}
    bare = not definite(tree, i)
    unsure = outer.certainty != "certain" or outer.conditional
    direct = tree.doc[tree.position(i)].dep_.startswith(("obj", "obl:arg", "xcomp", "ccomp"))
    ahead = (
        outer.tense == "future"
        and tree.doc[tree.position(i)].dep_.startswith("obl")
        and not durative(tree, i)
    )
    if ((performs or aspect) and direct) or (bare and (unsure or direct or ahead)):
        outer = outer if direct else replace(outer, negative=False)
        return replace(inherit(State(), outer), tense=outer.tense)
    return settle(tree, i, outer)


def dependent_noun(tree: Tree, i: int, governor: int, outer: State) -> State:
    """The noun under another noun: known if definite, else as its governor."""
    if tree.doc[governor].pos_ in VERBAL or definite(tree, i) or durative(tree, i):
        return settle(tree, i, outer)
    return replace(inherit(State(), outer), tense=outer.tense)
