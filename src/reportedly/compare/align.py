"""Which claim of one reading is which of another: the same words, else words that overlap, one to one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from reportedly.model import Claim


class Stretch(Protocol):
    """Anything with a place in the text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def overlap(one: Stretch, other: Stretch) -> int:
    """How many code points two stretches share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def aligned(left: Sequence[Claim], right: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    """The claims that both have, in the order of the first; the closest pairs are made first.

    Two claims are one if their anchors overlap; of several on one word, those of one type go together.
    """
    pairs = [
        (closeness(one, other), -i, -j)
        for i, one in enumerate(left)
        for j, other in enumerate(right)
        if overlap(one.anchor, other.anchor)
    ]
    taken: dict[int, int] = {}
    used: set[int] = set()
    for _, i, j in sorted(pairs, reverse=True):
        if -i not in taken and -j not in used:
            taken[-i] = -j
            used.add(-j)
    return [(left[i], right[j]) for i, j in sorted(taken.items())]


def closeness(one: Claim, other: Claim) -> tuple[bool, bool, int]:
    same = (one.anchor.start, one.anchor.end) == (other.anchor.start, other.anchor.end)
    return same, one.type == other.type, overlap(one.anchor, other.anchor)
