"""How sure a retelling is beside what it was made from: claims of the same passage, compared as a reader sees them."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.corroborate.model import ClaimRef, Drift, DriftCue, Passage
from reportedly.corroborate.texts import Text
from reportedly.model import Claim, Span
from reportedly.naming import folded

#: How far (code points) a claim's anchor may stand from where its passage puts it.
NEAR = 40
#: The same before a passage: a word that was changed there parts it from the rest of its clause.
BEFORE = 20
#: The change where only the words around a verdict changed, not the verdict.
SLIGHT = 0.5
#: Cues that take from a claim's certainty; negation and the future do not.
WEAKENING = ("attribution", "condition", "conditional", "hedge", "modal", "question")


def drift_of(text: Text, parent: Text, passages: Sequence[Passage]) -> list[Drift]:
    """Every change of certainty from a text to the one that was made from it; of which event is not said.

    A sentence that kept its words cannot have drifted, whatever stands around it.
    """
    return [one for pairs in sentences(text, parent, passages) for one in changes(text, parent, pairs)]


Pairs = list[tuple[Claim, Claim]]


def sentences(later: Text, earlier: Text, passages: Sequence[Passage]) -> Iterator[Pairs]:
    """The aligned claims of each sentence whose words are not the same in both texts."""
    grouped: dict[tuple[int, int], Pairs] = defaultdict(list)
    for mine, theirs in aligned(later, earlier, passages):
        grouped[mine.evidence.start, theirs.evidence.start].append((mine, theirs))
    for pairs in grouped.values():
        mine, theirs = pairs[0]
        if folded(mine.evidence.text) != folded(theirs.evidence.text):
            yield pairs


def changes(text: Text, parent: Text, pairs: Pairs) -> Iterator[Drift]:
    """The claims of a sentence that became more or less sure, or, where none did, what its cues say of the nearest."""
    told = [drift(text, parent, mine, theirs) for mine, theirs in pairs]
    moved = [one for one in told if one.change]
    if moved:
        yield from moved
        return
    now, then = cues_in(text, pairs[0][0].evidence), cues_in(parent, pairs[0][1].evidence)
    lost, gained = then - now, now - then
    balance = sum(lost.values()) - sum(gained.values())
    if balance:
        yield replace(
            told[0],
            change=SLIGHT if balance > 0 else -SLIGHT,
            lost=tuple(lost.elements()),
            gained=tuple(gained.elements()),
        )


def cues_in(text: Text, sentence: Span) -> Counter[DriftCue]:
    """The words of a sentence that attribute or hedge, whether a claim of it hears them or not."""
    found = {
        DriftCue(plain(each.cue.text), "attribution")
        for each in text.reading.attributions
        if each.cue and sentence.start <= each.cue.start < sentence.end
    }
    for claim in text.reading.claims:
        found |= {
            DriftCue(plain(cue.text), cue.kind)
            for cue in claim.factuality.cues
            if cue.kind == "hedge" and sentence.start <= cue.start < sentence.end
        }
    return Counter(found)


def aligned(later: Text, earlier: Text, passages: Sequence[Passage]) -> Iterator[tuple[Claim, Claim]]:
    """Claims of two texts that stand in the same place of a shared passage, with the same word."""
    starts = [passage.start for passage in passages]
    for claim in later.reading.claims:
        passage = passage_at(claim.anchor.start, passages, starts)
        if passage is None:
            continue
        offset = claim.anchor.start - passage.start
        wanted = passage.other_start + offset * (passage.other_end - passage.other_start) // max(
            passage.end - passage.start, 1
        )
        same = [
            other
            for other in earlier.reading.claims
            if other.anchor.lemma == claim.anchor.lemma
            and abs(other.anchor.start - wanted) <= 6 * NEAR
            and passage.other_start - NEAR <= other.anchor.start <= passage.other_end + NEAR
        ]
        if same:
            yield claim, min(same, key=lambda other: abs(other.anchor.start - wanted))


def passage_at(place: int, passages: Sequence[Passage], starts: Sequence[int]) -> Passage | None:
    """The passage that a place stands in, or just behind, or just before: its edges are where a word was changed."""
    after = bisect_right(starts, place)
    if after and place <= passages[after - 1].end + NEAR:
        return passages[after - 1]
    if after < len(passages) and passages[after].start - place <= BEFORE:
        return passages[after]
    return None


def sureness(claim: Claim) -> float:
    """How far an article commits to a claim or its denial, to its reader: one step less where a source is named.

    0 to 3: the distance from nothing on FactBank's scale (Saurí and Pustejovsky 2009).
    """
    return max(0.0, abs(float(claim.factuality.value)) - (1.0 if claim.attribution else 0.0))


def drift(text: Text, parent: Text, mine: Claim, theirs: Claim) -> Drift:
    """The change from one telling to the next, with the cues that made it."""
    now, then = cues_of(mine, text), cues_of(theirs, parent)
    lost, gained = missing(then - now, mine.evidence), missing(now - then, theirs.evidence)
    change = sureness(mine) - sureness(theirs)
    if not change and bool(lost) != bool(gained):
        change = SLIGHT if lost else -SLIGHT
    return Drift(
        event=None,
        from_=ClaimRef(parent.id, theirs.id),
        to=ClaimRef(text.id, mine.id),
        change=round(change, 3) if lost or gained else 0.0,
        lost=tuple(lost.elements()),
        gained=tuple(gained.elements()),
    )


def missing(cues: Counter[DriftCue], sentence: Span) -> Counter[DriftCue]:
    """The cues whose words a sentence does not hold: a word that is still there was neither lost nor gained."""
    words = f" {folded(sentence.text)} "
    return Counter({cue: count for cue, count in cues.items() if f" {folded(cue.text)} " not in words})


def cues_of(claim: Claim, text: Text) -> Counter[DriftCue]:
    """The words that make a claim less than sure, those of its attributions among them."""
    cues = {DriftCue(plain(cue.text), cue.kind) for cue in claim.factuality.cues if cue.kind in WEAKENING}
    for key in claim.attribution:
        attribution = text.attributions.get(key)
        if attribution and attribution.cue:
            cues.add(DriftCue(plain(attribution.cue.text), "attribution"))
    return Counter(cues)


def plain(words: str) -> str:
    """Words on one line in lower case."""
    return " ".join(words.split()).casefold()
