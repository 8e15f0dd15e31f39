"""How alike articles are as wholes, and which are near enough to tell of one event or to be retellings."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reportedly.corroborate.postings import Keyed, Keys, Order, Pairs, Postings, pairs_within
from reportedly.corroborate.rarity import ONE, Bag, Vector, Weights, key, products, shares_in, tally_of
from reportedly.corroborate.traits import Features

#: Words by which an article is looked for: so many of those that tell most of it.
LEADING = 32
#: For a word, so many articles before and after one in time that share it are looked at.
REACH = 32
#: For a fingerprint, so many.
COPIES = 64
#: So many fingerprints two articles share, if they share a passage.
FEWEST = 2
#: The part of a likeness that the leading words must bring in.
SEEN = 0.7
#: Of the articles so many, the earliest, tell how rare words are; and all where they are fewer than `ALL`.
COUNTED, ALL = 4096, 32


class Nearness:
    """The articles of a set by what they share; what is found does not depend on the order of their coming."""

    def __init__(self) -> None:
        self.slots: dict[str, int] = {}
        self.features: dict[int, Features] = {}
        #: Another for each time that words were weighed anew.
        self.weighing = object()
        self._weights: dict[str, Weights] = {}
        self._marks = Weights(shares_in(None), tally_of([]))
        self._counted: list[int] = []
        self._ordered: list[tuple[Order, int]] = []
        self._prints = Postings(COPIES, self._order)
        self._leading = {same: Postings(REACH, self._order) for same in (True, False)}

    def _order(self, slot: int) -> Order:
        return self.features[slot].order

    def put(self, features: Features) -> int:
        """One article more, which is not looked for yet."""
        self.slots[features.id] = slot = len(self.features)
        self.features[slot] = features
        insort(self._ordered, (features.order, slot))
        return slot

    def drop(self, article: str) -> int:
        """One article less, of which nothing is looked for any more."""
        slot = self.slots.pop(article)
        self._ordered.remove((self.features[slot].order, slot))
        return slot

    # Rarity ------------------------------------------------------------------------------------------------------

    def stale(self) -> bool:
        """Whether other articles should tell how rare words are."""
        return [slot for _, slot in self._sample()] != self._counted

    def _sample(self) -> list[tuple[Order, int]]:
        """The earliest articles, of all that are there a part that grows by steps."""
        return self._ordered[: counted(len(self._ordered))]

    def weigh(self) -> None:
        """Weigh all words anew."""
        self.weighing = object()
        self._counted = [slot for _, slot in self._sample()]
        sample = [self.features[slot] for slot in self._counted]
        for language in {features.language for features in self.features.values()}:
            bags = [features.words for features in sample if features.language == language]
            self._weights[language] = Weights(shares_in(language), tally_of(bags))
        self._marks = Weights(shares_in(None), tally_of([features.marks for features in sample]))
        for slot in self.slots.values():
            self._vectors(self.features[slot])

    def _vectors(self, features: Features) -> None:
        features.own = self.weights(features.language).vector(features.words)
        features.common = self._marks.vector(features.marks)

    def weights(self, language: str) -> Weights:
        """What words of a language tell."""
        if language not in self._weights:
            self._weights[language] = Weights(shares_in(language), tally_of([]))
        return self._weights[language]

    def known_weights(self) -> dict[str, Weights]:
        """What words tell, by language; under no language what outlives translation."""
        return {**self._weights, "": self._marks}

    def sentence(self, language: str, words: Bag) -> dict[int, int]:
        """Some words of an article, each with what it tells; a name has one key in all languages."""
        vector = self.weights(language).vector(words)
        return dict(zip(vector.words.tolist(), vector.values.tolist(), strict=True))

    # Likeness ----------------------------------------------------------------------------------------------------

    def alike(self, one: str, other: str) -> float:
        """How alike two articles are, 0 to 1; across languages by what outlives translation."""
        return self.likeness(self.slots[one], [self.slots[other]])[0]

    def likeness(self, slot: int, others: Sequence[int]) -> list[float]:
        """How alike an article is to others, all of its language or none."""
        same = self.features[slot].language == self.features[others[0]].language
        mine, theirs = self._vector(slot, same), [self._vector(other, same) for other in others]
        return [value / ONE**2 for value in products(mine, theirs)]

    def _vector(self, slot: int, same: bool) -> Vector:
        return self.features[slot].own if same else self.features[slot].common

    def shared_marks(self, one: int, other: int) -> int:
        """How many things that outlive translation two articles share."""
        mine, theirs = self.features[one].marks[0], self.features[other].marks[0]
        return len(np.intersect1d(mine, theirs, assume_unique=True))

    # Candidates --------------------------------------------------------------------------------------------------

    def build(self) -> None:
        """Look all articles up anew from now on."""
        slots = self.in_order()
        self._prints.build(slots, self.printed)
        for same, postings in self._leading.items():
            postings.build(slots, partial(self.keys, same=same))

    def in_order(self) -> list[int]:
        """All articles in order of time."""
        return [slot for _, slot in self._ordered]

    def printed(self, slot: int) -> Keyed:
        """The fingerprints of an article as keys: each weighs as much as any."""
        prints = self.features[slot].prints
        return prints, np.ones(len(prints), np.int16)

    def keys(self, slot: int, *, same: bool) -> Keyed:
        """The leading words of an article as keys, of its language or of all, with their values."""
        vector = self._vector(slot, same)
        leading = vector.leading(LEADING)
        space = np.uint64(key(self.features[slot].language) << 32 if same else 0)
        return vector.words[leading].astype(np.uint64) | space, vector.values[leading]

    def copies(self) -> Iterator[tuple[int, int]]:
        """Earlier and later articles of which the one may hold words of the other."""
        slots = self.in_order()
        for earlier, later in copies([self.features[slot].prints for slot in slots]):
            yield slots[earlier], slots[later]

    def near(self, least: float, *, same: bool) -> Iterator[tuple[int, list[int], list[float]]]:
        """Each article with later ones of its language, or of another, that are so much alike."""
        slots = self.in_order()
        tongue = np.array([key(self.features[slot].language) for slot in slots], np.int64)
        if not same and len(np.unique(tongue)) < 2:
            return
        for pairs in _within((self.keys(slot, same=same) for slot in slots), REACH):
            kin = (tongue[pairs.first] == tongue[pairs.second]) == same
            found = _slots(slots, pairs, kin & (pairs.weights >= SEEN * least * ONE**2))
            for slot, others in _grouped(found):
                alike = self.likeness(slot, others)
                kept = [(other, value) for other, value in zip(others, alike, strict=True) if value >= least]
                if kept:
                    yield slot, [other for other, _ in kept], [value for _, value in kept]

    # One article more, or less -----------------------------------------------------------------------------------

    def enter(self, slot: int) -> None:
        """Let an article that was put be found."""
        features = self.features[slot]
        self._vectors(features)
        self._prints.insert(slot, self.printed(slot))
        for same, postings in self._leading.items():
            postings.insert(slot, self.keys(slot, same=same))

    def leave(self, slot: int) -> None:
        """Let an article be found no more."""
        for postings in (self._prints, *self._leading.values()):
            postings.delete(slot)

    def stirred_copies(self, slot: int, *, new: bool) -> Iterator[tuple[int, int]]:
        """Pairs that may hold each other's words now, or may no more, since an article came or goes."""
        found = self._prints.stirred(slot, self.printed(slot))
        for other, count in found.own.items():
            if count >= FEWEST or not new:
                yield self._pair(slot, other)
        yield from found.between

    def stirred_near(self, slot: int, least: float, *, new: bool) -> Iterator[tuple[int, int]]:
        """Pairs that may be neighbours now, or may no more, since an article came or goes."""
        for same, postings in self._leading.items():
            found = postings.stirred(slot, self.keys(slot, same=same))
            likely = (other for other, worth in found.own.items() if worth >= SEEN * least * ONE**2)
            own = [other for other in likely if self._kin(slot, other) == same]
            if own and new:
                alike = self.likeness(slot, own)
                own = [other for other, value in zip(own, alike, strict=True) if value >= least]
            yield from (self._pair(slot, other) for other in own)
            yield from (pair for pair in found.between if self._kin(*pair) == same)

    def _kin(self, one: int, other: int) -> bool:
        return self.features[one].language == self.features[other].language

    def _pair(self, one: int, other: int) -> tuple[int, int]:
        """Two articles, the earlier one first."""
        return (one, other) if self._order(one) < self._order(other) else (other, one)

    def copied(self, one: int, other: int) -> bool:
        """Whether one of two articles may hold words of the other."""
        both = np.intersect1d(self.features[one].prints, self.features[other].prints, assume_unique=True)
        if len(both) < FEWEST:
            return False
        return sum(self._prints.within(each, one, other) for each in both.tolist()) >= FEWEST

    def nearby(self, one: int, other: int, least: float) -> float | None:
        """How alike two articles are, if they are that much and their leading words tell."""
        same = self.features[one].language == self.features[other].language
        mine, theirs = self.keys(one, same=same), self.keys(other, same=same)
        both, here, there = np.intersect1d(mine[0], theirs[0], assume_unique=True, return_indices=True)
        worth = mine[1][here].astype(np.int64) * theirs[1][there]
        if worth.sum() < SEEN * least * ONE**2:
            return None
        seen = (self._leading[same].within(each, one, other) for each in both.tolist())
        if (
            sum(value for value, near in zip(worth.tolist(), seen, strict=True) if near)
            < SEEN * least * ONE**2
        ):
            return None
        alike = self.likeness(one, [other])[0]
        return alike if alike >= least else None


def copies(prints: Sequence[Keys]) -> Iterator[tuple[int, int]]:
    """Articles of which the one may hold words of the other, by their places in time, the earlier first.

    :param prints: the fingerprints of each, in order of time.
    """
    for pairs in _within(((keys, None) for keys in prints), COPIES):
        enough = pairs.keys >= FEWEST
        yield from zip(pairs.first[enough].tolist(), pairs.second[enough].tolist(), strict=True)


def counted(count: int) -> int:
    """How many articles of so many tell how rare words are: fewer than all by a tenth at most, so that few are new.

    >>> counted(20), counted(1000), counted(1_000_000)
    (20, 939, 4096)
    """
    if count <= min(ALL, COUNTED):
        return count
    step = int(8 * np.log2(count))
    return min(COUNTED, int(2 ** (step / 8)))


def _within(keyed: Iterable[tuple[Keys, NDArray[np.int16] | None]], reach: int) -> Iterator[Pairs]:
    """Pairs of articles by their places in time, from the keys of each and what these weigh."""
    every = list(keyed)
    keys = np.concatenate([np.zeros(0, np.uint64), *(keys for keys, _ in every)])
    places = np.repeat(np.arange(len(every), dtype=np.uint32), [len(keys) for keys, _ in every])
    given = [weights for _, weights in every if weights is not None]
    weights = np.concatenate([np.zeros(0, np.int16), *given]) if given else np.ones(len(keys), np.int8)
    del every, given
    yield from pairs_within(keys, places, weights, reach)


def _slots(slots: Sequence[int], pairs: Pairs, keep: NDArray[Any]) -> Iterator[tuple[int, int]]:
    for first, second in zip(pairs.first[keep].tolist(), pairs.second[keep].tolist(), strict=True):
        yield slots[first], slots[second]


def _grouped(pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, list[int]]]:
    found: dict[int, list[int]] = {}
    for first, second in pairs:
        found.setdefault(first, []).append(second)
    yield from found.items()
