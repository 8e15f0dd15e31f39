"""Words that two texts share, found by fingerprints and grown to whole passages.

Fingerprints are winnowed hashes of runs of words (Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for
document fingerprinting", SIGMOD 2003): two texts that share a run of `SHARED` words share a fingerprint. What counts is
containment, not similarity: a short take inside a long article is found as well as a copy.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from reportedly.corroborate.rarity import TOLD, Bag, bag_of

#: Words in a run.
RUN = 4
#: Of so many neighbouring runs one is kept.
WINDOW = 3
#: A shared run of so many words is always seen.
SHARED = RUN + WINDOW - 1
#: Texts whose sorted runs are kept.
SORTED = 1024
#: Words that may differ between two shared runs of one passage.
GAP = 8

_WORD = re.compile(r"\w+")
Hashes = NDArray[np.uint64]
Places = NDArray[np.uint32]


@dataclass(frozen=True, eq=False)
class Words:
    """A text's words as hashes."""

    hashes: NDArray[np.uint32]

    def __len__(self) -> int:
        return len(self.hashes)

    @property
    def runs(self) -> Hashes:
        """One hash per run; as many as words, less `RUN` - 1."""
        return _sorted(self)[0]

    @property
    def order(self) -> NDArray[np.int64]:
        """The places of the runs in the order of their hashes."""
        return _sorted(self)[1]

    @property
    def ranked(self) -> Hashes:
        """The hashes of the runs in order."""
        return _sorted(self)[2]


@lru_cache(maxsize=SORTED)
def _sorted(words: Words) -> tuple[Hashes, NDArray[np.int64], Hashes]:
    """The runs of a text, their order and they in order: five times as large as it is, so kept for few."""
    runs = runs_of(words.hashes)
    order = np.argsort(runs, kind="stable")
    return runs, order, runs[order]


@dataclass(frozen=True, slots=True)
class Shared:
    """A stretch that two texts share, in words: half-open on both sides, with the words that are alike."""

    start: int
    end: int
    other_start: int
    other_end: int
    alike: int


def keys_of(text: str) -> Hashes:
    """The words of a text, each as two keys: in the upper half its own, in the lower its stem's."""
    return TOLD.of(_WORD.findall(text))


def words_of(text: str) -> Words:
    """The words of a text."""
    return words_in(keys_of(text))


def words_in(keys: Hashes) -> Words:
    """Words by their own keys."""
    return Words((keys >> np.uint64(32)).astype(np.uint32))


def stems_in(keys: Hashes) -> Bag:
    """The stems of words of two letters and more, with their counts."""
    stems = keys.astype(np.uint32)
    return bag_of(stems[stems > 0])


def places_of(text: str) -> Places:
    """Where its words stand, in code points: of each its start and its end."""
    return np.array([match.span() for match in _WORD.finditer(text)], np.uint32).reshape(-1, 2)


def runs_of(hashes: NDArray[np.uint32]) -> Hashes:
    """The hash of each run of words."""
    count = max(len(hashes) - RUN + 1, 0)
    runs = np.zeros(count, np.uint64)
    for place in range(RUN):
        runs = runs * np.uint64(0x9E3779B97F4A7C15) + hashes[place : place + count].astype(np.uint64)
    return runs ^ (runs >> np.uint64(29))


def fingerprints(words: Words) -> Hashes:
    """The hashes that stand for a text: of any `WINDOW` neighbouring runs the smallest."""
    runs = runs_of(words.hashes)
    if len(runs) <= WINDOW:
        return np.unique(runs)
    count = len(runs) - WINDOW + 1
    return np.unique(np.minimum.reduce([runs[place : place + count] for place in range(WINDOW)]))


def shared(one: Words, other: Words) -> list[Shared]:
    """The passages that two texts share, in the order of the first; none overlaps another there."""
    diagonals = matching_runs(one, other)
    return joined(diagonals)


def covered(one: Words, other: Words) -> int:
    """How many words of one text stand in runs that the other has too: as many as they can share, or more."""
    runs, ranked = one.runs, other.ranked
    if not len(runs) or not len(ranked):
        return 0
    at = np.minimum(np.searchsorted(ranked, runs), len(ranked) - 1)
    there = np.flatnonzero(ranked[at] == runs)
    return int(np.minimum(np.diff(there, append=there[-1] + RUN), RUN).sum()) if len(there) else 0


def matching_runs(one: Words, other: Words) -> list[tuple[int, int, int]]:
    """Maximal stretches of equal words as (start in one, start in other, length)."""
    order, ranked, runs = other.order, other.ranked, one.runs
    found: list[tuple[int, int, int]] = []
    if not len(ranked):
        return found
    total = len(runs)
    left = np.searchsorted(ranked, runs)
    there = np.flatnonzero(ranked[np.minimum(left, len(ranked) - 1)] == runs)
    pointer = 0
    while pointer < len(there):
        place = int(there[pointer])
        best = max(
            (
                (int(order[k]), _length(one, other, place, int(order[k])))
                for k in range(left[place], min(left[place] + 8, len(ranked)))
                if ranked[k] == runs[place]
            ),
            key=lambda pair: pair[1],
        )
        found.append((place, best[0], best[1]))
        place += best[1]
        while pointer < len(there) and there[pointer] < min(place, total):
            pointer += 1
    return found


def _length(one: Words, other: Words, start: int, there: int) -> int:
    """How many words are equal from here on."""
    most = min(len(one) - start, len(other) - there)
    differ = np.flatnonzero(one.hashes[start : start + most] != other.hashes[there : there + most])
    return int(differ[0]) if len(differ) else most


def joined(runs: list[tuple[int, int, int]]) -> list[Shared]:
    """Stretches that follow one another in both texts with few words between, as one passage."""
    found: list[Shared] = []
    for start, there, length in runs:
        last = found[-1] if found else None
        if last and 0 <= start - last.end <= GAP and 0 <= there - last.other_end <= GAP:
            found[-1] = Shared(
                last.start, start + length, last.other_start, there + length, last.alike + length
            )
        else:
            found.append(Shared(start, start + length, there, there + length, length))
    return found
