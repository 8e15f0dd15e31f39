"""The judge: finds an act's sentence, walks it, and adds who says so."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from reportedly.pipes.attribution.chains import holds
from reportedly.pipes.draft import AttributionDraft, CueDraft, Draft, Predicate, Verdict, VerdictCue
from reportedly.pipes.factuality.calendar import known
from reportedly.pipes.factuality.conditions import introduced
from reportedly.pipes.factuality.governors import group_span
from reportedly.pipes.factuality.headline import HeadlineDoubt
from reportedly.pipes.factuality.lexicon import lemma
from reportedly.pipes.factuality.moods import cue, stative
from reportedly.pipes.factuality.signs import negator
from reportedly.pipes.factuality.state import CERTAINTIES, State, verdict
from reportedly.pipes.factuality.walk import Walk
from reportedly.pipes.titles.title import title_of
from reportedly.pipes.tokens import Doc


class Judge:
    """Verdicts on the acts of one document; keeps the walks of its sentences."""

    def __init__(self, doc: Doc, draft: Draft) -> None:
        self.doc, self.draft = doc, draft
        starts = [sent.start for sent in doc.sents] if doc.has_annotation("SENT_START") else [0]
        self._starts = starts or [0]
        self._known = known(doc, draft)
        title = title_of(doc, draft)
        self._title = None if title is None else HeadlineDoubt(title, draft)
        self._walks: dict[int, Walk] = {}
        self._attributions: dict[int, list[tuple[AttributionDraft, CueDraft]]] = defaultdict(list)
        for attribution in draft.attributions:
            if attribution.cue is not None:
                self._attributions[self._sentence(attribution.cue.start)].append(
                    (attribution, attribution.cue)
                )

    def verdict(self, predicate: Predicate) -> Verdict:
        """How sure its sentence is that the predicate's act happened."""
        walk = self.walk(predicate.seat)
        state = walk.state(predicate.seat)
        state, told = self._attributed(walk, predicate.seat, state)
        mark = next((mark for span, mark in walk.untrue if predicate.seat in span), None)
        if mark is not None and not state.negative:
            state = State(negative=True, tense=state.tense or "past", denied=True).with_cue(mark)
        state = self._headline(walk, predicate.seat, state)
        if predicate.suspicion is not None and not told:
            # Nobody says it: "five men accused of the murder" may not have done it.
            mark = cue(predicate.suspicion, predicate.suspicion + 1, "hedge")
            state = state.at_most("possible").with_cue(mark)
        if all(c.kind == "future" for c in state.cues):
            state = state.with_cue(*told)
        if self._title is not None and self._title.title.holds(predicate.seat):
            state = self._title.settled(predicate, state)
        return verdict(state)

    def walk(self, i: int) -> Walk:
        """The walk of the sentence that holds token ``i``."""
        at = self._sentence(i)
        if at not in self._walks:
            end = self._starts[at + 1] if at + 1 < len(self._starts) else len(self.doc)
            self._walks[at] = Walk(self.doc, self.draft, self._starts[at], end, self._known)
        return self._walks[at]

    def _sentence(self, i: int) -> int:
        """The number of the sentence that holds token ``i``."""
        return bisect_right(self._starts, i) - 1

    def _attributed(self, walk: Walk, i: int, state: State) -> tuple[State, list[VerdictCue]]:
        """Belief outside the syntax lowers certainty; plain attribution is kept for want of other signs."""
        path = walk.path(i)
        told: list[VerdictCue] = []
        for at in prepositions(walk, i):
            state = state.with_cue(at)
        for node, governor in pairwise(path):
            if (effect := walk.effect_on(node, governor)) and effect.cue == "attribution":
                told.append(cue(*group_span(walk.tree, governor), "attribution"))
        for verb in [*inserted(walk, path), *self._cued(walk, i, path)]:
            mark = cue(verb, verb + 1, "attribution")
            state = believed(walk, verb, state, mark)
            told.append(mark)
        return state, told

    def _cued(self, walk: Walk, i: int, path: list[int]) -> Iterator[int]:
        """Cues of the attributions that hold the act and that the walk has not met."""
        tree = walk.tree
        for attribution, mark in self._attributions[self._sentence(i)]:
            if not holds(attribution, i):
                continue
            known = any(node in range(mark.start, mark.end) for node in path)
            if not known and not any(m.start == mark.start for m in tree.marked("marks.attribution")):
                yield next((t for t in range(mark.start, mark.end) if tree.doc[t].pos_ == "VERB"), mark.start)

    def _headline(self, walk: Walk, i: int, state: State) -> State:
        """A headline's present is the news's past, but for what lasts."""
        if self.draft.headline is None or state.tense != "present" or state.cues:
            return state
        start, end = self.draft.headline
        token = self.doc[i]
        if not start <= i < end or token.pos_ != "VERB" or stative(walk.tree, i):
            return state
        group = walk.tree.group(i)
        return replace(state, tense="past") if group.form == "ind" and not group.parts else state


def believed(walk: Walk, verb: int, state: State, mark: VerdictCue) -> State:
    """The state of what somebody believes in passing: "…, Paris thinks", "…, I don't think"."""
    effect = walk.tree.lexicon.effect("clause", lemma(walk.tree.doc[verb]))
    if effect is None or effect.cue != "attribution" or effect.name == "factive":
        return state
    no = negator(walk.tree, verb)
    outcome = effect.affirmed if no is None else effect.negated
    if outcome[0] not in "+-":
        return state
    state = state.at_most(CERTAINTIES[outcome[1:]]).with_cue(mark)
    if outcome[0] == "+" or no is None:
        return state
    return replace(state, negative=not state.negative).with_cue(cue(no, no + 1, "negation"))


def prepositions(walk: Walk, i: int) -> Iterator[VerdictCue]:
    """ "Selon", "according to" and the like, for acts that they stand beside."""
    tree = walk.tree
    for marker in tree.marked("marks.attribution"):
        whole = tree.doc[marker.end - 1].pos_ in {"NOUN", "VERB"} and marker.end - marker.start > 1
        head = marker.end - 1 if whole else introduced(tree, marker, verbal=False)
        if tree.doc[marker.start].pos_ in {"VERB", "NOUN"} and marker.end - marker.start == 1:
            continue
        if head is not None and not tree.below(i, head) and not marker.start <= i < marker.end:
            yield cue(marker.start, marker.end, "attribution")
            return


def inserted(walk: Walk, path: list[int]) -> Iterator[int]:
    """Verbs of saying set beside the act's clause ("…, estime Paris"), whichever of the two is the root."""
    tree = walk.tree
    for node in path:
        for child in tree.children(tree.position(node), "parataxis", "advcl", "ccomp", "conj"):
            if child not in path and child > node and _says(walk, child) and _inquit(walk, child):
                yield child
    for node, governor in pairwise(path):
        label = tree.doc[tree.position(node)].dep_
        if (
            label.startswith(("parataxis", "advcl", "obj"))
            and _says(walk, governor)
            and not walk.is_noun(node)
        ):
            yield governor


def _inquit(walk: Walk, i: int) -> bool:
    """Is a verb of saying set beside a clause, with its speaker and no content of its own?"""
    tree = walk.tree
    if tree.doc[i].dep_.startswith("parataxis"):
        return True
    content = tree.children(i, "ccomp", "xcomp", "advcl") or tree.introducers(i) or tree.children(i, "cc")
    speaker = any(tree.doc[c].pos_ in {"NOUN", "PROPN", "PRON"} for c in tree.children(i, "nsubj", "obj"))
    return speaker and not content


def _says(walk: Walk, i: int) -> bool:
    said = walk.tree.lexicon.effect("clause", lemma(walk.tree.doc[i]))
    return walk.tree.doc[i].pos_ == "VERB" and said is not None and said.cue == "attribution"
