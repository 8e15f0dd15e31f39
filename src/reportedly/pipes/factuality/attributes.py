"""Adjectives and participles that say how far an act named by a noun holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportedly.model import Tense
from reportedly.pipes.factuality.governors import attribute_effects
from reportedly.pipes.factuality.lexicon import Effect, plain
from reportedly.pipes.factuality.moods import cue
from reportedly.pipes.factuality.signs import negator
from reportedly.pipes.factuality.state import State, govern
from reportedly.pipes.factuality.tree import VERBAL, Tree

#: How far before its noun an attribute may stand, in tokens.
REACH = 6
CLAUSAL = VERBAL | {"SCONJ"}


def attributed(tree: Tree, state: State, word: int, effect: Effect, outer: State) -> State:
    """The noun with an attribute of some class, e.g. "prévu", "présumé", "avorté"."""
    negative = outer.negative or _weakened(tree, word)
    found = govern(replace(state, certainty="certain"), State(negative=negative), effect)
    found = replace(found, conditional=any(c.kind == "condition" for c in state.cues))
    found = replace(found, cues=state.cues)
    if effect.name == "averted":
        found = replace(found, resolved=True, tense="past")
    if effect.name in {"confirm", "factive"} and not negative:
        return state
    times: dict[str, Tense] = {"later": "future", "past": "past", "present": "present"}
    tense = times.get(effect.time) or state.tense
    if tense is None:
        tense = "past"
    if effect.time == "own" and outer.cues:
        found = found.with_cue(*outer.cues)
    kind = "hedge" if effect.name == "confirm" else effect.cue
    if kind:
        found = found.with_cue(cue(word, word + 1, kind))
    return replace(found, tense=tense)


def _weakened(tree: Tree, word: int) -> bool:
    """ "Peu probable", "non confirmé", "unlikely" by its parts."""
    words = tree.lexicon.words("negation", "weak") | tree.lexicon.words("negation", "prefix")
    before = plain(tree.doc[word - 1].text) if word > tree.start else ""
    return before in words or negator(tree, word) is not None


def with_attributes(tree: Tree, i: int, state: State, *, free: bool) -> State:
    """The noun's own adjectives and participles, the nearest last; ``free``: and those of a copula's subject."""
    owners = [i]
    if free:
        above = tree.governor(i) if tree.doc[i].dep_ in {"xcomp", "ccomp"} else None
        owners += tree.children(i, "nsubj") or (tree.children(above, "nsubj") if above is not None else [])
    for owner in owners:
        for word, effect in attribute_effects(tree, owner):
            if state.conditional and effect.time == "past":
                continue
            state = attributed(tree, state, word, effect, State())
    if state.certainty == "certain" and not state.negative:
        state = _hyphened(tree, i, state)
    if free and tree.children(i, "cop") and not tree.children(i, "nsubj"):
        for word, effect in _stray_attributes(tree, i):
            state = attributed(tree, state, word, effect, State())
    return state


def _hyphened(tree: Tree, i: int, state: State) -> State:
    """A noun with an attribute that is spelt in parts: "the so-called truce", « le soi-disant accord »."""
    for word in range(max(tree.start, i - REACH), i - 2):
        if tree.doc[word + 1].text != "-" or tree.doc[word].whitespace_:
            continue
        effect = tree.lexicon.effect("attribute", f"{tree.doc[word].form}-{tree.doc[word + 2].form}")
        if effect is not None and effect.cue and _qualifies(tree, word + 2, i):
            state = govern(state, State(), effect).with_cue(cue(word, word + 3, effect.cue))
    return state


def _qualifies(tree: Tree, word: int, i: int) -> bool:
    """Do only words of a noun's own phrase stand between an attribute and the noun?"""
    return all(tree.doc[at].pos_ in {"ADJ", "NOUN", "PROPN", "VERB"} for at in range(word, i))


def _stray_attributes(tree: Tree, i: int) -> Iterator[tuple[int, Effect]]:
    """Hedging adjectives of a copula's subject that the parser did not find: "le probable prochain pas serait …"."""
    for word in range(tree.children(i, "cop")[0] - 1, max(tree.start, i - 20), -1):
        if tree.doc[word].pos_ in CLAUSAL or tree.doc[word].text in {",", ";"}:
            return
        effect = tree.lexicon.effect("attribute", *tree.keys(word))
        if effect and effect.cue == "hedge" and tree.doc[word].pos_ == "ADJ":
            yield word, effect
