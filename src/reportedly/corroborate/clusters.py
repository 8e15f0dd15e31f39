"""Average-link clustering over sparse scores: two clusters become one while, on average over all pairs, they belong.

A pair without a score counts as 0, so a chain of loose links never holds a cluster together.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping

Pair = tuple[str, str]


def average_link(
    members: Iterable[str],
    scores: Mapping[Pair, float],
    threshold: float,
    apart: Iterable[Pair] = (),
    together: Iterable[Pair] = (),
) -> list[list[str]]:
    """The clusters, each sorted; the same for every order of the input.

    :param scores: by pair in alphabetical order; higher is more alike.
    :param apart: pairs that must not meet, whatever their scores.
    :param together: pairs that must, in order, unless that would bring together what must not meet.
    """
    clustering = _Clustering(members, scores, apart)
    for one, other in together:
        clustering.bring(one, other)
    clustering.run(threshold)
    return sorted(sorted(each) for each in clustering.cluster.values())


class _Clustering:
    """Clusters by the name of one member, with the sums of scores between them."""

    def __init__(self, members: Iterable[str], scores: Mapping[Pair, float], apart: Iterable[Pair]) -> None:
        self.cluster = {name: [name] for name in sorted(members)}
        self.into: dict[str, str] = {}
        self.near: dict[str, dict[str, float]] = defaultdict(dict)
        for (one, other), score in scores.items():
            self.near[one][other] = self.near[other][one] = score
        self.foes: dict[str, set[str]] = defaultdict(set)
        for one, other in apart:
            self.foes[one].add(other)
            self.foes[other].add(one)

    def bring(self, one: str, other: str) -> None:
        """Put two members into one cluster, if they may meet."""
        first, second = sorted((self._home(one), self._home(other)))
        if first != second and second not in self.foes[first]:
            self._join(first, second)

    def _home(self, name: str) -> str:
        while name not in self.cluster:
            name = self.into[name]
        return name

    def run(self, threshold: float) -> None:
        """Join the closest two until none are close enough."""
        heap: list[tuple[float, str, str]] = []
        for one in sorted(self.near):
            self._push(heap, one, threshold, after=one)
        while heap:
            score, one, other = heapq.heappop(heap)
            alive = one in self.cluster and other in self.cluster and other not in self.foes[one]
            # One of them may have grown since; its new score is in the heap as well.
            if alive and abs(self._mean(one, other) + score) < 1e-9:
                self._join(one, other)
                self._push(heap, one, threshold)

    def _push(self, heap: list[tuple[float, str, str]], one: str, threshold: float, after: str = "") -> None:
        for other in self.near[one]:
            if other > after and (score := self._mean(one, other)) >= threshold:
                first, second = sorted((one, other))
                heapq.heappush(heap, (-score, first, second))

    def _mean(self, one: str, other: str) -> float:
        return self.near[one].get(other, 0.0) / (len(self.cluster[one]) * len(self.cluster[other]))

    def _join(self, one: str, other: str) -> None:
        self.cluster[one] += self.cluster.pop(other)
        self.into[other] = one
        for third, score in self.near.pop(other, {}).items():
            self.near[third].pop(other, None)
            if third != one:
                self.near[one][third] = self.near[third][one] = self.near[one].get(third, 0.0) + score
        for third in self.foes.pop(other, set()):
            self.foes[third].discard(other)
            self.foes[third].add(one)
            self.foes[one].add(third)
