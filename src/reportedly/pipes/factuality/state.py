"""The state of an act on its way through a sentence, and the verdict that it ends in."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportedly.model import Certainty, Polarity, Status, Tense
from reportedly.pipes.draft import Verdict, VerdictCue
from reportedly.pipes.factuality.lexicon import Effect
from reportedly.pipes.factuality.values import value_of

#: Which of two is surer.
SCALE: dict[Certainty, int] = {"certain": 3, "probable": 2, "possible": 1, "unknown": 0}
CERTAINTIES: dict[str, Certainty] = {name: name for name in SCALE}


@dataclass(frozen=True, slots=True)
class State:
    """How an act stands so far; ``tense`` None is still open (an infinitive, a noun).

    ``modal``: a modal makes it possible whatever its tense. ``resolved``: its outcome has been told.
    ``lean``: where certainty is unknown, which way the words lean all the same ("I don't know that he left").
    """

    certainty: Certainty = "certain"
    negative: bool = False
    tense: Tense | None = None
    status: str = ""
    modal: bool = False
    conditional: bool = False
    denied: bool = False
    resolved: bool = False
    lean: float = 0.0
    cues: tuple[VerdictCue, ...] = ()

    def with_cue(self, *cues: VerdictCue) -> State:
        """The state with further cues, none twice."""
        fresh = [cue for n, cue in enumerate(cues) if cue not in self.cues and cue not in cues[:n]]
        return replace(self, cues=(*self.cues, *fresh)) if fresh else self

    def at_most(self, certainty: Certainty) -> State:
        """The state, no surer than ``certainty``."""
        return replace(self, certainty=weaker(self.certainty, certainty))


def weaker(one: Certainty, other: Certainty) -> Certainty:
    """The less sure of the two."""
    return one if SCALE[one] <= SCALE[other] else other


def inherit(own: State, outer: State, *, flip: bool = False) -> State:
    """An act that fares as the word that governs it, or with ``flip`` the other way round."""
    return replace(
        own,
        certainty=weaker(own.certainty, outer.certainty),
        negative=own.negative ^ outer.negative ^ flip,
        status=own.status or outer.status,
        modal=own.modal or outer.modal,
        conditional=own.conditional or outer.conditional,
        denied=own.denied or outer.denied,
        resolved=own.resolved or outer.resolved,
    ).with_cue(*reasons(outer))


def reasons(state: State) -> tuple[VerdictCue, ...]:
    """The cues of a governing word that count for what it governs: all but who says so."""
    return tuple(cue for cue in state.cues if cue.kind != "attribution")


def govern(own: State, outer: State, effect: Effect) -> State:
    """The act under a governing word of class ``effect``, whose own state is ``outer``; tense is left alone."""
    outcome = effect.negated if outer.negative else effect.affirmed
    if effect.name == "attempt" and outer.resolved:
        outcome = "="
    if effect.name in {"able", "compulsion"} and outer.tense == "past":
        outcome = "="
    if outcome in {"=", "!"}:
        return inherit(own, outer, flip=outcome == "!")
    if outcome == "own" or effect.name == "factive":
        return own
    if outcome == "denied":
        return replace(own, certainty="certain", negative=not own.negative, denied=True)
    certainty = CERTAINTIES[outcome[1:]] if outcome != "?" else "unknown"
    if effect.name != "recent":
        own = replace(
            own, conditional=own.conditional or outer.conditional, status=own.status or effect.status
        )
    if outcome.startswith("-") and not own.negative and (own.modal or own.conditional):
        own = replace(own, certainty="certain", modal=False)  # "does not think they could": they could not
    own = own.at_most(certainty).at_most(outer.certainty)
    return replace(own, negative=own.negative ^ outcome.startswith("-")).with_cue(*reasons(outer))


def verdict(state: State) -> Verdict:
    """The state in the contract's terms; an act still without tense is taken for past."""
    tense: Tense = state.tense or "past"
    polarity: Polarity = "negative" if state.negative else "positive"
    status = status_of(state, tense)
    cues = sorted(distinct(state.cues), key=lambda cue: (cue.start, cue.end, cue.kind))
    value = value_of(state.certainty, polarity, tense, status, (cue.kind for cue in cues))
    if state.certainty == "unknown" and state.lean:
        value = state.lean
    return Verdict(state.certainty, polarity, tense, status, value, cues)


def distinct(cues: tuple[VerdictCue, ...]) -> list[VerdictCue]:
    """The cues without those that others tell already: "claiming" in "was claiming", a hedge that also attributes."""
    return [cue for cue in cues if not any(tells(other, cue) for other in cues if other is not cue)]


def tells(one: VerdictCue, other: VerdictCue) -> bool:
    """Whether one cue says all that another does."""
    if one.kind == other.kind:
        return one.start <= other.start and other.end <= one.end and one != other
    same = (one.start, one.end) == (other.start, other.end)
    return same and (one.kind, other.kind) == ("hedge", "attribution")


def status_of(state: State, tense: Tense) -> Status:
    """What a reader would call it, by the labelling guidelines; the first that holds."""
    plain: dict[Tense, Status] = {"past": "happened", "present": "ongoing", "future": _future_status(state)}
    ladder: tuple[tuple[bool, Status], ...] = (
        (state.denied and state.negative, "denied"),
        (state.conditional, "conditional"),
        (state.certainty == "unknown", "unknown"),
        (state.negative, "did_not_happen"),
        (state.modal and tense != "future", "possible"),
        (True, plain[tense]),
    )
    return next(status for holds, status in ladder if holds)


def _future_status(state: State) -> Status:
    if state.status == "planned":
        return "planned"
    return (
        "possible"
        if state.modal or state.status == "possible" or state.certainty == "possible"
        else "expected"
    )
