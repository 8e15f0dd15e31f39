"""What governs a clause, and what that makes of the act in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from reportedly.model import Tense
from reportedly.pipes.draft import VerdictCue
from reportedly.pipes.factuality.conditions import asks, introduced
from reportedly.pipes.factuality.governors import (
    clause_effect,
    controlled_effect,
    content_effect,
    marker_before,
    phrase_before,
    predicative,
)
from reportedly.pipes.factuality.lexicon import Effect, lemma, plain
from reportedly.pipes.factuality.moods import cue, stative
from reportedly.pipes.factuality.nominal import Trail, group_start
from reportedly.pipes.factuality.signs import near
from reportedly.pipes.factuality.state import State, govern, inherit
from reportedly.pipes.factuality.tense import Group, form
from reportedly.pipes.factuality.tree import Tree

#: Under these, an English gerund tells what was done: "denies hiring".
RETROSPECTIVE = {"denial", "factive", "accusation", "suspect", "confirm"}
#: Nouns for what is said, whose truth the verb above may deny or confirm.
TOLD = {"allegation", "say", "accusation", "suspect", "belief", "factive"}
FINITE = {"ind", "cnd", "sub"}


@dataclass(frozen=True, slots=True)
class Clause:
    """An act's clause in its place: ``place`` is its first conjunct, ``label`` that one's dependency."""

    tree: Tree
    i: int
    place: int
    group: Group
    label: str

    @property
    def span(self) -> tuple[int, int]:
        """The act's own token."""
        return self.i, self.i + 1


def clause(tree: Tree, i: int) -> Clause:
    """The clause of token ``i``."""
    place = tree.position(i)
    return Clause(tree, i, place, tree.group(i), tree.doc[place].dep_)


def embed(here: Clause, state: State, trail: Trail, state_of: Callable[[int], State]) -> State:
    """The act's state once all that governs its clause has spoken; ``state_of`` reads a word off the trail."""
    tree = here.tree
    governor, outer = trail[-1] if trail else (None, State(tense="present"))
    if (whether := _whether(here)) is not None:
        return replace(state, certainty="unknown", tense=state.tense or "future").with_cue(whether)
    if _relative(here) or (here.label == "parataxis" and here.group.form == "ind"):
        return state
    if (phrase := phrase_before(tree, here.place)) and phrase.sequence.effect is not None:
        above = governor is not None and (
            phrase.start <= governor < phrase.end or tree.governor(phrase.start) == governor
        )
        state = replace(state, tense=None) if _bare(here) else state
        outer = outer if above else State(tense="present")
        return place(here, phrase.sequence.effect, state, outer, (phrase.start, phrase.end))
    if governor is not None and (effect := effect_on(here, governor)):
        return _governed(here, effect, state, trail)
    if governor is not None and (control := controlled_effect(tree, here.place, here.group, governor)):
        word, effect = control
        return place(here, effect, state, state_of(word), (group_start(tree, word), word + 1))
    if nearby := _nearby(here, governor):
        word, effect = nearby
        state = replace(state, tense=None) if _bare(here) else state
        return place(here, effect, state, state_of(word), (group_start(tree, word), word + 1))
    if governor is None:
        return state
    if (framed := _framed(here, state, trail)) is not None:
        return framed
    return _default(here, state, outer, governor)


def _relative(here: Clause) -> bool:
    """A relative clause; "doubts that he left" is none, whatever the parser says."""
    marks = here.tree.introducers(here.place)
    return here.label.startswith("acl:relcl") and not any(here.tree.doc[m].pos_ == "SCONJ" for m in marks)


def _whether(here: Clause) -> VerdictCue | None:
    """ "Whether", which always asks; "if" and "si" ask only under some verbs."""
    tree = here.tree
    words = tree.lexicon.words("marks", "whether") - tree.lexicon.words("conditions", "clause")
    at = next((m for m in tree.introducers(here.place) if plain(tree.doc[m].text) in words), None)
    return None if at is None else cue(at, at + 1, "question")


def _bare(here: Clause) -> bool:
    return form(here.tree.doc[here.place]) == "inf" and not here.group.perfect


def effect_on(here: Clause, governor: int) -> Effect | None:
    """The class under which a governing word holds a clause; None where the clause merely stands beside it."""
    tree, i = here.tree, here.place
    if question := _asked(tree, i, governor):
        return question
    if here.label.startswith("parataxis") or _relative(here) or _aside(here, governor):
        return None
    if marker_before(tree, i, "marks.absence", "marks.before"):
        return None
    effect = clause_effect(tree, i, here.group, governor)
    purpose = marker_before(tree, i, "marks.purpose")
    if purpose and effect and plain(tree.doc[purpose.start].text) != "to":
        return effect if tree.lexicon.effect("predicate", *tree.keys(governor)) is effect else None
    return effect


def _aside(here: Clause, governor: int) -> bool:
    """Is the clause an adverbial or a participle that its governor does not ask for?"""
    tree, i = here.tree, here.place
    shape = here.group.form
    cases = tree.introducers(i)
    if shape == "part" and here.label.startswith(("acl", "advcl", "amod")):
        return not cases
    if not here.label.startswith("advcl"):
        return False
    return shape in FINITE or bool(tree.children(governor, "xcomp", "ccomp"))


def _asked(tree: Tree, i: int, governor: int) -> Effect | None:
    """The class of a verb that asks, where "si" or "whether" opens the clause."""
    for marker in tree.marked("conditions.clause", "marks.whether"):
        single = marker.end - marker.start == 1 and marker.end <= i
        if single and introduced(tree, marker, verbal=True) == i and asks(tree, marker, i):
            whether = tree.lexicon.effect("whether", lemma(tree.doc[governor]))
            return whether or tree.lexicon.effect("predicate", *tree.keys(governor))
    return None


def _governed(here: Clause, effect: Effect, state: State, trail: Trail) -> State:
    """The clause under a governing word; what is said of a claim ("rejects claims that") comes first."""
    tree = here.tree
    governor, outer = trail[-1]
    claim = tree.doc[governor].pos_ == "NOUN" or (
        lemma(tree.doc[governor]) in tree.lexicon.words("nouns", "content")
        and not tree.children(governor, "nsubj")
    )
    if claim and len(trail) > 1 and effect.name in TOLD:
        above, above_state = trail[-2]
        if told := content_effect(tree, governor, above):
            return place(here, told, state, above_state, (group_start(tree, above), above + 1))
    if effect.name == "question":
        mark = _question_mark(tree, here.i, governor)
        return replace(state, certainty="unknown", tense=state.tense or "future").with_cue(mark)
    if effect.name == "factive" and outer.negative and _own_ignorance(tree, governor):
        return replace(state, certainty="unknown").with_cue(*outer.cues)
    return place(here, effect, state, outer, (group_start(tree, governor), governor + 1))


def _own_ignorance(tree: Tree, governor: int) -> bool:
    """ "I don't know that …" presupposes nothing, unlike "they don't know that …"."""
    asks_too = tree.lexicon.effect("whether", lemma(tree.doc[governor]))
    return asks_too is not None and any(
        "1" in tree.doc[c].morph.get("Person") for c in tree.children(governor, "nsubj")
    )


def _question_mark(tree: Tree, i: int, governor: int) -> VerdictCue:
    at = tree.any_word(tree.lexicon.words("marks", "whether"), governor, i)
    return cue(governor, governor + 1, "question") if at is None else cue(at, at + 1, "question")


def place(here: Clause, effect: Effect, state: State, outer: State, span: tuple[int, int]) -> State:
    """The governed state with its tense, and the governing word as its cue."""
    found = govern(state, outer, effect)
    if effect.time == "suppose" and outer.tense == "past":
        found = replace(found, certainty="certain", negative=not state.negative)
    told = effect.affirmed == "own" and not outer.negative
    if effect.cue and not told and effect.name != "factive":
        found = found.with_cue(cue(*span, effect.cue))
    return replace(found, tense=_tense(here, effect, state, outer))


def _tense(here: Clause, effect: Effect, state: State, outer: State) -> Tense:
    """When the act takes place, by its own form and the class of what governs it."""
    fixed: dict[str, Tense] = {
        "going": "future",
        "past": "past",
        "present": "present",
        "attempt": "past" if outer.tense == "past" else "future",
    }
    if effect.time in fixed:
        return fixed[effect.time]
    if effect.time == "suppose":
        return _supposed(here, outer)
    if effect.time == "later":
        lasting = here.group.progressive or stative(here.tree, here.i)
        ahead = state.tense == "present" and not here.group.modal and not lasting
        return "future" if ahead else state.tense or "future"
    gerund = here.group.form == "part" and effect.name in RETROSPECTIVE
    return state.tense or ("past" if gerund else outer.tense) or "past"


def _supposed(here: Clause, outer: State) -> Tense:
    if outer.tense == "past" or here.group.perfect:
        return "past"
    words = here.tree.lexicon.words
    times = words("times", "future") | words("times", "date")
    return "future" if near(here.tree, here.i, times, 4) is not None else "present"


def _framed(here: Clause, state: State, trail: Trail) -> State | None:
    """A clause under "sans", "avant de", "quand", "pour"."""
    tree, i, shape = here.tree, here.place, here.group.form
    outer = trail[-1][1]
    if marker := marker_before(tree, i, "marks.absence"):
        negated = replace(state, negative=not state.negative, tense=outer.tense or "past")
        return negated.with_cue(cue(marker.start, marker.end, "negation"))
    if shape in FINITE and marker_before(tree, i, "marks.temporal"):
        return _temporal(here, state, outer)
    if shape not in FINITE and marker_before(tree, i, "marks.before"):
        return replace(state, tense="past" if outer.tense == "past" else "future")
    marker = marker_before(tree, i, "marks.purpose")
    adnominal = (
        here.label.startswith("acl") and marker is not None and plain(tree.doc[marker.start].text) == "to"
    )
    if marker is None or adnominal or shape not in {"inf", "sub"}:
        return None
    if here.group.perfect:
        return replace(state, tense="past")
    if marker.start <= trail[-1][0] < marker.end and len(trail) > 1:
        outer = trail[-2][1]
    return _purpose(here, state, outer).with_cue(cue(marker.start, marker.end, "intention"))


def _temporal(here: Clause, state: State, outer: State) -> State:
    """ "When they arrive": as far off as what it dates."""
    if state.tense == "past" or outer.tense != "future":
        return state
    return replace(
        state.at_most(outer.certainty), tense="future", conditional=state.conditional or outer.conditional
    )


def _purpose(here: Clause, state: State, outer: State) -> State:
    """ "Pour frapper": intended, so likely where the step towards it was taken."""
    done = outer.certainty == "certain" and outer.tense == "past" and not outer.negative
    state = state.at_most("probable" if done else "possible").at_most(outer.certainty)
    return replace(state, tense="future", status="planned", conditional=outer.conditional)


def _nearby(here: Clause, governor: int | None) -> tuple[int, Effect] | None:
    """The word before an infinitive or gerund that the parser hung elsewhere: "intends to …", "avoids …ing"."""
    tree, i = here.tree, here.place
    marks = tree.introducers(i)
    purpose = marker_before(tree, i, "marks.purpose")
    perfect = here.group.form == "inf" and here.group.perfect and not marks
    infinitive = perfect or (here.group.form in {"inf", "ind"} and bool(marks) and _to(here))
    gerund = (
        here.group.form == "part" and not marks and here.label.startswith(("amod", "acl", "ROOT", "xcomp"))
    )
    first = marks[0] if marks else here.group.carrier if perfect else i
    if not (infinitive or gerund) or first <= tree.start:
        return None
    if purpose and plain(tree.doc[purpose.start].text) != "to":
        return None
    word = first - 1
    if word == governor or tree.doc[word].pos_ not in {"VERB", "ADJ", "NOUN"}:
        return None
    effect = clause_effect(tree, i, here.group, word)
    if gerund and tree.doc[word].pos_ == "NOUN":
        effect = tree.lexicon.effect("gerund", lemma(tree.doc[word]))
    return (word, effect) if effect else None


def _to(here: Clause) -> bool:
    """Is the verb itself an infinitive, though an auxiliary of the word before was hung on it?"""
    return form(here.tree.doc[here.place]) == "inf"


def _default(here: Clause, state: State, outer: State, governor: int) -> State:
    """Under a word of no class: a finite clause speaks for itself, anything else goes with its governor."""
    group, label = here.group, here.label
    if group.form in {"ind", "cnd", "imp"}:
        return state
    if group.form == "sub":
        return replace(state, tense=state.tense or "future")
    if group.form == "part" and label.startswith(("acl", "amod")):
        return replace(state, tense=state.tense or outer.tense or "present")
    if label.startswith("acl"):
        return _relative_infinitive(here, state, outer, governor)
    followed = inherit(state, replace(outer, negative=False) if label.startswith("advcl") else outer)
    return replace(followed, tense=state.tense or outer.tense)


def _relative_infinitive(here: Clause, state: State, outer: State, governor: int) -> State:
    """ "The first to sign" signed; "the bases to close" are still to be closed."""
    tree = here.tree
    words = tree.lexicon.words("determiners", "ordinal")
    named = [governor, *tree.children(governor, "amod", "nummod", "advmod")]
    if any(plain(tree.doc[c].text) in words for c in named):
        return replace(inherit(state, outer), tense=state.tense or outer.tense)
    marks = tree.introducers(here.place)
    state = replace(state.at_most("probable"), tense=state.tense or "future", status="planned")
    return state.with_cue(cue(marks[0], marks[0] + 1, "intention")) if marks else state
