"""Which way a time points, by the tree: to what was or will be, as the verb that governs it is inflected.

"He said Tuesday that they leave on Friday": the words nearest to a time may belong to another clause, its verb
does not.
"""

from __future__ import annotations

from reportedly.numbers.tokens import fold
from reportedly.pipes.times.lexicon import Tense
from reportedly.pipes.times.periods import Direction
from reportedly.pipes.tokens import Doc, Token

#: Steps from a time up to its verb; what is further is another clause's.
REACH = 4
#: Labels of clauses that stop the way up: a time outside the clause is not its verb's.
_VERBAL = ("VERB", "AUX")


class TreeTense:
    """Tells the direction of times in one parsed document."""

    def __init__(self, doc: Doc, tense: Tense) -> None:
        self.doc = doc
        self.tense = tense

    def __call__(self, start: int, end: int) -> Direction:
        """Of the time at code points ``[start, end)``; "unknown" where the tree does not tell."""
        found = self.doc.char_span(start, end, alignment_mode="expand")
        if found is None or not len(found):
            return "unknown"
        token = found.root
        for _ in range(REACH):
            if token.head.i == token.i:
                return "unknown"
            token = token.head
            if token.pos_ in _VERBAL:
                return self._of(token)
            if fold(token.text) in self.tense.future:
                return "future"  # "due Friday", « prévu vendredi »
        return "unknown"

    def _of(self, verb: Token) -> Direction:
        """What a verb's group says: its own form, its auxiliaries, and for an infinitive the verb above."""
        if fold(verb.text) in self.tense.future and "Part" in verb.morph.get("VerbForm", []):
            return "future"  # "scheduled for Monday"
        group = [verb, *(child for child in verb.children if child.pos_ == "AUX")]
        told = [_form(token) for token in group]
        if any(fold(child.text) in self.tense.ahead for child in group[1:]):
            perfect = any(fold(token.text) in self.tense.have for token in group[1:])
            return "past" if perfect else "future"  # "may have left Friday"
        for direction in ("past", "future"):
            if direction in told:
                return "future" if direction == "future" else "past"
        return self._above(verb) if "Inf" in verb.morph.get("VerbForm", []) else "unknown"

    def _above(self, verb: Token) -> Direction:
        """An infinitive lies ahead of a present or of a plan, and is as open as anything after a past."""
        head = verb.head
        if head.i == verb.i or head.pos_ not in _VERBAL:
            return "unknown"
        planned = fold(head.text) in self.tense.future or fold(head.lemma_) in self.tense.future
        present = "Pres" in head.morph.get("Tense", []) and not any(_form(c) == "past" for c in head.children)
        return "future" if planned or present else "unknown"


def _form(token: Token) -> Direction:
    """What an inflected form says by itself."""
    tense, form = token.morph.get("Tense", []), token.morph.get("VerbForm", [])
    if "Fut" in tense or "Cnd" in token.morph.get("Mood", []):
        return "future"
    return "past" if "Past" in tense or "Imp" in tense or ("Part" in form and "Past" in tense) else "unknown"
