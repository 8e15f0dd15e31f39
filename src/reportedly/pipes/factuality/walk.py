"""The walk: from an act's head up the sentence, each governing word changing what is left of its certainty."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from reportedly.model import Tense
from reportedly.pipes.draft import Draft, Predicate, Verdict, VerdictCue
from reportedly.pipes.factuality.attributes import with_attributes
from reportedly.pipes.factuality.calendar import NOTHING, Known
from reportedly.pipes.factuality.clauses import clause, effect_on, embed
from reportedly.pipes.factuality.conditions import Condition, conditions
from reportedly.pipes.factuality.inquits import inquit
from reportedly.pipes.factuality.lexicon import Effect, lemma
from reportedly.pipes.factuality.moods import cue, mood
from reportedly.pipes.factuality.nominal import Trail, bare_noun, determined_negative
from reportedly.pipes.factuality.signs import Hedge, coming, contrasted, hedges, hedges_of, negator
from reportedly.pipes.factuality.state import CERTAINTIES, State, weaker
from reportedly.pipes.factuality.tales import fancied, untrue_tales
from reportedly.pipes.factuality.tense import Group
from reportedly.pipes.factuality.tree import Tree
from reportedly.pipes.tokens import Doc

#: No sentence that a person wrote nests deeper; malformed trees may.
DEPTH = 40


class Walk:
    """All walks in one sentence; states are kept, since acts share their governors."""

    def __init__(self, doc: Doc, draft: Draft, start: int, end: int, known: Known = NOTHING) -> None:
        self.tree = Tree(doc, start, end, draft.language, known)
        self.draft = draft
        self._states: dict[int, State] = {}
        self._paths: dict[int, list[int]] = {}
        self._effects: dict[tuple[int, int], Effect | None] = {}

    @cached_property
    def conditions(self) -> tuple[Condition, ...]:
        """The conditions of the sentence."""
        return conditions(self.tree)

    @cached_property
    def hedges(self) -> tuple[Hedge, ...]:
        """The hedging adverbs of the sentence."""
        tree = self.tree
        return hedges(tree, [h for h in self.draft.foreign_hedges if tree.start <= h < tree.end])

    @cached_property
    def untrue(self) -> tuple[tuple[range, VerdictCue], ...]:
        """What the sentence calls untrue, by the order of its words."""
        return untrue_tales(self.tree)

    def path(self, i: int) -> list[int]:
        """An act's head and the words that govern it, up to the root."""
        found = self._paths.get(i)
        if found is None:
            found = self._paths[i] = self._path(i)
        return found

    def _path(self, i: int) -> list[int]:
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
        if inquit(self.tree, i):
            return self._local(i, hanging=False)
        state = self._local(i)
        state = embed(clause(self.tree, i), state, trail, lambda word: self._beside(word, i))
        if state.tense is None and not trail:
            state = self._unbound(i, state)
        occurs = lemma(self.tree.doc[i]) in self.tree.lexicon.words("verbs", "occur")
        if occurs and state.tense == "future" and not state.negative:
            state = with_attributes(self.tree, i, state, free=True)
        return self._ask(i, self._condition(i, state), trail)

    def _beside(self, word: int, i: int) -> State:
        """The state of a word that governs ``i`` in sense, if not in the tree."""
        return self._local(word) if word in self.path(i) or i in self.path(word) else self.state(word)

    def effect_on(self, i: int, governor: int) -> Effect | None:
        """The class under which a governing word holds an act's clause; None where it holds no clause."""
        key = (i, governor)
        if key not in self._effects:
            self._effects[key] = None if self.is_noun(i) else effect_on(clause(self.tree, i), governor)
        return self._effects[key]

    def is_noun(self, i: int) -> bool:
        """Is the act named by a noun rather than a verb or a predicate?"""
        if self.tree.doc[i].pos_ not in {"NOUN", "PROPN", "PRON", "NUM", "SYM", "X", "DET"}:
            return self.tree.nounlike(i)
        return not self.tree.children(i, "cop") and not self.tree.verblike(i)

    def _local(self, i: int, *, hanging: bool | None = None) -> State:
        tree = self.tree
        if hanging is None:
            hanging = any(i in c.consequents or tree.position(i) in c.consequents for c in self.conditions)
        state = mood(tree, i, hanging=hanging)
        no = negator(tree, i)
        if no is not None:
            mark = cue(no, no + 1, "negation")
            partly = tree.doc[min(no + 1, tree.end - 1)].text.lower() in tree.lexicon.words(
                "negation", "doubtful"
            )
            denied = (
                replace(state, certainty="unknown") if partly else replace(state, negative=not state.negative)
            )
            state = denied.with_cue(mark)
        if tree.doc[i].pos_ in {"NOUN", "PROPN"}:
            state = with_attributes(tree, i, state, free=True)
        return self._hedge(i, fancied(tree, i, state))

    def _hedge(self, i: int, state: State) -> State:
        for hedge in hedges_of(self.hedges, self.tree, i):
            outcome = hedge.effect.affirmed
            mark = cue(hedge.start, hedge.end, hedge.effect.cue or "hedge")
            if outcome.startswith("+"):
                state = state.at_most(CERTAINTIES[outcome[1:]]).with_cue(mark)
            elif (
                outcome.startswith("-")
                and self.tree.governor(hedge.start) == i
                and self.tree.doc[i].pos_ == "VERB"
            ):
                state = replace(state, negative=not state.negative).with_cue(mark)
        return state

    def _noun(self, i: int, trail: Trail) -> State:
        tree = self.tree
        state = bare_noun(tree, i, trail)
        state = with_attributes(tree, i, state, free=False)
        no = determined_negative(tree, i)
        if no is not None:
            state = _none(state, trail).with_cue(cue(no, no + 1, "negation"))
        state = self._hedge(i, state)
        return self._condition(i, state)

    def _unbound(self, i: int, state: State) -> State:
        """A root without tense: a headline's infinitive is to come, a lone participle is past."""
        group = self.tree.group(i)
        if group.form == "inf" and (marks := self.tree.children(i, "mark")):
            mark = cue(marks[0], marks[0] + 1, "future")
            return replace(state, tense="future").with_cue(mark)
        words = coming(self.tree, i)
        if words is not None and group.form != "inf":
            return replace(state, tense="future").with_cue(cue(*words, "future"))
        return replace(state, tense="present" if group.form != "inf" else "future")

    def _condition(self, i: int, state: State) -> State:
        place = self.tree.position(i)
        if place != i and contrasted(self.tree, i):
            place = i
        for condition in self.conditions:
            mark = cue(condition.start, condition.end, "condition")
            if condition.antecedent in {i, place}:
                state = _antecedent(condition, state, self.tree.group(i)).with_cue(mark)
            elif {i, place} & set(condition.consequents) and not any(
                i == c.antecedent for c in self.conditions
            ):
                state = _consequent(condition, state, self.tree.group(i), mark)
        return state

    def _announces(self, i: int) -> bool:
        """ "I say the following: why …?": what a colon opens is asked, saying it is not."""
        tree = self.tree
        said = tree.lexicon.effect("clause", lemma(tree.doc[i]))
        colon = (t for t in range(i + 1, min(i + 12, tree.end)) if tree.doc[t].text == ":")
        return said is not None and said.name == "say" and next(colon, None) is not None

    def _ask(self, i: int, state: State, trail: Trail) -> State:
        """A question at the root of the sentence leaves open what it asks."""
        inverted = self.tree.inverted(i)
        end = self.tree.asked(i, [node for node, _ in trail]) if trail else None
        if (trail and inverted is None and end is None) or self._announces(i):
            return state
        end = end or self.tree.ends_with_question()
        mark = inverted if end is None else end
        if mark is None:
            return state
        presupposed = self.tree.lexicon.words("marks", "presupposing_questions")
        opening = self.tree.any_word(presupposed, self.tree.start, min(i, self.tree.start + 3))
        if opening is not None and state.tense == "past":
            return state
        return replace(state, certainty="unknown").with_cue(cue(mark, mark + 1, "question"))


def _none(state: State, trail: Trail) -> State:
    """ "Offered no help", "no talks are planned": whatever the verb promises, none of it is so."""
    outer = trail[-1][1] if trail else state
    if outer.certainty != "certain" or outer.conditional or outer.negative:
        return replace(state, negative=True)
    return State(
        negative=True, tense=state.tense if state.tense == outer.tense else outer.tense or state.tense
    )


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
    tense: Tense = "past" if group.perfect and state.tense == "past" else "future"
    state = replace(state, certainty=weaker(state.certainty, "possible"), tense=tense, conditional=True)
    return state.with_cue(mark)


def judge(doc: Doc, draft: Draft, predicate: Predicate) -> Verdict:
    """How sure the sentence is that the predicate's act happened, with the words that say so."""
    from reportedly.pipes.factuality.judgement import Judge

    return Judge(doc, draft).verdict(predicate)
