"""Clauses that no word asks for: under "sans", "avant de", "quand", "pour", or merely hung on another."""

from __future__ import annotations

from dataclasses import replace

from reportedly.pipes.factuality.frames import FINITE, Clause
from reportedly.pipes.factuality.governors import marker_before
from reportedly.pipes.factuality.lexicon import lemma, plain
from reportedly.pipes.factuality.moods import cue
from reportedly.pipes.factuality.nominal import Trail, definite
from reportedly.pipes.factuality.state import State, inherit, reasons
from reportedly.pipes.factuality.tree import VERBAL, Tree


def framed(here: Clause, state: State, trail: Trail) -> State | None:
    """A clause under "sans", "avant de", "quand", "pour"."""
    tree, i, finite = here.tree, here.place, here.group.form in FINITE
    outer = trail[-1][1]
    if marker := marker_before(tree, i, "marks.absence"):
        negated = replace(state, negative=not state.negative, tense=outer.tense or "past")
        return negated.with_cue(cue(marker.start, marker.end, "negation"))
    if finite and marker_before(tree, i, "marks.temporal"):
        return _temporal(state, outer)
    if not finite and marker_before(tree, i, "marks.before"):
        return replace(state, tense="past" if outer.tense == "past" else "future")
    return _aimed(here, state, trail)


def _aimed(here: Clause, state: State, trail: Trail) -> State | None:
    """A clause of purpose; with a perfect infinitive it tells a cause ("puni pour avoir tué")."""
    tree, i = here.tree, here.place
    marker = marker_before(tree, i, "marks.purpose")
    that = tree.lexicon.words("marks", "complementisers")
    if marker is None or (
        here.group.form not in {"inf", "sub"} and tree.words[marker.end - 1 - tree.start] not in that
    ):
        return None
    if here.group.form not in {"inf", "sub"} and tree.lexicon.language == "en":
        return None  # "so that" tells a result as well
    if here.label.startswith("acl") and plain(tree.doc[marker.start].text) == "to":
        return None
    if here.group.perfect:
        return replace(state, tense="past")
    inside = marker.start <= trail[-1][0] < marker.end and len(trail) > 1
    outer = trail[-2][1] if inside else trail[-1][1]
    return _purpose(state, outer).with_cue(cue(marker.start, marker.end, "intention"))


def _temporal(state: State, outer: State) -> State:
    """ "When they arrive": as far off as what it dates."""
    if state.tense == "past" or outer.tense != "future":
        return state
    return replace(
        state.at_most(outer.certainty), tense="future", conditional=state.conditional or outer.conditional
    )


def _purpose(state: State, outer: State) -> State:
    """ "Pour frapper": intended, so likely where the step towards it was taken."""
    done = outer.certainty == "certain" and outer.tense == "past" and not outer.negative
    state = state.at_most("probable" if done else "possible").at_most(outer.certainty)
    return replace(state, tense="future", status="planned", conditional=outer.conditional)


def by_default(here: Clause, state: State, trail: Trail) -> State:
    """Under a word of no class: a finite clause speaks for itself, anything else goes with its governor."""
    group, label, (governor, outer) = here.group, here.label, trail[-1]
    shown = _shown(here, trail)
    if group.form in {"ind", "cnd", "imp"}:
        return state
    if group.form == "sub":
        return replace(state, tense=state.tense or "future")
    if group.form == "part" and label.startswith(("acl", "amod")):
        if not definite(here.tree, governor) and shown is not None:
            state = state.at_most(shown.certainty).with_cue(*reasons(shown))
        return replace(state, tense=state.tense or outer.tense or "present")
    if label.startswith("acl"):
        return _relative_infinitive(here, state, outer, governor)
    followed = inherit(state, replace(outer, negative=False) if label.startswith("advcl") else outer)
    return replace(followed, tense=state.tense or outer.tense)


def brought(here: Clause, state: State, trail: Trail) -> State:
    """ "To open a base that will house …": what a thing not yet there will bring is no surer than the thing."""
    tree = here.tree
    if len(trail) > 1 and state.tense != "past" and _anybody(tree, trail[-1][0]) and _open(trail[-2][1]):
        mark = cue(trail[-1][0], trail[-1][0] + 1, "condition")
        return replace(state.at_most("possible"), tense="future", conditional=True).with_cue(mark)
    if len(trail) < 2 or state.tense == "past" or here.group.tense == "past" or definite(tree, trail[-1][0]):
        return state
    if tree.doc[trail[-1][0]].pos_ != "NOUN":
        return state
    ahead = state.tense == "future" or state.conditional or here.group.form == "cnd" or here.group.modal
    maker, outer = trail[-2]
    made = tree.doc[trail[-1][0]].dep_.startswith(("obj", "obl:arg", "nsubj:pass"))
    if not (ahead and made and outer.tense == "future") or tree.doc[maker].pos_ not in VERBAL:
        return state
    capped = state.at_most(outer.certainty).with_cue(*reasons(outer))
    return replace(capped, tense="future", conditional=state.conditional or outer.conditional)


def _shown(here: Clause, trail: Trail) -> State | None:
    """The state of a verb whose object does what a participle says: "purports to show | soldiers shooting"."""
    tree = here.tree
    if len(trail) < 2 or tree.doc[trail[-2][0]].pos_ not in VERBAL:
        return None
    if tree.lexicon.effect("clause", lemma(tree.doc[trail[-2][0]])) is None:
        return None
    held = tree.doc[trail[-1][0]].dep_.startswith("obj") and here.i > trail[-1][0] > trail[-2][0]
    return trail[-2][1] if held and not trail[-2][1].negative else None


def _anybody(tree: Tree, i: int) -> bool:
    """ "Anyone who", "those who", « quiconque »: nobody in particular."""
    words = tree.lexicon.words("determiners", "generic")
    named = [i, *tree.children(i, "det")]
    return any(plain(tree.doc[c].text) in words and tree.doc[c].pos_ in {"PRON", "DET"} for c in named)


def _open(outer: State) -> bool:
    return outer.tense == "future" or outer.certainty == "unknown" or outer.modal


def _relative_infinitive(here: Clause, state: State, outer: State, governor: int) -> State:
    """ "The first to sign" signed; "the bases to close" are still to be closed."""
    tree = here.tree
    words = tree.lexicon.words("determiners", "ordinal")
    named = [governor, *tree.children(governor, "amod", "nummod", "advmod")]
    nobody = tree.lexicon.words("negation", "words")
    if plain(tree.doc[governor].text) in nobody:  # "nothing to suggest"
        negated = replace(state, negative=not state.negative, tense=state.tense or outer.tense)
        return negated.with_cue(cue(governor, governor + 1, "negation"))
    if any(plain(tree.doc[c].text) in words for c in named):
        return replace(inherit(state, outer), tense=state.tense or outer.tense)
    marks = tree.introducers(here.place)
    state = replace(state.at_most("probable"), tense=state.tense or "future", status="planned")
    return state.with_cue(cue(marks[0], marks[0] + 1, "intention")) if marks else state
