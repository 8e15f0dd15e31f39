"""Quotations: which stretches stand between quotation marks, paired by kind within each paragraph.

Marks that show their side are believed unless the white space around them says otherwise; straight ones are told by
that white space alone, and an apostrophe is none of them. A quotation that is never closed ends with its paragraph,
and one that opens the next paragraph carries it on, as newspapers do.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.pipes.tokens import Doc

MARK = re.compile(r"''|``|[\"“”„«»‹›‘’']")
PARAGRAPH = re.compile(r"[^\n]+")
SINGLE = frozenset("‹›‘’'")
OPENING, CLOSING = frozenset(["“", "„", "«", "‹", "‘", "``"]), frozenset(["”", "»", "›"])
BEFORE_OPENING = frozenset("([{—–-/:«“\"‘'")
#: No quotation by single marks is longer, in code points: past this it was an apostrophe.
LONGEST_SINGLE = 400


@dataclass(slots=True)
class Quote:
    """Tokens ``[start, end)`` with their marks; ``depth`` counts from 0; ``closed`` says whether it ended with one."""

    start: int
    end: int
    depth: int
    closed: bool
    #: The quotation of the paragraph before that this one carries on.
    carries: Quote | None = None


@dataclass(slots=True)
class _Open:
    at: int
    mark: str
    single: bool


def find_quotes(doc: Doc) -> list[Quote]:
    """All quotations of a document in order of their beginning."""
    text, starts = doc.text, [token.idx for token in doc]
    quotes: list[Quote] = []
    pending: Quote | None = None
    for paragraph in PARAGRAPH.finditer(text):
        if not paragraph.group().strip():
            continue
        found = [
            Quote(bisect_right(starts, a) - 1, bisect_left(starts, b), depth, closed)
            for a, b, depth, closed in sorted(_pairs(text, paragraph.start(), paragraph.end()))
        ]
        first = found[0] if found else None
        opens = first is not None and not text[paragraph.start() : starts[first.start]].strip(
            " \t\xa0\u202f>"
        )
        if pending is not None and first is not None and opens:
            first.carries = pending
        quotes.extend(found)
        outer = [quote for quote in found if not quote.depth]
        pending = outer[-1] if outer and not outer[-1].closed else None
    return quotes


def _pairs(text: str, start: int, end: int) -> Iterator[tuple[int, int, int, bool]]:
    """Quotations of one paragraph as code points, with depth and whether they were closed."""
    stack: list[_Open] = []
    for match in MARK.finditer(text, start, end):
        side = _side(text, match, start, end, stack)
        if side == "open":
            stack.append(_Open(match.start(), match.group(), match.group() in SINGLE))
        elif side == "close":
            single = match.group() in SINGLE
            while stack and stack[-1].single != single:
                # A mark of another kind that was never closed.
                stack.pop()
            if stack:
                opened = stack.pop()
                yield opened.at, match.end(), len(stack), True
    for depth, opened in enumerate(stack):
        if not opened.single:
            yield opened.at, len(text[start:end].rstrip()) + start, depth, False


def _side(text: str, match: re.Match[str], start: int, end: int, stack: list[_Open]) -> str:
    """Whether a mark opens, closes or is an apostrophe."""
    mark, at = match.group(), match.start()
    before = text[at - 1] if at > start else " "
    after = text[match.end()] if match.end() < end else " "
    free_before = before.isspace() or before in BEFORE_OPENING
    if mark in SINGLE and mark not in "‹›":
        return _single_side(text, match, end, before, after, stack)
    is_open = any(not opened.single for opened in stack)
    if mark in OPENING:
        if is_open and not free_before and (after.isspace() or after in ".,;:!?"):
            return "close"
        return "open" if not is_open or _closers(text, match.end(), end) > 1 else "none"
    if mark in CLOSING:
        return "close" if is_open else "open" if free_before and not after.isspace() else "none"
    if is_open:
        opens_again = free_before and not before.isspace() and not after.isspace() and before in "(["
        return "open" if opens_again else "close"
    return "close" if before.isalnum() and after.isspace() else "open"


def _closers(text: str, start: int, end: int) -> int:
    return sum(text.count(mark, start, end) for mark in "”»")


def _single_side(
    text: str, match: re.Match[str], end: int, before: str, after: str, stack: list[_Open]
) -> str:
    is_open = any(opened.single for opened in stack)
    if match.group() == "‘":
        return "open"
    if is_open and not after.isalnum() and not before.isspace():
        return "close"
    starts_word = after.isalnum() and (before.isspace() or before in BEFORE_OPENING)
    if not starts_word or match.group() == "’" or is_open:
        return "none"
    limit = min(end, match.end() + LONGEST_SINGLE)
    closer = re.compile(r"[^\s'’](?=['’](?!\w))").search(text, match.end(), limit)
    return "open" if closer else "none"
