"""What governs a clause, and what that makes of the act in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from reportedly.model import Tense
from reportedly.pipes.draft import VerdictCue
from reportedly.pipes.factuality.circumstances import by_default, framed
from reportedly.pipes.factuality.frames import Clause, clause, effect_on, nearby, relative, whether
from reportedly.pipes.factuality.governors import (
    content_effect,
    controlled_effect,
    group_span,
    phrasal_effect,
    phrase_before,
    undoing_effect,
)
from reportedly.pipes.factuality.lexicon import Effect, effects, lemma, plain
from reportedly.pipes.factuality.moods import cue, stative
from reportedly.pipes.factuality.nominal import Trail
from reportedly.pipes.factuality.signs import near
from reportedly.pipes.factuality.state import State, govern, inherit
from reportedly.pipes.factuality.tense import form
from reportedly.pipes.factuality.tree import Tree

__all__ = ["clause", "effect_on", "embed", "place"]

#: Under these, an English gerund tells what was done: "denies hiring".
RETROSPECTIVE = {"denial", "factive", "accusation", "suspect", "confirm"}
#: Nouns for what is meant to be done, which the verb above may undo: "withdrew its offer to buy".
MEANT = {"plan", "consider", "demand", "attempt", "hope"}
#: Nouns for what is said, whose truth the verb above may deny or confirm.
TOLD = {"allegation", "say", "accusation", "suspect", "belief", "factive"}


@dataclass(frozen=True, slots=True)
class Context:
    """What stands over a clause: the words that govern it with their states, and how to read any other word."""

    trail: Trail
    state_of: Callable[[int], State]

    @property
    def governor(self) -> int | None:
        """The word that the clause hangs on; None at the root."""
        return self.trail[-1][0] if self.trail else None

    @property
    def outer(self) -> State:
        """The state of that word."""
        return self.trail[-1][1] if self.trail else State(tense="present")


Reading = Callable[[Clause, State, Context], State | None]


def embed(here: Clause, state: State, trail: Trail, state_of: Callable[[int], State]) -> State:
    """The act's state once all that governs its clause has spoken; ``state_of`` reads a word off the trail."""
    context = Context(trail, state_of)
    found = (reading(here, state, context) for reading in READINGS)
    return next((each for each in found if each is not None), state)


def _asking(here: Clause, state: State, context: Context) -> State | None:
    del context
    mark = whether(here)
    if mark is None:
        return None
    return replace(state, certainty="unknown", tense=state.tense or "future").with_cue(mark)


def _independent(here: Clause, state: State, context: Context) -> State | None:
    del context
    return state if relative(here) or (here.label == "parataxis" and here.group.form == "ind") else None


def _phrased(here: Clause, state: State, context: Context) -> State | None:
    phrase, governor = phrase_before(here.tree, here.place), context.governor
    if phrase is None or phrase.sequence.effect is None:
        return None
    inside = governor is not None and (
        phrase.start <= governor < phrase.end or here.tree.governor(phrase.start) == governor
    )
    outer = context.outer if inside else State(tense="present")
    return place(here, phrase.sequence.effect, _untensed(here, state), outer, (phrase.start, phrase.end))


def _commanded(here: Clause, state: State, context: Context) -> State | None:
    if context.governor is None or (effect := effect_on(here, context.governor)) is None:
        return None
    return _governed(here, effect, state, context.trail)


def _controlled(here: Clause, state: State, context: Context) -> State | None:
    if context.governor is None:
        return None
    found = controlled_effect(here.tree, here.place, here.group, context.governor)
    return found and _by_word(here, state, context, found)


def _near(here: Clause, state: State, context: Context) -> State | None:
    found = nearby(here, context.governor)
    return found and _by_word(here, _untensed(here, state), context, found)


def _measured(here: Clause, state: State, context: Context) -> State | None:
    """ "Too weak to resist": they did not; "strong enough to resist": they can."""
    tree, governor = here.tree, context.governor
    if governor is None or here.group.form != "inf" or not tree.introducers(here.place):
        return None
    words = tree.lexicon.words
    for degree, name in (("excess", "fail"), ("sufficient", "able")):
        word = next(
            (
                c
                for c in tree.children(governor, "advmod")
                if plain(tree.doc[c].text) in words("inquiry", degree)
            ),
            None,
        )
        if word is not None and tree.doc[governor].pos_ in {"ADJ", "ADV", "VERB"}:
            return place(
                here,
                effects()[name],
                _untensed(here, state),
                replace(context.outer, certainty="certain"),
                (word, word + 1),
            )
    return None


def _worded(here: Clause, state: State, context: Context) -> State | None:
    """ "Had the courage to speak": verb and noun together say whether it was done."""
    if context.governor is None or here.group.form not in {"inf", "part"}:
        return None
    found = phrasal_effect(here.tree, here.place, context.governor)
    return found and _by_word(here, state, context, found)


def _adjacent(here: Clause, state: State, context: Context) -> State | None:
    """A verb right before an infinitive governs it, wherever the parser hung it."""
    found = nearby(here, context.governor)
    if found is None or here.tree.doc[found[0]].pos_ != "VERB" or here.group.form != "inf":
        return None
    return _by_word(here, _untensed(here, state), context, found)


def _by_word(here: Clause, state: State, context: Context, found: tuple[int, Effect]) -> State:
    word, effect = found
    above = here.tree.governor(here.tree.position(word))
    if above is not None and (undone := _undone(here, effect, state, word, context.state_of(above))):
        return undone
    return place(here, effect, state, context.state_of(word), group_span(here.tree, word))


def _set_off(here: Clause, state: State, context: Context) -> State | None:
    return framed(here, state, context.trail) if context.trail else None


def _left(here: Clause, state: State, context: Context) -> State | None:
    if context.governor is None:
        return None
    return by_default(here, state, context.outer, context.governor)


#: In the order in which they may claim a clause.
READINGS: tuple[Reading, ...] = (
    _asking,
    _independent,
    _phrased,
    _measured,
    _worded,
    _adjacent,
    _commanded,
    _controlled,
    _near,
    _set_off,
    _left,
)


def _untensed(here: Clause, state: State) -> State:
    """The state without the tense of an auxiliary that belongs to the word before: "is about to leave"."""
    bare = form(here.tree.doc[here.place]) == "inf" and not here.group.perfect
    return replace(state, tense=None) if bare else state


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
            return place(here, told, state, above_state, group_span(tree, above))
    if claim and len(trail) > 1 and (undone := _undone(here, effect, state, governor, trail[-2][1])):
        return undone
    if effect.name == "belief" and outer.negative and _incredulous(tree, governor):
        return state
    if effect.name == "question":
        mark = _question_mark(tree, here.i, governor)
        return replace(state, certainty="unknown", tense=state.tense or "future").with_cue(mark)
    if effect.name == "factive" and outer.negative and _own_ignorance(tree, governor):
        return replace(state, certainty="unknown", lean=-1.0).with_cue(*outer.cues)
    placed = place(here, effect, state, outer, group_span(tree, governor))
    doubtful = outer.negative and outer.tense != "past" and effect.affirmed == "own"
    return replace(placed, lean=-1.0) if doubtful and not state.negative else placed


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


def _undone(here: Clause, effect: Effect, state: State, noun: int, over: State) -> State | None:
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
