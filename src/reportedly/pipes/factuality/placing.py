"""The state and the tense of an act under a word of some class."""

from __future__ import annotations

from dataclasses import replace

from reportedly.model import Tense
from reportedly.pipes.factuality.frames import Clause
from reportedly.pipes.factuality.lexicon import Effect
from reportedly.pipes.factuality.moods import cue, stative
from reportedly.pipes.factuality.signs import near
from reportedly.pipes.factuality.state import State, govern

#: Under these, an English gerund tells what was done: "denies hiring".
RETROSPECTIVE = {"denial", "factive", "accusation", "suspect", "confirm"}


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
    if effect.name in {"able", "compulsion"} and outer.tense == "past":
        return "past"
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
