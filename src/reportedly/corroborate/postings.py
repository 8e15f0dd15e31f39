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
#: Keys with what each weighs.
Keyed = tuple[Keys, NDArray[np.int16]]
#: A text that has a key, with what this weighs.
Entry = tuple[int, int]

NOTHING: Keyed = (np.zeros(0, np.uint64), np.zeros(0, np.int16))


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

    #: The other texts that share keys with it within reach, with the sums of their products.
    own: Counter[int] = field(default_factory=Counter)
    #: Pairs that it stands between, the earlier one first.
    between: set[tuple[int, int]] = field(default_factory=set)


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """Texts by their keys in order, those of one key in order of time, each with what it weighs."""

    keys: Keys
    slots: NDArray[np.int32]
    values: NDArray[np.int16]

    def of(self, key: int) -> tuple[NDArray[np.int32], NDArray[np.int16]]:
        """The texts that have a key."""
        first, last = (
            np.searchsorted(self.keys, np.uint64(key)),
            np.searchsorted(self.keys, np.uint64(key), "right"),
        )
        return self.slots[first:last], self.values[first:last]


def held(slots: Sequence[int], keyed: Callable[[int], Keyed]) -> Held:
    """Texts, given in order of time, by their keys."""
    every = [keyed(slot) for slot in slots]
    keys = np.concatenate([NOTHING[0], *(keys for keys, _ in every)])
    values = np.concatenate([NOTHING[1], *(values for _, values in every)])
    order = np.argsort(keys, kind="stable")
    counts = [len(keys) for keys, _ in every]
    return Held(keys[order], np.repeat(np.array(slots, np.int32), counts)[order], values[order])


class Postings:
    """The texts that have each key, in order of time."""

    def __init__(self, reach: int, order: Callable[[int], Any]) -> None:
        """Begin with none.

        :param reach: how many texts before and after one are looked at for a key.
        :param order: what texts, by their slots, are ordered by.
        """
        self.reach, self._order = reach, order
        self._held: Held | None = None
        self._unbuilt: tuple[Sequence[int], Callable[[int], Keyed]] | None = None
        self._fresh: dict[int, list[Entry]] = defaultdict(list)
        self._gone: set[int] = set()

    def build(self, slots: Sequence[int], keyed: Callable[[int], Keyed]) -> None:
        """Begin with these texts, given in order of time; what is needed for one text more is built by then.

        :param keyed: the keys of a text, each with what it weighs.
        """
        self._unbuilt = slots, keyed
        self._fresh.clear()
        self._gone.clear()

    @property
    def held(self) -> Held:
        """All that was there from the beginning."""
        if self._held is None or self._unbuilt is not None:
            slots, keyed = self._unbuilt or ((), lambda _: NOTHING)
            self._held, self._unbuilt = held(slots, keyed), None
        return self._held

    def insert(self, slot: int, keyed: Keyed) -> None:
        """One text more."""
        for key, value in zip(keyed[0].tolist(), keyed[1].tolist(), strict=True):
            insort(self._fresh[key], (slot, value), key=self._entry_order)

    def delete(self, slot: int) -> None:
        """One text less."""
        self._gone.add(slot)

    def stirred(self, slot: int, keyed: Keyed) -> Stirred:
        """What a text's coming or going may have made or unmade."""
        found = Stirred()
        for key, mine in zip(keyed[0].tolist(), keyed[1].tolist(), strict=True):
            before, after = self.around(key, slot)
            for other, theirs in (*before, *after):
                found.own[other] += mine * theirs
            for back in range(max(1, self.reach + 1 - len(after)), len(before) + 1):
                found.between.add((before[back - 1][0], after[self.reach - back][0]))
        return found

    def around(self, key: int, slot: int) -> tuple[list[Entry], list[Entry]]:
        """The texts with a key before and after one in time, the nearest first, within reach."""
        slots, values = self._built(key)
        at, order, fresh = self._order(slot), self._entry_order, self._fresh.get(key, [])
        place = bisect_left(slots, at, key=self._order)
        low, high = max(0, place - self._slack), place + self._slack
        before = [*zip(slots[low:place].tolist(), values[low:place].tolist(), strict=True)]
        after = [*zip(slots[place:high].tolist(), values[place:high].tolist(), strict=True)]
        place = bisect_left(fresh, at, key=order)
        before += fresh[max(0, place - self._slack) : place]
        after += fresh[place : place + self._slack]
        return (
            sorted(self._alive(before, slot), key=order, reverse=True)[: self.reach],
            sorted(self._alive(after, slot), key=order)[: self.reach],
        )

    def _entry_order(self, entry: Entry) -> Any:
        return self._order(entry[0])

    @property
    def _slack(self) -> int:
        """How many to look at, so that enough of them are still there."""
        return self.reach + 1 + len(self._gone)

    def _built(self, key: int) -> tuple[NDArray[np.int32], NDArray[np.int16]]:
        return self.held.of(key)

    def _alive(self, entries: Iterable[Entry], but: int) -> list[Entry]:
        return [entry for entry in entries if entry[0] != but and entry[0] not in self._gone]

    def within(self, key: int, one: int, other: int) -> bool:
        """Whether two texts that have a key are within reach of one another."""
        return any(slot == other for group in self.around(key, one) for slot, _ in group)


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
