"""What is appointed: "is to leave", "the aim is to leave"."""

from __future__ import annotations

from reportedly.pipes.draft import VerdictCue
from reportedly.pipes.factuality.lexicon import lemma, plain
from reportedly.pipes.factuality.state import State, govern
from reportedly.pipes.factuality.tense import Group
from reportedly.pipes.factuality.tree import Tree


def due_act(tree: Tree, i: int, group: Group) -> State | None:
    """ "Is to leave": appointed; "was to have left": it did not; "the aim is to leave": as the aim."""
    mark = next(
        (c for c in tree.children(i, "mark") if tree.lexicon.modals.get(plain(tree.doc[c].text)) == "due"),
        None,
    )
    copula = next((p for p in group.parts if mark and p < mark and lemma(tree.doc[p]) == "be"), None)
    if mark is None or copula is None or lemma(tree.doc[i]) in tree.lexicon.words("verbs", "due_idioms"):
        return None
    named = [tree.lexicon.effect("noun", lemma(tree.doc[c])) for c in tree.children(i, "nsubj")]
    if effect := next((e for e in named if e is not None and e.time == "later"), None):
        return govern(State(tense="future"), State(tense="present"), effect).with_cue(
            VerdictCue(copula, mark + 1, effect.cue or "future")
        )
    due = VerdictCue(copula, mark + 1, "future")
    if any(lemma(tree.doc[p]) == "have" for p in group.parts if p > mark):
        return State(negative=True, tense="past").with_cue(due)
    return State("probable", tense="future").with_cue(due)
