"""What a headline's words do to all of its acts: one that asks, hedges or takes back never comes out as certain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.model import CueKind
from reportedly.pipes.attribution.chains import holds
from reportedly.pipes.draft import AttributionDraft, Draft, Predicate
from reportedly.pipes.factuality.lexicon import Effect, effects, fact_lexicon
from reportedly.pipes.factuality.moods import cue
from reportedly.pipes.factuality.state import CERTAINTIES, State
from reportedly.pipes.titles.falsehoods import Taken, taken_back
from reportedly.pipes.titles.title import Mark, Part, Title
from reportedly.pipes.words import is_finite

NOUNS = frozenset(["NOUN", "PROPN"])
VERBAL = frozenset(["AUX", "VERB"])
#: Kinds of cues by which an act's own clause has hedged it already.
HEDGING = frozenset(["conditional", "hedge", "intention", "modal"])
#: How far a word's head is looked for, up the tree.
DEPTH = 12


class HeadlineDoubt:
    """The words of one headline that keep it from vouching for its acts."""

    def __init__(self, title: Title, draft: Draft) -> None:
        self.title, self.draft = title, draft
        self.doubts: tuple[Mark, ...] = tuple(title.marks(title.lexicon.doubt))
        self.taken: tuple[Taken, ...] = taken_back(title)
        self.asked: tuple[Part, ...] = tuple(part for part in title.parts if self._asks(part))
        self.heads = [claim.predicate.head for claim in draft.claims]
        sources = (a for a in draft.attributions if a.source is not None and a.cue is not None)
        self.voices: Sequence[AttributionDraft] = [a for a in sources if title.holds(a.cue.start)]  # type: ignore[union-attr]

    def settled(self, predicate: Predicate, state: State) -> State:
        """The state of an act of the headline, after all that its headline says of it."""
        i = predicate.seat
        state = self._to_come(i, state)
        taken = next((one for one in self.taken if one.start <= i < one.end), None)
        if taken is not None:
            return _taken_back(state, taken)
        if self._is_telling(predicate):
            return state
        for mark in self._marks(predicate):
            if any(mark.start < c.end and c.start < mark.end and c.kind in HEDGING for c in state.cues):
                continue
            effect = effects()[mark.kind]
            outcome = effect.affirmed
            level = CERTAINTIES[outcome[1:]] if outcome[0] in "+-" else "unknown"
            state = state.at_most(level).with_cue(cue(mark.start, mark.end, effect.cue or "hedge"))
        return self._questioned(i, state)

    def _is_telling(self, predicate: Predicate) -> bool:
        """Whether an act is but the verb by which a voice tells or a tale is judged: "says", "debunked"."""
        start, end = predicate.anchor
        if any(start <= one.mark.start < end for one in self.taken):
            return True
        own = any(start <= mark.start < end and mark.kind == "possible" for mark in self.doubts)
        told = (
            v
            for v in self.voices
            if v.cue is not None and start <= v.cue.start < end and v.cue.sort == "report"
        )
        return not own and any(holds(v, head) for v in told for head in self.heads if head != predicate.head)

    def _to_come(self, i: int, state: State) -> State:
        """A headline's infinitive without a verb before it is to come: "Oslo to build a bridge"."""
        part = self.title.part_of(i)
        before = [
            c.i
            for c in self.title.doc[i].children
            if c.i < i and self._form(c.i) in self._scope("infinitive")
        ]
        if part is None or not before or state.negative:
            return state
        at = before[0]
        named = [token for token in self.title.doc[part.start : at] if not token.is_punct]
        if not named or any(token.pos_ in VERBAL and token is not named[-1] for token in named):
            return state
        effect = self._promise(named[-1].i)
        if effect is None and named[-1].pos_ not in VERBAL:
            return State(tense="future", cues=(cue(at, at + 1, "future"),))
        if effect is None or effect.affirmed[0] != "+" or effect.time != "later" or effect.cue is None:
            return state
        mark = cue(named[-1].i, named[-1].i + 1, effect.cue)
        return State(CERTAINTIES[effect.affirmed[1:]], tense="future", status=effect.status, cues=(mark,))

    def _promise(self, i: int) -> Effect | None:
        """The class of a word that governs an infinitive without vouching for it: "set to", "bid to"."""
        token = self.title.doc[i]
        known = fact_lexicon(self.draft.language)
        forms = token.word, token.form
        return known.effect("predicate", *forms) or known.effect("noun", *forms)

    def _form(self, i: int) -> str:
        return self.title.forms[i - self.title.start]

    def _scope(self, name: str) -> frozenset[str]:
        return self.title.lexicon.scope[name]

    def _asks(self, part: Part) -> bool:
        """Whether a part asks if something is so, rather than how or why."""
        opener = self.title.forms[part.start - self.title.start]
        return part.closed_by == "?" and opener not in self.title.lexicon.scope["asking"]

    def _questioned(self, i: int, state: State) -> State:
        if not self.asked:
            return state
        part = next((one for one in self.asked if one.holds(i)), None)
        mark = (part or self.asked[0]).end
        level = CERTAINTIES["possible" if part is None else "unknown"]
        return state.at_most(level).with_cue(cue(mark, mark + 1, "question"))

    def _marks(self, predicate: Predicate) -> Iterator[Mark]:
        """The doubts that reach an act: not its own verb of saying, nor what somebody it names is cited with."""
        i = predicate.seat
        for mark in self.doubts:
            if not self._cited(mark, i) and not self._aside(mark, i):
                yield mark

    def _cited(self, mark: Mark, i: int) -> bool:
        """Whether a mark is of the voice that already tells an act: then the voice says all."""
        return any(holds(voice, i) and _is_voice_word(voice, mark) for voice in self.voices)

    def _aside(self, mark: Mark, i: int) -> bool:
        """Whether a doubt is only of what an act is about or comes after: "resigns amid rumours"."""
        token = self.title.doc[mark.start]
        if self._is_somebody(mark.end):
            # "Alleged spy arrested": the spy is doubtful, not the arrest.
            return True
        if i >= mark.start:
            return False
        if token.pos_ in VERBAL and self._apart(i, mark.start):
            # "Rebels accept truce, may free pupils": the truce is accepted.
            return True
        if self._behind(mark.start, i) or (mark.kind == "possible" and token.label == "amod"):
            return True
        part = self.title.part_of(mark.start)
        told = token.pos_ in NOUNS and self._form(mark.start) in self.title.lexicon.told
        return told and part is not None and mark.end < part.end and self._under(mark.start, i)

    def _is_somebody(self, i: int) -> bool:
        """Whether the words from a token on name a kind of person: "alleged drug | dealer"."""
        doc, last = self.title.doc, None
        while i < self.title.end and doc[i].pos_ in ("NOUN", "PROPN", "ADJ"):
            last, i = i, i + 1
        if last is None:
            return False
        people = (m for m in self.draft.mentions if m.type == "nominal" and m.kind in ("person", "group"))
        return any(m.start <= last < m.end for m in people)

    def _behind(self, at: int, i: int) -> bool:
        """Whether a preposition stands between an act and a doubt, so that only what follows is doubted."""
        for k in range(at - 1, i, -1):
            if self.title.doc[k].is_punct and not self.title.doc[k].is_quote:
                return False
            if self._form(k) in self._scope("after"):
                return True
        return False

    def _apart(self, i: int, at: int) -> bool:
        """Whether a comma parts what comes before from a later verb, each with a clause of its own."""
        doc, part = self.title.doc, self.title.part_of(i)
        comma = next((k for k in range(at - 1, i, -1) if doc[k].text == ","), None)
        return comma is not None and part is not None and any(is_finite(t) for t in doc[part.start : comma])

    def _under(self, at: int, i: int) -> bool:
        """Whether a token is an object or a circumstance of an act's word."""
        token = self.title.doc[at]
        for _ in range(DEPTH):
            if token.head.i == i:
                return not token.dep_.startswith("nsubj")
            if token.head.i == token.i:
                return False
            token = token.head
        return False


def _taken_back(state: State, taken: Taken) -> State:
    """An act that is taken back, whatever its own words say."""
    kind: CueKind = "attribution" if taken.denied else "negation"
    certainty = CERTAINTIES["probable" if taken.doubted else "certain"]
    denied = replace(
        state, certainty=certainty, negative=True, denied=taken.denied, modal=False, conditional=False
    )
    return denied.with_cue(cue(taken.mark.start, taken.mark.end, kind))


def _is_cue(voice: AttributionDraft, mark: Mark) -> bool:
    return voice.cue is not None and voice.cue.start <= mark.start < voice.cue.end


def _is_voice_word(voice: AttributionDraft, mark: Mark) -> bool:
    """Whether a mark is a voice's own word, as its cue or its name."""
    source = voice.source
    return _is_cue(voice, mark) or (source is not None and source.start <= mark.start < source.end)
