"""Stretches of text that no sentence crosses: paragraphs, and lines that were not broken by a hard wrap.

A blank line always ends a sentence. A single line break does so unless the text is hard-wrapped there. The
evidence for a wrap is the text's own: a line followed by one that begins in lower case was surely wrapped,
and the longest such line shows the width. A line into which the next one's first word would still have fitted
was ended on purpose.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

# Narrower "wraps" are verse, tables or lists; wider ones are paragraphs on one line.
NARROWEST, WIDEST = 30, 200
# A ragged right edge leaves some of the width unused: a line is full from this share of it on.
SLACK = 0.9
# Without lines in lower case, so many full lines, and such a share of all, show a wrap.
FEWEST, FULL_SHARE = 4, 0.8

ENDS = re.compile(r"""[.?!…。！？][\s\])}"'»”’›]*$""")
HOLDS = re.compile(r"[,\-–—(\[{«“„‘/]$")
INTRODUCES = re.compile(r"[:;]$")
BULLET = re.compile(r"(?:[-*•·▪▫◦‣●○■□►▶→✓✔➤]|\d{1,3}[.)]|[a-zA-Z]\)|\([a-z\d]{1,3}\))\s")
DASH = re.compile(r"[–—―]\s")
CLOSING = frozenset("\"'»”’")
LEADING = re.compile(r"[\s\"'«“„‘(\[]*")
FIRST_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Line:
    """One line without the white space at its ends, in code points; a blank one has no extent."""

    start: int
    end: int
    text: str

    @property
    def blank(self) -> bool:
        """Whether nothing but white space stands on it."""
        return not self.text


def lines_of(text: str) -> list[Line]:
    """All lines of a text; form feeds and paragraph separators count as blank lines."""
    lines, position = [], 0
    for raw in text.splitlines(keepends=True):
        stripped = raw.strip()
        start = position + len(raw) - len(raw.lstrip()) if stripped else position
        lines.append(Line(start, start + len(stripped), stripped))
        position += len(raw)
        if raw[-1] in "\f\u2029" and stripped:
            lines.append(Line(position, position, ""))
    return lines


def stretches(text: str) -> list[tuple[int, int]]:
    """The stretches in order, as ``[start, end)`` code points; white space between them is left out."""
    lines = lines_of(text)
    width = wrap_width(lines)
    found: list[tuple[int, int]] = []
    previous: Line | None = None
    for line in lines:
        if not line.blank:
            if previous is not None and _joined(previous, line, width):
                found[-1] = (found[-1][0], line.end)
            else:
                found.append((line.start, line.end))
        previous = None if line.blank else line
    return found


def wrap_width(lines: list[Line]) -> int | None:
    """The width that a text is wrapped at, or None where nothing shows a wrap.

    Lines followed by one in lower case show it; so do, in capitals too, lines that are nearly all so long
    that the next one's first word would not have fitted.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if NARROWEST <= len(a.text) <= WIDEST and not b.blank]
    sure = [len(a.text) for a, b in pairs if _begins_lower(b.text) and not _ends(a.text)]
    if sure:
        return max(sure)
    width = max((len(a.text) for a, _ in pairs), default=0)
    full = sum(_was_full(a.text, b.text, width) for a, b in pairs)
    return width if full >= max(FEWEST, FULL_SHARE * len(pairs)) else None


def _ends(text: str) -> bool:
    """Whether a line ends with a stop or announces what follows."""
    tail = text[-8:]
    return bool(ENDS.search(tail) or INTRODUCES.search(tail))


def _joined(line: Line, following: Line, width: int | None) -> bool:
    """Whether the break between two lines is a mere wrap."""
    if BULLET.match(following.text):
        return False
    if width is not None and _was_full(line.text, following.text, width):
        return True
    lower, tail = _begins_lower(following.text), line.text[-8:]
    if _ends(line.text) or DASH.match(following.text):
        # A reporting clause may stand on a line of its own.
        return lower and tail[-1] in CLOSING
    return lower or bool(HOLDS.search(tail))


def _was_full(line: str, following: str, width: int) -> bool:
    word = FIRST_WORD.match(following)
    return len(line) <= WIDEST and len(line) + 1 + (word.end() if word else 0) > SLACK * width


def _begins_lower(text: str) -> bool:
    opening = LEADING.match(text)
    at = opening.end() if opening else 0
    return at < len(text) and text[at].islower()
