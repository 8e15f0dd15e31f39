"""Which times of a document are still to come on the day of its publication."""

from __future__ import annotations

from collections.abc import Mapping

from reportedly.pipes.draft import Draft
from reportedly.pipes.tokens import Doc

#: Tokens ``[start, end)`` of times, by the token that governs each.
Ahead = Mapping[int, tuple[int, int]]
#: Characters of an ISO date.
DAY = 10


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
