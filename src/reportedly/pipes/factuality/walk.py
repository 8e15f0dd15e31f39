"""The walk: from an act's head up the sentence, each governing word changing what is left of its certainty."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from spacy.tokens import Doc

from reportedly.model import Tense
from reportedly.pipes.draft import Draft, Predicate, Verdict, VerdictCue
from reportedly.pipes.factuality.conditions import Condition, asks, conditions, introduced
from reportedly.pipes.factuality.governors import (
    clause_effect,
    content_effect,
    marker_before,
    phrase_before,
)
from reportedly.pipes.factuality.lexicon import Effect, lemma, plain
from reportedly.pipes.factuality.moods import cue, mood, stative
from reportedly.pipes.factuality.nominal import (
    Trail,
    bare_noun,
    determined_negative,
    group_start,
    with_attributes,
)
from reportedly.pipes.factuality.signs import Hedge, hedges, hedges_of, near, negator
from reportedly.pipes.factuality.state import CERTAINTIES, State, govern, inherit, verdict, weaker
from reportedly.pipes.factuality.tense import Group
from reportedly.pipes.factuality.tree import Tree

#: No sentence that a person wrote nests deeper; malformed trees may.
DEPTH = 40
FUTURE_READING = {
    "fear",
    "demand",
    "hope",
    "possible",
    "concern",
    "likely",
    "impossible",
    "unlikely",
    "risk",
    "threaten",
}


class Walk:
    """All walks in one sentence; states are kept, since acts share their governors."""

    def __init__(self, doc: Doc, draft: Draft, start: int, end: int) -> None:
        self.tree = Tree(doc, start, end, draft.language)
        self.draft = draft
        self._states: dict[int, State] = {}

    @cached_property
    def conditions(self) -> tuple[Condition, ...]:
        """The conditions of the sentence."""
        return conditions(self.tree)

    @cached_property
    def hedges(self) -> tuple[Hedge, ...]:
        """The hedging adverbs of the sentence."""
        tree = self.tree
        return hedges(tree, [h for h in self.draft.foreign_hedges if tree.start <= h < tree.end])

    def path(self, i: int) -> list[int]:
        """An act's head and the words that govern it, up to the root."""
        nodes = [i]
        for _ in range(DEPTH):
            above = self.tree.governor(self.tree.position(nodes[-1]))
            if above is None or above in nodes:
                break
            nodes.append(above)
        return nodes

    def state(self, i: int) -> State:
        """The state of the act that token ``i`` names."""
        trail: Trail = []
        for node in reversed(self.path(i)):
            if node not in self._states:
                self._states[node] = self._state(node, trail)
            trail.append((node, self._states[node]))
        return self._states[i]

    def _state(self, i: int, trail: Trail) -> State:
        if self.is_noun(i):
            return self._noun(i, trail)
        state = self._local(i)
        if trail:
            state = self._embed(i, state, trail)
        elif state.tense is None:
            state = self._unbound(i, state)
        return self._ask(i, self._condition(i, state), trail)

    def is_noun(self, i: int) -> bool:
        """Is the act named by a noun rather than a verb or a predicate?"""
        if self.tree.doc[i].pos_ not in {"NOUN", "PROPN", "PRON", "NUM", "SYM", "X", "DET"}:
            return False
        return not self.tree.children(i, "cop")

    def _local(self, i: int) -> State:
        tree = self.tree
        hanging = any(i in c.consequents or tree.position(i) in c.consequents for c in self.conditions)
        state = mood(tree, i, hanging=hanging)
        no = negator(tree, i)
        if no is not None:
            state = replace(state, negative=not state.negative).with_cue(cue(no, no + 1, "negation"))
        if tree.doc[i].pos_ in {"NOUN", "PROPN"}:
            state = with_attributes(tree, i, state, free=True)
        return self._hedge(i, state)

    def _hedge(self, i: int, state: State) -> State:
        for hedge in hedges_of(self.hedges, self.tree, i):
            outcome = hedge.effect.affirmed
            if outcome.startswith("+"):
                state = state.at_most(CERTAINTIES[outcome[1:]]).with_cue(cue(hedge.start, hedge.end, "hedge"))
        return state

    def _noun(self, i: int, trail: Trail) -> State:
        tree = self.tree
        state = bare_noun(tree, i, trail)
        state = with_attributes(tree, i, state, free=False)
        no = determined_negative(tree, i)
        if no is not None:
            state = replace(state, negative=not state.negative).with_cue(cue(no, no + 1, "negation"))
        state = self._hedge(i, state)
        return self._condition(i, state)

    def _unbound(self, i: int, state: State) -> State:
        """A root without tense: a headline's infinitive is to come, a lone participle is past."""
        group = self.tree.group(i)
        if group.form == "inf" and (marks := self.tree.children(i, "mark")):
            mark = cue(marks[0], marks[0] + 1, "future")
            return replace(state.at_most("probable"), tense="future").with_cue(mark)
        return replace(state, tense="present" if group.form != "inf" else "future")

    def _condition(self, i: int, state: State) -> State:
        place = self.tree.position(i)
        for condition in self.conditions:
            mark = cue(condition.start, condition.end, "condition")
            if condition.antecedent in {i, place}:
                state = _antecedent(condition, state, self.tree.group(i)).with_cue(mark)
            elif {i, place} & set(condition.consequents):
                state = _consequent(condition, state, self.tree.group(i), mark)
        return state

    def _ask(self, i: int, state: State, trail: Trail) -> State:
        """A question at the root of the sentence leaves open what it asks."""
        mark = self.tree.ends_with_question()
        if trail or mark is None:
            return state
        presupposed = self.tree.lexicon.words("marks", "presupposing_questions")
        opening = self.tree.any_word(presupposed, self.tree.start, min(i, self.tree.start + 3))
        if opening is not None and state.tense == "past":
            return state
        return replace(state, certainty="unknown").with_cue(cue(mark, mark + 1, "question"))

    def _embed(self, i: int, state: State, trail: Trail) -> State:
        tree, group = self.tree, self.tree.group(i)
        place = tree.position(i)
        governor, outer = trail[-1]
        label = tree.doc[place].dep_
        if label.startswith("acl:relcl") or (label == "parataxis" and group.form == "ind"):
            return state
        if phrase := phrase_before(tree, place):
            effect = phrase.sequence.effect
            inside = phrase.start <= governor < phrase.end or tree.governor(phrase.start) == governor
            if effect is not None:
                return self._place(
                    i, effect, state, outer if inside else State(tense="present"), (phrase.start, phrase.end)
                )
        effect = self._effect(place, group, governor, label)
        if effect is None and (framed := self._framed(place, state, group, outer)) is not None:
            return framed
        if effect is not None:
            return self._govern(i, effect, state, trail)
        return _default(state, group, outer, label)

    def effect_on(self, i: int, governor: int) -> Effect | None:
        """The class under which a governing word holds an act's clause; None where it holds no clause."""
        if self.is_noun(i):
            return None
        place = self.tree.position(i)
        return self._effect(place, self.tree.group(i), governor, self.tree.doc[place].dep_)

    def _effect(self, i: int, group: Group, governor: int, label: str) -> Effect | None:
        """The class of the governor, unless the clause merely stands beside it."""
        tree = self.tree
        if question := self._asked(i, governor):
            return question
        beside = label.startswith("advcl") and (
            group.form in {"ind", "cnd", "sub"} or tree.children(governor, "xcomp", "ccomp")
        )
        if beside or marker_before(tree, i, "marks.absence", "marks.before") or label == "parataxis":
            return None
        effect = clause_effect(tree, i, group, governor)
        purpose = marker_before(tree, i, "marks.purpose")
        if purpose and effect and plain(tree.doc[purpose.start].text) != "to":
            frame = tree.lexicon.effect("predicate", *tree.keys(governor))
            return effect if frame is effect else None
        return effect

    def _asked(self, i: int, governor: int) -> Effect | None:
        tree = self.tree
        for marker in tree.marked("conditions.clause", "marks.whether"):
            single = marker.end - marker.start == 1 and marker.end <= i
            if single and introduced(tree, marker, verbal=True) == i and asks(tree, marker, i):
                whether = tree.lexicon.effect("whether", lemma(tree.doc[governor]))
                return whether or tree.lexicon.effect("predicate", *tree.keys(governor))
        return None

    def _framed(self, i: int, state: State, group: Group, outer: State) -> State | None:
        """A clause under "sans", "avant de", "pour"."""
        tree = self.tree
        if marker := marker_before(tree, i, "marks.absence"):
            tense: Tense = outer.tense or "past"
            return replace(state, negative=not state.negative, tense=tense).with_cue(
                cue(marker.start, marker.end, "negation")
            )
        if marker_before(tree, i, "marks.before") and group.form != "ind":
            return replace(state, tense="past" if outer.tense == "past" else "future")
        marker = marker_before(tree, i, "marks.purpose")
        if marker is None or group.form not in {"inf", "sub"}:
            return None
        if group.perfect:
            return replace(state, tense="past")
        state = replace(
            state.at_most("possible"), tense="future", status="planned", conditional=outer.conditional
        )
        return state.with_cue(cue(marker.start, marker.end, "intention"))

    def _govern(self, i: int, effect: Effect, state: State, trail: Trail) -> State:
        """The clause under a governing word; what is said of a claim ("rejects claims that") comes first."""
        tree = self.tree
        governor, outer = trail[-1]
        if tree.doc[governor].pos_ == "NOUN" and len(trail) > 1:
            above, above_state = trail[-2]
            told = content_effect(tree, governor, above)
            if told is not None and effect.name in {
                "allegation",
                "say",
                "accusation",
                "suspect",
                "belief",
                "factive",
            }:
                return self._place(i, told, state, above_state, (group_start(tree, above), above + 1))
        if effect.name == "question":
            mark = self._question_mark(i, governor)
            return replace(state, certainty="unknown", tense=state.tense or "future").with_cue(mark)
        return self._place(i, effect, state, outer, (group_start(tree, governor), governor + 1))

    def _question_mark(self, i: int, governor: int) -> VerdictCue:
        words = self.tree.lexicon.words("marks", "whether")
        at = self.tree.any_word(words, governor, i)
        return cue(governor, governor + 1, "question") if at is None else cue(at, at + 1, "question")

    def _place(self, i: int, effect: Effect, state: State, outer: State, span: tuple[int, int]) -> State:
        """The governed state with its tense and its cue."""
        tense = self._tense(i, effect, state, outer)
        unmet = effect.time == "suppose" and outer.tense == "past"
        found = govern(state, outer, effect)
        if unmet:
            found = replace(found, certainty="certain", negative=not state.negative)
        told = effect.affirmed == "own" and not outer.negative
        if effect.cue and not told and effect.name != "factive":
            found = found.with_cue(cue(*span, effect.cue))  # type: ignore[arg-type]
        return replace(found, tense=tense)

    def _tense(self, i: int, effect: Effect, state: State, outer: State) -> Tense:
        """When the act takes place, by its own form and the class of what governs it."""
        tree, group = self.tree, self.tree.group(i)
        if effect.time == "going":
            return "future"
        if effect.time == "past":
            return "past"
        if effect.time == "suppose":
            if outer.tense == "past" or group.perfect:
                return "past"
            times = tree.lexicon.words("times", "future") | tree.lexicon.words("times", "date")
            return "future" if near(tree, i, times, 4) is not None else "present"
        if effect.time == "attempt":
            return "past" if outer.tense == "past" else "future"
        if effect.time == "later":
            shift = group.form == "sub" or (effect.name in FUTURE_READING and group.form == "ind")
            lasting = group.progressive or stative(tree, i)
            if state.tense == "present" and not group.modal and shift and not lasting:
                return "future"
            return state.tense or "future"
        return state.tense or outer.tense or "past"


def _default(state: State, group: Group, outer: State, label: str) -> State:
    """Under a word of no class: a finite clause speaks for itself, anything else goes with its governor."""
    if group.form in {"ind", "cnd", "imp"}:
        return state
    if group.form == "sub":
        return replace(state, tense=state.tense or "future")
    if group.form == "part" and label.startswith(("acl", "amod")):
        return replace(state, tense=state.tense or outer.tense or "present")
    if label.startswith("acl"):
        return replace(state.at_most("unknown"), tense=state.tense or "future")
    followed = inherit(state, replace(outer, negative=False) if label.startswith("advcl") else outer)
    return replace(followed, tense=state.tense or outer.tense)


def _antecedent(condition: Condition, state: State, group: Group) -> State:
    if condition.kind == "counterfactual":
        return replace(
            state, certainty="certain", negative=not state.negative, tense="past", conditional=False
        )
    if condition.kind == "absence":
        if condition.unreal:
            return State(tense="past")
        return State("possible", tense="future", conditional=True)
    happened = group.perfect and not group.pluperfect
    return replace(
        state,
        certainty=weaker(state.certainty, "possible"),
        tense="past" if happened else "future",
        conditional=True,
        cues=tuple(c for c in state.cues if c.kind != "future"),
    )


def _consequent(condition: Condition, state: State, group: Group, mark: VerdictCue) -> State:
    unreal = condition.kind == "counterfactual" or condition.unreal
    if unreal:
        flipped = replace(
            state, certainty="certain", negative=not state.negative, tense=state.tense or "past"
        )
        return flipped.with_cue(mark)
    if state.tense == "past" and group.form == "ind" and group.modal is None:
        return state
    tense: Tense = "past" if group.perfect and state.tense == "past" else "future"
    state = replace(state, certainty=weaker(state.certainty, "possible"), tense=tense, conditional=True)
    return state.with_cue(mark)


def judge(doc: Doc, draft: Draft, predicate: Predicate) -> Verdict:
    """How sure the sentence is that the predicate's act happened, with the words that say so."""
    from reportedly.pipes.factuality.judgement import Judge

    return Judge(doc, draft).verdict(predicate)
