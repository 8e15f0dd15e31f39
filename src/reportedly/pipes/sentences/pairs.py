"""Quotes and brackets of one stretch of text, paired.

Guillemets and curly quotes say which side they are; a straight quote is told by the white space around it,
and by whether a quote is open where that does not help.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

MARK = re.compile(r'["“”„«»‹›()\[\]{}]|‘|(?<=[.?!…])[\'’]')
BRACKETS = {")": "(", "]": "[", "}": "{"}
SURE_OPEN, SURE_CLOSE = "«‹„‘", "»›"
# A pair that is longer than this is taken for two stray marks.
LONGEST_BRACKET, LONGEST_QUOTE = 400, 3000
# What may stand right before an opening quote, or right after a closing one, besides white space.
BEFORE_OPENING = frozenset("([{«“'’-–—/:=")
AFTER_CLOSING = frozenset(")]}».,;:?!…-–—/”")


@dataclass(slots=True)
class Pairs:
    """Where quotes and brackets open and close; intervals run from mark to mark, outermost only."""

    closers: set[int] = field(default_factory=set)
    openers: set[int] = field(default_factory=set)
    brackets: list[tuple[int, int]] = field(default_factory=list)
    quotes: list[tuple[int, int]] = field(default_factory=list)

    def bracket_at(self, place: int) -> tuple[int, int] | None:
        """The outermost bracket around a place."""
        return _around(self.brackets, place)

    def quote_at(self, place: int) -> tuple[int, int] | None:
        """The outermost quote around a place."""
        return _around(self.quotes, place)


def _around(intervals: list[tuple[int, int]], place: int) -> tuple[int, int] | None:
    at = bisect_right(intervals, (place,)) - 1
    if at >= 0 and intervals[at][0] < place < intervals[at][1]:
        return intervals[at]
    return None


def pair(text: str, start: int, end: int) -> Pairs:
    """The pairs within ``text[start:end]``, in one walk."""
    pairs = Pairs()
    quotes: list[int] = []
    brackets: list[tuple[str, int]] = []
    for match in MARK.finditer(text, start, end):
        place, mark = match.start(), match.group()
        if mark in "([{":
            pairs.openers.add(place)
            brackets.append((mark, place))
        elif mark in ")]}":
            pairs.closers.add(place)
            _close_bracket(pairs, brackets, mark, place)
        elif _opens(text, start, end, place, open_already=bool(quotes)):
            pairs.openers.add(place)
            quotes.append(place)
        else:
            pairs.closers.add(place)
            # An apostrophe after a stop closes nothing but a single quote.
            if quotes and (mark not in "'’" or text[quotes[-1]] == "‘"):
                _add(pairs.quotes, quotes.pop(), place, LONGEST_QUOTE)
    return pairs


def _close_bracket(pairs: Pairs, stack: list[tuple[str, int]], mark: str, place: int) -> None:
    # A bracket of another kind on top was never closed; looking further down would cost time and gain little.
    while stack:
        kind, opened = stack.pop()
        if kind == BRACKETS[mark]:
            _add(pairs.brackets, opened, place, LONGEST_BRACKET)
            return


def _add(intervals: list[tuple[int, int]], opened: int, closed: int, longest: int) -> None:
    """Keep an interval, dropping those inside it: they were closed, so added, just before."""
    if closed - opened > longest:
        return
    while intervals and intervals[-1][0] > opened:
        intervals.pop()
    intervals.append((opened, closed))


def _opens(text: str, start: int, end: int, place: int, *, open_already: bool) -> bool:
    mark = text[place]
    if mark in SURE_OPEN:
        return True
    if mark in SURE_CLOSE or mark in "'’":
        return False
    before, after = text[place - 1] if place > start else " ", text[place + 1] if place + 1 < end else " "
    free_left = before.isspace() or before in BEFORE_OPENING
    free_right = after.isspace() or after in AFTER_CLOSING
    if free_left != free_right:
        return free_left
    if mark == '"':
        return not open_already
    return mark == "“"
