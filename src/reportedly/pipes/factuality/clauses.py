"""What governs a clause, and what that makes of the act in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from reportedly.pipes.factuality.circumstances import brought, by_default, framed
from reportedly.pipes.factuality.frames import Clause, clause, effect_on, nearby, relative, whether
from reportedly.pipes.factuality.governed import governed, undone_by
from reportedly.pipes.factuality.governors import (
    controlled_effect,
    group_span,
    phrasal_effect,
    phrase_before,
)
from reportedly.pipes.factuality.lexicon import Effect, effects, lemma, plain
from reportedly.pipes.factuality.nominal import Trail
from reportedly.pipes.factuality.placing import place
from reportedly.pipes.factuality.state import State
from reportedly.pipes.factuality.tales import first_opener, teller
from reportedly.pipes.factuality.tense import form

__all__ = ["clause", "effect_on", "embed"]


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
    if relative(here):
        return brought(here, state, context.trail)
    return state if here.label == "parataxis" and here.group.form == "ind" else None


def _phrased(here: Clause, state: State, context: Context) -> State | None:
    phrase = phrase_before(here.tree, here.place) or phrase_before(here.tree, here.i)
    governor = context.governor
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
    return governed(here, effect, state, context.trail)


def _evidenced(here: Clause, state: State, context: Context) -> State | None:
    """What a noun tells, where the parser hung the clause on the verb: "no proof has emerged that"."""
    tree, governor = here.tree, context.governor
    if governor is None or relative(here) or (noun := teller(tree, here.place, governor)) is None:
        return None
    effect = tree.lexicon.effect("noun", lemma(tree.doc[noun]))
    if effect is None:
        return None
    return governed(here, effect, state, [*context.trail, (noun, context.state_of(noun))])


def _seeming(here: Clause, state: State, context: Context) -> State | None:
    """ "Seems likely to", "looks ready to": the adjective says how far it holds, the verb whether."""
    tree, governor = here.tree, context.governor
    marks = tree.introducers(here.place)
    if governor is None or not marks or here.group.form != "inf" or tree.doc[marks[0] - 1].pos_ != "ADJ":
        return None
    seems = tree.lexicon.effect("infinitive", lemma(tree.doc[governor]))
    effect = tree.lexicon.effect("predicate", *tree.keys(marks[0] - 1))
    if seems is None or seems.name != "seem" or effect is None or tree.governor(marks[0] - 1) != governor:
        return None
    return place(here, effect, _untensed(here, state), context.outer, (governor, marks[0]))


def _unmarked(here: Clause, state: State, context: Context) -> State | None:
    """ "Nothing suggests | the two sides agreed": no "that", and the subject was taken for an object."""
    tree, noun = here.tree, context.governor
    if noun is None or here.label != "acl" or here.group.form != "ind" or tree.introducers(here.place):
        return None
    verb = tree.governor(noun)
    told = tree.lexicon.effect("clause", lemma(tree.doc[verb])) if verb is not None else None
    if (
        verb is None
        or told is None
        or not tree.doc[noun].dep_.startswith("obj")
        or not verb < noun < here.place
    ):
        return None
    return governed(here, told, state, context.trail[:-1])


def _behind(here: Clause, state: State, context: Context) -> State | None:
    """A verb right before "that" governs the clause, wherever the parser hung it."""
    tree = here.tree
    opener = first_opener(tree, here.place)
    if opener is None or opener <= tree.start:
        return None
    if tree.doc[opener - 1].text == ",":
        return _after_comma(here, state, context, opener)
    word = opener - 1
    frame = {"VERB": "clause", "ADJ": "predicate"}.get(tree.doc[word].pos_)
    effect = tree.lexicon.effect(frame, *tree.keys(word)) if frame else None
    if effect is None or word == context.governor or relative(here):
        return None
    above = tree.governor(word)
    copula = above is not None and lemma(tree.doc[above]) in tree.lexicon.words("verbs", "auxiliary")
    over = context.state_of(above if above is not None and copula else word)
    return governed(here, effect, state, [*context.trail, (word, over)])


def _after_comma(here: Clause, state: State, context: Context, opener: int) -> State | None:
    """ "It was possible, though unlikely, that …": what was said to be so stands before the insertion."""
    tree = here.tree
    for word in range(opener - 2, max(opener - 10, tree.start), -1):
        effect = tree.lexicon.effect("predicate", *tree.keys(word)) if tree.doc[word].pos_ == "ADJ" else None
        impersonal = tree.children(word, "cop") and word != context.governor
        if effect is not None and impersonal and not relative(here):
            return governed(here, effect, state, [*context.trail, (word, context.state_of(word))])
    return None


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
    if above is not None and (undone := undone_by(here, effect, state, word, context.state_of(above))):
        return undone
    return place(here, effect, state, context.state_of(word), group_span(here.tree, word))


def _set_off(here: Clause, state: State, context: Context) -> State | None:
    return framed(here, state, context.trail) if context.trail else None


def _left(here: Clause, state: State, context: Context) -> State | None:
    if context.governor is None:
        return None
    return by_default(here, state, context.trail)


#: In the order in which they may claim a clause.
READINGS: tuple[Reading, ...] = (
    _asking,
    _independent,
    _phrased,
    _measured,
    _worded,
    _adjacent,
    _seeming,
    _evidenced,
    _unmarked,
    _behind,
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
