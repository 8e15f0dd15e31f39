"""Overlapping marks cut into segments that never overlap, so that any view can print them in turn."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportedly.model import Claim, FactCue, Reading


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text with a meaning: its layer and, where it belongs to one, its claim."""

    start: int
    end: int
    layer: str
    claim: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch over which the same marks hold; ``opens`` and ``closes`` begin or end with it."""

    start: int
    end: int
    marks: tuple[Mark, ...]
    opens: tuple[Mark, ...]
    closes: tuple[Mark, ...]


def segments(start: int, end: int, marks: Iterable[Mark]) -> Iterator[Segment]:
    """The text from ``start`` to ``end`` without a gap, cut wherever a mark begins or ends.

    Marks are clipped to the text; empty ones are dropped.
    """
    clipped = {part for mark in marks if (part := _clipped(mark, start, end))}
    # Of those that begin together the longest is outermost.
    cut = sorted(clipped, key=lambda mark: (mark.start, -mark.end, mark.layer, mark.claim))
    bounds = sorted({start, end, *(mark.start for mark in cut), *(mark.end for mark in cut)})
    active: list[Mark] = []
    waiting = iter(cut)
    following = next(waiting, None)
    for left, right in itertools.pairwise(bounds):
        active = [mark for mark in active if mark.end > left]
        while following is not None and following.start <= left:
            active.append(following)
            following = next(waiting, None)
        yield Segment(
            left,
            right,
            tuple(active),
            tuple(mark for mark in active if mark.start == left),
            tuple(mark for mark in active if mark.end == right),
        )


def _clipped(mark: Mark, start: int, end: int) -> Mark | None:
    """The part of a mark that lies in the text, or None."""
    left, right = max(mark.start, start), min(mark.end, end)
    return Mark(left, right, mark.layer, mark.claim) if left < right else None


def marks_of(reading: Reading) -> Iterator[Mark]:
    """All that a reading points at in its text, by layer."""
    for claim in reading.claims:
        yield Mark(claim.anchor.start, claim.anchor.end, "act", claim.id)
        roles = claim.roles
        for layer, fillers in (
            ("actor", (*roles.actors, *roles.recipients)),
            ("object", roles.objects),
            ("place", roles.locations),
        ):
            yield from (Mark(role.start, role.end, layer, claim.id) for role in fillers)
        yield from (_mark_of_cue(cue, claim.id) for cue in claim.factuality.cues)
    yield from _marks_of_attributions(reading)
    yield from (Mark(quantity.span.start, quantity.span.end, "quantity") for quantity in reading.quantities)
    yield from (Mark(time.span.start, time.span.end, "time") for time in reading.times)


def marks_of_evidence(claim: Claim) -> list[Mark]:
    """The act and the cues of one claim."""
    cues = claim.factuality.cues
    return [Mark(claim.anchor.start, claim.anchor.end, "act"), *(_mark_of_cue(cue) for cue in cues)]


def _mark_of_cue(cue: FactCue, claim_id: str = "") -> Mark:
    """A word of reporting, or one of doubt."""
    return Mark(cue.start, cue.end, "cue" if cue.kind == "attribution" else "hedge", claim_id)


def _marks_of_attributions(reading: Reading) -> Iterator[Mark]:
    """Sources, cues and contents, each under every claim that rests on them."""
    resting: dict[str, list[str]] = {}
    for claim in reading.claims:
        for key in claim.attribution:
            resting.setdefault(key, []).append(claim.id)
    for attribution in reading.attributions:
        for claim_id in resting.get(attribution.id, [""]):
            if attribution.source:
                yield Mark(attribution.source.start, attribution.source.end, "source", claim_id)
            if attribution.cue:
                yield Mark(attribution.cue.start, attribution.cue.end, "cue", claim_id)
        yield from (Mark(span.start, span.end, "content") for span in attribution.content)
