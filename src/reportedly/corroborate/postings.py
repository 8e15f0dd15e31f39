"""Which texts may be alike: those that share keys, and stand near one another among all that have such a key.

Only so many neighbours in time on either side are looked at for a key (the sorted neighbourhood method of Hernández and
Stolfo, SIGMOD 1995), so the number of pairs grows with the texts and not with their square, however common a key.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

#: Pairs that are held at once.
AT_ONCE = 3_000_000

Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Pairs of texts by their places in time, sorted, with how many keys they share and the sum of their products."""

    first: Places
    second: Places
    keys: Places
    weights: Places


def pairs_within(keys: NDArray[np.uint64], places: Places, weights: Places, reach: int) -> Iterator[Pairs]:
    """All pairs of texts that share a key within reach, block by block in ascending order.

    :param keys: of all texts, with in `places` the text that each belongs to, a text's place in time.
    """
    order = np.lexsort((places, keys))
    keys, places, weights = keys[order], places[order], weights[order]
    starts = np.flatnonzero(keys[1:] == keys[:-1])
    if not len(starts):
        return
    count = int(places.max()) + 1
    held = places[starts]
    ends = np.append(np.flatnonzero(keys[1:] != keys[:-1]), len(keys) - 1)
    load = np.minimum(reach, ends[np.searchsorted(ends, starts)] - starts)
    for low, high in blocks(np.bincount(held, load.astype(np.float64), count)):
        yield block(keys, places, weights, starts[(held >= low) & (held < high)], reach, count)


def blocks(load: NDArray[Any]) -> Iterator[tuple[int, int]]:
    """Ranges of places whose pairs can be held at once; `load` tells how many pairs each begins."""
    total = np.cumsum(load)
    parts = int(total[-1] // AT_ONCE) + 1
    edges = np.searchsorted(total, [total[-1] * part / parts for part in range(1, parts)]).tolist()
    yield from zip([0, *edges], [*edges, len(load)], strict=True)


def block(
    keys: NDArray[np.uint64], places: Places, weights: Places, starts: Places, reach: int, count: int
) -> Pairs:
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
