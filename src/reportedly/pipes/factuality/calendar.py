"""What a sentence cannot tell of itself: which times are still to come, which of its nouns name acts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reportedly.pipes.draft import Draft
from reportedly.pipes.tokens import Doc

#: Tokens ``[start, end)`` of times, by the token that governs each.
Ahead = Mapping[int, tuple[int, int]]
#: Characters of an ISO date.
DAY = 10


@dataclass(frozen=True, slots=True)
class Known:
    """The times ``ahead`` of a document and its nouns that name acts."""

    ahead: Ahead = field(default_factory=dict)
    acts: frozenset[int] = frozenset()


NOTHING = Known()


def known(doc: Doc, draft: Draft) -> Known:
    """What is known of a document before its sentences are walked."""
    acts = (claim.predicate.head for claim in draft.claims if claim.predicate.pos == "NOUN")
    return Known(ahead(doc, draft), frozenset(acts))


def ahead(doc: Doc, draft: Draft) -> Ahead:
    """The dates after the day of publication; none where that day is not known."""
    if not draft.published:
        return {}
    today, found = draft.published[:DAY], {}
    for time in draft.times:
        if time.type in {"DATE", "TIME"} and time.earliest and time.earliest[:DAY] > today:
            span = doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
            if span is not None and len(span):
                found[span.root.i] = (span.start, span.end)
    return found
