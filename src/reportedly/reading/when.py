"""Which claim a time belongs to: by the tree, never by nearness; and which claims take over another's time.

A time belongs to the nearest predicate above it, unless it is part of a noun's own phrase ("the 2015 deal",
« la réunion de mardi ») or of a source's ("officials said on Tuesday", « selon la police mardi »). A claim
without one takes over

1. that of the verb of happening whose subject its noun is: "the attack took place on Monday";
2. that of the act that it is part of or follows from: "attacked on Monday, killing three";
3. that of the act that it is coordinated with, where the time stands before both: "On Monday, they attacked
   and withdrew".

Nothing is ever taken over from a verb of saying.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from reportedly.lexicon import load
from reportedly.model import Time
from reportedly.pipes.draft import ClaimDraft, Draft
from reportedly.pipes.tokens import Doc, Token

#: Times that say when, the most telling first; how long or how often says less.
WHEN = ("DATE", "TIME", "SET", "DURATION")
_NOUNS = ("NOUN", "PROPN")
#: Labels of clauses without a finite verb of their own that go with the act above them.
_PART = ("acl", "advcl")


class When:
    """The times of one document by the claim that they belong to."""

    def __init__(self, doc: Doc, draft: Draft, predicates: dict[int, ClaimDraft]) -> None:
        self.doc = doc
        self.draft = draft
        self.predicates = predicates
        self.words: dict[str, list[str]] = load("times", draft.language)["attach"]
        self.own: dict[int, list[tuple[int, Time]]] = defaultdict(list)
        for time in draft.times:
            self._place(time)

    @cached_property
    def sources(self) -> frozenset[int]:
        """Tokens of sources that no verb introduces, and one behind them: « selon la police mardi, … »."""
        found: set[int] = set()
        for attribution in self.draft.attributions:
            source, cue = attribution.source, attribution.cue
            if source and cue and self.doc[cue.start].pos_ == "ADP" and source.start > cue.start:
                found.update(range(source.start, source.end + 1))
        return frozenset(found)

    @cached_property
    def reporting(self) -> frozenset[int]:
        """Tokens of cues: their times are when it was said."""
        cues = (attribution.cue for attribution in self.draft.attributions)
        told = (cue for cue in cues if cue and cue.sort in ("report", "belief", "knowledge"))
        return frozenset(i for cue in told for i in range(cue.start, cue.end))

    def of(self, claim: ClaimDraft) -> Time | None:
        """A claim's own time, or the one that it takes over."""
        own = self._best(claim)
        if own or claim.predicate.head in self.reporting:
            return own
        return self._inherited(self.doc[claim.predicate.head])

    def _place(self, time: Time) -> None:
        found = self.doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
        if found is None or not len(found) or found.root.i in self.sources:
            return
        token, steps = found.root, 0
        while token.head.i != token.i:
            if (claim := self.predicates.get(token.i)) and steps:
                self.own[id(claim)].append((steps, time))
                return
            if steps and token.pos_ in _NOUNS and self._inside(found.root, token):
                return
            if steps and self._happening(token, time):
                return
            token, steps = token.head, steps + 1
        if steps and (claim := self.predicates.get(token.i)):
            self.own[id(claim)].append((steps, time))
        elif steps:
            self._happening(token, time)

    def _happening(self, verb: Token, time: Time) -> bool:
        """Is the act the subject of a verb of happening that is no predicate: « l'attaque a eu lieu lundi »?"""
        if verb.lemma_ not in self.words["happen"] or verb.i in self.predicates:
            return False
        subjects = (child.i for child in verb.children if child.dep_.startswith("nsubj"))
        claims = [self.predicates[i] for i in subjects if i in self.predicates]
        for claim in claims:
            self.own[id(claim)].append((1, time))
        return bool(claims)

    def _inside(self, time: Token, noun: Token) -> bool:
        """Is a time part of a noun's own phrase, rather than a modifier of the clause that was hung too low?"""
        cases = {child.lemma_ for child in time.children if child.dep_ == "case"}
        if time.i < noun.i or cases & set(self.words["own_case"]):
            return True
        return noun.dep_.startswith(("nsubj", "appos")) and noun.i < noun.head.i

    def _best(self, claim: ClaimDraft) -> Time | None:
        """The claim's own time that says most of when."""
        found = self.own.get(id(claim), ())
        ranked = sorted(found, key=lambda f: (WHEN.index(f[1].type), not _known(f[1]), f[0], f[1].span.start))
        return ranked[0][1] if ranked else None

    def _inherited(self, act: Token) -> Time | None:
        above = self.predicates.get(act.head.i) if act.head.i != act.i else None
        if above is None or act.head.i in self.reporting:
            return None
        if act.dep_.startswith("nsubj") and act.head.lemma_ in self.words["happen"]:
            return _dated(self._best(above))
        if (
            act.dep_ in _PART
            and "Fin" not in act.morph.get("VerbForm", [])
            and not any(c.dep_ == "mark" for c in act.children)
        ):
            return _dated(self._best(above)) if "Ger" in _forms(act) or act.tag_ == "VBG" else None
        if act.dep_ == "conj":
            time = _dated(self._best(above))
            return time if time and time.span.end <= min(act.head.idx, act.idx) else None
        return None


def _forms(token: Token) -> list[str]:
    """Verb forms, the French present participle counted among gerunds."""
    forms = token.morph.get("VerbForm", [])
    return (
        ["Ger"] if "Ger" in forms or ("Part" in forms and "Pres" in token.morph.get("Tense", [])) else forms
    )


def _known(time: Time) -> bool:
    return bool(time.earliest or time.latest)


def _dated(time: Time | None) -> Time | None:
    """A time that says when: how long or how often is not taken over."""
    return time if time and time.type in ("DATE", "TIME") else None
