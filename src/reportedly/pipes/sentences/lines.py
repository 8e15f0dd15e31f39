"""Stretches of text that no sentence crosses: paragraphs, and lines that were not broken by a hard wrap.

A blank line always ends a sentence. A single line break does so unless the text is hard-wrapped there. The
evidence for a wrap is the text's own: a line followed by one that begins in lower case was surely wrapped,
and the longest such line shows the width. A line into which the next one's first word would still have fitted
was ended on purpose.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# Narrower "wraps" are verse, tables or lists; wider ones are paragraphs on one line.
NARROWEST, WIDEST = 30, 200
# A ragged right edge leaves up to this share of the width unused.
SLACK = 0.85

ENDS = re.compile(r"""[.?!…。！？][\s\])}"'»”’›]*$""")
HOLDS = re.compile(r"[,\-–—(\[{«“„‘/]$")
INTRODUCES = re.compile(r"[:;]$")
BULLET = re.compile(r"(?:[-*•·▪▫◦‣●○■□►▶→✓✔➤]|\d{1,3}[.)]|[a-zA-Z]\)|\([a-z\d]{1,3}\))\s")
DASH = re.compile(r"[–—―]\s")
LEADING = re.compile(r"[\s\"'«“„‘(\[]*")
FIRST_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its white space at both ends, in code points of the text; ``blank`` lines have no extent."""

    start: int
    end: int
    text: str

    @property
    def blank(self) -> bool:
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
    """The length of the longest line that was surely wrapped, or None where nothing shows a wrap."""
    widths = [
        len(line.text)
        for line, following in zip(lines, lines[1:], strict=False)
        if NARROWEST <= len(line.text) <= WIDEST
        and _begins_lower(following.text)
        and not ENDS.search(line.text, max(0, len(line.text) - 8))
        and not INTRODUCES.search(line.text)
    ]
    return max(widths, default=None)


def _joined(line: Line, following: Line, width: int | None) -> bool:
    """Whether the break between two lines is a mere wrap."""
    fits = width is not None and _was_full(line.text, following.text, width)
    if BULLET.match(following.text):
        return False
    tail = line.text[-8:]
    if ENDS.search(tail) or INTRODUCES.search(tail) or DASH.match(following.text):
        return fits
    return fits or bool(HOLDS.search(tail)) or _begins_lower(following.text)


def _was_full(line: str, following: str, width: int) -> bool:
    word = FIRST_WORD.match(following)
    return len(line) <= WIDEST and len(line) + 1 + (word.end() if word else 0) > SLACK * width


def _begins_lower(text: str) -> bool:
    opening = LEADING.match(text)
    at = opening.end() if opening else 0
    return at < len(text) and text[at].islower()
