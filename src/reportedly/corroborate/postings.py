"""Which texts may be alike: those that share keys, and stand near one another among all that have such a key.

Only so many neighbours in time on either side are looked at for a key (the sorted neighbourhood method of Hernández and
Stolfo, SIGMOD 1995), so the number of pairs grows with the texts and not with their square, however common a key. One
text more stirs the pairs that it is one of, and of others those alone that it comes to stand between.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

#: Pairs that are held at once.
AT_ONCE = 3_000_000

Slots = NDArray[np.int64]
Keys = NDArray[np.uint64]
Order = tuple[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Pairs of texts by their places in time, sorted, with how many keys they share and the sum of their products."""

    first: Slots
    second: Slots
    keys: Slots
    weights: Slots


@dataclass(slots=True)
class Stirred:
    """Pairs that a text's coming or going may have made or unmade."""

    #: The other texts that share keys with it within reach, with how many.
    own: Counter[int] = field(default_factory=Counter)
    #: Pairs that it stands between, the earlier one first.
    between: set[tuple[int, int]] = field(default_factory=set)


class Postings:
    """The texts that have each key, in order of time."""

    def __init__(self, reach: int, order: Callable[[int], Order]) -> None:
        """Begin with none.

        :param reach: how many texts before and after one are looked at for a key.
        :param order: what texts, by their slots, are ordered by.
        """
        self.reach, self._order = reach, order
        self._keys: Keys = np.zeros(0, np.uint64)
        self._slots: NDArray[np.int32] = np.zeros(0, np.int32)
        self._unbuilt: tuple[Sequence[int], Callable[[int], Keys]] | None = None
        self._fresh: dict[int, list[int]] = defaultdict(list)
        self._gone: set[int] = set()

    def build(self, slots: Sequence[int], keys: Callable[[int], Keys]) -> None:
        """Begin with these texts, given in order of time; what is needed for one text more is built by then."""
        self._unbuilt = slots, keys
        self._fresh.clear()
        self._gone.clear()

    def _sort(self, slots: Sequence[int], keys: Callable[[int], Keys]) -> None:
        every = [keys(slot) for slot in slots]
        joined = np.concatenate([np.zeros(0, np.uint64), *every])
        order = np.argsort(joined, kind="stable")
        self._keys = joined[order]
        self._slots = np.repeat(np.array(slots, np.int32), [len(each) for each in every])[order]

    def insert(self, slot: int, keys: Keys) -> None:
        """One text more."""
        for key in keys.tolist():
            insort(self._fresh[key], slot, key=self._order)

    def delete(self, slot: int) -> None:
        """One text less."""
        self._gone.add(slot)

    def stirred(self, slot: int, keys: Keys) -> Stirred:
        """What a text's coming or going may have made or unmade."""
        found = Stirred()
        for key in keys.tolist():
            before, after = self.around(key, slot)
            found.own.update(before)
            found.own.update(after)
            for back in range(max(1, self.reach + 1 - len(after)), len(before) + 1):
                found.between.add((before[back - 1], after[self.reach - back]))
        return found

    def around(self, key: int, slot: int) -> tuple[list[int], list[int]]:
        """The texts with a key before and after one in time, the nearest first, within reach."""
        groups: tuple[Any, ...] = (self._built(key), self._fresh.get(key, []))
        at, order = self._order(slot), self._order
        before: list[int] = []
        after: list[int] = []
        for group in groups:
            place = bisect_left(group, at, key=order)
            before += self._alive(group[max(0, place - self._slack) : place], slot)
            after += self._alive(group[place : place + self._slack], slot)
        before.sort(key=order, reverse=True)
        after.sort(key=order)
        return before[: self.reach], after[: self.reach]

    @property
    def _slack(self) -> int:
        """How many to look at, so that enough of them are still there."""
        return self.reach + 1 + len(self._gone)

    def _built(self, key: int) -> NDArray[np.int32]:
        if self._unbuilt is not None:
            self._sort(*self._unbuilt)
            self._unbuilt = None
        wanted = np.uint64(key)
        return self._slots[np.searchsorted(self._keys, wanted) : np.searchsorted(self._keys, wanted, "right")]

    def _alive(self, slots: Iterable[int], but: int) -> list[int]:
        return [int(slot) for slot in slots if slot != but and slot not in self._gone]

    def within(self, key: int, one: int, other: int) -> bool:
        """Whether two texts that have a key are within reach of one another."""
        before, after = self.around(key, one)
        return other in before or other in after


def pairs_within(keys: Keys, places: NDArray[Any], weights: NDArray[Any], reach: int) -> Iterator[Pairs]:
    """All pairs of texts that share a key within reach, block by block in ascending order.

    :param keys: of all texts, with in `places` the text that each belongs to, a text's place in time, in order of it.
    """
    order = np.argsort(keys, kind="stable")
    order = order[_repeated(keys[order])]
    keys, places, weights = keys[order], places[order].astype(np.int64), weights[order].astype(np.int64)
    del order
    starts = np.flatnonzero(keys[1:] == keys[:-1])
    if not len(starts):
        return
    count = int(places.max()) + 1
    held = places[starts]
    ends = np.append(np.flatnonzero(keys[1:] != keys[:-1]), len(keys) - 1)
    load = np.minimum(reach, ends[np.searchsorted(ends, starts)] - starts)
    for low, high in blocks(np.bincount(held, load.astype(np.float64), count)):
        yield block(keys, places, weights, starts[(held >= low) & (held < high)], reach, count)


def _repeated(keys: Keys) -> NDArray[np.bool_]:
    """Which of sorted keys stand there more than once: most do not, and make no pairs."""
    found = np.zeros(len(keys), np.bool_)
    same = keys[1:] == keys[:-1]
    found[1:] |= same
    found[:-1] |= same
    return found


def blocks(load: NDArray[Any]) -> Iterator[tuple[int, int]]:
    """Ranges of places whose pairs can be held at once; `load` tells how many pairs each begins."""
    total = np.cumsum(load)
    parts = int(total[-1] // AT_ONCE) + 1
    edges = np.searchsorted(total, [total[-1] * part / parts for part in range(1, parts)]).tolist()
    yield from zip([0, *edges], [*edges, len(load)], strict=True)


def block(keys: Keys, places: Slots, weights: Slots, starts: NDArray[Any], reach: int, count: int) -> Pairs:
    """The pairs of the texts at these starts with later ones."""
    found, products = [], []
    for step in range(1, reach + 1):
        starts = starts[starts + step < len(keys)]
        starts = starts[keys[starts] == keys[starts + step]]
        if not len(starts):
            break
        found.append(places[starts] * count + places[starts + step])
        products.append(weights[starts] * weights[starts + step])
    if not found:
        none = np.zeros(0, np.int64)
        return Pairs(none, none, none, none)
    codes = np.concatenate(found)
    order = np.argsort(codes, kind="stable")
    codes = codes[order]
    edges = np.flatnonzero(np.concatenate(([True], codes[1:] != codes[:-1])))
    shared = np.diff(np.append(edges, len(codes)))
    sums = np.add.reduceat(np.concatenate(products)[order], edges)
    return Pairs(codes[edges] // count, codes[edges] % count, shared, sums)
